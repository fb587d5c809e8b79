import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.consents.choices import ConsentedKind
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.models import PartnerPerson


def consents_of(citizen_id: UUID) -> QuerySet[Consent]:
    """Every consent the citizen ever gave, the newest first."""
    return (
        Consent.objects.filter(citizen_id=citizen_id)
        .select_related("team", "organisation", "person")
        .order_by("-from_on", "-recorded_at", "pk")
    )


def consents_in_force(citizen_id: UUID, *, day: dt.date) -> QuerySet[Consent]:
    """The consents that open something on a day."""
    return consents_of(citizen_id).filter(
        Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day, withdrawn_at__isnull=True
    )


def covers(consent: Consent, person: PartnerPerson) -> bool:
    """Whether a consent is for somebody at a partner: to all who work there, or to just them."""
    to_them = consent.person_id in {None, person.pk}
    return to_them and consent.organisation_id == person.organisation_id


def is_replaced(consent: Consent) -> bool:
    """Whether the citizen has said yes to something else in its place."""
    return Consent.objects.filter(replaces=consent).exists()


def goals_opened_by(consent: Consent) -> set[UUID]:
    """The goals that a consent opens, chosen one by one."""
    return {item.item_id for item in consent.items.all() if item.kind == ConsentedKind.GOAL}


def consents_to_ask_again(
    citizen_ids: Iterable[UUID], *, day: dt.date, within: dt.timedelta
) -> list[Consent]:
    """What `unrenewed` says of these citizens' consents, in one query. Nobody asks the dead."""
    given = Consent.objects.filter(
        citizen_id__in=list(citizen_ids),
        citizen__died_on__isnull=True,
        withdrawn_at__isnull=True,
        replaced_by__isnull=True,
    )
    beside = given.select_related("citizen", "team", "organisation", "person")
    return unrenewed(beside, day=day, within=within)


def unrenewed(consents: Iterable[Consent], *, day: dt.date, within: dt.timedelta) -> list[Consent]:
    """Of some consents those that have run out, or do so soon, and were neither renewed nor
    withdrawn; those that end first before the others. Asks the database nothing.
    """
    given = sorted(consents, key=_end)
    replaced = {consent.replaces_id for consent in given}
    longest: dict[tuple[UUID | None, ...], Consent] = {}
    for consent in given:
        if not consent.withdrawn_at and consent.pk not in replaced:
            to = (consent.team_id, consent.organisation_id, consent.person_id)
            longest[consent.citizen_id, *to] = consent
    return sorted(
        (c for c in longest.values() if c.until_on and c.until_on <= day + within), key=_end
    )


def _end(consent: Consent) -> tuple[dt.date, UUID]:
    """By the last day; without one comes last."""
    return consent.until_on or dt.date.max, consent.pk


def team_consents_to_change(citizen_id: UUID, *, day: dt.date) -> list[Consent]:
    """The consents to teams in force, held until the transaction ends."""
    to_teams = consents_in_force(citizen_id, day=day).filter(team__isnull=False)
    return list(to_teams.select_for_update(of=("self",), no_key=True))
