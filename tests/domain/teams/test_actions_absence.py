"""Absence: written by oneself or the coordinator, in order of time, seen by those it concerns."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.teams.actions import cancel_absence, change_absence, register_absence
from hjemmebane.domain.teams.choices import AbsenceKind, AbsenceRefusal
from hjemmebane.domain.teams.models import Absence
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.domain.teams.test_actions import DAY, leave, place_of
from tests.factories.cast import HIRED_ON, NOW, employ
from tests.factories.refusals import refused_as_not_yours

MONDAY = dt.date(2025, 7, 7)
FRIDAY = MONDAY + 4 * DAY
HOLIDAY = {"kind": AbsenceKind.HOLIDAY, "from_on": MONDAY, "until_on": FRIDAY}


def be_away(employee, *, by=None, absence_id=None, **changes):
    return register_absence(
        id=absence_id or new_id(),
        staff_member=employee.staff_member,
        values={**HOLIDAY, **changes},
        by=(by or employee).actor,
        at=NOW,
    )


def periods(employee):
    found = Absence.objects.filter(staff_member=employee.staff_member).order_by("from_on")
    return list(found.values_list("from_on", "until_on"))


def test_absence_keeps_what_was_written(as_ida):
    away = be_away(as_ida.ida, hours_per_week=Decimal("7.4"), note="Kan ringes op")

    kept = Absence.objects.get(pk=away.pk)
    assert kept.staff_member == as_ida.ida.staff_member
    assert (kept.kind, kept.from_on, kept.until_on) == (AbsenceKind.HOLIDAY, MONDAY, FRIDAY)
    assert (kept.hours_per_week, kept.note) == (Decimal("7.4"), "Kan ringes op")


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"until_on": MONDAY - DAY}, AbsenceRefusal.ENDS_BEFORE_START, "until_on"),
        ({"hours_per_week": Decimal("168.1")}, AbsenceRefusal.TOO_MANY_HOURS, "hours_per_week"),
        ({"hours_per_week": Decimal(0)}, AbsenceRefusal.NO_HOURS, "hours_per_week"),
        (
            {"from_on": HIRED_ON - 9 * DAY, "until_on": HIRED_ON - DAY},
            AbsenceRefusal.NOT_IN_TEAM,
            "from_on",
        ),
    ],
)
def test_absence_is_refused(as_ida, changes, reason, field):
    with pytest.raises(Refused) as refused:
        be_away(as_ida.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert periods(as_ida.ida) == []


@pytest.mark.parametrize(
    ("first", "last"),
    [(MONDAY, FRIDAY), (MONDAY - DAY, MONDAY), (FRIDAY, None), (MONDAY - DAY, None)],
)
def test_overlapping_absence_is_refused(as_ida, first, last):
    be_away(as_ida.ida)

    with pytest.raises(Refused) as refused:
        be_away(as_ida.ida, from_on=first, until_on=last)

    assert refused.value.reason == AbsenceRefusal.OVERLAPS
    assert periods(as_ida.ida) == [(MONDAY, FRIDAY)]


def test_absence_may_begin_the_day_after_another(as_ida):
    be_away(as_ida.ida)
    be_away(as_ida.ida, from_on=FRIDAY + DAY, until_on=None)

    assert periods(as_ida.ida) == [(MONDAY, FRIDAY), (FRIDAY + DAY, None)]


def test_database_refuses_overlapping_absences(as_ida):
    be_away(as_ida.ida)

    overlap = pytest.raises(IntegrityError, match="one_absence_at_a_time")
    with overlap, transaction.atomic():
        Absence.objects.create(staff_member=as_ida.ida.staff_member, **HOLIDAY)


def test_absence_sent_twice_is_one(as_ida):
    away = be_away(as_ida.ida)

    with pytest.raises(AlreadySaved):
        be_away(as_ida.ida, absence_id=away.pk)

    assert periods(as_ida.ida) == [(MONDAY, FRIDAY)]


def test_open_absence_is_given_an_end(as_ida):
    ill = be_away(as_ida.ida, kind=AbsenceKind.ILLNESS, until_on=None)

    change_absence(
        absence=ill,
        values={**HOLIDAY, "kind": AbsenceKind.ILLNESS, "until_on": MONDAY},
        version=ill.version,
        by=as_ida.ida.actor,
        at=NOW,
    )

    assert periods(as_ida.ida) == [(MONDAY, MONDAY)]


def test_changed_absence_is_held_to_the_same(as_ida):
    away = be_away(as_ida.ida)
    be_away(as_ida.ida, from_on=FRIDAY + DAY, until_on=None)

    for changes, reason in (
        ({"until_on": MONDAY - DAY}, AbsenceRefusal.ENDS_BEFORE_START),
        ({"until_on": FRIDAY + DAY}, AbsenceRefusal.OVERLAPS),
    ):
        with pytest.raises(Refused) as refused:
            change_absence(
                absence=away,
                values={**HOLIDAY, **changes},
                version=away.version,
                by=as_ida.ida.actor,
                at=NOW,
            )
        assert refused.value.reason == reason


def test_cancelled_absence_is_gone(as_ida):
    away = be_away(as_ida.ida)
    who = {"by": as_ida.ida.actor, "at": NOW}

    with pytest.raises(EditConflict):
        cancel_absence(absence=away, version=away.version + 1, **who)
    cancel_absence(absence=away, version=away.version, **who)

    assert periods(as_ida.ida) == []


def test_coordinator_writes_for_the_team(cast):
    with acting(cast.bo.actor):
        away = be_away(cast.ida, by=cast.bo)
        cancel_absence(absence=away, version=away.version, by=cast.bo.actor, at=NOW)
        kept = be_away(cast.ida, by=cast.bo)
    with acting(cast.ida.actor):
        assert list(Absence.objects.all()) == [kept]


@pytest.mark.parametrize("name", ["ida", "mette", "omar"])
def test_nobody_else_writes_absence(cast, name):
    other = getattr(cast, name)
    with acting(other.actor):
        with pytest.raises(Refused) as refused:
            be_away(cast.bo, by=other)
        assert refused.value.reason == AbsenceRefusal.NOT_YOURS


@pytest.mark.parametrize("name", ["ida", "mette", "omar"])
def test_database_lets_nobody_else_write_absence(cast, name):
    other = getattr(cast, name)
    refused = pytest.raises(ProgrammingError, match="row-level security")
    with acting(other.actor), refused, transaction.atomic():
        Absence.objects.create(staff_member=cast.bo.staff_member, **HOLIDAY)


def test_absence_is_seen_by_the_team_and_its_manager_only(cast):
    with acting(cast.ida.actor):
        away = be_away(cast.ida)
    with acting(OPERATIONS):
        stranger = employ("Nik", "Vikar")

    for reader in (cast.ida, cast.bo, cast.mette):
        with acting(reader.actor):
            assert list(Absence.objects.all()) == [away]
    for reader in (cast.omar, stranger):
        with acting(reader.actor):
            assert list(Absence.objects.all()) == []


def test_who_left_the_team_sees_only_their_own(cast):
    with acting(cast.bo.actor):
        be_away(cast.bo)
        own = be_away(cast.ida, by=cast.bo)
    with acting(OPERATIONS):
        leave(place_of(cast.ida), today() - DAY)

    with acting(cast.ida.actor):
        assert list(Absence.objects.all()) == [own]


def test_coordinator_of_another_team_is_stopped_by_the_rows_too(cast):
    with acting(cast.omar.actor), refused_as_not_yours():
        register_own_as_somebody_else(cast)


def register_own_as_somebody_else(cast):
    """Omar's login, told to the rule as Ida: only the database can know better."""
    cast.ida.staff_member.user_id = cast.omar.user.pk
    be_away(cast.ida, by=cast.omar)
