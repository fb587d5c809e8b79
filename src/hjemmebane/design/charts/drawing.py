"""From a chart's description to an SVG that a page may hold: no script, no style, with a title."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    import altair as alt

SVG = "http://www.w3.org/2000/svg"
SPOKEN = {"role", "aria-roledescription", "aria-label", "aria-hidden"}
INK, LINE, ACCENT = "#1f2927", "#e2dacd", "#0b5d57"
FONT, FONT_SIZE = "IBM Plex Sans", 16


def drawn(chart: "alt.Chart | alt.LayerChart", *, name: str, title: str, description: str) -> str:
    """The chart as SVG, one picture with a title and a description; `name` makes its ids.

    Scales to the width there is. Text from the data is escaped by the library and by the writer.
    """
    import vl_convert  # noqa: PLC0415 -- slow import, only needed when something is drawn

    framed = chart.configure(
        font=FONT, background="transparent", view={"stroke": None}
    ).configure_axis(
        labelFontSize=FONT_SIZE, labelColor=INK, gridColor=LINE, tickColor=LINE, domainColor=LINE
    )
    text = vl_convert.vegalite_to_svg(
        framed.to_json(), allowed_base_urls=[], time_format_locale="da-DK"
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


def _spoken(tag: str, key: str, text: str) -> ET.Element:
    element = ET.Element(f"{{{SVG}}}{tag}", {"id": key})
    element.text = text
    return element
