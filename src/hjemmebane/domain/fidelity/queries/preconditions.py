import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from uuid import UUID

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.courses.models import TargetGroupAssessment
from hjemmebane.domain.courses.queries import open_courses, visible_early_contacts
from hjemmebane.domain.fidelity.calculations.preconditions import (
    MEETING_WEEKS,
    Figures,
    Function,
    Leaving,
    Practice,
    Several,
    bare_days,
    weeks_with,
)
from hjemmebane.domain.fidelity.models import PreconditionJudgement
from hjemmebane.domain.meetings.calculations import how_often
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.queries import meetings_of, points_now
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.partners.queries import (
    agreements_in_force,
    organisations_of,
    people_at_partners,
)
from hjemmebane.domain.teams.calculations import last_held, untrained
from hjemmebane.domain.teams.choices import CoreFunction, TrainingKind
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import (
    as_training,
    core_functions_of,
    functions_of,
    joined_first,
    trainings_of,
)
from hjemmebane.domain.workload.calculations.caseload import Caseload
from hjemmebane.domain.workload.calculations.coverage import Gap, Holder
from hjemmebane.domain.workload.calculations.hours import Away
from hjemmebane.domain.workload.queries import TeamWeek, caseload_of, figures_of, team_week
from hjemmebane.foundation.clock import day_of

COMING_DAYS = 28
INTAKE_DAYS = dt.timedelta(days=182)
WEEK = dt.timedelta(days=7)


def judgements_of(team_id: UUID) -> dict[str, list[PreconditionJudgement]]:
    """All that was said of a team's preconditions, by precondition, the newest first."""
    said: dict[str, list[PreconditionJudgement]] = defaultdict(list)
    rows = PreconditionJudgement.objects.filter(team_id=team_id).select_related("recorded_by")
    for judgement in rows.order_by("-recorded_at", "-pk"):
        said[judgement.precondition].append(judgement)
    return said


def team_figures(team: Team, *, is_member: bool, at: dt.datetime) -> Figures | None:
    """The team's figures of today; None for somebody they are not for.

    A manager gets no more than sums and names of staff: what is counted in citizens' records is
    left out. The number of queries depends on neither members, citizens nor history.
    """
    week, today = team_week(team, at=at), day_of(at)
    caseload = _caseload(team, week, is_member=is_member)
    if caseload is None:
        return None
    without, partners = _partners(team)
    agreements = list(agreements_in_force([team.municipality_id]))
    late = [one for one in agreements if one.review_on and one.review_on < today]
    trainings = [as_training(one) for one in trainings_of(team.pk)]
    joined = joined_first(team.pk, today)
    names = {one.staff_member.pk: one.staff_member.name for one in week.members}
    not_yet = tuple(names[who] for who in untrained(joined, trainings) if who in names)
    gaps, core = [_leaving(gap) for gap in week.gaps], core_functions_of(team)
    return Figures(
        today=today,
        functions=tuple(_function(code, week) for code in core),
        coordinators=_names(CoreFunction.COORDINATION, week),
        coordination_hours=week.coordination_hours,
        leaving=tuple(one for one in gaps if one.code in core),
        coordinator_leaving=next((one for one in gaps if one.code not in core), None),
        away_today=tuple(code for code in week.unattended if code in core),
        members=tuple(_hours_of(week)),
        executing_hours=week.executing_hours,
        caseload=caseload,
        bare_days=tuple(
            bare_days(_holders(week), list(functions_of(team)), today=today, days=COMING_DAYS)
        ),
        partners=partners,
        without_contact=without,
        agreements=len(agreements) - len(late),
        to_review=tuple(one.organisation.name for one in late),
        trained=len(names) - len(not_yet),
        untrained=not_yet,
        in_several=tuple(_in_several(week)),
        titles=functions_of(team),
        last_supervision=last_held(trainings, TrainingKind.SUPERVISION),
        practice=_practice(team, week, caseload, joined.values(), at=at) if is_member else None,
    )


def _caseload(team: Team, week: TeamWeek, *, is_member: bool) -> Caseload | None:
    if is_member:
        return caseload_of(list(open_courses(team.pk)), week)
    told = figures_of(week)
    return told.caseload if told else None


