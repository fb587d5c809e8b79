"""The start page offers the kinds; sparring and treatment meetings run like the board meeting."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.meetings.choices import MeetingKind, MeetingRefusal
from hjemmebane.domain.meetings.models import TeamMeeting
from hjemmebane.domain.plans.actions import open_plan
from hjemmebane.domain.plans.models import Goal
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW, start_case
from tests.factories.plans import begin_course

pytestmark = pytest.mark.django_db

START = reverse("staff:meetings:page")
SPARRING, TREATMENT = f"{START}?slags=SPARRING", f"{START}?slags=TREATMENT"


def begin(cast, url, **sent):
    given = {"id": new_id(), "staff": [cast.ida.staff_member.pk], "planned_minutes": 60}
    return browser(cast.ida).post(url, given | sent)


def close(cast):
    with acting(cast.ida.actor):
        meeting = TeamMeeting.objects.get(closed_at=None)
    url = reverse("staff:meetings:close", args=[meeting.pk])
    browser(cast.ida).post(url, {"version": meeting.version})
    return meeting


def test_start_page_offers_the_kinds_with_their_rhythm(cast):
    begin(cast, SPARRING, theme="Når døren er lukket")
    meeting = close(cast)

    page = words(browser(cast.ida).get(START))

    for shown in (
        "Sidst: i dag; hver 2. uge",
        "Ikke holdt endnu; hvert kvartal",
        "Ikke holdt endnu; hver uge",
        "Styregruppe",
        "Tid til det igen",
        "Når døren er lukket",
    ):
        assert shown in page
    assert meeting.kind == MeetingKind.SPARRING
    assert browser(cast.ida).get(f"{START}?slags=andet").status_code == 404


def test_sparring_is_written_under_its_points(cast):
    refused = begin(cast, SPARRING, theme=" ")
    assert refused.status_code == 422
    assert MeetingRefusal.NOTHING_TO_TAKE_UP.label in words(refused)

    begun = begin(cast, SPARRING, theme="Når døren er lukket")
    page = browser(cast.ida).get(begun["Location"])
    assert "Det tager vi op: Når døren er lukket" in words(page)
    assert "Det, vi vil prøve" in words(page)

    with acting(cast.ida.actor):
        meeting = TeamMeeting.objects.get()
    sent = {"SPARRING_TRY-id": new_id(), "SPARRING_TRY-text": "Bo lægger en seddel"}
    browser(cast.ida).post(reverse("staff:meetings:note", args=[meeting.pk, "SPARRING_TRY"]), sent)
    close(cast)
    minutes = browser(cast.bo).get(begun["Location"])
    assert "Bo lægger en seddel" in words(minutes)


def test_sparring_may_be_about_somebody(cast):
    begun = begin(cast, SPARRING, course=cast.kim.course.pk)
    assert "Kim Krog" in words(browser(cast.ida).get(begun["Location"]))


def test_treatment_meeting_suggests_who_it_is_longest_since(cast):
    with acting(cast.ida.actor):
        start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Nana"))
    page = words(browser(cast.ida).get(TREATMENT))
    assert "Kim Krog – ikke gennemgået i dybden endnu" in page

    refused = begin(cast, TREATMENT)
    assert refused.status_code == 422

    begun = begin(cast, TREATMENT, courses=[cast.kim.course.pk])
    shown = browser(cast.ida).get(begun["Location"]).context["page"]
    assert [str(row.item.course.citizen) for row in shown.rows] == ["Kim Krog"]
    turn = words(browser(cast.ida).get(shown.rows[0].url))
    assert "Planen i dybden" in turn
    browser(cast.ida).post(shown.rows[0].take_up_url, {"version": 1})
    close(cast)
    assert "Kim Krog – gennemgået i dybden i dag" in words(browser(cast.ida).get(TREATMENT))


def test_citizen_of_another_team_cannot_be_chosen(cast):
    refused = begin(cast, TREATMENT, courses=[cast.noor.course.pk])
    assert refused.status_code == 422
    assert "Noor" not in words(refused)


@pytest.mark.parametrize("url", [START, SPARRING, TREATMENT])
def test_start_page_asks_as_many_queries_whoever_there_is(cast, url):
    asked = []
    for name in ("Ane", "Bob"):
        client = browser(cast.ida)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        asked.append(len(queries))
        with acting(cast.ida.actor):
            for _ in range(2):
                start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
    assert asked[0] == asked[1]


def decide(cast, meeting, turn, key, **sent):
    url = reverse("staff:meetings:decide", args=[meeting.pk, turn, key])
    fields = {f"{key}-{name}": value for name, value in ({"id": new_id()} | sent).items()}
    return browser(cast.ida).post(url, fields)


def test_goals_are_set_and_settled_in_depth(cast):
    begun = begin(cast, TREATMENT, courses=[cast.kim.course.pk])
    row = browser(cast.ida).get(begun["Location"]).context["page"].rows[0]
    with acting(cast.ida.actor):
        meeting = TeamMeeting.objects.get()
    seen = browser(cast.ida).get(row.url).context["desk"].pulse.newest
    goal = {"goal": cast.kim.goal.pk, "seen_change": seen}

    new = decide(cast, meeting, row.item.pk, "maal", text="Svømme", wishes=[cast.kim.wish.pk])
    assert new.status_code == 302
    refused = decide(cast, meeting, row.item.pk, "goer-op", **goal, status="DROPPED", reason="")
    assert refused.status_code == 422
    done = decide(cast, meeting, row.item.pk, "goer-op", **goal, status="REACHED", reason="Flot")
    assert done.status_code == 302, words(done)

    minutes = words(browser(cast.bo).get(begun["Location"]))
    assert "Nyt mål: “Svømme”" in minutes
    assert "Målet: “En tur om ugen”: nået. Flot" in minutes


def test_goals_are_not_settled_at_the_board(cast):
    begun = begin(cast, START)
    row = browser(cast.ida).get(begun["Location"]).context["page"].rows[0]
    with acting(cast.ida.actor):
        meeting = TeamMeeting.objects.get()
    assert decide(cast, meeting, row.item.pk, "goer-op", reason="").status_code == 404
    assert "Planen i dybden" not in words(browser(cast.ida).get(row.url))


def test_goal_is_set_for_a_citizen_without_wishes_and_not_without_a_plan(cast):
    with acting(cast.ida.actor):
        course = begin_course(cast)
    begun = begin(cast, TREATMENT, courses=[course.pk])
    with acting(cast.ida.actor):
        item = TeamMeeting.objects.get().items.get()
    url = reverse("staff:meetings:decide", args=[item.meeting_id, item.pk, "maal"])
    sent = {"maal-id": new_id(), "maal-text": "Sove om natten"}
    assert begun.status_code == 302

    refused = browser(cast.ida).post(url, sent)
    assert (refused.status_code, MeetingRefusal.NO_PLAN.label in words(refused)) == (422, True)
    with acting(cast.ida.actor):
        open_plan(id=new_id(), course=course, by=cast.ida.actor, at=NOW)
    page = browser(cast.ida).get(reverse("staff:meetings:turn", args=[item.meeting_id, item.pk]))
    assert "Nyt mål" in words(page)
    assert browser(cast.ida).post(url, sent).status_code == 302
    with acting(cast.ida.actor):
        assert [goal.text for goal in Goal.objects.filter(plan__course=course)] == [
            "Sove om natten"
        ]


def test_everybody_who_could_be_taken_up_is_read_about(cast):
    begun = begin(cast, SPARRING, theme="Når døren er lukket")
    with acting(cast.ida.actor):
        before = Access.objects.count()

    browser(cast.bo).get(begun["Location"])

    with acting(cast.ida.actor):
        assert Access.objects.count() == before + 1
        assert Access.objects.order_by("-pk")[0].what == "Sparring, listen"
