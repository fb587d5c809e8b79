"""Changing when, where, what and who of what is agreed; and who is told."""

import datetime as dt
from dataclasses import replace

import pytest

from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    change_appointment,
    reassign_appointment,
    see_notice,
    settle_appointment,
)
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    CalendarRefusal,
    ContactRefusal,
    NoticeKind,
)
from hjemmebane.domain.contacts.models import (
    Appointment,
    AppointmentCompanion,
    AppointmentNotice,
    Task,
)
from hjemmebane.domain.contacts.queries import names_of, notices_for, with_companions
from hjemmebane.domain.courses.choices import CourseRefusal, CourseStatus, Place
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.domain.contacts.conftest import TOMORROW
from tests.factories.cast import NOW
from tests.factories.history import changes_by

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def change(appointment, by, *, version=None, tell="", at=NOW, **changes):
    details = replace(AppointmentDetails.of(appointment), **changes)
    return change_appointment(
        appointment=appointment,
        details=details,
        tell_citizen=tell,
        version=appointment.version if version is None else version,
        by=by.actor,
        at=at,
    )


def comes(appointment):
    return names_of(with_companions(Appointment.objects.filter(pk=appointment.pk)).get())


def told(employee):
    rows = notices_for(employee.staff_member.pk, since=NOW)
    return [(one.kind, one.starts_before, one.others) for one in rows]


def test_two_and_two_is_agreed(as_ida, agree):
    made = agree(
        as_ida.kim,
        as_ida.ida,
        companions=[as_ida.bo.staff_member],
        where=" ved søen ",
        travel_minutes=20,
    )

    assert comes(made) == ["Ida", "Bo"]
    assert (made.place_in_words, made.slot.leaves_at) == (
        "Ude: ved søen",
        TOMORROW - dt.timedelta(minutes=20),
    )
    assert changes_by(as_ida.ida.actor, "contacts.make_appointment") == [
        ("INSERT", "contacts_appointment"),
    ]
    assert changes_by(as_ida.ida.actor, "contacts.bring_along") == [
        ("INSERT", "contacts_appointmentcompanion")
    ]


def test_time_place_what_and_who_are_changed(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)

    change(
        made,
        as_ida.ida,
        what=" Kaffe ",
        starts_at=TOMORROW + HOUR,
        ends_at=TOMORROW + 2 * HOUR,
        place=Place.HOME,
        where="i køkkenet",
        travel_minutes=15,
        staff_member=as_ida.bo.staff_member,
        companions=[as_ida.ida.staff_member],
    )

    kept = Appointment.objects.get(pk=made.pk)
    assert (kept.what, kept.starts_at, kept.ends_at) == (
        "Kaffe",
        TOMORROW + HOUR,
        TOMORROW + 2 * HOUR,
    )
    assert (kept.place, kept.where, kept.travel_minutes) == (Place.HOME, "i køkkenet", 15)
    assert (comes(made), kept.stands_apart, kept.version) == (["Bo", "Ida"], False, 2)
    assert changes_by(as_ida.ida.actor, "contacts.change_appointment") == [
        ("UPDATE", "contacts_appointment"),
    ]
    assert changes_by(as_ida.ida.actor, "contacts.tell_colleagues") == [
        ("INSERT", "contacts_appointmentnotice")
    ]


def test_colleagues_are_told_and_whoever_does_it_is_not(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member])

    change(made, as_ida.ida, starts_at=TOMORROW + HOUR)

    assert told(as_ida.bo) == [(NoticeKind.CHANGED, TOMORROW, 0)]
    assert told(as_ida.ida) == []


