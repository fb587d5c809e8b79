"""A partner and a citizen who come in by themselves, and a partner who has been asked to."""

from hjemmebane.domain.partners.queries import people_at_partners
from hjemmebane.domain.sharing.actions import (
    INVITATION,
    accept_invitation,
    invite_citizen,
    invite_partner,
    make_own_appointment,
    take_stand_as_partner,
    write_activity,
    write_to_team,
)
from hjemmebane.domain.sharing.choices import StandpointGiven
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import invitation_code, opened_activities, opened_goals
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import at_time
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.actors import Actor, acting

HOST = "bostoette1"
PARTNER, PARTNERS_LOGIN = "jobkonsulent", "partner1"
ASKED = "rusbehandler"
ACTIVITY = {
    "what": "Finder et sted, hvor Susanne kan prøve en formiddag om ugen",
    "how_often": "Hver anden uge",
    "status": "ONGOING",
}
APPOINTMENT = {"what": "Se et drivhus sammen", "place": "Ved busstationen"}
MESSAGE = "Vil en af jer med første gang? Susanne siger, at det hjælper."
OTHERWISE = "Vi vil gerne være med fra begyndelsen. Kan vi tage det på næste møde?"
CITIZEN, CITIZENS_LOGIN, PIN = "susanne", "borger1", "482913"


def open_doors(case: Case, *, password: str) -> None:
    """To one citizen's course. The partner has the demo's password, the citizen a known code.

    Today, whenever the stories are set: the database itself asks whether a key is still good.
    """
    house, at = case.house, case.days.now
    actor = house.actors[HOST]
    who = {"by": actor, "at": at}
    with acting(actor):
        came, asked = (house.people[code] for code in (PARTNER, ASKED))
        partners = invite_partner(
            id=key(at, "door", PARTNER), partner=came, username=PARTNERS_LOGIN, **who
        )
        citizens = invite_citizen(
            id=key(at, "door", CITIZEN),
            citizen=case.citizen,
            username=CITIZENS_LOGIN,
            **who,
        )
        invite_partner(id=key(at, "door", ASKED), partner=asked, **who)
    _come_in(partners, password, Face.PARTNER)
    _come_in(citizens, PIN, Face.CITIZEN)
    _write(case)
    _see_it_otherwise(case)


def _see_it_otherwise(case: Case) -> None:
    """The partner has a word about what the team does."""
    house = case.house
    with acting(house.actors[HOST]):
        people = people_at_partners([house.team.municipality_id]).select_related("user")
        actor = people.get(pk=house.people[PARTNER].pk).user.actor
    with acting(actor):
        others = opened_activities(case.course.pk).filter(staff_member__isnull=False)
        take_stand_as_partner(
            id=key(case.days.now, "standpoint", PARTNER),
            activity=others[0],
            answer=StandpointGiven.DIFFERS,
            reason=OTHERWISE,
            by=actor,
            at=case.days.now,
        )


def _come_in(invitation: Invitation, password: str, face: Face) -> None:
    code = invitation_code(invitation.pk)
    with acting(INVITATION):
        accept_invitation(
            code=code, password=password, face=face, by=INVITATION, at=invitation.recorded_at
        )


def _write(case: Case) -> None:
    """What the partner does, when they meet, and a question to the team that nobody has read."""
    came = case.house.people[PARTNER].pk
    with acting(case.house.actors[HOST]):
        people = people_at_partners([case.course.team.municipality_id])
        [actor] = [Actor.person(one.user_id) for one in people if one.pk == came]
    course_id, at = case.course.pk, case.days.now
    meets = at_time(case.days.ahead("4d"), 10)
    who = {"by": actor, "at": at}
    with acting(actor):
        goal = opened_goals(course_id).first()
        if goal is None:
            # The database asks what is open today, and the stories may be set on another day.
            return
        activity = write_activity(
            id=key(at, "door", "activity"), course_id=course_id, goal=goal, values=ACTIVITY, **who
        )
        make_own_appointment(
            id=key(at, "door", "appointment"),
            course_id=course_id,
            values={**APPOINTMENT, "starts_at": meets},
            **who,
        )
        write_to_team(id=key(at, "door", "message"), activity=activity, text=MESSAGE, **who)
