"""Ending a course and what was agreed in it, in one breath."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.actions import (
    end_course_and_reminders,
    record_death_and_reminders,
    settle_appointment,
)
from hjemmebane.domain.contacts.choices import AppointmentStatus
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import next_appointments
from hjemmebane.domain.courses.actions import begin_ending
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, EndingRefusal
from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import ENDING
from tests.factories.history import changes_by
from tests.factories.plans import TODAY, TOMORROW

LATER = NOW + dt.timedelta(days=2)


def begin(case, by):
    return begin_ending(id=new_id(), course=case.course, values=ENDING, by=by.actor, at=NOW)


def end(case, by, *, on=TODAY, at=NOW, version=None):
    return end_course_and_reminders(
        course=case.course,
        ended_on=on,
        version=version or case.course.version,
        by=by.actor,
        at=at,
    )


def die(case, by, *, on=TODAY, at=NOW):
    return record_death_and_reminders(
        id=new_id(),
        course=case.course,
        died_on=on,
        version=case.course.version,
        by=by.actor,
        at=at,
    )


def statuses():
    return list(Appointment.objects.order_by("starts_at").values_list("what", "status"))


def test_what_was_agreed_for_later_is_cancelled_with_the_end(as_ida, agree):
    agree(as_ida.kim, as_ida.ida, what="Kaffe")
    agree(as_ida.kim, as_ida.ida, what="Bowling", starts_at=LATER + dt.timedelta(days=1))
    begin(as_ida.kim, as_ida.ida)

    end(as_ida.kim, as_ida.ida, at=LATER)

    assert Course.objects.get(pk=as_ida.kim.course.pk).status == CourseStatus.ENDED
    assert statuses() == [
        ("Kaffe", AppointmentStatus.PLANNED),
        ("Bowling", AppointmentStatus.CANCELLED),
    ]
    assert changes_by(as_ida.ida.actor, "contacts.end_course_and_reminders") == [
        ("UPDATE", "contacts_appointment")
    ]


def test_what_has_been_is_settled_after_the_end(as_ida, agree):
    coffee = agree(as_ida.kim, as_ida.ida)
    begin(as_ida.kim, as_ida.ida)
    end(as_ida.kim, as_ida.ida, at=LATER)

    settle_appointment(
        appointment=coffee,
        status=AppointmentStatus.KEPT,
        version=coffee.version,
        by=as_ida.ida.actor,
        at=LATER,
    )

    assert statuses() == [("Gå en tur", AppointmentStatus.KEPT)]


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (TOMORROW, EndingRefusal.FUTURE),
        (STARTED_ON - dt.timedelta(days=1), EndingRefusal.BEFORE_START),
    ],
)
def test_refused_end_cancels_nothing(as_ida, agree, on, reason):
    agree(as_ida.kim, as_ida.ida)
    begin(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        end(as_ida.kim, as_ida.ida, on=on)

    assert (refused.value.reason, refused.value.field) == (reason, "ended_on")
    assert statuses() == [("Gå en tur", AppointmentStatus.PLANNED)]


def test_end_without_an_ending_begun_is_refused(as_ida):
    with pytest.raises(Refused) as refused:
        end(as_ida.kim, as_ida.ida)

    assert refused.value.reason == EndingRefusal.NOT_BEGUN


def test_second_end_is_refused(as_ida):
    begin(as_ida.kim, as_ida.ida)
    end(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        end(as_ida.kim, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


def test_stale_end_meets_the_other_one_and_cancels_nothing(as_ida, agree):
    agree(as_ida.kim, as_ida.ida)
    begin(as_ida.kim, as_ida.ida)

    with pytest.raises(EditConflict):
        end(as_ida.kim, as_ida.ida, version=as_ida.kim.course.version + 1)

    assert statuses() == [("Gå en tur", AppointmentStatus.PLANNED)]
    assert Consent.objects.filter(withdrawn_at__isnull=False).count() == 0


def test_after_a_death_nothing_is_planned_and_nothing_is_open(as_ida, agree):
    agree(as_ida.kim, as_ida.ida, what="Kaffe")
    agree(as_ida.kim, as_ida.ida, what="Bowling", starts_at=LATER + dt.timedelta(days=1))

    die(as_ida.kim, as_ida.ida, at=LATER)

    course = as_ida.kim.course
    assert statuses() == [
        ("Kaffe", AppointmentStatus.CANCELLED),
        ("Bowling", AppointmentStatus.CANCELLED),
    ]
    assert next_appointments([course.pk], NOW) == {}
    assert list(open_courses(course.team_id)) == []
    assert Citizen.objects.get(pk=as_ida.kim.citizen.pk).died_on == TODAY
    assert Consent.objects.filter(withdrawn_at__isnull=True).count() == 0


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        (TOMORROW, CourseRefusal.FUTURE),
        (STARTED_ON - dt.timedelta(days=1), CourseRefusal.BEFORE_COURSE),
    ],
)
def test_impossible_day_of_death_changes_nothing(as_ida, agree, on, reason):
    agree(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        die(as_ida.kim, as_ida.ida, on=on)

    assert (refused.value.reason, refused.value.field) == (reason, "died_on")
    assert statuses() == [("Gå en tur", AppointmentStatus.PLANNED)]
    assert Ending.objects.count() == 0
    assert Citizen.objects.get(pk=as_ida.kim.citizen.pk).died_on is None


def test_other_team_ends_nothing(cast, agree):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida)
        begin(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        for attempt in (end, die):
            with pytest.raises(Course.DoesNotExist):
                attempt(cast.kim, cast.omar)
    with acting(cast.ida.actor):
        assert statuses() == [("Gå en tur", AppointmentStatus.PLANNED)]
        assert list(open_courses(cast.kim.course.team_id)) == [cast.kim.course]
