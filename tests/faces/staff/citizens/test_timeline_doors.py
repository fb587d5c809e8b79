"""Tidslinje: what citizens and partners did through their own doors, each with name and face."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.sharing.actions import (
    answer_as_citizen,
    cancel_own_appointment,
    change_own_activity,
    reach_own_step,
    stop_sharing,
    take_up_own_step,
    tell_story,
)
from hjemmebane.domain.sharing.choices import AnswerGiven, StoryTheme, SuggestionKind
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.partners import agree, say, write
from tests.factories.sharing import let_citizen_in, let_in, open_to
from tests.factories.voices import said_no, spoken, suggested

CITIZEN, PARTNERS = "?vis=borgeren", "?vis=partnere"
# Six of them are savepoints of the test.
DOORS_QUERIES = 20


@pytest.fixture
def kim(cast):
    return let_citizen_in(cast.kim, cast.ida)


@pytest.fixture
def lise(cast):
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    return lise


def read(cast, query="", by=None):
    url = reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk]) + query
    return browser(by or cast.ida).get(url)


def told(cast, query=""):
    return [entry.told for entry in read(cast, query).context["page"].entries]


def change(partner, activity, **values):
    with acting(partner.actor):
        return change_own_activity(
            activity=activity,
            values=values,
            version=activity.version,
            by=partner.actor,
            at=now(),
        )


def reach(cast, actor):
    with acting(actor):
        return reach_own_step(
            course=cast.kim.course,
            step=cast.kim.first_step,
            version=cast.kim.first_step.version,
            by=actor,
            at=now(),
        )


def test_what_a_citizen_asks_for_is_told_in_their_words_and_whether_it_waits(cast, kim):
    with acting(kim.actor):
        suggested(cast.kim, kim.actor)
        suggested(cast.kim, kim.actor, kind=SuggestionKind.CALL_ME, text="", recorded=[spoken()])

    call, step = told(cast, CITIZEN)

    assert (call.title, call.who) == ("Borgeren vil ringes op, med en optagelse", "Kim Krog")
    assert (step.title, step.said) == ("Borgeren foreslår et skridt", "Fodre ænder")
    assert {call.meta, step.meta} == {"Venter på svar"}


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (AnswerGiven.AGREES, "Borgeren siger ja"),
        (AnswerGiven.DISAGREES, "Borgeren siger nej"),
        (AnswerGiven.NOT_NOW, "Borgeren siger: ikke nu"),
    ],
)
def test_every_answer_is_told_with_what_it_is_about(cast, kim, answer, title):
    with acting(kim.actor):
        said_no(cast.kim, kim.actor, answer=answer)

    (entry,) = told(cast, CITIZEN)

    assert (entry.title, entry.said) == (title, "Det er for tidligt")
    assert entry.text == f"Mål: {cast.kim.goal.text}"


def test_answers_name_activities_and_appointments_of_partners(cast, kim, lise):
    things = {"ACTIVITY": write(cast.kim, lise), "PARTNER_APPOINTMENT": agree(cast.kim, lise)}
    with acting(kim.actor):
        for kind, thing in things.items():
            answer_as_citizen(
                id=new_id(),
                course=cast.kim.course,
                kind=kind,
                item_id=thing.pk,
                answer=AnswerGiven.AGREES,
                reason="",
                by=kim.actor,
                at=now(),
            )

    assert {entry.text for entry in told(cast, CITIZEN)} == {
        "Aktivitet: Vi finder en praktik",
        "Aftale med en samarbejdspartner: Samtale",
    }


def test_story_is_told_as_said_and_a_long_one_in_part(cast, kim):
    with acting(kim.actor):
        tell_story(
            id=new_id(),
            course=cast.kim.course,
            theme=StoryTheme.NOW,
            text="Jeg bor ved vandet. " * 100,
            by=kim.actor,
            at=now(),
        )

    (entry,) = told(cast, CITIZEN)

    assert entry.title == "Min historie: Mit liv nu"
    assert entry.said.startswith("Jeg bor ved vandet. ")
    assert entry.said.endswith("…")


def test_step_that_the_citizen_reached_is_theirs(cast, kim):
    reach(cast, kim.actor)

    (entry,) = told(cast, CITIZEN)

    assert (entry.title, entry.who, entry.role) == ("Delmål nået", "Kim Krog", "Borgeren selv")
    assert [one.title for one in told(cast, "?vis=plan")] == ["Delmål nået"]


def test_step_reached_on_a_device_that_was_handed_over_is_theirs_too(cast):
    reach(cast, Actor(f"together:{cast.ida.user.pk}:{cast.kim.citizen.pk}"))

    assert [entry.who for entry in told(cast, CITIZEN)] == ["Kim Krog"]


def test_step_is_whose_it_was_the_last_time(cast, kim):
    step = reach(cast, kim.actor)
    with acting(kim.actor):
        step = take_up_own_step(
            course=cast.kim.course, step=step, version=step.version, by=kim.actor, at=now()
        )
    with acting(cast.ida.actor):
        reach_sub_goal(sub_goal=step, on=today(), version=step.version, by=cast.ida.actor, at=now())

    assert told(cast, CITIZEN) == []
    assert [entry.who for entry in told(cast, "?vis=plan")] == [""]


@pytest.mark.parametrize("together", [False, True], ids=["own login", "handed over"])
def test_sharing_that_the_citizen_stopped_says_so(cast, kim, together):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    handed = Actor(f"together:{cast.ida.user.pk}:{cast.kim.citizen.pk}")
    actor = handed if together else kim.actor
    with acting(actor):
        stop_sharing(consent=consent, version=consent.version, by=actor, at=now())

    (entry,) = told(cast, CITIZEN)

    assert entry.title == "Samtykke til Jobcenter Aabenby trukket tilbage"
    assert entry.who == "Kim Krog"
    assert entry.title in [one.title for one in told(cast, "?vis=samtykke")]


def test_what_a_partner_writes_and_changes_is_told_by_name(cast, lise):
    activity = change(lise, write(cast.kim, lise), status="ONGOING", due_on=today())
    activity = change(lise, activity, place="Hos os", due_on=None)
    change(lise, activity, status="DONE")
    change(lise, activity, what=activity.what)  # nothing new

    done, moved, begun, written = told(cast, PARTNERS)

    assert written.title == "Ny aktivitet i planen"
    day = written_day(today())
    assert begun.title == f"Aktiviteten er ændret: i gang, senest {day}"
    assert moved.title == "Aktiviteten er ændret: ingen frist, skrevet om"
    assert done.title == "Aktiviteten er ændret: gjort"
    assert {(one.who, one.role, one.text) for one in (done, moved, begun, written)} == {
        ("Lise", "Jobcenter Aabenby", "Vi finder en praktik")
    }


def test_appointment_of_a_partner_is_told_when_made_when_called_off_and_when_it_was(cast, lise):
    before = now() - dt.timedelta(minutes=10)
    agree(cast.kim, lise, what="Møde", at=before, starts_at=before + dt.timedelta(minutes=5))
    gone = agree(cast.kim, lise)
    with acting(lise.actor):
        cancel_own_appointment(appointment=gone, version=1, by=lise.actor, at=now())

    assert [(one.title, one.text) for one in told(cast, PARTNERS)] == [
        ("Aftalen er aflyst", "Samtale"),
        ("Ny aftale med borgeren", "Samtale"),
        ("Ny aftale med borgeren", "Møde"),
        ("Aftale: Møde", ""),
    ]


def test_message_of_a_partner_is_told_until_read_as_unread(cast, lise):
    activity = write(cast.kim, lise)
    say(lise, activity)

    message = told(cast, PARTNERS)[0]

    assert (message.title, message.text) == (
        "Besked om Vi finder en praktik",
        "Kan I tage med?",
    )
    assert message.meta == "Ikke læst endnu"


def test_name_and_face_stand_on_the_page(cast, lise):
    write(cast.kim, lise)

    response = read(cast, PARTNERS)

    assert "Lise Jobcenter Aabenby Vi finder en praktik" in words(response)
    assert 'class="hb-avatar"' in response.content.decode()


def live(cast, kim, lise, times):
    for _ in range(times):
        with acting(kim.actor):
            suggested(cast.kim, kim.actor)
            said_no(cast.kim, kim.actor)
        say(lise, write(cast.kim, lise))
        agree(cast.kim, lise)


@pytest.mark.parametrize("times", [1, 4])
def test_timeline_asks_as_many_queries_whatever_came_through_doors(
    cast, kim, lise, times, django_assert_num_queries
):
    live(cast, kim, lise, times)
    client = browser(cast.ida)
    url = reverse("staff:citizens:timeline", args=[cast.kim.citizen.pk])

    with django_assert_num_queries(DOORS_QUERIES):
        response = client.get(url)

    titles = [entry.told.title for entry in response.context["page"].entries]
    assert titles.count("Ny aktivitet i planen") == times


def test_what_came_through_doors_is_paged_in_order(cast, kim, lise):
    live(cast, kim, lise, 6)

    pages = [read(cast, f"?side={side}").context["page"] for side in (1, 2)]

    moments = [entry.moment for page in pages for entry in page.entries]
    assert [len(page.entries) for page in pages] == [25, 7]
    assert moments == sorted(moments, reverse=True)
    assert len({(entry.moment, entry.told.title) for page in pages for entry in page.entries}) > 25
