"""What telephones send is followed up like what is written on the pages: once for a whole round."""

import datetime as dt
import json

import pytest
from django.db import connections

from hjemmebane.config.schedule import follow_record
from hjemmebane.domain.contacts.actions import FOLLOW
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.faces.operations.following.round import follow
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from tests.faces.staff.field.test_conflicts import choose, only
from tests.factories.browsing import browser
from tests.factories.field import Phone, a_light, a_task_done, a_visit, other
from tests.factories.reminders import give

pytestmark = pytest.mark.django_db(databases=["default", "owner"], transaction=True)
GAP = "CONTACT_GAP"


def asked():
    """The records that are to be looked at, by the queue; the moment is no part of it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT args::text FROM procrastinate_jobs WHERE task_name = %s"
            " AND scheduled_at > now() ORDER BY id",
            [FOLLOW],
        )
        return [json.loads(told)["key"] for (told,) in cursor.fetchall()]


def follow_ups(cast):
    with acting(cast.ida.actor):
        return list(FollowUp.objects.order_by("pk").values_list("rule", "status"))


def test_round_is_followed_up_once_for_each_record(cast):
    phone, kim = Phone(cast.ida), cast.kim
    first = a_visit(kim, cast.ida, outcome="NOT_MET")
    for sent in (first, first, a_visit(kim, cast.ida), a_light(kim, cast.ida)):
        assert phone.send(sent).status_code == 200
    Phone(cast.omar).send(a_visit(cast.noor, cast.omar))

    assert asked() == [str(kim.course.pk), str(cast.noor.course.pk)]


def test_what_is_refused_or_no_contact_asks_for_nothing(cast):
    phone, tomorrow = Phone(cast.ida), (now() + dt.timedelta(days=1)).isoformat()
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida)

    assert phone.send(a_visit(cast.kim, cast.ida, started_at=tomorrow)).status_code == 422
    assert phone.send(a_task_done(cast.kim, cast.ida, task.pk)).status_code == 200
    assert asked() == []


def test_visit_from_a_telephone_settles_what_the_record_asked_for(cast):
    follow(cast.kim.course.pk)
    assert follow_ups(cast) == [(GAP, "OPEN")]

    Phone(cast.ida).send(a_visit(cast.kim, cast.ida))
    follow_record(str(cast.kim.course.pk))

    assert follow_ups(cast) == [(GAP, "DONE")]


def test_version_that_is_taken_is_followed_up_at_once(cast):
    follow(cast.kim.course.pk)
    phone, sent = Phone(cast.ida), a_visit(cast.kim, cast.ida, outcome="NOT_MET")
    phone.send(sent)
    phone.send(other(sent, outcome="MET"))

    choose(browser(cast.bo), cast.kim, only(cast.ida, FieldConflict), "TAKEN")

    assert follow_ups(cast) == [(GAP, "DONE")]
