"""Mine telefoner: which have Felt, when they were last here, and which are shut out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.field.queries import visible_devices
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.written import written_moment


@dataclass(frozen=True)
class DeviceOnPage:
    """One telephone. meta: whose, since when, and last seen. shut: when and by whom, or empty."""

    id: UUID
    name: str
    meta: str
    shut: str


@dataclass(frozen=True)
class DevicesPage:
    """One's own, and those of the colleagues whose team one coordinates."""

    own: Sequence[DeviceOnPage]
    colleagues: Sequence[DeviceOnPage]
    keep_hours: int


def devices_page(actor: Actor, *, at: dt.datetime) -> DevicesPage:
    """Everything on the page, in one query."""
    own, colleagues = [], []
    for device in visible_devices():
        is_own = device.user_id == actor.user_id
        (own if is_own else colleagues).append(device_on_page(device, is_own=is_own, at=at))
    return DevicesPage(own, colleagues, settings.FIELD_KEEP_HOURS)


def device_on_page(device: FieldDevice, *, is_own: bool, at: dt.datetime) -> DeviceOnPage:
    shut = ""
    if device.revoked_at:
        shut = f"Spærret {written_moment(device.revoked_at)} af {device.revoked_by}"
    return DeviceOnPage(
        id=device.pk,
        name=device.name,
        meta=" · ".join(
            (
                *(() if is_own else (str(device.user),)),
                f"Tilmeldt {written_moment(device.registered_at)}",
                f"Sidst set {recent_moment(device.last_seen_at, at)}",
            )
        ),
        shut=shut,
    )
