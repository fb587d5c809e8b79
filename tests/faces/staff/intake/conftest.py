"""Addresses of the pages before a course, and somebody to open them about."""

import pytest
from django.urls import reverse

from hjemmebane.domain.courses.actions import decide
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.courses import MATCH, assessed, matched, spotted
from tests.factories.intake import referred, taken_up


@pytest.fixture
def address():
    return lambda name, *args: reverse(f"staff:intake:{name}", args=args)


@pytest.fixture
def referral_id(cast):
    return referred(cast.team_one)


@pytest.fixture
def early(cast):
    with acting(cast.ida.actor):
        return spotted(cast.team_one, cast.ida)


@pytest.fixture
def assessment(cast, early):
    """A finished target group assessment."""
    with acting(cast.ida.actor):
        return assessed(early, cast.ida)


@pytest.fixture
def match(cast):
    """Somebody spotted who was decided to be a match."""
    with acting(cast.ida.actor):
        return matched(cast.team_one, cast.ida)


@pytest.fixture
def referred_match(cast, referral_id):
    """A match that came by a referral with a CPR number."""
    with acting(cast.ida.actor):
        early = taken_up(referral_id, cast.ida)
        assessment = assessed(early, cast.ida)
        decide(id=new_id(), assessment=assessment, details=MATCH, by=cast.ida.actor, at=NOW)
    return early
