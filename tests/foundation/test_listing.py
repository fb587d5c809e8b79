import pytest

from hjemmebane.foundation.listing import listed


@pytest.mark.parametrize(
    ("things", "said"),
    [(["mål"], "mål"), (["mål", "aftaler"], "mål og aftaler"), ("abc", "a, b og c")],
)
def test_things_are_joined_in_danish(things, said):
    assert listed(things) == said
