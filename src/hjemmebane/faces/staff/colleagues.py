"""How one colleague is told from another in a list to choose from."""

from collections.abc import Iterable

from hjemmebane.domain.teams.models import StaffMember


def with_profession(member: StaffMember) -> str:
    """“Ida, Bostøtte”."""
    return f"{member.name}, {member.profession}"


def together_with(names: Iterable[str], own: str) -> str:
    """“Sammen med Bo” to one of those who come; “Ida og Bo” to anybody else."""
    coming = list(names)
    others = " og ".join(name for name in coming if name != own)
    return f"Sammen med {others}" if others and own in coming else others
