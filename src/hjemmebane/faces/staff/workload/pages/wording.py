"""Hours, caseload and coverage in words."""

from decimal import ROUND_HALF_UP, Decimal

from hjemmebane.domain.teams.models import Team, TeamMembership
from hjemmebane.domain.teams.queries import function_titles
from hjemmebane.domain.workload.calculations.caseload import Caseload, Load
from hjemmebane.domain.workload.calculations.coverage import Gap
from hjemmebane.domain.workload.calculations.hours import (
    MINUTES_IN_AN_HOUR,
    Spent,
    WeekHours,
    hours_of,
)
from hjemmebane.domain.workload.queries import MemberWeek, TeamWeek
from hjemmebane.faces.staff.courses.pages.standing import written_number
from hjemmebane.faces.staff.moments import week_number
from hjemmebane.foundation.listing import listed
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


def clock(minutes: int) -> str:
    """“1:05”: hours and minutes, where minutes are to add up."""
    hours_, rest = divmod(minutes, MINUTES_IN_AN_HOUR)
    return f"{hours_}:{rest:02}"


def kinds_of(spent: Spent) -> list[tuple[str, int]]:
    """What it went to, and the minutes."""
    return [
        ("Direkte", spent.direct),
        ("Koordinering", spent.coordination),
        ("Transport", spent.travel),
        ("Møder", spent.meeting),
        ("Læring", spent.learning),
    ]


def spent_by_clock(spent: Spent) -> str:
    """“direkte 0:45, transport 0:20”; “0:00” when it took no time."""
    told = [f"{word.lower()} {clock(minutes)}" for word, minutes in kinds_of(spent) if minutes]
    return ", ".join(told) or clock(0)


def by_kind(spent: Spent) -> list[tuple[str, int, str]]:
    """What it went to, the minutes, and the same in hours."""
    return [(word, minutes, hours_spent(minutes)) for word, minutes in kinds_of(spent)]


def spent_in_words(spent: Spent) -> str:
    """“3 t.: direkte 1 t., møder 2 t.”; empty when nothing was spent."""
    if not spent.minutes:
        return ""
    kinds = ", ".join(f"{word.lower()} {told}" for word, minutes, told in by_kind(spent) if minutes)
    return f"{hours_spent(spent.minutes)}: {kinds}"


def left_in_words(left: Decimal, *, is_over: bool = False) -> str:
    """“14,3 t. tilbage”, “ingen timer tilbage”, “0,3 t. for meget”.

    Of a week whose working days are over nothing is left: “14,3 t. ikke brugt”.
    """
    if tenths(left) == "0":
        return "ingen timer tilbage"
    if left < 0:
        return f"{hours(-left)} for meget"
    return f"{hours(left)} {'ikke brugt' if is_over else 'tilbage'}"


def left_in_week(member: MemberWeek, week: TeamWeek) -> str:
    """“14,3 t. tilbage i uge 47”: figures of several weeks may stand on pages side by side."""
    return f"{left_in_words(member.left, is_over=week.is_over)} i {week_number(week.monday)}"


def left_name(left: Decimal, *, is_over: bool) -> str:
    """What the figure of `left_in_words` is called where it stands without them."""
    if left < 0:
        return "For meget"
    return "Ikke brugt" if is_over else "Tilbage"


def days_left_in_words(count: int) -> str:
    """“3 arbejdsdage igen”."""
    if not count:
        return "ugens arbejdsdage er gået"
    return f"{count} {'arbejdsdag' if count == 1 else 'arbejdsdage'} igen"


def sum_of_week(planned: WeekHours) -> str:
    """“21 t. − 4,2 t. fravær = 16,8 t.”; only the hours when nothing took any."""
    parts = ((planned.away, "fravær"), (planned.holiday, "helligdag"))
    taken = [f" − {hours(number)} {word}" for number, word in parts if number]
    if not taken:
        return hours(planned.available)
    return f"{hours(planned.planned)}{''.join(taken)} = {hours(planned.available)}"


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


def weight_in_words(caseload: Caseload) -> str:
    """Why the citizens take up another number of places than there are of them."""
    if caseload.weight == caseload.citizens:
        return ""
    return (
        "Hver borger fylder den vægt, der er aftalt under Forløb: i bero og ved lav intensitet"
        " mindre end en plads, men nok til, at der straks kan skrues op igen."
    )


def gap_in_words(team: Team, gap: Gap) -> str:
    """“Specialiseret helbredsindsats fra 1. december 2026, når Ditte stopper”."""
    [label] = function_titles(team, [gap.function])
    return f"{label} fra {written_day(gap.from_on)}, når {listed(gap.last_held_by)} stopper"


def functions_in_words(membership: TeamMembership) -> str:
    return ", ".join(function_titles(membership.team, membership.core_functions))
