from collections.abc import Mapping

from hjemmebane.domain.audit.queries import was_last_changed_by
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.records import AlreadySaved, Record


def check_undone(record: Record, changes: Mapping[str, object], *, by: Actor) -> None:
    """Raise AlreadySaved when whoever acts has just left the row as the changes would.

    What `Record.check_unsent` is to a new row: asked before rules that would refuse the second of
    a double submit, and before a version that the first has made stale. What somebody else did is
    still told. For actions that write nothing besides, in rows whose history the actor may read.
    """
    stands = all(getattr(record, name) == value for name, value in changes.items())
    if stands and was_last_changed_by(record, by):
        raise AlreadySaved(record)
