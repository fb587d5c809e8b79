"""Everybody's efforts by part of life and by week, and the questions they raise, in words."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.calculations import ATTENDANCE, DEMANDS, SAME_AREA, SAME_TIME
from hjemmebane.domain.plans.choices import Demand, OverlapJudgement
from hjemmebane.domain.plans.models import OtherEffort, Overlap, PlanActivity
from hjemmebane.domain.plans.queries import AskedQuestion
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import EffortView, Overlaps, overlaps_around
from hjemmebane.faces.staff.moments import coming_moment, week_in_words
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day, written_moment

WEEKS = 4
TEAM, NETWORK = "Teamet", "Netværket"
COMES_BY = "Kommer til borgeren, som I har aftalt om kontakt"
NO_AREA = "Uden livsområde"
# word, tone, icon
ANSWERS = {
    OverlapJudgement.FINE: ("Godt, som det er", "good", "check"),
    OverlapJudgement.HANDLED: ("Håndteret", "good", "check"),
    OverlapJudgement.CONFLICT: ("Modarbejder hinanden", "bad", "warning"),
}


@dataclass(frozen=True)
class EffortRow:
    """An effort in words. who: the person; provider: on whose behalf they do it."""

    provider: str
    who: str
    what: str
    details: str
    demand: str
    when: str = ""

    @property
    def name(self) -> str:
        """“Jobcenter Aabenby (Lise)”."""
        return f"{self.provider} ({self.who})" if self.who else self.provider


@dataclass(frozen=True)
class Group:
    """Efforts under a heading: a part of life, or a week."""

    title: str
    rows: Sequence[EffortRow]


@dataclass(frozen=True)
class Said:
    """An answer of the team: which, why, when and by whom; asked: the question as it was then."""

    word: str
    tone: str
    icon: str
    why: str
    by: str
    asked: Sequence[str]


@dataclass(frozen=True)
class QuestionOnPage:
    """kind: what it is about in a few words. lines: the efforts it rests on."""

    kind: str
    sentence: str
    lines: Sequence[str]
    said: Said | None
    earlier: Sequence[Said]
    came_back: bool
    url: str

    @property
    def asked(self) -> str:
        """The whole question, as it is kept with the answer."""
        return "\n".join([self.sentence, *self.lines])


@dataclass(frozen=True)
class OverlapsPage:
    """open: what waits for an answer or for something to be done; settled: the others."""

    open: Sequence[QuestionOnPage]
    settled: Sequence[QuestionOnPage]
    gone: Sequence[Said]
    areas: Sequence[Group]
    weeks: Sequence[Group]

    @property
    def lead(self) -> str:
        count = len(self.open)
        if not count:
            return "Ingen spørgsmål venter på jer."
        return f"{count} spørgsmål at tage stilling til." if count > 1 else "Ét spørgsmål venter."


def overlaps_of(course: Course, *, at: dt.datetime) -> Overlaps:
    """From this morning and four weeks on."""
    begins = dt.datetime.combine(day_of(at), dt.time(), COPENHAGEN)
    return overlaps_around(course, since=begins, until=begins + dt.timedelta(weeks=WEEKS))


def overlaps_page(course: Course, *, at: dt.datetime) -> OverlapsPage:
    """As many queries whatever is done for the citizen."""
    found, words = overlaps_of(course, at=at), Words(course, at)
    asked = [(one, words.question(one, found.efforts)) for one in found.asked]
    return OverlapsPage(
        open=[shown for one, shown in asked if one.is_open],
        settled=[shown for one, shown in asked if not one.is_open],
        gone=[said(one) for one in found.gone],
        areas=words.areas(found.efforts),
        weeks=words.weeks(found.efforts),
    )


class Words:
    """Says in Danish what is done around one citizen."""

    def __init__(self, course: Course, at: dt.datetime) -> None:
        self.citizen, self.at = course.citizen, at
        areas = pack(course.team.method_pack).life_areas
        self.titles = {area.code: area.title for area in areas}

    def question(self, one: AskedQuestion, efforts: Sequence[EffortView]) -> QuestionOnPage:
        by_key = {view.effort.key: view for view in efforts}
        views = [by_key[effort.key] for effort in one.question.efforts]
        sentence = SENTENCES[one.question.kind](self, one, views)
        rows = [self.row(view) for view in views]
        answer = one.answer
        return QuestionOnPage(
            kind=KINDS[one.question.kind],
            sentence=sentence,
            lines=[": ".join(filter(None, (row.name, self.line(row)))) for row in rows],
            said=said(answer) if answer else None,
            earlier=[said(each) for each in one.said if each != answer],
            came_back=one.came_back,
            url=reverse("staff:overlaps:judge", args=[self.citizen.pk, one.question.slug]),
        )

    @staticmethod
    def line(row: EffortRow) -> str:
        return " · ".join(filter(None, (row.what, row.when, row.details, row.demand)))

    def row(self, view: EffortView) -> EffortRow:
        record, demand = view.record, view.effort.demand
        asks = str(Demand(demand).label) if demand else ""
        if record is None:
            return EffortRow(TEAM, "", COMES_BY, "", asks)
        if isinstance(record, NetworkMeeting):
            when = coming_moment(record.starts_at, self.at)
            return EffortRow(NETWORK, "", "Netværksmøde", record.place, "", when)
        if isinstance(record, Appointment | PartnerAppointment):
            return self._appointment(record)
        if isinstance(record, OtherEffort):
            provider = record.organisation.name if record.organisation else record.who
            who = record.who if record.organisation else ""
            return EffortRow(provider, who, record.what, "", asks)
        due = f"senest {written_day(record.due_on)}" if record.due_on else ""
        details = " · ".join(filter(None, (record.how_often, record.place, due)))
        provider, who = self._whose(record)
        return EffortRow(provider, who, record.what, details, asks)

    def _appointment(self, one: Appointment | PartnerAppointment) -> EffortRow:
        when = coming_moment(one.starts_at, self.at)
        if isinstance(one, Appointment):
            place = str(one.get_place_display())
            return EffortRow(TEAM, one.staff_member.name, one.what, place, "", when)
        person = one.partner_person
        return EffortRow(person.organisation.name, person.name, one.what, one.place, "", when)

    def _whose(self, activity: PlanActivity) -> tuple[str, str]:
        if person := activity.partner_person:
            return person.organisation.name, person.name
        if activity.staff_member:
            return TEAM, activity.staff_member.name
        if activity.network_person:
            return activity.network_person.name, activity.network_person.relation
        return f"{self.citizen} selv", ""

    def areas(self, efforts: Sequence[EffortView]) -> list[Group]:
        """The parts of life in the method's order; what has none comes last."""
        going_on = [one for one in efforts if not one.effort.starts_at]
        titles = {**self.titles, "": NO_AREA}
        groups = [
            Group(title, [self.row(one) for one in going_on if one.effort.area == area])
            for area, title in titles.items()
        ]
        return [group for group in groups if group.rows]

    def weeks(self, efforts: Sequence[EffortView]) -> list[Group]:
        """The agreed times week by week, whoever agreed them."""
        timed = [(one.effort.starts_at, one) for one in efforts if one.effort.starts_at]
        timed.sort(key=lambda entry: (entry[0], entry[1].effort.key))
        today = day_of(self.at)
        return [
            Group(week_in_words(monday, today).capitalize(), [self.row(one) for _, one in ones])
            for monday, ones in groupby(timed, key=lambda entry: monday_of(entry[0]))
        ]

    def same_area(self, one: AskedQuestion, views: Sequence[EffortView]) -> str:
        area = self.titles.get(one.question.area, one.question.area)
        several = "begge" if len({view.effort.actor for view in views}) == 2 else "alle"
        return (
            f"{self._providers(views)} arbejder {several} med {area.lower()}."
            " Kender de hinandens del, og går de efter det samme?"
        )

    def same_time(self, _one: AskedQuestion, views: Sequence[EffortView]) -> str:
        first = min(view.effort.starts_at for view in views if view.effort.starts_at)
        return (
            f"{self._providers(views)} har aftale med {self.citizen.given_name} på samme tid"
            f" {coming_moment(first, self.at)}. Er det meningen?"
        )

    def demands(self, _one: AskedQuestion, views: Sequence[EffortView]) -> str:
        name = self.citizen.given_name
        asking = [one for one in views if one.effort.demand == ATTENDANCE]
        coming = [one for one in views if one.effort.demand != ATTENDANCE]
        return (
            f"{self._providers(asking)} forventer, at {name} møder frem, mens"
            f" {self._providers(coming, begins=False)} kommer til {name}. Kan {name} klare det"
            " krav, eller skal det gøres anderledes?"
        )

    def _providers(self, views: Sequence[EffortView], *, begins: bool = True) -> str:
        """Each once: “Teamet og Jobcenter Aabenby”, where the sentence begins with them."""
        names = dict.fromkeys(self.row(view).provider for view in views)
        told = listed(name.lower() if name == TEAM else name for name in names)
        return told[:1].upper() + told[1:] if begins else told


def said(overlap: Overlap) -> Said:
    word, tone, icon = ANSWERS[OverlapJudgement(overlap.judgement)]
    return Said(
        word,
        tone,
        icon,
        overlap.why,
        f"{overlap.recorded_by}, {written_moment(overlap.recorded_at)}",
        overlap.asked.splitlines(),
    )


def monday_of(moment: dt.datetime) -> dt.date:
    """The first day of the week that a moment is in."""
    day = day_of(moment)
    return day - dt.timedelta(days=day.weekday())


KINDS: Mapping[str, str] = {
    SAME_AREA: "Flere om det samme",
    SAME_TIME: "Samme tid",
    DEMANDS: "Møde frem eller få besøg",
}
SENTENCES: Mapping[str, Callable[[Words, AskedQuestion, Sequence[EffortView]], str]] = {
    SAME_AREA: Words.same_area,
    SAME_TIME: Words.same_time,
    DEMANDS: Words.demands,
}
