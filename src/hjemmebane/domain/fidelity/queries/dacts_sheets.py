"""A team's DACTS as it stands today, and as it was kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.conf import settings

from hjemmebane.domain.fidelity.calculations.dacts import (
    Average,
    How,
    Measured,
    Scored,
    Total,
    scored,
    total,
    without_few,
)
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet
from hjemmebane.domain.fidelity.queries.dacts import dacts_log
from hjemmebane.domain.measurements.queries.team import FEWEST
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import dacts, pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.clock import day_of


@dataclass(frozen=True)
class DactsReading:
    """Every item in order and what they come to, on a day. ratings: by item, the newest first.

    method: what said which items are relevant.
    """

    method: MethodPack
    read_on: dt.date
    average: Average
    items: Sequence[Scored]
    total: Total
    ratings: Mapping[str, Sequence[DactsRating]]


def ratings_of(team_id: UUID) -> dict[str, list[DactsRating]]:
    """All that was judged by hand, by item; the latest day counts, and of a day the last word."""
    found: dict[str, list[DactsRating]] = {}
    rows = DactsRating.objects.filter(team_id=team_id).select_related("recorded_by")
    for rating in rows.order_by("-rated_on", "-recorded_at", "-pk"):
        found.setdefault(rating.item, []).append(rating)
    return found


def dacts_of(team: Team, average: str, *, at: dt.datetime) -> DactsReading:
    """As it stands. Only for those who work in the team: nobody else's guard finds the records."""
    scale, ratings, method = dacts(), ratings_of(team.pk), pack(team.method_pack)
    items = scored(
        scale,
        method.dacts_exceptions,
        dacts_log(team, today=day_of(at)),
        {code: said[0].level for code, said in ratings.items()},
        Average(average),
    )
    return DactsReading(method, day_of(at), Average(average), items, total(items, scale), ratings)


def sheets_of(team_id: UUID) -> list[DactsSheet]:
    """What the team has kept, the newest first."""
    rows = DactsSheet.objects.filter(team_id=team_id).select_related("recorded_by")
    return list(rows.order_by("-read_on", "-recorded_at", "-pk"))


def as_kept(reading: DactsReading) -> list[dict[str, object]]:
    """As a sheet holds it: the manager reads it too, so nothing of too few is in it."""
    smallest = max(settings.SMALLEST_GROUP, FEWEST)
    return [_kept(one) for one in without_few(reading.items, smallest=smallest)]


def _kept(one: Scored) -> dict[str, object]:
    row: dict[str, object] = {"item": one.item.code, "how": one.how, "level": one.level}
    if one.measured is None:
        return row
    value = None if one.measured.value is None else str(one.measured.value)
    return row | {"value": value, "n": one.measured.n, "missing": one.measured.missing}


def of_sheet(sheet: DactsSheet) -> DactsReading:
    """What a sheet holds, as it was read then."""
    scale, method = dacts(), pack(sheet.method_pack, sheet.method_version)
    items = [
        Scored(
            item=scale.item(row["item"]),
            how=How(row["how"]),
            level=row["level"],
            measured=_measured(row),
            exception=next(
                (one for one in method.dacts_exceptions if one.item == row["item"]), None
            ),
        )
        for row in sheet.items
    ]
    average, came_to = Average(sheet.average), total(items, scale)
    return DactsReading(method, sheet.read_on, average, items, came_to, {})


def _measured(row: Mapping[str, object]) -> Measured | None:
    if "n" not in row:
        return None
    value = None if row["value"] is None else Fraction(str(row["value"]))
    level = None if row["level"] is None else int(str(row["level"]))
    return Measured(value, level, int(str(row["n"])), int(str(row["missing"])))
