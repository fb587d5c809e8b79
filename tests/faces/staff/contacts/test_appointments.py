"""Aftaler: made, and settled once."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import make_appointment, raise_due_follow_ups
from hjemmebane.domain.contacts.choices import ContactRefusal
from hjemmebane.domain.contacts.models import Appointment, FollowUp
from hjemmebane.domain.courses.choices import Place
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.contacts.test_log import written
from tests.factories.browsing import HTMX, browser, element, words


def address(cast, name="page", *args):
    return reverse(f"staff:contacts:{name}", args=[cast.kim.citizen.pk, *args])


def typed(cast, **changes):
    return {
        "id": new_id(),
        "what": "Gåtur",
        "starts_at": written(now() + dt.timedelta(days=1)),
        "ends_at": "",
        "place": "OUTDOORS",
        "staff_member": cast.ida.staff_member.pk,
        **changes,
    }


def appointments(cast):
    with acting(cast.ida.actor):
        return list(Appointment.objects.order_by("starts_at").values_list("what", "status"))


def begun(cast):
    """An appointment of yesterday that nobody has settled."""
    with acting(cast.ida.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Lægen",
            starts_at=now() - dt.timedelta(days=1),
            ends_at=None,
            place=Place.PARTNER,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now() - dt.timedelta(days=9),
        )


def test_appointment_is_made_once_and_stands_on_the_page(cast):
    client, sent = browser(cast.ida), typed(cast)

    for _ in range(2):
        assert client.post(address(cast, "appointment_new"), sent).status_code == 302

    assert appointments(cast) == [("Gåtur", "PLANNED")]
    assert "Gåtur i morgen kl." in words(client.get(address(cast)))


def test_appointment_soon_is_what_the_record_asked_for(cast):
    with acting(cast.ida.actor):
        raise_due_follow_ups(course_id=cast.kim.course.pk, by=cast.ida.actor, at=now())

    browser(cast.ida).post(address(cast, "appointment_new"), typed(cast))

    with acting(cast.ida.actor):
        found = list(FollowUp.objects.values_list("rule", "status"))
    assert found == [("CONTACT_GAP", "DONE")]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"what": ""}, "Hvad: Dette felt er påkrævet."),
        ({"starts_at": "2025-05-05T10:00"}, ContactRefusal.APPOINTMENT_PAST.label),
        ({"starts_at": "snart"}, "Skriv dato og klokkeslæt som"),
        ({"ends_at": written(now())}, ContactRefusal.ENDS_BEFORE_START.label),
        ({"staff_member": new_id()}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_appointment_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(address(cast, "appointment_new"), typed(cast, **changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == {
        name: str(value) for name, value in changes.items()
    }
    assert appointments(cast) == []


@pytest.mark.parametrize("status", ["KEPT", "MISSED", "CANCELLED"])
def test_appointment_is_settled_in_place(cast, status):
    client, appointment = browser(cast.ida), begun(cast)
    url = address(cast, "appointment_settle", appointment.pk)

    part = client.post(url, {"status": status, "version": 1}, headers=HTMX)

    assert appointments(cast) == [("Lægen", status)]
    assert element(part, "aftaler") == element(client.get(address(cast)), "aftaler")


def test_appointment_is_settled_without_javascript_too(cast):
    appointment = begun(cast)

    response = browser(cast.ida).post(
        address(cast, "appointment_settle", appointment.pk), {"status": "KEPT", "version": 1}
    )

    assert (response.status_code, response["Location"]) == (302, address(cast))


def test_appointment_settled_by_another_meanwhile_is_refused(cast):
    client, appointment = browser(cast.ida), begun(cast)
    url = address(cast, "appointment_settle", appointment.pk)
    client.post(url, {"status": "KEPT", "version": 1})

    response = client.post(url, {"status": "MISSED", "version": 1})

    assert response.status_code == 422
    assert ContactRefusal.APPOINTMENT_SETTLED.label in words(response)
    assert appointments(cast) == [("Lægen", "KEPT")]


def test_appointment_to_come_can_only_be_cancelled(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "appointment_new"), sent)
    url = address(cast, "appointment_settle", sent["id"])

    early = client.post(url, {"status": "KEPT", "version": 1})
    called_off = client.post(url, {"status": "CANCELLED", "version": 1})

    assert (early.status_code, called_off.status_code) == (422, 302)
    assert ContactRefusal.APPOINTMENT_TO_COME.label in words(early)


@pytest.mark.parametrize(("times", "shown"), [(4, (4, 0)), (5, (3, 2))])
def test_what_is_agreed_far_ahead_is_folded_away(cast, times, shown):
    """Unless that would fold away a single one."""
    client = browser(cast.ida)
    client.post(address(cast, "appointment_new"), typed(cast, rhythm="WEEKLY", times=str(times)))

    response = client.get(address(cast))
    page = response.context["page"]

    assert (len(page.coming), len(page.later)) == shown
    assert ("2 aftaler længere frem" in words(response)) == bool(page.later)


def test_appointment_of_another_team_does_not_exist(cast):
    appointment = begun(cast)
    url = address(cast, "appointment_settle", appointment.pk)

    assert browser(cast.omar).post(url, {"status": "KEPT", "version": 1}).status_code == 404
    assert appointments(cast) == [("Lægen", "PLANNED")]
