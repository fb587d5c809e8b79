import pytest

from hjemmebane.foundation.spans import ago, old, span


@pytest.mark.parametrize(
    ("days", "lasted", "back", "age"),
    [
        (0, "0 dage", "i dag", "fra i dag"),
        (1, "1 dag", "i går", "fra i går"),
        (21, "21 dage", "for 21 dage siden", "21 dage gammel"),
        (22, "3 uger", "for 3 uger siden", "3 uger gammel"),
        (61, "2 måneder", "for 2 måneder siden", "2 måneder gammel"),
        (800, "2 år", "for 2 år siden", "2 år gammel"),
    ],
)
def test_spans_are_said_as_one_says_them(days, lasted, back, age):
    assert (span(days), ago(days), old(days)) == (lasted, back, age)
