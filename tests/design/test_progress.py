"""Dots of small steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.design.progress import MOST_DOTS, dot_row
from hjemmebane.design.templatetags.design import initials


@given(total=st.integers(0, MOST_DOTS), reached=st.integers(0, MOST_DOTS))
def test_row_has_a_dot_for_every_step_and_room_for_all(total, reached):
    row = dot_row(reached, total)

    assert len(row.dots) == total
    assert sum(dot.reached for dot in row.dots) == min(reached, total)
    assert all(0 < dot.x < row.width for dot in row.dots)
    assert [dot.before is None for dot in row.dots] == [place == 0 for place in range(total)]


def test_too_many_steps_to_count_at_a_glance_have_no_dots():
    assert dot_row(3, MOST_DOTS + 1).dots == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Holm", "KH"),
        ("Omar Said Nielsen", "ON"),
        ("Kim", "K"),
        ("ærlig østergård", "ÆØ"),
        ("", ""),
    ],
)
def test_initials_are_first_and_last(name, expected):
    assert initials(name) == expected
