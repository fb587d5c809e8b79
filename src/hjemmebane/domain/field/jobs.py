"""What is done with what telephones sent, without anybody asking."""

from hjemmebane.domain.field.actions import purge_uploads
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now

PURGE = "field.purge_uploads"


def purge() -> int:
    """Give up the files of which no part has come for two weeks; how many."""
    with acting(OPERATIONS):
        return purge_uploads(by=OPERATIONS, at=now())
