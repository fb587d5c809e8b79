import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.contacts.actions import reassign_appointment, settle_appointment
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactRefusal
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.contacts.queries import appointments_of, next_appointments
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, Place
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW
from tests.factories.history import changes_by

TOMORROW = NOW + dt.timedelta(days=1)
AFTERWARDS = NOW + dt.timedelta(days=3)


def settle(appointment, by, status=AppointmentStatus.KEPT, *, at=AFTERWARDS, version=None):
    return settle_appointment(
        appointment=appointment,
        status=status,
        version=appointment.version if version is None else version,
        by=by.actor,
        at=at,
    )


def test_appointment_keeps_what_was_agreed(as_ida, agree):
    end = TOMORROW + dt.timedelta(hours=1)
    made = agree(as_ida.kim, as_ida.ida, what=" Kaffe i gården ", ends_at=end, place=Place.HOME)

    kept = Appointment.objects.get(pk=made.pk)
    assert (kept.what, kept.starts_at, kept.ends_at) == ("Kaffe i gården", TOMORROW, end)
    assert (kept.place, kept.staff_member_id) == (Place.HOME, as_ida.ida.staff_member.pk)
    assert kept.status == AppointmentStatus.PLANNED
    assert (kept.recorded_by_id, kept.recorded_at) == (as_ida.ida.user.pk, NOW)
    assert changes_by(as_ida.ida.actor, "contacts.make_appointment") == [
        ("INSERT", "contacts_appointment")
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"starts_at": NOW}, ContactRefusal.APPOINTMENT_PAST, "starts_at"),
        ({"ends_at": TOMORROW}, ContactRefusal.ENDS_BEFORE_START, "ends_at"),
        ({"ends_at": NOW}, ContactRefusal.ENDS_BEFORE_START, "ends_at"),
    ],
)
def test_impossible_time_is_refused(as_ida, agree, changes, reason, field):
    with pytest.raises(Refused) as refused:
        agree(as_ida.kim, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert Appointment.objects.count() == 0


def test_staff_of_another_team_is_refused(as_ida, agree):
    with pytest.raises(Refused) as refused:
        agree(as_ida.kim, as_ida.ida, staff_member=as_ida.omar.staff_member)

    assert (refused.value.reason, refused.value.field) == (
        ContactRefusal.STAFF_NOT_IN_TEAM,
        "staff_member",
    )


def test_ended_course_makes_no_appointments(as_ida, agree):
    course = as_ida.kim.course
    course.save_changes(
        {"status": CourseStatus.ENDED, "ended_on": day_of(NOW)}, version=course.version
    )

    with pytest.raises(Refused) as refused:
        agree(as_ida.kim, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"what": "  "}, "what"), ({"what": "x" * 121}, "what"), ({"place": "MOON"}, "place")],
)
def test_bad_field_is_named(as_ida, agree, changes, field):
    with pytest.raises(ValidationError) as invalid:
        agree(as_ida.kim, as_ida.ida, **changes)

    assert list(invalid.value.message_dict) == [field]


