"""Tidslinje: what all the rooms know, in one list, newest first."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.contacts.actions import (
    ContactDetails,
    log_contact,
    make_appointment,
    settle_appointment,
)
from hjemmebane.domain.contacts.choices import AppointmentStatus, Progress
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.plans.actions import settle_goal, take_version
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser

TIMELINE_QUERIES = 18
HOUR = dt.timedelta(hours=1)
STAYED_AWAY = f"Aftale: Gåtur – {AppointmentStatus.MISSED.label.lower()}"


def address(cast, query=""):
    return reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk]) + query


def visit(cast, started_at, **steps):
    ida = cast.ida
    return log_contact(
        id=new_id(),
        course=cast.kim.course,
        details=ContactDetails(started_at=started_at),
        staff=[ida.staff_member],
        sub_goals=steps.get("steps", {}),
        by=ida.actor,
        at=now(),
    )


def live_through(cast):
    """One of everything, each an hour after the one before."""
    start = now() - dt.timedelta(days=2)
    say_how_it_is(cast, start)
    allow_and_take_back(cast, start)
    stay_away(cast, start + 3 * HOUR)
    take_version(
        id=new_id(),
        plan=cast.kim.plan,
        reason="Planmøde",
        by=cast.ida.actor,
        at=start + 5 * HOUR,
    )
    visit(cast, start + 6 * HOUR, steps={cast.kim.first_step.pk: Progress.REACHED})
    come_far(cast)


def say_how_it_is(cast, at):
    describe_life_situation(
        id=new_id(),
        citizen=cast.kim.citizen,
        area=current_pack().life_areas[0].code,
        text="Bor på herberg",
        by=cast.ida.actor,
        at=at,
    )


def allow_and_take_back(cast, at):
    consent = give_consent(
        id=new_id(),
        citizen=cast.kim.citizen,
        recipient=cast.job_centre,
        scope=["GOALS"],
        purpose="Så de kender målene",
        how_given="ORALLY",
        from_on=today() - dt.timedelta(days=5),
        by=cast.ida.actor,
        at=at,
    )
    withdraw_consent(consent=consent, version=consent.version, by=cast.ida.actor, at=at + HOUR)


def stay_away(cast, starts_at):
    on = {"by": cast.ida.actor}
    appointment = make_appointment(
        id=new_id(),
        course=cast.kim.course,
        what="Gåtur",
        starts_at=starts_at,
        ends_at=None,
        place=Place.OUTDOORS,
        staff_member=cast.ida.staff_member,
        at=starts_at - HOUR,
        **on,
    )
    status = AppointmentStatus.MISSED
    settle_appointment(appointment=appointment, status=status, version=1, at=starts_at + HOUR, **on)


def come_far(cast):
    """Before everything else: a move within the model, and the goal reached."""
    on = {"by": cast.ida.actor, "at": now()}
    place_course(
        id=new_id(),
        course=cast.kim.course,
        part="BRIDGING",
        reason="Er klar",
        from_on=today() - dt.timedelta(days=7),
        **on,
    )
    settle_goal(
        goal=cast.kim.goal,
        status=GoalStatus.REACHED,
        reason="",
        on=today() - dt.timedelta(days=6),
        version=cast.kim.goal.version,
        **on,
    )


def titles(response):
    return [entry.told.title for entry in response.context["page"].entries]


def test_timeline_tells_everything_newest_first(cast):
    with acting(cast.ida.actor):
        live_through(cast)

    told = titles(browser(cast.ida).get(address(cast)))

    area = current_pack().life_areas[0].title
    assert [title for title in told if title != "Delmål nået"] == [
        "Besøg, hjemme",
        "Planen gemt som version 1",
        STAYED_AWAY,
        "Samtykke til Jobcenter Aabenby trukket tilbage",
        f"Livssituation: {area}",
        "Samtykke til Jobcenter Aabenby",
        "Mål nået",
        "Flyttet til Brobygning",
        "Samtykke til Team et",
    ]
    assert told.count("Delmål nået") == 1


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("kontakter", ["Besøg, hjemme"]),
        ("aftaler", [STAYED_AWAY]),
        (
            "plan",
            [
                "Planen gemt som version 1",
                "Delmål nået",
                "Mål nået",
                "Flyttet til Brobygning",
            ],
        ),
    ],
)
def test_timeline_shows_one_kind_when_asked(cast, group, told):
    with acting(cast.ida.actor):
        live_through(cast)

    assert sorted(titles(browser(cast.ida).get(address(cast, f"?vis={group}")))) == sorted(told)


def test_timeline_of_an_unknown_kind_does_not_exist(cast):
    assert browser(cast.ida).get(address(cast, "?vis=hovsa")).status_code == 404


@pytest.mark.parametrize("visits", [1, 3])
def test_timeline_asks_as_many_queries_whatever_the_number(cast, django_assert_num_queries, visits):
    with acting(cast.ida.actor):
        for number in range(visits):
            visit(cast, now() - number * HOUR)
    client = browser(cast.ida)

    with django_assert_num_queries(TIMELINE_QUERIES):
        response = client.get(address(cast))

    assert titles(response).count("Besøg, hjemme") == visits


def test_timeline_is_paged_in_order(cast):
    with acting(cast.ida.actor):
        for number in range(30):
            visit(cast, now() - number * HOUR)
    client = browser(cast.ida)

    pages = [client.get(address(cast, f"?side={side}")).context["page"] for side in (1, 2)]

    assert [len(page.entries) for page in pages] == [25, 6]
    moments = [entry.moment for page in pages for entry in page.entries]
    assert moments == sorted(moments, reverse=True)


def test_timeline_of_another_team_does_not_exist(cast):
    assert browser(cast.omar).get(address(cast)).status_code == 404
