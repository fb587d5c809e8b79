"""The columns there are: where each stands in an address, how a cell is drawn, what it sorts by.

To add one: its code and heading in `teams/choices.py`, its drawing here, and, where no column asks
for it yet, its query in `lines.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.plans.queries import AssessmentState
from hjemmebane.domain.practice.calculations.standings import Point, what_is_missing
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.faces.staff.board.pages.lines import Line
from hjemmebane.faces.staff.courses.pages.standing import intensity_in_words
from hjemmebane.faces.staff.light import tag_of
from hjemmebane.faces.staff.moments import ago, coming_moment
from hjemmebane.faces.staff.reasons import reason_of
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.letters import alphabetical_key
from hjemmebane.foundation.written import written_day

ASCENDING, DESCENDING = "ascending", "descending"
# What calls for the team comes first, what nobody has looked at last.
URGENCY = {Light.RED: 0, Light.YELLOW: 1, Light.GREEN: 2}
LAST = (1,)

type SortKey = tuple[object, ...]


@dataclass(frozen=True)
class Tag:
    """A state in a word or two; the colour and the icon only help."""

    label: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, everything in words.

    none: what is said quietly when there is nothing.
    small: under it, quietly; with `url` it is a link, and `spoken` what a screen reader adds to it.
    below: under that, quietly; late: loudly.
    said: the citizen's own words.
    """

    text: str = ""
    none: str = ""
    tag: Tag | None = None
    small: str = ""
    url: str = ""
    spoken: str = ""
    below: str = ""
    late: str = ""
    said: str = ""


@dataclass(frozen=True)
class Column:
    """key: what the rows are sorted by, when that makes sense. aria: how that order is called."""

    code: BoardColumn
    slug: str
    draw: Callable[[Line], Cell]
    key: Callable[[Line], SortKey] | None = None
    aria: str = ASCENDING

    @property
    def heading(self) -> str:
        return str(self.code.label)


def by_name(line: Line) -> SortKey:
    return (alphabetical_key(line.name),)


def _light(line: Line) -> Cell:
    tag = tag_of(line.light, line.today)
    if tag is None:
        return Cell(none="Ikke set på")
    return Cell(tag=Tag(tag.label, tag.tone, tag.icon), small=tag.when)


def by_light(line: Line) -> SortKey:
    return (0, URGENCY[line.light.colour]) if line.light else LAST


def _reason(line: Line) -> Cell:
    if line.entry is None:
        return Cell(none="Ingen")
    why, note, day = reason_of(line.entry), line.entry.note, written_day(line.entry.review_on)
    if line.entry.review_on < line.today:
        return Cell(why, small=note, late=f"Skulle være set på igen {day} – dagen er gået")
    return Cell(why, small=note, below=f"Ses på igen {day}")


def by_review(line: Line) -> SortKey:
    return (0, line.entry.review_on) if line.entry else LAST


def _last_met(line: Line) -> Cell:
    contact = line.contact
    if contact is None:
        return Cell(none="Ikke endnu")
    in_vain, after = contact.attempts_since_met, " derefter" if contact.last_met_at else ""
    tag = Tag(f"{in_vain} forsøg{after}", "warn") if in_vain else None
    if contact.last_met_at is None:
        return Cell(none="Ikke endnu", tag=tag)
    return Cell(ago(day_of(contact.last_met_at), line.today), tag=tag)


def by_last_met(line: Line) -> SortKey:
    """The longest ago first, and before them who has not been met at all."""
    met_at = line.contact.last_met_at if line.contact else None
    return (1, met_at) if met_at else (0, line.course.started_on)


def _next(line: Line) -> Cell:
    coming = line.appointment
    if coming is None:
        return Cell(none="Ingen")
    return Cell(coming_moment(coming.starts_at, line.at), small=coming.staff_member.name)


def by_next(line: Line) -> SortKey:
    return (0, line.appointment.starts_at) if line.appointment else LAST


