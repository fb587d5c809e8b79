import datetime as dt
from collections.abc import Collection, Iterable
from itertools import pairwise
from uuid import UUID

from hjemmebane.domain.citizens.queries import network_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.partners.models import (
    CommunityOffer,
    PartnerOrganisation,
    PartnerPerson,
)
from hjemmebane.domain.plans.calculations import Question, Snapshot, differences
from hjemmebane.domain.plans.choices import (
    AgreementStance,
    AssessmentStatus,
    GoalStatus,
    PlanRefusal,
    ResponsibleKind,
)
from hjemmebane.domain.plans.models import (
    Assessment,
    Goal,
    OtherEffort,
    Plan,
    PlanActivity,
    PlanItem,
    PlanVersion,
    ProfessionalContribution,
    Resource,
    SubGoal,
    Wish,
)
from hjemmebane.domain.plans.models.goals import RESPONSIBLE_FIELDS, WithResponsible
from hjemmebane.domain.plans.queries import method_of
from hjemmebane.domain.teams.queries import work_in_team
from hjemmebane.foundation.decisions import Refused

# Fields that tell of a day gone by, wherever they stand.
PAST_DAYS = (
    "said_on",
    "dated_on",
    "offered_on",
    "needed_on",
    "ordered_on",
    "started_on",
    "done_on",
    "declined_on",
    "held_on",
)
# The days of an assessment in the order they come: it is done, or the citizen says no on the way.
ASSESSMENT_WAYS = (
    ("needed_on", "ordered_on", "started_on", "done_on"),
    ("needed_on", "declined_on"),
)


def check_can_change(course: Course) -> None:
    """Nothing changes in the plan of a course that has ended."""
    if not course.is_open:
        raise Refused(PlanRefusal.COURSE_ENDED)


def check_can_open(course: Course, plan_id: UUID) -> None:
    """A course has one plan; the same plan sent twice is no second one."""
    check_can_change(course)
    if Plan.objects.filter(course=course).exclude(pk=plan_id).exists():
        raise Refused(PlanRefusal.PLAN_EXISTS)


def check_is_the_teams(item: PlanItem) -> None:
    """What a partner wrote with their own login stays as they wrote it."""
    if isinstance(item, PlanActivity) and item.is_partners_own:
        raise Refused(PlanRefusal.PARTNERS_OWN)


def check_guiding_purposes(plan: Plan) -> None:
    """Only purposes of the method that the plan was made by."""
    known = {purpose.code for purpose in method_of(plan).guiding_purposes}
    if not known.issuperset(plan.guiding_purposes):
        raise Refused(PlanRefusal.UNKNOWN_CHOICE, field="guiding_purposes")


def check_not_future(day: dt.date | None, today: dt.date, *, field: str) -> None:
    """What is told has happened."""
    if day and day > today:
        raise Refused(PlanRefusal.FUTURE, field=field)


def check_item(item: PlanItem, plan: Plan, *, before: PlanItem | None, today: dt.date) -> None:
    """An item as it would be stored: past days are past, and all it points to is this plan's.

    `before` is the item as it stands: who was responsible already may stay so.
    """
    for name in PAST_DAYS:
        check_not_future(getattr(item, name, None), today, field=name)
    if isinstance(item, WithResponsible):
        _check_responsible(item, plan, before, today)
    _check_life_area(item, plan)
    _check_parts(item, plan, before, today)


def _check_parts(item: PlanItem, plan: Plan, before: PlanItem | None, today: dt.date) -> None:
    match item:
        case SubGoal():
            _check_goal(item.goal_id, plan)
        case PlanActivity():
            _check_place(item, plan)
        case Assessment():
            _check_assessment(item, plan, before, today)
        case OtherEffort():
            _check_effort(item)
        case Resource():
            _check_area(item, plan)
        case ProfessionalContribution():
            _check_contribution(item, plan, before, today)


def _check_responsible(
    item: WithResponsible, plan: Plan, before: PlanItem | None, today: dt.date
) -> None:
    name = RESPONSIBLE_FIELDS.get(ResponsibleKind(item.responsible_kind))
    if name is None:
        return
    person_id: UUID | None = getattr(item, f"{name}_id")
    if person_id is None:
        raise Refused(PlanRefusal.RESPONSIBLE_MISSING, field=name)
    if before and getattr(before, f"{name}_id") == person_id:
        return
    if not _belongs(name, person_id, plan, today):
        raise Refused(PlanRefusal.RESPONSIBLE_FOREIGN, field=name)


def _belongs(name: str, person_id: UUID, plan: Plan, today: dt.date) -> bool:
    """Whether a person is one of ours now: in the team, at a partner, or around this citizen."""
    if name == "staff_member":
        return work_in_team(plan.course.team_id, [person_id], today)
    if name == "partner_person":
        return PartnerPerson.objects.filter(pk=person_id).exists()
    return network_of(plan.course.citizen_id).filter(pk=person_id).exists()


def _check_goal(goal_id: UUID | None, plan: Plan) -> None:
    if goal_id is None:
        raise Refused(PlanRefusal.GOAL_MISSING, field="goal")
    if not Goal.objects.filter(plan=plan, pk=goal_id).exists():
        raise Refused(PlanRefusal.OTHER_PLAN, field="goal")


def _check_place(activity: PlanActivity, plan: Plan) -> None:
    """An activity may stand alone, under a goal, or under a sub-goal and then under its goal. What
    it lets the citizen join is in their own municipality.
    """
    _check_offer(activity.offer_id, plan)
    if activity.goal_id:
        _check_goal(activity.goal_id, plan)
    if not activity.sub_goal_id:
        return
    sub_goal = SubGoal.objects.filter(plan=plan, pk=activity.sub_goal_id).first()
    if not sub_goal:
        raise Refused(PlanRefusal.OTHER_PLAN, field="sub_goal")
    if sub_goal.goal_id != activity.goal_id:
        raise Refused(PlanRefusal.OTHER_GOAL, field="sub_goal")


