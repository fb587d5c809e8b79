"""What instruments and their figures are called to the citizen."""

from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.sharing.models import Response

# What an instrument is called to the citizen.
CALLED = {
    "BRIEF_INSPIRE": "Den hjælp, du får",
    "BRIEF_INSPIRE_O": "Dit liv lige nu",
    "GSE": "Det, du tror, du kan",
    "PROGRESSION": "Små skridt",
    "WHO_5": "De sidste to uger",
    "MOOD": "Lige nu",
    "AUDIT": "Alkohol",
    "DUDIT": "Stoffer",
}


def called(code: str, otherwise: str = "") -> str:
    return CALLED.get(code, otherwise or code)


def figure_said(asked: Instrument, response: Response) -> str:
    """“50 ud af 100”; nothing where there is no figure."""
    if response.score is None:
        return ""
    plain = f"{response.score:f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{plain or 0} ud af {asked.scoring.highest}"
