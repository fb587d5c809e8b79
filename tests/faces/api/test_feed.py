"""The secret calendar of a member: what it tells, to whom, and that it can be closed."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from icalendar import Calendar

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    change_appointment,
    make_appointment,
    settle_appointment,
)
from hjemmebane.domain.teams.actions import leave_team, open_feed
from hjemmebane.domain.teams.models import CalendarFeed, TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.database import ask_guard
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words

DAY = dt.timedelta(days=1)
TEN = dt.datetime.combine(today() + DAY, dt.time(10), COPENHAGEN)
MOST = 300
PHONE = "staff:calendar:phone"


def agree(case, by, starts_at=TEN, place="HOME", **changes):
    with acting(by.actor):
        return make_appointment(
            id=new_id(),
            course=case.course,
            what="Hemmelig samtale",
            starts_at=starts_at,
            ends_at=starts_at + dt.timedelta(hours=1),
            place=place,
            where="Hos Kims søster",
            staff_member=by.staff_member,
            by=by.actor,
            at=now(),
            **changes,
        )


def token_for(employee):
    with acting(employee.actor):
        made = open_feed(
            id=new_id(), staff_member=employee.staff_member, by=employee.actor, at=now()
        )
    return made.token


def address(token):
    return reverse("api:calendar:feed", args=[token])


def events(response):
    assert response.status_code == 200
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_file_tells_times_and_nothing_of_whom(cast, client):
    made = agree(cast.kim, cast.ida)
    agree(cast.noor, cast.omar)
    response = client.get(address(token_for(cast.ida)))

    (event,) = events(response)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert (event["summary"], event["uid"], event["sequence"]) == (
        "Aftale",
        f"{made.pk}@hjemmebane",
        0,
    )
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (TEN, TEN + dt.timedelta(hours=1))
    for secret in ("Kim", "Krog", "Hemmelig", "søster", "Skovvej", "LOCATION", "Hjemme:"):
        assert secret not in response.content.decode()


def test_harmless_place_is_told_by_its_kind(cast, client):
    agree(cast.kim, cast.ida, place="OUTDOORS")

    (event,) = events(client.get(address(token_for(cast.ida))))
    assert event["location"] == "Ude"


def test_companion_has_it_too(cast, client):
    agree(cast.kim, cast.ida, companions=[cast.bo.staff_member])

    assert len(events(client.get(address(token_for(cast.bo))))) == 1


def test_danish_time_is_right_in_summer_and_winter(cast, client):
    year = today().year + (today().month > 5)
    moments = [
        dt.datetime.combine(day, dt.time(10), COPENHAGEN)
        for day in (today() + 5 * DAY, today() + 175 * DAY)
    ]
    for moment in moments:
        agree(cast.kim, cast.ida, moment)
    content = client.get(address(token_for(cast.ida))).content

    calendar = Calendar.from_ical(content)
    found = [one.decoded("dtstart") for one in calendar.walk("VEVENT")]
    assert [one.astimezone(dt.UTC) for one in found] == [m.astimezone(dt.UTC) for m in moments]
    assert b"DTSTART;TZID=Europe/Copenhagen:" in content
    (zone,) = calendar.walk("VTIMEZONE")
    danish = zone.to_tz()
    for month, hours in ((1, 1), (7, 2)):
        noon = dt.datetime(year, month, 15, 12, tzinfo=danish)
        assert noon.utcoffset() == dt.timedelta(hours=hours)


def test_change_and_cancelling_are_told_under_the_same_key(cast, client):
    made, url = agree(cast.kim, cast.ida), address(token_for(cast.ida))
    with acting(cast.ida.actor):
        details = AppointmentDetails.of(made)
        change_appointment(
            appointment=made,
            details=AppointmentDetails(**{**details.values, "what": "Kaffe"}),
            version=1,
            by=cast.ida.actor,
            at=now(),
        )
        settle_appointment(
            appointment=made, status="CANCELLED", version=2, by=cast.ida.actor, at=now()
        )

    (event,) = events(client.get(url))
    assert (event["uid"], event["sequence"], event["status"]) == (
        f"{made.pk}@hjemmebane",
        2,
        "CANCELLED",
    )


def test_window_is_sixty_days_back_and_a_hundred_and_eighty_ahead(cast, client):
    agree(cast.kim, cast.ida, TEN + 178 * DAY)
    agree(cast.kim, cast.ida, TEN + 190 * DAY)

    assert len(events(client.get(address(token_for(cast.ida))))) == 1


def test_what_is_not_new_is_not_sent_again(cast, client):
    agree(cast.kim, cast.ida)
    url = address(token_for(cast.ida))
    etag = client.get(url)["ETag"]

    again = client.get(url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    agree(cast.kim, cast.ida, TEN + DAY)
    assert client.get(url, headers={"If-None-Match": etag}).status_code == 200


def end_membership(employee):
    with acting(OPERATIONS):
        leave_team(
            membership=TeamMembership.objects.get(staff_member=employee.staff_member),
            until_on=today() - DAY,
            version=1,
            by=OPERATIONS,
            at=now(),
        )


def test_revoked_unknown_replaced_and_ended_are_the_same_404(cast, client):
    replaced = token_for(cast.ida)
    revoked = token_for(cast.ida)
    browser(cast.ida).post(reverse("staff:calendar:phone_revoke"))
    ended = token_for(cast.bo)
    assert client.get(address(ended)).status_code == 200
    end_membership(cast.bo)

    answers = [client.get(address(one)) for one in (replaced, revoked, "x" * 43, ended)]
    assert {one.status_code for one in answers} == {404}
    assert len({words(one) for one in answers}) == 1


def test_address_is_shown_once_and_kept_only_as_its_hash(cast, client):
    agree(cast.kim, cast.ida)
    member = browser(cast.ida)
    sent = {"id": new_id()}
    page = member.post(reverse("staff:calendar:phone_make"), sent)
    shown = page.context["address"]

    assert shown.endswith(".ics")
    assert len(events(client.get(shown))) == 1
    assert "/kalender/" not in words(member.get(reverse(PHONE))).replace("/kalender/telefon", "")
    with acting(cast.ida.actor):
        feed = CalendarFeed.objects.get()
        assert feed.token_hash not in shown
        assert (feed.last_used_on, feed.revoked_at) == (today(), None)
        assert Access.objects.count() == 0
    again = member.post(reverse("staff:calendar:phone_make"), sent)
    assert again.status_code == 302
    assert len(events(client.get(shown))) == 1


def test_trying_the_address_with_a_login_is_no_use_of_it(cast):
    agree(cast.kim, cast.ida)
    url = address(token_for(cast.ida))

    assert len(events(browser(cast.ida).get(url))) == 1
    with acting(cast.ida.actor):
        assert CalendarFeed.objects.get().last_used_on is None


def test_nobody_but_the_feed_asks_and_nobody_sees_anothers(cast):
    agree(cast.kim, cast.ida)
    token_for(cast.ida)
    with acting(cast.ida.actor):
        secret = CalendarFeed.objects.get().token_hash
        assert ask_guard("feed_appointments", secret) == []
        assert ask_guard("feed_owner", secret) == [(None,)]
    with acting(cast.bo.actor):
        assert CalendarFeed.objects.count() == 0


@pytest.mark.parametrize("token", ["æøå", "a" * 5000, "..", "%00"])
def test_odd_secret_is_not_found(db, client, token):
    assert client.get(f"/kalender/{token}.ics").status_code in {400, 404}


@pytest.mark.django_db
def test_too_many_questions_are_put_off(client):
    cache.clear()
    statuses = [client.get(address("x" * 43)).status_code for _ in range(MOST + 1)]
    cache.clear()

    assert (set(statuses[:-1]), statuses[-1]) == ({404}, 429)
