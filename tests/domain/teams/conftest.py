import pytest

from hjemmebane.foundation.actors import OPERATIONS, acting


@pytest.fixture
def as_operations(cast):
    with acting(OPERATIONS):
        yield cast
