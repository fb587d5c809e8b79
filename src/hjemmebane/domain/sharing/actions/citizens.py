"""What a citizen does in their own plan. Nobody else's words are touched by it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import Goal, SubGoal
from hjemmebane.domain.sharing.choices import (
    AnswerAbout,
    AnswerGiven,
    RecordingKind,
    SharingRefusal,
    StoryTheme,
    SuggestionKind,
)
from hjemmebane.domain.sharing.models import CitizenAnswer, Pictogram, Recording, Story, Suggestion
from hjemmebane.domain.sharing.queries import recording_place
from hjemmebane.domain.sharing.rules import (
    check_can_keep,
    check_can_reach,
    check_can_take_up,
    check_goes_on,
    check_is_in_plan,
    check_is_own_goal,
    check_symbol,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved
from hjemmebane.foundation.sealing import seal_bytes


@dataclass(frozen=True)
class Recorded:
    """What a citizen spoke or photographed, as it is to be kept: a picture is drawn anew before."""

    id: UUID
    kind: RecordingKind
    content_type: str
    content: bytes


@action
def reach_own_step(
    *, course: Course, step: SubGoal, version: int, by: Actor, at: dt.datetime
) -> SubGoal:
    """The citizen says that a small step is reached. Worth celebrating.

    Refuses an ended course and a step that is settled. Raises EditConflict, and AlreadySaved for
    what was reached today: the citizen does not read the history that would say by whom.
    """
    check_goes_on(course)
    _see_as_it_stands(step)
    if (step.status, step.settled_on) == (GoalStatus.REACHED, day_of(at)):
        raise AlreadySaved(step)
    check_can_reach(step)
    changes = {"status": GoalStatus.REACHED, "settled_on": day_of(at)}
    return step.save_changes(changes, version=version)


@action
def take_up_own_step(
    *, course: Course, step: SubGoal, version: int, by: Actor, at: dt.datetime
) -> SubGoal:
    """The citizen thinks again about a step that was reached today.

    Refuses an ended course, a step that is not reached, and one of another day. Raises
    EditConflict, and AlreadySaved where it is open again.
    """
    check_goes_on(course)
    _see_as_it_stands(step)
    if step.status == GoalStatus.OPEN:
        raise AlreadySaved(step)
    check_can_take_up(step, today=day_of(at))
    return step.save_changes({"status": GoalStatus.OPEN, "settled_on": None}, version=version)


@action
def answer_as_citizen(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    kind: AnswerAbout,
    item_id: UUID,
    answer: AnswerGiven,
    reason: str,
    by: Actor,
    at: dt.datetime,
) -> CitizenAnswer:
    """The citizen says yes, no or not now to one thing in the plan.

    Refuses an ended course, and what does not stand in this one.
    """
    check_goes_on(course)
    check_is_in_plan(course, kind, item_id)
    return CitizenAnswer(
        id=id,
        course=course,
        kind=kind,
        item_id=item_id,
        answer=answer,
        reason=reason.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def suggest(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    kind: str,
    text: str,
    goal: Goal | None = None,
    recorded: Sequence[Recorded] = (),
    by: Actor,
    at: dt.datetime,
) -> Suggestion:
    """The citizen asks the team for something, in writing or with a recording beside it.

    Refuses an ended course, somebody else's goal, a recording that cannot be kept, and nothing
    said: only “ring til mig” says enough by itself.
    """
    check_goes_on(course)
    check_is_own_goal(course, goal)
    if not (text.strip() or recorded or kind == SuggestionKind.CALL_ME):
        raise Refused(SharingRefusal.NOTHING_SAID, field="text")
    suggestion = Suggestion(
        id=id,
        course=course,
        kind=kind,
        text=text.strip(),
        goal=goal,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()
    for one in recorded:
        add_recording(
            id=one.id,
            suggestion=suggestion,
            kind=one.kind,
            content_type=one.content_type,
            content=one.content,
            by=by,
            at=at,
        )
    return suggestion


@action
def add_recording(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    suggestion: Suggestion,
    kind: RecordingKind,
    content_type: str,
    content: bytes,
    by: Actor,
    at: dt.datetime,
) -> Recording:
    """Keep what the citizen spoke or photographed, sealed, with what they asked for.

    Refuses what is too large, and what is not the kind it says it is.
    """
    check_can_keep(kind, content_type, content)
    return Recording(
        id=id,
        course_id=suggestion.course_id,
        suggestion=suggestion,
        kind=kind,
        content_type=content_type,
        size=len(content),
        content_sealed=seal_bytes(content, place=recording_place(id)),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def tell_story(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    theme: StoryTheme,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> Story:
    """The citizen tells of their life, the team or the future. Kept as said; told again at will."""
    check_goes_on(course)
    return Story(
        id=id,
        course=course,
        theme=theme,
        text=text.strip(),
        told_on=day_of(at),
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def choose_pictogram(
    *, course: Course, item_id: UUID, symbol: str, by: Actor, at: dt.datetime
) -> Pictogram:
    """The citizen puts a picture beside some words, or another one in its place.

    Of two that are pressed at the same time the one that came last stands. Refuses an ended course,
    and a picture there is none of.
    """
    check_goes_on(course)
    check_symbol(symbol)
    take_turns(f"sharing.choose_pictogram {course.pk}")
    chosen = Pictogram.objects.filter(course=course, item_id=item_id).first()
    if chosen:
        return chosen.save_changes({"symbol": symbol}, version=chosen.version)
    return Pictogram(
        course=course, item_id=item_id, symbol=symbol, recorded_by_id=by.user_id, recorded_at=at
    ).insert()


@action
def stop_sharing(*, consent: Consent, version: int, by: Actor, at: dt.datetime) -> Consent:
    """The citizen shuts a partner's door, from this moment. Refuses the team's own consent."""
    return withdraw_consent(consent=consent, version=version, by=by, at=at)


def _see_as_it_stands(step: SubGoal) -> None:
    """Two presses at the same time are one after the other: the second sees what the first did."""
    take_turns(f"sharing.step {step.pk}")
    step.refresh_from_db()
