"""How one colleague is told from another in a list to choose from."""

from hjemmebane.domain.teams.models import StaffMember


def with_profession(member: StaffMember) -> str:
    """“Ida, Bostøtte”."""
    return f"{member.name}, {member.profession}"
