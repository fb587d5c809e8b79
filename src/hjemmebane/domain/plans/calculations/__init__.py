"""What is worked out about plans without a database: versions compared, overlaps asked about."""

from hjemmebane.domain.plans.calculations.differences import (
    LONGEST_TITLE,
    ORDER,
    Change,
    FieldText,
    ItemText,
    LinkText,
    PartText,
    PlanDifference,
    Snapshot,
    differences,
)
from hjemmebane.domain.plans.calculations.overlaps import (
    ATTENDANCE,
    DEMANDS,
    OUTREACH,
    SAME_AREA,
    SAME_TIME,
    Effort,
    Question,
    questions,
)

__all__ = [
    "ATTENDANCE",
    "DEMANDS",
    "LONGEST_TITLE",
    "ORDER",
    "OUTREACH",
    "SAME_AREA",
    "SAME_TIME",
    "Change",
    "Effort",
    "FieldText",
    "ItemText",
    "LinkText",
    "PartText",
    "PlanDifference",
    "Question",
    "Snapshot",
    "differences",
    "questions",
]
