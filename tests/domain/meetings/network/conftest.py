"""A network meeting of Kim's that Ida holds, and those around it."""

import pytest

from tests.factories.network_meetings import (
    befriend,
    call,
    open_for,
)


@pytest.fixture
def ida(as_ida):
    return as_ida.ida


@pytest.fixture
def meeting(as_ida, ida):
    return call(as_ida.kim, ida)


@pytest.fixture
def marie(as_ida, ida):
    return befriend(as_ida, "Marie", wish="Vil gerne se hende oftere")


@pytest.fixture
def consent(as_ida):
    return open_for(as_ida, ["ACTIVITIES"])
