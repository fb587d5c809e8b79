"""Forløb: where the course stands in words, and everything that happened to it."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    agree_on_intensity,
    choose_primary_contact,
    put_on_hold,
    reactivate,
    record_life_event,
)
from hjemmebane.domain.courses.choices import LifeEventKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.courses import CONTACT_AGREEMENT, HOLD, LOW, end_today

# Six of them are savepoints of the test.
COURSE_QUERIES = 20


def address(cast, name="page", *args):
    return reverse(f"staff:courses:{name}", args=[cast.kim.citizen.pk, *args])


def read(cast, name="page"):
    return words(browser(cast.ida).get(address(cast, name)))


def do(cast, action, *, ago=0, **arguments):
    """An action of Ida's on Kim's course, so many days ago."""
    at = now() - dt.timedelta(days=ago)
    with acting(cast.ida.actor):
        return action(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=at, **arguments)


def hold(cast, *, ago=0, review_in=30, **changes):
    day = today() - dt.timedelta(days=ago)
    review = {"from_on": day, "review_on": today() + dt.timedelta(days=review_in)}
    return do(cast, put_on_hold, ago=ago, values=HOLD | review | changes)


def low(cast, **changes):
    return do(cast, agree_on_intensity, values=LOW | {"from_on": today()} | changes)


def take_up(cast):
    return do(cast, reactivate, on=today(), reason="Kim ringede")


def event(cast, **changes):
    values = {"kind": LifeEventKind.ADMISSION, "from_on": today(), **changes}
    return do(cast, record_life_event, values=values)


def test_course_says_where_it_stands(cast):
    said = read(cast)

    assert "Status I gang Siden 3. marts 2025 Vægt i caseload 1 Grundlag Serviceloven § 85" in said
    assert "Sæt i bero" in said
    assert "Tag op igen" not in said


def test_course_on_hold_says_how_contact_is_kept_and_when_it_is_looked_at(cast):
    hold(cast)

    said = read(cast)

    assert "Status I bero" in said
    assert "Sådan holder vi kontakten En sms hver fredag Vi ser på det igen" in said
    assert "Vægt i caseload 0,5" in said
    assert "Tag op igen" in said
    assert "Sæt i bero" not in said


def test_overdue_review_is_said_in_words(cast):
    hold(cast, ago=20, review_in=-1)

    assert "Dagen, hvor I ville tage stilling igen, er gået." in read(cast)


def test_low_intensity_is_no_hold(cast):
    low(cast, minutes_per_week=45)

    said = read(cast)

    assert "Status I gang med lav intensitet" in said
    assert "Intensitet Lav: en kontakt hver anden uge og 45 minutter om ugen" in said
    assert "Sæt i bero" in said
    assert "Tag op igen" in said


def test_history_tells_everything_the_newest_first(cast):
    staff = cast.ida.staff_member
    do(cast, choose_primary_contact, ago=40, staff_member=staff, chosen_by_citizen=True)
    hold(cast, ago=20)
    event(cast, from_on=today() - dt.timedelta(days=10), note="På P2")
    take_up(cast)
    low(cast, level="HIGH", caseload_weight=Decimal("1.5"))

    told = [
        entry.told.title for entry in browser(cast.ida).get(address(cast)).context["page"].history
    ]

    assert told == [
        "Aftalt intensitet – Høj: en kontakt hver anden uge",
        "Taget op igen",
        "Indlæggelse",
        "Sat i bero",
        "Primær kontaktperson: Ida",
    ]


@pytest.mark.parametrize("times", [1, 3])
def test_course_asks_as_many_queries_however_much_happened(cast, django_assert_num_queries, times):
    for number in range(times):
        hold(cast, ago=(times - number) * 2)
        take_up(cast) if number == times - 1 else do(
            cast,
            reactivate,
            on=today() - dt.timedelta(days=(times - number) * 2 - 1),
            reason="Kim ringede",
        )
        event(cast)
        low(cast)
        do(cast, agree_on_contact, values=CONTACT_AGREEMENT | {"talked_on": today()})
    client = browser(cast.ida)

    with django_assert_num_queries(COURSE_QUERIES):
        page = client.get(address(cast)).context["page"]

    assert len(page.history) == times * 4
    assert len(page.agreements) == times


def test_former_contact_agreements_are_read(cast):
    for times in ("Om aftenen", "Om morgenen"):
        values = CONTACT_AGREEMENT | {"times": times, "talked_on": today()}
        do(cast, agree_on_contact, values=values)

    said = read(cast)

    assert said.index("Om morgenen") < said.index("Tidligere kontaktaftaler")
    assert said.index("Tidligere kontaktaftaler") < said.index("Om aftenen")
    overview = words(
        browser(cast.ida).get(reverse("staff:citizens:overview", args=[cast.kim.citizen.pk]))
    )
    assert "Når borgeren trækker sig Ser efter lys i vinduet" in overview
    assert "Om aftenen" not in overview


def test_overview_says_where_the_course_stands(cast):
    hold(cast, ago=20, review_in=-1)

    page = browser(cast.ida).get(reverse("staff:citizens:overview", args=[cast.kim.citizen.pk]))

    assert "I bero Skulle være set på igen" in words(page)


def test_ended_course_is_read_and_offers_nothing(cast):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)

    said = read(cast)

    assert "Status Afsluttet Siden 2. juni 2025" in said
    for offered in ("Sæt i bero", "Aftal intensitet", "Skriv livsbegivenhed", "Ny kontaktaftale"):
        assert offered not in said
    assert "Slutskema" in said


def test_timeline_tells_of_pauses_and_life_events(cast):
    hold(cast)
    event(cast, note="Indlagt i nat")

    url = reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk])
    client = browser(cast.ida)

    assert "Sat i bero" in words(client.get(f"{url}?vis=forloeb"))
    assert "Indlæggelse" in words(client.get(f"{url}?vis=liv"))


@pytest.mark.parametrize(
    "name",
    ["page", "hold", "intensity", "reactivate", "life_event", "contact_agreement", "start_form"],
)
def test_course_of_another_team_does_not_exist(cast, name):
    assert browser(cast.omar).get(address(cast, name)).status_code == 404
