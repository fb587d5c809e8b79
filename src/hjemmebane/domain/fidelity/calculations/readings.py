"""An indicator read in a team's log: the formulas by name, the figure, its level, who is behind."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from uuid import UUID

from hjemmebane.domain.fidelity.calculations import of_contacts, of_keeping_on, of_plans
from hjemmebane.domain.fidelity.calculations.log import CourseLog, TeamLog, Window
from hjemmebane.domain.method.content.fidelity import (
    FidelityFormula,
    FidelityIndicator,
    Population,
)
from hjemmebane.domain.workload.calculations.hours import DAY

# What one thing that was looked at tells: yes or no, an amount, or nothing.
type Told = bool | Fraction | None
type Summary = Callable[[Sequence[bool | Fraction]], Fraction]


@dataclass(frozen=True)
class Formula:
    """How a course is asked, and how the answers of all courses become one figure.

    is_once: it is asked of the course itself, yes or no, and not of the things in it.
    """

    ask: Callable[[CourseLog, Window, int], Iterator[Told]]
    summary: Summary
    is_once: bool = False


@dataclass(frozen=True)
class Behind:
    """One citizen behind a figure. count: of how many things; value: the figure of these alone."""

    citizen_id: UUID
    count: int
    missing: int
    value: Fraction | None


@dataclass(frozen=True)
class Reading:
    """An indicator on a day.

    value and level: None where there is not enough to say anything, whatever was counted. n: what
    the figure is made of; missing: what should have told something and did not.
    """

    indicator: FidelityIndicator
    value: Fraction | None
    level: int | None
    n: int
    missing: int
    behind: tuple[Behind, ...]


def percent(told: Sequence[bool | Fraction]) -> Fraction:
    return Fraction(100 * sum(1 for one in told if one), len(told))


def middle(told: Sequence[bool | Fraction]) -> Fraction:
    return median(map(Fraction, told))


FORMULAS: Mapping[FidelityFormula, Formula] = {
    FidelityFormula.GOALS_FROM_WISHES: Formula(of_plans.goals_from_wishes, percent),
    FidelityFormula.AGREES_ON_PLAN: Formula(of_plans.agrees_on_plan, percent, is_once=True),
    FidelityFormula.OWN_WISHES: Formula(of_plans.own_wishes, percent, is_once=True),
    FidelityFormula.CONTACTS_ON_STEPS: Formula(of_contacts.contacts_on_steps, percent),
    FidelityFormula.MINUTES_A_WEEK: Formula(of_contacts.minutes_a_week, middle),
    FidelityFormula.CONTACTS_A_WEEK: Formula(of_contacts.contacts_a_week, middle),
    FidelityFormula.INTENSITY_AS_AGREED: Formula(
        of_contacts.intensity_as_agreed, percent, is_once=True
    ),
    FidelityFormula.INTENSITY_FOLLOWS_NEED: Formula(of_contacts.intensity_follows_need, percent),
    FidelityFormula.DAYS_SINCE_MET: Formula(of_contacts.days_since_met, middle),
    FidelityFormula.CALLS_SAME_DAY: Formula(of_keeping_on.calls_same_day, percent),
    FidelityFormula.RED_SAME_DAY: Formula(of_keeping_on.red_same_day, percent),
    FidelityFormula.MISSED_FOLLOWED: Formula(of_keeping_on.missed_followed, percent),
    FidelityFormula.OUTSIDE_OFFICE: Formula(of_contacts.outside_office, percent),
    FidelityFormula.AS_WANTED: Formula(of_contacts.as_wanted, percent),
    FidelityFormula.ACCOMPANIED: Formula(of_contacts.accompanied, percent, is_once=True),
    FidelityFormula.TRIED_WHEN_WITHDRAWN: Formula(of_keeping_on.tried_when_withdrawn, middle),
    FidelityFormula.FACES_WHEN_WITHDRAWN: Formula(of_keeping_on.faces_when_withdrawn, percent),
    FidelityFormula.HOLDS_WITH_CONTACT: Formula(of_keeping_on.holds_with_contact, percent),
    FidelityFormula.RETAINED: Formula(of_keeping_on.retained, percent, is_once=True),
    FidelityFormula.MET_BY_TWO: Formula(of_contacts.met_by_two, percent, is_once=True),
    FidelityFormula.ALL_FUNCTIONS: Formula(of_contacts.all_functions, percent, is_once=True),
    FidelityFormula.TWO_TOGETHER: Formula(of_contacts.two_together, percent, is_once=True),
    FidelityFormula.PLAN_REVIEWED: Formula(of_plans.plan_reviewed, percent, is_once=True),
    FidelityFormula.PLAN_IN_MEETINGS: Formula(of_plans.plan_in_meetings, percent),
    FidelityFormula.PARTNERS_WRITE: Formula(of_plans.partners_write, percent),
    FidelityFormula.NETWORK_MEETINGS: Formula(of_plans.network_meetings, percent, is_once=True),
    FidelityFormula.OVERLAPS_JUDGED: Formula(of_plans.overlaps_judged, percent),
    FidelityFormula.PRACTICE_MODEL_USED: Formula(
        of_plans.practice_model_used, percent, is_once=True
    ),
}


def window_of(indicator: FidelityIndicator, today: dt.date) -> Window:
    """The whole days before today; today alone where the indicator tells how things stand."""
    return Window(today - DAY * indicator.window, today - DAY if indicator.window else today)


def reading(indicator: FidelityIndicator, log: TeamLog) -> Reading:
    """The indicator in a team's log.

    Nothing is said where there are fewer than the indicator asks for, nor where the team's first
    course began after the window did.
    """
    formula, window = FORMULAS[indicator.formula], window_of(indicator, log.today)
    told: dict[UUID, list[Told]] = defaultdict(list)
    for course in log.courses:
        if is_counted(course, indicator.population, window):
            told[course.citizen_id] += formula.ask(course, window, indicator.limit)
    known = _known(one for each in told.values() for one in each)
    began_on = log.began_on
    is_young = began_on is None or began_on > window.first
    value = None if is_young or len(known) < indicator.least else formula.summary(known)
    return Reading(
        indicator=indicator,
        value=value,
        level=None if value is None else level(value, indicator),
        n=len(known),
        missing=sum(1 for each in told.values() for one in each if one is None),
        behind=tuple(_behind(who, each, formula) for who, each in told.items() if each),
    )


def is_counted(course: CourseLog, population: Population, window: Window) -> bool:
    """Whether a course is one of those the indicator is about."""
    if population is Population.EVER:
        ended = course.ended_on
        return course.started_on <= window.last and (ended is None or ended >= window.first)
    if course.ended_on is not None:
        return False
    if population is Population.OPEN:
        return True
    return course.started_on <= window.first and not any(
        window.touches(hold) for hold in course.holds
    )


def level(value: Fraction, indicator: FidelityIndicator) -> int:
    """From 1 to 5. A threshold belongs to the level that begins there."""
    first, *_, last = indicator.thresholds
    if first < last:
        return 1 + sum(1 for one in indicator.thresholds if value >= Fraction(one))
    return 1 + sum(1 for one in indicator.thresholds if value <= Fraction(one))


def _known(told: Iterable[Told]) -> list[bool | Fraction]:
    return [one for one in told if one is not None]


def _behind(citizen_id: UUID, told: Sequence[Told], formula: Formula) -> Behind:
    known = _known(told)
    return Behind(
        citizen_id=citizen_id,
        count=len(known),
        missing=len(told) - len(known),
        value=formula.summary(known) if known else None,
    )
