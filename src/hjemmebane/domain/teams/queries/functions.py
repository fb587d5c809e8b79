"""The functions a team must cover, as its method says, and the coordinator that every team has."""

from collections.abc import Iterable, Mapping

from hjemmebane.domain.method.queries import pack, packs
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team, TeamMembership


def core_functions_of(team: Team) -> dict[str, str]:
    """Title by code: the functions of the team's method, without the coordinator."""
    return {one.code: one.title for one in pack(team.method_pack).core_functions}


def functions_of(team: Team) -> dict[str, str]:
    """Title by code: the functions of the team's method, and then the coordinator."""
    coordinator = pack(team.method_pack).coordinator.title
    return {**core_functions_of(team), CoreFunction.COORDINATION.value: coordinator}


def function_titles(team: Team, codes: Iterable[str]) -> list[str]:
    """What the functions are called; one that only another method has keeps its own name."""
    known = functions_of(team)
    return [known.get(code) or _elsewhere(code) for code in codes]


def plain_functions(membership: TeamMembership) -> list[str]:
    """What a member's functions mean to somebody who does not work here."""
    method = pack(membership.team.method_pack)
    plain = {one.code: one.plain for one in method.core_functions}
    plain[CoreFunction.COORDINATION] = method.coordinator.plain
    return [plain[code] for code in membership.core_functions if code in plain]


def uncovered_functions(team: Team, memberships: Iterable[TeamMembership]) -> list[str]:
    """Codes of the functions (and the coordinator) that nobody in the team holds."""
    held = {function for m in memberships for function in m.core_functions}
    return [function for function in functions_of(team) if function not in held]


def _elsewhere(code: str) -> str:
    found: Mapping[str, str] = {
        one.code: one.title for method in packs() for one in method.core_functions
    }
    return found.get(code, code)
