"""Several people who write the same CPR number down in the same moment."""

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails, change_citizen
from hjemmebane.domain.citizens.choices import CprRefusal
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.foundation.actors import acting
from tests.factories.at_once import at_once
from tests.factories.cast import NOW, gather, start_case

AT_ONCE = 3
CPR = "010180-4285"


@pytest.fixture
def cast(committed_db):
    """Everybody, committed, so that other connections see them."""
    return gather()


def test_number_that_all_write_at_once_is_one_persons(cast):
    ida = cast.ida.actor

    def job():
        start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Pia", cpr=CPR))

    known = CprRefusal.KNOWN.value
    assert at_once(ida, *[job] * AT_ONCE) == [known] * (AT_ONCE - 1) + ["done"]


def test_number_that_is_added_to_two_at_once_is_one_persons(cast):
    ida = cast.ida.actor
    with acting(ida):
        cases = [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
            for name in ("Pia", "Per")
        ]

    def write(citizen):
        change_citizen(
            citizen=citizen, changes={}, cpr=CPR, version=citizen.version, by=ida, at=NOW
        )

    jobs = [lambda one=case.citizen: write(one) for case in cases]
    assert at_once(ida, *jobs) == [CprRefusal.KNOWN.value, "done"]
    with acting(ida):
        assert Citizen.objects.exclude(cpr_index="").count() == 2  # Kim's, and one of theirs
