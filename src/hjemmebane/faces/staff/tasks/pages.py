"""Tasks and follow-ups in words, for the citizen's page and for the day's."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from uuid import UUID

from django.urls import reverse
from django.utils.text import Truncator

from hjemmebane.domain.contacts.choices import Outcome, ReminderStatus
from hjemmebane.domain.contacts.models import Contact, FollowUp, Reminder, Task
from hjemmebane.domain.contacts.queries import (
    WITH_OTHERS,
    contacts_of,
    follow_ups_of,
    tasks_of,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation import spans
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

SHOWN = 40
TRACED = 20
NOBODY = "Hele teamet"
I_DAG = "i-dag"
SHORT = 24


@dataclass(frozen=True)
class ReminderOnPage:
    """A task or a follow-up. `settled` is empty while it waits: “Gjort i dag kl. 9.15 af Bo”.

    from_page: the page it is shown on and comes back to: a citizen's when empty, or I_DAG.
    reopen_url: where what was settled by mistake is opened again.
    """

    id: UUID
    version: int
    text: str
    about: str
    about_url: str
    who: str
    due: str
    is_overdue: bool
    is_open: bool
    is_done: bool
    settled: str
    note: str
    url: str
    reopen_url: str
    from_page: str = ""
    suggestion: str = ""

    @property
    def next_step(self) -> str:
        """The first words of what to do: a list has no room for all."""
        return Truncator(self.suggestion).words(SHORT)

    @property
    def meta(self) -> str:
        """Who, and by when."""
        return " · ".join(filter(None, (self.who, self.due)))


@dataclass(frozen=True)
class RemindersOfCitizen:
    """What waits, and the newest of what is settled."""

    follow_ups: Sequence[ReminderOnPage]
    tasks: Sequence[ReminderOnPage]
    settled: Sequence[ReminderOnPage]


def reminders_of(course: Course, at: dt.datetime) -> RemindersOfCitizen:
    """Two queries."""
    tasks = [task_on_page(task, at) for task in tasks_of(course.pk)[:SHOWN]]
    follow_ups = [follow_up_on_page(one, at) for one in follow_ups_of(course.pk)[:SHOWN]]
    return RemindersOfCitizen(
        follow_ups=[one for one in follow_ups if one.is_open],
        tasks=[task for task in tasks if task.is_open],
        settled=[one for one in (*follow_ups, *tasks) if not one.is_open],
    )


def task_on_page(task: Task, at: dt.datetime, *, from_page: str = "") -> ReminderOnPage:
    citizen = task.course.citizen if task.course else None
    return _on_page(
        task,
        at,
        text=task.what,
        about=str(citizen or task.team),
        about_url=citizen_url(citizen.pk) if citizen else "",
        who=task.staff_member.name,
        from_page=from_page,
        url=reverse("staff:tasks:page", args=[task.pk]),
        reopen_url=reverse("staff:tasks:reopen", args=[task.pk]),
    )


def follow_up_on_page(
    follow_up: FollowUp, at: dt.datetime, *, from_page: str = ""
) -> ReminderOnPage:
    citizen = follow_up.course.citizen
    asked = f"?fra={from_page}" if from_page else ""
    return _on_page(
        follow_up,
        at,
        text=follow_up.why,
        about=str(citizen),
        about_url=citizen_url(citizen.pk),
        who=follow_up.staff_member.name if follow_up.staff_member else NOBODY,
        from_page=from_page,
        url=reverse("staff:tasks:follow_up", args=[citizen.pk, follow_up.pk]) + asked,
        suggestion=follow_up.suggestion,
        reopen_url=reverse("staff:tasks:follow_up_reopen", args=[citizen.pk, follow_up.pk]),
    )


def citizen_url(citizen_id: UUID) -> str:
    return reverse("staff:citizens:overview", args=[citizen_id])


def _on_page(reminder: Task | FollowUp, at: dt.datetime, **words: str) -> ReminderOnPage:
    today = day_of(at)
    is_overdue = bool(reminder.due_on and reminder.due_on < today)
    return ReminderOnPage(
        id=reminder.pk,
        version=reminder.version,
        due=due_in_words(reminder.due_on, today),
        is_overdue=reminder.is_open and is_overdue,
        is_open=reminder.is_open,
        is_done=reminder.status == ReminderStatus.DONE,
        settled=settled_in_words(reminder, at),
        note=reminder.settled_note,
        **words,
    )


def due_in_words(due_on: dt.date | None, today: dt.date) -> str:
    """“senest i dag”, “senest 3. maj 2026”, “skulle være sket for 3 dage siden”, or nothing."""
    if due_on is None:
        return ""
    if due_on < today:
        return f"skulle være sket {spans.ago((today - due_on).days)}"
    word = {0: "i dag", 1: "i morgen"}.get((due_on - today).days)
    return f"senest {word or written_day(due_on)}"


def settled_in_words(reminder: Reminder, at: dt.datetime) -> str:
    if reminder.settled_at is None:
        return ""
    when = recent_moment(reminder.settled_at, at)
    by = f" af {reminder.settled_by}" if reminder.settled_by else ""
    return f"{reminder.get_status_display()} {when}{by}"


@dataclass(frozen=True)
class Tried:
    """One attempt, or one talk about the citizen with somebody else."""

    what: str
    outcome: str
    who: str
    when: str


def trace_of(course: Course, at: dt.datetime) -> Sequence[Tried]:
    """The newest first; three queries."""
    newest = list(contacts_of(course.pk)[:TRACED])
    return [tried(one, at) for one in takewhile(lambda one: not is_met(one), newest)]


def is_met(contact: Contact) -> bool:
    return contact.outcome == Outcome.MET and contact.kind not in WITH_OTHERS


def tried(contact: Contact, at: dt.datetime) -> Tried:
    return Tried(
        what=str(contact.get_kind_display()),
        outcome=str(contact.get_outcome_display()),
        who=" og ".join(row.staff_member.name for row in contact.staff.all()),
        when=recent_moment(contact.started_at, at),
    )
