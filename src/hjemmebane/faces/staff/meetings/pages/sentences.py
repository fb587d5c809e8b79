"""What was decided at a meeting, said from the change history in Danish sentences."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.audit.queries import actor_names
from hjemmebane.domain.contacts.models import (
    Appointment,
    FollowUp,
    Task,
    TrafficLightObservation,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.meetings.models import BoardEntry, TeamMeeting
from hjemmebane.domain.meetings.queries import changes_at, rows_behind
from hjemmebane.domain.plans.models import Assessment, Goal, SubGoal, Wish
from hjemmebane.domain.practice.models import Placement
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.staff.parts import part_of
from hjemmebane.faces.staff.reasons import reason_of
from hjemmebane.foundation.clock import COPENHAGEN
from hjemmebane.foundation.written import written_day, written_moment


@dataclass(frozen=True)
class Decided:
    """One decision in words. `course_id` says about whom; `at` is the time of day, if known."""

    course_id: UUID | None
    sentence: str
    by: str
    at: str


def tell_placement(placement: Placement) -> str:
    return f"Flyttet til “{part_of(placement).title}”. {placement.reason}"


def tell_assessment(assessment: Assessment) -> str:
    status = assessment.get_status_display().lower()
    return f"{assessment.get_kind_display()}: {status}"


def tell_appointment(appointment: Appointment) -> str:
    when = written_moment(appointment.starts_at)
    return f"{appointment.what} {when}, {appointment.staff_member.name} kommer"


def tell_responsible(goal: Goal) -> str:
    return f"{goal.responsible_name} har ansvaret for “{goal}”"


def tell_reason(entry: BoardEntry) -> str:
    return ". ".join(filter(None, [reason_of(entry), entry.note]))


def tell_settled(goal: Goal) -> str:
    how = f"“{goal}”: {goal.get_status_display().lower()}"
    return ". ".join(filter(None, [how, goal.settled_reason]))


def tell_board_entry(entry: BoardEntry) -> str:
    return f"{tell_reason(entry)}. Ses på igen {written_day(entry.review_on)}"


def tell_task(task: Task) -> str:
    due = f", senest {written_day(task.due_on)}" if task.due_on else ""
    return f"{task.staff_member.name}: {task.what}{due}"


def tell_follow_up(follow_up: FollowUp) -> str:
    who = follow_up.staff_member.name if follow_up.staff_member else "Hele teamet"
    return f"{follow_up.why} – {who}, senest {written_day(follow_up.due_on)}"


def tell_light(light: TrafficLightObservation) -> str:
    return ". ".join(filter(None, [light.get_colour_display(), light.note]))


def tell_answer(suggestion: Suggestion) -> str:
    return f"“{suggestion.answer}”"


def tell_cadence(course: Course) -> str:
    return course.get_cadence_display().lower()


def tell_quoted(record: Model) -> str:
    return f"“{record}”"


def tell_reworded(change: Change) -> str:
    """From the change itself, since the row only knows its newest words."""
    before, after = ((words or {}).get("text", "") for words in (change.before, change.after))
    return f"Delmålet “{before}” hedder nu “{after}”"


# (verb, model): how the sentence begins, and how the row is told.
DECISIONS: dict[tuple[str, type[Model]], tuple[str, Callable[..., str]]] = {
    ("plans.add_item", SubGoal): ("Nyt delmål", tell_quoted),
    ("plans.reach_sub_goal", SubGoal): ("Delmål nået", tell_quoted),
    ("plans.drop_sub_goal", SubGoal): ("Delmål lagt væk", tell_quoted),
    ("plans.reopen_sub_goal", SubGoal): ("Delmål taget op igen", tell_quoted),
    ("plans.add_item", Wish): ("Nyt ønske", tell_quoted),
    ("plans.add_item", Goal): ("Nyt mål", tell_quoted),
    ("plans.settle_goal", Goal): ("Målet", tell_settled),
    ("plans.change_item", Goal): ("Ansvar", tell_responsible),
    ("plans.add_item", Assessment): ("Udredning", tell_assessment),
    ("plans.change_item", Assessment): ("Udredning", tell_assessment),
    ("sharing.answer_suggestion", Suggestion): ("Svar til borgeren", tell_answer),
    ("practice.place_course", Placement): ("Praksismodel", tell_placement),
    ("contacts.make_appointment", Appointment): ("Aftale", tell_appointment),
    ("contacts.give_task", Task): ("Opgave", tell_task),
    ("contacts.settle_task", Task): ("Opgave gjort op", tell_task),
    ("contacts.raise_follow_up", FollowUp): ("Følges op", tell_follow_up),
    ("contacts.settle_follow_up", FollowUp): ("Fulgt op", tell_follow_up),
    ("contacts.observe_light", TrafficLightObservation): ("Lys", tell_light),
    ("courses.set_cadence", Course): ("Tages op", tell_cadence),
    ("meetings.put_on_board", BoardEntry): ("På tavlen", tell_board_entry),
    ("meetings.take_off_board", BoardEntry): ("Taget af tavlen", tell_reason),
}
OWN_MOMENTS = ("recorded_at", "settled_at")  # what an action stamps a row with
TOLD = {(verb, model._meta.db_table): told for (verb, model), told in DECISIONS.items()}


def decided(meeting: TeamMeeting, *, course_id: UUID | None = None) -> list[Decided]:
    """What was decided at a meeting, about everybody or about one, in order; as many queries as
    there are kinds of rows.
    """
    changes = changes_at(meeting)
    if course_id:
        changes = changes.filter(course_id=course_id)
    told = [c for c in changes if (c.verb, c.table_name) in TOLD or _is_reworded(c)]
    # An entry that another replaced is told by the one that replaced it.
    told = [c for c in told if not (c.verb == "meetings.put_on_board" and c.operation == "UPDATE")]
    rows, names = rows_behind(told), actor_names({change.actor for change in told})
    return [
        Decided(
            change.course_id,
            sentence_of(change, rows),
            names.get(change.actor, ""),
            clock_time(change, meeting),
        )
        for change in told
    ]


def _is_reworded(change: Change) -> bool:
    """Whether a step got other words; one that was saved with the same ones did not."""
    is_step = (change.verb, change.table_name) == ("plans.change_item", SubGoal._meta.db_table)
    return is_step and "text" in (change.after or {})


def clock_time(change: Change, meeting: TeamMeeting) -> str:
    """When it was decided, as the row itself tells it; nothing when that was not at the meeting,
    as where a meeting was written down later than it was held.
    """
    written = change.after or {}
    told = next((written[name] for name in OWN_MOMENTS if written.get(name)), None)
    moment = dt.datetime.fromisoformat(told) if told else change.at
    is_at_it = meeting.opened_at <= moment <= (meeting.closed_at or moment)
    return f"{moment.astimezone(COPENHAGEN):%H.%M}" if is_at_it else ""


def sentence_of(change: Change, rows: dict[tuple[str, str], Model]) -> str:
    if _is_reworded(change):
        return tell_reworded(change)
    begins, tell = TOLD[change.verb, change.table_name]
    row = rows.get((change.table_name, change.row_id))
    return f"{begins}: {tell(row)}" if row else f"{begins} (findes ikke længere)"
