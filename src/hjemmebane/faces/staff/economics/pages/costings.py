"""The costings there are, and two of them beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.picking import Pick
from hjemmebane.domain.economics.calculations.costing import Cost, cost_of
from hjemmebane.domain.economics.calculations.figures import HUNDRED
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import as_costing
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.economics.pages.actual import Compared, beside
from hjemmebane.faces.staff.economics.pages.parts import Away, in_the_list
from hjemmebane.faces.staff.economics.pages.wording import figure, kroner
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

OTHER_PRICES = (
    "Beløbene er i priser fra hvert sit år og er ikke regnet om. En del af forskellen kan være"
    " priser og lønninger."
)


@dataclass(frozen=True)
class CostingRow:
    title: str
    url: str
    team: str
    price_year: int
    total: str
    per_citizen: str
    caseload: str
    saved_on: str


@dataclass(frozen=True)
class CostingsPage:
    """rows: the newest first. away: those that are put away. begin: a new one for each team, filled
    in from its hours.
    """

    rows: Sequence[CostingRow]
    away: Sequence[Away]
    begin: Sequence[tuple[str, str]]
    compare: Sequence[Pick]


@dataclass(frozen=True)
class ComparePage:
    """Two costings, line for line; empty until two are chosen. note: what to mind."""

    picks: Sequence[Pick]
    titles: Sequence[str]
    rows: Sequence[Compared]
    note: str = ""


def costings_page(found: Sequence[SavedCosting], teams: Sequence[Team]) -> CostingsPage:
    standing = in_the_list(found)
    return CostingsPage(
        rows=[_row(one) for one in standing],
        away=[
            Away(one.title, reverse("staff:economics:costing", args=[one.pk]))
            for one in found
            if one.put_away_at
        ],
        begin=[(team.name, f"{reverse('staff:economics:new')}?team={team.pk}") for team in teams],
        compare=picks(standing, "", "") if len(standing) > 1 else (),
    )


def _row(saved: SavedCosting) -> CostingRow:
    cost = worked_out(saved)
    rounding = cost.costing.rounding
    return CostingRow(
        title=saved.title,
        url=reverse("staff:economics:costing", args=[saved.pk]),
        team=saved.team.name if saved.team else "Intet bestemt team",
        price_year=saved.price_year,
        total=kroner(cost.total, HUNDRED, rounding),
        per_citizen=kroner(cost.per_citizen, HUNDRED, rounding),
        caseload=figure(cost.caseload),
        saved_on=written_day(day_of(saved.recorded_at)),
    )


def worked_out(saved: SavedCosting) -> Cost:
    return cost_of(as_costing(saved), published_pay().table)


def picks(found: Sequence[SavedCosting], one: str, other: str) -> list[Pick]:
    options = [(str(saved.pk), f"{saved.title} ({saved.price_year})") for saved in found]
    return [
        Pick("a", "Den ene", options, one or options[0][0]),
        Pick("b", "Den anden", options, other or options[1][0]),
    ]


def compare_page(found: Sequence[SavedCosting], one: str, other: str) -> ComparePage:
    by_key = {saved.pk: saved for saved in found}
    chosen = [by_key[UUID(key)] for key in (one, other)] if one and other else []
    if not chosen:
        return ComparePage(picks(found, "", "") if len(found) > 1 else (), (), ())
    years = [saved.price_year for saved in chosen]
    return ComparePage(
        picks=picks(found, one, other),
        titles=[saved.title for saved in chosen],
        rows=[
            ("Prisniveau", *(f"{year}-priser" for year in years), ""),
            *beside(*map(worked_out, chosen)),
        ],
        note=OTHER_PRICES if len(set(years)) > 1 else "",
    )
