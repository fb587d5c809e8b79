"""To udgaver: both are shown, the team chooses, and nothing is lost."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import change_contact, settle_task
from hjemmebane.domain.contacts.choices import ContactRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import Contact, Task
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.content import contact_details, item_of
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.forms import OVERTAKEN
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.field import Phone, a_task_done, a_visit, other
from tests.factories.history import changes_by
from tests.factories.reminders import give

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


@pytest.fixture
def two_visits(cast, phone):
    """Kim's visit in two versions; the conflict."""
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    step = str(cast.kim.first_step.pk)
    phone.send(other(sent, note="Vi drak te", direct_minutes=30, sub_goals={step: "STEP"}))
    return only(cast.ida, FieldConflict)


def only(employee, model):
    with acting(employee.actor):
        return model.objects.get()


def address(case, conflict):
    return reverse("staff:field:conflict", args=[case.citizen.pk, conflict.pk])


def choose(client, case, conflict, settlement, *, version=1):
    return client.post(address(case, conflict), {"settlement": settlement, "version": version})


def test_contact_page_asks_the_team_to_choose(cast, two_visits):
    page = reverse("staff:contacts:page", args=[cast.kim.citizen.pk])
    response = browser(cast.bo).get(page)

    assert "To udgaver – vælg" in words(response)
    assert address(cast.kim, two_visits) in response.content.decode()


def test_page_shows_where_the_two_differ(cast, two_visits):
    shown = words(browser(cast.bo).get(address(cast.kim, two_visits)))

    for pair in ("Vi drak kaffe Vi drak te", "45 30", "– Et skridt frem"):
        assert pair in shown
    assert "Hvem var med" not in shown


def test_version_with_somebody_who_is_nobody_is_shown_and_let_go(cast, phone):
    sent = a_visit(cast.kim, cast.ida)
    phone.send(sent)
    phone.send(other(sent, staff=[str(new_id())]))
    client, conflict = browser(cast.ida), only(cast.ida, FieldConflict)

    assert "Hvem var med Ida –" in words(client.get(address(cast.kim, conflict)))
    refused = choose(client, cast.kim, conflict, "TAKEN")
    assert refused.status_code == 422
    assert ContactRefusal.STAFF_NOT_IN_TEAM.label in words(refused)
    assert choose(client, cast.kim, conflict, "KEPT").status_code == 302


def test_taken_is_a_visible_correction(cast, two_visits):
    assert choose(browser(cast.bo), cast.kim, two_visits, "TAKEN").status_code == 302

    contact = only(cast.bo, Contact)
    assert (contact.note, contact.direct_minutes, contact.version) == ("Vi drak te", 30, 2)
    settled = only(cast.bo, FieldConflict)
    assert (settled.settlement, settled.settled_by_id) == ("TAKEN", cast.bo.user.pk)
    with acting(cast.bo.actor):
        assert ("UPDATE", "contacts_contact") in changes_by(
            cast.bo.actor, "contacts.change_contact"
        )
        assert changes_by(cast.bo.actor, "field.settle_conflict") == [
            ("UPDATE", "field_fieldconflict")
        ]


def test_kept_changes_nothing_and_asks_no_more(cast, two_visits):
    client = browser(cast.bo)
    assert choose(client, cast.kim, two_visits, "KEPT").status_code == 302

    assert only(cast.bo, Contact).note == "Vi drak kaffe"
    page = client.get(reverse("staff:contacts:page", args=[cast.kim.citizen.pk]))
    assert "To udgaver – vælg" not in words(page)
    assert "De to udgaver er gjort op." in words(client.get(address(cast.kim, two_visits)))


def test_second_tap_is_the_same_and_another_choice_is_too_late(cast, two_visits):
    client = browser(cast.bo)
    for _ in range(2):
        assert choose(client, cast.kim, two_visits, "KEPT").status_code == 302
    late = choose(browser(cast.ida), cast.kim, two_visits, "TAKEN")

    assert late.status_code == 422
    assert FieldRefusal.ALREADY_SETTLED.label in words(late)
    assert only(cast.bo, Contact).note == "Vi drak kaffe"


def test_what_was_changed_meanwhile_is_looked_at_again(cast, two_visits):
    contact = only(cast.ida, Contact)
    with acting(cast.ida.actor):
        change_contact(
            contact=contact,
            details=contact_details(item_of(a_visit(cast.kim, cast.ida, note="Rettet")).body),
            staff=[cast.ida.staff_member],
            sub_goals={},
            version=1,
            by=cast.ida.actor,
            at=now(),
        )
    client = browser(cast.bo)
    stale = choose(client, cast.kim, two_visits, "TAKEN", version=1)
    assert (stale.status_code, OVERTAKEN in words(stale)) == (409, True)
    assert "Rettet" in words(stale)

    assert choose(client, cast.kim, two_visits, "TAKEN", version=2).status_code == 302
    assert only(cast.ida, Contact).note == "Vi drak te"


@pytest.mark.parametrize("status", [ReminderStatus.DONE, ReminderStatus.DROPPED])
def test_task_takes_the_words_of_the_telephone(cast, phone, status):
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, at=now())
    with acting(cast.bo.actor):
        given = Task.objects.get(pk=task.pk)
        who = {"by": cast.bo.actor, "at": now()}
        settle_task(task=given, status=status, note="Bo ringede", version=1, **who)
    phone.send(a_task_done(cast.kim, cast.ida, task.pk, note="De ringer selv"))
    conflict = only(cast.ida, FieldConflict)
    client = browser(cast.ida)
    assert "Bo ringede De ringer selv" in words(client.get(address(cast.kim, conflict)))

    assert choose(client, cast.kim, conflict, "TAKEN", version=2).status_code == 302
    done = only(cast.ida, Task)
    assert (done.status, done.settled_note) == ("DONE", "De ringer selv")


def test_conflict_of_another_citizen_is_not_there(cast, two_visits):
    client = browser(cast.omar)

    assert client.get(address(cast.kim, two_visits)).status_code == 404
    assert client.get(address(cast.noor, two_visits)).status_code == 404
    assert choose(client, cast.noor, two_visits, "TAKEN").status_code == 404
    unknown = reverse("staff:field:conflict", args=[cast.kim.citizen.pk, new_id()])
    assert browser(cast.ida).get(unknown).status_code == 404


@pytest.mark.parametrize("settlement", ["", "BOTH"])
def test_choice_that_is_none_is_told(cast, two_visits, settlement):
    response = choose(browser(cast.ida), cast.kim, two_visits, settlement)

    assert response.status_code == 422
    assert only(cast.ida, FieldConflict).settlement == ""
