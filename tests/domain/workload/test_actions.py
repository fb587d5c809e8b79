import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from hjemmebane.domain.workload.actions import correct_time, log_meeting, remove_time
from hjemmebane.domain.workload.choices import TimeKind, TimeRefusal
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import HIRED_ON, NOW
from tests.factories.plans import TODAY
from tests.factories.refusals import refused_as_not_yours

DAY = dt.timedelta(days=1)


def written(employee):
    entries = TimeEntry.objects.filter(staff_member=employee.staff_member).order_by("pk")
    return list(entries.values_list("kind", "minutes"))


def correct(entry, by, *, version=None, **changes):
    values = {"worked_on": TODAY, "kind": TimeKind.MEETING, "minutes": 30, **changes}
    return correct_time(
        entry=entry, values=values, version=version or entry.version, by=by.actor, at=NOW
    )


def test_time_keeps_what_was_written(as_ida, spend):
    kept = TimeEntry.objects.get(pk=spend(as_ida, as_ida.ida, note="Om ugens ture").pk)

    assert (kept.team, kept.staff_member) == (as_ida.team_one, as_ida.ida.staff_member)
    assert (kept.worked_on, kept.kind, kept.minutes) == (TODAY, TimeKind.COORDINATION, 60)
    assert (kept.note, kept.recorded_by, kept.recorded_at) == (
        "Om ugens ture",
        as_ida.ida.user,
        NOW,
    )


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"worked_on": TODAY + DAY}, TimeRefusal.FUTURE, "worked_on"),
        ({"worked_on": HIRED_ON - DAY}, TimeRefusal.NOT_IN_TEAM, "worked_on"),
    ],
)
def test_time_is_refused(as_ida, spend, changes, reason, field):
    with pytest.raises(Refused) as refused:
        spend(as_ida, as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert written(as_ida.ida) == []


@pytest.mark.parametrize("changes", [{"minutes": 0}, {"minutes": 1441}, {"kind": "REST"}])
def test_bad_field_of_time_is_named(as_ida, spend, changes):
    with pytest.raises(ValidationError) as invalid:
        spend(as_ida, as_ida.ida, **changes)

    assert list(invalid.value.message_dict) == list(changes)


def test_day_has_no_more_than_24_hours_contacts_counted(as_ida, spend, meet):
    ida = as_ida.ida
    meet(as_ida.kim, ida, direct_minutes=600, travel_minutes=40)
    spend(as_ida, ida, minutes=700)

    with pytest.raises(Refused) as refused:
        spend(as_ida, ida, minutes=101)
    assert (refused.value.reason, refused.value.field) == (TimeRefusal.TOO_LONG, "minutes")
    spend(as_ida, ida, minutes=100)
    spend(as_ida, ida, minutes=1440, worked_on=TODAY - DAY)


def test_time_sent_twice_is_one(as_ida, spend):
    entry = spend(as_ida, as_ida.ida, minutes=900)

    with pytest.raises(AlreadySaved):
        spend(as_ida, as_ida.ida, minutes=900, entry_id=entry.pk)

    assert written(as_ida.ida) == [(TimeKind.COORDINATION, 900)]


def test_time_is_corrected(as_ida, spend):
    entry = spend(as_ida, as_ida.ida, minutes=1440)

    correct(entry, as_ida.ida, minutes=1440)

    assert written(as_ida.ida) == [(TimeKind.MEETING, 1440)]
    with pytest.raises(EditConflict):
        correct(entry, as_ida.ida, version=9)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"worked_on": TODAY + DAY}, TimeRefusal.FUTURE), ({"minutes": 200}, TimeRefusal.TOO_LONG)],
)
def test_corrected_time_is_held_to_the_same(as_ida, spend, changes, reason):
    spend(as_ida, as_ida.ida, minutes=1300)
    entry = spend(as_ida, as_ida.ida)

    with pytest.raises(Refused) as refused:
        correct(entry, as_ida.ida, **changes)

    assert refused.value.reason == reason


def test_corrected_time_needs_minutes(as_ida, spend):
    with pytest.raises(ValidationError) as invalid:
        correct(spend(as_ida, as_ida.ida), as_ida.ida, minutes=0)

    assert list(invalid.value.message_dict) == ["minutes"]


