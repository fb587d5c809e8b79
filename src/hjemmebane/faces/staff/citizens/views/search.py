"""Finding a citizen of one's own teams. The words travel in the body, never in an address."""

from django.http import HttpResponse

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import citizens_found
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.faces.staff.citizens.forms.search import SearchForm
from hjemmebane.faces.staff.front import turned_away
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.foundation.http import (
    UNPROCESSABLE,
    ActorRequest,
    answer,
    note_reading,
    require_form,
    sent,
)
from hjemmebane.foundation.written import written_day

MOST_SHOWN = 30


@require_form
def search(request: ActorRequest) -> HttpResponse:
    if not shell_of(request).teams:
        return turned_away(request)
    form = SearchForm(sent(request))
    context: dict[str, object] = {"form": form, "is_asked": False}
    if form.is_valid():
        found = list(citizens_found(form.cleaned_data["words"])[: MOST_SHOWN + 1])
        note_reading(
            request, [citizen.pk for citizen in found[:MOST_SHOWN]], what="Fundet i søgning"
        )
        context |= {
            "is_asked": True,
            "results": results(found[:MOST_SHOWN]),
            "has_more": len(found) > MOST_SHOWN,
        }
    status = UNPROCESSABLE if form.errors else 200
    return answer(request, "staff/citizens/search.html", "results", context, status=status)


def results(found: list[Citizen]) -> list[tuple[Citizen, str]]:
    """Each citizen with what tells them from another of the same name."""
    teams: dict[object, list[str]] = {}
    newest = visible_courses().filter(citizen__in=found).order_by("-started_on", "-pk")
    for course in sorted(newest, key=lambda course: not course.is_open):
        names = teams.setdefault(course.citizen_id, [])
        ended = f"{course.team.name}, afsluttet"
        if not {course.team.name, ended} & set(names):
            names.append(course.team.name if course.is_open else ended)
    return [(citizen, about(citizen, teams.get(citizen.pk, []))) for citizen in found]


def about(citizen: Citizen, teams: list[str]) -> str:
    born = f"født {written_day(citizen.born_on)}" if citizen.born_on else ""
    return " · ".join(filter(None, (born, *teams)))