def _names(code: str, week: TeamWeek) -> tuple[str, ...]:
    held = [one for one in week.members if code in one.membership.core_functions]
    return tuple(one.staff_member.name for one in held)


def _function(code: str, week: TeamWeek) -> Function:
    held = [one.membership for one in week.members if code in one.membership.core_functions]
    hours = sum((one.executing_hours for one in held), Decimal(0))
    return Function(code, _names(code, week), hours)


def _in_several(week: TeamWeek) -> Iterator[Several]:
    for one in week.members:
        count = len(set(core_functions_of(week.team)).intersection(one.membership.core_functions))
        if count > 1:
            yield Several(one.staff_member.name, one.membership.executing_hours, count)


def _leaving(gap: Gap) -> Leaving:
    return Leaving(gap.function, gap.from_on, gap.last_held_by)


def _hours_of(week: TeamWeek) -> list[tuple[str, Decimal]]:
    return [
        (
            one.staff_member.name,
            one.membership.executing_hours + one.membership.coordination_hours,
        )
        for one in week.members
    ]


def _holders(week: TeamWeek) -> list[Holder]:
    """Those who work in the team today, with all their absences to come."""
    away: dict[UUID, list[Away]] = defaultdict(list)
    for one in week.absences:
        away[one.staff_member_id].append(Away(one.from_on, one.until_on, one.hours_per_week))
    return [
        Holder(
            from_on=one.membership.from_on,
            until_on=one.membership.until_on,
            name=one.staff_member.name,
            functions=frozenset(one.membership.core_functions),
            absences=tuple(away[one.staff_member.pk]),
        )
        for one in week.members
    ]


def _partners(team: Team) -> tuple[tuple[str, ...], int]:
    """The partners without a named person, and how many partners there are."""
    where = [team.municipality_id]
    named = {person.organisation_id for person in people_at_partners(where)}
    partners = list(organisations_of(where))
    return tuple(one.name for one in partners if one.pk not in named), len(partners)


def _practice(
    team: Team,
    week: TeamWeek,
    caseload: Caseload,
    joined: Iterable[dt.date],
    *,
    at: dt.datetime,
) -> Practice:
    """What the team did lately, counted in its own records."""
    today = day_of(at)
    weeks = min(MEETING_WEEKS, (today - min(joined, default=today)).days // WEEK.days)
    lately = meetings_of(team.pk).filter(opened_at__gt=at - WEEK * MEETING_WEEKS)
    held = list(lately.filter(closed_at__isnull=False))
    board = [day_of(one.opened_at) for one in held if one.kind == MeetingKind.BOARD]
    changed = _changed_at([meeting.occasion for meeting in held])
    items = {point.code for point in points_now(team, MeetingKind.BOARD)}
    board_agenda = pack(team.method_pack).agenda(MeetingKind.BOARD)
    since = today - INTAKE_DAYS
    assessed = TargetGroupAssessment.objects.filter(
        team=team, completed_at__isnull=False, recorded_at__gt=at - INTAKE_DAYS
    )
    spotted = visible_early_contacts().filter(team=team, spotted_on__gt=since)
    return Practice(
        weeks=weeks,
        meeting_weeks=weeks_with(board, today=today, weeks=weeks),
        meetings=len(held),
        sparrings=sum(1 for one in held if one.kind == MeetingKind.SPARRING),
        missing_items=tuple(
            point.title for point in board_agenda.items if point.fixed and point.code not in items
        ),
        fixed_items=tuple(point.title for point in board_agenda.items if point.fixed),
        meeting=board_agenda.title,
        rhythm=how_often(board_agenda.every_days),
        courses=caseload.citizens,
        plans_changed=len(changed["plans"]),
        practice_changed=len(changed["practice"]),
        early_contacts=spotted.count(),
        assessments=assessed.count(),
        monday=week.monday,
        days_left=week.days_left,
        hours_left=week.left,
    )


def _changed_at(occasions: Sequence[str]) -> dict[str, set[UUID]]:
    """The courses about which something was decided at meetings, by the room it belongs to."""
    courses: dict[str, set[UUID]] = defaultdict(set)
    rows = Change.objects.filter(occasion__in=occasions, course_id__isnull=False)
    for table, course_id in rows.values_list("table_name", "course_id").distinct():
        if course_id:
            courses[table.partition("_")[0]].add(course_id)
    return courses
