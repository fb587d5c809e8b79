"""The citizen's goals as paths of small steps: what is reached first, then the next ones."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.models import CitizenAnswer
from hjemmebane.domain.sharing.queries import latest_answers, own_goals, pictograms_of
from hjemmebane.faces.citizen.words import first_name, on_the
from hjemmebane.foundation.clock import day_of

OPEN, REACHED, DROPPED = "OPEN", "REACHED", "DROPPED"
SETTLED = {"DONE", "DROPPED"}
# What somebody said to it, as one reminds them of it.
SAID = {
    "AGREES": "Du har sagt ja.",
    "DISAGREES": "Du har sagt nej.",
    "NOT_NOW": "Du har sagt: ikke nu.",
}


@dataclass(frozen=True)
class Step:
    """A small step. is_fresh: reached today, so it may be thought of again."""

    key: UUID
    version: int
    text: str
    number: int
    is_reached: bool
    is_fresh: bool
    is_next: bool
    when: str
    picture: str
    said: str


@dataclass(frozen=True)
class Help:
    """Something that is done towards a goal, and by whom."""

    key: UUID
    what: str
    who: str
    said: str


@dataclass(frozen=True)
class GoalPath:
    """A goal and its steps. near: those of a short page; more: whether it leaves some out."""

    key: UUID
    text: str
    is_reached: bool
    picture: str
    said: str
    cheer: str
    steps: Sequence[Step]
    near: Sequence[Step]
    help: Sequence[Help]

    @property
    def more(self) -> bool:
        return len(self.near) < len(self.steps)


def goal_paths(course_id: UUID, *, at: dt.datetime) -> list[GoalPath]:
    """The goals that are worked on or reached. Six queries, however many there are."""
    goals = [goal for goal in own_goals(course_id) if goal.status != DROPPED]
    keys = [key for goal in goals for key in (goal.pk, *(s.pk for s in goal.sub_goals.all()))]
    pictures, answers = pictograms_of(course_id, keys), latest_answers([course_id])
    return [_path(goal, pictures, answers, day_of(at)) for goal in goals]


def said_of(answer: CitizenAnswer | None) -> str:
    """“Du har sagt nej. Fordi: Det er for tidligt.”; nothing where nothing was said."""
    if answer is None:
        return ""
    because = f" Fordi: {answer.reason}" if answer.reason else ""
    return SAID[answer.answer] + because


def _path(
    goal: object,
    pictures: Mapping[UUID, str],
    answers: Mapping[UUID, CitizenAnswer],
    today: dt.date,
) -> GoalPath:
    rows = [step for step in goal.sub_goals.all() if step.status != DROPPED]
    ahead = next((step.pk for step in rows if step.status == OPEN), None)
    steps = [
        Step(
            key=step.pk,
            version=step.version,
            text=step.text,
            number=number,
            is_reached=step.status == REACHED,
            is_fresh=step.status == REACHED and step.settled_on == today,
            is_next=step.pk == ahead,
            when=on_the(step.settled_on, today) if step.settled_on else "",
            picture=pictures.get(step.pk, ""),
            said=said_of(answers.get(step.pk)),
        )
        for number, step in enumerate(rows, start=1)
    ]
    return GoalPath(
        key=goal.pk,
        text=goal.text,
        is_reached=goal.status == REACHED,
        picture=pictures.get(goal.pk, ""),
        said=said_of(answers.get(goal.pk)),
        cheer=cheer(sum(step.is_reached for step in steps), len(steps)),
        steps=steps,
        near=near(steps),
        help=list(_help(goal.activities.all(), answers)),
    )


def near(steps: Sequence[Step]) -> list[Step]:
    """The last one that was reached, and the next two."""
    reached = [step for step in steps if step.is_reached]
    ahead = [step for step in steps if not step.is_reached]
    return [*reached[-1:], *ahead[:2]]


def cheer(reached: int, total: int) -> str:
    """What has gone well; what has not is not counted."""
    if not reached:
        return ""
    if reached == total:
        return "Du er nået hele vejen. Godt gået!"
    return "Du har nået 1 skridt. Godt gået!" if reached == 1 else f"Du har nået {reached} skridt."


def _help(activities: Iterable[object], answers: Mapping[UUID, CitizenAnswer]) -> Iterable[Help]:
    for one in activities:
        if one.status not in SETTLED:
            yield Help(one.pk, one.what, who_does(one), said_of(answers.get(one.pk)))


def who_does(activity: object) -> str:
    """“Ida”, “Lise fra Jobcenter Aabenby”, “Dig”. Whom the citizen knows is theirs to name."""
    if activity.staff_member:
        return first_name(activity.staff_member.name)
    if partner := activity.partner_person:
        return f"{first_name(partner.name)} fra {partner.organisation.name}"
    return "En, du kender" if activity.network_person_id else "Dig"
