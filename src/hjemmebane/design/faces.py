"""How somebody said they were on a day: one of five drawn faces, in the same words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DayFace:
    """number: 1, the saddest, to 5; drawn in `static/design/pictograms.svg`."""

    number: int
    label: str
    word: str
    when: str
