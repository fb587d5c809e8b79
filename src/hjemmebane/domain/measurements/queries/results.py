"""Results over time: figures that count, with their changes."""

from collections import defaultdict
from collections.abc import Iterable

from hjemmebane.domain.measurements.calculations.series import Figure, Series, series_of
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries.wordings import wording_said
from hjemmebane.domain.method.queries import instruments


def results_from(responses: Iterable[Response]) -> list[Series]:
    """What counts of answers that stand, the newest first: a series for each instrument."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for one in reversed(list(responses)):
        if one.counts and one.score is not None:
            figure = Figure(one.measured_on, one.score, wording_said(one))
            figures[one.instrument].append(figure)
    return [
        series_of(known, figures[known.code]) for known in instruments() if known.code in figures
    ]
