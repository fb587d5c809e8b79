"""The quarter: what the team believes beside what its log shows, and what it talked about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.charts.bars import BarChart
from hjemmebane.design.navigation import Link
from hjemmebane.domain.fidelity.calculations.believed import Spread
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.fidelity.calculations.side_by_side import Compared, compared
from hjemmebane.domain.fidelity.choices import AssessmentRefusal, Word
from hjemmebane.domain.fidelity.models import QuarterTalk
from hjemmebane.domain.fidelity.queries.preconditions import judgements_of
from hjemmebane.domain.fidelity.queries.quarter import QUARTERS, TeamQuarter
from hjemmebane.domain.fidelity.rules import TALK_NOTES
from hjemmebane.domain.method.content.believing import AssessmentLine, AssessmentTheme
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import names_of_staff
from hjemmebane.faces.staff.fidelity.pages.checklist import WORD_TONES
from hjemmebane.faces.staff.fidelity.pages.quarter_charts import (
    BELIEVED,
    LOGGED,
    is_apart,
    sides_chart,
    trend_chart,
)
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import (
    gap_in_words,
    logged_in_words,
    mean_in_words,
    signed,
    spread_in_words,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day

PAGE = "staff:fidelity:quarter"
NOT_OPEN = "Skjult, til du har svaret"
THEMES = {
    AssessmentTheme.ELEMENT_PRACTICE: "Sådan gør vi",
    AssessmentTheme.ELEMENT_WHY: "Vi ved hvorfor",
    AssessmentTheme.ELEMENT_COMPETENCE: "Vi er gode nok til det",
    AssessmentTheme.ELEMENT_TOOLS: "Vi har redskaberne",
    AssessmentTheme.VALUE_COMPETENCE: "Værdierne",
    AssessmentTheme.PLAN_USE: "Planen",
    AssessmentTheme.PRACTICE_MODEL: "Praksismodellen",
}


@dataclass(frozen=True)
class ComparedRow:
    """A line in words. tone: where believed and logged part by half a level or more."""

    name: str
    believed: str
    logged: str
    gap: str
    tone: str
    trend: str


@dataclass(frozen=True)
class LineRow:
    title: str
    mean: str
    spread: str
    unknown: str
    comments: Sequence[str]


@dataclass(frozen=True)
class ThemeRows:
    title: str
    rows: Sequence[LineRow]


@dataclass(frozen=True)
class PreconditionRow:
    title: str
    word: str
    tone: str
    told: str


@dataclass(frozen=True)
class TalkOnPage:
    """The note. notes: (theme, words) of what was written."""

    held_on: str
    present: str
    notes: Sequence[tuple[str, str]]
    closed: str


@dataclass(frozen=True)
class QuarterPage:
    """Everything in words. can_answer, can_note: whether the quarter may still be changed.

    former: said where the reader answered by another method than the quarter is read by.
    """

    team: Team
    title: str
    switch: Sequence[Link]
    quarters: Sequence[Link]
    query: str
    answered: str
    is_open: bool
    has_own: bool
    former: str
    can_answer: bool
    can_note: bool
    can_close: bool
    talk_version: int
    read_on: str
    rows: Sequence[ComparedRow]
    sides: BarChart
    trend: BarChart
    themes: Sequence[ThemeRows]
    preconditions: Sequence[PreconditionRow]
    talk: TalkOnPage | None


def quarter_page(
    found: TeamQuarter,
    *,
    switch: Sequence[Link],
    members: int,
    coordinates: bool,
    at: dt.datetime,
) -> QuarterPage:
    talk = found.talk
    is_closed = bool(talk and talk.closed_at)
    this = quarter_of(day_of(at))
    may_change = not is_closed and found.quarter in {this, this.previous}
    rows = compared(found.method.self_assessments, found.now, found.before)
    return QuarterPage(
        team=found.team,
        title=found.quarter.title,
        switch=switch,
        quarters=_quarters(found, this),
        query=query(found.team, found.quarter),
        answered=answered_in_words(found.count, members),
        is_open=found.is_open,
        has_own=found.own is not None,
        former=AssessmentRefusal.FORMER_METHOD.label
        if may_change and found.is_of_former_method
        else "",
        can_answer=may_change and not found.is_of_former_method,
        can_note=may_change,
        can_close=may_change and coordinates and talk is not None,
        talk_version=talk.version if talk else 0,
        read_on=written_day(found.read_on),
        rows=[row_of(one, found) for one in rows],
        sides=sides_chart(rows, found.method),
        trend=trend_chart(rows, found),
        themes=_themes(found) if found.is_open else [],
        preconditions=_preconditions(found),
        talk=talk_on_page(talk) if talk else None,
    )


def query(team: Team, quarter: Quarter) -> str:
    return f"?team={team.pk}&kvartal={quarter}"


def answered_in_words(count: int, members: int) -> str:
    """“3 har svaret. Teamet er 5 lige nu.”: who left may have answered too."""
    told = {0: "Ingen har svaret endnu.", 1: "1 har svaret."}.get(count, f"{count} har svaret.")
    return f"{told} Teamet er {members} lige nu."


def row_of(one: Compared, found: TeamQuarter) -> ComparedRow:
    empty = "Ikke nok data (n = 0)"
    if one.believed is None and not found.is_open and found.count:
        empty = NOT_OPEN
    return ComparedRow(
        name=found.method.name_of(one.line),
        believed=mean_in_words(one.believed) if one.believed else empty,
        logged=logged_in_words(one.logged),
        gap=gap_in_words(one.gap) if one.logged.of else "–",
        tone="warn" if is_apart(one) else "",
        trend=f"{BELIEVED}: {signed(one.believed_trend)}. {LOGGED}: {signed(one.logged_trend)}.",
    )


def _quarters(found: TeamQuarter, this: Quarter) -> list[Link]:
    """The four last, and the one that is shown if it is older."""
    offered = sorted({*this.back(QUARTERS), found.quarter}, reverse=True)
    page = reverse(PAGE)
    return [
        Link(one.title, f"{page}{query(found.team, one)}", current=one == found.quarter)
        for one in offered
    ]


def _themes(found: TeamQuarter) -> list[ThemeRows]:
    return [
        ThemeRows(
            title=title,
            rows=[
                line_row(line, found)
                for line in found.method.self_assessments
                if line.theme is theme
            ],
        )
        for theme, title in THEMES.items()
    ]


def line_row(line: AssessmentLine, found: TeamQuarter) -> LineRow:
    nobody = Spread(None, 0, 0, None, None, ())
    told = found.now.believed.get(line.code, nobody)
    return LineRow(
        title=line.title,
        mean=mean_in_words(told),
        spread=spread_in_words(told.counts),
        unknown=str(told.unknown),
        comments=found.comments.get(line.code, []),
    )


def _preconditions(found: TeamQuarter) -> list[PreconditionRow]:
    """What was said last by the end of the quarter."""
    said = judgements_of(found.team.pk)
    rows = []
    for one in found.method.preconditions:
        words = [w for w in said.get(one.code, []) if w.judged_on <= found.quarter.last]
        if not words:
            rows.append(PreconditionRow(one.title, "Ikke sagt", "", ""))
            continue
        told = f"{words[0].sentence} ({written_day(words[0].judged_on)})"
        tone = WORD_TONES[Word(words[0].word)]
        rows.append(PreconditionRow(one.title, words[0].get_word_display(), tone, told))
    return rows


def talk_on_page(talk: QuarterTalk) -> TalkOnPage:
    names = names_of_staff(talk.participants)
    notes = [
        (str(talk._meta.get_field(name).verbose_name), getattr(talk, name)) for name in TALK_NOTES
    ]
    return TalkOnPage(
        held_on=written_day(talk.held_on),
        present=listed(sorted(names.values())),
        notes=[(theme, words) for theme, words in notes if words],
        closed=written_day(day_of(talk.closed_at)) if talk.closed_at else "",
    )
