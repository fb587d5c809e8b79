import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s
from uuid import UUID

from django.apps import apps
from django.db.models import (
    Aggregate,
    Count,
    Max,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    UUIDField,
)
from django.db.models.functions import Cast

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.audit.queries import changes_of_course
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.contacts.queries import (
    days_to_follow_up,
    light_of,
    visible_tasks,
    with_light,
)
from hjemmebane.domain.courses.choices import Cadence, CourseStatus, Intensity
from hjemmebane.domain.courses.models import Course, IntensityAgreement
from hjemmebane.domain.courses.queries import intensities_now, open_courses
from hjemmebane.domain.meetings.calculations import Situation, Waiting
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import (
    Attendance,
    BoardEntry,
    CitizenNote,
    MeetingItem,
    MeetingNote,
    TeamMeeting,
)
from hjemmebane.domain.plans.models import Goal
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.alphabet import alphabetical
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import Record

# In days.
CADENCE = {
    Cadence.WEEKLY: 7,
    Cadence.FORTNIGHTLY: 14,
    Cadence.MONTHLY: 28,
    Cadence.RARELY: 84,
}
QUIET = CADENCE[Cadence.MONTHLY]
GIVEN = "contacts.give_task"
RELATED: dict[type[Model], tuple[str, ...]] = {
    Goal: ("staff_member", "partner_person__organisation", "network_person"),
    Appointment: ("staff_member",),
    FollowUp: ("staff_member",),
    Task: ("staff_member",),
}


@dataclass(frozen=True)
class Pulse:
    """The newest change of a course since a moment, and how many there were.

    Both, since a change gets its number before others can see it: one with a lower number may
    come to light after one with a higher.
    """

    newest: int
    lately: int

    def __str__(self) -> str:
        return f"{self.newest}-{self.lately}"


def board_entries_now(course_ids: Iterable[UUID]) -> dict[UUID, BoardEntry]:
    """Why each course is on the board now, by course, in one query."""
    entries = BoardEntry.objects.filter(course_id__in=list(course_ids), until_on__isnull=True)
    return {entry.course_id: entry for entry in entries}


def board_entry_before(course_id: UUID) -> BoardEntry | None:
    """Why a course was on the board, the last time it was."""
    ended = BoardEntry.objects.filter(course_id=course_id, until_on__isnull=False)
    return ended.order_by("until_on", "pk").last()


def visible_meetings() -> QuerySet[TeamMeeting]:
    """The meetings of the acting person's teams, the newest first."""
    return TeamMeeting.objects.select_related("team").order_by("-opened_at", "-pk")


def meetings_of(team_id: UUID) -> QuerySet[TeamMeeting]:
    """A team's meetings, the newest first."""
    return visible_meetings().filter(team_id=team_id)


def meeting_under_way(team_id: UUID) -> TeamMeeting | None:
    """The team's open meeting; there is one at most."""
    return meetings_of(team_id).filter(closed_at__isnull=True).first()


def meeting_to_change(meeting_id: UUID) -> TeamMeeting:
    """The meeting, held until the transaction ends, so that what is done in it takes turns.

    Raises TeamMeeting.DoesNotExist when it is not visible.
    """
    rows = visible_meetings().select_for_update(of=("self",), no_key=True)
    return rows.get(pk=meeting_id)


def attendances_of(meeting_id: UUID) -> QuerySet[Attendance]:
    """Who is at a meeting, by name."""
    rows = Attendance.objects.filter(meeting_id=meeting_id).select_related("staff_member")
    return rows.order_by(alphabetical("staff_member__name"), "pk")


def items_of(meeting_id: UUID) -> QuerySet[MeetingItem]:
    """The citizens of a meeting in the order they are taken up."""
    rows = MeetingItem.objects.filter(meeting_id=meeting_id)
    return rows.select_related("course__citizen", "course__team").order_by("position", "pk")


def notes_of(meeting_id: UUID) -> QuerySet[MeetingNote]:
    """What was said under the points of the agenda, in order of time."""
    rows = MeetingNote.objects.filter(meeting_id=meeting_id).select_related("recorded_by")
    return rows.order_by("recorded_at", "pk")


def citizen_notes_of(meeting_id: UUID) -> QuerySet[CitizenNote]:
    """What was said about the citizens at a meeting, in order of time."""
    rows = CitizenNote.objects.filter(meeting_id=meeting_id)
    return rows.select_related("recorded_by", "meeting").order_by("recorded_at", "pk")


def last_item(course_id: UUID, *, before: TeamMeeting) -> MeetingItem | None:
    """The last time a course was taken up at an earlier meeting."""
    rows = MeetingItem.objects.filter(
        course_id=course_id, taken_up_at__isnull=False, meeting__opened_at__lt=before.opened_at
    )
    return rows.select_related("meeting").order_by("-taken_up_at", "-pk").first()


def last_taken_up(
    course_ids: Iterable[UUID], kind: MeetingKind = MeetingKind.BOARD
) -> dict[UUID, dt.datetime]:
    """When each course was last taken up at a meeting of a kind, in one query; never is left out.

    Only a board meeting counts for how often a citizen is taken up: the manual's cadence (§ 6.2) is
    about going through everybody's present state to fit the week to it, and the pilot that held
    treatment meetings held them beside the weekly one (evaluation § 4.1).
    """
    rows = MeetingItem.objects.filter(
        course_id__in=list(course_ids), taken_up_at__isnull=False, meeting__kind=kind
    )
    return dict(rows.values_list("course_id").annotate(Max("taken_up_at")))


