"""One costing, worked out: its figures, the way to each, and what would move them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from hjemmebane.design.charts.spans import SpanChart
from hjemmebane.domain.economics.calculations.costing import Amount, Cost, PostCost, cost_of
from hjemmebane.domain.economics.calculations.figures import HUNDRED, KRONE, Rounding
from hjemmebane.domain.economics.choices import AmountKind
from hjemmebane.domain.economics.content.shipped import published_pay
from hjemmebane.domain.economics.models import SavedCosting
from hjemmebane.domain.economics.queries import as_costing
from hjemmebane.faces.staff.economics.pages.actual import BesideNow, beside_now
from hjemmebane.faces.staff.economics.pages.swings import SwingTable, swing_tables, tornado
from hjemmebane.faces.staff.economics.pages.wording import amount, figure, kroner, signed, typed
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

FORMATS = (("pdf", "Hent som PDF"), ("xlsx", "Hent som Excel"), ("toml", "Hent som TOML"))
NO_HOURS = "Der er ingen timer at dele med. Skriv stillingernes timer, så kommer tallet."


@dataclass(frozen=True)
class Figure:
    """A figure of the result, and its way there, one step in a line."""

    label: str
    value: str
    unit: str
    note: str
    steps: Sequence[str]


@dataclass(frozen=True)
class PostRow:
    """A post in words, with its calculation and where its pay is from."""

    title: str
    people: int
    hours: str
    monthly: str
    hourly: str
    charged: str
    yearly: str
    calculation: str
    source: str


@dataclass(frozen=True)
class AmountRows:
    """Amounts of one kind, and what they come to; note: whether they are in the total."""

    title: str
    note: str
    rows: Sequence[tuple[str, str]]
    total: str


@dataclass(frozen=True)
class CostingPage:
    """Everything in words. now: what the team has today; None for who has no team chosen."""

    title: str
    meta: Sequence[str]
    edit_url: str
    copy_url: str
    files: Sequence[tuple[str, str]]
    figures: Sequence[Figure]
    posts: Sequence[PostRow]
    known: str
    amounts: Sequence[AmountRows]
    now: BesideNow | None
    tornado: SpanChart
    tables: Sequence[SwingTable]


def costing_page(saved: SavedCosting, *, today: dt.date) -> CostingPage:
    """Two queries for the team's present day, where one is chosen."""
    costing, pay = as_costing(saved), published_pay().table
    cost = cost_of(costing, pay)
    return CostingPage(
        title=saved.title,
        meta=[
            *([saved.team.name] if saved.team else []),
            f"{costing.price_year}-priser",
            f"Gemt {written_day(day_of(saved.recorded_at))}",
            costing.source,
        ],
        edit_url=reverse("staff:economics:edit", args=[saved.pk]),
        copy_url=f"{reverse('staff:economics:new')}?kopi={saved.pk}",
        files=[
            (label, reverse("staff:economics:file", args=[saved.pk, form]))
            for form, label in FORMATS
        ],
        figures=figures_of(cost),
        posts=[_post(cost, one) for one in cost.posts],
        known=_known(cost),
        amounts=[one for one in _amounts(cost) if one.rows],
        now=beside_now(saved, cost, pay, today=today) if saved.team else None,
        tornado=tornado(cost, pay),
        tables=swing_tables(cost, pay),
    )


def figures_of(cost: Cost) -> list[Figure]:
    """Total, per citizen, per full-time employee and caseload."""
    costing, rounding = cost.costing, cost.costing.rounding
    places, positions = signed(costing.places), figure(cost.full_time, 2)
    hours = signed(cost.weekly_hours)
    counted = f" − sparet {typed(cost.avoided)}" if costing.count_avoided else ""
    pay, total = kroner(cost.pay, KRONE, rounding), kroner(cost.total, KRONE, rounding)
    return [
        Figure(
            "I alt om året",
            *amount(cost.total, HUNDRED, rounding),
            "",
            [
                f"Løn med overhead {pay} + andet {typed(cost.other)}{counted} = {total}",
                *_rounded(cost.total, rounding),
            ],
        ),
        Figure(
            "Pr. borger om året",
            *amount(cost.per_citizen, HUNDRED, rounding),
            f"{places} pladser",
            [
                f"{total} / {places} pladser = {kroner(cost.per_citizen, KRONE, rounding)}",
                *_rounded(cost.per_citizen, rounding),
            ],
        ),
        Figure(
            "Pr. fuldtidsmedarbejder",
            *amount(cost.per_full_time, HUNDRED, rounding),
            f"{positions} fuldtidsstillinger",
            [
                f"{hours} timer om ugen / 37 timer = {positions} fuldtidsstillinger",
                f"{total} × 37 / {hours} timer = {kroner(cost.per_full_time, KRONE, rounding)}",
                *_rounded(cost.per_full_time, rounding),
            ]
            if cost.full_time
            else [NO_HOURS],
        ),
        _caseload(cost),
    ]


def _rounded(value: Decimal | None, rounding: Rounding) -> list[str]:
    """The last step, where results are told as the report tells them."""
    if value is None or rounding == Rounding.NONE:
        return []
    return [f"Rundet af til hele hundreder: {kroner(value, HUNDRED, rounding)}"]


def _caseload(cost: Cost) -> Figure:
    places, hours = signed(cost.costing.places), signed(cost.executing_hours)
    told = f"{places} pladser × 37 timer / {hours} timer med borgerne = {figure(cost.caseload, 2)}"
    return Figure(
        "Borgere pr. fuldtidsmedarbejder",
        figure(cost.caseload),
        "",
        "af den tid, der ikke er koordinering",
        [told if cost.has_hours else NO_HOURS],
    )


def _post(cost: Cost, one: PostCost) -> PostRow:
    post, costing = one.post, cost.costing
    rounding = costing.rounding
    table = published_pay()
    return PostRow(
        title=post.title,
        people=post.people,
        hours=figure(post.hours, 2),
        monthly=typed(one.monthly),
        hourly=kroner(one.hourly, KRONE, rounding),
        charged=kroner(one.charged, KRONE, rounding),
        yearly=kroner(one.yearly, HUNDRED, rounding),
        calculation=(
            f"{signed(post.weekly_hours)} timer × {signed(costing.weeks)} uger ×"
            f" {typed(one.monthly)} × 12 / {signed(costing.hours_a_year)} timer ×"
            f" {signed(1 + costing.overhead)} = {kroner(one.yearly, KRONE, rounding)}"
        ),
        source=post.source
        if post.monthly_pay is not None
        else f"{table.source}. {table.price_year}-priser",
    )


def _known(cost: Cost) -> str:
    """Said where the people are known as a sum alone."""
    known = cost.costing.known_total
    if known is None:
        return ""
    return f"Personalet er skrevet som ét beløb: {typed(known)} om året, med overhead."


def _amounts(cost: Cost) -> list[AmountRows]:
    costing = cost.costing
    is_counted = "Trukket fra i alt." if costing.count_avoided else "Ikke trukket fra."
    return [
        _rows(AmountKind.OTHER, "Lagt til i alt.", costing.other, cost.other),
        _rows(AmountKind.START_UP, "Står for sig selv.", costing.start_up, cost.start_up),
        _rows(AmountKind.AVOIDED, is_counted, costing.avoided, cost.avoided),
    ]


def _rows(kind: AmountKind, note: str, amounts: Sequence[Amount], total: Decimal) -> AmountRows:
    rows = [(one.what, typed(one.kroner)) for one in amounts]
    return AmountRows(str(kind.label), note, rows, typed(total))
