"""Counting many tables at once: one statement, whatever the number of courses."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.database import rows_of

FUNCTION = "practice_tallies"  # migrations/0003_tallies.py


@dataclass(frozen=True)
class Tally:
    """Whose it is, what it is about, up to four counts, and the latest day."""

    owner: UUID | None = None
    about: str = ""
    n1: int = 0
    n2: int = 0
    n3: int = 0
    n4: int = 0
    latest: dt.date | None = None

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return (self.n1, self.n2, self.n3, self.n4)

    @property
    def first(self) -> int:
        return self.n1


def tallies_of(
    courses: Sequence[Course], *, today: dt.date
) -> dict[tuple[UUID | None, str], Tally]:
    """By course or citizen and by what it is about; what is not there is left out."""
    if not courses:
        return {}
    ids = [course.pk for course in courses]
    citizens = [course.citizen_id for course in courses]
    teams = list({course.team_id for course in courses})
    found = rows_of(FUNCTION, ids, citizens, teams, today, into=Tally)
    return {(tally.owner, tally.about): tally for tally in found}
