import datetime as dt
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from hjemmebane.domain.consents.models import Consent


def consents_of(citizen_id: UUID) -> QuerySet[Consent]:
    """Every consent the citizen ever gave, the newest first."""
    return (
        Consent.objects.filter(citizen_id=citizen_id)
        .select_related("team", "organisation")
        .order_by("-from_on", "-recorded_at", "pk")
    )


def consents_in_force(citizen_id: UUID, *, day: dt.date) -> QuerySet[Consent]:
    """The consents that open something on a day."""
    return consents_of(citizen_id).filter(
        Q(until_on__isnull=True) | Q(until_on__gte=day), from_on__lte=day, withdrawn_at__isnull=True
    )


def consents_to_ask_again(
    citizen_ids: Iterable[UUID], *, day: dt.date, within: dt.timedelta
) -> Sequence[Consent]:
    """The consents that have run out, or do so soon, and were neither renewed nor withdrawn.

    In one query, those that end first before the others.
    """
    given = (
        Consent.objects.filter(citizen_id__in=list(citizen_ids), withdrawn_at__isnull=True)
        .select_related("citizen", "team", "organisation")
        .order_by("until_on", "pk")
    )
    longest: dict[tuple[UUID, UUID | None, UUID | None], Consent] = {}
    for consent in given:  # without an end comes last
        longest[consent.citizen_id, consent.team_id, consent.organisation_id] = consent
    return [c for c in longest.values() if c.until_on and c.until_on <= day + within]


def team_consents_to_change(citizen_id: UUID, *, day: dt.date) -> list[Consent]:
    """The consents to teams in force, held until the transaction ends."""
    to_teams = consents_in_force(citizen_id, day=day).filter(team__isnull=False)
    return list(to_teams.select_for_update(of=("self",), no_key=True))
