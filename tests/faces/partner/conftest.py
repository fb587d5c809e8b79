"""Lise of the job centre at her browser, and Kim who opened everything to it."""

import pytest

from tests.factories.sharing import let_in, open_to


@pytest.fixture
def lise(cast):
    return let_in(cast.lise, cast.ida)


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)
