"""The same item, or two of the same, from several connections in one moment."""

import pytest

from hjemmebane.domain.contacts.models import Contact, Task
from hjemmebane.domain.field.actions import add_part, announce_upload
from hjemmebane.domain.field.actions.intake import KEPT_BESIDE
from hjemmebane.domain.field.models import (
    FieldConflict,
    FieldReceipt,
    FieldUpload,
    FieldUploadPart,
)
from hjemmebane.domain.field.queries import uploaded
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import RecordRefusal
from tests.factories.at_once import at_once
from tests.factories.cast import gather
from tests.factories.field import a_task_done, a_visit, other, registered, taken_in
from tests.factories.reminders import give
from tests.factories.voices import SOUND


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def rows(employee, model):
    with acting(employee.actor):
        return list(model.objects.order_by("pk"))


def test_same_item_on_four_connections_is_one_contact(cast):
    phone, sent, answers = registered(cast.ida), a_visit(cast.kim, cast.ida), []

    def job():
        answers.append(taken_in(phone, cast.kim, cast.ida, sent))

    assert at_once(cast.ida.actor, *[job] * 4) == ["done"] * 4
    assert len(set(answers)) == 1
    assert len(rows(cast.ida, Contact)) == len(rows(cast.ida, FieldReceipt)) == 1


def test_two_versions_at_once_are_both_kept(cast):
    phone, sent, answers = registered(cast.ida), a_visit(cast.kim, cast.ida), []
    versions = [sent, other(sent, note="Vi drak te")]

    def job(one):
        answers.append(taken_in(phone, cast.kim, cast.ida, one).conflict)

    jobs = [lambda one=one: job(one) for one in versions * 2]
    assert at_once(cast.ida.actor, *jobs) == ["done"] * 4
    assert sorted(set(answers)) == ["", KEPT_BESIDE]
    [contact], [conflict] = rows(cast.ida, Contact), rows(cast.ida, FieldConflict)
    assert {contact.note, conflict.sent["note"]} == {"Vi drak kaffe", "Vi drak te"}


def test_two_telephones_at_one_task_at_once_keep_both_words(cast):
    phone = registered(cast.ida)
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, at=now())
    sent = [a_task_done(cast.kim, cast.ida, task.pk, note=note) for note in ("Ja", "Nej")]

    jobs = [lambda one=one: taken_in(phone, cast.kim, cast.ida, one) for one in sent]
    assert at_once(cast.ida.actor, *jobs) == ["done", "done"]
    [settled], [conflict] = rows(cast.ida, Task), rows(cast.ida, FieldConflict)
    assert {settled.settled_note, conflict.sent["note"]} == {"Ja", "Nej"}


def test_same_part_on_four_connections_is_kept_once(cast):
    key = new_id()
    with acting(cast.ida.actor):
        announce_upload(id=key, size=len(SOUND), sha256="0" * 64, by=cast.ida.actor, at=now())

    def job():
        add_part(upload_id=key, start=0, part=SOUND, by=cast.ida.actor, at=now())

    assert at_once(cast.ida.actor, *[job] * 4) == ["done"] * 4
    [upload], [_part] = rows(cast.ida, FieldUpload), rows(cast.ida, FieldUploadPart)
    with acting(cast.ida.actor):
        assert uploaded(upload) == SOUND


def test_same_file_announced_at_once_is_one_upload(cast):
    key = new_id()

    def job():
        announce_upload(id=key, size=9, sha256="0" * 64, by=cast.ida.actor, at=now())

    assert at_once(cast.ida.actor, *[job] * 4) == ["done"] * 4
    assert len(rows(cast.ida, FieldUpload)) == 1


def test_key_taken_by_a_colleague_in_the_same_moment_is_refused(cast):
    """Two people with one key: one contact, and the other is told nothing of it."""
    key = str(new_id())
    jobs = []
    for employee in (cast.ida, cast.bo):
        phone = registered(employee)
        sent = {**a_visit(cast.kim, employee, note=employee.staff_member.name), "id": key}
        jobs.append((employee, phone, sent))

    def job(employee, phone, sent):
        with acting(employee.actor):
            taken_in(phone, cast.kim, employee, sent)

    outcomes = at_once(cast.ida.actor, *[lambda one=one: job(*one) for one in jobs])
    assert outcomes == [RecordRefusal.SAVED_OTHERWISE.value, "done"]
    assert len(rows(cast.ida, Contact)) == 1
