"""The practice model of one citizen, complete before it is rendered."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from hjemmebane.design.charts.steps import Move, StepChart
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import PracticePart
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.queries import assessment_gaps
from hjemmebane.domain.practice.calculations.readings import Verdict
from hjemmebane.domain.practice.calculations.standings import (
    Kind,
    Point,
    what_is_missing,
    what_speaks_for_a_move,
)
from hjemmebane.domain.practice.models import ActivityStatus, Placement
from hjemmebane.domain.practice.queries import (
    activities_now,
    judgements_now,
    placements_of,
    points_in_parts,
)
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.moments import ago
from hjemmebane.faces.staff.parts import part_of, parts_for
from hjemmebane.faces.staff.practice.forms import PlacementForm
from hjemmebane.faces.staff.practice.pages.kinds import BY_KIND, TONES, Note, NoteKind
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day

READ = "Læst i journalen"


@dataclass(frozen=True)
class Refusal:
    """A tap that was not taken: on which entry, and why."""

    anchor: str
    sentence: str


@dataclass(frozen=True)
class EntryOnPage:
    """An activity or an indicator: what it asks, what was said, and what the record tells."""

    point: Point
    kind: NoteKind
    said: str
    tone: str
    note: Note | None
    when: str
    refusal: str
    is_wanted: bool
    tap_id: UUID = field(default_factory=new_id)

    @property
    def anchor(self) -> str:
        return self.point.entry.anchor

    @property
    def words(self) -> str:
        """What the record tells; empty when it cannot tell."""
        return self.point.reading.words if self.point.reading else ""

    @property
    def who(self) -> str:
        """Who sees to an activity."""
        seen_to = self.note.staff_member if isinstance(self.note, ActivityStatus) else None
        return str(seen_to or "")

    @property
    def taps(self) -> Sequence[tuple[str, str]]:
        """What can be said with one tap: everything but what is said."""
        now = self.point.noted
        return [(value, label) for value, label in self.kind.choices if value != now]


@dataclass(frozen=True)
class PartOnPage:
    """A part of the model; what speaks for a move and what is missing stand in the present one."""

    part: PracticePart
    is_present: bool
    is_open: bool
    activities: Sequence[EntryOnPage]
    indicators: Sequence[EntryOnPage]
    speaks: Sequence[Point]
    missing: Sequence[Point]

    @property
    def label(self) -> str:
        here = " – her er I nu" if self.is_present else ""
        lacking = f"mangler {len(self.missing)}" if self.missing else "intet mangler"
        return f"{self.part.number}. {self.part.short_title}{here} ({lacking})"


@dataclass(frozen=True)
class Earlier:
    """What was last noted about an entry of a method that the team has left."""

    title: str
    said: str
    text: str
    when: str


@dataclass(frozen=True)
class PracticePage:
    parts: Sequence[PartOnPage]
    placements: Sequence[Placement]
    path: StepChart | None
    move_form: PlacementForm
    elsewhere: str
    earlier: Sequence[Earlier]

    def part_with(self, anchor: str) -> PartOnPage:
        """The part an entry stands in."""
        return next(
            part
            for part in self.parts
            if anchor in {entry.anchor for entry in (*part.activities, *part.indicators)}
        )


def practice_page(
    frame: CitizenFrame,
    *,
    at: dt.datetime,
    wanted: str = "",
    refusal: Refusal | None = None,
    move_form: PlacementForm | None = None,
) -> PracticePage:
    """Everything on the page. `wanted`: the anchor of the entry the reader comes back to."""
    course, parts = frame.course, parts_for(frame.course)
    placements = list(placements_of(course.pk))
    points = points_in_parts({course: parts}, assessment_gaps([course.pk]), today=day_of(at))[
        course.pk
    ]
    desk = _Desk(
        notes={
            Kind.ACTIVITY: activities_now(course.pk),
            Kind.INDICATOR: judgements_now(course.pk),
        },
        present=present_part(course, placements),
        wanted=wanted,
        refusal=refusal,
        today=day_of(at),
    )
    return PracticePage(
        parts=[desk.part(part, points[part.code]) for part in parts],
        placements=placements,
        path=path_of(placements, parts, until=course.ended_on or day_of(at)),
        move_form=move_form or PlacementForm(first={"from_on": day_of(at)}, parts=parts),
        elsewhere=placed_elsewhere(course, placements),
        earlier=earlier_methods(course, desk.notes),
    )


@dataclass(frozen=True)
class _Desk:
    """What the parts of a page are laid out with."""

    notes: Mapping[Kind, Mapping[str, Note]]
    present: str
    wanted: str
    refusal: Refusal | None
    today: dt.date

    def part(self, part: PracticePart, points: Sequence[Point]) -> PartOnPage:
        entries = [self.entry(point) for point in points]
        is_present = part.code == self.present
        return PartOnPage(
            part=part,
            is_present=is_present,
            is_open=is_present or any(entry.is_wanted for entry in entries),
            activities=[e for e in entries if e.kind.kind is Kind.ACTIVITY],
            indicators=[e for e in entries if e.kind.kind is Kind.INDICATOR],
            speaks=what_speaks_for_a_move(points),
            missing=what_is_missing(points),
        )

    def entry(self, point: Point) -> EntryOnPage:
        kind = BY_KIND[point.kind]
        note = self.notes[point.kind].get(point.entry.code)
        said, tone = said_of(point, kind)
        anchor = point.entry.anchor
        refused = self.refusal and self.refusal.anchor == anchor
        return EntryOnPage(
            point=point,
            kind=kind,
            said=said,
            tone=tone,
            note=note,
            when=f"{note.recorded_by}, {ago(note.noted_on, self.today)}" if note else "",
            refusal=self.refusal.sentence if refused else "",
            is_wanted=anchor == self.wanted,
        )


def said_of(point: Point, kind: NoteKind) -> tuple[str, str]:
    """Where an entry stands in a few words, and in which tone."""
    if point.noted:
        answer = kind.answers(point.noted)
        return answer.label, TONES.get(answer, "")
    if not point.is_read:
        return "Ikke vurderet", ""
    is_met = point.reading.verdict is Verdict.MET
    answer = kind.settled if is_met else kind.answers["NOT_YET"]
    return f"{READ}: {answer.label.lower()}", "note"


def path_of(
    placements: Sequence[Placement], parts: Sequence[PracticePart], *, until: dt.date
) -> StepChart | None:
    """The way through the parts; nothing before the first placement."""
    if not placements:
        return None
    placed = [(part_of(placement), placement.from_on) for placement in reversed(placements)]
    now = {part.code: named(part) for part in parts}
    before = {part.code: part for part, _ in placed if part.code not in now}
    old = sorted(before.values(), key=lambda part: part.number)
    return StepChart(
        name="vejen",
        title="Vejen gennem praksismodellen",
        levels=[*(formerly(part) for part in old), *now.values()],
        moves=[Move(now.get(part.code) or formerly(part), day) for part, day in placed],
        until=until,
    )


def formerly(part: PracticePart) -> str:
    """A part of a method that the team has left."""
    return f"{part.short_title} (før)"


def present_part(course: Course, placements: Sequence[Placement]) -> str:
    """The part the course is in, if it is one of the method the team has now."""
    if not placements or placements[0].method_pack != course.team.method_pack:
        return ""
    return placements[0].part


def placed_elsewhere(course: Course, placements: Sequence[Placement]) -> str:
    """What to say of a course that was placed before the team took up the method it has."""
    if not placements or placements[0].method_pack == course.team.method_pack:
        return ""
    old, new = pack(placements[0].method_pack).title, pack(course.team.method_pack).title
    part = part_of(placements[0]).title
    return f"Borgeren stod i “{part}” i {old}. Teamet arbejder nu efter {new}: placér på ny."


def earlier_methods(course: Course, notes: Mapping[Kind, Mapping[str, Note]]) -> list[Earlier]:
    """Nothing is lost when a team changes methods: it is read in the words it was written in."""
    found = []
    for kind, noted in notes.items():
        for note in noted.values():
            if note.method_pack != course.team.method_pack:
                told = BY_KIND[kind]
                entry = told.find(pack(note.method_pack, note.method_version), note.code)
                said, when = told.answer_in(note).label, written_day(note.noted_on)
                found.append(Earlier(entry.title, said, note.note, when))
    return found


def named(part: PracticePart) -> str:
    return f"{part.number}. {part.short_title}"


@dataclass(frozen=True)
class Noted:
    """One earlier note on the page of an entry."""

    said: str
    tone: str
    text: str
    who: str
    when: str


def history_of(kind: NoteKind, notes: Sequence[Note]) -> list[Noted]:
    """What was said about an entry, the newest first."""
    return [
        Noted(
            said=kind.answer_in(note).label,
            tone=TONES.get(kind.answer_in(note), ""),
            text=note.note,
            who=str(note.recorded_by),
            when=written_day(note.noted_on),
        )
        for note in notes
    ]
