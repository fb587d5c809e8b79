"""Figures and their changes, as one says them."""

from decimal import Decimal

from hjemmebane.domain.measurements.calculations.scoring import band_of
from hjemmebane.domain.measurements.calculations.series import Change, Point
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.faces.documents.measured_words import BETTER

GENDERS = {"WOMAN": "FEMALE", "MAN": "MALE"}
# What is published of most is when a change matters, which is not when it is more than chance.
RELEVANT = "så stor, at den regnes for at betyde noget"
RELIABLE = "mere end tilfældig"


def written_figure(value: Decimal) -> str:
    """“50”, “2,5”, “-1,25”."""
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


def figure_said(asked: Instrument, value: Decimal) -> str:
    """A figure with its limits, and which way is better."""
    limits = f"{asked.scoring.lowest} til {asked.scoring.highest}"
    return f"{written_figure(value)} på en skala fra {limits}. {BETTER[asked.direction]}"


def answered_said(asked: Instrument, response: Response) -> str:
    """“3 af 5 besvaret”."""
    known = {item.code for item in asked.items}
    answered = sum(points is not None for code, points in response.answers.items() if code in known)
    return f"{answered} af {len(asked.items)} besvaret"


def band_said(asked: Instrument, value: Decimal, gender: str) -> tuple[str, str] | None:
    """What a figure is called, and who says so; nothing where that hangs on a gender not told."""
    known = GENDERS.get(gender, "")
    if not known and any(band.gender for band in asked.bands):
        return None
    band = band_of(asked, value, known)
    return (band.text, band.source) if band else None


def worth_of(asked: Instrument) -> str:
    """What a change is that is as large as published: held to matter, or more than chance."""
    return RELEVANT if asked.relevant_change else RELIABLE


def change_said(asked: Instrument, point: Point) -> str:
    """“+8, bedre: så stor, at den regnes for at betyde noget”; “første gang” where there is nothing
    before it.
    """
    if point.since_first is None:
        return "første gang"
    moved = written_figure(point.since_first)
    signed = moved if moved.startswith("-") or moved == "0" else f"+{moved}"
    if point.change is None:
        return signed
    if point.change is Change.SMALLER:
        return f"{signed}, ikke {worth_of(asked)}"
    way = "bedre" if point.change is Change.BETTER else "dårligere"
    return f"{signed}, {way}: {worth_of(asked)}"
