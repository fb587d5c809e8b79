"""The demo in a database: as large as the pilots, marked, impossible, and the same every time."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Sum

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import cpr_of
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.choices import (
    AppointmentStatus,
    Light,
    Outcome,
    Progress,
    ReminderStatus,
)
from hjemmebane.domain.contacts.models import (
    Appointment,
    Contact,
    ContactSubGoal,
    FollowUp,
    HelpCall,
    Task,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.queries import contacts_of, last_contacts
from hjemmebane.domain.courses.choices import (
    CourseStatus,
    DecisionOutcome,
    DraftKind,
    EndingReason,
    Known,
    ReferralStatus,
)
from hjemmebane.domain.courses.models import (
    ContactAgreement,
    Course,
    Decision,
    Ending,
    LifeEvent,
    Reactivation,
    Referral,
    StartForm,
)
from hjemmebane.domain.courses.queries import (
    drafts_of,
    early_contacts,
    intensities_now,
    open_courses,
    present_holds,
)
from hjemmebane.domain.courses.rules import check_has_match
from hjemmebane.domain.meetings.models import (
    NetworkMeeting,
    SteeringGroupMeeting,
    SteeringPoint,
    TeamMeeting,
)
from hjemmebane.domain.meetings.queries import (
    attendances_of,
    changes_at,
    handovers_of,
    items_of,
    notes_of,
    promises_at,
    tasks_given_at,
    voices_of,
)
from hjemmebane.domain.plans.choices import (
    AgreementStance,
    AssessmentKind,
    AssessmentStatus,
    ResponsibleKind,
)
from hjemmebane.domain.plans.models import ITEM_MODELS, Agreement, Assessment, PlanActivity
from hjemmebane.domain.plans.queries import compare_versions, plan_of, whole_plan
from hjemmebane.domain.practice.choices import Judgement, Standing
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Absence, StaffMember, Team
from hjemmebane.domain.teams.queries import members_of, personas_of, uncovered_functions
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import caseload_of, needs_of, team_week
from hjemmebane.faces.operations.demo import filling
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house import build_house
from hjemmebane.faces.operations.demo.reading import read_house, read_ingredients, read_stories
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.clock import day_of, now, today
from hjemmebane.foundation.cpr import REPLACEMENT_DAY, parse_cpr

ADVERTISED = {
    "borger1",
    "partner1",
    "bostoette1",
    "bostoette2",
    "koordinator1",
    "koordinator2",
    "koordinator3",
    "koordinator4",
    "bostoette4",
    "psykiater4",
    "leder1",
    "raadgiver1",
    "sygeplejerske1",
}
# One from each team, with the pilot's citizens and weekly hours, executing and coordinating.
PILOTS = [
    ("bostoette1", 15, Decimal(73), Decimal(7)),
    ("bostoette2", 16, Decimal(111), Decimal(12)),
    ("socialpaedagog3", 8, Decimal(47), Decimal(15)),
]
# The full ACT team: VIVE-notatet § 3.1.
FULL = ("bostoette4", 90, Decimal(421), Decimal(13))
SETTLED = "contacts.settle_task"
COUNTED = (
    Citizen,
    Course,
    Contact,
    Appointment,
    FollowUp,
    Task,
    TrafficLightObservation,
    Agreement,
    Consent,
    ActivityStatus,
    IndicatorJudgement,
    *ITEM_MODELS.values(),
)
MOMENT = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


def actor(username: str) -> Actor:
    return User.objects.get(username=username).actor


def own_team(username: str) -> Team:
    return Team.objects.get(memberships__staff_member__user__username=username)


@pytest.mark.parametrize(("username", "citizens", "executing", "coordinating"), [*PILOTS, FULL])
def test_teams_are_sized_like_the_pilots_and_one_like_act(
    demo_db, username, citizens, executing, coordinating
):
    with acting(actor(username)):
        team = own_team(username)
        hours = members_of([team.pk], today()).aggregate(
            executing=Sum("executing_hours"), coordinating=Sum("coordination_hours")
        )

        assert open_courses(team.pk).count() == citizens
        assert hours == {"executing": executing, "coordinating": coordinating}


def test_only_the_third_team_lacks_a_function(demo_db):
    with acting(actor("leder1")):
        lacking = {
            team.name: uncovered_functions(team, members_of([team.pk], today()))
            for team in Team.objects.all()
        }

    assert {name: len(functions) for name, functions in lacking.items()} == {
        "Team Havnen": 0,
        "Team Åen": 0,
        "Team Lunden": 1,
        "Team Bredningen": 0,
    }


@pytest.mark.parametrize(
    ("username", "told", "lacking"),
    [
        ("bostoette1", 8, []),
        ("bostoette2", 5, []),
        ("socialpaedagog3", 6, [CoreFunction.HEALTH]),
        ("bostoette4", 8, []),
    ],
)
def test_caseload_and_coverage_are_those_of_the_evaluation(demo_db, username, told, lacking):
    """About so many citizens per full-time position; the third team never found its nurse."""
    with acting(actor(username)):
        week = team_week(own_team(username), at=now())
        courses = list(open_courses(week.team.pk))

        assert caseload_of(courses, week).rounded == told
        assert week.uncovered == lacking


def test_hours_of_the_demo_have_something_to_tell(demo_db):
    with acting(actor("bostoette1")):
        assert {one.kind for one in Absence.objects.all()} == {"HOLIDAY", "ILLNESS"}
        assert _values(TimeEntry, "kind") == {"MEETING", "COORDINATION", "TRAVEL"}
        assert all(len(need.known) > 0 for need in _needs("bostoette1"))
    with acting(actor("bostoette2")):
        week = team_week(own_team("bostoette2"), at=now())
        assert [gap.function for gap in week.gaps] == [CoreFunction.AUTHORITY]


def _needs(username):
    return needs_of(list(open_courses(own_team(username).pk)), at=now())


def test_manager_sees_no_citizen(demo_db):
    with acting(actor("leder1")):
        assert [model.objects.count() for model in COUNTED] == [0] * len(COUNTED)


def test_every_account_and_citizen_is_marked_as_demo(demo_db):
    assert not User.objects.filter(is_demo=False).exists()
    for username, citizens, *_ in (*PILOTS, FULL):
        with acting(actor(username)):
            assert Citizen.objects.filter(is_demo=True).count() >= citizens
            assert not Citizen.objects.filter(is_demo=False).exists()


def test_only_advertised_accounts_can_log_in(demo_db):
    able = {user.username for user in User.objects.all() if user.has_usable_password()}

    assert able == ADVERTISED
    assert User.objects.get(username="bostoette1").check_password("hjemmebane")


def test_no_cpr_number_and_no_address_can_be_real(demo_db):
    for username, *_ in (*PILOTS, FULL):
        with acting(actor(username)):
            numbers = [cpr for citizen in Citizen.objects.all() if (cpr := cpr_of(citizen))]
            found = [parse_cpr(number, today=today()) for number in numbers]

            assert len(found) >= 7
            assert all(int(cpr.digits[:2]) > REPLACEMENT_DAY for cpr in found)
            assert not any(cpr.passes_modulus_11 for cpr in found)
            assert not Citizen.objects.exclude(phone="").exclude(phone__startswith="00").exists()


def test_personas_are_as_old_as_told(demo_db):
    for username, name, age in (("bostoette1", "Susanne", 42), ("bostoette2", "Martin", 29)):
        with acting(actor(username)):
            assert age_on(Citizen.objects.get(given_name=name).born_on, today()) == age


def test_every_text_is_within_the_limits_of_its_field(demo_db):
    with acting(actor("bostoette1")):
        for model in COUNTED:
            for record in model.objects.all():
                record.validate_fields()


def test_every_state_can_be_seen_in_the_first_team(demo_db):
    with acting(actor("bostoette1")):
        assert _values(Agreement, "stance") == set(AgreementStance)
        assert _values(Assessment, "status") == set(AssessmentStatus)
        assert _values(Assessment, "kind") == set(AssessmentKind)
        assert _values(ActivityStatus, "status") >= {Standing.DONE, Standing.UNDER_WAY}
        assert _values(IndicatorJudgement, "judgement") == set(Judgement)
        assert _values(PlanActivity, "responsible_kind") == set(ResponsibleKind)
        assert _values(Contact, "outcome") == set(Outcome)
        assert _values(ContactSubGoal, "progress") == set(Progress)
        assert _values(Appointment, "status") == set(AppointmentStatus)
        assert Consent.objects.filter(withdrawn_at__isnull=False).exists()
        assert Appointment.objects.filter(starts_at__gt=now()).count() >= 8


def test_every_state_before_a_course_can_be_seen_in_the_first_team(demo_db):
    with acting(actor("bostoette1")):
        team = own_team("bostoette1")
        stated = Counter(Referral.objects.values_list("status", flat=True))
        early = list(early_contacts(team.pk))
        nameless = [one for one in early if not one.referrals.exists()]
        assert stated == dict.fromkeys(ReferralStatus, 3)
        assert {one.called for one in nameless} == {
            "Manden ved stationen",
            "Lillebror fra kanalen",
            "Villy med trækvognen",
        }
        drafts = Counter(draft.kind for draft in drafts_of(team.pk))
        assert drafts[DraftKind.ASSESSMENT] == 1
        assert _values(Decision, "outcome") == set(DecisionOutcome)
        assert all(one.recorded_by.is_demo for one in early)


def test_somebody_waits_for_the_course_that_was_decided(demo_db):
    with acting(actor("bostoette1")):
        match = Decision.objects.get(outcome=DecisionOutcome.MATCH).assessment.early_contact
        check_has_match(match)
        assert (match.called, match.course_id) == ("Villy med trækvognen", None)


def test_one_has_taken_the_yes_back_and_the_ending_is_under_way(demo_db):
    with acting(actor("bostoette1")):
        ending = Ending.objects.get(reason=EndingReason.CONSENT_WITHDRAWN)
        given = Consent.objects.filter(citizen=ending.course.citizen)
        assert (str(ending.course.citizen), ending.course.is_open) == ("Aleks Mosegrøn", True)
        assert given.exists()
        assert not given.filter(withdrawn_at__isnull=True).exists()


def test_courses_have_ended_in_every_way(demo_db):
    told = set()
    for username, *_ in PILOTS:
        with acting(actor(username)):
            told |= {
                (ending.reason, ending.course.is_open)
                for ending in Ending.objects.select_related("course")
            }
            ended = Course.objects.filter(status=CourseStatus.ENDED)
            assert not Appointment.objects.filter(
                course__in=ended, status=AppointmentStatus.PLANNED
            ).exists()
    assert told == {
        (EndingReason.GOALS_REACHED, True),
        (EndingReason.GOALS_REACHED, False),
        (EndingReason.MOVED, False),
        (EndingReason.CONSENT_WITHDRAWN, True),
        (EndingReason.CONSENT_WITHDRAWN, False),
        (EndingReason.DIED, False),
    }


def test_everybody_in_the_first_team_has_a_persona(demo_db):
    with acting(actor("bostoette1")):
        staff = {
            member.staff_member_id for member in members_of([own_team("bostoette1").pk], today())
        }
        assert personas_of(staff).keys() == staff


def _values(model, field) -> set[str]:
    return set(model.objects.values_list(field, flat=True))


def test_the_one_who_withdrew_was_tried_and_not_met(demo_db):
    with acting(actor("bostoette1")):
        course = Course.objects.get(citizen__given_name="Jonas")
        last = last_contacts([course.pk])[course.pk]
        newest = contacts_of(course.pk)[0]

    assert now() - last.last_met_at > dt.timedelta(weeks=6)
    assert now() - newest.started_at < dt.timedelta(weeks=1)
    assert last.attempts_since_met >= 5


def test_versions_of_a_plan_can_be_compared(demo_db):
    with acting(actor("bostoette1")):
        course = Course.objects.get(citizen__given_name="Susanne")
        whole = whole_plan(plan_of(course.pk))

        earlier, later = sorted(whole.versions, key=lambda version: version.number)
        assert compare_versions(earlier, later)
        assert [len(goal.sub_goals) for goal in whole.goals] == [4, 3, 0, 4]


def test_second_run_changes_nothing_and_says_so(demo_db):
    said = StringIO()
    users = User.objects.count()

    call_command("fill_demo", stdout=said)

    assert said.getvalue() == "Demodata er her allerede; intet er ændret.\n"
    assert User.objects.count() == users


def test_refused_where_demo_is_not_allowed(settings):
    settings.DEMO_ACCOUNTS_ALLOWED = False

    with pytest.raises(CommandError, match="findes ikke i drift"):
        call_command("fill_demo")


def test_interrupted_fill_leaves_nothing(committed_db, monkeypatch):
    def fail(*_args: object, **_changes: object) -> None:
        raise KeyboardInterrupt

    reported: list[str] = []
    monkeypatch.setattr(filling, "tell", fail)

    with pytest.raises(KeyboardInterrupt):
        filling.fill(password="hjemmebane", now=now(), report=reported.append)

    assert reported == ["Skriver 133 menneskers forløb ned. Det tager et par minutter."]
    assert not User.objects.exists()
    with acting(OPERATIONS):
        assert not Team.objects.exists()


def test_courses_stand_where_courses_can_stand(demo_db):
    with acting(actor("bostoette1")):
        courses = {str(c.citizen): c for c in open_courses(own_team("bostoette1").pk)}
        ids = {course.pk: name for name, course in courses.items()}
        on_hold = {ids[key] for key in present_holds(ids)}
        low = {ids[key] for key, one in intensities_now(ids).items() if one.level == "LOW"}
        again = {ids[one.course_id] for one in Reactivation.objects.all()}
        drafts = drafts_of(own_team("bostoette1").pk)

        assert on_hold == {"Birgitte Slåenvang"}
        assert low == {"Nanna Rosenmark"}
        assert again == {"Carsten Hedevang", "Lone Brombjærg"}
        begun = {draft.subject for draft in drafts if draft.kind == DraftKind.START_FORM}
        assert begun == {"Maja Rimtorne"}
        assert StartForm.objects.count() == Course.objects.count()
        assert LifeEvent.objects.count() == 3
        agreed = ContactAgreement.objects.count()
        assert len(ids) / 2 < agreed < len(ids)


def test_start_forms_tell_what_the_pilots_told(demo_db):
    """Near the evaluation: two in five in public housing, half without a social assessment."""
    with acting(actor("leder1")):
        assert not StartForm.objects.exists()  # a manager reads none of them
    told = []
    for username, *_ in PILOTS:
        with acting(actor(username)):
            told += list(StartForm.objects.filter(completed_at__isnull=False))

    def share(name, value):
        return sum(getattr(form, name) == value for form in told) / len(told)

    assert 0.25 < share("housing", "PUBLIC_HOUSING") < 0.6
    assert 0.3 < share("social_assessed", Known.NO) < 0.7
    assert 0.25 < share("health_assessed", Known.NO) < 0.6
    assert 0.35 < share("has_psychiatric_diagnosis", Known.YES) < 0.75


@pytest.mark.django_db
def test_two_fills_of_one_moment_give_the_same():
    assert _told_and_undone() == _told_and_undone()


def _told_and_undone() -> dict[str, list[dict[str, object]]]:
    """Everything about two citizens of the first team; afterwards the database is empty again."""
    with transaction.atomic():
        with acting(OPERATIONS):
            teams = build_house(read_house(), password="x" * 12, days=Days(MOMENT))
            for story in read_stories():
                if story.code in {"jonas", "marek"}:
                    case = Case(story, teams[story.team], Days(MOMENT))
                    filling.tell(case, read_ingredients())
        with acting(actor("bostoette1")):
            rows = {model.__name__: _rows(model) for model in COUNTED}
        transaction.set_rollback(True)
    assert len(rows["Citizen"]) == 2
    return rows


# Keys that actions make, of records that come by several: scopes of a yes, days of a rhythm.
MADE = {Consent: {"id"}, Appointment: {"id", "series"}}


def _rows(model) -> list[dict[str, object]]:
    """Every row without what is sealed with fresh randomness, and keys that actions make."""
    own = {"cpr_sealed", "address_sealed", "team", "staff_member"} | MADE.get(model, set())
    names = [field.name for field in model._meta.fields if field.name not in own]
    return sorted(model.objects.values(*names), key=str)


def test_each_team_holds_its_board_meeting_every_week(demo_db):
    with acting(actor("bostoette1")):
        held = list(TeamMeeting.objects.filter(kind="BOARD").order_by("opened_at"))
        for earlier, later in pairwise(held):
            assert day_of(later.opened_at) - day_of(earlier.opened_at) == dt.timedelta(weeks=1)
            done = {change.row_id for change in changes_at(later) if change.verb == SETTLED}
            assert done == {str(task.pk) for task in tasks_given_at(earlier)}
        for meeting in held:
            taken_up = items_of(meeting.pk).filter(taken_up_at__isnull=False)
            assert 0 < taken_up.count() < items_of(meeting.pk).count()
            _is_within(meeting)
        verbs = {change.verb for meeting in held for change in changes_at(meeting)}
        assert verbs >= {"meetings.put_on_board", "meetings.take_off_board"}
    assert len(held) == 4
    assert now() - held[-1].opened_at < dt.timedelta(days=8)


def _is_within(meeting):
    """Whatever was decided was decided while they sat there, and of what they could know."""
    stamps = [
        dt.datetime.fromisoformat(change.after["recorded_at"])
        for change in changes_at(meeting)
        if "recorded_at" in change.after
    ]
    assert meeting.opened_at <= min(stamps) <= max(stamps) <= meeting.closed_at
    assert all(item.course.started_on <= day_of(meeting.opened_at) for item in items_of(meeting.pk))
    logged = TimeEntry.objects.filter(worked_on=day_of(meeting.opened_at), note="Tavlemøde")
    assert set(logged.values_list("staff_member_id", "minutes")) == {
        (one.staff_member_id, 60) for one in attendances_of(meeting.pk)
    }


def test_nobody_shares_a_number_or_a_follow_up(demo_db):
    phones = list(StaffMember.objects.values_list("phone", flat=True))
    assert len(set(phones)) == len(phones)
    for username, *_ in PILOTS:
        with acting(actor(username)):
            by_hand = FollowUp.objects.filter(rule="")
            asked = list(by_hand.values_list("why", flat=True))
            assert len(set(asked)) == len(asked) > 0


def test_one_citizen_has_met_with_those_they_chose_and_will_again(demo_db):
    with acting(actor("bostoette1")):
        held, coming = NetworkMeeting.objects.order_by("starts_at")
        said, promised = voices_of(held.pk), promises_at(held)

        assert (held.is_held, coming.is_planned) == (True, True)
        assert said[0].invitation.is_citizen
        assert {str(one.responsible_name) for one in promised} >= {"Lene", "Anna Kornvig"}
        assert any(voice.stays_here for voice in said)
        assert handovers_of(held.pk).count() == 2


def test_each_team_met_for_sparring_and_treatment(demo_db):
    with acting(actor("bostoette1")):
        sparring = TeamMeeting.objects.get(kind="SPARRING")
        treatment = TeamMeeting.objects.get(kind="TREATMENT")
        assert (bool(sparring.theme), notes_of(sparring.pk).exists()) == (True, True)
        assert items_of(treatment.pk).filter(taken_up_at__isnull=False).count() == 2
        assert not TeamMeeting.objects.filter(closed_at=None).exists()


def test_steering_group_has_handled_some_and_left_some_open(demo_db):
    with acting(actor("leder1")):
        points = list(SteeringPoint.objects.all())
        assert SteeringGroupMeeting.objects.count() == 4
        assert {point.is_open for point in points} == {True, False}


def test_team_has_something_to_remember(demo_db):
    with acting(actor("bostoette1")):
        mine = Task.objects.filter(
            staff_member__user__username="bostoette1", status=ReminderStatus.OPEN
        )
        colours = {light.colour for light in TrafficLightObservation.objects.all()}
        whose = {
            bool(one.staff_member_id) for one in FollowUp.objects.filter(settled_at__isnull=True)
        }

        assert mine.filter(course__isnull=False).exists()
        assert Task.objects.filter(course__isnull=True).exists()
        assert Task.objects.filter(status=ReminderStatus.DONE).exists()
        assert colours == set(Light)
        assert whose == {True, False}


def test_records_ask_for_several_things_and_calls_were_answered(demo_db):
    with acting(actor("bostoette1")):
        rules = set(FollowUp.objects.exclude(rule="").values_list("rule", flat=True))
        calls = list(HelpCall.objects.values_list("reached_at", "closed_words", "closed_at"))

    assert len(rules) >= 4, rules
    assert sum(reached is not None for reached, *_ in calls) == 3
    assert sum(bool(words) for _, words, _ in calls) == 1
    assert sum(closed is None for *_, closed in calls) == 1
