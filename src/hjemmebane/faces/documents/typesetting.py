"""From data to a tagged PDF (PDF/UA-1). Typst refuses to make one that is not accessible."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import typst

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "design/static/vendor/fonts/paper"
STANDARD = "ua-1"


def pdf(template: str, data: Mapping[str, object], *, at: dt.datetime) -> bytes:
    """Typeset `template` (a .typ file beside this one) with `data`.

    The data travel as JSON and are inserted as text: whatever somebody wrote is never read as
    markup. `at` becomes the document's date, so the same input gives the same file.
    """
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
