"""Pauses, intensity, taking up again, life events and contact agreements, as they are typed."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from hjemmebane.domain.courses.choices import (
    CourseRefusal,
    CourseStatus,
    Intensity,
    LifeEventKind,
    PauseRefusal,
    WhenWithdrawn,
)
from hjemmebane.domain.courses.models import (
    ContactAgreement,
    Course,
    Hold,
    IntensityAgreement,
    LifeEvent,
    Reactivation,
)
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.domain.practice.queries import placements_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.courses import end_today

YESTERDAY = "2025-06-01"


def address(cast, name, *args):
    return reverse(f"staff:courses:{name}", args=[cast.kim.citizen.pk, *args])


def hold(**changes):
    return {
        "id": new_id(),
        "from_on": today().isoformat(),
        "reason": "Kim vil være i fred en tid",
        "keep_contact_plan": "En sms hver fredag",
        "review_on": (today() + dt.timedelta(days=30)).isoformat(),
        "caseload_weight": "0,5",
        "decided_with_citizen": "on",
        **changes,
    }


def intensity(**changes):
    return {
        "id": new_id(),
        "level": "LOW",
        "contacts_per_week": "0,5",
        "minutes_per_week": "",
        "from_on": today().isoformat(),
        "reason": "Det går godt",
        "caseload_weight": "0,5",
        **changes,
    }


def take_up(**changes):
    return {
        "id": new_id(),
        "on": today().isoformat(),
        "reason": "Kim ringede",
        "part": "",
        **changes,
    }


def life_event(**changes):
    return {
        "id": new_id(),
        "kind": "ADMISSION",
        "from_on": today().isoformat(),
        "until_on": "",
        "note": "Indlagt i nat",
        **changes,
    }


def contact_agreement(**changes):
    return {
        "id": new_id(),
        "channels": ["VISIT", "SMS"],
        "places": ["HOME", "OUTDOORS"],
        "times": "Om eftermiddagen",
        "most_people": "2",
        "when_withdrawn": ["LIGHT_IN_WINDOW"],
        "withdrawn_how": "Vi kommer forbi hver anden dag.",
        "citizen_expects": "At I bliver ved",
        "team_expects": "At du siger til",
        "talked_on": today().isoformat(),
        **changes,
    }


SHEETS = {
    "hold": (hold, Hold),
    "intensity": (intensity, IntensityAgreement),
    "life_event": (life_event, LifeEvent),
    "contact_agreement": (contact_agreement, ContactAgreement),
}


def kept(cast, model):
    with acting(cast.ida.actor):
        return list(model.objects.all())


def course(cast):
    with acting(cast.ida.actor):
        return Course.objects.get(pk=cast.kim.course.pk)


@pytest.mark.parametrize("name", SHEETS)
def test_it_is_saved_once_and_the_course_is_shown(cast, name):
    typed, model = SHEETS[name]
    client, sent = browser(cast.ida), typed()

    for _ in range(2):
        response = client.post(address(cast, name), sent)
        assert (response.status_code, response["Location"]) == (302, address(cast, "page"))

    assert [row.pk for row in kept(cast, model)] == [sent["id"]]


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        ("hold", {"decided_with_citizen": ""}, PauseRefusal.WITHOUT_CITIZEN.label),
        ("hold", {"review_on": YESTERDAY}, PauseRefusal.REVIEW_PAST.label),
        ("hold", {"from_on": "2099-01-01"}, CourseRefusal.FUTURE.label),
        ("hold", {"from_on": "2024-01-01"}, CourseRefusal.BEFORE_COURSE.label),
        ("hold", {"keep_contact_plan": ""}, "Sådan holder vi kontakten: Dette felt er påkrævet."),
        ("hold", {"caseload_weight": "en halv"}, "Skriv et tal – for eksempel 0,5."),
        ("hold", {"caseload_weight": "7"}, "Vægt i caseload: "),
        ("hold", {"reason": "a" * 10_001}, "Hvorfor: "),
        ("hold", {"reason": "Fred\0"}, "Der er et tegn i teksten, som ikke kan gemmes."),
        ("intensity", {"contacts_per_week": ""}, PauseRefusal.HOW_MUCH.label),
        ("intensity", {"level": "SOME"}, "Valget findes ikke længere. Vælg igen."),
        ("intensity", {"minutes_per_week": "tyve"}, "Skriv et helt antal minutter"),
        ("life_event", {"from_on": "2099-01-01"}, CourseRefusal.FUTURE.label),
        ("life_event", {"until_on": YESTERDAY}, CourseRefusal.REVERSED.label),
        ("life_event", {"kind": ""}, "Hvad skete der: Dette felt er påkrævet."),
        ("contact_agreement", {"channels": []}, "Vælg mindst én måde at holde kontakt på."),
        ("contact_agreement", {"places": ["REMOTE"]}, "Valget findes ikke længere. Vælg igen."),
        ("contact_agreement", {"most_people": "mange"}, "Skriv et helt tal – for eksempel 3."),
        ("contact_agreement", {"talked_on": "2099-01-01"}, CourseRefusal.FUTURE.label),
    ],
)
def test_it_is_refused_in_danish_and_what_was_typed_is_kept(cast, name, changes, said):
    typed, model = SHEETS[name]

    response = browser(cast.ida).post(address(cast, name), typed(**changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    typed_again = {key: form[key].value() for key in changes if key != "decided_with_citizen"}
    assert typed_again == {key: changes[key] for key in typed_again}
    assert kept(cast, model) == []


def test_hold_keeps_what_was_typed_and_begins_with_a_day_to_look_again(cast):
    client = browser(cast.ida)
    first = client.get(address(cast, "hold")).context["form"]

    client.post(address(cast, "hold"), hold())

    assert first["review_on"].value() == today() + dt.timedelta(weeks=4)
    [row] = kept(cast, Hold)
    assert (row.caseload_weight, row.decided_with_citizen) == (Decimal("0.5"), True)
    assert course(cast).status == CourseStatus.ON_HOLD


def test_two_who_put_it_on_hold_are_one_hold_and_a_sentence(cast):
    browser(cast.ida).post(address(cast, "hold"), hold())

    second = browser(cast.bo).post(address(cast, "hold"), hold(reason="Bos grund"))

    assert second.status_code == 422
    assert PauseRefusal.ALREADY_ON_HOLD.label in words(second)
    assert second.context["form"]["reason"].value() == "Bos grund"
    assert len(kept(cast, Hold)) == 1


def test_low_intensity_leaves_the_course_active(cast):
    browser(cast.ida).post(address(cast, "intensity"), intensity())

    [row] = kept(cast, IntensityAgreement)
    assert (row.level, row.contacts_per_week) == (Intensity.LOW, Decimal("0.5"))
    assert (course(cast).status, course(cast).caseload_weight) == ("ACTIVE", Decimal("0.5"))


@pytest.mark.parametrize(("part", "parts"), [("", []), ("ENGAGEMENT", ["ENGAGEMENT"])])
def test_course_is_taken_up_again_in_one_step(cast, part, parts):
    client = browser(cast.ida)
    client.post(address(cast, "hold"), hold())
    sent = take_up(part=part)

    for _ in range(2):
        response = client.post(address(cast, "reactivate"), sent)
        assert (response.status_code, response["Location"]) == (302, address(cast, "page"))

    assert len(kept(cast, Reactivation)) == 1
    assert course(cast).status == CourseStatus.ACTIVE
    with acting(cast.ida.actor):
        assert [placed.part for placed in placements_of(cast.kim.course.pk)] == parts


def test_taking_up_again_begins_with_the_part_the_course_is_in(cast):
    client = browser(cast.ida)
    client.post(address(cast, "hold"), hold())
    with acting(cast.ida.actor):
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part="GOAL_WORK",
            reason="Ønskerne er sagt",
            from_on=today(),
            by=cast.ida.actor,
            at=now(),
        )

    form = client.get(address(cast, "reactivate")).context["form"]
    client.post(address(cast, "reactivate"), take_up(part=form["part"].value()))

    with acting(cast.ida.actor):
        assert [placed.part for placed in placements_of(cast.kim.course.pk)] == ["GOAL_WORK"]
    assert course(cast).status == CourseStatus.ACTIVE


def test_active_course_is_not_taken_up_again(cast):
    response = browser(cast.ida).post(address(cast, "reactivate"), take_up())

    assert response.status_code == 422
    assert PauseRefusal.NOT_PAUSED.label in words(response)


def test_refused_move_leaves_the_course_on_hold(cast):
    client = browser(cast.ida)
    client.post(address(cast, "hold"), hold())

    response = client.post(address(cast, "reactivate"), take_up(part="HEAVEN"))

    assert response.status_code == 422
    assert course(cast).status == CourseStatus.ON_HOLD


def test_life_event_is_told_on_and_two_at_once_see_both_texts(cast):
    client, sent = browser(cast.ida), life_event()
    client.post(address(cast, "life_event"), sent)
    url = address(cast, "life_event_edit", sent["id"])
    assert client.get(url).context["form"]["note"].value() == "Indlagt i nat"

    first = client.post(url, life_event(note="Udskrevet", version=1))
    second = browser(cast.bo).post(url, life_event(note="Stadig indlagt", version=1))

    assert (first.status_code, second.status_code) == (302, 409)
    assert [(d.theirs, d.mine) for d in second.context["form"].differences] == [
        ("Udskrevet", "Stadig indlagt")
    ]
    again = browser(cast.bo).post(url, life_event(note="Stadig indlagt", version=2))
    assert again.status_code == 302
    assert [event.note for event in kept(cast, LifeEvent)] == ["Stadig indlagt"]


def test_life_event_pauses_nothing_and_the_page_says_so(cast):
    client = browser(cast.ida)

    said = words(client.get(address(cast, "life_event")))
    client.post(address(cast, "life_event"), life_event(kind=LifeEventKind.PRISON))

    assert "Kontakten kan gå videre" in said
    assert course(cast).status == CourseStatus.ACTIVE


def test_contact_agreement_begins_with_the_one_that_holds(cast):
    client = browser(cast.ida)
    client.post(address(cast, "contact_agreement"), contact_agreement())

    form = client.get(address(cast, "contact_agreement")).context["form"]

    assert form["channels"].value() == ["VISIT", "SMS"]
    assert form["places"].value() == ["HOME", "OUTDOORS"]
    assert form["when_withdrawn"].value() == [WhenWithdrawn.LIGHT_IN_WINDOW]
    assert form["times"].value() == "Om eftermiddagen"
    [row] = kept(cast, ContactAgreement)
    assert (row.most_people, row.citizen_expects) == (2, "At I bliver ved")


@pytest.mark.parametrize("name", [*SHEETS, "reactivate"])
def test_nothing_is_added_to_an_ended_course(cast, name):
    with acting(cast.ida.actor):
        end_today(cast.kim, cast.ida)
    typed = take_up if name == "reactivate" else SHEETS[name][0]

    response = browser(cast.ida).post(address(cast, name), typed())

    assert response.status_code == 422
    assert CourseRefusal.ALREADY_ENDED.label in words(response)


def test_another_teams_course_is_left_alone(cast):
    sent = life_event()
    browser(cast.ida).post(address(cast, "life_event"), sent)
    omar = browser(cast.omar)

    for name, (typed, _model) in SHEETS.items():
        assert omar.post(address(cast, name), typed()).status_code == 404
    edit = address(cast, "life_event_edit", sent["id"])
    assert omar.post(edit, life_event(version=1)).status_code == 404
    assert browser(cast.ida).get(address(cast, "life_event_edit", new_id())).status_code == 404
    assert kept(cast, Hold) == []
