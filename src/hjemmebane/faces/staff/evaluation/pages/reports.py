"""The list of reports, and one of them: how far it is, or what it tells."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.design.navigation import Link
from hjemmebane.domain.evaluation.calculations.kept import read_back
from hjemmebane.domain.evaluation.calculations.report import Section
from hjemmebane.domain.evaluation.choices import ReportState, ReportStep
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.reports import reports_ordered, team_names
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.evaluation.pages.told import ReportTold, SectionTold, name_of, told
from hjemmebane.foundation.listing import listed_shortly
from hjemmebane.foundation.queue import is_worked
from hjemmebane.foundation.written import written_moment

TONES = {
    ReportState.WAITING: "note",
    ReportState.RUNNING: "note",
    ReportState.DONE: "good",
    ReportState.REFUSED: "warn",
    ReportState.CANCELLED: "neutral",
}
SHOWN = 50
# label, route, icon
DOWNLOADS = (
    ("Rapporten på papir (PDF)", "paper", "file-pdf"),
    ("Tallene i et regneark", "spreadsheet", "download"),
    ("Tallene som data (JSON)", "data", "download"),
)


@dataclass(frozen=True)
class ReportRow:
    """A report on the list. teams: some by name. state: in words, in the tone of a tag."""

    teams: str
    period: str
    ordered: str
    state: str
    tone: str
    url: str


@dataclass(frozen=True)
class EvaluationPage:
    teams: str
    reports: Sequence[ReportRow]
    order_url: str


@dataclass(frozen=True)
class Progress:
    """How far a report on its way is: the steps' words, and how many of them it has come to.

    is_unattended: nothing will happen before a worker runs.
    """

    steps: Sequence[str]
    reached: int
    told: str
    is_unattended: bool


@dataclass(frozen=True)
class ReportPage:
    """One report. progress: while it is on its way; refusal: why it could not be made.

    told: what it tells once it is done, and section the part of it that is looked at; after: the
    way to the next. mark: the same wherever the same is told.
    """

    row: ReportRow
    progress: Progress | None
    refusal: str
    told: ReportTold | None
    section: SectionTold | None
    sections: Sequence[Link]
    after: Link | None
    mark: str
    cancel_url: str
    downloads: Sequence[Link]


def evaluation_page(teams: Iterable[Team]) -> EvaluationPage:
    """The newest reports that the reader may open. Two queries, whatever there is."""
    found = list(reports_ordered()[:SHOWN])
    names = team_names(key for one in found for key in one.team_ids)
    return EvaluationPage(
        teams=listed_shortly([team.name for team in teams]),
        reports=[_row(one, names) for one in found],
        order_url=reverse("staff:evaluation:order"),
    )


def report_page(report: EvaluationReport, wanted: str = "") -> ReportPage | None:
    """None where a finished report has no section of that name."""
    found = told(read_back(report.content)) if report.content else None
    section = found.section(wanted) if found else None
    if found and section is None:
        return None
    after = found.next_after(section) if found and section else None
    url = reverse("staff:evaluation:report", args=[report.pk])
    return ReportPage(
        row=_row(report, team_names(report.team_ids)),
        progress=_progress(report) if report.is_under_way else None,
        refusal=report.get_why_display() if report.why else "",
        told=found,
        section=section,
        sections=[
            _to(url, one, current=bool(section and one is section.section))
            for one in (found.report.sections if found else ())
        ],
        after=_to(url, after) if after else None,
        mark=report.content_hash,
        cancel_url=reverse("staff:evaluation:cancel", args=[report.pk]),
        downloads=[
            Link(label, reverse(f"staff:evaluation:{name}", args=[report.pk]), icon)
            for label, name, icon in DOWNLOADS
        ],
    )


def _to(url: str, section: Section, *, current: bool = False) -> Link:
    return Link(section.title, f"{url}?afsnit={name_of(section)}", current=current)


def _row(report: EvaluationReport, names: Mapping[UUID, str]) -> ReportRow:
    of = set(report.team_ids)
    return ReportRow(
        teams=listed_shortly([name for key, name in names.items() if key in of]),
        period=period_in_words(report.from_on, report.until_on),
        ordered=f"{written_moment(report.ordered_at)} af {report.ordered_by}",
        state=report.get_state_display(),
        tone=TONES[ReportState(report.state)],
        url=reverse("staff:evaluation:report", args=[report.pk]),
    )


def period_in_words(from_on: dt.date, until_on: dt.date) -> str:
    """“januar 2025 til juni 2026”; of a single month that one."""
    first, last = date_format(from_on, "F Y"), date_format(until_on, "F Y")
    return first if first == last else f"{first} til {last}"


def _progress(report: EvaluationReport) -> Progress:
    codes = list(ReportStep)
    reached = codes.index(ReportStep(report.step)) + 1 if report.step else 0
    told = f"Trin {reached} af {len(codes)}" if reached else "Rapporten venter på sin tur"
    return Progress(
        steps=[step.label for step in codes],
        reached=reached,
        told=told,
        is_unattended=report.state == ReportState.WAITING and not is_worked(),
    )
