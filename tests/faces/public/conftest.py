"""All tests come from one address, which is counted."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_attempt_is_remembered():
    cache.clear()
