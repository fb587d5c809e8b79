from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.plans.calculations import Question
from hjemmebane.domain.plans.choices import OverlapJudgement
from hjemmebane.domain.plans.models import Overlap


@dataclass(frozen=True)
class AskedQuestion:
    """A question with what the team has said to it, the newest first.

    An answer stands as long as what it rests on is the same.
    """

    question: Question
    said: Sequence[Overlap] = ()

    @property
    def answer(self) -> Overlap | None:
        """What stands; None for a question that is new, or that came back."""
        newest = self.said[0] if self.said else None
        return newest if newest and newest.rests_on == self.question.rests_on else None

    @property
    def is_open(self) -> bool:
        """Nobody has answered it as it is now, or the answer was that something must be done."""
        return self.answer is None or self.answer.judgement == OverlapJudgement.CONFLICT

    @property
    def came_back(self) -> bool:
        """It was answered, and then something changed."""
        return bool(self.said) and self.answer is None


def overlaps_of(*course_ids: UUID) -> QuerySet[Overlap]:
    """All that was said in courses to questions about several efforts, the newest first."""
    rows = Overlap.objects.filter(course_id__in=course_ids).select_related("recorded_by")
    return rows.order_by("-recorded_at", "-pk")


def with_answers(asked: Iterable[Question], said: Iterable[Overlap]) -> list[AskedQuestion]:
    """Each question with what was said to it; those still to be answered first."""
    by_key: dict[str, list[Overlap]] = {}
    for overlap in said:
        by_key.setdefault(overlap.key, []).append(overlap)
    found = [AskedQuestion(one, by_key.get(one.key, [])) for one in asked]
    return sorted(found, key=lambda one: not one.is_open)
