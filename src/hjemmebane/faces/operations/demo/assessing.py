"""Where the assessments of a composed person stand, who sees to them and what hinders."""

from collections.abc import Callable, Iterator

from hjemmebane.domain.plans.choices import AssessmentKind, AssessmentStatus
from hjemmebane.faces.operations.demo.chance import happens, pick
from hjemmebane.faces.operations.demo.entries import AssessmentEntry
from hjemmebane.faces.operations.demo.ingredients import Person

STEPS_TO = (
    AssessmentStatus.NEEDED,
    AssessmentStatus.ORDERED,
    AssessmentStatus.UNDER_WAY,
    AssessmentStatus.DONE,
)
STUCK = {AssessmentStatus.NEEDED, AssessmentStatus.ORDERED}
# Who sees to it: a function in the team, or somebody outside in words.
SEEN_TO_BY = {
    AssessmentKind.SOCIAL: "AUTHORITY",
    AssessmentKind.SECTION_141: "AUTHORITY",
    AssessmentKind.SOMATIC: "Egen læge",
    AssessmentKind.PSYCHIATRIC: "Distriktspsykiatrien",
    AssessmentKind.SUBSTANCE: "HEALTH",
    AssessmentKind.COORDINATING: "Distriktspsykiatrien",
}
BARRIERS = {
    AssessmentKind.PSYCHIATRIC: (
        "De vil først udrede efter tre måneder uden stoffer.",
        "Ventetiden er 14 uger.",
        "Udeblev to gange. Vi har bedt om, at de kommer ud.",
    ),
    AssessmentKind.SOMATIC: (
        "Vil kun derhen, hvis en af os er med.",
        "Har ikke valgt læge efter flytningen.",
    ),
    AssessmentKind.SUBSTANCE: ("Vil tale om det, men ikke på centret.",),
}
LATER = 20  # weeks with a plan before these two are taken up


def assessments(
    person: Person, planned: int, responsible: Callable[[str], str]
) -> Iterator[AssessmentEntry]:
    """`planned`: weeks since the plan was opened. `responsible`: who in the team has a function."""
    for kind, status in {**person.assessments, **_later_on(person, planned)}.items():
        who = SEEN_TO_BY[kind]
        yield AssessmentEntry(
            kind=kind,
            who=responsible(who) if who.isupper() else who,
            barrier=_barrier(person, kind, status),
            **_days(status, planned),
        )


def _later_on(person: Person, planned: int) -> dict[AssessmentKind, AssessmentStatus]:
    """What most teams come to last: the § 141 offer and the region's plan."""
    if planned < LATER:
        return {}
    ways = (AssessmentStatus.NEEDED, AssessmentStatus.ORDERED, AssessmentStatus.DONE)
    found = {AssessmentKind.SECTION_141: pick(ways, person.code, "141")}
    if AssessmentKind.PSYCHIATRIC in person.assessments and happens(60, person.code, "region"):
        further = (*ways, AssessmentStatus.NOT_RELEVANT)
        found[AssessmentKind.COORDINATING] = pick(further, person.code, "region plan")
    return found


def _days(status: AssessmentStatus, planned: int) -> dict[str, str]:
    """When each step was taken, evenly spread over the time with a plan."""
    days = {"needed": f"{planned}w"}
    if status not in STEPS_TO:
        return {**days, status.lower(): f"{max(1, planned // 2)}w"}
    passed = STEPS_TO[1 : STEPS_TO.index(status) + 1]
    return days | {
        step.lower(): f"{max(1, planned - (place + 1) * max(1, planned // 4))}w"
        for place, step in enumerate(passed)
    }


def _barrier(person: Person, kind: AssessmentKind, status: AssessmentStatus) -> str:
    if status == AssessmentStatus.DECLINED:
        return "Vil helst ikke lige nu."
    if status in STUCK and kind in BARRIERS:
        return pick(BARRIERS[kind], person.code, kind)
    return ""
