"""Texts as they are seen."""

import pytest

from hjemmebane.foundation.plain_text import plain_text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ida\r\nBo", "Ida\nBo"),
        ("Ida\rBo\x0bEva\u2028Ib", "Ida\nBo\nEva\nIb"),
        ("Ida\tBo", "Ida\tBo"),
        ("\u200b\ufeff", ""),
        ("Ko\x08m\x1b[31m\x7f\x9b", "Kom[31m"),
        ("Ida \u202egnidlA\u202c", "Ida gnidlA"),
        ("\u2066Ida\u2069", "Ida"),
        ("\U0001f469\u200d\U0001f33e", "\U0001f469\u200d\U0001f33e"),
        ("a\0b", "a\0b"),
    ],
    ids=["break", "breaks", "tab", "width", "control", "turned", "apart", "joined", "null"],
)
def test_text_is_read_as_it_is_seen(typed, read):
    assert plain_text(typed) == read
