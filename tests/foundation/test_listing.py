import pytest

from hjemmebane.foundation.listing import listed, listed_shortly


@pytest.mark.parametrize(
    ("things", "said"),
    [(["mål"], "mål"), (["mål", "aftaler"], "mål og aftaler"), ("abc", "a, b og c")],
)
def test_things_are_joined_in_danish(things, said):
    assert listed(things) == said


@pytest.mark.parametrize(
    ("things", "said"),
    [("", ""), ("a", "a"), ("ab", "a og b"), ("abc", "a, b og 1 til"), ("abcd", "a, b og 2 til")],
)
def test_many_things_are_not_all_named(things, said):
    assert listed_shortly(list(things), 2) == said
