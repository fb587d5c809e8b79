"""Which citizen it is about: everybody in one's teams, each the way on."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.letters import alphabetical_key


def choose_citizen(
    request: ActorRequest,
    route: str,
    *,
    title: str,
    question: str,
    back: Link,
    asked: Mapping[str, str],
) -> HttpResponse:
    """A page with a link to `route` for each citizen; `asked` goes along."""
    teams = shell_of(request).teams
    if not teams:
        return turned_away(request)
    courses = [one for team in teams for one in open_courses(team.pk)]
    after = f"?{urlencode(asked)}" if asked else ""
    links = [
        Link(str(one.citizen), reverse(route, args=[one.citizen_id]) + after)
        for one in sorted(courses, key=lambda one: alphabetical_key(str(one.citizen)))
    ]
    note_reading(request, [one.citizen_id for one in courses], what=title)
    context = {"title": title, "question": question, "back": back, "links": links}
    return render(request, "staff/choose_citizen.html", context)
