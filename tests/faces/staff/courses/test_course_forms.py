"""Startskema and slutskema: begun by a button, kept as drafts, done when all is answered."""

import pytest
from django.urls import reverse

from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import EndForm, StartForm
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.courses import end_today


def address(cast, name):
    return reverse(f"staff:courses:{name}", args=[cast.kim.citizen.pk])


def begin(cast, name="start_form", by=None):
    return browser(by or cast.ida).post(address(cast, f"{name}_begin"), {"id": new_id()})


def start(**changes):
    return {
        "version": 1,
        "housing": "SHELTER",
        "earlier_efforts": ["SEL_85", "SEL_110"],
        "present_efforts": ["JOB_CENTRE"],
        "has_psychiatric_diagnosis": "YES",
        "diagnoses": "Skizofreni",
        "social_assessed": "NO",
        "health_assessed": "UNKNOWN",
        "functioning_HEALTH": "4",
        "functioning_MOBILITY": "0",
        "functioning_SELF_CARE": "",
        "note": "Kim svarede selv",
        **changes,
    }


def end(**changes):
    return {
        "version": 1,
        "housing": "PUBLIC_HOUSING",
        "areas_worked_with": ["HOUSING"],
        "next_support": ["SEL_85"],
        "social_assessed": "YES",
        "health_assessed": "YES",
        **changes,
    }


def kept(cast, model=StartForm):
    with acting(cast.ida.actor):
        return model.objects.get()


def test_form_is_begun_by_a_button_and_only_once(cast):
    client = browser(cast.ida)

    assert "Ikke begyndt endnu" in words(client.get(address(cast, "start_form")))
    for _ in range(2):
        response = begin(cast)
        assert (response.status_code, response["Location"]) == (302, address(cast, "start_form"))

    assert kept(cast).version == 1


def test_draft_may_have_holes_and_is_shown_again(cast):
    begin(cast)
    client = browser(cast.ida)

    response = client.post(address(cast, "start_form"), {"version": 1, "housing": "STREET"})

    assert (response.status_code, response["Location"]) == (302, address(cast, "page"))
    assert client.get(address(cast, "start_form")).context["form"]["housing"].value() == "STREET"
    assert "Startskema Kladde" in words(client.get(address(cast, "page")))


def test_only_what_may_be_left_out_says_so(cast):
    begin(cast)
    client = browser(cast.ida)
    shown = client.get(address(cast, "start_form"))
    kept_open = client.post(address(cast, "start_form"), {"version": 9})

    for page in (shown, kept_open):
        said = words(page)
        assert "Indsatser før (valgfrit)" in said
        for needed in ("Bolig", "Psykiatrisk diagnose", "Socialfaglig udredning før forløbet"):
            assert needed in said
            assert f"{needed} (valgfrit)" not in said


def test_form_that_is_done_is_read(cast):
    begin(cast)
    client = browser(cast.ida)

    response = client.post(address(cast, "start_form"), start(done="1"))

    assert response.status_code == 302
    form = kept(cast)
    assert form.completed_at is not None
    assert form.functioning == {"HEALTH": 4, "MOBILITY": 0}
    assert (form.earlier_efforts, form.diagnoses) == (["SEL_85", "SEL_110"], "Skizofreni")
    read = words(client.get(address(cast, "start_form")))
    assert "Bolig Herberg (§ 110)" in read
    assert "Sundhed 4 fuldstændigt problem" in read
    assert "Mobilitet 0 intet problem" in read
    assert "Gem kladde" not in read


def test_form_with_holes_is_not_done_and_nothing_is_lost(cast):
    begin(cast)

    response = browser(cast.ida).post(
        address(cast, "start_form"), start(done="1", social_assessed="")
    )

    assert response.status_code == 422
    assert CourseRefusal.FORM_UNFINISHED.label in words(response)
    form = response.context["form"]
    assert "social_assessed" in form.errors
    assert form["note"].value() == "Kim svarede selv"
    assert form["functioning_HEALTH"].value() == "4"
    assert kept(cast).version == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"housing": "CASTLE"},
        {"earlier_efforts": ["MAGIC"]},
        {"functioning_HEALTH": "5"},
        {"has_psychiatric_diagnosis": "MAYBE"},
        {"note": "a" * 10_001},
        {"version": "2147483647"},
    ],
)
def test_draft_is_refused_in_danish_and_kept(cast, changes):
    begin(cast)

    response = browser(cast.ida).post(address(cast, "start_form"), start(**changes))

    assert response.status_code == 422
    assert response.context["form"]["diagnoses"].value() == "Skizofreni"
    assert kept(cast).version == 1


def test_two_at_once_see_both_texts(cast):
    begin(cast)
    browser(cast.bo).post(address(cast, "start_form"), start(functioning_HEALTH="2"))

    response = browser(cast.ida).post(address(cast, "start_form"), start(housing="STREET"))

    assert response.status_code == 409
    assert [(d.label, d.theirs, d.mine) for d in response.context["form"].differences] == [
        ("Bolig", "Herberg (§ 110)", "På gaden"),
        ("Sundhed", "2 moderat problem", "4 fuldstændigt problem"),
    ]
    again = browser(cast.ida).post(address(cast, "start_form"), start(housing="STREET", version=2))
    assert again.status_code == 302
    assert (kept(cast).housing, kept(cast).functioning["HEALTH"]) == ("STREET", 4)


def test_form_done_by_somebody_else_keeps_what_was_typed(cast):
    begin(cast)
    browser(cast.bo).post(address(cast, "start_form"), start(done="1"))

    response = browser(cast.ida).post(address(cast, "start_form"), start(note="Min note"))

    assert response.status_code == 422
    assert CourseRefusal.FORM_COMPLETED.label in words(response)
    assert response.context["form"]["note"].value() == "Min note"


def test_end_form_is_written_after_the_end(cast):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
    begin(cast, "end_form")

    response = browser(cast.ida).post(address(cast, "end_form"), end(done="1"))

    assert response.status_code == 302
    form = kept(cast, EndForm)
    assert (form.areas_worked_with, form.next_support) == (["HOUSING"], ["SEL_85"])
    assert form.completed_at is not None


def test_end_form_is_not_done_without_the_support_that_follows(cast):
    begin(cast, "end_form")

    response = browser(cast.ida).post(address(cast, "end_form"), end(done="1", next_support=[]))

    assert response.status_code == 422
    assert "next_support" in response.context["form"].errors


@pytest.mark.parametrize("name", ["start_form", "end_form"])
def test_forms_of_another_team_do_not_exist(cast, name):
    assert begin(cast, name, by=cast.omar).status_code == 404
    assert browser(cast.omar).post(address(cast, name), {"version": 1}).status_code == 404
