"""What the figures tell of the preconditions: sentences that read aloud."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from hjemmebane.domain.fidelity.calculations.preconditions import Leaving, Several
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.faces.staff.fidelity.pages.wording import (
    agreements,
    counted_once,
    hours_left,
    leaving,
    meetings_held,
    target_group,
)
from tests.domain.fidelity.calculations.test_preconditions import PRACTICE, WELL


@pytest.mark.parametrize(
    ("held", "weeks", "told"),
    [
        (0, 0, "Teamet er så nyt, at der ikke er møder at tælle."),
        (0, 1, "Der er ikke holdt tavlemøde i systemet den sidste uge."),
        (1, 1, "Der er holdt tavlemøde den sidste uge. Rytmen er hver uge."),
        (0, 3, "Der er ikke holdt tavlemøde i systemet de sidste 3 uger."),
        (2, 3, "Der er holdt tavlemøde i 2 af de sidste 3 uger. Rytmen er hver uge."),
    ],
)
def test_meetings_are_counted_in_the_weeks_there_were(held, weeks, told):
    assert meetings_held(replace(PRACTICE, meeting_weeks=held, weeks=weeks)) == told


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 målgruppevurderinger gjort færdige"),
        (1, "1 målgruppevurdering gjort færdig"),
        (2, "2 målgruppevurderinger gjort færdige"),
    ],
)
def test_assessments_are_counted_in_words_that_fit(count, told):
    said = target_group(replace(PRACTICE, early_contacts=2, assessments=count))
    assert said == f"Det sidste halve år: 2 set tidligt og {told}."


@pytest.mark.parametrize(
    ("held", "late", "told"),
    [
        (0, (), "Ingen samarbejdsaftaler er skrevet ned."),
        (1, (), "1 samarbejdsaftale gælder."),
        (
            2,
            ("Jobcentret",),
            "2 samarbejdsaftaler gælder. Skulle være set efter: Jobcentret.",
        ),
    ],
)
def test_agreements_are_told_with_those_nobody_looked_at(held, late, told):
    assert agreements(replace(WELL, agreements=held, to_review=late)) == told


def test_function_nobody_will_have_is_told_with_who_leaves():
    gap = Leaving(CoreFunction.HEALTH, dt.date(2025, 6, 2), ("Ida", "Bo"))
    told = "Ingen har Specialiseret helbredsindsats fra 2. juni 2025, når Ida og Bo stopper."
    assert leaving(WELL, gap) == told


def test_why_hours_of_functions_are_more_than_the_teams():
    several = (Several("Pia", Decimal(21), 2), Several("Bo", Decimal(9), 3))
    told = counted_once(replace(WELL, in_several=several))

    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "Pia (21 t.) dækker 2 af dem og Bo (9 t.) dækker 3 af dem."
        " Når hver kun tælles én gang, er det 21 t. i alt."
    )
    assert counted_once(WELL) == ""


@pytest.mark.parametrize(
    ("days", "left", "told"),
    [
        (5, "12", "Der er 12 t. tilbage i uge 23, som ikke er brugt eller aftalt."),
        (0, "12", "Arbejdsdagene i uge 23 er gået. 12 t. blev ikke brugt eller aftalt."),
        (0, "-3", "Uge 23 er overtegnet med 3 t."),
    ],
)
def test_hours_left_name_their_week(days, left, told):
    said = hours_left(replace(PRACTICE, days_left=days, hours_left=Decimal(left)))

    assert said.replace("\N{NO-BREAK SPACE}", " ") == told
