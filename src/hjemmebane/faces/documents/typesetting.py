"""From data to a tagged PDF (PDF/UA-1). Typst refuses to make one that is not accessible."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path

import typst

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "design/static/vendor/fonts/paper"
STANDARD = "ua-1"
# All but Latin, Greek, Cyrillic and common punctuation and signs: what the typefaces surely have.
UNPRINTABLE = re.compile(r"[^\n -~\u00a0-\u017f\u0370-\u04ff\u2010-\u2026\u20ac]")


def pdf(template: str, data: Mapping[str, object], *, at: dt.datetime) -> bytes:
    """Typeset `template` (a .typ file beside this one) with `data`.

    A letter that no typeface here has (an emoji, Chinese) becomes an empty square, because PDF/UA
    refuses it and a plan must always print. The data travel as JSON and are inserted as text:
    whatever somebody wrote is never read as markup. `at` becomes the document's date, so the same
    input gives the same file.
    """
    try:
        return _compile(template, data, at)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _compile(template, _printable(data), at)


def _printable[V](value: V) -> V:
    """The same data with an empty square for each letter that may be missing."""
    match value:
        case str():
            return UNPRINTABLE.sub("□", value)
        case list():
            return [_printable(one) for one in value]
        case dict():
            return {key: _printable(one) for key, one in value.items()}
    return value


def _compile(template: str, data: Mapping[str, object], at: dt.datetime) -> bytes:
    return typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=[STANDARD],
        timestamp=int(at.timestamp()),
    )
