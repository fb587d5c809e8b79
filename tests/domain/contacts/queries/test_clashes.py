"""What an appointment would meet: the colleague's, the citizen's, and days somebody is away."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import settle_appointment
from hjemmebane.domain.contacts.calculations import Slot
from hjemmebane.domain.contacts.queries import Booking, clashes_of
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import rows_of
from hjemmebane.foundation.ids import new_id
from tests.domain.contacts.conftest import TOMORROW
from tests.factories.cast import NOW, let_join, start_case

HALF = dt.timedelta(minutes=30)
QUERIES = 4


def clash(employee, *, at=TOMORROW, case=None, besides=None):
    course = case and case.course
    (met,) = clashes_of([Booking(employee.staff_member, Slot(at), course, besides)])
    return met


def be_away(employee, day, **values):
    register_absence(
        id=new_id(),
        staff_member=employee.staff_member,
        values={"kind": "TRAINING", "from_on": day, "until_on": day, **values},
        by=employee.actor,
        at=NOW,
    )


def is_free(met):
    return not (met.of_staff or met.elsewhere or met.of_citizen or met.absence)


def test_no_booking_meets_nothing(as_ida):
    assert clashes_of([]) == []


def test_colleagues_appointment_at_that_time_is_met(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)

    assert clash(as_ida.ida, at=TOMORROW + HALF).of_staff == [made]
    assert is_free(clash(as_ida.ida, at=TOMORROW + 2 * HALF))
    assert is_free(clash(as_ida.bo))


def test_long_appointment_is_met_until_its_end(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, ends_at=TOMORROW + 6 * HALF)

    assert clash(as_ida.ida, at=TOMORROW + 5 * HALF).of_staff == [made]
    assert is_free(clash(as_ida.ida, at=TOMORROW + 6 * HALF))


def test_what_is_cancelled_and_the_appointment_itself_are_not_met(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida)
    assert is_free(clash(as_ida.ida, besides=made.pk))

    settle_appointment(appointment=made, status="CANCELLED", version=1, by=as_ida.ida.actor, at=NOW)
    assert is_free(clash(as_ida.ida))


def test_citizen_who_sees_somebody_else_then_is_met_where_their_time_is_taken(as_ida, agree):
    made = agree(as_ida.kim, as_ida.ida, staff_member=as_ida.bo.staff_member)

    assert clash(as_ida.ida, case=as_ida.kim).of_citizen == [made]
    assert is_free(clash(as_ida.ida))
    own = clash(as_ida.bo, case=as_ida.kim)
    assert (own.of_staff, own.of_citizen) == ([made], [])  # told once


def test_day_on_which_a_colleague_is_away_is_met(as_ida):
    day = day_of(TOMORROW)
    with acting(as_ida.bo.actor):
        be_away(as_ida.bo, day)

    assert clash(as_ida.bo).absence.from_on == day
    assert is_free(clash(as_ida.bo, at=TOMORROW + dt.timedelta(days=1)))
    assert is_free(clash(as_ida.ida))


def test_absence_of_some_hours_leaves_somebody_reachable(as_ida):
    with acting(as_ida.bo.actor):
        be_away(as_ida.bo, day_of(TOMORROW), hours_per_week=10)

    assert is_free(clash(as_ida.bo))


@pytest.fixture
def shared(cast, agree):
    """Omar works in both teams, and sees Noor of the second tomorrow."""
    with acting(OPERATIONS):
        let_join(cast.team_one, cast.omar, CoreFunction.HEALTH, hours=1)
    with acting(cast.omar.actor):
        agree(cast.noor, cast.omar)
    return cast


def test_of_a_citizen_of_another_team_only_the_time_is_known(shared):
    with acting(shared.ida.actor):
        met = clash(shared.omar)

    assert (met.of_staff, met.elsewhere) == ([], [Slot(TOMORROW)])


def test_who_sees_both_citizens_is_told_once(shared):
    with acting(shared.omar.actor):
        met = clash(shared.omar)

    assert ([one.course.citizen for one in met.of_staff], met.elsewhere) == (
        [shared.noor.citizen],
        [],
    )


def test_way_there_and_who_goes_along_count(as_ida, agree):
    made = agree(
        as_ida.kim,
        as_ida.ida,
        starts_at=TOMORROW + 4 * HALF,
        companions=[as_ida.bo.staff_member],
        travel_minutes=30,
    )

    for colleague in (as_ida.ida, as_ida.bo):
        assert clash(colleague, at=TOMORROW + 2 * HALF).of_staff == [made]
        assert is_free(clash(colleague, at=TOMORROW + HALF))
    (before,) = clashes_of([Booking(as_ida.bo.staff_member, Slot(TOMORROW + 6 * HALF, None, 20))])
    assert before.of_staff == [made]


def test_companion_of_another_team_is_busy_elsewhere(shared, agree):
    with acting(OPERATIONS):
        let_join(shared.team_two, shared.ida, CoreFunction.HEALTH, hours=0)
    with acting(shared.omar.actor):
        later = TOMORROW + dt.timedelta(days=1)
        agree(
            shared.noor,
            shared.omar,
            starts_at=later,
            companions=[shared.ida.staff_member],
            travel_minutes=15,
        )
    with acting(shared.bo.actor):
        assert clash(shared.ida, at=later).elsewhere == [Slot(later, None, 15)]


@pytest.mark.parametrize("who", ["mette", "ida"])
def test_times_of_strangers_are_nobodys_business(cast, agree, who):
    """A manager never reads a case; and Omar is no colleague of Ida's."""
    with acting(cast.omar.actor):
        agree(cast.noor, cast.omar)
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida)
    ids = [cast.omar.staff_member.pk, cast.ida.staff_member.pk]
    until = TOMORROW + HALF

    with acting(getattr(cast, who).actor):
        assert rows_of("guard.busy_elsewhere", ids, TOMORROW, until, into=Slot) == []


@pytest.mark.parametrize("more", [1, 3])
def test_as_many_queries_whatever_is_met(as_ida, agree, more, django_assert_num_queries):
    bookings = [Booking(as_ida.ida.staff_member, Slot(TOMORROW), as_ida.kim.course)]
    for number in range(more):
        case = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=f"Ny{number}"))
        agree(case, as_ida.ida)
        bookings.append(Booking(as_ida.bo.staff_member, Slot(TOMORROW), case.course))

    with django_assert_num_queries(QUERIES):
        found = clashes_of(bookings)

    assert [len(one.of_staff) for one in found] == [more] + [0] * more
    assert [len(one.of_citizen) for one in found] == [0] + [1] * more
    assert len({one.course.citizen.pk for one in found[0].of_staff}) == more
