"""What a team says of how it does what the method says: judged, believed, talked about, kept."""

from hjemmebane.domain.fidelity.actions.quarters import (
    assess_oneself,
    change_quarter_talk,
    change_self_assessment,
    close_quarter_talk,
    note_quarter_talk,
)
from hjemmebane.domain.fidelity.actions.said import (
    judge_precondition,
    keep_dacts,
    rate_dacts_item,
)

__all__ = [
    "assess_oneself",
    "change_quarter_talk",
    "change_self_assessment",
    "close_quarter_talk",
    "judge_precondition",
    "keep_dacts",
    "note_quarter_talk",
    "rate_dacts_item",
]
