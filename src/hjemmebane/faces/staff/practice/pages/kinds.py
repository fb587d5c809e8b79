"""What can be noted about: activities and indicators, each with its words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.http import Http404

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import Indicator, MinimumActivity, UnknownCode
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.calculations.standings import Kind
from hjemmebane.domain.practice.choices import Judgement, Standing
from hjemmebane.domain.practice.models import ActivityStatus, IndicatorJudgement

type Entry = MinimumActivity | Indicator
type Note = ActivityStatus | IndicatorJudgement

TONES = {
    Standing.DONE: "good",
    Standing.UNDER_WAY: "accent",
    Judgement.MET: "good",
    Judgement.UNCLEAR: "warn",
}


@dataclass(frozen=True)
class NoteKind:
    """One kind of entry. `field`: what the note's answer is called; `settled`: that it is so."""

    kind: Kind
    slug: str
    field: str
    answers: type[TextChoices]
    settled: TextChoices
    model: type[Note]
    find: Callable[[MethodPack, str], Entry]

    def entry_of(self, course: Course, code: str) -> Entry:
        """The entry of the team's method. Raises Http404."""
        try:
            return self.find(pack(course.team.method_pack), code)
        except UnknownCode as error:
            raise Http404 from error

    def answer_in(self, note: Note) -> TextChoices:
        return self.answers(getattr(note, self.field))

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        return self.answers.choices


ACTIVITY = NoteKind(
    kind=Kind.ACTIVITY,
    slug="aktivitet",
    field="status",
    answers=Standing,
    settled=Standing.DONE,
    model=ActivityStatus,
    find=MethodPack.minimum_activity,
)
INDICATOR = NoteKind(
    kind=Kind.INDICATOR,
    slug="indikator",
    field="judgement",
    answers=Judgement,
    settled=Judgement.MET,
    model=IndicatorJudgement,
    find=MethodPack.indicator,
)
KINDS = {one.slug: one for one in (ACTIVITY, INDICATOR)}
BY_KIND = {one.kind: one for one in (ACTIVITY, INDICATOR)}


def kind_of(slug: str) -> NoteKind:
    """The kind an address names. Raises Http404."""
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]
