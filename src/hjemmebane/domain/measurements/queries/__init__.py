"""What is to be measured, what was answered, and how it goes over time."""

from hjemmebane.domain.measurements.queries.due import (
    STOPPED,
    UNSAID,
    ResponseRate,
    ToMeasure,
    to_measure,
    to_measure_in_teams,
    wanted_of,
)
from hjemmebane.domain.measurements.queries.responses import (
    answered_before,
    postponements_of,
    response_of,
    responses_of,
    standing_responses,
    under_way,
)
from hjemmebane.domain.measurements.queries.results import results_from
from hjemmebane.domain.measurements.queries.team import (
    InstrumentFigures,
    TeamFigures,
    TeamMeasuring,
    team_figures,
    team_measuring,
    team_sums,
)
from hjemmebane.domain.measurements.queries.wordings import (
    Asked,
    all_asked_now,
    as_answered,
    asked_now,
    has_its_words,
    is_known,
    wording_imported,
    wording_said,
)

__all__ = [
    "STOPPED",
    "UNSAID",
    "Asked",
    "InstrumentFigures",
    "ResponseRate",
    "TeamFigures",
    "TeamMeasuring",
    "ToMeasure",
    "all_asked_now",
    "answered_before",
    "as_answered",
    "asked_now",
    "has_its_words",
    "is_known",
    "postponements_of",
    "response_of",
    "responses_of",
    "results_from",
    "standing_responses",
    "team_figures",
    "team_measuring",
    "team_sums",
    "to_measure",
    "to_measure_in_teams",
    "under_way",
    "wanted_of",
    "wording_imported",
    "wording_said",
]
