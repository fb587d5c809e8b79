"""From a chart's description to an SVG that a page may hold: no script, no style, with a title."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import altair as alt

SVG = "http://www.w3.org/2000/svg"
SPOKEN = {"role", "aria-roledescription", "aria-label", "aria-hidden"}
INK, LINE, ACCENT = "#1f2927", "#e2dacd", "#0b5d57"
FONT, FONT_SIZE = "IBM Plex Sans", 16
# On paper a letter is a little higher than the library reckons with.
PADDING = {"left": 5, "right": 5, "top": 10, "bottom": 5}


def drawn(
    chart: "alt.Chart | alt.LayerChart | alt.VConcatChart",
    *,
    name: str,
    title: str,
    description: str,
    width: int | None = None,
    ticks: int | None = None,
) -> str:
    """The chart as SVG, one picture with a title and a description; `name` makes its ids.

    Scales to the width there is. Text from the data is escaped by the library and by the writer.
    width, ticks: of what says nothing of its own.
    """
    import vl_convert  # noqa: PLC0415 -- slow import, only needed when something is drawn

    framed = in_our_look(chart, width=width, ticks=ticks)
    text = vl_convert.vegalite_to_svg(
        framed.to_json(validate=False), allowed_base_urls=[], time_format_locale="da-DK"
    )
    ET.register_namespace("", SVG)
    root = ET.fromstring(text)  # noqa: S314 -- written by the library a line above
    for element in root.iter():
        for attribute in SPOKEN & element.attrib.keys():
            del element.attrib[attribute]
    for attribute in ("width", "height", "class"):
        root.attrib.pop(attribute, None)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-navn {name}-tekst"}
    root[:0] = [
        _spoken("title", f"{name}-navn", title),
        _spoken("desc", f"{name}-tekst", description),
    ]
    return ET.tostring(root, encoding="unicode")


def in_our_look[C: "alt.Chart | alt.LayerChart | alt.VConcatChart"](
    chart: C, *, width: int | None, ticks: int | None
) -> C:
    """In our type and colours."""
    view = {"stroke": None} | ({"continuousWidth": width} if width else {})
    framed: C = (
        chart.configure(
            font=FONT,
            background="transparent",
            view=view,
            axisX={"tickCount": ticks} if ticks else {},
            padding=PADDING,
        )
        .configure_axis(
            labelFontSize=FONT_SIZE,
            labelColor=INK,
            gridColor=LINE,
            tickColor=LINE,
            domainColor=LINE,
        )
        .configure_title(
            fontSize=FONT_SIZE,
            subtitleFontSize=FONT_SIZE,
            color=INK,
            subtitleColor=INK,
            offset=8,
        )
    )
    return framed


def _spoken(tag: str, key: str, text: str) -> ET.Element:
    element = ET.Element(f"{{{SVG}}}{tag}", {"id": key})
    element.text = text
    return element
