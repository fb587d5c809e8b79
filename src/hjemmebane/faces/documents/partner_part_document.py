"""A partner's own part of a citizen's plan: as plain text to copy, and on paper."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer


@dataclass(frozen=True)
class DonePart:
    """What the partner does, how far it has come, and what was said about it."""

    what: str
    detail: str
    status: str
    answer: str
    messages: tuple[str, ...]


@dataclass(frozen=True)
class GoalPart:
    """A goal that the partner contributes to, in the words of the citizen and the plan."""

    goal: str
    wishes: Sequence[str]
    steps: Sequence[str]
    done: Sequence[DonePart]


@dataclass(frozen=True)
class PartnerPart:
    """All of it in words. others: what is for no goal that is open any more."""

    citizen: str
    partner: str
    organisation: str
    day: str
    consents: Sequence[str]
    goals: Sequence[GoalPart]
    others: Sequence[DonePart]
    appointments: Sequence[str]

    @property
    def title(self) -> str:
        return f"Vores del af planen: {self.citizen}"


def partner_part_text(part: PartnerPart) -> str:
    """Plain text that any record takes."""
    return "\n".join(_lines(part)).strip() + "\n"


def _lines(part: PartnerPart) -> Iterator[str]:
    yield part.title
    yield f"{part.partner}, {part.organisation}. {part.day}"
    yield from part.consents
    for goal in part.goals:
        yield ""
        yield f"MÅL: {goal.goal}"
        yield from (f"Ønske: “{wish}”" for wish in goal.wishes)
        yield from (f"Delmål: {step}" for step in goal.steps)
        yield from _done(goal.done)
    if part.others:
        yield ""
        yield "ANDET, VI GØR"
        yield from _done(part.others)
    if part.appointments:
        yield ""
        yield "AFTALER"
        yield from (f"- {appointment}" for appointment in part.appointments)


def _done(done: Sequence[DonePart]) -> Iterator[str]:
    for one in done:
        yield f"- {one.what} ({one.status.lower()})"
        yield from (f"  {line}" for line in (one.detail, one.answer, *one.messages) if line)


def partner_part_pdf(part: PartnerPart, *, is_demo: bool, at: dt.datetime) -> bytes:
    """The same as a tagged PDF."""
    data = {
        **asdict(part),
        "title": part.title,
        "footer": footer(f"Hentet {part.day} af {part.partner}", is_demo=is_demo),
    }
    return pdf("partner_part.typ", data, at=at)
