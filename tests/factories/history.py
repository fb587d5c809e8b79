"""What the change history holds, for tests that compare it whole."""

from hjemmebane.domain.audit.models import Change
from hjemmebane.foundation.actors import Actor


def changes_by(actor: Actor, verb: str) -> list[tuple[str, str]]:
    """(operation, table) of every change under a verb by an actor, in the order they happened."""
    rows = Change.objects.filter(actor=actor.key, verb=verb).order_by("id")
    return list(rows.values_list("operation", "table_name"))
