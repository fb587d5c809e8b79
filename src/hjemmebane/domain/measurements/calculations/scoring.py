"""From answers to a figure, as the instrument's own rules say."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hjemmebane.domain.method.content.measuring import Band, Formula, Instrument, Item

HUNDREDTH = Decimal("0.01")

type Answers = Mapping[str, int | None]  # by the question's code; None where nothing was answered


class UnknownAnswer(ValueError):
    """There is no such question, or it cannot be answered so. Says which, in Danish."""


@dataclass(frozen=True)
class Score:
    """What an instrument says of one set of answers.

    value: with two decimals, within the instrument's limits; None when too much is missing.
    parts: the points of each answered question, turned round where it is reversed.
    """

    value: Decimal | None
    answered: int
    of: int
    parts: Mapping[str, int]

    @property
    def missing(self) -> int:
        return self.of - self.answered


def score(instrument: Instrument, answers: Answers) -> Score:
    """The figure for these answers. Raises UnknownAnswer for a stray question or answer."""
    check_answers(instrument, answers)
    parts = {
        item.code: _counted(instrument, item, points)
        for item in instrument.items
        if (points := answers.get(item.code)) is not None
    }
    return Score(_value(instrument, parts), len(parts), len(instrument.items), parts)


def check_answers(instrument: Instrument, answers: Answers) -> None:
    """Raise UnknownAnswer unless each is an answer that its question has."""
    known = {item.code: item for item in instrument.items}
    for code, points in answers.items():
        if code not in known:
            raise UnknownAnswer(f"{instrument.title} har ikke spørgsmålet {code}.")
        if points is None:
            continue
        possible = instrument.scale_of(known[code]).all_points
        if type(points) is not int or points not in possible:  # 3.0 and True are no answers
            listed = ", ".join(map(str, possible))
            raise UnknownAnswer(f"{code}: svaret {points!r} findes ikke. Vælg mellem {listed}.")


def band_of(instrument: Instrument, value: Decimal, gender: str = "") -> Band | None:
    """The highest band that `value` reaches among those for everybody and for `gender`."""
    reached = [
        band for band in instrument.bands if band.gender in {"", gender} and band.at_least <= value
    ]
    return max(reached, key=lambda band: band.at_least, default=None)


def _counted(instrument: Instrument, item: Item, points: int) -> int:
    scale = instrument.scale_of(item)
    return scale.lowest + scale.highest - points if item.reverse else points


def _value(instrument: Instrument, parts: Mapping[str, int]) -> Decimal | None:
    scoring, number = instrument.scoring, len(instrument.items)
    if number - len(parts) > scoring.missing_allowed:
        return None
    mean = Fraction(sum(parts.values()), len(parts))
    whole = mean if scoring.formula is Formula.MEAN else mean * number
    exact = whole * scoring.factor
    in_decimals = Decimal(exact.numerator) / Decimal(exact.denominator)
    return in_decimals.quantize(HUNDREDTH, ROUND_HALF_UP)
