"""The agreement on the light, to hang on a door or put in somebody's hand."""

import datetime as dt

from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.queries import AgreedLight
from hjemmebane.domain.courses.models import Course
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

# What each colour is, and its shape on paper that is printed without colours.
MEANT = {
    Light.GREEN: ("Grøn", "som det plejer at være", "●"),
    Light.YELLOW: ("Gul", "noget er anderledes", "◆"),
    Light.RED: ("Rød", "der er brug for hjælp", "▲"),
}


def light_pdf(course: Course, agreed: AgreedLight, *, at: dt.datetime) -> bytes:
    """The agreement as a tagged PDF."""
    return pdf("light.typ", document(course, agreed, on=day_of(at)), at=at)


def document(course: Course, agreed: AgreedLight, *, on: dt.date) -> dict[str, object]:
    """The data of `light.typ`."""
    agreement, team = agreed.agreement, course.team.name
    return {
        "title": "Aftale om lyset",
        "team": team,
        "footer": footer(team, written_day(on), is_demo=course.citizen.is_demo),
        "lead": f"{course.citizen} og {team}, {written_day(agreement.made_on)}",
        "person": agreement.person,
        "colours": [
            {
                "title": f"{shape} {name}: {meant}",
                "signs": [line.text for line in agreed.signs[light]],
                "actions": [line.text for line in agreed.actions[light]],
            }
            for light, (name, meant, shape) in MEANT.items()
        ],
    }
