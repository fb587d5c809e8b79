"""Praksismodel: what people say beside what the record tells, one tap each, and nothing locks."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.actions import take_version
from hjemmebane.domain.plans.queries import plan_of
from hjemmebane.domain.practice.actions import judge_indicator, place_course, set_activity
from hjemmebane.domain.practice.choices import Judgement, PlacementRefusal, PracticeRefusal
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement, Placement
from hjemmebane.faces.documents.plan_document import plan_pdf
from hjemmebane.faces.documents.simple_plan_document import simple_plan_pdf
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.plans import end_course

# Six of them are savepoints of the test.
PAGE_QUERIES = 18
ACTIVITY, INDICATOR = "ENGAGEMENT_WISHES", "ENGAGEMENT_PLAN_MADE"


def address(cast, name="page", *args):
    return reverse(f"staff:practice:{name}", args=[cast.kim.citizen.pk, *args])


def place(cast, part="ENGAGEMENT", **changes):
    place_course(
        id=new_id(),
        course=cast.kim.course,
        part=part,
        reason="Vi kender hinanden nu",
        from_on=today(),
        by=cast.ida.actor,
        at=now(),
        **changes,
    )


def say(cast, said, kind="aktivitet", code=ACTIVITY, **kwargs):
    sent = {"id": new_id(), "said": said}
    return browser(cast.ida).post(address(cast, "tap", kind, code), sent, **kwargs)


@pytest.fixture
def placed(cast):
    with acting(cast.ida.actor):
        place(cast)
    return cast


def part(response, code):
    return next(one for one in response.context["page"].parts if one.part.code == code)


def test_page_shows_four_parts_with_the_present_one_open(placed):
    page = browser(placed.ida).get(address(placed))

    assert [(one.part.number, one.is_open) for one in page.context["page"].parts] == [
        (1, False),
        (2, True),
        (3, False),
        (4, False),
    ]
    shown = page.context["page"].parts
    assert [len(one.activities) for one in shown] == [5, 7, 7, 5]
    assert [len(one.indicators) for one in shown] == [3, 3, 4, 1]
    assert "2. Relation og afdækning – her er I nu (mangler" in words(page)


def test_page_says_what_speaks_for_a_move_and_what_is_missing(placed):
    with acting(placed.ida.actor):
        take_version(id=new_id(), plan=placed.kim.plan, reason="", by=placed.ida.actor, at=now())

    page = browser(placed.ida).get(address(placed))
    read, here = words(page), part(page, "ENGAGEMENT")

    assert [point.entry.code for point in here.speaks] == [
        "ENGAGEMENT_WISHES_SAID",
        "ENGAGEMENT_PLAN_MADE",
    ]
    assert "Det taler for at gå videre Ønskerne er sagt (læst i journalen)" in read
    assert "Det mangler Tag hånd om det akutte" in read
    assert "Plan: version 1, fra i dag." in read


def test_people_are_believed_before_the_record(placed):
    with acting(placed.ida.actor):
        judge_indicator(
            id=new_id(),
            course=placed.kim.course,
            code="ENGAGEMENT_WISHES_SAID",
            judgement=Judgement.UNCLEAR,
            note="Det var mest hendes søster, der talte",
            on=today(),
            by=placed.ida.actor,
            at=now(),
        )

    page = browser(placed.ida).get(address(placed))

    assert part(page, "ENGAGEMENT").speaks == ()
    assert "Uklart" in words(page)
    assert "Ida, i dag Det var mest hendes søster, der talte" in words(page)


def test_page_before_the_first_placement_offers_every_part(cast):
    page = browser(cast.ida).get(address(cast))

    assert not any(one.is_open for one in page.context["page"].parts)
    assert "Ingen del er valgt endnu" in words(page)
    assert "<figure" not in page.content.decode()


@pytest.mark.parametrize("notes", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(placed, django_assert_num_queries, notes):
    with acting(placed.ida.actor):
        for code in ("ENGAGEMENT_WISHES", "ENGAGEMENT_PLAN", "BRIDGING_PLAN")[:notes]:
            set_activity(
                id=new_id(),
                course=placed.kim.course,
                code=code,
                status="DONE",
                staff_member=placed.bo.staff_member,
                on=today(),
                by=placed.ida.actor,
                at=now(),
            )
    client = browser(placed.ida)

    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(address(placed))

    assert words(page).count("Hvem: Bo") == notes


def test_page_is_noted_and_changes_nothing(placed):
    with acting(placed.ida.actor):
        before = Change.objects.count()

    browser(placed.ida).get(address(placed))

    with acting(placed.ida.actor):
        assert Change.objects.count() == before
        assert [access.what for access in Access.objects.all()] == ["Praksismodel"]


def test_page_draws_the_way_through_the_parts(placed):
    with acting(placed.ida.actor):
        place(placed, "BRIDGING")

    page = browser(placed.ida).get(address(placed))

    assert 'aria-labelledby="vejen-navn vejen-tekst"' in page.content.decode()
    assert "1 flytning. Nu: 4. Brobygning" in words(page)


# ---------------------------------------------------------------- one tap


def test_tap_notes_a_status_and_comes_back_to_the_entry(placed):
    response = say(placed, "DONE")

    assert (response.status_code, response["Location"]) == (
        302,
        f"{address(placed)}?ved=aktivitet-engagement-wishes#aktivitet-engagement-wishes",
    )
    with acting(placed.ida.actor):
        [noted] = ActivityStatus.objects.all()
    assert (noted.code, noted.status, noted.noted_on) == (ACTIVITY, "DONE", today())


def test_tap_notes_a_judgement(placed):
    assert say(placed, "MET", "indikator", INDICATOR).status_code == 302

    with acting(placed.ida.actor):
        [noted] = IndicatorJudgement.objects.all()
    assert (noted.code, noted.judgement) == (INDICATOR, "MET")


@pytest.mark.parametrize(
    ("kind", "code", "said", "shown"),
    [
        ("aktivitet", ACTIVITY, "UNDER_WAY", "del-engagement"),
        ("indikator", INDICATOR, "UNCLEAR", "del-engagement"),
        ("aktivitet", "BRIDGING_PLAN", "DONE", "del-bridging"),
    ],
)
def test_tap_through_htmx_answers_with_the_part_of_the_fresh_page(placed, kind, code, said, shown):
    answered = say(placed, said, kind, code, headers=HTMX)

    anchor = f"{kind}-{code.lower().replace('_', '-')}"
    fresh = browser(placed.ida).get(address(placed), {"ved": anchor})
    assert element(answered, shown) == element(fresh, shown)
    assert "<html" not in answered.content.decode()


def test_tap_keeps_who_sees_to_it_but_not_what_was_written(placed):
    with acting(placed.ida.actor):
        set_activity(
            id=new_id(),
            course=placed.kim.course,
            code=ACTIVITY,
            status="UNDER_WAY",
            note="Går i små bidder",
            staff_member=placed.bo.staff_member,
            on=today(),
            by=placed.ida.actor,
            at=now(),
        )

    say(placed, "DONE")

    with acting(placed.ida.actor):
        newest = ActivityStatus.objects.order_by("-recorded_at")[0]
    assert (newest.status, newest.staff_member_id, newest.note) == (
        "DONE",
        placed.bo.staff_member.pk,
        "",
    )


def test_tap_sent_twice_is_one_note(placed):
    client, sent = browser(placed.ida), {"id": new_id(), "said": "DONE"}

    for _ in range(2):
        assert client.post(address(placed, "tap", "aktivitet", ACTIVITY), sent).status_code == 302

    with acting(placed.ida.actor):
        assert ActivityStatus.objects.count() == 1


def test_refused_tap_says_why_at_the_entry(placed):
    with acting(placed.ida.actor):
        end_course(placed.kim.course)

    answered = say(placed, "DONE", headers=HTMX)

    assert answered.status_code == 422
    assert "Forløbet er afsluttet." in words(answered)
    with acting(placed.ida.actor):
        assert not ActivityStatus.objects.exists()


def test_tap_of_something_that_cannot_be_said_notes_nothing(placed):
    assert say(placed, "PERHAPS").status_code == 422

    with acting(placed.ida.actor):
        assert not ActivityStatus.objects.exists()


@pytest.mark.parametrize(
    ("kind", "code"),
    [("aktivitet", "HEAVEN"), ("aktivitet", INDICATOR), ("del", ACTIVITY)],
)
def test_what_the_method_lacks_does_not_exist(placed, kind, code):
    assert say(placed, "DONE", kind, code).status_code == 404
    assert browser(placed.ida).get(address(placed, "note", kind, code)).status_code == 404


# ---------------------------------------------------------------- with a note


def test_note_is_written_with_who_and_day(placed):
    url = address(placed, "note", "aktivitet", ACTIVITY)
    sent = {
        "id": new_id(),
        "status": "UNDER_WAY",
        "staff_member": placed.bo.staff_member.pk,
        "note": "Begyndte på bænken",
        "on": today(),
    }

    response = browser(placed.ida).post(url, sent)

    assert response.status_code == 302
    read = words(browser(placed.ida).get(url))
    assert "Skrevet før I gang Ida" in read
    assert "Begyndte på bænken" in read


def test_note_begins_with_what_holds_now(placed):
    say(placed, "UNCLEAR", "indikator", INDICATOR)

    page = browser(placed.ida).get(address(placed, "note", "indikator", INDICATOR))

    assert page.context["form"].initial["judgement"] == "UNCLEAR"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": "2099-01-01"}, PracticeRefusal.FUTURE.label),
        ({"on": "i går"}, "Skriv en dato"),
        ({"status": ""}, "Dette felt er påkrævet"),
        ({"note": "a" * 2_001}, "højst have 2000 tegn"),
    ],
)
def test_refused_note_says_why_and_keeps_what_was_typed(placed, typed, said):
    sent = {"id": new_id(), "status": "DONE", "note": "Ved søen", "on": today()} | typed

    response = browser(placed.ida).post(address(placed, "note", "aktivitet", ACTIVITY), sent)

    assert response.status_code == 422
    assert said in words(response)
    assert sent["note"] in response.content.decode()
    with acting(placed.ida.actor):
        assert not ActivityStatus.objects.exists()


def test_note_offers_nobody_from_another_team(placed):
    sent = {
        "id": new_id(),
        "status": "DONE",
        "staff_member": placed.omar.staff_member.pk,
        "on": today(),
    }

    response = browser(placed.ida).post(address(placed, "note", "aktivitet", ACTIVITY), sent)

    assert response.status_code == 422
    assert "Valget findes ikke længere" in words(response)


# ---------------------------------------------------------------- moving


def move_to(part, **typed):
    return {"id": new_id(), "part": part, "reason": "Er klar", "from_on": today(), **typed}


def test_move_goes_any_way_with_a_reason(placed):
    sent = move_to("SCREENING", reason="Vil tænke sig om")

    response = browser(placed.ida).post(address(placed, "move"), sent)

    assert (response.status_code, response["Location"]) == (302, address(placed))
    page = browser(placed.ida).get(address(placed))
    assert part(page, "SCREENING").is_present
    assert "Vil tænke sig om" in words(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"part": "ENGAGEMENT"}, PlacementRefusal.SAME_PART.label),
        ({"reason": ""}, "Hvorfor: Dette felt er påkrævet."),
        ({"from_on": "2099-01-01"}, PlacementRefusal.FUTURE.label),
        ({"from_on": "31-02-2026"}, "Skriv en dato, der findes"),
        ({"part": "NOWHERE"}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_refused_move_says_why_and_keeps_what_was_typed(placed, typed, said):
    sent = move_to("BRIDGING", reason="Har selv sagt ja") | typed

    response = browser(placed.ida).post(address(placed, "move"), sent)

    assert response.status_code == 422
    assert said in words(response)
    assert {sent["reason"], str(sent["from_on"])} <= {
        str(value) for value in response.context["page"].move_form.data.values()
    }
    with acting(placed.ida.actor):
        assert Placement.objects.count() == 1


def test_move_sent_twice_is_one_placement(placed):
    client, sent = browser(placed.ida), move_to("BRIDGING")

    answers = [client.post(address(placed, "move"), sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    with acting(placed.ida.actor):
        assert Placement.objects.count() == 2


# ---------------------------------------------------------------- whose it is


def test_practice_model_of_another_team_does_not_exist(placed):
    client = browser(placed.omar)

    for response in (
        client.get(address(placed)),
        client.get(address(placed, "note", "aktivitet", ACTIVITY)),
        client.post(address(placed, "tap", "aktivitet", ACTIVITY), {"said": "DONE"}),
        client.post(address(placed, "move"), {"part": "BRIDGING"}),
    ):
        assert response.status_code == 404


def test_ended_course_can_be_read_and_not_written(placed):
    with acting(placed.ida.actor):
        end_course(Course.objects.get(pk=placed.kim.course.pk))

    page = browser(placed.ida).get(address(placed))

    assert page.status_code == 200
    assert 'name="said"' not in page.content.decode()
    assert "Flyt til en anden del" not in words(page)


def test_practice_model_is_never_on_the_citizens_or_the_partners_paper(placed):
    with acting(placed.ida.actor):
        noted = {"on": today(), "by": placed.ida.actor, "at": now()}
        course = placed.kim.course
        set_activity(
            id=new_id(), course=course, code=ACTIVITY, status="DONE", note="Hemmelig note", **noted
        )
        judge_indicator(
            id=new_id(), course=course, code=INDICATOR, judgement="MET", note="Intern sag", **noted
        )
        papers = [paper(plan_of(course.pk), at=now()) for paper in (plan_pdf, simple_plan_pdf)]

    for paper in papers:
        read = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
        assert "Kim" in read
        for internal in ("Hemmelig note", "Intern sag", "Hjælp ønskerne frem", "Praksismodel"):
            assert internal not in read
