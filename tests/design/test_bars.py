"""Bars: a fixed scale, every figure with its n, and nothing drawn where there is nothing to say."""

import re
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from hjemmebane.design.charts.bars import (
    FIGURES_WIDTH,
    NAMES_WIDTH,
    PLOT_WIDTH,
    Bar,
    BarChart,
    written_figure,
)

WHY, HOW = "Hvorfor det er vigtigt", "Hvordan det gøres"
VEST, OEST = "Team Vest", "Team Øst"


def chart(*bars: Bar, series: tuple[str, ...] = (VEST, OEST), lowest: int = 1) -> BarChart:
    return BarChart(
        name="tro",
        title="Det, vi tror",
        summary="Team Vest svarer højest.",
        heading="Linje",
        categories=(WHY, HOW),
        series=series,
        bars=bars,
        lowest=lowest,
        highest=5,
        ticks=(1, 2, 3, 4, 5),
    )


def picture(drawn: BarChart) -> ET.Element:
    return ET.fromstring(drawn.svg)  # noqa: S314 -- our own drawing


def texts(drawn: BarChart) -> list[str]:
    return [element.text for element in picture(drawn).iter() if element.text]


def bar_widths(drawn: BarChart) -> list[float]:
    """Of the rectangles, in the order they are drawn."""
    found = re.findall(r'd="M(-?[\d.]+),[-\d.]+[hH]([-\d.]+)v[^"]*"[^>]*opacity="0.85"', drawn.svg)
    return [round(float(width), 1) for _, width in found]


SOME = (
    Bar(WHY, VEST, Fraction(13, 3), 3, note="svarene går fra 3 til 5"),
    Bar(WHY, OEST, 3, 5),
    Bar(HOW, VEST, None, 2),
    Bar(HOW, OEST, None, None),
)


def test_picture_and_table_say_the_same():
    told = ["4,3 (n = 3)", "3,0 (n = 5)", "ikke nok data (n = 2)", "ikke nok data (for få)"]
    drawn = chart(*SOME)

    assert set(told) <= set(texts(drawn))
    assert [[cell for _, cell in row] for row in drawn.rows] == [
        [WHY, "4,3 (n = 3), svarene går fra 3 til 5", "3,0 (n = 5)"],
        [HOW, "ikke nok data (n = 2)", "ikke nok data (for få)"],
    ]
    assert {WHY, HOW, VEST, OEST, "Det, vi tror", drawn.summary} <= set(texts(drawn))
    assert next(iter(drawn.rows))[0] == ("Linje", WHY)


def test_what_is_not_there_is_said_and_not_drawn():
    drawn = chart(Bar(WHY, VEST, 2, 3))

    assert texts(drawn).count("ikke nok data (n = 0)") == 3
    assert len(bar_widths(drawn)) == 1


def test_no_scale_is_drawn_without_a_figure_on_it():
    drawn = chart(Bar(WHY, VEST, None, 2))

    assert drawn.svg == ""
    assert [cell for _, cell in next(iter(drawn.rows))][1] == "ikke nok data (n = 2)"


def test_bars_are_as_long_as_the_figure_on_a_scale_that_never_moves():
    assert bar_widths(chart(*SOME)) == [round(PLOT_WIDTH * 10 / 3 / 4, 1), PLOT_WIDTH / 2]
    assert bar_widths(chart(Bar(WHY, VEST, 5, 1))) == [PLOT_WIDTH]


def test_lowest_figure_is_seen():
    drawn = chart(Bar(WHY, VEST, 1, 4))

    assert "1,0 (n = 4)" in texts(drawn)
    assert 'stroke-width="3"' in drawn.svg


def test_scale_is_written():
    assert {"1", "2", "3", "4", "5"} <= set(texts(chart(Bar(WHY, VEST, 2, 3))))


def test_letters_are_as_large_whatever_is_written():
    """The picture is about as wide as a telephone, so that it is not shrunk there."""
    widths = [
        float(picture(one).attrib["viewBox"].split()[2])
        for one in (chart(SOME[0]), chart(*SOME), chart(*SOME[::2], series=(VEST,)))
    ]

    assert max(widths) - min(widths) < 30
    assert max(widths) < PLOT_WIDTH + NAMES_WIDTH + FIGURES_WIDTH + 40


def test_one_series_needs_no_name_beside_each_bar():
    assert VEST not in texts(chart(*SOME[::2], series=(VEST,)))


@pytest.mark.parametrize(
    ("bars", "said"),
    [
        ([Bar(WHY, VEST, 6, 1)], "6 lies outside"),
        ([Bar(WHY, VEST, 0, 1)], "0 lies outside"),
        ([Bar("Andet", VEST, 3, 1)], "known category"),
        ([Bar(WHY, VEST, 3, 1), Bar(WHY, VEST, 4, 1)], "stands alone"),
    ],
)
def test_figures_that_have_no_place_are_refused(bars, said):
    with pytest.raises(ValueError, match=said):
        chart(*bars)


def test_what_people_write_is_text():
    evil = "<script>alert('x')</script>"
    drawn = BarChart(
        "tro", evil, evil, "Linje", (evil,), (evil,), (Bar(evil, evil, 2, 1),), 1, 5, (1, 5)
    )

    assert "<script" not in drawn.svg
    assert "style" not in {name for element in picture(drawn).iter() for name in element.attrib}


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (Fraction(13, 3), 1, "4,3"),
        (Decimal("2.25"), 1, "2,3"),
        (Fraction(-1, 4), 1, "-0,3"),
        (5, 1, "5,0"),
        (2.675, 2, "2,68"),
        (39.5, 0, "40"),
    ],
)
def test_figures_are_rounded_as_people_do(value, decimals, written):
    assert written_figure(value, decimals) == written
