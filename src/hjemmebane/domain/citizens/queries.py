"""Questions about citizens. Row-level security has already left out everybody who is not ours."""

import re
from uuid import UUID

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat

from hjemmebane.domain.citizens.models import Citizen, LifeSituation, NetworkPerson, Representative
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.cpr import spelled_cpr
from hjemmebane.foundation.sealing import blind_index, unseal

CPR_TYPED = re.compile(r"[0-9]{6}[\s-]?[0-9]{4}")


def visible_citizens() -> QuerySet[Citizen]:
    """The citizens whom the acting person works with."""
    return Citizen.objects.order_by(alphabetical("given_name"), alphabetical("family_name"), "pk")


def full_names() -> list[str]:
    """Of the citizens whom the acting person works with, those who have a surname."""
    named = Citizen.objects.exclude(family_name="").order_by()
    return [f"{first} {last}" for first, last in named.values_list("given_name", "family_name")]


def citizens_found(text: str) -> QuerySet[Citizen]:
    """Citizens by (parts of) their name, or by their whole CPR number."""
    text = text.strip()
    if CPR_TYPED.fullmatch(text):
        return visible_citizens().filter(cpr_index=blind_index(re.sub(r"[\s-]", "", text)))
    found = visible_citizens().annotate(
        whole_name=Concat(F("given_name"), Value(" "), F("family_name"))
    )
    for word in text.split():
        found = found.filter(Q(whole_name__icontains=word))
    return found


def is_known_cpr(digits: str, *, besides: UUID | None = None) -> bool:
    """Whether a visible citizen has this CPR number."""
    known = Citizen.objects.filter(cpr_index=blind_index(digits))
    return (known.exclude(pk=besides) if besides else known).exists()


def sealed_place(citizen_id: UUID, column: str) -> str:
    """Where a sealed value of a citizen belongs."""
    return f"citizens_citizen.{column}.{citizen_id}"


def cpr_of(citizen: Citizen) -> str:
    """The CPR number as DDMMYY-NNNN, or empty. The caller answers for logging that it was read."""
    return spelled_cpr(unseal(citizen.cpr_sealed, place=sealed_place(citizen.pk, "cpr_sealed")))


def address_of(citizen: Citizen) -> str:
    """The address, also when protected: `actions.reveal_address` logs it; mask it elsewhere."""
    return unseal(citizen.address_sealed, place=sealed_place(citizen.pk, "address_sealed"))


def shown_address(citizen: Citizen) -> str | None:
    """The address as it may stand on a page; None when it is protected."""
    return None if citizen.has_protected_address else address_of(citizen)


def present_life_situation(citizen_id: UUID) -> dict[str, LifeSituation]:
    """The newest description of each life area."""
    newest = (
        LifeSituation.objects.filter(citizen_id=citizen_id)
        .order_by("area", "-recorded_at", "-pk")
        .distinct("area")
        .select_related("recorded_by")
    )
    return {situation.area: situation for situation in newest}


def life_situations_of(citizen_id: UUID) -> QuerySet[LifeSituation]:
    """Every description of a life area, the newest first."""
    return (
        LifeSituation.objects.filter(citizen_id=citizen_id)
        .select_related("recorded_by")
        .order_by("-recorded_at", "-pk")
    )


def network_of(citizen_id: UUID) -> QuerySet[NetworkPerson]:
    return NetworkPerson.objects.filter(citizen_id=citizen_id).order_by(alphabetical("name"), "pk")


def representatives_of(citizen_id: UUID) -> QuerySet[Representative]:
    return Representative.objects.filter(citizen_id=citizen_id).order_by(alphabetical("name"), "pk")
