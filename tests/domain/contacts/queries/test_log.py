import datetime as dt

from hjemmebane.domain.contacts.calculations import InVain
from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, Outcome, Progress
from hjemmebane.domain.contacts.queries import (
    DayOfContacts,
    LastContact,
    appointments_for,
    appointments_of,
    contacts_by_day,
    contacts_of,
    last_contacts,
    last_logged_by,
    next_appointments,
)
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from tests.domain.contacts.actions.test_appointments import AFTERWARDS, TOMORROW, settle
from tests.domain.contacts.actions.test_log import YESTERDAY
from tests.factories.cast import NOW, CitizenDetails, employ, let_join, start_case

LATER = NOW + dt.timedelta(days=2)


def days_ago(count):
    return NOW - dt.timedelta(days=count)


def test_attempts_count_since_the_last_meeting(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(9), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(8), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(6), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(4), outcome=Outcome.DECLINED)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(days_ago(6), InVain(2, days_ago(5), 1))
    }


def test_attempts_tell_how_many_different_people_tried(as_ida, log):
    kim, ida, bo = as_ida.kim, as_ida.ida, as_ida.bo
    log(kim, ida, started_at=days_ago(9), staff=[bo.staff_member], outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(8))
    log(kim, ida, started_at=days_ago(3), outcome=Outcome.NETWORK)
    both = [ida.staff_member, bo.staff_member]
    log(kim, ida, started_at=days_ago(2), staff=both, outcome=Outcome.NOT_MET)

    found = last_contacts([kim.course.pk])[kim.course.pk]

    assert found == LastContact(days_ago(8), InVain(2, days_ago(3), 2))
    assert found.attempts_since_met == 2


def test_those_who_were_there_come_in_danish_order(cast, log):
    with acting(OPERATIONS):
        there = [employ(name, "Peer") for name in ("Aage", "Østen", "Zoe")]
        for one in there:
            let_join(cast.team_one, one, CoreFunction.SOCIAL_PRACTICAL, hours=8)
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, staff=[one.staff_member for one in there])
        (contact,) = contacts_of(cast.kim.course.pk)

        names = [one.staff_member.name for one in contact.staff.all()]
    assert names == ["Zoe", "Østen", "Aage"]


def test_never_met_counts_every_attempt(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(4), outcome=Outcome.NOT_MET)

    assert last_contacts([kim.course.pk]) == {
        kim.course.pk: LastContact(None, InVain(2, days_ago(5), 1))
    }


def test_attempt_at_the_moment_of_a_meeting_was_not_in_vain(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.NOT_MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.MET)
    log(kim, ida, started_at=days_ago(5), outcome=Outcome.MET)

    assert last_contacts([kim.course.pk]) == {kim.course.pk: LastContact(days_ago(5))}


def test_cancelled_and_others_do_not_count(as_ida, log):
    kim, ida = as_ida.kim, as_ida.ida
    log(kim, ida, started_at=days_ago(7), kind=ContactKind.PHONE)
    log(kim, ida, started_at=days_ago(3), outcome=Outcome.CANCELLED)
    log(kim, ida, started_at=days_ago(2), kind=ContactKind.PARTNER)
    log(kim, ida, started_at=days_ago(1), kind=ContactKind.NETWORK, outcome=Outcome.NOT_MET)

    assert last_contacts([kim.course.pk]) == {kim.course.pk: LastContact(days_ago(7))}


def test_untried_course_is_left_out(as_ida):
    assert last_contacts([as_ida.kim.course.pk]) == {}


def test_any_number_of_courses_is_one_query(as_ida, log, django_assert_num_queries):
    cases = [as_ida.kim] + [
        start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name=name))
        for name in ("Ali", "Ea")
    ]
    for times, case in enumerate(cases, start=1):
        for day in range(times):
            log(case, as_ida.ida, started_at=days_ago(day + 1), outcome=Outcome.NOT_MET)

    with django_assert_num_queries(1):
        found = last_contacts([case.course.pk for case in cases])

    assert found == {
        case.course.pk: LastContact(None, InVain(times, days_ago(times), 1))
        for times, case in enumerate(cases, start=1)
    }


def test_other_team_learns_nothing(cast, log):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        log(cast.noor, cast.omar)
        found = last_contacts([cast.kim.course.pk, cast.noor.course.pk])

    assert set(found) == {cast.noor.course.pk}


def test_appointments_come_latest_first(as_ida, agree):
    first, second = (agree(as_ida.kim, as_ida.ida, starts_at=at) for at in (TOMORROW, LATER))

    assert list(appointments_of(as_ida.kim.course.pk)) == [second, first]


