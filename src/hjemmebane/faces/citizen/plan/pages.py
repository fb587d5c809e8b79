"""Min plan: my words first, then who comes, then the steps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.sharing.queries import (
    own_goals,
    own_reflections,
    own_wishes_as_said,
    pictograms_of,
)
from hjemmebane.faces.citizen.goals import GoalPath, goal_paths
from hjemmebane.faces.citizen.meetings import Meeting, meetings_to_come, next_of
from hjemmebane.faces.citizen.mine import Mine
from hjemmebane.faces.citizen.voices import Voice, voices_of

WISHES_FIRST = 2
MINE = "CITIZEN"
# Of what somebody said: heading, kind
SAYINGS = (
    ("Det virker", "WORKS"),
    ("Det er svært", "WORRY"),
    ("Det skal ske", "NEXT_STEP"),
)


@dataclass(frozen=True)
class Words:
    """Something the citizen wants, as said, and the picture beside it.

    voices: what was spoken or photographed. wording: how the team writes it, where that is
    otherwise. is_in_plan: whether the team has taken it in.
    """

    key: UUID
    text: str
    picture: str
    wording: str = ""
    voices: Sequence[Voice] = ()
    is_in_plan: bool = True


@dataclass(frozen=True)
class PlanPage:
    """`wishes` are those one sees first; `more_wishes` are folded away."""

    wishes: Sequence[Words]
    more_wishes: Sequence[Words]
    meeting: Meeting | None
    goals: Sequence[GoalPath]
    sayings: Sequence[tuple[str, Sequence[str]]]
    is_open: bool


def plan_page(me: Mine, *, at: dt.datetime) -> PlanPage:
    """As many queries whatever is in the plan."""
    wishes = words_of(me)
    reflections = [one for one in own_reflections(me.course_id) if one.said_by == MINE]
    said = [
        (heading, [one.text for one in reflections if one.kind == kind])
        for heading, kind in SAYINGS
    ]
    return PlanPage(
        wishes=wishes[:WISHES_FIRST],
        more_wishes=wishes[WISHES_FIRST:],
        meeting=next_of(meetings_to_come(me.course_id, at=at)),
        goals=goal_paths(me.course_id, at=at),
        sayings=[(heading, texts) for heading, texts in said if texts],
        is_open=me.is_open,
    )


def words_of(me: Mine) -> list[Words]:
    """What the citizen wants, as said."""
    wishes = own_wishes_as_said(me.course_id)
    pictures = pictograms_of(me.course_id, [wish.key for wish in wishes])
    return [
        Words(
            key=wish.key,
            text=wish.text,
            picture=pictures.get(wish.key, ""),
            wording=wish.wording,
            voices=voices_of(wish.recordings),
            is_in_plan=wish.is_in_plan,
        )
        for wish in wishes
    ]


def words_beside(me: Mine, item_id: UUID) -> Words | None:
    """The wish, goal or step that a picture is to stand beside; None for all else."""
    goals = list(own_goals(me.course_id))
    steps = [step for goal in goals for step in goal.sub_goals.all()]
    for one in (*goals, *steps):
        if one.pk == item_id:
            picture = pictograms_of(me.course_id, [item_id]).get(item_id, "")
            return Words(one.pk, one.text, picture)
    wishes = [wish for wish in words_of(me) if wish.is_in_plan]
    return next((wish for wish in wishes if wish.key == item_id), None)
