"""The cases and teams of a report, gathered from the record as texts by column.

Every fact comes from a function of the owner that answers to the job alone, one question for each
kind of fact whatever the number of citizens. Keys become pseudonyms as they come in.
"""

import datetime as dt
import hmac
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol
from uuid import UUID

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.choices import ReportStep
from hjemmebane.domain.evaluation.content.case_files import gathered
from hjemmebane.domain.evaluation.queries import of_cases, of_costs, of_measurements, of_teams
from hjemmebane.foundation.database import rows_of

type Row = dict[str, str]


class OfCourse(Protocol):
    """A fact about one course."""

    @property
    def course_id(self) -> UUID: ...


KEY_BYTES = 32
PSEUDONYM_LETTERS = 16


@dataclass(frozen=True)
class Scope:
    """Which teams and months. team_ids: in order of their keys."""

    team_ids: Sequence[UUID]
    from_on: dt.date
    until_on: dt.date

    def ask[R](self, facts: str, into: Callable[..., R]) -> list[R]:
        """One kind of fact of every course or team."""
        teams = list(self.team_ids)
        function = f"guard.evaluation_{facts}"
        return rows_of(function, teams, self.from_on, self.until_on, into=into)


@dataclass(frozen=True)
class Gathering:
    """What is gathered so far. key: of the pseudonyms; made anew each time, and kept nowhere."""

    scope: Scope
    key: bytes = field(default_factory=lambda: secrets.token_bytes(KEY_BYTES), repr=False)
    cases: dict[UUID, Row] = field(default_factory=dict)
    teams: dict[UUID, Row] = field(default_factory=dict)

    @cached_property
    def marks(self) -> Mapping[UUID, str]:
        return {key: f"team-{place:03}" for place, key in enumerate(self.scope.team_ids, start=1)}

    def pseudonym(self, what: str, key: UUID) -> str:
        """The same for the same row within one gathering, and of no use outside it."""
        mark = hmac.new(self.key, what.encode() + key.bytes, "sha256")
        return f"{what[0]}{mark.hexdigest()[:PSEUDONYM_LETTERS]}"

    def team_mark(self, team_id: UUID) -> str:
        """Teams are named in the report anyway; the same report marks them alike each time."""
        return self.marks[team_id]

    def dataset(self) -> Dataset:
        return gathered(self.cases.values(), self.teams.values())

    def add[F: OfCourse](self, facts: str, into: Callable[..., F], row: Callable[[F], Row]) -> None:
        """Put what is told of each course into its row; of one that began since, nothing."""
        for found in self.scope.ask(facts, into):
            told = self.cases.get(found.course_id)
            if told is not None:
                told.update(row(found))


def gather(gathering: Gathering, step: ReportStep) -> None:
    """What one step of the report brings."""
    STEPS[step](gathering)


def _courses(gathering: Gathering) -> None:
    for found in gathering.scope.ask("courses", of_cases.CourseFacts):
        gathering.cases[found.course_id] = {
            "case": gathering.pseudonym("forløb", found.course_id),
            "citizen": gathering.pseudonym("borger", found.citizen_id),
            "team": gathering.team_mark(found.team_id),
            **of_cases.course_row(found),
        }
    gathering.add("forms", of_cases.FormFacts, of_cases.form_row)
    gathering.add("assessments", of_cases.AssessmentFacts, of_cases.assessment_row)


def _measurements(gathering: Gathering) -> None:
    gathering.add("measurements", of_measurements.MeasuredFacts, of_measurements.measured_row)


def _practice(gathering: Gathering) -> None:
    gathering.add("contacts", of_cases.ContactFacts, of_cases.counts_row)
    gathering.add("faces", of_cases.FacesFacts, of_cases.counts_row)
    gathering.add("plans", of_cases.PlanFacts, of_cases.plan_row)
    gathering.add("practice", of_cases.PracticeFacts, of_cases.practice_row)


def _teams(gathering: Gathering) -> None:
    scope = gathering.scope
    quarters = of_teams.by_team(scope.ask("quarters", of_teams.QuarterFact))
    staff = of_teams.by_team(scope.ask("staff", of_costs.StaffFact))
    plans = {one.team_id: one for one in scope.ask("costings", of_costs.CostingFact)}
    said = of_teams.by_team(scope.ask("preconditions", of_teams.PreconditionFact))
    for found in scope.ask("teams", of_teams.TeamFacts):
        gathering.teams[found.team_id] = {
            "team": gathering.team_mark(found.team_id),
            "from_month": f"{scope.from_on:%Y-%m}",
            "until_month": f"{scope.until_on:%Y-%m}",
            **of_teams.team_row(found, quarters[found.team_id]),
            **of_teams.preconditions_row(said[found.team_id]),
            **of_costs.cost_row(plans.get(found.team_id), staff[found.team_id], found.places),
        }


STEPS: Mapping[ReportStep, Callable[[Gathering], None]] = {
    ReportStep.COURSES: _courses,
    ReportStep.MEASUREMENTS: _measurements,
    ReportStep.PRACTICE: _practice,
    ReportStep.TEAMS: _teams,
}