def _part(line: Line) -> Cell:
    if line.part is None:
        return Cell(none="Ikke valgt")
    return Cell(
        line.part.short_title,
        small=lacks(line.points),
        url=reverse("staff:practice:page", args=[line.citizen_id]),
        spoken=" i praksismodellen",
    )


def by_part(line: Line) -> SortKey:
    return (0, line.part.number) if line.part else LAST


def _primary(line: Line) -> Cell:
    return Cell(line.primary.staff_member.name) if line.primary else Cell(none="Ikke valgt")


def by_primary(line: Line) -> SortKey:
    return (0, alphabetical_key(line.primary.staff_member.name)) if line.primary else LAST


def _assessment(line: Line) -> Cell:
    missing = kinds_among(line.gaps, [state for state in line.gaps if state.is_missing])
    under_way = kinds_among(line.gaps, [state for state in line.gaps if state.is_under_way])
    return Cell(
        f"Mangler {missing}" if missing else "",
        none="" if missing or under_way else "Intet mangler",
        small=f"I gang: {under_way}" if under_way else "",
    )


def _intensity(line: Line) -> Cell:
    return Cell(intensity_in_words(line.intensity)) if line.intensity else Cell(none="Ikke aftalt")


def _tasks(line: Line) -> Cell:
    waiting = [
        _counted(len(line.tasks), "opgave", "opgaver"),
        _counted(len(line.follow_ups), "opfølgning", "opfølgninger"),
    ]
    days = [day for day in [*line.tasks, *line.follow_ups] if day]
    late = sum(day < line.today for day in days)
    said = ", ".join(filter(None, waiting))
    return Cell(said, none="" if said else "Ingen", late=f"{late} over tiden" if late else "")


def by_tasks(line: Line) -> SortKey:
    """What is due the soonest first; then what has no day; then who has nothing."""
    days = [day for day in [*line.tasks, *line.follow_ups] if day]
    if days:
        return (0, min(days))
    return (1,) if line.tasks else (2,)


def _wish(line: Line) -> Cell:
    return Cell(said=line.wish.text) if line.wish else Cell(none="Ikke skrevet endnu")


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def lacks(points: Sequence[Point]) -> str:
    """“3 åbne punkter”: what of the present part is neither done nor met; empty for nothing."""
    return _counted(len(what_is_missing(points)), "åbent punkt", "åbne punkter")


def kinds_among(states: Sequence[AssessmentState], some: Sequence[AssessmentState]) -> str:
    """“somatisk, rusmidler”: the kinds of `some` assessments; “alt” when they are all."""
    if states and len(some) == len(states):
        return "alt"
    return ", ".join(state.kind.short_name for state in some)


COLUMNS = {
    column.code: column
    for column in (
        Column(BoardColumn.LIGHT, "lys", _light, by_light, DESCENDING),
        Column(BoardColumn.REASON, "grund", _reason, by_review),
        Column(BoardColumn.LAST_MET, "moedt", _last_met, by_last_met),
        Column(BoardColumn.NEXT, "aftale", _next, by_next),
        Column(BoardColumn.PART, "del", _part, by_part),
        Column(BoardColumn.PRIMARY, "kontakt", _primary, by_primary),
        Column(BoardColumn.ASSESSMENT, "udredning", _assessment),
        Column(BoardColumn.INTENSITY, "intensitet", _intensity),
        Column(BoardColumn.TASKS, "opgaver", _tasks, by_tasks),
        Column(BoardColumn.WISH, "oensker", _wish),
    )
}
USUAL = (
    BoardColumn.LIGHT,
    BoardColumn.REASON,
    BoardColumn.LAST_MET,
    BoardColumn.NEXT,
    BoardColumn.PART,
    BoardColumn.PRIMARY,
    BoardColumn.ASSESSMENT,
)


def columns_named(codes: Sequence[str]) -> list[Column]:
    """The columns of these codes, in that order. One that is no longer there is left out."""
    return [COLUMNS[BoardColumn(code)] for code in codes if code in BoardColumn.values]
