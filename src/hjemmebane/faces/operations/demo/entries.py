"""What the texts in `content/` look like. Spans are `3d` or `12w`: ago, or ahead where said."""

from typing import Annotated

from pydantic import Field, StringConstraints

from hjemmebane.domain.citizens.choices import (
    Channel,
    Closeness,
    Gender,
    NetworkKind,
    RepresentativeKind,
)
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.contacts.choices import ContactKind, InitiatedBy, Outcome, Progress, Rhythm
from hjemmebane.domain.courses.choices import EndingReason, Place
from hjemmebane.domain.plans.choices import (
    ActivityStatus,
    AgreementStance,
    AssessmentKind,
    Chime,
    Demand,
    GoalStatus,
    OtherPlanKind,
    ReflectionKind,
    Voice,
)
from hjemmebane.faces.operations.demo.entry import Entry, Span
from hjemmebane.faces.operations.demo.life_entries import CourseLife

CITIZEN = "CITIZEN"


# ---------------------------------------------------------------- around a citizen


class Primary(Entry):
    staff: str
    ago: Span
    chosen: bool = False
    why: str = ""


class PlacementEntry(Entry):
    part: str
    ago: Span
    reason: str


class Life(Entry):
    area: str
    ago: Span
    text: str


class Network(Entry):
    code: str
    name: str
    relation: str
    kind: NetworkKind = NetworkKind.PRIVATE
    closeness: Closeness
    wish: str = ""


class RepresentativeEntry(Entry):
    kind: RepresentativeKind
    name: str
    note: str = ""
    ago: Span


class ConsentEntry(Entry):
    """`lasts` is weeks from the day it was given. `goals` are chosen one by one, on a later day."""

    partner: str
    person: str = ""
    scope: tuple[ConsentScope, ...]
    purpose: str
    how: HowGiven
    ago: Span
    lasts: int | None = None
    withdrawn: Span | None = None
    goals: tuple[str, ...] = ()
    chosen: Span | None = None


# ---------------------------------------------------------------- the plan


class Dated(Entry):
    """A part of the plan; without a day of its own it is as old as what it stands in."""

    ago: Span | None = None


class WishEntry(Dated):
    code: str
    text: str
    chime: Chime | str = ""
    change: str = ""


class ResourceEntry(Dated):
    area: str
    text: str


class ReflectionEntry(Dated):
    kind: ReflectionKind
    text: str
    by: Voice = Voice.CITIZEN


class ActivityEntry(Dated):
    """`due` is ahead."""

    what: str
    who: str
    often: str = ""
    place: str = ""
    due: Span | None = None
    area: str = ""
    demand: Demand | str = ""
    status: ActivityStatus = ActivityStatus.PLANNED


class SubGoalEntry(Dated):
    """`due` is ahead. It is reached in a contact; `reached_again` follows `reopened`."""

    code: str
    text: str
    due: Span | None = None
    reopened: Span | None = None
    reached_again: Span | None = None


class GoalEntry(Dated):
    """`due` is ahead."""

    code: str
    text: str
    measure: str = ""
    attractive: str = ""
    realistic: str = ""
    wishes: tuple[str, ...]
    who: str = CITIZEN
    due: Span | None = None
    area: str = ""
    settled: Span | None = None
    settled_as: GoalStatus = GoalStatus.REACHED
    settled_reason: str = ""
    sub_goal: tuple[SubGoalEntry, ...] = ()
    activity: tuple[ActivityEntry, ...] = ()


class AssessmentEntry(Entry):
    """When each status began, as far as it has come. `who`: a colleague, or somebody in words."""

    kind: AssessmentKind
    needed: Span
    ordered: Span | None = None
    under_way: Span | None = None
    done: Span | None = None
    declined: Span | None = None
    not_relevant: Span | None = None
    who: str = ""
    barrier: str = ""
    note: str = ""


class OtherPlanEntry(Dated):
    kind: OtherPlanKind
    owner: str = ""
    reference: str = ""
    dated: Span | None = None
    offered: Span | None = None
    accepted: bool | None = None
    is_coordinated: bool = False
    note: str = ""


class OtherEffortEntry(Dated):
    partner: str = ""
    who: str = ""
    what: str
    area: str = ""
    demand: Demand | str = ""


class Participant(Entry):
    name: str
    role: str


class MeetingEntry(Entry):
    ago: Span
    place: str
    notes: str
    participants: tuple[Participant, ...]


