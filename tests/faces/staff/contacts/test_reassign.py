"""Flyt til kollega: two taps, those who fit best first."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact, make_appointment
from hjemmebane.domain.contacts.choices import ContactRefusal
from hjemmebane.domain.contacts.models import Appointment, AppointmentMove, Task
from hjemmebane.domain.courses.actions import agree_on_contact
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.faces.staff.contacts.pages.moves import to_tell
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_moment
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join

QUERIES = 25


@pytest.fixture
def tomorrow(cast):
    """Ida's appointment with Kim tomorrow."""
    with acting(cast.ida.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Lægen",
            starts_at=now() + dt.timedelta(days=1),
            ends_at=None,
            place="PARTNER",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )


def address(cast, appointment):
    keys = [cast.kim.citizen.pk, appointment.pk]
    return reverse("staff:contacts:appointment_reassign", args=keys)


def who_goes(cast):
    with acting(cast.ida.actor):
        return Appointment.objects.select_related("staff_member").get().staff_member.name


def join_as(cast, *names):
    with acting(OPERATIONS):
        new = [employ(name, "Peer") for name in names]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    return new


def test_two_taps_and_a_colleague_goes(cast, tomorrow):
    client, page = browser(cast.ida), reverse("staff:contacts:page", args=[cast.kim.citizen.pk])
    assert address(cast, tomorrow) in client.get(page).content.decode()

    sent = {"staff_member": cast.bo.staff_member.pk, "version": 1}
    response = client.post(address(cast, tomorrow), sent, follow=True)

    assert who_goes(cast) == "Bo"
    assert "Aftalen er flyttet. Bo kommer." in words(response)
    with acting(cast.ida.actor):
        assert not Task.objects.exists()


def test_citizen_is_to_know_unless_somebody_says_no(cast, tomorrow):
    client, sent = browser(cast.ida), {"staff_member": cast.bo.staff_member.pk, "version": 1}
    form = client.get(address(cast, tomorrow)).context["form"]
    assert form["tell_citizen"].value() is True
    assert "Helst ved at komme forbi." in form["tell_citizen"].help_text

    client.post(address(cast, tomorrow), {**sent, "tell_citizen": "on"})

    with acting(cast.ida.actor):
        task = Task.objects.get()
    when = written_moment(tomorrow.starts_at)
    assert task.what == (
        f"Giv Kim besked: Bo kommer i stedet for Ida {when}. Helst ved at komme forbi."
    )
    assert (task.staff_member_id, task.due_on) == (cast.bo.staff_member.pk, today())


def test_citizen_is_told_as_they_agreed_with_the_team(cast, tomorrow):
    with acting(cast.ida.actor):
        agree_on_contact(
            id=new_id(),
            course=cast.kim.course,
            values={"channels": ["SMS", "PHONE"], "talked_on": today()},
            by=cast.ida.actor,
            at=now(),
        )

    page = browser(cast.ida).get(address(cast, tomorrow)).context["page"]

    assert page.prefers == "på sms eller i telefonen"


def test_words_that_are_too_long_for_a_task_are_cut(cast, tomorrow):
    taker = cast.bo.staff_member
    taker.name = "B" * 120
    told = to_tell(tomorrow, taker, given_name="Kim" * 20, prefers="på sms")

    assert len(told) == 200


def test_second_tap_of_the_thumb_is_no_fault(cast, tomorrow):
    client, sent = browser(cast.ida), {"staff_member": cast.bo.staff_member.pk, "version": 1}

    answers = [client.post(address(cast, tomorrow), sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    with acting(cast.ida.actor):
        assert AppointmentMove.objects.count() == 1


def test_who_knows_the_citizen_comes_first_and_who_is_away_last(cast, tomorrow):
    known, away = join_as(cast, "Kendt", "Væk")
    with acting(known.actor):
        log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(started_at=now() - dt.timedelta(days=2), direct_minutes=30),
            staff=[known.staff_member, away.staff_member],
            sub_goals={},
            by=known.actor,
            at=now(),
        )
    with acting(away.actor):
        register_absence(
            id=new_id(),
            staff_member=away.staff_member,
            values={"kind": "HOLIDAY", "from_on": today()},
            by=away.actor,
            at=now(),
        )

    others = browser(cast.ida).get(address(cast, tomorrow)).context["page"].others

    assert [(one.name, one.knows, one.is_away) for one in others] == [
        ("Kendt", True, False),
        ("Bo", False, False),
        ("Væk", True, True),
    ]


def test_moving_to_a_stranger_is_refused(cast, tomorrow):
    sent = {"staff_member": cast.omar.staff_member.pk, "version": 1}

    response = browser(cast.ida).post(address(cast, tomorrow), sent)

    assert response.status_code == 422
    assert "Valget findes ikke længere. Vælg igen." in words(response)
    assert who_goes(cast) == "Ida"


def test_settled_meanwhile_is_refused(cast, tomorrow):
    client = browser(cast.ida)
    settle = reverse("staff:contacts:appointment_settle", args=[cast.kim.citizen.pk, tomorrow.pk])
    client.post(settle, {"status": "CANCELLED", "version": 1})

    sent = {"staff_member": cast.bo.staff_member.pk, "version": 1}
    response = client.post(address(cast, tomorrow), sent)

    assert ContactRefusal.APPOINTMENT_SETTLED.label in words(response)


def test_moved_meanwhile_is_told(cast, tomorrow):
    (new,) = join_as(cast, "Ny")
    client = browser(cast.ida)
    client.post(address(cast, tomorrow), {"staff_member": new.staff_member.pk, "version": 1})

    sent = {"staff_member": cast.bo.staff_member.pk, "version": 1}
    response = client.post(address(cast, tomorrow), sent)

    assert response.status_code == 409
    assert "En anden har rettet aftalen imens." in words(response)
    assert who_goes(cast) == "Ny"


def test_appointment_of_another_team_does_not_exist(cast, tomorrow):
    client = browser(cast.omar)

    assert client.get(address(cast, tomorrow)).status_code == 404
    assert client.post(address(cast, tomorrow), {"version": 1}).status_code == 404


@pytest.mark.parametrize("names", [(), ("Ny", "Nyere")])
def test_as_many_queries_whatever_the_team(cast, tomorrow, names, django_assert_num_queries):
    join_as(cast, *names)
    client = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        page = client.get(address(cast, tomorrow)).context["page"]

    assert len(page.others) == 1 + len(names)
