"""Each formula against a case worked by hand, and when nothing may be said."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.contacts import choices as contacts
from hjemmebane.domain.contacts.queries import WITH_OTHERS as CALLED_OTHERS
from hjemmebane.domain.courses.choices import EndingReason, Intensity, Place
from hjemmebane.domain.fidelity.calculations import log as codes
from hjemmebane.domain.fidelity.calculations.log import (
    CallLog,
    ContactLog,
    CourseLog,
    IntensityLog,
    MissedLog,
    TeamLog,
    WaysLog,
)
from hjemmebane.domain.fidelity.calculations.of_keeping_on import NATURAL_ENDS
from hjemmebane.domain.fidelity.calculations.of_plans import STANCES
from hjemmebane.domain.fidelity.calculations.readings import FORMULAS, reading
from hjemmebane.domain.method.content.fidelity import (
    FidelityFormula,
    FidelityIndicator,
    Population,
)
from hjemmebane.domain.plans.choices import AgreementStance
from hjemmebane.domain.workload.calculations.intensity import Span

TODAY = dt.date(2026, 3, 30)
LONG_AGO = dt.date(2024, 1, 1)
IDA, BO, CARL = (UUID(int=number) for number in (1, 2, 3))
KIM, NOOR, ASK, BEA, DAN = (UUID(int=number) for number in range(11, 16))
SOCIAL, HEALTH, AUTHORITY = "SOCIAL_PRACTICAL", "HEALTH", "AUTHORITY"


def ago(days):
    return TODAY - dt.timedelta(days=days)


def noon(days, hour=12):
    return dt.datetime.combine(ago(days), dt.time(hour), dt.UTC)


def contact(days, *staff, hour=12, **said):
    given = {
        "kind": "VISIT",
        "outcome": "MET",
        "place": "HOME",
        "minutes": 60,
        "staff": frozenset(staff or (IDA,)),
        **said,
    }
    return ContactLog(at=noon(days, hour), on=ago(days), **given)


def attempt(days, *staff, **said):
    return contact(days, *staff, outcome="NOT_MET", minutes=0, **said)


def course(*contacts_there, who=KIM, **said):
    functions = frozenset({SOCIAL, HEALTH, AUTHORITY})
    given = {
        "started_on": LONG_AGO,
        "core_functions": functions,
        "contacts": tuple(contacts_there),
        **said,
    }
    return CourseLog(citizen_id=who, **given)


def indicator(formula, *, window=28, least=1, population="OPEN", **said):
    given = {"thresholds": (20, 40, 60, 80), "limit": 0, **said}
    return FidelityIndicator(
        code="X",
        title="X",
        text="X",
        core_element="X",
        formula=formula,
        window=window,
        population=population,
        unit="%",
        least=least,
        source="X",
        **given,
    )


def read(formula, *courses, **said):
    return reading(indicator(formula, **said), TeamLog(today=TODAY, courses=courses))


def figures(formula, *courses, **said):
    """(value, n, missing)."""
    told = read(formula, *courses, **said)
    return told.value, told.n, told.missing


AGREED_TWICE = IntensityLog(LONG_AGO, None, Decimal(2), None, "ORDINARY")
ONCE = IntensityLog(LONG_AGO, ago(20), Decimal(1), None, "ORDINARY")
THRICE = IntensityLog(ago(20), None, Decimal(3), None, "HIGH")
ENDED = {"ended_on": ago(40), "ended_because": "OPTED_OUT"}

# formula: the courses, what the indicator says, and (value, n, missing) worked by hand.
BY_HAND = {
    # Three open goals hang from a wish, one does not.
    "GOALS_FROM_WISHES": (
        (course(goals=(True, True)), course(goals=(True, False), who=NOOR)),
        {"window": 0},
        (75, 4, 0),
    ),
    # One agrees, one disagrees, one could not answer, one was not asked; one has no plan at all.
    "AGREES_ON_PLAN": (
        (
            course(has_plan=True, stance="AGREES"),
            course(has_plan=True, stance="DISAGREES", who=NOOR),
            course(has_plan=True, stance="COULD_NOT_ANSWER", who=ASK),
            course(has_plan=True),
            course(),
        ),
        {"window": 0},
        (50, 2, 2),
    ),
    # The third began yesterday and is not asked yet.
    "OWN_WISHES": (
        (course(own_wishes=2), course(who=NOOR), course(started_on=ago(1), who=ASK)),
        {},
        (50, 2, 0),
    ),
    # Two of three meetings; an attempt and a call to the job centre are no meetings.
    "CONTACTS_ON_STEPS": (
        (
            course(
                contact(1, on_steps=True),
                contact(2, on_steps=True, kind="PHONE"),
                contact(3),
                attempt(4, on_steps=True),
                contact(5, kind="PARTNER", on_steps=True),
                contact(29, on_steps=True),
            ),
        ),
        {},
        (Fraction(200, 3), 3, 0),
    ),
    # 240 minutes in four weeks is 60 a week; nobody met is 0; the middle of them is 30. Today and
    # the phone do not count.
    "MINUTES_A_WEEK": (
        (
            course(contact(1), contact(28, minutes=180), contact(0), contact(2, kind="PHONE")),
            course(who=NOOR),
        ),
        {"population": "ACTIVE"},
        (30, 2, 0),
    ),
    # Two meetings in four weeks is a half a week.
    "CONTACTS_A_WEEK": (
        (course(contact(1), contact(28), attempt(3)),),
        {"population": "ACTIVE"},
        (Fraction(1, 2), 1, 0),
    ),
    # Twice a week for four weeks is eight; six are three quarters of it, five are not. The third
    # was promised 100 minutes a week and got 300. Bea's two weeks of twice a week are over: of the
    # four only one came in them, and Dan's hour came on none of the days of his minutes. The last
    # has no agreement.
    "INTENSITY_AS_AGREED": (
        (
            course(*(contact(day) for day in range(1, 7)), agreed=(AGREED_TWICE,)),
            course(*(contact(day) for day in range(1, 6)), agreed=(AGREED_TWICE,), who=NOOR),
            course(contact(1, minutes=300), agreed=(IntensityLog(LONG_AGO, None, None, 100),)),
            course(
                *(contact(day) for day in (1, 2, 3, 20)),
                agreed=(IntensityLog(LONG_AGO, ago(14), Decimal(2)),),
                who=BEA,
            ),
            course(
                contact(1, minutes=60),
                agreed=(
                    IntensityLog(LONG_AGO, ago(14), None, 30),
                    IntensityLog(ago(14), None, None, None),
                ),
                who=DAN,
            ),
            course(who=ASK),
        ),
        {"limit": 75, "population": "ACTIVE"},
        (40, 5, 1),
    ),
    # From once to three times a week twenty days ago: Kim was met three times in the first seven
    # days, Noor twice. Ask's was no rise, and the last is too new to tell.
    "INTENSITY_FOLLOWS_NEED": (
        (
            course(contact(20), contact(17), contact(14), agreed=(ONCE, THRICE)),
            course(contact(20), contact(14), contact(13), agreed=(ONCE, THRICE), who=NOOR),
            course(agreed=(AGREED_TWICE, IntensityLog(ago(20), None, Decimal(1))), who=ASK),
            course(agreed=(ONCE, IntensityLog(ago(6), None, Decimal(3)))),
        ),
        {"limit": 7},
        (50, 2, 0),
    ),
    # Three days ago, ten days ago, and nobody within 28: the middle is ten.
    "DAYS_SINCE_MET": (
        (course(contact(3), contact(9)), course(contact(10), who=NOOR), course(who=ASK)),
        {"population": "ACTIVE", "thresholds": (21, 14, 10, 7)},
        (10, 3, 0),
    ),
    # The same day, the day after, still open; one was closed in words, one is older.
    "CALLS_SAME_DAY": (
        (
            course(
                calls=(
                    CallLog(ago(1), ago(1), is_closed=True),
                    CallLog(ago(2), ago(1), is_closed=True),
                    CallLog(ago(3), None, is_closed=False),
                    CallLog(ago(4), None, is_closed=True),
                    CallLog(ago(29), ago(29), is_closed=True),
                )
            ),
        ),
        {},
        (Fraction(100, 3), 3, 1),
    ),
    "RED_SAME_DAY": (
        (course(contact(5), attempt(6), red_days=frozenset({ago(5), ago(6), ago(40)})),),
        {},
        (50, 2, 0),
    ),
    # After the first somebody rang the day after; of the second only what was logged of itself;
    # the third was yesterday, so its day after is not over.
    "MISSED_FOLLOWED": (
        (
            course(
                attempt(9, kind="PHONE"),
                attempt(5, of=CARL),
                missed=(
                    MissedLog(BO, noon(10), ago(10)),
                    MissedLog(CARL, noon(5), ago(5)),
                    MissedLog(IDA, noon(1), ago(1)),
                ),
            ),
        ),
        {"limit": 1},
        (50, 2, 0),
    ),
    # At home and outdoors, at the office; one by phone, one without a place of its own.
    "OUTSIDE_OFFICE": (
        (
            course(
                contact(1),
                contact(2, place="OUTDOORS"),
                contact(3, place="OFFICE"),
                contact(4, kind="PHONE", place="REMOTE"),
                contact(5, place="REMOTE"),
            ),
        ),
        {},
        (Fraction(200, 3), 3, 0),
    ),
    # Visits at home until five days ago, then the phone. Noor has said nothing. Went along: as
    # wanted wherever it was; the visit at the office is not.
    "AS_WANTED": (
        (
            course(
                contact(8, place="OFFICE"),
                contact(8, kind="ACCOMPANIMENT", place="PARTNER"),
                contact(7),
                contact(6, kind="SMS"),
                contact(2),
                contact(1, kind="PHONE"),
                ways=(
                    WaysLog(LONG_AGO, ("VISIT",), places=("HOME",)),
                    WaysLog(ago(5), ("PHONE",)),
                ),
            ),
            course(contact(1), who=NOOR),
        ),
        {},
        (50, 6, 1),
    ),
    "ACCOMPANIED": (
        (
            course(contact(1, kind="ACCOMPANIMENT")),
            course(attempt(1, kind="ACCOMPANIMENT"), who=NOOR),
        ),
        {"population": "ACTIVE"},
        (50, 2, 0),
    ),
    # Kim: quiet the last 20 days with 4 attempts, 7 × 4 / 20. Noor was met twice, with a stretch
    # of 13 days at the longest; Ask wants little contact; the last is on hold.
    "TRIED_WHEN_WITHDRAWN": (
        (
            course(contact(28), contact(21), *(attempt(day) for day in (1, 5, 5, 20))),
            course(contact(14), contact(22), who=NOOR),
            course(attempt(1), agreed=(IntensityLog(LONG_AGO, None, Decimal(1), None, "LOW"),)),
            course(attempt(1), holds=(Span(ago(3)),), who=ASK),
        ),
        {"limit": 14},
        (Fraction(7, 5), 1, 0),
    ),
    # Kim by two, Noor by one alone twice; Ask only once.
    "FACES_WHEN_WITHDRAWN": (
        (
            course(attempt(1), attempt(2, BO)),
            course(attempt(1), attempt(2), who=NOOR),
            course(attempt(1), who=ASK),
        ),
        {"limit": 14},
        (50, 2, 0),
    ),
    # Kim's partner told after 14 days; Noor's 15 days without word; Ask's hold is too short.
    "HOLDS_WITH_CONTACT": (
        (
            course(contact(14, kind="PARTNER"), holds=(Span(ago(28)),)),
            course(contact(17), holds=(Span(ago(90), ago(1)),), who=NOOR),
            course(holds=(Span(ago(13)),), who=ASK),
        ),
        {"limit": 14},
        (50, 2, 0),
    ),
    # Still here; let go; ended without a word; moved away; not here when the year began.
    "RETAINED": (
        (
            course(),
            course(who=NOOR, **ENDED),
            course(who=ASK, ended_on=ago(40)),
            course(who=ASK, ended_on=ago(40), ended_because="MOVED"),
            course(who=ASK, started_on=ago(300)),
        ),
        {"window": 365, "population": "EVER"},
        (50, 2, 1),
    ),
    # Kim by two, Noor by one; Ask can take only one.
    "MET_BY_TWO": (
        (
            course(contact(1), contact(14, BO)),
            course(contact(1), contact(15, BO), contact(2, BO, kind="PHONE"), who=NOOR),
            course(contact(1), ways=(WaysLog(LONG_AGO, ("VISIT",), 1),), who=ASK),
        ),
        {"window": 14, "population": "ACTIVE"},
        (Fraction(200, 3), 3, 0),
    ),
    # Kim by all; Noor by two of them; Ask by two, and can take two.
    "ALL_FUNCTIONS": (
        (
            course(
                contact(1, functions=frozenset({SOCIAL})),
                contact(2, BO, functions=frozenset({HEALTH, AUTHORITY})),
            ),
            course(contact(1, functions=frozenset({SOCIAL, HEALTH, "COORDINATION"})), who=NOOR),
            course(
                contact(1, functions=frozenset({SOCIAL, HEALTH})),
                ways=(WaysLog(LONG_AGO, ("VISIT",), 2),),
                who=ASK,
            ),
        ),
        {"population": "ACTIVE"},
        (Fraction(200, 3), 3, 0),
    ),
    "TWO_TOGETHER": (
        (
            course(contact(1, IDA, BO)),
            course(contact(1), contact(2, BO), who=NOOR),
            course(contact(1), ways=(WaysLog(LONG_AGO, ("VISIT",), 1),), who=ASK),
        ),
        {"population": "ACTIVE"},
        (50, 2, 0),
    ),
    "PLAN_REVIEWED": (
        (
            course(reviews=(ago(28),)),
            course(reviews=(ago(29), TODAY), who=NOOR),
            course(who=ASK, started_on=ago(10)),
        ),
        {},
        (50, 2, 0),
    ),
    "PRACTICE_MODEL_USED": (
        (
            course(model_days=(ago(28),)),
            course(model_days=(ago(29), TODAY), who=NOOR),
            course(who=ASK, started_on=ago(10)),
        ),
        {},
        (50, 2, 0),
    ),
    "PLAN_IN_MEETINGS": (
        (course(turns=((ago(1), True), (ago(8), False), (ago(40), True))),),
        {},
        (50, 2, 0),
    ),
    "PARTNERS_WRITE": (
        (course(partner_activities=(True, False)), course(partner_activities=(False,), who=NOOR)),
        {"window": 0},
        (Fraction(100, 3), 3, 0),
    ),
    "NETWORK_MEETINGS": (
        (course(network_meetings=(ago(3),)), course(network_meetings=(ago(30),), who=NOOR)),
        {"population": "ACTIVE"},
        (50, 2, 0),
    ),
    "OVERLAPS_JUDGED": (
        (course(overlaps=(True, True, False)), course(who=NOOR)),
        {"window": 0},
        (Fraction(200, 3), 3, 0),
    ),
}


@pytest.mark.parametrize("formula", FidelityFormula)
def test_formula_equals_what_was_worked_by_hand(formula):
    courses, said, expected = BY_HAND[formula]

    assert figures(formula, *courses, **said) == expected


@pytest.mark.parametrize("formula", FidelityFormula)
def test_nothing_logged_is_never_a_number(formula):
    said = BY_HAND[formula][1] | {"population": "OPEN", "least": 2}

    told = read(formula, **said)

    assert (told.value, told.level, told.n, told.behind) == (None, None, 0, ())


@pytest.mark.parametrize("formula", FidelityFormula)
def test_team_a_week_old_is_told_no_figure(formula):
    courses, said, _ = BY_HAND[formula]
    young = [CourseLog(**{**vars(one), "started_on": ago(7), "ended_on": None}) for one in courses]

    told = read(formula, *young, **said)

    looks_back = said.get("window", 28) > 0
    assert (told.value is None) == looks_back
    assert (told.level is None) == looks_back


def test_every_formula_is_known_by_name():
    assert set(FORMULAS) == set(FidelityFormula)
    assert set(BY_HAND) == set(FidelityFormula)


def test_too_few_are_told_as_a_count_and_no_figure():
    told = read("GOALS_FROM_WISHES", course(goals=(True, True)), window=0, least=3)

    assert (told.value, told.level, told.n) == (None, None, 2)


@pytest.mark.parametrize(
    ("hits", "expected"), [(0, 1), (3, 1), (4, 2), (8, 3), (12, 4), (15, 4), (16, 5), (20, 5)]
)
def test_threshold_belongs_to_the_level_that_begins_there(hits, expected):
    goals = tuple(number < hits for number in range(20))

    assert read("GOALS_FROM_WISHES", course(goals=goals), window=0).level == expected


@pytest.mark.parametrize(("days", "expected"), [(22, 1), (21, 2), (14, 3), (10, 4), (8, 4), (7, 5)])
def test_falling_thresholds_say_that_less_is_better(days, expected):
    told = read("DAYS_SINCE_MET", course(contact(days)), thresholds=(21, 14, 10, 7))

    assert told.level == expected


@pytest.mark.parametrize(
    ("population", "expected"),
    [
        (Population.OPEN, {KIM, NOOR}),
        (Population.ACTIVE, {KIM}),
        (Population.EVER, {KIM, NOOR, ASK}),
    ],
)
def test_whose_record_is_looked_at(population, expected):
    told = read(
        "ACCOMPANIED",
        course(),
        course(who=NOOR, holds=(Span(ago(1)),)),
        course(who=ASK, ended_on=ago(28), ended_because="MOVED"),
        course(who=ASK, ended_on=ago(29), ended_because="MOVED"),
        population=population,
    )

    assert {one.citizen_id for one in told.behind} == expected


def test_who_stands_behind_a_figure_and_what_theirs_is():
    told = read(
        "AS_WANTED",
        course(contact(2), contact(1, kind="SMS"), ways=(WaysLog(LONG_AGO, ("VISIT",)),)),
        course(contact(1), who=NOOR),
        course(who=ASK),
    )

    assert [(one.citizen_id, one.count, one.missing, one.value) for one in told.behind] == [
        (KIM, 2, 0, 50),
        (NOOR, 0, 1, None),
    ]


def test_two_courses_of_one_citizen_are_one_behind():
    told = read("GOALS_FROM_WISHES", course(goals=(True,)), course(goals=(False,)), window=0)

    assert [(one.citizen_id, one.count, one.value) for one in told.behind] == [(KIM, 2, 50)]


def test_codes_are_those_of_the_rooms():
    kinds = {
        *codes.FACE_TO_FACE,
        *codes.WITH_OTHERS,
        *(k for way in codes.WAYS.values() for k in way),
    }
    assert kinds <= set(contacts.ContactKind.values)
    assert set(CALLED_OTHERS) == codes.WITH_OTHERS
    assert {codes.OFFICE, codes.REMOTE} <= set(Place.values)
    assert {codes.MET, codes.CANCELLED} <= set(contacts.Outcome.values)
    assert set(codes.WAYS) == set(Channel.values)
    assert codes.LOW == Intensity.LOW
    assert set(EndingReason.values) > NATURAL_ENDS
    assert set(AgreementStance.values) > set(STANCES)
