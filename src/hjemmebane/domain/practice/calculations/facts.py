"""What a record holds, counted: all that the readings are made from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Assessments:
    """The kinds of assessment by how far they have come, each by its name."""

    not_considered: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    under_way: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """What is still to be done, or nobody has asked about."""
        return (*self.not_considered, *self.needed, *self.under_way)


@dataclass(frozen=True)
class Screening:
    """What was written down before the course. Ages are in days; None means that it was not.

    The assessment, with its answers, is the one on which the match was decided: without one no
    course begins from an early contact.
    """

    spotted_age: int | None = None
    attempts: int = 0
    met: int = 0
    assessed_age: int | None = None
    yes: int = 0
    no: int = 0
    unsure: int = 0
    is_gathered: bool = False
    has_risks: bool = False
    has_own_account: bool = False
    decided_age: int | None = None


@dataclass(frozen=True)
class Facts:
    """One course's record in numbers. Ages are in days; None means that it never happened.

    steps_reached: sub-goals reached in each of the last three times thirty days, newest first.
    met, met_before: meetings with the citizen in the last thirty days, and in the thirty before.
    """

    course_age: int
    legal_basis: str
    screening: Screening = Screening()
    years: int | None = None
    is_of_age: bool = True
    consent_age: int | None = None
    partner_consents: int = 0
    life_areas: int = 0
    life_areas_in_all: int = 0
    network: int = 0
    primary_contact_age: int | None = None
    other_efforts: int = 0
    other_plans: int = 0
    wishes: int = 0
    goals: int = 0
    goals_from_wishes: int = 0
    steps_reached: tuple[int, int, int] = (0, 0, 0)
    citizen_activities: int = 0
    partner_activities: int = 0
    has_plan: bool = False
    plan_version: int = 0
    plan_version_age: int | None = None
    plan_meeting_age: int | None = None
    met: int = 0
    met_before: int = 0
    acute: int = 0
    out_together: int = 0
    assessments: Assessments = Assessments()
