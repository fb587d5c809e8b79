"""What a treatment meeting looks at besides: the plan as a whole, with every profession's part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.plans.choices import ReflectionKind
from hjemmebane.domain.plans.queries import WholePlan, method_of, whole_plan
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk


@dataclass(frozen=True)
class Depth:
    """The plan in names and values; what nobody has written is left out."""

    facts: Sequence[tuple[str, str]]
    plan_url: str


def depth_of(desk: CitizenDesk) -> Depth | None:
    """None where the meeting does not go into depth."""
    if desk.meeting.kind != MeetingKind.TREATMENT:
        return None
    url = reverse("staff:plans:page", args=[desk.course.citizen_id])
    return Depth(list(facts_of(whole_plan(desk.plan))) if desk.plan else [], url)


def facts_of(whole: WholePlan) -> Iterator[tuple[str, str]]:
    plan, lines = whole.plan, {one.code: one.title for one in method_of(whole.plan).contributions}
    told = [
        ("Indsatsformål", plan.purpose),
        ("Ressourcer", in_a_row(str(one) for one in whole.resources)),
        *(
            (kind.label, in_a_row(one.text for one in whole.reflections[kind]))
            for kind in ReflectionKind
        ),
        *((lines.get(one.line, one.line), one.text) for one in whole.contributions),
        ("Tværfaglig evaluering", plan.cross_professional_evaluation),
    ]
    yield from (fact for fact in told if fact[1])


def in_a_row(texts: Iterable[str]) -> str:
    return " · ".join(text.rstrip(".") for text in texts)
