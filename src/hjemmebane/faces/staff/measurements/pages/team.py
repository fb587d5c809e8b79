"""Målinger i teamet: what is due for whom, how many answer, and why the others do not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.slots import Standing
from hjemmebane.domain.measurements.choices import NoneReason
from hjemmebane.domain.measurements.queries import (
    STOPPED,
    UNSAID,
    ResponseRate,
    TeamMeasuring,
    ToMeasure,
    team_measuring,
)
from hjemmebane.domain.method.content.measuring import Occasion
from hjemmebane.domain.method.queries import instrument, pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.measurements.pages.measurements import why_put_off
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day

PAGE, FIGURES = "staff:measurements:team", "staff:measurements:figures"
A_YEAR = dt.timedelta(days=365)
OCCASIONS = {
    Occasion.START: "Ved start",
    Occasion.QUARTER: "Hver tredje måned",
    Occasion.END: "Ved slut",
}
REASONS = {
    **{reason.value: str(reason.label) for reason in NoneReason},
    STOPPED: "Stoppet undervejs, uden svar nok til et tal",
    UNSAID: "Ingen har sagt hvorfor",
}
LATE = Standing.OVERDUE
# More citizens than a phone is scrolled for lie folded below these.
FIRST = 15
NO_RATE = "Ikke nok data (n = 0)"


@dataclass(frozen=True)
class Wanted:
    """What a citizen is to be measured with since a day: which instruments, and how late it is."""

    titles: str
    told: str
    is_late: bool


@dataclass(frozen=True)
class CitizenRow:
    """A citizen, and what stands open for them, the oldest first."""

    name: str
    url: str
    wanted: Sequence[Wanted]


@dataclass(frozen=True)
class PutOff:
    """What was put off: whose, which, until when and why."""

    name: str
    url: str
    title: str
    until: str
    why: str


@dataclass(frozen=True)
class InstrumentRow:
    """How many of those that fell due were answered, on each occasion; “–” where none fell due."""

    title: str
    cells: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class TeamPage:
    """Everything in words. citizen_ids: who is named on it. first, after: slices of the rows."""

    team: Team
    switch: Sequence[Link]
    figures_url: str
    counts: Sequence[tuple[str, str]]
    rows: Sequence[CitizenRow]
    put_off: Sequence[PutOff]
    rate: str
    rate_note: str
    reasons: Sequence[tuple[str, int]]
    instruments: Sequence[InstrumentRow]
    occasions: Sequence[str]
    since: str
    read_on: str
    citizen_ids: Sequence[UUID]
    first: str = f":{FIRST}"
    after: str = f"{FIRST}:"

    @property
    def others(self) -> str:
        """“Vis 75 borgere mere”; empty where all are shown."""
        count = len(self.rows) - FIRST
        return f"Vis {count} {'borger' if count == 1 else 'borgere'} mere" if count > 0 else ""


def team_page(team: Team, teams: Sequence[Team], *, today: dt.date) -> TeamPage:
    """Four queries, however many are in the team."""
    since = today - A_YEAR
    found = team_measuring(team, from_on=since, today=today)
    wanted = [one for one in found.open if one.is_wanted]
    put_off = [one for one in found.open if one.standing is Standing.POSTPONED]
    late = sum(one.standing is LATE for one in wanted)
    return TeamPage(
        team=team,
        switch=switch(team, teams, PAGE),
        figures_url=address_in(team, FIGURES),
        counts=[
            ("For sent", str(late)),
            ("Skal laves nu", str(len(wanted) - late)),
            ("Udskudt", str(len(put_off))),
        ],
        rows=_citizen_rows(wanted, today),
        put_off=[_put_off(one) for one in sorted(put_off, key=_until)],
        rate=_rate_in_words(found.rate),
        rate_note=_rate_note(found.rate),
        reasons=[(REASONS[code], count) for code, count in _most_first(found.rate)],
        instruments=_instrument_rows(team, found),
        occasions=list(OCCASIONS.values()),
        since=written_day(since),
        read_on=written_day(today),
        citizen_ids=sorted({one.course.citizen_id for one in (*wanted, *put_off)}),
    )


def _citizen_rows(wanted: Sequence[ToMeasure], today: dt.date) -> list[CitizenRow]:
    """Who has waited longest stands first."""
    of_course: dict[Course, list[ToMeasure]] = defaultdict(list)
    for one in sorted(wanted, key=lambda each: (each.due_on, each.instrument.title)):
        of_course[one.course].append(one)
    return [
        CitizenRow(
            name=str(course.citizen),
            url=_url(course),
            wanted=[
                _wanted(list(same), due_on, today)
                for due_on, same in groupby(mine, key=lambda each: each.due_on)
            ],
        )
        for course, mine in of_course.items()
    ]


def _wanted(same_day: Sequence[ToMeasure], due_on: dt.date, today: dt.date) -> Wanted:
    days = (today - due_on).days
    waited = "i dag" if not days else f"{days} dag{'' if days == 1 else 'e'} siden"
    return Wanted(
        titles=listed(one.instrument.title for one in same_day),
        told=f"{written_day(due_on)}, {waited}",
        is_late=same_day[0].standing is LATE,
    )


def _until(one: ToMeasure) -> tuple[dt.date, str]:
    until = one.put_off.until_on if one.put_off else one.due_on
    return until, str(one.course.citizen)


def _put_off(one: ToMeasure) -> PutOff:
    return PutOff(
        name=str(one.course.citizen),
        url=_url(one.course),
        title=one.instrument.title,
        until=written_day(_until(one)[0]),
        why=why_put_off(one),
    )


def _url(course: Course) -> str:
    return reverse("staff:measurements:page", args=[course.citizen_id])


def _rate_in_words(rate: ResponseRate) -> str:
    """“80 %”."""
    return NO_RATE if rate.percent is None else f"{rate.percent}\N{NO-BREAK SPACE}%"


def _rate_note(rate: ResponseRate) -> str:
    """“12 af 15. 3 kan stadig nås og er ikke talt med.”."""
    told = [f"{rate.answered} af {rate.due}."] if rate.due else []
    if rate.waiting:
        told.append(f"{rate.waiting} kan stadig nås og er ikke talt med.")
    return " ".join(told)


def _most_first(rate: ResponseRate) -> list[tuple[str, int]]:
    return sorted(rate.reasons.items(), key=lambda one: (-one[1], REASONS[one[0]]))


def _instrument_rows(team: Team, found: TeamMeasuring) -> list[InstrumentRow]:
    return [
        InstrumentRow(
            title=instrument(one.instrument).title,
            cells=[
                (label, _cell(found.rates.get((one.instrument, occasion))))
                for occasion, label in OCCASIONS.items()
            ],
        )
        for one in pack(team.method_pack).measurements
    ]


def _cell(rate: ResponseRate | None) -> str:
    """“12 af 15”, and what can still be reached; “–” where nothing fell due."""
    if rate is None:
        return "–"
    if not rate.due:
        return f"{rate.waiting} kan nås"
    reachable = f", {rate.waiting} kan nås" if rate.waiting else ""
    return f"{rate.answered} af {rate.due}{reachable}"
