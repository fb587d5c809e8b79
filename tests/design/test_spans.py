"""Stretches on one scale: a tornado from its middle, and rows from nought."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

from hjemmebane.design.charts.drawing import ACCENT
from hjemmebane.design.charts.spans import CHOSEN, OTHER, PLOT_WIDTH, Span, SpanChart


def chart(*spans: Span, **changes: object) -> SpanChart:
    return SpanChart(
        **{
            "name": "udsving",
            "title": "Det, der flytter prisen",
            "summary": "Pladserne flytter mest.",
            "spans": spans,
            "columns": ("Hvad", "Lavt", "Højt"),
            "told": [(one.head or one.left, one.left, one.right) for one in spans],
            **changes,
        }
    )


def span(low: int, high: int, **changes: object) -> Span:
    return Span(
        **{
            "low": Decimal(low),
            "high": Decimal(high),
            "left": f"{low} kr.",
            "right": f"{high} kr.",
            **changes,
        }
    )


def rectangles(drawn: SpanChart) -> list[tuple[str, float]]:
    """Colour and width of each, in the order they are drawn."""
    found = re.findall(r'd="M[-\d.]+,[-\d.]+[hH]([-\d.]+)[^>]*>', drawn.svg)
    elements = [
        element
        for element in ET.fromstring(drawn.svg).iter()  # noqa: S314 -- our own drawing
        if element.get("opacity") == "0.85"
    ]
    assert len(found) >= len(elements)
    return [
        (element.get("fill"), round(float(re.search(r"[hH](-?[\d.]+)", element.get("d"))[1]), 1))
        for element in elements
    ]


def texts(drawn: SpanChart) -> list[str]:
    root = ET.fromstring(drawn.svg)  # noqa: S314 -- our own drawing
    return [element.text for element in root.iter() if element.text]


def test_tornado_is_cut_at_its_base():
    drawn = chart(
        span(80, 140, head="Pladser: 10-16"), span(95, 105), base=Decimal(100), is_cost=True
    )

    assert rectangles(drawn) == [
        (ACCENT, PLOT_WIDTH / 3),
        (OTHER, 92.0),
        (ACCENT, 11.5),
        (OTHER, 11.5),
    ]
    assert {"Pladser: 10-16", "80 kr.", "140 kr."} <= set(texts(drawn))


def test_losses_and_gains_have_a_colour_each():
    drawn = chart(span(-50, 0), span(0, 50))

    assert rectangles(drawn) == [(OTHER, 69.0), (ACCENT, 69.0)]


def test_chosen_row_stands_out():
    drawn = chart(span(0, 50, is_chosen=True), span(0, 25))

    assert rectangles(drawn) == [(CHOSEN, 138.0), (ACCENT, 69.0)]


def test_nothing_between_the_two_is_still_drawn():
    drawn = chart(span(0, 0))

    assert rectangles(drawn) == []
    assert "0 kr." in texts(drawn)


def test_picture_and_table_say_the_same():
    drawn = chart(span(80, 140, head="Pladser"))

    assert list(drawn.rows) == [[("Hvad", "Pladser"), ("Lavt", "80 kr."), ("Højt", "140 kr.")]]
    assert all(cell in texts(drawn) for row in drawn.rows for _, cell in row)


def test_long_name_is_shortened_in_the_picture_alone():
    drawn = chart(span(0, 1, left="47. Ringkøbing-Skjern"))

    assert "47. Ringkøbing…" in texts(drawn)
    assert next(drawn.rows)[1] == ("Lavt", "47. Ringkøbing-Skjern")
