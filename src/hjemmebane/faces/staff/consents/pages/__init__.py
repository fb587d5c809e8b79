"""Who sees what, in sentences: what is open, what was, and what is asked about again."""

from hjemmebane.faces.staff.consents.pages.again import IN_GOOD_TIME, asked_again, runs_out
from hjemmebane.faces.staff.consents.pages.doors import (
    ConsentOnPage,
    WhoSees,
    readings_on,
    who_sees,
)
from hjemmebane.faces.staff.consents.pages.preview import PreviewPage, preview_page
from hjemmebane.faces.staff.consents.pages.sentences import (
    Opening,
    closing,
    opening_of,
    opening_with,
    recipient_of,
    seen_by,
)

__all__ = [
    "IN_GOOD_TIME",
    "ConsentOnPage",
    "Opening",
    "PreviewPage",
    "WhoSees",
    "asked_again",
    "closing",
    "opening_of",
    "opening_with",
    "preview_page",
    "readings_on",
    "recipient_of",
    "runs_out",
    "seen_by",
    "who_sees",
]
