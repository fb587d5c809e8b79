"""What the suite holds against every letter that leaves finds what must not stand in one."""

import pytest

from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.gateways.email.client import send
from tests.factories.cast import add_to_plan
from tests.factories.letters import LEFT, faults

ADDRESSED = {"to": "lise@partner.example"}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Hej Kim", "the word “kim”"),
        ("Skriv til LISE.", "the word “lise”"),
        ("Mød op på Skovvej", "the word “skovvej”"),
        ("Hun vil gerne gå en tur om dagen", "the words"),
        ("Ring 20202020", "the number 20202020"),
        ("Ring 31 32 33 34", "a telephone number"),
        ("070761-4285", "a CPR number"),
        ("Kom forbi Aabenby", "the word “aabenby”"),
    ],
)
def test_letter_that_tells_of_somebody_is_noticed(cast, said, found):
    """What the suite looks for after each test, in a letter that says too much."""
    with acting(cast.ida.actor):
        add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text="Gerne gå en tur", wishes=[])
    send(**ADDRESSED, subject="Nyt", text=said)

    told = faults(LEFT)
    LEFT.clear()
    assert any(fault.startswith(found) for fault in told), told


def test_letter_that_says_nothing_passes(cast):
    send(**ADDRESSED, subject="Nyt", text="Log ind: https://hjemmebane.example/login/")

    assert faults(LEFT) == []
