"""What happened to whom, and whether the database keeps the promises of the code."""

from hjemmebane.domain.audit.queries.history import (
    accesses_of_citizen,
    actor_names,
    changes_of_citizen,
    changes_of_course,
)

__all__ = ["accesses_of_citizen", "actor_names", "changes_of_citizen", "changes_of_course"]
