"""How the team keeps at it with one citizen, by the same arithmetic that raises follow-ups."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.calculations.facts import Facts, who_tried
from hjemmebane.domain.contacts.calculations.persistence import (
    CONTACT,
    Rules,
    Situation,
    cadence_days,
    situations,
)
from hjemmebane.domain.contacts.queries import contact_facts
from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.staff.moments import ago
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class PersistenceOnPage:
    """facts: in words. next_step: empty while contact is as agreed."""

    facts: Sequence[tuple[str, str]]
    next_step: str = ""
    who: str = ""
    by: str = ""
    is_late: bool = False


def persistence_on_page(course: Course, at: dt.datetime) -> PersistenceOnPage | None:
    """One query; None once the course has ended."""
    known = contact_facts(course.pk, at=at) if course.is_open else None
    if known is None or known[0].is_over:
        return None
    facts, rules = known
    asked = situations(facts, rules, today=day_of(at))
    step = next((one for one in asked if one.concerns == CONTACT), None)
    told = list(_facts(facts, rules, day_of(at)))
    return _with_step(told, facts, step, day_of(at)) if step else PersistenceOnPage(told)


def _with_step(
    told: Sequence[tuple[str, str]], facts: Facts, step: Situation, today: dt.date
) -> PersistenceOnPage:
    names = {one.id: one.name for one in facts.team}
    return PersistenceOnPage(
        facts=told,
        next_step=step.suggestion,
        who=names[step.to] if step.to else "Hele teamet",
        by="i dag" if step.due_on == today else written_day(step.due_on),
        is_late=step.due_on <= today,
    )


def _facts(facts: Facts, rules: Rules, today: dt.date) -> Iterator[tuple[str, str]]:
    yield "Sidst mødt", ago(facts.waited_since, today) if facts.last_met else "Ikke endnu"
    if facts.stay:
        yield "Lige nu", f"Borgeren er {facts.stay.called} siden {written_day(facts.stay.from_on)}"
    elif facts.pause:
        yield "Lige nu", f"I bero siden {written_day(facts.pause.from_on)}"
    else:
        limit = cadence_days(facts, rules)
        yield "I regner med", "Hver dag" if limit == 1 else f"Højst {limit} dage mellem vi ses"
    if facts.attempts:
        names = {one.id: one.name for one in facts.team}
        tried = sorted(names[who] for who in who_tried(facts.attempts) if who in names)
        yield "Forsøg siden", str(len(facts.attempts))
        yield "Hvem har prøvet", ", ".join(tried) or "Tidligere kolleger"
    if facts.agreement and facts.agreement.steps:
        yield "Når borgeren trækker sig", ". ".join(words for _, words in facts.agreement.steps)
