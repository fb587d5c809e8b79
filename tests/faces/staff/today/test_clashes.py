"""I dag says in words what of mine is at the same time, and what is on a day I am away."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import settle_appointment
from hjemmebane.domain.meetings.models import NetworkMeeting
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.faces.staff.today.pages.clashes import clashes_among
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.faces.staff.today.test_today import AT_NOON, NOON, URL, agree
from tests.factories.browsing import browser, words
from tests.factories.cast import start_case

DAY = dt.timedelta(days=1)
TOMORROW = NOON + DAY
HALF = dt.timedelta(minutes=30)


@pytest.fixture
def both(cast):
    """Ida's appointments with Kim and with Maja, half an hour between their beginnings."""
    with acting(cast.ida.actor):
        maja = start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Maja"))
        return agree(cast.kim, cast.ida, TOMORROW), agree(maja, cast.ida, TOMORROW + HALF)


def told(cast):
    (day,) = browser(cast.ida).get(URL).context["page"].coming
    return [list(one.clashes) for one in day.meetings]


def test_two_at_the_same_time_say_so_at_both(cast, both):
    assert told(cast) == [
        ["På samme tid: Gåtur med Maja kl.\xa012.30."],
        [f"På samme tid: Gåtur med Kim Krog {AT_NOON}."],
    ]
    assert "På samme tid: Gåtur med Maja kl. 12.30." in words(browser(cast.ida).get(URL))


def test_cancelled_one_troubles_nobody(cast, both):
    with acting(cast.ida.actor):
        settle_appointment(
            appointment=both[0], status="CANCELLED", version=1, by=cast.ida.actor, at=now()
        )

    assert told(cast) == [[]]


def test_day_i_am_away_is_said_and_hours_i_am_away_are_not(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, TOMORROW)
        for day, hours in ((today(), 5), (today() + DAY, None)):
            register_absence(
                id=new_id(),
                staff_member=cast.ida.staff_member,
                values={
                    "kind": "HOLIDAY",
                    "from_on": day,
                    "until_on": day,
                    "hours_per_week": hours,
                },
                by=cast.ida.actor,
                at=now(),
            )

    assert told(cast) == [[f"Du er registreret væk {written_day(today() + DAY)}."]]


def test_network_meeting_takes_time_too_and_what_is_over_takes_none(both):
    kim, maja = both
    around = NetworkMeeting(course=maja.course, starts_at=TOMORROW)

    found = clashes_among([kim, around], [], at=NOON)

    assert found[kim.pk] == [f"På samme tid: Netværksmøde med Maja {AT_NOON}."]
    assert found[around.pk] == [f"På samme tid: Gåtur med Kim Krog {AT_NOON}."]
    assert clashes_among([kim, around], [], at=TOMORROW + 2 * HALF) == {}
