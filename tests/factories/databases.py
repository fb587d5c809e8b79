"""Which tests have a database of their own."""

import pytest

# Fixtures that give a test a database of its own, where commits are real.
COMMITTING = {"committed_db", "demo_db", "transactional_db", "live_server"}


def commits(request: pytest.FixtureRequest) -> bool:
    """Whether the test commits, and therefore shares its database with no other."""
    mark = request.node.get_closest_marker("django_db")
    marked = mark is not None and mark.kwargs.get("transaction", False)
    return marked or not COMMITTING.isdisjoint(request.fixturenames)
