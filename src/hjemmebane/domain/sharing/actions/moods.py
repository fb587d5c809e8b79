"""How a citizen says they are. Whom it is shown to stays theirs to choose."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.sharing.choices import Feeling, ShownTo
from hjemmebane.domain.sharing.models import Mood
from hjemmebane.domain.sharing.rules import check_goes_on
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.records import AlreadySaved


@action
def say_mood(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    feeling: Feeling,
    word: str = "",
    shown_to: ShownTo = ShownTo.TEAM,
    by: Actor,
    at: dt.datetime,
) -> Mood:
    """The citizen says how they are, for themselves or for others too. Refuses an ended course."""
    check_goes_on(course)
    return Mood(
        id=id,
        course=course,
        feeling=feeling,
        word=word.strip(),
        shown_to=shown_to,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def keep_mood_to_oneself(*, mood: Mood, version: int, by: Actor, at: dt.datetime) -> Mood:
    """Nobody else sees it from now on; what they have seen, they have seen. Also when all is over.

    Raises EditConflict, and AlreadySaved where nobody else sees it.
    """
    if mood.shown_to == ShownTo.ME:
        raise AlreadySaved(mood)
    return mood.save_changes({"shown_to": ShownTo.ME}, version=version)
