"""Weeks before and after: the address that names one, and what its page shows."""

import datetime as dt

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.domain.workload.calculations.hours import monday_of
from hjemmebane.faces.staff.workload.pages.weeks import UNKNOWN, shown_week
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join, start_case

URL = "/teamet/timer/"
SUNDAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
QUERIES, MANAGER_QUERIES = 16, 13


def address(days):
    year, week, _ = (today() + days * DAY).isocalendar()
    return f"{URL}?uge={year}-W{week:02}"


def be_away(employee, day):
    register_absence(
        id=new_id(),
        staff_member=employee.staff_member,
        values={"kind": "HOLIDAY", "from_on": day, "until_on": day},
        by=employee.actor,
        at=now(),
    )


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        ("", "Uge 47, 16.–22. november"),
        ("2026-W47", "Uge 47, 16.–22. november"),
        ("2026-W49", "Uge 49, 30. november – 6. december"),
        ("2026-W53", "Uge 53, 28. december 2026 – 3. januar 2027"),
    ],
)
def test_address_names_a_week(wanted, title):
    week = shown_week(wanted, SUNDAY)

    assert (week.title, week.told) == (title, "")


@pytest.mark.parametrize(
    "wanted",
    ["47", "2026-47", "2027-W53", "2026-W00", "2026-W99", "0001-W01", "9999-W52", "२०२६-W47", "x"],
)
def test_week_that_is_not_there_is_said_so_and_the_present_one_shown(wanted):
    week = shown_week(wanted, SUNDAY)

    assert (week.is_this, week.told) == (True, UNKNOWN)


def test_present_and_past_weeks_are_told_apart():
    named = {wanted: shown_week(wanted, SUNDAY) for wanted in ("2026-W46", "2026-W47", "2026-W48")}

    assert [(week.is_past, week.is_this) for week in named.values()] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_links_lead_to_the_weeks_beside_across_new_year(cast):
    week = shown_week("2026-W53", SUNDAY)

    before, after = week.before(cast.team_one), week.after(cast.team_one)
    assert (before.label, after.label) == ("Uge 52", "Uge 1")
    assert before.url.endswith("&uge=2026-W52")
    assert after.url.endswith("&uge=2027-W01")


def test_bad_address_gets_a_sentence_and_the_page(cast):
    response = browser(cast.ida).get(f"{URL}?uge=snart")

    assert response.status_code == 200
    assert UNKNOWN in words(response)
    assert response.context["page"].week.is_this


def test_week_before_tells_its_hours_and_time_and_no_citizen(cast):
    with acting(cast.ida.actor):
        log_time(
            id=new_id(),
            team=cast.team_one,
            staff_member=cast.ida.staff_member,
            values={"worked_on": monday_of(today()) - DAY, "kind": "LEARNING", "minutes": 90},
            by=cast.ida.actor,
            at=now(),
        )

    response = browser(cast.ida).get(address(-7))

    page = response.context["page"]
    facts = dict(page.members[1].facts)
    assert "læring 1,5" in facts["Brugt"]
    assert "Ikke brugt" in facts
    assert page.figures.left_name == "Ikke brugt"
    assert page.figures.left_note == "ugens arbejdsdage er gået"
    assert len(page.entries) == 1
    assert (page.needs, page.stranded, page.figures.caseload) == ([], [], "")
    assert "Til denne uge" in words(response)
    assert "Krog" not in words(response)
    with acting(cast.ida.actor):
        assert not Access.objects.exists()


def test_week_after_tells_what_is_left_and_who_is_away(cast):
    monday = monday_of(today()) + 7 * DAY
    with acting(cast.ida.actor):
        be_away(cast.ida, monday)
        be_away(cast.ida, monday + 7 * DAY)

    response = browser(cast.ida).get(address(7))

    page = response.context["page"]
    assert page.figures.left_name == "Tilbage"
    assert f"Tilbage i {page.week.number}" in words(response)
    assert (page.absences_title, len(page.absences)) == (f"Fravær i {page.week.number}", 1)
    assert not page.members[1].is_away  # that is said of today
    assert "Aftaler i ugen" in dict(page.members[0].facts)


def test_manager_is_not_told_what_the_time_of_another_week_went_to(cast):
    response = browser(cast.mette).get(address(-7))

    assert response.context["page"].figures.spent == []
    assert "vises for en leder kun i den uge, vi er i" in words(response)


@pytest.mark.parametrize(("days", "more"), [(-70, 0), (-7, 2), (7, 0), (70, 2)])
def test_other_weeks_ask_as_many_queries(cast, django_assert_num_queries, days, more):
    for number in range(more):
        with acting(OPERATIONS):
            new = employ(f"Ny{number}", "Peer")
            let_join(cast.team_one, new, CoreFunction.HEALTH)
        with acting(new.actor):
            be_away(new, today() + days * DAY)
            start_case(cast.team_one, new, CitizenDetails(given_name=f"Borger {number}"))
    ida, mette = browser(cast.ida), browser(cast.mette)

    with django_assert_num_queries(QUERIES):
        ida.get(address(days))
    with django_assert_num_queries(MANAGER_QUERIES):
        mette.get(address(days))
