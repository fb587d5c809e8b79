"""Mine timer: one's own week day by day, corrected where it comes from; a colleague's in sums."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.workload.actions import log_meeting, log_time
from hjemmebane.domain.workload.calculations.hours import Spent, monday_of
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.faces.staff.workload.pages.own_week import address
from hjemmebane.faces.staff.workload.pages.weeks import UNKNOWN
from hjemmebane.faces.staff.workload.pages.wording import clock, spent_by_clock
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

URL = "/teamet/timer/uge/"
QUERIES = 21


@pytest.fixture
def ditte(cast):
    """A colleague who coordinates nothing; Bo does."""
    with acting(OPERATIONS):
        ditte = employ("Ditte", "Sygeplejerske")
        let_join(cast.team_one, ditte, CoreFunction.HEALTH)
    return ditte


def visit(cast, **changes):
    with acting(cast.ida.actor):
        details = {"started_at": now(), "direct_minutes": 65, "travel_minutes": 20, **changes}
        return log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(**details),
            staff=[cast.ida.staff_member],
            sub_goals={},
            by=cast.ida.actor,
            at=now(),
        )


def written(cast, **changes):
    with acting(cast.ida.actor):
        values = {"worked_on": today(), "kind": "COORDINATION", "minutes": 15, **changes}
        return log_time(
            id=new_id(),
            team=cast.team_one,
            staff_member=cast.ida.staff_member,
            values=values,
            by=cast.ida.actor,
            at=now(),
        )


def test_week_tells_each_line_and_where_it_comes_from(cast):
    contact, entry, meeting = visit(cast), written(cast, note="Ringerunde"), new_id()
    with acting(cast.ida.actor):
        log_meeting(
            team=cast.team_one,
            staff=[cast.ida.staff_member],
            worked_on=today(),
            minutes=50,
            note="Tavlemøde",
            meeting_id=meeting,
            by=cast.ida.actor,
            at=now(),
        )

    response = browser(cast.ida).get(URL)

    page, html = response.context["page"], response.content.decode()
    kim = cast.kim.citizen.pk
    assert "direkte 1:05, transport 0:20" in words(response)
    assert "Koordinering: Ringerunde" in words(response)
    assert reverse("staff:contacts:edit", args=[kim, contact.pk]) in html
    assert reverse("staff:meetings:meeting", args=[meeting]) in html
    assert f"{reverse('staff:workload:time_edit', args=[entry.pk])}?fra=uge" in html
    assert dict(page.sums) == {
        "Direkte": "1:05",
        "Koordinering": "0:15",
        "Transport": "0:20",
        "Møder": "0:50",
        "Læring": "",
    }
    assert (page.all, dict(page.facts)["Brugt i alt"]) == ("2:30", "2:30")
    assert len(page.days) == 7
    with acting(cast.ida.actor):
        assert Access.objects.filter(what="Mine timer", citizen_id=kim).exists()


def test_time_is_written_corrected_and_taken_away_from_the_week(cast):
    client, day = browser(cast.ida), today()
    query = urlencode({"team": cast.team_one.pk, "fra": "uge", "dag": day.isoformat()})
    new = f"{reverse('staff:workload:time_new')}?{query}"
    here = address(cast.team_one, monday=monday_of(day))
    assert client.get(new).context["form"]["worked_on"].value() == day
    typed = {"worked_on": day.isoformat(), "kind": "LEARNING", "minutes": "30", "note": ""}

    assert client.post(new, {"id": new_id(), **typed})["Location"] == here
    with acting(cast.ida.actor):
        entry = TimeEntry.objects.get()
    edit = f"{reverse('staff:workload:time_edit', args=[entry.pk])}?fra=uge"
    shown = client.get(edit)
    assert "Mine timer" in words(shown)
    assert client.post(edit, {**typed, "version": 1, "minutes": "45"})["Location"] == here
    assert "læring 0:45" in words(client.get(here))
    remove = shown.context["remove_url"]
    assert client.post(remove, {"version": 2})["Location"] == here
    assert "læring 0:45" not in words(client.get(here))


@pytest.mark.parametrize("day", ["i-går", "2999-01-01", "", "2026-02-30"])
def test_day_that_is_not_one_to_write_on_becomes_today(cast, day):
    new = f"{reverse('staff:workload:time_new')}?{urlencode({'fra': 'uge', 'dag': day})}"

    assert browser(cast.ida).get(new).context["form"]["worked_on"].value() == today()


def test_weeks_beside_and_a_week_that_is_not_there(cast):
    client, monday = browser(cast.ida), monday_of(today())
    page = client.get(URL).context["page"]

    assert page.before.url == address(cast.team_one, monday=monday - dt.timedelta(days=7))
    assert client.get(page.before.url).context["page"].week.is_past
    assert UNKNOWN in words(client.get(f"{URL}?uge=snart"))


def test_coordinator_sees_a_colleagues_sums_and_no_line(cast):
    contact = visit(cast)
    written(cast, note="Ringerunde")
    theirs = address(cast.team_one, who=cast.ida.staff_member)

    response = browser(cast.bo).get(theirs)

    told = words(response)
    assert "Timer for Ida" in told
    assert response.context["page"].all == "1:40"
    assert "Ringerunde" not in told
    assert cast.kim.citizen.given_name not in told
    assert str(contact.pk) not in response.content.decode()
    assert "time_edit" not in response.content.decode()
    hours = browser(cast.bo).get(reverse("staff:workload:page"))
    assert "kollega=" in hours.content.decode()


def test_colleagues_week_is_not_there_for_others(cast, ditte):
    theirs = address(cast.team_one, who=cast.ida.staff_member)

    for other in (ditte, cast.omar):
        assert browser(other).get(theirs).status_code == 404
    assert browser(cast.ida).get(f"{URL}?kollega=x").status_code == 404
    assert "kollega=" not in (browser(ditte).get(reverse("staff:workload:page")).content.decode())


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_whatever_the_number(cast, django_assert_num_queries, number):
    for _ in range(number):
        visit(cast, direct_minutes=5)
        written(cast)
    client = browser(cast.ida)
    client.get(URL)

    with django_assert_num_queries(QUERIES):
        client.get(URL)


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, "0:00"), (5, "0:05"), (65, "1:05"), (2_220, "37:00")]
)
def test_minutes_are_told_by_the_clock(minutes, told):
    assert clock(minutes) == told


def test_line_without_time_says_so():
    assert spent_by_clock(Spent()) == "0:00"
