"""What a team's figures tell of the seven preconditions (Metodemanual ch. 3). No database.

The figures never decide: each speaks for or against, or is only worth noting, and stands beside
what the coordinator says. A figure speaks for a precondition when it shows what the method asks
for; where the method names no measure that would be enough, it is noted, or speaks against when
there is none at all. The two limits below are ours.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from hjemmebane.domain.workload.calculations.caseload import Caseload, Load
from hjemmebane.domain.workload.calculations.coverage import Holder, unattended
from hjemmebane.domain.workload.calculations.hours import DAY, is_working_day

# Codes of the pack's preconditions and of choices.Word.
CORE_FUNCTIONS, TEAM_COORDINATOR = "CORE_FUNCTIONS", "TEAM_COORDINATOR"
LEADERSHIP, KNOWLEDGE = "LEADERSHIP_COORDINATION", "KNOWLEDGE_SKILLS"
SIZE_HOURS, FLEXIBLE_WORK = "SIZE_HOURS", "FLEXIBLE_WORK"
MET, NOT_YET = "MET", "NOT_YET"

# A board meeting every week (agenda BOARD), with one week of holiday in eight.
MEETING_WEEKS, MAY_BE_MISSED = 8, 1
# Who has fewer weekly hours than this goes mostly to meetings.
FEW_HOURS = Decimal(5)


class Stance(StrEnum):
    """What a figure does beside the coordinator's word."""

    SPEAKS_FOR = "SPEAKS_FOR"
    SPEAKS_AGAINST = "SPEAKS_AGAINST"
    TELLS = "TELLS"


# The number of citizens should leave room for more to each (§ 3.5, § 6.3): a team that is full
# keeps its ceiling, and has no such room.
LOADS = {
    Load.ROOM: Stance.SPEAKS_FOR,
    Load.FULL: Stance.TELLS,
    Load.OVER: Stance.SPEAKS_AGAINST,
    Load.NO_HOURS: Stance.SPEAKS_AGAINST,
}


class What(StrEnum):
    """What is looked at."""

    FUNCTIONS_COVERED = "FUNCTIONS_COVERED"
    FUNCTION_HOURS = "FUNCTION_HOURS"
    FUNCTIONS_LEAVING = "FUNCTIONS_LEAVING"
    FUNCTIONS_AWAY = "FUNCTIONS_AWAY"
    COORDINATOR_NAMED = "COORDINATOR_NAMED"
    COORDINATION_HOURS = "COORDINATION_HOURS"
    COORDINATOR_LEAVING = "COORDINATOR_LEAVING"
    MEETINGS_HELD = "MEETINGS_HELD"
    SPARRING = "SPARRING"
    PARTNER_CONTACTS = "PARTNER_CONTACTS"
    AGREEMENTS = "AGREEMENTS"
    FIXED_ITEMS = "FIXED_ITEMS"
    PLANS_AT_MEETINGS = "PLANS_AT_MEETINGS"
    TARGET_GROUP = "TARGET_GROUP"
    TRAINED = "TRAINED"
    SUPERVISION = "SUPERVISION"
    CASELOAD = "CASELOAD"
    HOURS = "HOURS"
    FEW_HOURS = "FEW_HOURS"
    ABSENCES = "ABSENCES"
    HOURS_LEFT = "HOURS_LEFT"


class Disagreement(StrEnum):
    """How the coordinator's word and the figures part."""

    WORD_IS_BRIGHTER = "WORD_IS_BRIGHTER"
    FIGURES_ARE_BRIGHTER = "FIGURES_ARE_BRIGHTER"


@dataclass(frozen=True)
class Finding:
    """One thing looked at, and where it stands."""

    precondition: str
    what: What
    stance: Stance


@dataclass(frozen=True)
class Function:
    """A core function: who has it, with how many executing hours in all."""

    code: str
    names: tuple[str, ...]
    hours: Decimal


@dataclass(frozen=True)
class Several:
    """Somebody who has several core functions, with how many hours to all of them."""

    name: str
    hours: Decimal
    functions: int


@dataclass(frozen=True)
class Leaving:
    """A function that nobody has from a day on."""

    code: str
    from_on: dt.date
    names: tuple[str, ...]


