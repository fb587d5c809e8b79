"""The winding path of “Min vej”: where it runs, and where on it each stop stands.

Pure arithmetic; Typst draws what comes out. Lengths are points, y grows downwards.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched

from hjemmebane.foundation.written import written_day

# The bends reach out into the margin, which is just as wide as they and the road need.
WIDTH, ROW, MARGIN = 470, 80, 56
STOPS_IN_A_ROW = 4
# More would be too small to find; the list beneath has them all.
MOST_STOPS = 16


@dataclass(frozen=True)
class Stop:
    """Something that was reached."""

    on: dt.date
    text: str
    is_goal: bool = False


def picture(reached: Sequence[Stop]) -> dict[str, object]:
    """The path with its stops, numbered as in the list, and what it shows in words (`alt`).

    Beyond MOST_STOPS goals come first and then the newest; each keeps its number.
    """
    shown = chosen(reached)
    places = places_for(len(shown))
    rows = max(1, -(-len(shown) // STOPS_IN_A_ROW))
    return {
        "width": WIDTH,
        "height": rows * ROW,
        "rows": rows,
        "row": ROW,
        "margin": MARGIN,
        "stops": [
            {"x": x, "y": y, "number": number, "goal": stop.is_goal}
            for (number, stop), (x, y) in zip(shown, places, strict=True)
        ],
        "alt": in_words(reached),
    }


def chosen(reached: Sequence[Stop]) -> list[tuple[int, Stop]]:
    """(number in the list, stop) of those that have room, in their order."""
    numbered = list(enumerate(reached, 1))
    by_weight = sorted(numbered, key=lambda one: (not one[1].is_goal, -one[0]))
    return sorted(by_weight[:MOST_STOPS])


def places_for(count: int) -> list[tuple[int, int]]:
    """Where the stops stand: rows from the top, to the right and back again, evenly spread."""
    places = []
    for row, indexes in enumerate(batched(range(count), STOPS_IN_A_ROW)):
        step = (WIDTH - 2 * MARGIN) // (STOPS_IN_A_ROW + 1)
        for place, _index in enumerate(indexes, 1):
            along = MARGIN + place * step
            x = along if row % 2 == 0 else WIDTH - along
            places.append((x, row * ROW + ROW // 2))
    return places


def in_words(reached: Sequence[Stop]) -> str:
    """What somebody who cannot see the picture is told."""
    if not reached:
        return "En vej, der lige er begyndt."
    goals = sum(stop.is_goal for stop in reached)
    steps = len(reached) - goals
    parts = [
        *([f"{steps} skridt"] if steps else []),
        *([f"{goals} mål"] if goals else []),
    ]
    first, last = reached[0], reached[-1]
    return (
        f"En snoet vej med {' og '.join(parts)}, fra {written_day(first.on)} ({first.text})"
        f" til {written_day(last.on)} ({last.text})."
    )
