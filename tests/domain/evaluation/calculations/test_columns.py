"""The case file's codes are the record's, and are called the same."""

import pytest

from hjemmebane.domain.citizens.choices import Gender
from hjemmebane.domain.courses.choices import CourseStatus, EndingReason, Known
from hjemmebane.domain.evaluation.calculations import of_cases, of_teams
from hjemmebane.domain.evaluation.calculations.columns import KNOWN
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS, Measure
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS
from hjemmebane.domain.method.queries import instrument, pack
from hjemmebane.domain.plans.choices import AgreementStance

M_ACT = pack("m-act")
INSTRUMENTS = {
    "VUM": of_cases.VUM_WHOLE,
    "BRIEF_INSPIRE_O": of_cases.INSPIRE_O,
    "BRIEF_INSPIRE": of_cases.INSPIRE,
    "GSE": of_cases.GSE,
}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(of_cases.STATUSES, CourseStatus, id="status"),
        pytest.param(of_cases.REASONS, EndingReason, id="reason"),
        pytest.param(of_cases.GENDERS, Gender, id="gender"),
        pytest.param(of_cases.STANCES, AgreementStance, id="stance"),
        pytest.param(KNOWN, Known, id="known"),
    ],
)
def test_codes_are_those_of_the_record(ours, theirs):
    assert ours == dict(theirs.choices)


@pytest.mark.parametrize(
    ("ours", "name"),
    [
        pytest.param(of_cases.HOUSING, "HOUSING", id="housing"),
        pytest.param(of_cases.EFFORTS, "EFFORT", id="efforts"),
        pytest.param({**of_cases.NEXT_SUPPORT, "NONE": "Ingen støtte"}, "NEXT_SUPPORT", id="next"),
    ],
)
def test_choices_are_those_of_the_method(ours, name):
    assert ours == {one.code: one.title for one in M_ACT.choice_list(name).options}


def test_parts_and_elements_are_those_of_the_method():
    parts = {one.code: one.short_title for one in M_ACT.practice_parts}

    assert parts == of_cases.PARTS
    assert list(of_teams.ELEMENTS) == [one.code.lower() for one in M_ACT.core_elements]


def test_lines_are_those_that_teams_ask_themselves():
    lines = M_ACT.self_assessments

    assert set(of_teams.BELIEVED) == {one.code.lower() for one in lines}
    held = {one.code.lower() for one in lines if one.indicators}
    assert set(of_teams.LOGGED) == held | {
        "practice_model"
    }  # asked about; nothing logged of it yet


@pytest.mark.parametrize(("code", "measure"), INSTRUMENTS.items(), ids=list(INSTRUMENTS))
def test_limits_are_the_instruments(code, measure: Measure):
    scoring = instrument(code).scoring

    assert measure.limits == (scoring.lowest, scoring.highest)


def test_dimensions_and_small_steps_are_the_instruments():
    vum, steps = instrument("VUM"), instrument("PROGRESSION")

    assert {one.name: one.told for one in of_cases.VUM} == {
        f"vum_{item.code.lower()}": item.title for item in vum.items
    }
    assert {one.name: (one.told, one.positive) for one in of_cases.STEPS} == {
        f"progression_{item.code.lower()}": (item.title, item.positive) for item in steps.items
    }
    assert [one.better for one in of_cases.STEPS] == [
        -1 if item.reverse else 1 for item in steps.items
    ]


@pytest.mark.parametrize("columns", [CASE_COLUMNS, TEAM_COLUMNS], ids=["cases", "teams"])
def test_names_are_unlike_and_register_columns_may_be_left_out(columns):
    names = [one.name for one in columns]

    assert len(names) == len(set(names))
    assert all(one.optional for one in columns if one.register)
    assert all(one.told for one in columns)
