"""What is agreed again and again: made at once, changed from one on, and ended."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    change_appointment,
    change_series,
    end_series,
    make_series,
)
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    CalendarRefusal,
    ContactRefusal,
    NoticeKind,
    Rhythm,
)
from hjemmebane.domain.contacts.models import Appointment, AppointmentNotice, AppointmentSeries
from hjemmebane.domain.contacts.queries import names_of, with_companions
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.domain.contacts.conftest import TOMORROW
from tests.factories.cast import NOW
from tests.factories.history import changes_by

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)


def danish(*when):
    return dt.datetime(*when, tzinfo=COPENHAGEN)


@pytest.fixture
def repeat():
    """Agree on a walk every week, three times, unless said otherwise."""

    def repeat(case, by, *, key=None, rhythm=Rhythm.WEEKLY, until_on=None, times=3, **changes):
        details = {
            "what": "Gå en tur",
            "starts_at": TOMORROW,
            "ends_at": None,
            "place": Place.OUTDOORS,
            "staff_member": by.staff_member,
        }
        return make_series(
            id=key or new_id(),
            course=case.course,
            details=AppointmentDetails(**{**details, **changes}),
            rhythm=rhythm,
            until_on=until_on,
            times=times,
            by=by.actor,
            at=NOW,
        )

    return repeat


def of(series):
    rows = Appointment.objects.filter(series=series).select_related("course", "staff_member")
    return list(with_companions(rows.order_by("starts_at")))


def from_here(appointment, by, *, version=None, **changes):
    also_apart = changes.pop("also_apart", False)
    return change_series(
        appointment=appointment,
        details=replace(AppointmentDetails.of(appointment), **changes),
        also_apart=also_apart,
        version=version or appointment.version,
        by=by.actor,
        at=NOW,
    )


def by_itself(appointment, by, **changes):
    change_appointment(
        appointment=appointment,
        details=replace(AppointmentDetails.of(appointment), **changes),
        version=appointment.version,
        by=by.actor,
        at=NOW,
    )


def test_all_are_made_at_once(as_ida, repeat):
    series = repeat(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member], travel_minutes=10)

    made = of(series)
    assert [one.starts_at for one in made] == [TOMORROW, TOMORROW + WEEK, TOMORROW + 2 * WEEK]
    assert {(*names_of(one), one.what, one.travel_minutes, one.status) for one in made} == {
        ("Ida", "Bo", "Gå en tur", 10, "PLANNED")
    }
    assert changes_by(as_ida.ida.actor, "contacts.make_series") == [
        ("INSERT", "contacts_appointmentseries"),
        *[("INSERT", "contacts_appointment")] * 3,
    ]


def test_danish_time_holds_in_summer_and_winter(as_ida, repeat):
    first = danish(2025, 10, 21, 10)
    series = repeat(
        as_ida.kim,
        as_ida.ida,
        starts_at=first,
        ends_at=first + HOUR,
        until_on=dt.date(2025, 11, 4),
        times=None,
    )

    local = [(one.starts_at, one.ends_at) for one in of(series)]
    assert [moment.astimezone(COPENHAGEN).hour for pair in local for moment in pair] == [10, 11] * 3
    assert [start.astimezone(dt.UTC).hour for start, _ in local] == [8, 9, 9]


def test_time_that_is_skipped_one_night_is_refused(as_ida, repeat):
    with pytest.raises(Refused) as refused:
        repeat(as_ida.kim, as_ida.ida, starts_at=danish(2026, 3, 22, 2, 30), times=2)

    assert (refused.value.reason, refused.value.field) == (
        CalendarRefusal.TIME_MISSING,
        "starts_at",
    )
    assert Appointment.objects.count() == AppointmentSeries.objects.count() == 0


def test_time_that_comes_twice_one_night_is_the_first(as_ida, repeat):
    series = repeat(as_ida.kim, as_ida.ida, starts_at=danish(2025, 10, 19, 2, 30), times=2)

    assert [one.starts_at for one in of(series)] == [
        dt.datetime(2025, 10, 19, 0, 30, tzinfo=dt.UTC),
        dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC),
    ]


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"times": None}, CalendarRefusal.WITHOUT_END, "until_on"),
        ({"until_on": dt.date(2025, 7, 1)}, CalendarRefusal.TWO_ENDS, "times"),
        ({"times": 500}, CalendarRefusal.TOO_MANY, "times"),
        ({"times": 61}, CalendarRefusal.TOO_MANY, "times"),
        (
            {"times": None, "until_on": dt.date(2029, 1, 1)},
            CalendarRefusal.TOO_MANY,
            "until_on",
        ),
        ({"times": 0}, CalendarRefusal.NONE_AT_ALL, "times"),
        (
            {"times": None, "until_on": dt.date(2025, 6, 2)},
            CalendarRefusal.NONE_AT_ALL,
            "until_on",
        ),
        ({"starts_at": NOW - DAY}, ContactRefusal.APPOINTMENT_PAST, "starts_at"),
        ({"ends_at": NOW}, ContactRefusal.ENDS_BEFORE_START, "ends_at"),
        ({"ends_at": TOMORROW + 25 * HOUR}, CalendarRefusal.TOO_LONG, "ends_at"),
    ],
)
def test_impossible_series_is_refused(as_ida, repeat, changes, reason, field):
    with pytest.raises(Refused) as refused:
        repeat(as_ida.kim, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert Appointment.objects.count() == AppointmentSeries.objects.count() == 0


def test_sixty_are_not_too_many(as_ida, repeat):
    assert len(of(repeat(as_ida.kim, as_ida.ida, times=60))) == 60


@pytest.mark.parametrize("field", ["staff_member", "companions"])
def test_who_leaves_the_team_before_the_last_is_refused(cast, repeat, field):
    with acting(OPERATIONS):
        leave_team(
            membership=TeamMembership.objects.get(staff_member=cast.bo.staff_member),
            until_on=(TOMORROW + WEEK).date(),
            version=1,
            by=OPERATIONS,
            at=NOW,
        )
    bo = cast.bo.staff_member
    with acting(cast.ida.actor):
        with pytest.raises(Refused) as refused:
            repeat(cast.kim, cast.ida, **{field: bo if field == "staff_member" else [bo]})
        assert (refused.value.reason, refused.value.field) == (
            CalendarRefusal.NOT_IN_TEAM_THROUGHOUT,
            field,
        )
        assert len(of(repeat(cast.kim, cast.ida, times=2, companions=[bo]))) == 2


def test_double_submit_is_one_series(as_ida, repeat):
    made = repeat(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as double:
        repeat(as_ida.kim, as_ida.ida, key=made.pk)

    assert double.value.record == made
    assert Appointment.objects.count() == 3


def test_other_team_makes_changes_and_ends_none(cast, repeat):
    with acting(cast.ida.actor):
        first = of(repeat(cast.kim, cast.ida))[0]

    with acting(cast.omar.actor):
        assert AppointmentSeries.objects.count() == 0
        with pytest.raises(Course.DoesNotExist):
            repeat(cast.kim, cast.omar)
        with pytest.raises(Course.DoesNotExist):
            from_here(first, cast.omar, what="Kaffe")
        with pytest.raises(Course.DoesNotExist):
            end_series(appointment=first, version=1, by=cast.omar.actor, at=NOW)


def test_this_one_and_the_next_are_changed(as_ida, repeat):
    first, second, third = of(repeat(as_ida.kim, as_ida.ida))

    from_here(second, as_ida.ida, starts_at=TOMORROW + WEEK + DAY + HOUR, what="Kaffe")

    assert [(one.starts_at, one.what) for one in of(first.series)] == [
        (TOMORROW, "Gå en tur"),
        (TOMORROW + WEEK + DAY + HOUR, "Kaffe"),
        (third.starts_at + DAY + HOUR, "Kaffe"),
    ]


def test_one_moved_by_itself_is_moved_again_only_when_that_is_said(as_ida, repeat):
    first, second, _ = of(repeat(as_ida.kim, as_ida.ida))
    by_itself(second, as_ida.ida, starts_at=second.starts_at + DAY)
    assert [one.stands_apart for one in of(first.series)] == [False, True, False]

    from_here(first, as_ida.ida, starts_at=TOMORROW + HOUR)
    assert [one.starts_at for one in of(first.series)] == [
        TOMORROW + HOUR,
        TOMORROW + WEEK + DAY,
        TOMORROW + 2 * WEEK + HOUR,
    ]

    (again, *_) = of(first.series)
    from_here(again, as_ida.ida, starts_at=TOMORROW + 2 * HOUR, also_apart=True)
    assert [one.starts_at for one in of(first.series)] == [
        TOMORROW + 2 * HOUR,
        TOMORROW + WEEK + DAY + 2 * HOUR,
        TOMORROW + 2 * WEEK + 2 * HOUR,
    ]


def test_changed_series_keeps_danish_time(as_ida, repeat):
    start = danish(2025, 10, 21, 10)
    first = of(repeat(as_ida.kim, as_ida.ida, starts_at=start, times=2))[0]

    from_here(first, as_ida.ida, starts_at=start + HOUR)

    assert [one.starts_at.astimezone(COPENHAGEN).hour for one in of(first.series)] == [11, 11]


def test_series_moved_into_the_skipped_hour_is_refused(as_ida, repeat):
    start = danish(2026, 3, 22, 10)
    first = of(repeat(as_ida.kim, as_ida.ida, starts_at=start, times=2))[0]

    with pytest.raises(Refused) as refused:
        from_here(first, as_ida.ida, starts_at=danish(2026, 3, 22, 2, 30))

    assert refused.value.reason == CalendarRefusal.TIME_MISSING
    assert of(first.series)[0].starts_at == start


def test_colleague_is_told_once_of_them_all(as_ida, repeat):
    bo = as_ida.bo.staff_member
    first = of(repeat(as_ida.kim, as_ida.ida))[0]

    from_here(first, as_ida.ida, companions=[bo])

    (notice,) = AppointmentNotice.objects.all()
    assert (notice.kind, notice.staff_member, notice.others) == (NoticeKind.ADDED, bo, 2)
    assert [names_of(one) for one in of(first.series)] == [["Ida", "Bo"]] * 3


def test_stale_change_of_a_series_meets_the_other_one(as_ida, repeat):
    first = of(repeat(as_ida.kim, as_ida.ida))[0]
    from_here(of(first.series)[0], as_ida.ida, what="Kaffe")
    current = of(first.series)[0]

    with pytest.raises(EditConflict):
        from_here(current, as_ida.ida, version=1, what="Te")
    with pytest.raises(EditConflict):
        end_series(appointment=current, version=1, by=as_ida.ida.actor, at=NOW)
    with pytest.raises(AlreadySaved):
        from_here(current, as_ida.ida, version=1, what="Kaffe")


def test_series_is_ended_from_one_on(as_ida, repeat):
    first, second, third = of(repeat(as_ida.kim, as_ida.ida, companions=[as_ida.bo.staff_member]))
    by_itself(third, as_ida.ida, starts_at=third.starts_at + DAY)

    end_series(appointment=second, reason="Kim vil selv", version=1, by=as_ida.ida.actor, at=NOW)

    assert [(one.status, one.cancelled_because) for one in of(first.series)] == [
        (AppointmentStatus.PLANNED, ""),
        (AppointmentStatus.CANCELLED, "Kim vil selv"),
        (AppointmentStatus.CANCELLED, "Kim vil selv"),
    ]
    assert AppointmentSeries.objects.get().ended_on == (TOMORROW + WEEK).date()
    cancelled = AppointmentNotice.objects.filter(kind=NoticeKind.CANCELLED)
    assert [(one.staff_member.name, one.others) for one in cancelled] == [("Bo", 1)]


def test_one_that_is_not_repeated_has_no_next(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    for attempt in (
        lambda: from_here(made, as_ida.ida, what="Kaffe"),
        lambda: end_series(appointment=made, version=1, by=as_ida.ida.actor, at=NOW),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.reason == CalendarRefusal.NOT_REPEATED
