"""“Min vej”: the citizen's way through the course, as a picture to take along.

Only what is the citizen's own and what went well: no notes, no judgements, no model of practice.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.contacts.queries import times_met
from hjemmebane.domain.courses.models import Course, Ending
from hjemmebane.domain.courses.queries import ending_of, transition_staff_of
from hjemmebane.domain.plans.queries import goals_reached, sub_goals_reached, wishes_of
from hjemmebane.domain.sharing.queries import said_wishes
from hjemmebane.faces.documents.path_picture import Stop, picture
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer, lines_of
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class Way:
    """Everything the document is made of; building the data asks the database nothing more."""

    course: Course
    ending: Ending | None
    wishes: Sequence[str]
    reached: Sequence[Stop]
    staying: Sequence[str]
    met: int
    on: dt.date


def path_pdf(course: Course, *, at: dt.datetime) -> bytes:
    """The citizen's way as a tagged PDF."""
    return pdf("path.typ", document(way_of(course, on=day_of(at))), at=at)


def way_of(course: Course, *, on: dt.date) -> Way:
    ending = ending_of(course.pk)
    reached = [
        *(Stop(goal.settled_on, goal.text, is_goal=True) for goal in goals_reached(course.pk)),
        *(Stop(step.settled_on, step.text) for step in sub_goals_reached(course.pk)),
    ]
    own = {key: said.text for key, said in said_wishes(course.pk).items()}
    staying = transition_staff_of(ending) if ending else ()
    return Way(
        course=course,
        ending=ending,
        wishes=[own.get(wish.pk) or wish.text for wish in wishes_of(course.pk)],
        reached=sorted(reached, key=lambda stop: (stop.on, stop.is_goal, stop.text)),
        staying=[f"{row.staff_member.name}, {row.staff_member.phone}" for row in staying],
        met=times_met(course.pk),
        on=on,
    )


def document(way: Way) -> dict[str, object]:
    """The data of `path.typ`."""
    course, citizen = way.course, way.course.citizen
    return {
        "title": f"Min vej – {citizen.given_name}",
        "team": course.team.name,
        "footer": footer(course.team.name, written_day(way.on), is_demo=citizen.is_demo),
        "wished": "Det ønsker jeg mig" if course.is_open else "Det ønskede jeg mig",
        "wishes": list(way.wishes),
        "picture": picture(way.reached),
        "stops": [
            {"text": stop.text, "when": written_day(stop.on), "goal": stop.is_goal}
            for stop in way.reached
        ],
        "together": together(way),
        "begun": just_begun(way),
        "keep": lines_of(way.ending.results_to_keep) if way.ending else [],
        "needs": way.ending.own_needs if way.ending else "",
        "ahead": ahead(way),
    }


def together(way: Way) -> str:
    """How long and how often, in plain words."""
    began = f"Vi begyndte {written_day(way.course.started_on)}"
    times = "én gang" if way.met == 1 else f"{way.met} gange"
    since = f"{began}, og siden har vi mødtes {times}." if way.met else f"{began}."
    if way.course.ended_on:
        return f"{since} Forløbet sluttede {written_day(way.course.ended_on)}."
    return since


def just_begun(way: Way) -> str:
    """What stands where there is nothing to show yet, so that the sheet is not an empty one."""
    if way.wishes or way.reached or not way.course.is_open:
        return ""
    return "Vi er lige begyndt. Her kommer det, du ønsker dig, og de skridt, du tager."


def ahead(way: Way) -> list[str]:
    """Who is there from now on."""
    if not way.ending:
        return []
    ending, told = way.ending, []
    if ending.next_provider:
        at_them = f". Du kan spørge efter {ending.next_contact}" if ending.next_contact else ""
        told.append(f"{ending.next_provider} tager over{at_them}.")
    if way.staying:
        until = written_day(ending.transition_until)
        told.append(f"Vi er her stadig{f' til {until}' if until else ' lidt endnu'}:")
        told.extend(way.staying)
    return told
