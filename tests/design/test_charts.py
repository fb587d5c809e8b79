"""Charts: the picture, the sentence and the table say the same, and nothing in them runs."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from hjemmebane.design.charts.drawing import SVG as NAMESPACE
from hjemmebane.design.charts.lanes import LaneChart, Mark
from hjemmebane.design.charts.panels import (
    Band,
    Bar,
    BarPanel,
    Dot,
    LanePanel,
    ScorePanel,
    StepPanel,
)
from hjemmebane.design.charts.stacked import StackedChart
from hjemmebane.design.charts.steps import PLOT_WIDTH, Move, StepChart

LEVELS = ("1. Afklaring", "2. Relation", "3. Mål", "4. Brobygning")
NOVEMBER = dt.date(2026, 11, 20)
SVG = f"{{{NAMESPACE}}}"


def path(*moves: tuple[str, dt.date], until: dt.date = NOVEMBER) -> StepChart:
    return StepChart("vej", "Kims vej", LEVELS, tuple(Move(*move) for move in moves), until)


def picture(chart: StepChart) -> ET.Element:
    return ET.fromstring(chart.svg)  # noqa: S314 -- our own drawing


THERE_AND_BACK = path(
    ("2. Relation", dt.date(2026, 1, 12)),
    ("3. Mål", dt.date(2026, 3, 2)),
    ("2. Relation", dt.date(2026, 6, 8)),
)


def test_sentence_and_table_tell_the_same_moves():
    assert THERE_AND_BACK.summary == "2 flytninger. Nu: 2. Relation, fra 8. juni 2026."
    assert [[cell for _, cell in row] for row in THERE_AND_BACK.rows] == [
        ["2. Relation", "8. juni 2026", "nu"],
        ["3. Mål", "2. marts 2026", "8. juni 2026"],
        ["2. Relation", "12. januar 2026", "2. marts 2026"],
    ]


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ([("1. Afklaring", NOVEMBER)], "Ingen flytninger endnu. Nu: 1. Afklaring"),
        (
            [("1. Afklaring", dt.date(2026, 1, 1)), ("3. Mål", NOVEMBER)],
            "1 flytning. Nu: 3. Mål",
        ),
    ],
)
def test_few_moves_are_drawn_and_said(moves, said):
    chart = path(*moves)

    assert chart.summary.startswith(said)
    assert LEVELS[0] in chart.svg


def test_picture_has_every_level_a_danish_axis_a_title_and_a_description():
    root = picture(THERE_AND_BACK)
    texts = {element.text for element in root.iter() if element.text}

    assert {*LEVELS, "Kims vej", THERE_AND_BACK.summary} <= texts
    assert any(re.fullmatch(r"(maj|okt\.?|juli?) 26", text) for text in texts), texts
    assert root.attrib["role"] == "img"
    named = root.attrib["aria-labelledby"].split()
    assert [element.attrib["id"] for element in root[:2]] == named


def test_picture_scales_and_carries_neither_style_nor_script_nor_a_second_voice():
    root = picture(THERE_AND_BACK)

    assert "viewBox" in root.attrib
    assert not {"width", "height"} & root.attrib.keys()
    for element in root.iter():
        assert not element.tag.endswith(("style", "script", "foreignObject", "image"))
        assert not {"style", "href"} & element.attrib.keys()
        assert not [name for name in element.attrib if name.startswith("on")]
    assert [e.attrib["role"] for e in root.iter() if "role" in e.attrib] == ["img"]


def test_what_people_write_is_text_in_the_picture():
    evil = "<script>alert('x')</script>"
    chart = StepChart("vej", evil, (evil,), (Move(evil, NOVEMBER),), NOVEMBER)

    assert "<script" not in chart.svg
    assert evil in {element.text for element in picture(chart).iter()}


def test_line_goes_where_the_moves_go():
    """From the second level up to the third and down again, ending at the right edge."""
    line = next(
        element.attrib["d"]
        for element in picture(THERE_AND_BACK).iter()
        if element.attrib.get("stroke-width") == "4"
    )
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", line)]
    heights = numbers[1::2]

    assert heights[0] == heights[-1] > min(heights)
    assert (numbers[0], numbers[-2]) == (0, PLOT_WIDTH)


def lanes(*marks: Mark) -> LaneChart:
    return LaneChart(
        name="lys",
        title="Lyset",
        summary="Rød 1",
        lanes=("Rød", "I bero"),
        marks=marks,
        first=dt.date(2026, 11, 1),
        last=NOVEMBER,
        columns=("Hvornår", "Hvad"),
        told=[("2. november", "Rød")],
    )


def test_lanes_have_names_shapes_and_a_table():
    chart = lanes(
        Mark("Rød", dt.date(2026, 11, 2), "triangle-up", "#a3262a"),
        Mark("Rød", dt.date(2026, 11, 3), word="4"),
        Mark("I bero", dt.date(2026, 10, 1), until=dt.date(2026, 12, 1)),
    )
    root = picture(chart)
    texts = {element.text for element in root.iter() if element.text}

    assert {"Rød", "I bero", "4", "Lyset", "Rød 1"} <= texts
    assert list(chart.rows) == [[("Hvornår", "2. november"), ("Hvad", "Rød")]]
    assert not any("style" in element.attrib for element in root.iter())


def test_lanes_without_a_mark_are_drawn():
    texts = {element.text for element in picture(lanes()).iter() if element.text}

    assert {"Rød", "I bero"} <= texts


JANUARY = dt.date(2026, 1, 1)


def dots(*figures, line="en", **changes):
    """A figure each month from February on."""
    return [
        Dot(dt.date(2026, 2 + place, 1), figure, line, **changes)
        for place, figure in enumerate(figures)
    ]


def scores(*found, **changes):
    return ScorePanel(("Trivsel", "0 til 100, højere er bedre"), 0, 100, found, **changes)


def stacked(*panels, first=JANUARY, last=NOVEMBER):
    return StackedChart(
        "maalt", "Målt", "Målt 3 gange.", panels, first, last, ("Dag", "Tal"), [("1. maj", "50")]
    )


def lines_in(svg):
    """Lines that join figures."""
    strokes = ET.fromstring(svg).iter(f"{SVG}path")  # noqa: S314 -- our own drawing
    drawn = [one.attrib["d"] for one in strokes if one.attrib.get("stroke-width") == "3"]
    return [path for path in drawn if "L" in path]


EVERY_PANEL = stacked(
    scores(*dots(35, 50), bands=[Band(JANUARY, NOVEMBER, -5, 43)]),
    BarPanel(("Mødt",), [Bar(dt.date(2025, 12, 29), dt.date(2026, 1, 5), 2)]),
    StepPanel(("Del",), ("1", "2"), [Move("1", dt.date(2025, 5, 1)), Move("2", NOVEMBER)]),
    LanePanel(
        ("Lyset",),
        ("Rød", "I bero"),
        [
            Mark("Rød", dt.date(2026, 5, 1), "triangle-up", "#a3262a"),
            Mark("I bero", dt.date(2025, 1, 1), until=dt.date(2027, 1, 1)),
        ],
    ),
)


def test_panels_share_their_days_and_are_told_in_a_table():
    texts = [e.text for e in picture(EVERY_PANEL).iter(f"{SVG}text")]

    for said in ("Trivsel", "0 til 100, højere er bedre", "Mødt", "Del", "Lyset", "Rød", "I bero"):
        assert said in texts
    days = [text for text in texts if re.fullmatch(r"[a-z]{3,4}\.? 26", text or "")]
    assert len(days) == len(set(days)) > 3
    assert list(EVERY_PANEL.rows) == [[("Dag", "1. maj"), ("Tal", "50")]]


def test_wide_and_narrow_tell_the_same_in_letters_of_one_size():
    wide, narrow = picture(EVERY_PANEL), ET.fromstring(EVERY_PANEL.narrow)  # noqa: S314 -- our own drawing

    def width(root):
        return float(root.attrib["viewBox"].split()[2])

    assert width(narrow) < 360 < width(wide)
    sizes = {e.attrib.get("font-size") for root in (wide, narrow) for e in root.iter(f"{SVG}text")}
    assert sizes == {"16px"}
    assert wide[0].attrib["id"] != narrow[0].attrib["id"]
    assert [wide[0].text, wide[1].text] == [narrow[0].text, narrow[1].text]
    for root in (wide, narrow):
        assert not any("style" in element.attrib for element in root.iter())


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        ([], 0),
        (dots(35), 0),
        (dots(35, 50, 60), 1),
        ([*dots(35, 50), *dots(60, 70, line="andre ord")], 2),
        ([*dots(35, 50), *dots(60, line="andre ord", shape="square")], 1),
    ],
    ids=["none", "one alone", "three", "two wordings", "one in other words"],
)
def test_only_figures_of_one_line_are_joined(found, lines):
    assert len(lines_in(stacked(scores(*found)).svg)) == lines


def test_one_day_is_drawn_as_four_weeks():
    chart = stacked(scores(Dot(NOVEMBER, 50)), first=NOVEMBER)
    texts = [e.text for e in picture(chart).iter(f"{SVG}text")]
    assert any(re.fullmatch(r"\d+\. [a-z]{3,4}\.?", text or "") for text in texts), texts


def test_ends_of_a_scale_may_be_words():
    chart = stacked(scores(*dots(35), ends=("Lavt", "Højt")))
    texts = [e.text for e in picture(chart).iter(f"{SVG}text")]
    assert {"Lavt", "Højt"} <= set(texts)
    assert "50" not in texts


def test_what_people_write_is_text_in_panels_too():
    evil = "<script>alert('x')</script>"
    chart = stacked(LanePanel((evil, evil), (evil,), [Mark(evil, NOVEMBER)]))
    assert "<script" not in chart.svg + chart.narrow
