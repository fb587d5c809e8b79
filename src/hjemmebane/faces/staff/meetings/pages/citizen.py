"""One citizen on the wall: what everybody needs to see to decide, and nothing else."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.choices import Outcome
from hjemmebane.domain.contacts.models import Contact, FollowUp, Task
from hjemmebane.domain.contacts.queries import (
    WITH_OTHERS,
    contacts_of,
    lights_of,
    next_appointments,
)
from hjemmebane.domain.courses.choices import WhenWithdrawn
from hjemmebane.domain.courses.models import ContactAgreement
from hjemmebane.domain.courses.queries import (
    contact_agreement_now,
    intensities_now,
    present_holds,
    primary_contacts_now,
)
from hjemmebane.domain.meetings.models import CitizenNote, MeetingItem
from hjemmebane.domain.meetings.queries import citizen_notes_of, last_item, meeting_title
from hjemmebane.domain.plans.choices import AssessmentStatus
from hjemmebane.domain.plans.models import Goal, Wish
from hjemmebane.domain.plans.queries import AssessmentState
from hjemmebane.domain.plans.queries.milestones import wishes_of
from hjemmebane.domain.practice.calculations.standings import what_is_missing
from hjemmebane.domain.practice.queries import placements_now, points_in_parts
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.domain.teams.queries import core_functions_of, members_of
from hjemmebane.faces.staff.contacts.pages.entries import title_of
from hjemmebane.faces.staff.courses.pages.standing import standing, status_in_words
from hjemmebane.faces.staff.meetings.forms.decision import Decision
from hjemmebane.faces.staff.meetings.forms.depth import decisions_at
from hjemmebane.faces.staff.meetings.pages.clock import Clock, clock_of
from hjemmebane.faces.staff.meetings.pages.depth import Depth, depth_of
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.faces.staff.meetings.pages.sentences import Decided, decided, tell_board_entry
from hjemmebane.faces.staff.moments import ago, coming_moment
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.faces.staff.voices.pages import CAN_BE_STEPS, in_short
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.forms import DONE, RecordForm
from hjemmebane.foundation.written import written_day

LATEST = 4
NAMED = 3  # of what a part lacks
NEAR = dt.timedelta(weeks=4)


@dataclass(frozen=True)
class Asked:
    """A decision that may be made: its form, and whether it stands open."""

    form: Decision
    url: str
    is_open: bool


@dataclass(frozen=True)
class Following:
    """Another citizen on the list: where to send the tap that takes them up."""

    url: str
    version: int


@dataclass(frozen=True)
class Waiting:
    """A task or a follow-up that is not settled yet. `kind` is its part of a tap's address."""

    kind: str
    record: Task | FollowUp
    text: str
    who: str


@dataclass(frozen=True)
class Suggested:
    """Something the citizen asks for. can_tap: it becomes a step with one tap; can_take_in: when
    somebody has chosen the words.
    """

    record: Suggestion
    text: str
    can_tap: bool
    can_take_in: bool


@dataclass(frozen=True)
class LastTime:
    """What the last meeting said and decided about the citizen."""

    when: str
    decisions: Sequence[Decided]
    notes: Sequence[CitizenNote]


@dataclass(frozen=True)
class CitizenPage:
    wishes: Sequence[Wish]
    goals: Sequence[Goal]
    depth: Depth | None
    waiting: Sequence[Waiting]
    heard: Sequence[Suggested]
    facts: Sequence[tuple[str, str]]
    contacts: Sequence[tuple[str, str]]
    last_time: LastTime | None
    decisions: Sequence[Decided]
    notes: Sequence[CitizenNote]
    refusal: str
    clock: Clock | None
    before: Following | None
    after: Following | None


def citizen_page(desk: CitizenDesk, *, refused: RecordForm | None = None) -> CitizenPage:
    course = desk.course
    place = desk.items.index(desk.turn)
    return CitizenPage(
        waiting=[*map(as_task, desk.tasks), *map(as_follow_up, desk.follow_ups)],
        heard=[suggested(one) for one in desk.suggestions],
        wishes=list(wishes_of(course.pk)),
        goals=desk.goals,
        depth=depth_of(desk),
        facts=list(facts_of(desk)),
        contacts=latest_contacts(list(contacts_of(course.pk)[:LATEST]), desk),
        last_time=last_time(desk),
        decisions=decided(desk.meeting, course_id=course.pk),
        notes=list(citizen_notes_of(desk.meeting.pk).filter(course_id=course.pk)),
        refusal=refused.told if refused and refused.status != DONE else "",
        clock=clock if (clock := clock_of(desk)).current == desk.turn else None,
        before=following(desk, desk.items[place - 1] if place else None),
        after=following(desk, desk.next_item(after=desk.turn)),
    )


def following(desk: CitizenDesk, item: MeetingItem | None) -> Following | None:
    return Following(desk.url("turn_to", item.pk), item.version) if item else None


def all_asked(desk: CitizenDesk, failed: Decision | None = None) -> Iterator[Asked]:
    """What may be decided now. What was refused stays, so that nothing typed is lost."""
    first = {"seen_change": desk.pulse.newest}
    for kind in decisions_at(desk.meeting):
        form = failed if isinstance(failed, kind) else kind(first=first, desk=desk)
        may = desk.can_decide or kind.is_addition
        if form is failed or (may and form.has_choices):
            is_open = form is failed or form.is_wanted
            yield Asked(form, desk.of_turn("decide", kind.key), is_open=is_open)