def test_who_comes_to_it_and_who_leaves_it_are_told(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    change(made, as_ida.ida, companions=[as_ida.bo.staff_member])
    change(made, as_ida.ida, companions=[])

    assert [kind for kind, _, _ in told(as_ida.bo)] == [NoticeKind.ADDED, NoticeKind.REMOVED]


def test_notice_is_seen_once_by_the_one_it_is_for(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida, companions=[cast.bo.staff_member])
        change(made, cast.ida, starts_at=TOMORROW + HOUR)
        notice = AppointmentNotice.objects.get()
        with pytest.raises(Refused) as refused:
            see_notice(notice=notice, by=cast.ida.actor, at=NOW)
    assert refused.value.reason == CalendarRefusal.NOT_TOLD

    with acting(cast.bo.actor):
        see_notice(notice=notice, by=cast.bo.actor, at=NOW)
        see_notice(notice=notice, by=cast.bo.actor, at=NOW + DAY)
        assert told(cast.bo) == []
        assert AppointmentNotice.objects.get().seen_at == NOW
        assert changes_by(cast.bo.actor, "contacts.see_notice") == [
            ("UPDATE", "contacts_appointmentnotice")
        ]
    with acting(cast.omar.actor), pytest.raises(AppointmentNotice.DoesNotExist):
        see_notice(notice=notice, by=cast.omar.actor, at=NOW)


def test_citizen_is_to_be_told_once_of_the_newest_time(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    change(made, as_ida.ida, starts_at=TOMORROW + HOUR, tell="Giv Kim besked: kl. 11")
    change(made, as_ida.ida, starts_at=TOMORROW + 2 * HOUR, tell="Giv Kim besked: kl. 12")

    tasks = Task.objects.order_by("pk").values_list("what", "status", "staff_member_id")
    ida = as_ida.ida.staff_member.pk
    assert list(tasks) == [
        ("Giv Kim besked: kl. 11", "DROPPED", ida),
        ("Giv Kim besked: kl. 12", "OPEN", ida),
    ]
    assert told(as_ida.ida) == []


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"starts_at": NOW}, ContactRefusal.APPOINTMENT_PAST, "starts_at"),
        ({"ends_at": NOW}, ContactRefusal.ENDS_BEFORE_START, "ends_at"),
        ({"ends_at": TOMORROW + 25 * HOUR}, CalendarRefusal.TOO_LONG, "ends_at"),
    ],
)
def test_impossible_time_is_refused(as_ida, agree, changes, reason, field):
    made = agree(as_ida.kim, as_ida.ida)
    for attempt in (
        lambda: change(made, as_ida.ida, **changes),
        lambda: agree(as_ida.kim, as_ida.ida, **changes),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.reason, refused.value.field) == (reason, field)

    assert list(Appointment.objects.values_list("starts_at", "ends_at")) == [(TOMORROW, None)]


def test_a_day_and_a_night_is_not_too_long(as_ida, agree):
    assert agree(as_ida.kim, as_ida.ida, ends_at=TOMORROW + 24 * HOUR).slot.minutes == 24 * 60


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("omar", CalendarRefusal.COMPANION_NOT_IN_TEAM),
        ("ida", CalendarRefusal.COMPANION_COMES_ALREADY),
    ],
)
def test_impossible_companion_is_refused(as_ida, agree, who, reason):
    companions = [getattr(as_ida, who).staff_member]
    made = agree(as_ida.kim, as_ida.ida)
    for attempt in (
        lambda: change(made, as_ida.ida, companions=companions),
        lambda: agree(as_ida.kim, as_ida.ida, companions=companions),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.reason, refused.value.field) == (reason, "companions")

    assert AppointmentCompanion.objects.count() == 0


def test_change_to_somebody_of_another_team_is_refused(as_ida, agree):
    with pytest.raises(Refused) as refused:
        change(agree(as_ida.kim, as_ida.ida), as_ida.ida, staff_member=as_ida.omar.staff_member)

    assert refused.value.reason == ContactRefusal.STAFF_NOT_IN_TEAM