def last_held(team_id: UUID) -> dict[MeetingKind, dt.datetime]:
    """When a team last held each kind of meeting, in one query; never is left out.

    One that goes on is not held yet.
    """
    held = TeamMeeting.objects.filter(team_id=team_id, closed_at__isnull=False)
    rows = held.order_by().values_list("kind")
    return {MeetingKind(kind): at for kind, at in rows.annotate(Max("opened_at"))}


def waiting_for_treatment(team_id: UUID) -> list[Waiting]:
    """The team's open courses, and when they were last gone through in depth; two queries."""
    courses = list(open_courses(team_id))
    treated = last_taken_up([course.pk for course in courses], MeetingKind.TREATMENT)
    return [
        Waiting(
            course_id=course.pk,
            name=str(course.citizen),
            started_on=course.started_on,
            treated_on=day_of(treated[course.pk]) if course.pk in treated else None,
        )
        for course in courses
    ]


def situations_of(team_id: UUID) -> list[Situation]:
    """What the order of need is made from, for the team's open courses; five queries."""
    courses = list(with_light(open_courses(team_id)))
    ids = [course.pk for course in courses]
    taken_up, entries = last_taken_up(ids), board_entries_now(ids)
    levels, follow_ups = intensities_now(ids), days_to_follow_up(ids)
    return [
        Situation(
            course_id=course.pk,
            name=str(course.citizen),
            started_on=course.started_on,
            cadence_days=_cadence(course, levels.get(course.pk)),
            discussed_on=day_of(taken_up[course.pk]) if course.pk in taken_up else None,
            light=light.colour.value if (light := light_of(course)) else "",
            light_on=day_of(light.since) if light else None,
            follow_ups=follow_ups.get(course.pk, ()),
            review_on=entries[course.pk].review_on if course.pk in entries else None,
        )
        for course in courses
    ]


def _cadence(course: Course, intensity: IntensityAgreement | None) -> int:
    """As it was agreed, in days; those in a pause or with little support a month at the soonest."""
    days = CADENCE[Cadence(course.cadence)]
    is_low = intensity is not None and intensity.level == Intensity.LOW
    return max(days, QUIET) if is_low or course.status == CourseStatus.ON_HOLD else days


def changes_at(meeting: TeamMeeting) -> QuerySet[Change]:
    """What was changed from within a meeting, in order of time."""
    return Change.objects.filter(occasion=meeting.occasion).order_by("id")


def changed_by_others(
    rows: Iterable[Record], *, seen: int, since: dt.datetime, than: Actor
) -> bool:
    """Whether anybody else changed any of the rows after a moment and change number `seen`."""
    later = Change.objects.filter(pk__gt=seen, at__gte=since).exclude(actor=than.key)
    return any(
        later.filter(table_name=row._meta.db_table, row_id=str(row.pk)).exists() for row in rows
    )


def pulse_of(course_id: UUID, *, since: dt.datetime) -> Pulse:
    """How far a course's history has come since a moment; zero when nothing has happened."""
    rows = changes_of_course(course_id).order_by().filter(at__gte=since)
    return Pulse(**rows.aggregate(newest=Max("pk", default=0), lately=Count("pk")))


def meeting_before(meeting: TeamMeeting) -> TeamMeeting | None:
    """The team's meeting of the same kind before this one."""
    earlier = meetings_of(meeting.team_id).filter(kind=meeting.kind)
    return earlier.filter(opened_at__lt=meeting.opened_at).first()


def pulse_of_meeting(meeting: TeamMeeting) -> str:
    """Another text as soon as somebody comes or goes, or anything is moved, said or decided."""
    rows = TeamMeeting.objects.filter(pk=meeting.pk)
    beats = rows.values_list(
        "version",
        _beat(MeetingItem, Sum("version")),
        _beat(Attendance, Count("pk")),
        _beat(Attendance, Max("recorded_at")),
        _beat(MeetingNote, Count("pk")),
        _beat(CitizenNote, Count("pk")),
    ).get()
    told = repr((*beats, changes_at(meeting).count()))
    return blake2s(told.encode(), digest_size=8).hexdigest()


def _beat(model: type[Model], told: Aggregate) -> Subquery:
    rows = model._default_manager.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    return Subquery(rows.annotate(told=told).values("told"))


def tasks_given_at(meeting: TeamMeeting) -> QuerySet[Task]:
    """What somebody was asked to do at a meeting, in the order it was said."""
    given = changes_at(meeting).filter(verb=GIVEN, table_name=Task._meta.db_table)
    keys = given.annotate(key=Cast("row_id", UUIDField())).values("key")
    return visible_tasks().filter(pk__in=keys).order_by("recorded_at", "pk")


def rows_behind(changes: Iterable[Change]) -> dict[tuple[str, str], Model]:
    """The rows that changes are about, by table and key; what is gone is left out.

    A query for each kind. A key alone is not enough: what came of a row may share it.
    """
    wanted: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        wanted[change.table_name].add(change.row_id)
    models = {model._meta.db_table: model for model in apps.get_models()}
    return {
        (table, str(row.pk)): row
        for table, keys in wanted.items()
        for row in _rows(models[table]).filter(pk__in=keys)
    }


def _rows(model: type[Model]) -> QuerySet[Model]:
    """With what a sentence about a row needs."""
    return model._default_manager.select_related(*RELATED.get(model, ("recorded_by",)))
