from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard


def visible_devices() -> QuerySet[FieldDevice]:
    """One's own telephones, and those of the teams one coordinates, with whose they are."""
    return FieldDevice.objects.select_related("user", "revoked_by").order_by(
        "user__full_name", "-registered_at", "pk"
    )


def devices_of(actor: Actor) -> QuerySet[FieldDevice]:
    """One's own telephones, the newest first; those that are revoked too."""
    return visible_devices().filter(user_id=actor.user_id).order_by("-registered_at", "pk")


def own_device(actor: Actor, device_id: UUID) -> FieldDevice | None:
    return FieldDevice.objects.filter(pk=device_id, user_id=actor.user_id).first()


def is_shut(device_id: UUID) -> bool:
    """Whether a telephone is to forget what it has read. Also where nobody is logged in."""
    [[shut]] = ask_guard("phone_is_shut", str(device_id))
    return bool(shut)
