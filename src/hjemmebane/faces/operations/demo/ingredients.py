"""What composed people are made of: threads, ordinary notes and shared sentences."""

from typing import Annotated, Self

from pydantic import BeforeValidator, model_validator

from hjemmebane.domain.citizens.choices import Gender
from hjemmebane.domain.contacts.choices import ContactKind, Outcome
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.plans.choices import AssessmentKind, AssessmentStatus, Chime
from hjemmebane.faces.operations.demo.entries import EndingEntry, Network, ResourceEntry
from hjemmebane.faces.operations.demo.entry import Entry, Span
from hjemmebane.faces.operations.demo.life_entries import CourseLife


class StepText(Entry):
    """A sub-goal, and the note of the day it was reached; `to` when somebody went along."""

    text: str
    note: str
    place: Place = Place.HOME
    to: str = ""


class ThreadActivity(Entry):
    """`who`: CITIZEN, PRIMARY, SOCIAL, HEALTH, AUTHORITY, or the code of a partner's person."""

    what: str
    who: str
    often: str = ""
    done: bool = False


class Thread(Entry):
    """One wish and what it led to. `life`: how an area was, and perhaps how it is now."""

    code: str
    purpose: str
    wish: str
    chime: Chime
    goal: str
    measure: str
    attractive: str
    steps: tuple[StepText, StepText, StepText]
    activities: tuple[ThreadActivity, ...]
    life: dict[str, tuple[str] | tuple[str, str]]
    resource: ResourceEntry


class Note(Entry):
    text: str
    to: str = ""


def _as_note(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class NoteGroup(Entry):
    code: str
    kind: ContactKind
    place: Place
    outcome: Outcome = Outcome.MET
    minutes: int
    everywhere: bool = False
    notes: tuple[Annotated[Note, BeforeValidator(_as_note)], ...]


class PlannedMeeting(Entry):
    what: str
    place: Place


class Stock(Entry):
    housing: tuple[str, ...]
    works: tuple[str, ...]
    worries: tuple[str, ...]
    meeting_places: tuple[str, ...]
    meeting_notes: tuple[str, ...]
    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]
    could_not_answer: tuple[str, ...]
    appointments: tuple[PlannedMeeting, ...]
    evaluations: tuple[str, ...]
    reasons: dict[str, tuple[str, ...]]
    contributions: dict[str, tuple[str, ...]]


class Person(CourseLife):
    """What is a composed citizen's own. `withdraws`: the partner whose consent they took back."""

    code: str
    team: int
    given_name: str
    family_name: str = ""
    age: int
    birthday: str
    birth_is_estimated: bool = False
    has_cpr: bool = True
    gender: Gender
    language: str = "Dansk"
    reading_needs: str = ""
    origin: str
    started: Span
    threads: tuple[str, str]
    opens: int
    silent_weeks: int = 0
    bridging: bool = False
    wish: str
    network: Network
    notes: tuple[str, ...]
    assessments: dict[AssessmentKind, AssessmentStatus]
    withdraws: str = ""
    ending: EndingEntry | None = None


class Ingredients(Entry):
    """Everything the composer reaches for."""

    thread: tuple[Thread, ...]
    group: tuple[NoteGroup, ...]
    stock: Stock
    person: tuple[Person, ...]

    @model_validator(mode="after")
    def _threads_are_known_and_used_once(self) -> Self:
        known = {thread.code for thread in self.thread}
        used = [(person.team, code) for person in self.person for code in person.threads]
        if unknown := {code for _, code in used} - known:
            raise ValueError(f"unknown threads: {sorted(unknown)}")
        if len(used) != len(set(used)):
            raise ValueError("a thread is used twice in a team")
        return self

    def notes(self, code: str) -> NoteGroup:
        return next(group for group in self.group if group.code == code)