def facts_of(desk: CitizenDesk) -> list[tuple[str, str]]:
    """Where the course stands, what is missing, and who is near."""
    course, ids = desk.course, [desk.course.pk]
    appointment = next_appointments(ids, desk.at).get(course.pk)
    primary = primary_contacts_now(ids).get(course.pk)
    return [
        ("Forløbet", standing_in_words(desk)),
        ("Lys", light_in_words(desk)),
        ("På tavlen", tell_board_entry(desk.board_entry) if desk.board_entry else "Nej"),
        ("Del af praksismodellen", part_in_words(desk)),
        ("Udredninger, der mangler", missing_in_words(desk.assessments)),
        (
            "Næste aftale",
            f"{coming_moment(appointment.starts_at, desk.at)}, {appointment.staff_member.name}"
            if appointment
            else "Ingen",
        ),
        ("Har den gode kontakt", primary.staff_member.name if primary else "Ikke valgt"),
        ("Fag, der har været der de sidste 4 uger", near_in_words(desk)),
        ("Når borgeren trækker sig", when_withdrawn(contact_agreement_now(course.pk))),
    ]


def standing_in_words(desk: CitizenDesk) -> str:
    """“I bero. Ses på igen 3. maj 2026”, “I gang med lav intensitet”."""
    course, ids = desk.course, [desk.course.pk]
    hold, intensity = present_holds(ids).get(course.pk), intensities_now(ids).get(course.pk)
    now = standing(course, hold, intensity, desk.today)
    return ". ".join(filter(None, [status_in_words(course, now), now.review]))


def light_in_words(desk: CitizenDesk) -> str:
    """“Rød, for 3 dage siden”."""
    light = lights_of(desk.course.pk).first()
    if light is None:
        return "Ikke sat"
    return f"{light.get_colour_display()}, {ago(day_of(light.observed_at), desk.today)}"


def suggested(one: Suggestion) -> Suggested:
    can_take_in = one.kind in CAN_BE_STEPS
    return Suggested(one, in_short(one), one.is_taken_in_with_a_tap, can_take_in)


def as_task(task: Task) -> Waiting:
    due = f", senest {written_day(task.due_on)}" if task.due_on else ""
    return Waiting("opgave", task, task.what, f"{task.staff_member.name}{due}")


def as_follow_up(follow_up: FollowUp) -> Waiting:
    who = follow_up.staff_member.name if follow_up.staff_member else "Hele teamet"
    due = written_day(follow_up.due_on)
    return Waiting("opfoelgning", follow_up, follow_up.why, f"{who}, senest {due}")


def part_in_words(desk: CitizenDesk) -> str:
    """“Målrettet arbejde. Mangler: Netværket er med; Plan for tilbagefald og 2 til”."""
    course = desk.course
    placement = placements_now([course.pk]).get(course.pk)
    if placement is None:
        return "Ikke valgt"
    part = part_of(placement)
    points = points_in_parts({course: [part]}, {course.pk: desk.assessments}, today=desk.today)
    missing = [point.entry.title for point in what_is_missing(points[course.pk][part.code])]
    if not missing:
        return part.title
    rest = f" og {len(missing) - NAMED} til" if len(missing) > NAMED else ""
    return f"{part.title}. Mangler: {'; '.join(missing[:NAMED])}{rest}"


def missing_in_words(states: Sequence[AssessmentState]) -> str:
    missing = [
        state.kind.label for state in states if state.status in {None, AssessmentStatus.NEEDED}
    ]
    return ", ".join(missing) or "Ingen"


def near_in_words(desk: CitizenDesk) -> str:
    """The core functions that were with the citizen lately, and a question about the others."""
    since = desk.at - NEAR
    contacts = contacts_of(desk.course.pk).filter(started_at__gte=since, outcome=Outcome.MET)
    met = {
        row.staff_member_id
        for contact in contacts.exclude(kind__in=WITH_OTHERS)
        for row in contact.staff.all()
    }
    near = {
        function
        for membership in members_of([desk.meeting.team_id], desk.today)
        if membership.staff_member_id in met
        for function in membership.core_functions
    }
    functions = core_functions_of(desk.course.team)
    seen = [title for code, title in functions.items() if code in near]
    away = [title.lower() for code, title in functions.items() if code not in near]
    question = f"Skal {' eller '.join(away)} frem?" if away else ""
    return ". ".join(filter(None, [", ".join(seen) or "Ingen", question]))


def when_withdrawn(agreement: ContactAgreement | None) -> str:
    if agreement is None:
        return "Ikke aftalt"
    ways = [WhenWithdrawn(code).label for code in agreement.when_withdrawn]
    return ", ".join([*ways, *filter(None, [agreement.withdrawn_how])]) or "Ikke aftalt"


def latest_contacts(contacts: Sequence[Contact], desk: CitizenDesk) -> list[tuple[str, str]]:
    """When, and what it was with who was there."""
    return [
        (
            ago(day_of(contact.started_at), desk.today),
            " · ".join([title_of(contact), *names_of(contact)]),
        )
        for contact in contacts
    ]


def names_of(contact: Contact) -> list[str]:
    return [row.staff_member.name for row in contact.staff.all()]


def last_time(desk: CitizenDesk) -> LastTime | None:
    """What was decided and said when the citizen was taken up before."""
    item = last_item(desk.course.pk, before=desk.meeting)
    if item is None:
        return None
    course_id = desk.course.pk
    return LastTime(
        when=f"{meeting_title(item.meeting)} {ago(day_of(item.meeting.opened_at), desk.today)}",
        decisions=decided(item.meeting, course_id=course_id),
        notes=list(citizen_notes_of(item.meeting_id).filter(course_id=course_id)),
    )
