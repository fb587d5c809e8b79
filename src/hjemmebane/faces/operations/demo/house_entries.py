"""What `content/house.toml` looks like: teams with their staff, managers and partners."""

from decimal import Decimal

from pydantic import Field

from hjemmebane.domain.fidelity.choices import Word
from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.teams.choices import AbsenceKind, TrainingKind
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.faces.operations.demo.entries import Entry, Span


class PersonaEntry(Entry):
    can_help_with: str = ""
    asked_about: str = ""
    about_me: str = ""
    reached_how: str = ""


class AbsenceEntry(Entry):
    """From a day (`ago` or `in`), for so many days."""

    kind: AbsenceKind
    ago: Span | None = None
    ahead: Span | None = Field(default=None, alias="in")
    days: int
    hours: Decimal | None = None
    note: str = ""


class TimeEntryOfWeek(Entry):
    """What returns every week on a day (0 is Monday), for those named or for everybody."""

    kind: TimeKind
    weekday: int
    minutes: int
    who: tuple[str, ...] = ()
    note: str = ""


class BoardMeetingEntry(Entry):
    """The day of the week (0 is Monday) and the time of the team's board meeting.

    is_daily: on every working day, about everybody.
    """

    weekday: int
    hour: int
    minute: int = 0
    minutes: int
    is_daily: bool = False


class TrainingEntry(Entry):
    """What the team learned that long ago; everybody who was there then, or those named."""

    kind: TrainingKind
    ago: Span
    hours: Decimal
    led_by: str
    about: str
    who: tuple[str, ...] = ()


class WordEntry(Entry):
    """The coordinator's word on a precondition, said that long ago."""

    precondition: str
    word: Word
    sentence: str
    ago: Span
    again: Span = "12w"


class Colleague(Entry):
    """`leaves` is ahead: known already, and nobody has been found yet."""

    username: str
    name: str
    profession: str
    functions: tuple[str, ...]
    executing: Decimal
    coordinating: Decimal = Decimal(0)
    joined: Span = "90w"
    left: Span | None = None
    leaves: Span | None = None
    has_login: bool = False
    persona: PersonaEntry | None = None
    absence: tuple[AbsenceEntry, ...] = ()
    role: dict[str, str] = {}


class TeamEntry(Entry):
    number: int
    municipality: str
    code: str
    name: str
    host: str
    method: str = "m-act"
    meeting_rhythm: str
    youngest: int
    oldest: int | None = None
    own_criteria: tuple[str, ...]
    max_caseload: Decimal
    board_meeting: BoardMeetingEntry
    staff: tuple[Colleague, ...]
    time: tuple[TimeEntryOfWeek, ...] = ()
    role: dict[str, str] = {}
    training: tuple[TrainingEntry, ...] = ()
    word: tuple[WordEntry, ...] = ()


class ManagerEntry(Entry):
    username: str
    name: str
    profession: str
    teams: tuple[int, ...]
    has_login: bool = False


class PartnerContact(Entry):
    code: str
    role: str
    names: tuple[str, ...]
    resource: bool = False


class PartnerEntry(Entry):
    code: str
    kind: PartnerKind
    name: str
    people: tuple[PartnerContact, ...]


class HouseEntry(Entry):
    team: tuple[TeamEntry, ...]
    manager: tuple[ManagerEntry, ...]
    partner: tuple[PartnerEntry, ...]
