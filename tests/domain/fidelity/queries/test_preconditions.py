"""A team's figures for the checklist: from all rooms, and no more than the reader may count."""

import datetime as dt
from decimal import Decimal

import pytest

from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.fidelity.calculations.preconditions import Several
from hjemmebane.domain.fidelity.queries.preconditions import team_figures
from hjemmebane.domain.meetings.actions import close_meeting, open_meeting, set_agenda
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.partners.queries import agreements_in_force
from hjemmebane.domain.plans.actions import reach_sub_goal
from hjemmebane.domain.teams.actions import (
    join_team,
    leave_team,
    record_training,
    register_absence,
)
from hjemmebane.domain.teams.choices import CoreFunction, TrainingKind
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import HIRED_ON, employ, let_join
from tests.factories.courses import matched
from tests.factories.partnership import agree
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
QUERIES = 16
SOCIAL, HEALTH = CoreFunction.SOCIAL_PRACTICAL, CoreFunction.HEALTH


def figures_of(cast, who="ida", *, at=None):
    reader = getattr(cast, who)
    with acting(reader.actor):
        return team_figures(cast.team_one, is_member=who != "mette", at=at or now())


def points_of_method(team):
    return pack(team.method_pack).agenda(MeetingKind.BOARD).items


def meet(cast, *, at, decide=False):
    """A board meeting that Ida holds; perhaps with a step reached in Kim's plan."""
    by = cast.ida
    with acting(by.actor):
        meeting = open_meeting(
            id=new_id(),
            team=cast.team_one,
            staff=[by.staff_member],
            planned_minutes=60,
            by=by.actor,
            at=at,
        )
        if decide:
            with on_occasion(meeting.occasion):
                step = cast.kim.first_step
                reach_sub_goal(sub_goal=step, on=TODAY, version=step.version, by=by.actor, at=at)
        close_meeting(meeting=meeting, by=by.actor, at=at)


def test_functions_and_coordinator_of_today(cast):
    figures = figures_of(cast)

    assert [(one.code, one.names, one.hours) for one in figures.functions] == [
        (SOCIAL, ("Ida",), Decimal(37)),
        (HEALTH, (), Decimal(0)),
        (CoreFunction.AUTHORITY, (), Decimal(0)),
    ]
    assert figures.not_covered == (HEALTH, CoreFunction.AUTHORITY)
    assert (figures.coordinators, figures.coordination_hours) == (("Bo",), Decimal(0))
    assert figures.members == (("Bo", Decimal(37)), ("Ida", Decimal(37)))


def test_who_leaves_is_told_the_coordinator_apart(cast):
    with acting(OPERATIONS):
        for membership in TeamMembership.objects.filter(team=cast.team_one):
            leave_team(
                membership=membership,
                until_on=today() + 9 * DAY,
                version=membership.version,
                by=OPERATIONS,
                at=now(),
            )

    figures = figures_of(cast)

    assert [(one.code, one.names) for one in figures.leaving] == [(SOCIAL, ("Ida",))]
    assert figures.coordinator_leaving.names == ("Bo",)


def test_absence_leaves_a_function_bare(cast):
    with acting(cast.ida.actor):
        register_absence(
            id=new_id(),
            staff_member=cast.ida.staff_member,
            values={"kind": "HOLIDAY", "from_on": today(), "until_on": today() + 6 * DAY},
            by=cast.ida.actor,
            at=now(),
        )

    figures = figures_of(cast, "mette")

    assert figures.away_today == (SOCIAL,)
    [(code, days)] = figures.bare_days
    assert code == SOCIAL
    assert 1 <= days <= 5


def test_partners_without_a_named_person(cast):
    with acting(OPERATIONS):
        add_organisation(
            id=new_id(),
            municipality=cast.municipality,
            kind=PartnerKind.PSYCHIATRY,
            name="Psykiatrien",
            by=OPERATIONS,
            at=now(),
        )

    figures = figures_of(cast, "mette")

    assert (figures.partners, figures.without_contact) == (2, ("Psykiatrien",))


def test_training_and_supervision(cast):
    with acting(cast.ida.actor):
        for kind in (TrainingKind.METHOD_COURSE, TrainingKind.SUPERVISION):
            record_training(
                id=new_id(),
                team=cast.team_one,
                values={
                    "kind": kind,
                    "held_on": TODAY,
                    "hours": Decimal(2),
                    "led_by": "Bo",
                    "about": "Alt",
                },
                staff=[cast.ida.staff_member],
                by=cast.ida.actor,
                at=now(),
            )

    for reader in ("ida", "mette"):
        figures = figures_of(cast, reader)
        assert (figures.trained, figures.untrained) == (1, ("Bo",))
        assert figures.last_supervision == TODAY


