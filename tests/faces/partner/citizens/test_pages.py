"""Mine borgere and one citizen's page: all that is open and no more, in words, and logged."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.courses.actions import choose_primary_contact
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import answer_as_citizen
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import add_to_plan, start_case
from tests.factories.network_meetings import befriend, call, invite
from tests.factories.partners import agree, close, reply, write
from tests.factories.sharing import hire, let_citizen_in, open_to, tomorrow

URL = "/partner/"


def page_of(case):
    return reverse("partner:citizens:citizen", args=[case.citizen.pk])


def shown(partner, case):
    return browser(partner).get(page_of(case)).context["page"]


# ------------------------------------------------------------------ nobody yet
def test_first_login_tells_what_this_is_whom_to_call_and_what_comes(cast, lise):
    read = words(browser(lise).get(URL))

    assert "Der er ikke åbnet for noget lige nu" in read
    assert "Det sker der nu" in read
    assert "Ida , Team et" in read
    assert "Krog" not in read


def test_number_of_who_let_one_in_can_be_tapped(cast, lise):
    with acting(OPERATIONS):
        cast.ida.staff_member.save_changes({"phone": "30 30 30 30"}, version=1)

    assert 'href="tel:30 30 30 30"' in browser(lise).get(URL).content.decode()


def test_who_has_left_their_employer_sees_nobody(cast, lise, consent):
    with acting(cast.ida.actor):
        lise.person.save_changes({"left_on": today()}, version=lise.person.version)

    read = words(browser(lise).get(URL))

    assert "Du er ikke længere tilknyttet" in read
    assert "Krog" not in read


# ------------------------------------------------------------------ mine borgere
def test_citizen_stands_with_what_i_do_there_and_what_comes_next(cast, lise, consent):
    write(cast.kim, lise)
    agree(cast.kim, lise)
    agree(cast.kim, lise, what="Senere", starts_at=tomorrow() + dt.timedelta(days=2))

    (card,) = browser(lise).get(URL).context["cards"]

    assert (card.name, list(card.goals)) == ("Kim Krog", ["En tur om ugen"])
    assert card.next.startswith("i morgen")
    assert card.next.endswith(": Samtale")


def test_citizen_i_do_nothing_for_yet_stands_there_too(cast, lise, consent):
    read = words(browser(lise).get(URL))

    assert "Kim Krog Du har ikke skrevet noget endnu." in read


def test_citizens_who_opened_nothing_are_not_there(cast, lise, consent):
    page = browser(lise).get(URL)

    assert [card.name for card in page.context["cards"]] == ["Kim Krog"]
    with acting(cast.ida.actor):
        rows = Access.objects.filter(actor=lise.actor.key)
        assert list(rows.values_list("what", "consent_id")) == [("Mine borgere", consent.pk)]


def test_unread_message_is_told_on_the_card(cast, lise, consent):
    reply(cast.ida, write(cast.kim, lise))

    assert "1 ny besked fra teamet" in words(browser(lise).get(URL))


# ------------------------------------------------------------------ one citizen
def test_page_tells_what_is_open_what_for_and_until_when(cast, lise):
    until = today() + dt.timedelta(days=30)
    open_to(
        cast.job_centre,
        cast.kim,
        cast.ida,
        scope=["GOALS", "ACTIVITIES", "APPOINTMENTS"],
        purpose="Finde en praktik sammen",
        until_on=until,
        person=cast.lise,
    )

    read = words(browser(lise).get(page_of(cast.kim)))

    assert (
        "Finde en praktik sammen Mål og delmål, aktiviteter og aftaler."
        f" Det gælder til og med {written_day(until)}."
        " Det er kun åbent for dig, ikke for dine kolleger."
    ) in read


def test_consent_without_an_end_says_so(cast, lise, consent):
    assert "Det gælder, til borgeren siger stop." in words(browser(lise).get(page_of(cast.kim)))


def test_citizens_own_words_come_first_then_goals_with_their_steps(cast, lise, consent):
    read = words(browser(lise).get(page_of(cast.kim)))

    assert read.index("Kim vil gerne ud at gå") < read.index("En tur om ugen")
    assert read.index("En tur om ugen") < read.index("Ned i gården") < read.index("Rundt om søen")


def test_goals_that_are_not_opened_are_not_there(cast, lise, consent):
    with acting(cast.ida.actor):
        add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text="Hemmeligt mål", wishes=[])

    assert "Hemmeligt" not in words(browser(lise).get(page_of(cast.kim)))


def test_activities_say_who_does_them_and_which_are_mine(cast, lise, consent):
    per = hire(cast.job_centre, "Per", cast.ida)
    write(cast.kim, lise, values={"what": "Lises", "how_often": "Hver uge", "place": "Hos os"})
    write(cast.kim, per, values={"what": "Pers"})
    with acting(cast.ida.actor):
        for what, who in (
            ("Teamets", {"responsible_kind": "STAFF", "staff_member": cast.ida.staff_member}),
            ("Borgerens", {"responsible_kind": "CITIZEN"}),
        ):
            add_to_plan(
                cast.kim.plan, cast.ida, ItemKind.ACTIVITY, what=what, goal=cast.kim.goal, **who
            )

    (goal,) = shown(lise, cast.kim).goals

    assert {
        (one.activity.what, one.who, one.is_mine, one.is_colleagues) for one in goal.activities
    } == {
        ("Lises", "Lise", True, False),
        ("Pers", "Per", False, True),
        ("Teamets", "Ida", False, False),
        ("Borgerens", "Kim Krog", False, False),
    }
    assert {one.detail for one in goal.activities} == {"Hver uge · Hos os", ""}


def test_friends_and_family_are_not_named(cast, lise, consent):
    with acting(cast.ida.actor):
        friend = befriend(cast, "Søs")
        add_to_plan(
            cast.kim.plan,
            cast.ida,
            ItemKind.ACTIVITY,
            what="Går med",
            goal=cast.kim.goal,
            responsible_kind="NETWORK",
            network_person=friend,
        )

    read = words(browser(lise).get(page_of(cast.kim)))

    assert "Går med" in read
    assert "Netværket" in read
    assert "Søs" not in read


def test_what_i_do_stays_when_its_goal_is_closed(cast, lise, consent):
    write(cast.kim, lise)
    close(consent, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["APPOINTMENTS"], goals=[])

    page = shown(lise, cast.kim)

    assert (list(page.goals), [one.activity.what for one in page.others]) == (
        [],
        ["Vi finder en praktik"],
    )


def test_whom_to_call_begins_with_the_one_closest(cast, lise, consent):
    with acting(OPERATIONS):
        for employee in (cast.bo, cast.ida):
            employee.staff_member.save_changes({"phone": f"30 {employee.user.username}"}, version=1)
    with acting(cast.ida.actor):
        choose_primary_contact(
            id=new_id(),
            course=cast.kim.course,
            staff_member=cast.ida.staff_member,
            chosen_by_citizen=True,
            by=cast.ida.actor,
            at=now(),
        )

    page = shown(lise, cast.kim)

    assert [(one.member.name, one.is_closest) for one in page.to_call] == [
        ("Ida", True),
        ("Bo", False),
    ]
    assert (page.call.label, page.call.url) == ("Ring til Ida", "tel:30 ida")


def test_contact_information_is_there_only_when_opened(cast, lise, consent):
    assert ("Telefon", "20 20 20 20") in shown(lise, cast.kim).contact
    assert ("Adresse", "Skovvej 1") in shown(lise, cast.kim).contact

    close(consent, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS"])

    assert shown(lise, cast.kim).contact == []


def test_appointments_of_all_who_opened_them_stand_in_order_and_mine_can_be_called_off(
    cast, lise, consent
):
    agree(cast.kim, lise, starts_at=tomorrow() + dt.timedelta(days=1))
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Kaffe",
            starts_at=tomorrow(),
            ends_at=tomorrow() + dt.timedelta(hours=1),
            place="HOME",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )

    first, second = shown(lise, cast.kim).coming

    assert (first.what, first.who, first.cancel_url) == ("Kaffe", "Ida", "")
    assert first.when.startswith("I morgen kl.")
    assert "–" in first.when
    assert (second.what, second.who) == ("Samtale", "dig")
    assert second.cancel_url


def test_network_meeting_is_told_with_time_and_place(cast, lise, consent):
    with acting(cast.ida.actor):
        invite(
            call(cast.kim, cast.ida, starts_at=tomorrow()), cast.ida, "PARTNER", cast.lise, at=now()
        )

    read = words(browser(lise).get(page_of(cast.kim)))

    assert "Netværksmøde : du er inviteret. I morgen kl." in read
    assert "I køkkenet" in read
    assert "At I hører det fra mig selv" not in read


def test_citizens_word_stands_at_what_i_do(cast, lise, consent):
    activity, kim = write(cast.kim, lise), let_citizen_in(cast.kim, cast.ida)
    with acting(kim.actor):
        answer_as_citizen(
            id=new_id(),
            course=cast.kim.course,
            kind="ACTIVITY",
            item_id=activity.pk,
            answer="DISAGREES",
            reason="Hemmelig grund",
            by=kim.actor,
            at=now(),
        )

    read = words(browser(lise).get(page_of(cast.kim)))

    assert "Kim Krog er ikke enig" in read
    assert "Hemmelig grund" not in read


def test_citizen_who_opened_nothing_is_not_there(cast, lise, consent):
    for case in (cast.noor, cast.kim):
        close(consent, cast.ida) if case is cast.kim else None
        assert browser(lise).get(page_of(case)).status_code == 404


def test_reading_rests_on_the_consent(cast, lise, consent):
    browser(lise).get(page_of(cast.kim))

    with acting(cast.ida.actor):
        rows = Access.objects.filter(actor=lise.actor.key)
        assert list(rows.values_list("what", "consent_id")) == [("Fælles plan", consent.pk)]


# ------------------------------------------------------------------ the number of queries
@pytest.mark.parametrize("citizens", [1, 3])
def test_list_asks_as_many_queries_whatever_the_citizens(
    cast, lise, consent, django_assert_num_queries, citizens
):
    for number in range(citizens - 1):
        with acting(cast.ida.actor):
            case = start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"B{number}"))
        open_to(cast.job_centre, case, cast.ida)
        write(case, lise)
        agree(case, lise)
    client = browser(lise)

    with django_assert_num_queries(LIST_QUERIES):
        assert len(client.get(URL).context["cards"]) == citizens


@pytest.mark.parametrize("goals", [1, 4])
def test_page_asks_as_many_queries_whatever_the_goals(cast, lise, django_assert_num_queries, goals):
    opened = [cast.kim.goal.pk]
    with acting(cast.ida.actor):
        for number in range(goals - 1):
            goal = add_to_plan(
                cast.kim.plan, cast.ida, ItemKind.GOAL, text=f"Mål {number}", wishes=[cast.kim.wish]
            )
            opened.append(goal.pk)
    open_to(cast.job_centre, cast.kim, cast.ida, goals=opened)
    for _ in range(goals):
        reply(cast.ida, write(cast.kim, lise))
        agree(cast.kim, lise)
    client = browser(lise)

    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(page_of(cast.kim)).context["page"]

    assert len(page.goals) == goals
    assert len(page.coming) == goals


# Some of them are savepoints of the test.
LIST_QUERIES, PAGE_QUERIES = 27, 40
