"""The seven preconditions: what the system knows of each beside what the coordinator says."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.fidelity.calculations.preconditions import (
    Figures,
    Finding,
    disagreement,
    findings,
)
from hjemmebane.domain.fidelity.choices import Word
from hjemmebane.domain.fidelity.models import PreconditionJudgement
from hjemmebane.domain.fidelity.queries.preconditions import judgements_of, team_figures
from hjemmebane.domain.method.content.entries import Precondition
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.fidelity.pages.wording import (
    DISAGREEMENTS,
    SOURCES,
    STANCES,
    in_words,
)
from hjemmebane.faces.staff.switching import switch
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

PAGE = "staff:fidelity:page"
WORD_TONES = {Word.MET: "good", Word.PARTLY: "warn", Word.NOT_YET: "bad"}
NOT_SAID = "Ikke sagt"
UNSEEN = "Det her kan systemet ikke se. Her gælder koordinatorens ord."
NOT_SHOWN = "Her er ingen tal, du kan se. Koordinatorens ord gælder."


@dataclass(frozen=True)
class Evidence:
    """A sentence of what the system knows, which way it points, where it was read and when."""

    words: str
    stance: str
    tone: str
    icon: str
    source: str


@dataclass(frozen=True)
class Said:
    """The coordinator's word on a day."""

    word: str
    tone: str
    sentence: str
    by: str
    judged_on: str
    look_again: str
    is_due: bool


@dataclass(frozen=True)
class Row:
    """One precondition. nothing: what to say where there is no evidence.

    url: where the coordinator says how it stands.
    """

    precondition: Precondition
    evidence: Sequence[Evidence]
    nothing: str
    said: Said | None
    earlier: Sequence[Said]
    gap: str
    url: str


@dataclass(frozen=True)
class Checklist:
    """Everything in words. counts: how many of the seven were said to be what.

    is_partial: for a manager, to whom nothing is told that is counted in records.
    """

    team: Team
    switch: Sequence[Link]
    rows: Sequence[Row]
    counts: Sequence[tuple[str, int]]
    gaps: int
    read_on: str
    is_partial: bool


def checklist(
    team: Team,
    teams: Sequence[Team],
    *,
    is_member: bool,
    coordinates: bool,
    at: dt.datetime,
) -> Checklist | None:
    """The checklist of a team; None when its figures are not for the reader."""
    figures = team_figures(team, is_member=is_member, at=at)
    if figures is None:
        return None
    said, found = judgements_of(team.pk), findings(figures)
    rows = [
        row(one, team, figures, found, said, coordinates=coordinates)
        for one in pack(team.method_pack).preconditions
    ]
    return Checklist(
        team=team,
        switch=switch(team, teams, PAGE),
        rows=rows,
        counts=_counts(rows),
        gaps=sum(1 for one in rows if one.gap),
        read_on=written_day(day_of(at)),
        is_partial=not is_member,
    )


def row(
    precondition: Precondition,
    team: Team,
    figures: Figures,
    found: Sequence[Finding],
    said: Mapping[str, Sequence[PreconditionJudgement]],
    *,
    coordinates: bool,
) -> Row:
    own = [one for one in found if one.precondition == precondition.code]
    latest, *earlier = [*said.get(precondition.code, ())] or [None]
    gap = disagreement(latest.word, own) if latest else None
    return Row(
        precondition=precondition,
        evidence=[evidence(one, figures) for one in own],
        nothing=UNSEEN if figures.practice else NOT_SHOWN,
        said=_said(latest, figures.today) if latest else None,
        earlier=[_said(one, figures.today) for one in earlier],
        gap=DISAGREEMENTS[gap] if gap else "",
        url=judge_url(team, precondition) if coordinates else "",
    )


def judge_url(team: Team, precondition: Precondition) -> str:
    address = reverse("staff:fidelity:judge", args=[slug_of(precondition)])
    return f"{address}?team={team.pk}"


def slug_of(precondition: Precondition) -> str:
    return precondition.code.lower().replace("_", "-")


def evidence(finding: Finding, figures: Figures) -> Evidence:
    stance, tone, icon = STANCES[finding.stance]
    return Evidence(
        words=in_words(finding.what, figures),
        stance=stance,
        tone=tone,
        icon=icon,
        source=SOURCES[finding.what],
    )


def _said(judgement: PreconditionJudgement, today: dt.date) -> Said:
    return Said(
        word=judgement.get_word_display(),
        tone=WORD_TONES[Word(judgement.word)],
        sentence=judgement.sentence,
        by=str(judgement.recorded_by),
        judged_on=written_day(judgement.judged_on),
        look_again=written_day(judgement.look_again_on),
        is_due=judgement.look_again_on <= today,
    )


def _counts(rows: Sequence[Row]) -> list[tuple[str, int]]:
    words = [one.said.word if one.said else NOT_SAID for one in rows]
    return [(word, words.count(word)) for word in (*Word.labels, NOT_SAID)]