@dataclass(frozen=True)
class Practice:
    """What only the team's own members may count: meetings, and what was decided at them.

    weeks: how many of the last weeks there could be a board meeting in; meeting_weeks: there was.
    meetings: of all kinds in that time, closed; sparrings: those for sparring.
    days_left: the working days of the week that begins on `monday`, today with them.
    missing_items: those of the fixed_items that the agenda of the board meeting lacks, by title.
    meeting, rhythm: what the method calls that meeting, and how often it has it.
    """

    weeks: int
    meeting_weeks: int
    meetings: int
    sparrings: int
    missing_items: tuple[str, ...]
    fixed_items: tuple[str, ...]
    meeting: str
    rhythm: str
    courses: int
    plans_changed: int
    practice_changed: int
    early_contacts: int
    assessments: int
    monday: dt.date
    days_left: int
    hours_left: Decimal


@dataclass(frozen=True)
class Figures:
    """A team on a day. practice: None for somebody who answers for it without working in it.

    agreements: those with partners that hold. to_review: the partners with whom nobody has looked
    at it again in time. titles: what the functions are called, by code.
    """

    today: dt.date
    functions: tuple[Function, ...]
    coordinators: tuple[str, ...]
    coordination_hours: Decimal
    leaving: tuple[Leaving, ...]
    coordinator_leaving: Leaving | None
    away_today: tuple[str, ...]
    members: tuple[tuple[str, Decimal], ...]
    executing_hours: Decimal
    caseload: Caseload
    bare_days: tuple[tuple[str, int], ...]
    partners: int
    without_contact: tuple[str, ...]
    trained: int
    untrained: tuple[str, ...]
    last_supervision: dt.date | None
    agreements: int = 0
    to_review: tuple[str, ...] = ()
    in_several: tuple[Several, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    practice: Practice | None = None

    @property
    def not_covered(self) -> tuple[str, ...]:
        """Codes of the core functions that nobody has."""
        return tuple(one.code for one in self.functions if not one.names)

    @property
    def function_hours(self) -> Decimal:
        """The executing hours to the core functions, those of one person counted once."""
        twice = sum((one.hours * (one.functions - 1) for one in self.in_several), Decimal(0))
        return sum((one.hours for one in self.functions), Decimal(0)) - twice

    @property
    def with_few_hours(self) -> tuple[tuple[str, Decimal], ...]:
        return tuple((name, hours) for name, hours in self.members if hours < FEW_HOURS)


def findings(figures: Figures) -> list[Finding]:
    """All that can be told, in the order of the preconditions."""
    found = [*_functions(figures), *_coordinator(figures), *_leadership(figures)]
    return [*found, *_knowledge(figures), *_size(figures), *_flexibility(figures)]


def disagreement(word: str, found: Sequence[Finding]) -> Disagreement | None:
    """Whether the word and the figures part; of a “partly” the figures cannot say so."""
    against = any(one.stance is Stance.SPEAKS_AGAINST for one in found)
    speaks_for = any(one.stance is Stance.SPEAKS_FOR for one in found)
    if word == MET and against:
        return Disagreement.WORD_IS_BRIGHTER
    if word == NOT_YET and speaks_for and not against:
        return Disagreement.FIGURES_ARE_BRIGHTER
    return None


def bare_days(
    holders: Sequence[Holder], needed: Sequence[str], *, today: dt.date, days: int
) -> list[tuple[str, int]]:
    """On how many of the coming working days all who have a function are away, by function."""
    coming = [today + DAY * number for number in range(days)]
    bare = [
        code for day in coming if is_working_day(day) for code in unattended(holders, needed, day)
    ]
    return [(code, bare.count(code)) for code in needed if code in bare]


def weeks_with(days: Sequence[dt.date], *, today: dt.date, weeks: int) -> int:
    """In how many of the last `weeks`, seven days back each time, one of the days lies."""
    back = {(today - day).days // 7 for day in days if day <= today}
    return len([week for week in back if week < weeks])


def _says(*, well: bool) -> Stance:
    return Stance.SPEAKS_FOR if well else Stance.SPEAKS_AGAINST


def _functions(figures: Figures) -> Iterator[Finding]:
    covered = not figures.not_covered
    yield Finding(CORE_FUNCTIONS, What.FUNCTIONS_COVERED, _says(well=covered))
    has_hours = all(one.hours for one in figures.functions if one.names)
    stance = Stance.TELLS if has_hours else Stance.SPEAKS_AGAINST
    yield Finding(CORE_FUNCTIONS, What.FUNCTION_HOURS, stance)
    if figures.leaving:
        yield Finding(CORE_FUNCTIONS, What.FUNCTIONS_LEAVING, Stance.SPEAKS_AGAINST)
    if figures.away_today:
        yield Finding(CORE_FUNCTIONS, What.FUNCTIONS_AWAY, Stance.SPEAKS_AGAINST)


def _coordinator(figures: Figures) -> Iterator[Finding]:
    named = bool(figures.coordinators)
    yield Finding(TEAM_COORDINATOR, What.COORDINATOR_NAMED, _says(well=named))
    # There must be time for it, how much is not said (§ 3.2).
    has_hours = figures.coordination_hours > 0
    stance = Stance.TELLS if has_hours else Stance.SPEAKS_AGAINST
    yield Finding(TEAM_COORDINATOR, What.COORDINATION_HOURS, stance)
    if figures.coordinator_leaving:
        yield Finding(TEAM_COORDINATOR, What.COORDINATOR_LEAVING, Stance.SPEAKS_AGAINST)
    if practice := figures.practice:
        enough = practice.meeting_weeks >= max(practice.weeks - MAY_BE_MISSED, 1)
        stance = _says(well=enough) if practice.weeks else Stance.TELLS
        yield Finding(TEAM_COORDINATOR, What.MEETINGS_HELD, stance)
        yield Finding(TEAM_COORDINATOR, What.SPARRING, Stance.TELLS)


def _leadership(figures: Figures) -> Iterator[Finding]:
    known = not figures.without_contact
    stance = _says(well=known) if figures.partners else Stance.TELLS
    yield Finding(LEADERSHIP, What.PARTNER_CONTACTS, stance)
    yield Finding(LEADERSHIP, What.AGREEMENTS, _agreements(figures))
    if practice := figures.practice:
        yield Finding(LEADERSHIP, What.FIXED_ITEMS, _says(well=not practice.missing_items))
        # How often a plan should change is not said, for citizens are not taken up equally often
        # (§ 6.2); that none ever does is what went wrong in the pilots (Evaluering § 4.2.3).
        unused = practice.courses and practice.meetings and not practice.plans_changed
        stance = Stance.SPEAKS_AGAINST if unused else Stance.TELLS
        yield Finding(LEADERSHIP, What.PLANS_AT_MEETINGS, stance)
        yield Finding(LEADERSHIP, What.TARGET_GROUP, Stance.TELLS)


def _agreements(figures: Figures) -> Stance:
    """With how many partners there should be one is not said (§ 6.7)."""
    if figures.to_review:
        return Stance.SPEAKS_AGAINST
    return Stance.SPEAKS_FOR if figures.agreements else Stance.TELLS


def _knowledge(figures: Figures) -> Iterator[Finding]:
    stance = _says(well=not figures.untrained) if figures.members else Stance.TELLS
    yield Finding(KNOWLEDGE, What.TRAINED, stance)
    yield Finding(KNOWLEDGE, What.SUPERVISION, Stance.TELLS)


def _size(figures: Figures) -> Iterator[Finding]:
    yield Finding(SIZE_HOURS, What.CASELOAD, LOADS[figures.caseload.load])
    yield Finding(SIZE_HOURS, What.HOURS, Stance.TELLS)
    if figures.with_few_hours:
        yield Finding(SIZE_HOURS, What.FEW_HOURS, Stance.SPEAKS_AGAINST)
    stance = Stance.SPEAKS_AGAINST if figures.bare_days else Stance.SPEAKS_FOR
    # Where nobody has a function, nobody's absence leaves it bare: that is nothing in favour.
    is_told = figures.not_covered and not figures.bare_days
    yield Finding(SIZE_HOURS, What.ABSENCES, Stance.TELLS if is_told else stance)


def _flexibility(figures: Figures) -> Iterator[Finding]:
    if practice := figures.practice:
        # Time for what nobody foresaw: how much is not said.
        over = practice.hours_left < 0
        stance = Stance.SPEAKS_AGAINST if over else Stance.TELLS
        yield Finding(FLEXIBLE_WORK, What.HOURS_LEFT, stance)
