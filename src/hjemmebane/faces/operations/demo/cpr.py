"""CPR numbers that belong to nobody.

Two reasons, each enough. The day has 60 added, as in the numbers an authority makes up for its own
use: cpr.dk issues none to a living person. And the number fails modulus 11, which numbers of
that kind otherwise pass. The form and the century rule hold, so the service takes them as it
takes any other.
"""

import datetime as dt

from hjemmebane.faces.operations.demo.chance import number
from hjemmebane.foundation.cpr import REPLACEMENT_DAY, parse_cpr

BORN_BEFORE_2000, BORN_AFTER = "0123", "4"


def demo_cpr(born_on: dt.date, *, is_male: bool, name: str) -> str:
    """A well-formed, impossible CPR number for somebody invented."""
    start = f"{born_on.day + REPLACEMENT_DAY:02}{born_on:%m%y}"
    sevenths = BORN_BEFORE_2000 if born_on.year < 2000 else BORN_AFTER
    for attempt in range(100):
        drawn = number("cpr", name, attempt)
        end = f"{drawn // 20 % 100:02}{drawn % 5 * 2 + is_male}"
        found = parse_cpr(f"{start}{sevenths[drawn // 5 % len(sevenths)]}{end}", today=dt.date.max)
        if not found.passes_modulus_11:
            return str(found)
    raise ValueError(f"no impossible CPR number for {name}")
