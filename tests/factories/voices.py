"""What citizens say through their own door."""

from hjemmebane.domain.sharing.actions import Recorded, answer_as_citizen, suggest
from hjemmebane.domain.sharing.choices import RecordingKind
from hjemmebane.domain.sharing.models import CitizenAnswer, Suggestion
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Case

# What WebM begins with, as browsers record it.
SOUND = b"\x1a\x45\xdf\xa3 sagt"


def spoken() -> Recorded:
    """A voice message."""
    return Recorded(new_id(), RecordingKind.AUDIO, "audio/webm", SOUND)


def suggested(case: Case, by: Actor, **changes: object) -> Suggestion:
    """Something the citizen asks for: a step unless told; they act."""
    given = {"id": new_id(), "course": case.course, "kind": "STEP", "text": "Fodre ænder"}
    return suggest(**given | changes, by=by, at=now())


def said_no(case: Case, by: Actor, **changes: object) -> CitizenAnswer:
    """The citizen says no to their goal; they act."""
    given = {
        "id": new_id(),
        "course": case.course,
        "kind": "GOAL",
        "item_id": case.goal.pk,
        "answer": "DISAGREES",
        "reason": "Det er for tidligt",
    }
    return answer_as_citizen(**given | changes, by=by, at=now())
