"""The team as the citizen gets to know it: names, what each is good for, and their own words."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import primary_contacts_now
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Persona, Team, TeamMembership
from hjemmebane.domain.teams.queries import (
    members_of,
    personas_of,
    plain_functions,
    portraits_of,
)
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import field, footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


def team_pdf(course: Course, *, at: dt.datetime) -> bytes:
    """The team's presentation for a citizen of theirs, as a tagged PDF."""
    return pdf("team.typ", document_for(course, on=day_of(at)), at=at)


def our_team_pdf(team: Team, *, is_demo: bool, at: dt.datetime) -> bytes:
    """The same for somebody who is no citizen of the team yet: it is about nobody."""
    return pdf("team.typ", document(team, is_demo=is_demo, on=day_of(at)), at=at)


def document_for(course: Course, *, on: dt.date) -> dict[str, object]:
    """The data of `team.typ`; the primary contact stands first."""
    contact = primary_contacts_now([course.pk]).get(course.pk)
    return {
        **document(
            course.team,
            nearest=contact.staff_member_id if contact else None,
            is_demo=course.citizen.is_demo,
            on=on,
        ),
        "title": "Dit team",
        "lead": f"Hej {course.citizen.given_name}. Vi er {course.team.name}."
        " Det er os, der kommer ud til dig. Du må gerne spørge os om alt.",
    }


def document(
    team: Team, *, nearest: UUID | None = None, is_demo: bool, on: dt.date
) -> dict[str, object]:
    """The data of `team.typ` without anybody it is for."""
    members = list(members_of([team.pk], on))
    staff = [member.staff_member_id for member in members]
    personas, portraits = personas_of(staff), portraits_of(staff)
    members.sort(key=lambda member: member.staff_member_id != nearest)
    return {
        "title": "Hvem er vi?",
        "team": team.name,
        "lead": f"Hej. Vi er {team.name}. Det er os, der kommer ud, hvor du er."
        " Du må gerne spørge os om alt.",
        "footer": footer(team.name, written_day(on), is_demo=is_demo),
        "people": [
            person(
                member,
                personas.get(member.staff_member_id),
                portraits.get(member.staff_member_id),
                is_nearest=member.staff_member_id == nearest,
            )
            for member in members
        ],
        "about": sheet_lines(pack(team.method_pack)),
    }


def person(
    member: TeamMembership, persona: Persona | None, portrait: bytes | None, *, is_nearest: bool
) -> dict[str, object]:
    """One of the team. What they have not written or shown is left out, not said to be missing."""
    return {
        "name": member.staff_member.name,
        "picture": list(portrait or b""),
        "role": member.profession,
        "functions": plain_functions(member),
        "phone": member.staff_member.phone,
        "nearest": "Din primære kontaktperson" if is_nearest else "",
        "told": [field(*told) for told in persona.told] if persona else [],
    }


def sheet_lines(method: MethodPack) -> list[str]:
    """What the information sheet for citizens says of who we are."""
    return list(method.information_sheet("CITIZEN").sections[0].lines)