def test_next_is_the_first_that_stands(as_ida, agree, django_assert_num_queries):
    kim, ida = as_ida.kim, as_ida.ida
    ea = start_case(as_ida.team_one, ida, CitizenDetails(given_name="Ea"))
    settle(agree(kim, ida, starts_at=TOMORROW), ida, AppointmentStatus.CANCELLED)
    agree(kim, ida, starts_at=AFTERWARDS)
    kims = agree(kim, ida, starts_at=LATER)
    agree(kim, ida, starts_at=LATER)
    agree(ea, ida, starts_at=TOMORROW)
    eas = agree(ea, ida, starts_at=LATER)

    with django_assert_num_queries(1):
        found = next_appointments([kim.course.pk, ea.course.pk], LATER)
        names = {appointment.staff_member.name for appointment in found.values()}

    assert found == {kim.course.pk: kims, ea.course.pk: eas}
    assert names == {"Ida"}


def test_course_without_appointments_is_left_out(as_ida):
    assert next_appointments([as_ida.kim.course.pk], NOW) == {}


def test_contacts_come_newest_first_in_a_constant_number_of_queries(
    as_ida, log, django_assert_num_queries
):
    kim, ida = as_ida.kim, as_ida.ida
    both = [ida.staff_member, as_ida.bo.staff_member]
    logged = [
        log(
            kim,
            ida,
            started_at=YESTERDAY + dt.timedelta(hours=hour),
            staff=both,
            sub_goals={kim.first_step.pk: Progress.STEP},
        )
        for hour in (0, 1, 1)
    ]

    with django_assert_num_queries(3):
        shown = [
            (
                contact.pk,
                [row.staff_member.name for row in contact.staff.all()],
                [str(row.sub_goal) for row in contact.sub_goals.all()],
                str(contact.recorded_by),
            )
            for contact in contacts_of(kim.course.pk)
        ]

    assert shown == [
        (contact.pk, ["Bo", "Ida"], ["Ned i gården"], "Ida") for contact in reversed(logged)
    ]


def test_last_written_is_ones_own_and_before_the_moment(cast, log):
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida)
        assert last_logged_by(cast.ida.user.pk, before=NOW + dt.timedelta(seconds=1)) == NOW
        assert last_logged_by(cast.ida.user.pk, before=NOW) is None
        assert last_logged_by(cast.bo.user.pk, before=LATER) is None


def test_meetings_of_a_person_are_their_own_and_in_time(as_ida, agree):
    kim, ida = as_ida.kim, as_ida.ida
    mine = agree(kim, ida, starts_at=TOMORROW)
    agree(kim, ida, starts_at=LATER)
    agree(kim, ida, staff_member=as_ida.bo.staff_member)
    settle(agree(kim, ida, starts_at=TOMORROW), ida, AppointmentStatus.CANCELLED)

    def meetings(day):
        found = appointments_for(ida.staff_member.pk, unsettled_since=NOW, day=day, until=LATER)
        return list(found)

    assert (meetings(TOMORROW), meetings(LATER)) == ([mine], [mine])
    settle(mine, ida)
    assert (meetings(TOMORROW), meetings(LATER)) == ([mine], [])


def test_days_count_meetings_and_attempts_by_the_danish_day(cast, log):
    late = dt.datetime(2025, 5, 20, 22, 30, tzinfo=dt.UTC)  # already the 21st in Denmark
    with acting(cast.ida.actor):
        log(cast.kim, cast.ida, started_at=late)
        log(cast.kim, cast.ida, started_at=late + dt.timedelta(hours=9))
        log(cast.kim, cast.ida, started_at=late, outcome=Outcome.DECLINED)
        log(cast.kim, cast.ida, started_at=late, outcome=Outcome.CANCELLED)
        log(cast.kim, cast.ida, started_at=late, kind=ContactKind.PARTNER)
        log(cast.kim, cast.ida, started_at=late + dt.timedelta(days=5), outcome=Outcome.NOT_MET)
        day = dt.date(2025, 5, 21)
        week = {"from_on": day, "until_on": day + dt.timedelta(days=5)}
        found = contacts_by_day(cast.kim.course.pk, **week)
        assert contacts_by_day(cast.kim.course.pk, from_on=day, until_on=day) == found[:1]
    assert found == [
        DayOfContacts(day, met=2, tried=1),
        DayOfContacts(day + dt.timedelta(days=5), met=0, tried=1),
    ]
    with acting(cast.omar.actor):
        assert contacts_by_day(cast.kim.course.pk, **week) == []
