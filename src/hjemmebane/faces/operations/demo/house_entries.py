"""What `content/house.toml` looks like: teams with their staff, managers and partners."""

from decimal import Decimal

from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.faces.operations.demo.entries import Entry, Span


class PersonaEntry(Entry):
    can_help_with: str = ""
    asked_about: str = ""
    about_me: str = ""
    reached_how: str = ""


class Colleague(Entry):
    username: str
    name: str
    profession: str
    functions: tuple[CoreFunction, ...]
    executing: Decimal
    coordinating: Decimal = Decimal(0)
    joined: Span = "90w"
    left: Span | None = None
    has_login: bool = False
    persona: PersonaEntry | None = None


class TeamEntry(Entry):
    number: int
    municipality: str
    code: str
    name: str
    host: str
    meeting_rhythm: str
    youngest: int
    oldest: int | None = None
    own_criteria: tuple[str, ...]
    max_caseload: Decimal
    staff: tuple[Colleague, ...]


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


class PartnerEntry(Entry):
    code: str
    kind: PartnerKind
    name: str
    people: tuple[PartnerContact, ...]


class HouseEntry(Entry):
    team: tuple[TeamEntry, ...]
    manager: tuple[ManagerEntry, ...]
    partner: tuple[PartnerEntry, ...]
