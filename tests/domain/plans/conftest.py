"""Ask's plan, with Ida writing in it; and Kim's beside it, in the same team."""

import pytest

from tests.factories.plans import Writing, begin_course, start_writing


@pytest.fixture
def course(as_ida):
    """A course that has no plan yet; Ida acts."""
    return begin_course(as_ida)


@pytest.fixture
def writing(as_ida):
    """Ask's plan, empty; Ida acts."""
    return start_writing(as_ida)


@pytest.fixture
def elsewhere(as_ida):
    """Kim's plan, of another course that Ida also sees."""
    return Writing(as_ida.kim.plan, as_ida.ida.actor)
