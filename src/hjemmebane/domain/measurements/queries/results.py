"""Results over time: figures that count, with their changes."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from hjemmebane.domain.measurements.calculations.series import Figure, Series, series_of
from hjemmebane.domain.measurements.choices import WordingUsed
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries.responses import standing_responses
from hjemmebane.domain.method.queries import instruments


def results_of(course_id: UUID) -> list[Series]:
    """What counts in a course, a series for each instrument that has any. One query."""
    return results_from(standing_responses([course_id]))


def results_from(responses: Iterable[Response]) -> list[Series]:
    """The same of answers that stand and were read already, the newest first."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for one in reversed(list(responses)):
        if one.counts and one.score is not None:
            figure = Figure(one.measured_on, one.score, wording_said(one))
            figures[one.instrument].append(figure)
    return [
        series_of(known, figures[known.code]) for known in instruments() if known.code in figures
    ]


def wording_said(response: Response) -> str:
    """“vores arbejdsord, udgave 1”."""
    words = WordingUsed(response.wording_status).label
    return f"{words}, udgave {response.wording_version}"
