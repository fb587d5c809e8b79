"""What figures tell of the preconditions: they speak for or against, and never decide."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.fidelity.calculations.preconditions import (
    MEETING_WEEKS,
    Disagreement,
    Figures,
    Finding,
    Function,
    Leaving,
    Practice,
    Several,
    Stance,
    What,
    bare_days,
    disagreement,
    findings,
    weeks_with,
)
from hjemmebane.domain.fidelity.choices import Word
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.workload.calculations.caseload import Caseload
from hjemmebane.domain.workload.calculations.coverage import Holder
from hjemmebane.domain.workload.calculations.hours import Away

MONDAY = dt.date(2025, 6, 2)
DAY = dt.timedelta(days=1)
CORE = [code for code in CoreFunction if code != CoreFunction.COORDINATION]
FOR, AGAINST, TELLS = Stance.SPEAKS_FOR, Stance.SPEAKS_AGAINST, Stance.TELLS

PRACTICE = Practice(
    weeks=8,
    meeting_weeks=8,
    meetings=8,
    sparrings=0,
    missing_items=(),
    fixed_items=("Borgerne på tavlen", "Metoden"),
    meeting="Tavlemøde",
    rhythm="hver uge",
    courses=5,
    plans_changed=3,
    practice_changed=1,
    early_contacts=2,
    assessments=1,
    monday=MONDAY,
    days_left=5,
    hours_left=Decimal(12),
)
WELL = Figures(
    today=MONDAY,
    functions=tuple(Function(code, ("Ida",), Decimal(20)) for code in CORE),
    titles=dict(CoreFunction.choices),
    coordinators=("Bo",),
    coordination_hours=Decimal(7),
    leaving=(),
    coordinator_leaving=None,
    away_today=(),
    members=(("Ida", Decimal(37)), ("Bo", Decimal(7))),
    executing_hours=Decimal(37),
    caseload=Caseload(5, Decimal(5), Decimal(37), Decimal(8)),
    bare_days=(),
    partners=3,
    without_contact=(),
    trained=2,
    untrained=(),
    last_supervision=MONDAY,
    practice=PRACTICE,
)
GAP = Leaving("HEALTH", MONDAY + 9 * DAY, ("Ida",))


def stances(figures):
    return {one.what: one.stance for one in findings(figures)}


def test_team_in_order_has_nothing_against_it():
    found = findings(WELL)

    assert AGAINST not in {one.stance for one in found}
    assert {one.precondition for one in found} <= {one.code for one in current_pack().preconditions}


@pytest.mark.parametrize(
    ("changes", "what", "stance"),
    [
        (
            {"functions": (Function("HEALTH", (), Decimal(0)), *WELL.functions[1:])},
            What.FUNCTIONS_COVERED,
            AGAINST,
        ),
        (
            {"functions": (Function("HEALTH", ("Bo",), Decimal(0)), *WELL.functions[1:])},
            What.FUNCTION_HOURS,
            AGAINST,
        ),
        ({"leaving": (GAP,)}, What.FUNCTIONS_LEAVING, AGAINST),
        ({"away_today": ("HEALTH",)}, What.FUNCTIONS_AWAY, AGAINST),
        ({"coordinators": ()}, What.COORDINATOR_NAMED, AGAINST),
        ({"coordination_hours": Decimal(0)}, What.COORDINATION_HOURS, AGAINST),
        ({"coordinator_leaving": GAP}, What.COORDINATOR_LEAVING, AGAINST),
        ({"without_contact": ("Jobcenter",)}, What.PARTNER_CONTACTS, AGAINST),
        ({"partners": 0}, What.PARTNER_CONTACTS, TELLS),
        ({}, What.AGREEMENTS, TELLS),
        ({"agreements": 1}, What.AGREEMENTS, FOR),
        ({"agreements": 1, "to_review": ("Jobcenter",)}, What.AGREEMENTS, AGAINST),
        ({"untrained": ("Bo",)}, What.TRAINED, AGAINST),
        ({"last_supervision": None}, What.SUPERVISION, TELLS),
        ({}, What.COORDINATION_HOURS, TELLS),
        ({}, What.CASELOAD, FOR),
        ({"members": ()}, What.TRAINED, TELLS),
        (
            {"functions": (Function("HEALTH", (), Decimal(0)), *WELL.functions[1:])},
            What.ABSENCES,
            TELLS,
        ),
        (
            {"caseload": Caseload(9, Decimal(9), Decimal(37), Decimal(8))},
            What.CASELOAD,
            AGAINST,
        ),
        ({"caseload": Caseload(8, Decimal(8), Decimal(37), Decimal(8))}, What.CASELOAD, TELLS),
        ({"caseload": Caseload(1, Decimal(1), Decimal(0), Decimal(8))}, What.CASELOAD, AGAINST),
        ({"members": (("Ida", Decimal("4.5")),)}, What.FEW_HOURS, AGAINST),
        ({"bare_days": (("HEALTH", 2),)}, What.ABSENCES, AGAINST),
    ],
)
def test_what_is_missing_speaks_against(changes, what, stance):
    assert stances(replace(WELL, **changes))[what] is stance


@pytest.mark.parametrize(
    ("changes", "what", "stance"),
    [
        ({"meeting_weeks": 7}, What.MEETINGS_HELD, FOR),
        ({"meeting_weeks": 6}, What.MEETINGS_HELD, AGAINST),
        ({"meeting_weeks": 0, "weeks": 0}, What.MEETINGS_HELD, TELLS),
        ({"meeting_weeks": 0, "weeks": 1}, What.MEETINGS_HELD, AGAINST),
        ({"meeting_weeks": 1, "weeks": 1}, What.MEETINGS_HELD, FOR),
        ({"plans_changed": 1}, What.PLANS_AT_MEETINGS, TELLS),
        ({"plans_changed": 5}, What.PLANS_AT_MEETINGS, TELLS),
        ({"missing_items": ("Metoden",)}, What.FIXED_ITEMS, AGAINST),
        ({"plans_changed": 0}, What.PLANS_AT_MEETINGS, AGAINST),
        ({"plans_changed": 0, "meetings": 0}, What.PLANS_AT_MEETINGS, TELLS),
        ({"plans_changed": 0, "courses": 0}, What.PLANS_AT_MEETINGS, TELLS),
        ({"hours_left": Decimal(-1)}, What.HOURS_LEFT, AGAINST),
    ],
)
def test_what_the_team_did_lately_speaks_too(changes, what, stance):
    assert stances(replace(WELL, practice=replace(PRACTICE, **changes)))[what] is stance


def test_a_manager_is_told_nothing_of_records():
    told = stances(replace(WELL, practice=None))

    assert told.keys() == stances(WELL).keys() - {
        What.MEETINGS_HELD,
        What.SPARRING,
        What.FIXED_ITEMS,
        What.PLANS_AT_MEETINGS,
        What.TARGET_GROUP,
        What.HOURS_LEFT,
    }


def test_hours_of_who_has_several_functions_are_counted_once():
    functions = (
        Function("SOCIAL_PRACTICAL", ("Anna", "Pia"), Decimal(42)),
        Function("HEALTH", ("Ditte", "Pia"), Decimal(27)),
        Function("AUTHORITY", ("Pia",), Decimal(21)),
    )
    several = (Several("Pia", Decimal(21), 3),)

    assert replace(WELL, functions=functions, in_several=several).function_hours == 48
    assert WELL.function_hours == 60


def found(*said):
    return [Finding("CORE_FUNCTIONS", What.FUNCTIONS_COVERED, stance) for stance in said]


@pytest.mark.parametrize(
    ("word", "said", "gap"),
    [
        (Word.MET, [FOR, AGAINST], Disagreement.WORD_IS_BRIGHTER),
        (Word.MET, [FOR, TELLS], None),
        (Word.MET, [], None),
        (Word.NOT_YET, [FOR, TELLS], Disagreement.FIGURES_ARE_BRIGHTER),
        (Word.NOT_YET, [FOR, AGAINST], None),
        (Word.NOT_YET, [TELLS], None),
        (Word.NOT_YET, [], None),
    ],
)
def test_word_and_figures_part(word, said, gap):
    assert disagreement(word, found(*said)) is gap


@given(st.lists(st.sampled_from(Stance), max_size=6))
def test_partly_is_never_contradicted_and_one_more_against_never_makes_it_brighter(said):
    assert disagreement(Word.PARTLY, found(*said)) is None
    assert disagreement(Word.MET, found(*said, AGAINST)) is Disagreement.WORD_IS_BRIGHTER
    assert disagreement(Word.NOT_YET, found(*said, AGAINST)) is None


@given(st.lists(st.sampled_from(CORE), unique=True))
def test_a_function_nobody_has_always_speaks_against(missing):
    functions = tuple(
        Function(code, () if code in missing else ("Ida",), Decimal(20)) for code in CORE
    )

    told = stances(replace(WELL, functions=functions))[What.FUNCTIONS_COVERED]

    assert (told is AGAINST) == bool(missing)


def holder(*functions, name="Ida", away=()):
    return Holder(MONDAY, None, name=name, functions=frozenset(functions), absences=tuple(away))


def test_bare_days_are_working_days_on_which_all_are_away():
    week_off = Away(MONDAY, MONDAY + 6 * DAY)
    held = [
        holder("HEALTH", "AUTHORITY", away=[week_off]),
        holder("AUTHORITY", name="Bo"),
    ]

    assert bare_days(held, CORE, today=MONDAY, days=28) == [("HEALTH", 5)]
    assert bare_days(held, CORE, today=MONDAY, days=2) == [("HEALTH", 2)]
    assert bare_days(held[1:], CORE, today=MONDAY, days=28) == []


@given(st.lists(st.integers(0, 100), max_size=20), st.integers(0, MEETING_WEEKS))
def test_weeks_with_a_meeting_are_no_more_than_there_are(days_ago, existed):
    days = [MONDAY - number * DAY for number in days_ago]

    weeks = weeks_with(days, today=MONDAY, weeks=existed)

    assert weeks <= min(existed, len(days))
    assert weeks_with([*days, MONDAY + DAY], today=MONDAY, weeks=existed) == weeks


def test_two_meetings_in_a_week_are_one_week():
    days = [MONDAY, MONDAY - 2 * DAY, MONDAY - 7 * DAY]

    assert weeks_with(days, today=MONDAY, weeks=8) == 2