def test_double_submit_is_one_appointment(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        agree(as_ida.kim, as_ida.ida, id=made.pk)

    assert double.value.record == made
    assert Appointment.objects.count() == 1


@pytest.mark.parametrize(
    "status", [AppointmentStatus.KEPT, AppointmentStatus.CANCELLED, AppointmentStatus.MISSED]
)
def test_appointment_is_settled_once(as_ida, agree, status):
    made = settle(agree(as_ida.kim, as_ida.ida), as_ida.ida, status)

    assert Appointment.objects.get(pk=made.pk).status == status
    assert changes_by(as_ida.ida.actor, "contacts.settle_appointment") == [
        ("UPDATE", "contacts_appointment")
    ]
    with pytest.raises(Refused) as refused:
        settle(made, as_ida.ida, AppointmentStatus.MISSED)
    assert refused.value.reason == ContactRefusal.APPOINTMENT_SETTLED


def test_settling_back_to_planned_is_refused(as_ida, agree):
    with pytest.raises(Refused) as refused:
        settle(agree(as_ida.kim, as_ida.ida), as_ida.ida, AppointmentStatus.PLANNED)

    assert (refused.value.reason, refused.value.field) == (ContactRefusal.STILL_PLANNED, "status")


def test_before_its_time_it_can_only_be_cancelled(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    for status in (AppointmentStatus.KEPT, AppointmentStatus.MISSED):
        with pytest.raises(Refused) as refused:
            settle(made, as_ida.ida, status, at=NOW)
        assert refused.value.reason == ContactRefusal.APPOINTMENT_TO_COME

    assert settle(made, as_ida.ida, AppointmentStatus.CANCELLED, at=NOW).status == "CANCELLED"


def test_stale_settling_meets_the_other_one(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    settle(Appointment.objects.get(pk=made.pk), as_ida.ida)

    with pytest.raises(EditConflict) as conflict:
        settle(made, as_ida.ida, AppointmentStatus.MISSED, version=1)

    assert conflict.value.current.status == AppointmentStatus.KEPT


def test_other_team_neither_makes_settles_nor_sees(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)

    with acting(cast.omar.actor):
        assert list(appointments_of(cast.kim.course.pk)) == []
        assert next_appointments([cast.kim.course.pk], NOW) == {}
        with pytest.raises(Course.DoesNotExist):
            settle(made, cast.omar)
        with pytest.raises(Course.DoesNotExist):
            agree(cast.kim, cast.omar, staff_member=cast.ida.staff_member)


def move(appointment, to, by, *, at=NOW, version=None):
    return reassign_appointment(
        appointment=appointment,
        staff_member=to.staff_member,
        version=appointment.version if version is None else version,
        by=by.actor,
        at=at,
    )


def test_colleague_goes_instead(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)

    move(made, as_ida.bo, as_ida.ida)

    kept = Appointment.objects.get(pk=made.pk)
    assert (kept.staff_member, kept.starts_at, kept.what) == (
        as_ida.bo.staff_member,
        made.starts_at,
        made.what,
    )
    assert changes_by(as_ida.ida.actor, "contacts.reassign_appointment") == [
        ("UPDATE", "contacts_appointment"),
        ("INSERT", "contacts_appointmentmove"),
    ]


@pytest.mark.parametrize(
    ("to", "at", "reason"),
    [
        ("ida", NOW, ContactRefusal.ALREADY_THEIRS),
        ("omar", NOW, ContactRefusal.STAFF_NOT_IN_TEAM),
        ("bo", AFTERWARDS, ContactRefusal.APPOINTMENT_BEGUN),
    ],
)
def test_moving_is_refused(as_ida, agree, to, at, reason):
    made = agree(as_ida.kim, as_ida.ida)

    with pytest.raises(Refused) as refused:
        move(made, getattr(as_ida, to), as_ida.ida, at=at)

    assert refused.value.reason == reason
    assert Appointment.objects.get(pk=made.pk).staff_member == as_ida.ida.staff_member


def test_settled_appointment_is_not_moved(as_ida, agree):
    made = settle(agree(as_ida.kim, as_ida.ida), as_ida.ida, AppointmentStatus.CANCELLED, at=NOW)

    with pytest.raises(Refused) as refused:
        move(made, as_ida.bo, as_ida.ida)

    assert refused.value.reason == ContactRefusal.APPOINTMENT_SETTLED


def test_appointment_of_an_ended_course_is_not_moved(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    made.course.status = CourseStatus.ENDED

    with pytest.raises(Refused) as refused:
        move(made, as_ida.bo, as_ida.ida)

    assert refused.value.reason == CourseRefusal.ALREADY_ENDED


def test_stale_moving_meets_the_other_one(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    move(Appointment.objects.select_related("course").get(pk=made.pk), as_ida.bo, as_ida.ida)

    with pytest.raises(EditConflict) as conflict:
        move(made, as_ida.bo, as_ida.ida, version=1)

    assert conflict.value.current.staff_member == as_ida.bo.staff_member


def test_other_team_moves_nothing(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)

    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        move(made, cast.bo, cast.omar)
