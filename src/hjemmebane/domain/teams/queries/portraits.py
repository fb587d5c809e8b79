"""How the staff show themselves: their words and their pictures."""

from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.teams.models import Persona, Portrait
from hjemmebane.foundation.sealing import unseal_bytes


def personas_of(staff: Iterable[UUID]) -> dict[UUID, Persona]:
    """What they have written about themselves, by staff member; who has not is left out."""
    written = Persona.objects.filter(staff_member_id__in=list(staff))
    return {persona.staff_member_id: persona for persona in written}


def persona_of(staff_member_id: UUID) -> Persona | None:
    found = Persona.objects.filter(staff_member_id=staff_member_id)
    return found.select_related("staff_member").first()


def have_portraits(staff: Iterable[UUID]) -> set[UUID]:
    """Which of them have uploaded a picture of themselves."""
    shown = Portrait.objects.filter(staff_member_id__in=list(staff))
    return set(shown.values_list("staff_member_id", flat=True))


def portraits_of(staff: Iterable[UUID]) -> dict[UUID, bytes]:
    """Their pictures as JPEG, by staff member; who has uploaded none is left out."""
    shown = Portrait.objects.filter(staff_member_id__in=list(staff))
    return {one.staff_member_id: portrait_content(one) for one in shown}


def portrait_of(staff_member_id: UUID) -> Portrait | None:
    found = Portrait.objects.filter(staff_member_id=staff_member_id)
    return found.select_related("staff_member").first()


def portrait_content(portrait: Portrait) -> bytes:
    """The picture as JPEG."""
    return unseal_bytes(bytes(portrait.content_sealed), place=portrait_place(portrait.pk))


def portrait_place(portrait_id: UUID) -> str:
    return f"teams_portrait.content_sealed.{portrait_id}"