class ContributionEntry(Dated):
    line: str
    text: str
    staff: str


class AgreementEntry(Entry):
    ago: Span
    stance: AgreementStance
    reason: str = ""


class VersionEntry(Entry):
    ago: Span
    reason: str


class PlanEntry(Entry):
    opened: Span
    purpose: str = ""
    guiding: tuple[str, ...] = ()
    evaluation: str = ""
    wish: tuple[WishEntry, ...] = ()
    resource: tuple[ResourceEntry, ...] = ()
    reflection: tuple[ReflectionEntry, ...] = ()
    goal: tuple[GoalEntry, ...] = ()
    activity: tuple[ActivityEntry, ...] = ()
    assessment: tuple[AssessmentEntry, ...] = ()
    other_plan: tuple[OtherPlanEntry, ...] = ()
    other_effort: tuple[OtherEffortEntry, ...] = ()
    meeting: tuple[MeetingEntry, ...] = ()
    contribution: tuple[ContributionEntry, ...] = ()
    agreement: tuple[AgreementEntry, ...] = ()
    version: tuple[VersionEntry, ...] = ()


# ---------------------------------------------------------------- contacts


class ContactEntry(Entry):
    """Staff left out is the primary contact; minutes left out are what that kind usually takes."""

    ago: Span
    kind: ContactKind = ContactKind.VISIT
    place: Place = Place.HOME
    outcome: Outcome = Outcome.MET
    initiated_by: InitiatedBy = InitiatedBy.TEAM
    minutes: int | None = None
    staff: tuple[str, ...] = ()
    to: str = ""
    acute: bool = False
    progress: dict[str, Progress] = Field(default_factory=dict)
    note: str = ""


class AppointmentEntry(Entry):
    """To come (`in`), or long agreed and settled (`ago`); two and two (`along`), again and again
    (`rhythm` and `times`).
    """

    ahead: Span | None = Field(default=None, alias="in")
    ago: Span | None = None
    settled_as: str = ""
    what: str
    place: Place = Place.HOME
    where: str = ""
    travel: int = 0
    staff: str
    along: tuple[str, ...] = ()
    rhythm: Rhythm | None = None
    times: int | None = None


class EndingEntry(Entry):
    """How a course is ended: begun, and when it is over `ended`, by a death `died`.

    `until` is weeks of transition from the day it was begun.
    """

    begun: Span
    ended: Span | None = None
    died: Span | None = None
    reason: EndingReason
    explanation: str = ""
    needs: str = ""
    results: str = ""
    plan: str = ""
    partner: str = ""
    contact: str = ""
    until: int | None = None
    stays: tuple[str, ...] = ()
    housing: str = "PUBLIC_HOUSING"
    areas: tuple[str, ...] = ()
    support: tuple[str, ...] = ("NONE",)


class Story(CourseLife):
    """A citizen and their course with a team, as it has gone so far.

    opens: how many visits of a hundred find the citizen in.
    silent_weeks: how long nobody has met them.
    fills: whether ordinary days are added between the contacts that are told.
    home_since: before that there was no home to visit.
    brief: one of very many, of whom no more is told than what stands here.
    """

    code: str
    team: int
    given_name: str
    family_name: str = ""
    age: int
    birthday: Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d$")]
    birth_is_estimated: bool = False
    has_cpr: bool = True
    gender: Gender
    address: str = ""
    protected: bool = False
    phone: bool = True
    language: str = "Dansk"
    reading_needs: str = ""
    channel: Channel = Channel.VISIT
    origin: str
    started: Span
    legal_basis: str = "SEL_85"
    consent_how: HowGiven = HowGiven.ORALLY
    opens: int
    silent_weeks: int = 0
    fills: bool = True
    home_since: Span | None = None
    brief: bool = False
    primary: tuple[Primary, ...] = ()
    placement: tuple[PlacementEntry, ...] = ()
    life: tuple[Life, ...] = ()
    network: tuple[Network, ...] = ()
    representative: tuple[RepresentativeEntry, ...] = ()
    consent: tuple[ConsentEntry, ...] = ()
    plan: PlanEntry | None = None
    contact: tuple[ContactEntry, ...] = ()
    appointment: tuple[AppointmentEntry, ...] = ()
    ending: EndingEntry | None = None

    @property
    def is_over(self) -> bool:
        return bool(self.ending and (self.ending.ended or self.ending.died))
