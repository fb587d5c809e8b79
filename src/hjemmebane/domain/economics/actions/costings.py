import datetime as dt
from uuid import UUID

from hjemmebane.domain.economics.calculations.costing import Amount, Costing
from hjemmebane.domain.economics.choices import AmountKind
from hjemmebane.domain.economics.models import SavedAmount, SavedCosting, SavedPost
from hjemmebane.domain.economics.queries import as_costing
from hjemmebane.domain.economics.rules import (
    check_can_reckon,
    check_names_nobody,
    check_pay_is_known,
    check_stands,
    check_team,
)
from hjemmebane.domain.teams.models import Municipality, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal

OWN = (
    "title",
    "price_year",
    "source",
    "places",
    "known_total",
    "known_hours",
    "overhead",
    "weeks",
    "hours_a_year",
    "count_avoided",
)


@action
def save_costing(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    municipality: Municipality,
    team: Team | None,
    costing: Costing,
    by: Actor,
    at: dt.datetime,
) -> SavedCosting:
    """Keep a costing for the municipality, all its lines or nothing.

    Refuses who coordinates no team of the municipality and answers for none, another
    municipality's team, a post whose pay is not known, and a CPR number.
    """
    saved = SavedCosting(
        id=id,
        municipality=municipality,
        team=team,
        **_values(costing),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    _check(municipality.pk, team, costing, by=by, at=at)
    try:
        saved.check_unsent()
    except AlreadySaved as already:
        # The same head with other lines is something else.
        if as_costing(SavedCosting.objects.get(pk=id)) != costing:
            raise Refused(RecordRefusal.SAVED_OTHERWISE) from already
        raise
    saved.insert()
    _write_lines(saved, costing)
    return saved


@action
def change_costing(
    *,
    saved: SavedCosting,
    team: Team | None,
    costing: Costing,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> SavedCosting:
    """Save a costing anew; the change history keeps what it was.

    Refuses as `save_costing` does, and what is put away.
    """
    _check(saved.municipality_id, team, costing, by=by, at=at)
    check_stands(saved)
    saved.save_changes({"team": team, **_values(costing)}, version=version)
    SavedPost.objects.filter(costing=saved).delete()
    SavedAmount.objects.filter(costing=saved).delete()
    _write_lines(saved, costing)
    return saved


def _check(
    municipality_id: UUID, team: Team | None, costing: Costing, *, by: Actor, at: dt.datetime
) -> None:
    check_can_reckon(by, municipality_id, today=day_of(at))
    check_team(team, municipality_id)
    check_pay_is_known(costing)
    check_names_nobody(_texts(costing), today=day_of(at))


def _values(costing: Costing) -> dict[str, object]:
    return {name: getattr(costing, name) for name in OWN} | {"rounding": costing.rounding.value}


def _texts(costing: Costing) -> list[str]:
    posts = [text for one in costing.staff for text in (one.title, one.profession, one.source)]
    return [costing.title, costing.source, *posts, *(one.what for _, _, one in _amounts(costing))]


def _amounts(costing: Costing) -> list[tuple[str, int, Amount]]:
    """Kind, place and amount."""
    return [
        (kind, place, one)
        for kind in AmountKind.values
        for place, one in enumerate(getattr(costing, kind))
    ]


def _write_lines(saved: SavedCosting, costing: Costing) -> None:
    for place, one in enumerate(costing.staff):
        SavedPost(
            costing=saved,
            place=place,
            title=one.title,
            profession=one.profession,
            people=one.people,
            hours=one.hours,
            coordination_hours=one.coordination_hours,
            monthly_pay=one.monthly_pay,
            source=one.source,
        ).insert()
    for kind, place, amount in _amounts(costing):
        SavedAmount(
            costing=saved, kind=kind, place=place, what=amount.what, kroner=amount.kroner
        ).insert()
