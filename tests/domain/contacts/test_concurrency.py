"""What several people, or several workers, want to do in the same moment."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from hjemmebane.domain.contacts.actions import (
    SMS_REMINDERS,
    ContactDetails,
    log_contact,
    plan_reminders,
    take_call,
)
from hjemmebane.domain.contacts.choices import CallRefusal
from hjemmebane.domain.contacts.models import Contact, HelpCall, SmsReminder
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.at_once import at_once
from tests.factories.cast import gather
from tests.factories.reminders import call
from tests.factories.sms import agree, appoint


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


@pytest.fixture
def waiting(cast):
    with acting(cast.ida.actor):
        return call(cast.kim, cast.ida, at=now())


def each_at_once(*jobs):
    """What came of each (employee, what they do), all begun in the same moment."""
    barrier = Barrier(len(jobs))

    def perform(job):
        who, act = job
        barrier.wait()
        try:
            with acting(who.actor):
                act()
        except Refused as refused:
            return refused.reason
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as people:
        return sorted(people.map(perform, jobs))


def stored(cast, one):
    with acting(cast.ida.actor):
        return HelpCall.objects.select_related("taken_by").get(pk=one.pk)


def test_two_workers_plan_each_reminder_once(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now())
        for days in (1, 2):
            appoint(cast.kim, cast.ida, now() + dt.timedelta(days=days), now())
    planned = []

    def plan():
        planned.append(plan_reminders(by=SMS_REMINDERS, at=now()))

    assert at_once(SMS_REMINDERS, *[plan] * 4) == ["done"] * 4
    with acting(SMS_REMINDERS):
        assert sum(planned) == SmsReminder.objects.count() > 0


def test_call_is_taken_by_one_of_two(cast, waiting):
    jobs = [
        (who, lambda who=who: take_call(call=waiting, by=who.actor, at=now()))
        for who in (cast.ida, cast.bo)
    ]

    assert each_at_once(*jobs) == sorted([CallRefusal.ALREADY_TAKEN, "done"])
    assert stored(cast, waiting).taken_by in {cast.ida.staff_member, cast.bo.staff_member}


def test_call_that_is_answered_by_two_is_reached_once(cast, waiting):
    def meet(who):
        log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(started_at=now(), is_acute=True),
            staff=[who.staff_member],
            sub_goals={},
            by=who.actor,
            at=now(),
        )

    jobs = [(who, lambda who=who: meet(who)) for who in (cast.ida, cast.bo)]
    assert each_at_once(*jobs) == ["done", "done"]

    closed = stored(cast, waiting)
    with acting(cast.ida.actor):
        assert Contact.objects.count() == 2
        assert closed.reached_in_id in set(Contact.objects.values_list("pk", flat=True))
    assert closed.closed_at
