"""Hours, caseload and coverage in words."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.workload.calculations.caseload import Caseload, Load
from hjemmebane.domain.workload.calculations.coverage import Gap
from hjemmebane.domain.workload.calculations.hours import Spent, hours_of
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.foundation.written import written_day

TENTH = Decimal("0.1")


def tenths(number: Decimal) -> str:
    """“7,6”, “37”: to the nearest tenth."""
    return written_number(number.quantize(TENTH, ROUND_HALF_UP) + 0)


def hours(number: Decimal) -> str:
    """“7,5 t.”."""
    return f"{tenths(number)}\N{NO-BREAK SPACE}t."


def hours_spent(minutes: int) -> str:
    return hours(hours_of(minutes))


def by_kind(spent: Spent) -> list[tuple[str, int, str]]:
    """What it went to, the minutes, and the same in hours."""
    kinds = (
        ("Direkte", spent.direct),
        ("Koordinering", spent.coordination),
        ("Transport", spent.travel),
        ("Møder", spent.meeting),
        ("Læring", spent.learning),
    )
    return [(word, minutes, hours_spent(minutes)) for word, minutes in kinds]


def spent_in_words(spent: Spent) -> str:
    """“3 t.: direkte 1 t., møder 2 t.”; empty when nothing was spent."""
    if not spent.minutes:
        return ""
    kinds = ", ".join(f"{word.lower()} {told}" for word, minutes, told in by_kind(spent) if minutes)
    return f"{hours_spent(spent.minutes)}: {kinds}"


def left_in_words(left: Decimal) -> str:
    """“14,3 t. tilbage”, “ingen timer tilbage”, “0,3 t. for meget”."""
    if tenths(left) == "0":
        return "ingen timer tilbage"
    return f"{hours(abs(left))} {'tilbage' if left > 0 else 'for meget'}"


def listed(names: Iterable[str]) -> str:
    """“a”, “a og b”, “a, b og c”."""
    *first, last = names
    return f"{', '.join(first)} og {last}" if first else last


def caseload_in_words(caseload: Caseload) -> str:
    """How the caseload stands against the ceiling, in a sentence."""
    ceiling = tenths(caseload.ceiling)
    if caseload.load is Load.NO_HOURS:
        return "Teamet har ingen udførende timer, så tallet kan ikke regnes ud."
    if caseload.load is Load.OVER:
        return f"Det er over teamets loft på {ceiling}."
    if caseload.load is Load.FULL:
        return f"Der er ikke plads til en mere under teamets loft på {ceiling}."
    noun = "borger" if caseload.places_left == 1 else "borgere"
    return f"Teamets loft er {ceiling}. Der er plads til {caseload.places_left} {noun} mere."


def places_in_words(caseload: Caseload) -> str:
    """“15 borgere”; and by weight, where some hold less than a place."""
    noun = "borger" if caseload.citizens == 1 else "borgere"
    told = f"{caseload.citizens} {noun}"
    if caseload.weight != caseload.citizens:
        told += f", der fylder {written_number(caseload.weight)} pladser"
    return told


def gap_in_words(gap: Gap) -> str:
    """“Specialiseret helbredsindsats fra 1. december 2026, når Ditte stopper”."""
    label = CoreFunction(gap.function).label
    return f"{label} fra {written_day(gap.from_on)}, når {listed(gap.last_held_by)} stopper"


def functions_in_words(codes: Sequence[str]) -> str:
    return ", ".join(CoreFunction(code).label for code in codes)
