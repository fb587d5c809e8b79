"""I dag: exactly what is mine, in words, and in as many queries whatever is on it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import (
    ContactDetails,
    log_contact,
    make_appointment,
    reassign_appointment,
    settle_appointment,
)
from hjemmebane.domain.contacts.choices import AppointmentStatus, Light
from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.courses.actions import open_start_form
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of, now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_span
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import start_case
from tests.factories.reminders import follow, give, see

URL = "/i-dag/"
# Six of them are savepoints of the test.
TODAY_QUERIES = 34
NOON = dt.datetime.combine(today(), dt.time(12), COPENHAGEN)
AT_NOON = "kl.\N{NO-BREAK SPACE}12.00"
LONG_AGO = NOON - dt.timedelta(days=9)


def agree(case, by, starts_at, *, at=None, **changes):
    values = {"what": "Gåtur", "ends_at": None, "place": Place.HOME, **changes}
    return make_appointment(
        id=new_id(),
        course=case.course,
        starts_at=starts_at,
        staff_member=by.staff_member,
        by=by.actor,
        at=at or min(now(), starts_at - dt.timedelta(days=8)),
        **values,
    )


def shown(client):
    return client.get(URL).context["page"]


def told(page):
    return {one.name: list(one.told) for one in page.news.citizens}


def test_my_meetings_are_told_day_by_day_and_nobody_elses(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON)
        agree(cast.kim, cast.ida, NOON + dt.timedelta(days=1), what="Kaffe")
        agree(cast.kim, cast.ida, NOON + dt.timedelta(days=9), what="Langt ude")
    with acting(cast.bo.actor):
        agree(cast.kim, cast.bo, NOON, what="Bos")

    page = shown(browser(cast.ida))

    assert [(one.name, one.what, one.address) for one in page.today] == [
        ("Kim Krog", "Gåtur", "Skovvej 1")
    ]
    assert [(day.label, [one.what for one in day.meetings]) for day in page.coming] == [
        ("I morgen", ["Kaffe"])
    ]


def test_until_when_it_lasts_and_who_else_comes_are_told_to_each(cast):
    with acting(cast.ida.actor):
        agree(
            cast.kim,
            cast.ida,
            NOON,
            ends_at=NOON + dt.timedelta(hours=1),
            companions=[cast.bo.staff_member],
        )

    ones = [shown(browser(who)).today[0] for who in (cast.ida, cast.bo)]

    assert [one.together for one in ones] == ["Sammen med Bo", "Sammen med Ida"]
    assert {one.time for one in ones} == {written_span(NOON, NOON + dt.timedelta(hours=1))}


def test_phone_is_a_tap_away(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON)

    assert 'href="tel:20 20 20 20"' in browser(cast.ida).get(URL).content.decode()


def test_protected_address_is_masked(cast):
    with acting(cast.omar.actor):
        agree(cast.noor, cast.omar, NOON)

    response = browser(cast.omar).get(URL)

    assert "Hemmelig 2" not in response.content.decode()
    assert "Beskyttet adresse Vis med begrundelse" in words(response)


def test_address_is_told_only_where_one_goes_home(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON, place=Place.OUTDOORS)

    assert "Skovvej 1" not in browser(cast.ida).get(URL).content.decode()


def hand(appointment, to, by):
    reassign_appointment(
        appointment=appointment,
        staff_member=to.staff_member,
        version=appointment.version,
        by=by.actor,
        at=now(),
    )


def test_appointment_that_was_moved_is_told_until_it_is_seen(cast):
    tomorrow = NOON + dt.timedelta(days=1)
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida, tomorrow)
    with acting(cast.bo.actor):
        hand(made, cast.bo, cast.bo)
    ida = browser(cast.ida)

    response = ida.get(URL)
    (told,) = response.context["page"].moves
    assert told.text == f"Gåtur i morgen {AT_NOON} er flyttet fra dig til Bo."
    assert "Ændrede aftaler Kim Krog Gåtur i morgen" in words(response)
    assert shown(browser(cast.bo)).moves == []  # who did it knows

    assert ida.post(told.seen_url)["Location"] == URL
    assert shown(ida).moves == []


def test_appointment_that_came_to_me_is_told_and_by_whom(cast):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida, NOON + dt.timedelta(days=1))
        hand(made, cast.bo, cast.ida)

    (told,) = shown(browser(cast.bo)).moves

    assert told.text == f"Gåtur i morgen {AT_NOON} er flyttet til dig, af Ida."
    for other, status in ((cast.ida, 302), (cast.omar, 404), (cast.bo, 302)):
        assert browser(other).post(told.seen_url).status_code == status
    assert shown(browser(cast.bo)).moves == []


def test_what_is_cancelled_is_gone_and_what_was_kept_says_so(cast):
    with acting(cast.ida.actor):
        midnight = dt.datetime.combine(today(), dt.time(), COPENHAGEN)
        for status in (AppointmentStatus.KEPT, AppointmentStatus.CANCELLED):
            made = agree(cast.kim, cast.ida, midnight, what=status.label)
            settle_appointment(
                appointment=made, status=status, version=1, by=cast.ida.actor, at=now()
            )

    page = shown(browser(cast.ida))

    assert [(one.what, one.status) for one in page.today] == [("Holdt", "Holdt")]


def test_meeting_of_an_earlier_day_is_asked_about(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON - dt.timedelta(days=2), at=LONG_AGO)

    response = browser(cast.ida).get(URL)

    assert "Hvad blev der af dem? Gåtur med Kim Krog" in words(response)
    assert response.context["page"].today == []


def test_my_follow_ups_say_why_and_nobodys_are_everybodys(cast):
    with acting(cast.ida.actor):
        mine = follow(
            cast.kim,
            cast.ida,
            at=now(),
            why="Tandpinen",
            staff_member=cast.ida.staff_member,
            due_on=today() + dt.timedelta(days=1),
        )
        nobodys = follow(cast.kim, cast.ida, at=now())
        follow(cast.kim, cast.ida, at=now(), staff_member=cast.bo.staff_member)

    response = browser(cast.ida).get(URL)

    assert [one.id for one in response.context["page"].follow_ups] == [nobodys.pk, mine.pk]
    assert "Tandpinen Kim Krog · Ida · senest i morgen" in words(response)


def test_task_is_done_and_undone_on_the_page(cast):
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, at=now(), what="Ring til lægen")
    client = browser(cast.ida)
    sent = {"fra": "i-dag", "version": 1}

    done = client.post(reverse("staff:tasks:done", args=[task.pk]), sent, headers=HTMX)
    row = element(client.get(URL), f"opgave-{task.pk}")
    undone = client.post(reverse("staff:tasks:reopen", args=[task.pk]), {**sent, "version": 2})

    assert element(done, f"opgave-{task.pk}") == row
    assert (undone.status_code, undone["Location"]) == (302, URL)
    with acting(cast.ida.actor):
        assert Task.objects.get(pk=task.pk).is_open


def test_drafts_are_those_i_began(cast):
    with acting(cast.ida.actor):
        open_start_form(id=new_id(), course=cast.kim.course, by=cast.ida.actor, at=now())

    assert [link.label for link in shown(browser(cast.ida)).drafts] == [
        "Startskema: Kim Krog, begyndt i dag"
    ]
    assert shown(browser(cast.bo)).drafts == []


def log(case, by, at):
    log_contact(
        id=new_id(),
        course=case.course,
        details=ContactDetails(started_at=at),
        staff=[by.staff_member],
        sub_goals={},
        by=by.actor,
        at=at,
    )


def live(cast, by):
    """Something of each kind that the others are told."""
    with acting(by.actor):
        log(cast.kim, by, now())
        log(cast.kim, by, now())
        see(cast.kim, by, Light.RED, at=now())
        give(cast.kim, by, at=now(), staff_member=cast.ida.staff_member)
        follow(cast.kim, by, at=now())
        step = SubGoal.objects.get(pk=cast.kim.first_step.pk)
        reach_sub_goal(sub_goal=step, on=today(), version=step.version, by=by.actor, at=now())
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part="BRIDGING",
            reason="Er klar",
            from_on=today(),
            by=by.actor,
            at=now(),
        )


def test_news_tell_what_others_did_and_not_what_i_did(cast):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, NOON - dt.timedelta(days=1))
    live(cast, cast.bo)

    mine, bos = shown(browser(cast.ida)), shown(browser(cast.bo))

    fact, line = told(mine)["Kim Krog"]
    who, _, said = line.partition(": ")
    assert fact == "Delmål nået"
    assert who == "Bo"
    assert set(said.split(", ")) == {
        "2 kontakter",
        "set på trafiklyset",
        "ny opgave",
        "2 nye opfølgninger",  # one of them raised by the red light
        "flyttet i praksismodellen",
    }
    assert [one.light.label for one in mine.news.citizens] == ["Rød"]
    assert told(bos) == {"Kim Krog": ["Delmål nået", "Ida: 1 kontakt"]}


def test_news_begin_where_i_last_wrote(cast):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, LONG_AGO)

    assert str(day_of(LONG_AGO).day) in shown(browser(cast.ida)).news.since


def test_who_was_not_here_is_not_told_that_they_were(cast):
    assert shown(browser(cast.ida)).news.since == "Den sidste uge."
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, NOON - dt.timedelta(days=40))

    assert shown(browser(cast.ida)).news.since == "De sidste fire uger."


def test_part_timer_is_told_what_happened_since_their_last_working_day(cast):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, NOON - dt.timedelta(days=6))
    with acting(cast.bo.actor):
        log(cast.kim, cast.bo, NOON - dt.timedelta(days=8))
        log(cast.kim, cast.bo, NOON - dt.timedelta(days=5))

    page = shown(browser(cast.ida))

    assert told(page) == {"Kim Krog": ["Bo: 1 kontakt"]}
    assert page.news.since.endswith(", hvor du sidst var her.")


def test_other_teams_days_are_their_own(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON)
        give(cast.kim, cast.ida, at=now())
        follow(cast.kim, cast.ida, at=now())
    live(cast, cast.bo)

    page = shown(browser(cast.omar))

    assert (page.today, page.tasks, page.follow_ups) == ([], [], [])
    assert "Kim Krog" not in told(page)


def test_page_is_noted_as_a_reading_of_everybody_on_it(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, NOON)
    browser(cast.ida).get(URL)

    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("citizen_id", "what")) == [
            (cast.kim.citizen.pk, "Siden I dag")
        ]


@pytest.mark.parametrize("citizens", [1, 3])
def test_today_asks_as_many_queries_whatever_is_on_it(cast, django_assert_num_queries, citizens):
    with acting(cast.ida.actor):
        cases = [cast.kim] + [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Borger {number}"))
            for number in range(citizens - 1)
        ]
        for case in cases:
            agree(case, cast.ida, NOON, at=LONG_AGO)
            agree(case, cast.ida, NOON + dt.timedelta(days=2), at=LONG_AGO)
            give(case, cast.ida, at=now())
            follow(case, cast.ida, at=now())
            open_start_form(id=new_id(), course=case.course, by=cast.ida.actor, at=now())
    with acting(cast.bo.actor):
        for case in cases:
            log(case, cast.bo, now())
            mine = agree(case, cast.bo, NOON + dt.timedelta(days=2), at=LONG_AGO)
            hand(mine, cast.ida, cast.bo)
    client = browser(cast.ida)

    with django_assert_num_queries(TODAY_QUERIES):
        page = shown(client)

    assert [
        len(ones) for ones in (page.today, page.moves, page.tasks, page.drafts, page.news.citizens)
    ] == [citizens] * 5


def test_empty_day_is_kind(cast):
    read = words(browser(cast.ida).get(URL))

    assert "Ingen aftaler i dag." in read
    assert "Ingen opgaver venter på dig." in read
    assert "Intet at følge op lige nu." in read


def test_today_is_not_for_managers(cast):
    response = browser(cast.mette).get(URL, follow=True)

    assert response.redirect_chain == [("/", 302), ("/teamet/", 302)]


def test_today_is_behind_the_login(db):
    assert Client().get(URL)["Location"] == "/login/?next=/i-dag/"


def test_menu_has_room_for_a_thumb_and_the_rest_is_in_the_account(cast):
    context = browser(cast.ida).get(URL).context

    assert [link.label for link in context["navigation"]()] == [
        "I dag",
        "Tavlen",
        "Møde",
        "Henvisninger",
        "Find",
    ]
    assert [link.label for link in context["account_menu"]().links] == [
        "Teamet",
        "Samarbejde",
        "Styregruppe",
        "Metoden",
        "Felt",
        "Mine telefoner",
    ]