def test_meetings_and_what_was_decided_at_them(cast):
    at = now()
    meet(cast, at=at - 60 * DAY)  # too long ago to count
    meet(cast, at=at - 8 * DAY)
    meet(cast, at=at - 1 * DAY, decide=True)

    practice = figures_of(cast, at=at).practice

    assert (practice.weeks, practice.meeting_weeks, practice.meetings) == (8, 2, 2)
    assert (practice.courses, practice.plans_changed, practice.practice_changed) == (1, 1, 0)
    assert practice.missing_items == ()


def test_meeting_under_way_is_not_held_yet(cast):
    at = now()
    with acting(cast.ida.actor):
        meeting = open_meeting(
            id=new_id(),
            team=cast.team_one,
            staff=[cast.ida.staff_member],
            planned_minutes=60,
            by=cast.ida.actor,
            at=at - dt.timedelta(minutes=5),
        )
    practice = figures_of(cast, at=at).practice
    assert (practice.meeting_weeks, practice.meetings) == (0, 0)

    with acting(cast.ida.actor):
        close_meeting(meeting=meeting, by=cast.ida.actor, at=at)
    practice = figures_of(cast, at=at).practice
    assert (practice.meeting_weeks, practice.meetings) == (1, 1)


def test_hours_of_who_has_two_functions_add_up(cast):
    with acting(OPERATIONS):
        both = employ("Pia", "Sygeplejerske")
        join_team(
            team=cast.team_one,
            staff_member=both.staff_member,
            core_functions=[SOCIAL, HEALTH, CoreFunction.COORDINATION],
            executing_hours=Decimal(21),
            from_on=HIRED_ON,
            by=OPERATIONS,
            at=now(),
        )

    figures = figures_of(cast)

    assert [one.hours for one in figures.functions] == [58, 21, 0]
    assert figures.in_several == (Several("Pia", Decimal(21), 2),)
    assert figures.function_hours == 58


def test_agenda_that_the_team_made_its_own_may_lack_a_fixed_item(cast):
    points = points_of_method(cast.team_one)
    with acting(cast.bo.actor):
        set_agenda(
            team=cast.team_one,
            kind=MeetingKind.BOARD,
            points=[point for point in points if point.code != "BOARD_METHOD"],
            version=0,
            by=cast.bo.actor,
            at=now(),
        )

    assert figures_of(cast).practice.missing_items == ("Metoden",)


def test_new_team_has_no_weeks_to_count(cast):
    practice = figures_of(cast, at=dt.datetime.combine(HIRED_ON, dt.time(12), dt.UTC)).practice

    assert (practice.weeks, practice.meeting_weeks) == (0, 0)


def test_young_team_held_no_more_meetings_than_it_has_weeks(cast):
    first = dt.datetime.combine(HIRED_ON, dt.time(12), dt.UTC)
    for days in (1, 8):
        meet(cast, at=first + days * DAY)

    practice = figures_of(cast, at=first + 10 * DAY).practice

    assert (practice.weeks, practice.meeting_weeks, practice.meetings) == (1, 1, 2)


def test_early_contacts_and_assessments_of_the_last_half_year(cast):
    with acting(cast.ida.actor):
        matched(cast.team_one, cast.ida)

    practice = figures_of(cast, at=dt.datetime.combine(TODAY, dt.time(20), dt.UTC)).practice
    assert (practice.early_contacts, practice.assessments) == (1, 1)
    practice = figures_of(cast).practice
    assert (practice.early_contacts, practice.assessments) == (0, 0)


def test_hours_left_are_those_neither_spent_nor_agreed(cast):
    before = figures_of(cast).practice.hours_left
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Kaffe",
            starts_at=now() + dt.timedelta(seconds=1),
            ends_at=now() + dt.timedelta(hours=1, seconds=1),
            place="HOME",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )

    assert figures_of(cast).practice.hours_left == before - 1


def test_agreements_that_hold_and_those_nobody_looked_at(cast):
    with acting(cast.bo.actor):
        agree(cast, cast.bo.actor, review_on=today() + DAY)
    figures = figures_of(cast, "mette")
    assert (figures.agreements, figures.to_review) == (1, ())

    with acting(cast.bo.actor):
        [agreement] = agreements_in_force([cast.municipality.pk])
        agreement.save_changes({"review_on": today() - DAY}, version=1)
    figures = figures_of(cast)
    assert (figures.agreements, figures.to_review) == (0, (cast.job_centre.name,))


def test_manager_gets_sums_and_a_stranger_nothing(cast):
    figures = figures_of(cast, "mette")

    assert figures.practice is None
    assert figures.caseload.citizens == 1
    with acting(cast.omar.actor):
        assert team_figures(cast.team_one, is_member=False, at=now()) is None


@pytest.mark.parametrize("more", [0, 3])
def test_same_queries_whatever_the_number(cast, django_assert_num_queries, more):
    with acting(OPERATIONS):
        for number in range(more):
            let_join(cast.team_one, employ(f"Ny{number}", "Peer"), HEALTH)
    for number in range(1 + more):
        meet(cast, at=now() - number * DAY)
    with acting(cast.ida.actor), django_assert_num_queries(QUERIES):
        team_figures(cast.team_one, is_member=True, at=now())
