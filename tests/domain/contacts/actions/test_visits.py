"""Arriving, going again, and what a contact settles."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import (
    begin_visit,
    change_contact,
    drop_visit,
    leave_visit,
    log_contact,
    settle_appointment,
)
from hjemmebane.domain.contacts.actions.log import ContactDetails
from hjemmebane.domain.contacts.choices import AppointmentStatus, MoodSeen, Outcome, VisitRefusal
from hjemmebane.domain.contacts.models import Appointment, Contact, VisitStart
from hjemmebane.domain.contacts.queries import open_start
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.sharing.choices import Feeling
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.queries.spending import spending_of
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, CitizenDetails, let_join, start_case
from tests.factories.history import changes_by
from tests.factories.keeping import keep_row
from tests.factories.plans import end_course
from tests.factories.refusals import refused_as_not_yours

TOMORROW = NOW + dt.timedelta(days=1)
LATER = TOMORROW + dt.timedelta(hours=2)
HALF_AN_HOUR = dt.timedelta(minutes=30)


def arrive(case, by, *, at=NOW, visit_id=None, staff_member=None):
    return begin_visit(
        id=visit_id or new_id(),
        course=case.course,
        staff_member=staff_member or by.staff_member,
        by=by.actor,
        at=at,
    )


def log_at(case, by, appointment, *, at=LATER, contact_id=None, visit=None, **details):
    return log_contact(
        id=contact_id or new_id(),
        course=case.course,
        details=ContactDetails(**{"started_at": TOMORROW, "direct_minutes": 45, **details}),
        staff=[by.staff_member],
        sub_goals={},
        appointment=appointment,
        visit=visit,
        by=by.actor,
        at=at,
    )


def status_of(appointment):
    return Appointment.objects.get(pk=appointment.pk).status


def refusal(job):
    with pytest.raises(Refused) as refused:
        job()
    return refused.value.reason


def test_mood_seen_has_the_words_of_the_citizens_own_faces():
    assert [(one.name, one.label) for one in MoodSeen] == [(f.name, f.label) for f in Feeling]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome.MET, AppointmentStatus.KEPT),
        (Outcome.NOT_MET, AppointmentStatus.MISSED),
        (Outcome.NETWORK, AppointmentStatus.MISSED),
        (Outcome.DECLINED, AppointmentStatus.CANCELLED),
        (Outcome.CANCELLED, AppointmentStatus.CANCELLED),
    ],
)
def test_contact_settles_the_appointment_it_came_of(as_ida, agree, outcome, status):
    agreed = agree(as_ida.kim, as_ida.ida)

    contact = log_at(as_ida.kim, as_ida.ida, agreed, outcome=outcome, mood=MoodSeen.GOOD)

    assert status_of(agreed) == status
    kept = Contact.objects.get(pk=contact.pk)
    assert (kept.appointment_id, kept.mood) == (agreed.pk, MoodSeen.GOOD)
    assert changes_by(as_ida.ida.actor, "contacts.log_contact") == [
        ("INSERT", "contacts_contact"),
        ("INSERT", "contacts_contactstaff"),
    ]
    assert changes_by(as_ida.ida.actor, "contacts.settle_by_contact") == [
        ("UPDATE", "contacts_appointment")
    ]


def test_appointment_comes_to_one_contact(as_ida, agree):
    agreed = agree(as_ida.kim, as_ida.ida)
    log_at(as_ida.kim, as_ida.ida, agreed)

    reason = refusal(lambda: log_at(as_ida.kim, as_ida.ida, agreed))

    assert reason == VisitRefusal.ALREADY_SETTLED
    assert Contact.objects.count() == 1


def test_appointment_settled_by_hand_takes_only_a_contact_that_agrees(as_ida, agree):
    agreed = agree(as_ida.kim, as_ida.ida)
    settle_appointment(
        appointment=agreed,
        status=AppointmentStatus.KEPT,
        version=1,
        by=as_ida.ida.actor,
        at=LATER,
    )

    reason = refusal(lambda: log_at(as_ida.kim, as_ida.ida, agreed, outcome=Outcome.NOT_MET))
    log_at(as_ida.kim, as_ida.ida, agreed)

    assert reason == VisitRefusal.ALREADY_SETTLED
    assert status_of(agreed) == AppointmentStatus.KEPT
    assert Appointment.objects.get(pk=agreed.pk).version == 2


def test_appointment_of_another_citizen_is_refused(as_ida, agree):
    ea = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea"))
    agreed = agree(ea, as_ida.ida)

    assert refusal(lambda: log_at(as_ida.kim, as_ida.ida, agreed)) == VisitRefusal.OTHER_CITIZENS
    assert status_of(agreed) == AppointmentStatus.PLANNED


@pytest.mark.parametrize(
    ("early", "outcome", "reason"),
    [
        (dt.timedelta(minutes=59), Outcome.MET, None),
        (dt.timedelta(minutes=60), Outcome.NOT_MET, None),
        (dt.timedelta(minutes=61), Outcome.MET, VisitRefusal.OVER_BEFORE),
        (dt.timedelta(minutes=61), Outcome.NETWORK, VisitRefusal.OVER_BEFORE),
        (dt.timedelta(minutes=61), Outcome.CANCELLED, None),
        (dt.timedelta(minutes=61), Outcome.DECLINED, None),
    ],
)
def test_contact_that_was_over_settles_nothing_after_it(as_ida, agree, early, outcome, reason):
    agreed = agree(as_ida.kim, as_ida.ida)
    times = {"started_at": TOMORROW - early - HALF_AN_HOUR, "direct_minutes": 30}

    def log():
        return log_at(as_ida.kim, as_ida.ida, agreed, outcome=outcome, **times)

    if reason:
        assert refusal(log) == reason
        assert status_of(agreed) == AppointmentStatus.PLANNED
        assert Contact.objects.count() == 0
    else:
        log()
        assert status_of(agreed) != AppointmentStatus.PLANNED


def test_correcting_the_outcome_corrects_what_it_settled(as_ida, agree):
    agreed = agree(as_ida.kim, as_ida.ida)
    contact = log_at(as_ida.kim, as_ida.ida, agreed)

    change_contact(
        contact=contact,
        details=ContactDetails(started_at=TOMORROW, outcome=Outcome.NOT_MET),
        staff=[as_ida.ida.staff_member],
        sub_goals={},
        version=1,
        by=as_ida.ida.actor,
        at=LATER,
    )

    assert status_of(agreed) == AppointmentStatus.MISSED


def test_contact_sent_twice_settles_once(as_ida, agree):
    agreed, key = agree(as_ida.kim, as_ida.ida), new_id()
    log_at(as_ida.kim, as_ida.ida, agreed, contact_id=key)

    with pytest.raises(AlreadySaved):
        log_at(as_ida.kim, as_ida.ida, agreed, contact_id=key)

    assert Appointment.objects.get(pk=agreed.pk).version == 2


def test_two_who_log_the_same_appointment_at_once(cast, agree, committed_db):
    with acting(cast.ida.actor):
        agreed = agree(cast.kim, cast.ida)

    def log():
        log_at(cast.kim, cast.ida, Appointment.objects.get(pk=agreed.pk))

    assert at_once(cast.ida.actor, log, log) == ["ALREADY_SETTLED", "done"]


def test_two_phones_with_the_same_key_at_once_save_one(cast, committed_db):
    key = new_id()

    def log():
        log_at(cast.kim, cast.ida, None, contact_id=key)

    assert at_once(cast.ida.actor, log, log) == ["AlreadySaved", "done"]


def test_minutes_are_counted_in_the_week_of_everybody_who_was_there(as_ida, agree):
    log_at(as_ida.kim, as_ida.ida, agree(as_ida.kim, as_ida.ida), direct_minutes=45)
    attempt = {"outcome": Outcome.NETWORK, "direct_minutes": 20, "travel_minutes": 15}
    log_at(as_ida.kim, as_ida.ida, None, **attempt)

    monday = day_of(NOW)
    spent = spending_of(as_ida.team_one, monday, at=LATER)

    mine = spent.of_staff[as_ida.ida.staff_member.pk]
    assert (mine.direct, mine.travel) == (65, 15)
    assert spent.agreed_by_staff == {}


def test_arrival_and_leaving_become_a_contact(as_ida):
    visit = arrive(as_ida.kim, as_ida.ida, at=NOW + dt.timedelta(seconds=40))
    assert visit.started_at == NOW.replace(second=0)

    left = leave_visit(visit=visit, by=as_ida.ida.actor, at=NOW + HALF_AN_HOUR)
    again = leave_visit(visit=visit, by=as_ida.ida.actor, at=NOW + 2 * HALF_AN_HOUR)
    assert (left.left_at, again.left_at) == (NOW + HALF_AN_HOUR, NOW + HALF_AN_HOUR)
    assert open_start(as_ida.ida.actor) == visit

    log_at(as_ida.kim, as_ida.ida, None, visit=visit, started_at=NOW)

    assert open_start(as_ida.ida.actor) is None
    assert VisitStart.objects.get().closed_at == LATER
    assert changes_by(as_ida.ida.actor, "contacts.leave_visit") == [
        ("UPDATE", "contacts_visitstart")
    ]


def test_leaving_what_is_logged_is_refused(as_ida):
    visit = arrive(as_ida.kim, as_ida.ida)
    drop_visit(visit=visit, by=as_ida.ida.actor, at=NOW)
    drop_visit(visit=visit, by=as_ida.ida.actor, at=LATER)

    reason = refusal(lambda: leave_visit(visit=visit, by=as_ida.ida.actor, at=LATER))

    assert reason == VisitRefusal.CLOSED
    assert VisitStart.objects.get().closed_at == NOW


def test_one_is_arrives_once_at_a_time(as_ida):
    ea = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea"))
    first = arrive(as_ida.kim, as_ida.ida)

    with pytest.raises(AlreadySaved) as told:
        arrive(as_ida.kim, as_ida.ida, at=LATER)
    reason = refusal(lambda: arrive(ea, as_ida.ida))

    assert told.value.record == first
    assert reason == VisitRefusal.ELSEWHERE
    assert VisitStart.objects.get() == first


def test_two_arrivals_at_once_are_one(cast, committed_db):
    def arriving():
        arrive(cast.kim, cast.ida)

    assert at_once(cast.ida.actor, arriving, arriving) == ["AlreadySaved", "done"]


def test_arrival_where_the_course_has_ended_gives_way(as_ida):
    ea = start_case(as_ida.team_one, as_ida.ida, CitizenDetails(given_name="Ea"))
    stuck = arrive(ea, as_ida.ida)
    end_course(ea.course)
    ea.course.refresh_from_db()

    arrive(as_ida.kim, as_ida.ida, at=LATER)

    assert VisitStart.objects.get(pk=stuck.pk).closed_at == LATER
    assert refusal(lambda: arrive(ea, as_ida.ida)) == CourseRefusal.ALREADY_ENDED


def test_arrival_in_a_team_one_has_left_stands_in_nobodys_way(cast):
    with acting(cast.ida.actor):
        arrive(cast.kim, cast.ida)
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=cast.ida.staff_member)
        leave_team(
            membership=membership,
            until_on=day_of(NOW) - dt.timedelta(days=1),
            version=membership.version,
            by=OPERATIONS,
            at=NOW,
        )
        let_join(cast.team_two, cast.ida, CoreFunction.SOCIAL_PRACTICAL, hours=8)
    with acting(cast.ida.actor):
        assert open_start(cast.ida.actor) is None
        arrive(cast.noor, cast.ida)
        assert open_start(cast.ida.actor).course_id == cast.noor.course.pk


def test_arrival_is_ones_own(cast):
    with acting(cast.ida.actor):
        visit = arrive(cast.kim, cast.ida)
    with acting(cast.bo.actor):
        bo = cast.bo.actor
        for job in (
            lambda: arrive(cast.kim, cast.bo, staff_member=cast.ida.staff_member),
            lambda: leave_visit(visit=visit, by=bo, at=LATER),
            lambda: drop_visit(visit=visit, by=bo, at=LATER),
            lambda: log_at(cast.kim, cast.bo, None, visit=visit),
        ):
            assert refusal(job) == VisitRefusal.NOT_YOURS
        assert VisitStart.objects.filter(pk=visit.pk).update(left_at=LATER) == 0
        assert open_start(bo) is None


def test_other_team_neither_arrives_nor_sees(cast):
    with acting(cast.ida.actor):
        arrive(cast.kim, cast.ida)
    with acting(cast.omar.actor):
        assert not VisitStart.objects.exists()
        assert refusal(lambda: arrive(cast.kim, cast.omar)) == VisitRefusal.NOT_IN_TEAM
        row = VisitStart(
            course=cast.kim.course,
            staff_member=cast.omar.staff_member,
            started_at=NOW,
            recorded_by=cast.omar.user,
            recorded_at=NOW,
        )
        with refused_as_not_yours():
            keep_row(record=row, by=cast.omar.actor)


def test_table_holds_one_open_arrival_each(as_ida):
    first = arrive(as_ida.kim, as_ida.ida)
    second = VisitStart(
        course=first.course,
        staff_member=first.staff_member,
        started_at=NOW,
        recorded_by=as_ida.ida.user,
        recorded_at=NOW,
    )

    with pytest.raises(Exception, match="arrives_once_at_a_time"):
        keep_row(record=second, by=as_ida.ida.actor)