def test_what_has_begun_or_is_settled_is_not_changed(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    with pytest.raises(Refused) as begun:
        change(made, as_ida.ida, what="Kaffe", at=TOMORROW, starts_at=TOMORROW + DAY)
    settle_appointment(appointment=made, status="CANCELLED", version=1, by=as_ida.ida.actor, at=NOW)
    with pytest.raises(Refused) as settled:
        change(made, as_ida.ida, what="Kaffe")

    assert (begun.value.reason, settled.value.reason) == (
        CalendarRefusal.BEGUN,
        ContactRefusal.APPOINTMENT_SETTLED,
    )


def test_ended_course_and_dead_citizen_agree_on_nothing(as_ida, agree):
    made, course = agree(as_ida.kim, as_ida.ida), as_ida.kim.course
    ended = {"status": CourseStatus.ENDED, "ended_on": day_of(NOW)}
    course.save_changes(ended, version=course.version)
    with pytest.raises(Refused) as refused:
        change(made, as_ida.ida, what="Kaffe")
    assert refused.value.reason == CourseRefusal.ALREADY_ENDED

    citizen = as_ida.kim.citizen
    citizen.save_changes({"died_on": day_of(NOW)}, version=citizen.version)
    for attempt in (
        lambda: change(made, as_ida.ida, what="Kaffe"),
        lambda: agree(as_ida.kim, as_ida.ida),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.reason == CalendarRefusal.CITIZEN_DIED


def test_two_editors_meet_and_two_taps_do_not(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    stale = Appointment.objects.select_related("course", "staff_member").get(pk=made.pk)
    change(made, as_ida.ida, starts_at=TOMORROW + HOUR)

    with pytest.raises(EditConflict) as conflict:
        change(stale, as_ida.ida, starts_at=TOMORROW + 2 * HOUR)
    assert conflict.value.current.starts_at == TOMORROW + HOUR
    with pytest.raises(AlreadySaved):
        change(made, as_ida.ida, version=1, starts_at=TOMORROW + HOUR)
    assert Appointment.objects.get().version == 2


def test_other_team_changes_nothing(cast, agree):
    with acting(cast.ida.actor):
        made = agree(cast.kim, cast.ida)

    with acting(cast.omar.actor), pytest.raises(Course.DoesNotExist):
        change(made, cast.omar, what="Kaffe")
    with acting(cast.ida.actor):
        assert Appointment.objects.get().what == "Gå en tur"


def test_cancelling_says_why_and_tells_the_others(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member])

    settle_appointment(
        appointment=made,
        status=AppointmentStatus.CANCELLED,
        reason=" Kim er syg ",
        version=1,
        by=as_ida.ida.actor,
        at=NOW,
    )

    kept = Appointment.objects.get()
    assert (kept.status, kept.cancelled_because) == ("CANCELLED", "Kim er syg")
    assert (told(as_ida.bo), told(as_ida.ida)) == ([(NoticeKind.CANCELLED, TOMORROW, 0)], [])


@pytest.mark.parametrize(
    ("status", "at", "asked"),
    [
        (AppointmentStatus.CANCELLED, NOW, [("Giv Kim besked: aflyst", "Bo")]),
        (AppointmentStatus.CANCELLED, NOW + 2 * DAY, []),
        (AppointmentStatus.KEPT, NOW + 2 * DAY, []),
    ],
)
def test_citizen_is_told_of_what_is_called_off_by_whoever_does_it(as_ida, agree, status, at, asked):
    made = agree(as_ida.kim, as_ida.ida)

    with acting(as_ida.bo.actor):
        settle_appointment(
            appointment=made,
            status=status,
            tell_citizen="Giv Kim besked: aflyst",
            version=1,
            by=as_ida.bo.actor,
            at=at,
        )

    assert list(Task.objects.values_list("what", "staff_member__name")) == asked


def test_what_was_kept_says_no_reason_and_tells_nobody(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member])
    settle_appointment(
        appointment=made,
        status=AppointmentStatus.KEPT,
        reason="Kim er syg",
        version=1,
        by=as_ida.ida.actor,
        at=NOW + 2 * DAY,
    )

    assert (Appointment.objects.get().cancelled_because, told(as_ida.bo)) == ("", [])


def test_companion_who_takes_over_comes_in_front(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member])

    reassign_appointment(
        appointment=made,
        staff_member=as_ida.bo.staff_member,
        version=1,
        by=as_ida.ida.actor,
        at=NOW,
    )

    assert comes(made) == ["Bo"]
