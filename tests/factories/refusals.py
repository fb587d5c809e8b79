"""Refusals that many tests expect."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import RecordRefusal


@contextmanager
def refused_as_not_yours() -> Iterator[None]:
    """What is done in here, row-level security does not let through."""
    with pytest.raises(Refused) as refused:
        yield
    assert refused.value.reason == RecordRefusal.NOT_YOURS