def test_removed_time_is_gone(as_ida, spend):
    entry, who = spend(as_ida, as_ida.ida), {"by": as_ida.ida.actor, "at": NOW}

    with pytest.raises(EditConflict):
        remove_time(entry=entry, version=entry.version + 1, **who)
    remove_time(entry=entry, version=entry.version, **who)

    assert written(as_ida.ida) == []


def test_coordinator_writes_for_the_team(cast, spend):
    with acting(cast.bo.actor):
        entry = spend(cast, cast.ida, by=cast.bo)
        correct(entry, cast.bo)
        assert written(cast.ida) == [(TimeKind.MEETING, 30)]


def test_nobody_else_writes_or_sees_it(cast, spend):
    with acting(cast.bo.actor):
        entry = spend(cast, cast.bo)

    for other in (cast.ida, cast.omar, cast.mette):
        with acting(other.actor):
            for act in (
                lambda other=other: spend(cast, cast.bo, by=other),
                lambda other=other: correct(entry, other),
                lambda other=other: remove_time(entry=entry, version=1, by=other.actor, at=NOW),
            ):
                with pytest.raises(Refused) as refused:
                    act()
                assert refused.value.reason == TimeRefusal.NOT_YOURS
    for other in (cast.omar, cast.mette):
        with acting(other.actor):
            assert not TimeEntry.objects.exists()


def test_rows_stop_who_is_in_another_team(cast, spend):
    with acting(cast.omar.actor), refused_as_not_yours():
        cast.ida.staff_member.user_id = cast.omar.user.pk
        spend(cast, cast.ida, by=cast.omar)


def hold(cast, by, *staff, minutes=60):
    log_meeting(
        team=cast.team_one,
        staff=[one.staff_member for one in staff],
        worked_on=TODAY,
        minutes=minutes,
        note="Tavlemøde",
        by=by.actor,
        at=NOW,
    )


def test_meeting_is_written_down_for_all_who_were_there(as_ida):
    hold(as_ida, as_ida.ida, as_ida.ida, as_ida.bo)

    entries = TimeEntry.objects.order_by("staff_member__name")
    assert [(one.staff_member, one.kind, one.minutes, one.note) for one in entries] == [
        (as_ida.bo.staff_member, TimeKind.MEETING, 60, "Tavlemøde"),
        (as_ida.ida.staff_member, TimeKind.MEETING, 60, "Tavlemøde"),
    ]
    assert {one.recorded_by for one in entries} == {as_ida.ida.user}


def test_who_was_there_corrects_their_own_time_of_a_meeting(cast):
    with acting(cast.ida.actor):
        hold(cast, cast.ida, cast.bo)
        entry = TimeEntry.objects.get()
        with pytest.raises(Refused):
            correct(entry, cast.ida)
    with acting(cast.bo.actor):
        correct(entry, cast.bo, minutes=45)
        assert written(cast.bo) == [(TimeKind.MEETING, 45)]


def test_day_that_is_full_has_room_for_what_is_left_of_a_meeting(as_ida, spend):
    spend(as_ida, as_ida.ida, minutes=1400)

    for _ in range(2):
        hold(as_ida, as_ida.ida, as_ida.ida)

    assert written(as_ida.ida) == [(TimeKind.COORDINATION, 1400), (TimeKind.MEETING, 40)]


def test_who_is_no_colleague_is_left_out_of_the_time_of_a_meeting(as_ida):
    hold(as_ida, as_ida.ida, as_ida.omar, as_ida.ida)

    assert TimeEntry.objects.get().staff_member == as_ida.ida.staff_member


@pytest.mark.parametrize(
    ("name", "kind"), [("omar", TimeKind.MEETING), ("bo", TimeKind.COORDINATION)]
)
def test_database_lets_a_colleague_write_meetings_of_the_team_only(as_ida, name, kind):
    other = getattr(as_ida, name)
    with refused_as_not_yours():
        insert(as_ida, other, kind)


def insert(cast, other, kind):
    """Past the rules, in an action of its own: only the database can know better."""

    @action
    def write(*, by):
        TimeEntry(
            team=cast.team_one,
            staff_member=other.staff_member,
            worked_on=TODAY,
            kind=kind,
            minutes=30,
            recorded_by_id=by.user_id,
            recorded_at=NOW,
        ).insert()

    write(by=cast.ida.actor)