def _check_offer(offer_id: UUID | None, plan: Plan) -> None:
    if offer_id is None:
        return
    here = CommunityOffer.objects.filter(municipality_id=plan.course.team.municipality_id)
    if not here.filter(pk=offer_id).exists():
        raise Refused(PlanRefusal.OFFER_ELSEWHERE, field="offer")


def _check_assessment(
    assessment: Assessment, plan: Plan, before: PlanItem | None, today: dt.date
) -> None:
    """What is done has a day, the days follow each other, and a colleague sees to it."""
    if assessment.status == AssessmentStatus.DONE and not assessment.done_on:
        raise Refused(PlanRefusal.DAY_MISSING, field="done_on")
    for names in ASSESSMENT_WAYS:
        _check_order(assessment, names)
    _check_writer(assessment, plan, before, today)


def _check_order(assessment: Assessment, names: Iterable[str]) -> None:
    days = [(name, day) for name in names if (day := getattr(assessment, name))]
    for (_, earlier), (name, later) in pairwise(days):
        if later < earlier:
            raise Refused(PlanRefusal.DAYS_REVERSED, field=name)


def _check_writer(
    item: Assessment | ProfessionalContribution,
    plan: Plan,
    before: PlanItem | None,
    today: dt.date,
) -> None:
    """The colleague who is named is in the team now, or was named already."""
    key = item.staff_member_id
    if not key or (before and getattr(before, "staff_member_id", None) == key):
        return
    if not _belongs("staff_member", key, plan, today):
        raise Refused(PlanRefusal.RESPONSIBLE_FOREIGN, field="staff_member")


def _check_effort(effort: OtherEffort) -> None:
    if not effort.organisation_id and not effort.who:
        raise Refused(PlanRefusal.RESPONSIBLE_MISSING, field="who")
    key = effort.organisation_id
    if key and not PartnerOrganisation.objects.filter(pk=key).exists():
        raise Refused(PlanRefusal.RESPONSIBLE_FOREIGN, field="organisation")


def _check_area(resource: Resource, plan: Plan) -> None:
    areas = {area.code for area in method_of(plan).resource_areas}
    if resource.area and resource.area not in areas:
        raise Refused(PlanRefusal.UNKNOWN_CHOICE, field="area")


def _check_life_area(item: PlanItem, plan: Plan) -> None:
    area = getattr(item, "life_area", "")
    if area and area not in {known.code for known in method_of(plan).life_areas}:
        raise Refused(PlanRefusal.UNKNOWN_CHOICE, field="life_area")


def _check_contribution(
    contribution: ProfessionalContribution, plan: Plan, before: PlanItem | None, today: dt.date
) -> None:
    """One contribution to a line of the method, written by somebody in the team."""
    if contribution.line not in {line.code for line in method_of(plan).contributions}:
        raise Refused(PlanRefusal.UNKNOWN_CHOICE, field="line")
    same_line = ProfessionalContribution.objects.filter(plan=plan, line=contribution.line)
    if same_line.exclude(pk=contribution.pk).exists():
        raise Refused(PlanRefusal.LINE_TAKEN, field="line")
    _check_writer(contribution, plan, before, today)


def check_wishes(wishes: Collection[Wish], plan: Plan) -> None:
    """A goal springs from wishes of its own plan."""
    here = Wish.objects.filter(plan=plan, pk__in=[wish.pk for wish in wishes])
    if here.count() != len(wishes):
        raise Refused(PlanRefusal.OTHER_PLAN, field="wishes")


def check_can_settle(
    item: Goal | SubGoal, status: GoalStatus, *, reason: str, on: dt.date, today: dt.date
) -> None:
    """What is still open may be reached or dropped, not before its time; dropping has a reason."""
    if item.status != GoalStatus.OPEN:
        raise Refused(PlanRefusal.ALREADY_SETTLED)
    if status == GoalStatus.OPEN:
        raise Refused(PlanRefusal.NOT_SETTLED, field="status")
    if status == GoalStatus.DROPPED and isinstance(item, Goal) and not reason.strip():
        raise Refused(PlanRefusal.REASON_MISSING, field="reason")
    check_not_future(on, today, field="on")


def check_can_reopen(item: Goal | SubGoal) -> None:
    """Only what is settled can be taken up again."""
    if item.status == GoalStatus.OPEN:
        raise Refused(PlanRefusal.NOT_SETTLED)


def check_agreement(
    stance: AgreementStance, reason: str, *, said_on: dt.date, today: dt.date
) -> None:
    """Whoever does not agree, or could not answer, is heard with a reason."""
    if stance != AgreementStance.AGREES and not reason.strip():
        raise Refused(PlanRefusal.REASON_MISSING, field="reason")
    check_not_future(said_on, today, field="said_on")


def check_overlap(question: Question, *, seen: str, why: str) -> None:
    """What is judged is what was read, and there is a reason."""
    if question.rests_on != seen:
        raise Refused(PlanRefusal.OVERLAP_CHANGED)
    if not why.strip():
        raise Refused(PlanRefusal.REASON_MISSING, field="why")


def check_something_changed(present: Snapshot, newest: PlanVersion | None) -> None:
    """A version is kept when the plan reads differently from the last one."""
    if newest and not differences(newest.snapshot, present):
        raise Refused(PlanRefusal.NOTHING_CHANGED)
