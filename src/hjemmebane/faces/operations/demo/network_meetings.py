"""Two meetings around one of the invented: one held and written down, one to come."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from hjemmebane.domain.meetings.actions import (
    answer_invitation,
    call_network_meeting,
    close_network_meeting,
    hand_over_minutes,
    invite_to_network_meeting,
    promise_at_network_meeting,
    record_voice,
)
from hjemmebane.domain.meetings.choices import GuestAnswer
from hjemmebane.domain.meetings.models import NetworkInvitation, NetworkMeeting
from hjemmebane.domain.meetings.queries import invitations_of
from hjemmebane.domain.plans.models.goals import RESPONSIBLE_FIELDS
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.days import at_time
from hjemmebane.foundation.actors import Actor

WHOSE, WRITER = "susanne", "bostoette1"
CALLED, HELD, NEXT = "5w", "4w", "5d"
HOUR = 13
SUSANNE, LENE, DOCTOR, ANNA, RUTH = "", "soester", "psykiater", WRITER, "nabo"
WISH = "At Lene og lægen hører det samme fra mig selv. Så skal jeg ikke fortælle det to gange."
NEXT_WISH = "Ruth og Lene skal kende hinanden, så de ved, hvem de kan ringe til."
MAY_BE_SAID = {
    LENE: "Alt om hverdagen. Ikke om penge, og ikke om børnenes far.",
    DOCTOR: "Søvnen og medicinen. Resten fortæller jeg selv, hvis jeg har lyst.",
}
# Point, who, and their words; what Susanne will not have carried on has a mark.
SAID = (
    ("NETWORK_CITIZEN_FIRST", SUSANNE, "Jeg vil sove. Alt det andet kan vente.", False),
    ("NETWORK_ROUND", SUSANNE, "Når jeg ikke sover, tager jeg ikke telefonen.", False),
    ("NETWORK_ROUND", LENE, "Jeg troede, du var sur på mig. Nu ved jeg, at du bare lå der.", False),
    ("NETWORK_ROUND", DOCTOR, "Jeg hører, at natten kommer før medicinen. Vi kan vente.", False),
    ("NETWORK_ROUND", ANNA, "Jeg har set køkkenet blive dit igen i løbet af foråret.", False),
    ("NETWORK_WORKS", LENE, "At vi har drukket kaffe to søndage i træk.", False),
    ("NETWORK_WORRIES", SUSANNE, "At jeg begynder at drikke, når det bliver mørkt.", True),
    ("NETWORK_CITIZEN_LAST", SUSANNE, "Det var rart, at ingen afbrød.", False),
)
PROMISED = (
    (LENE, {"what": "Ringer i stedet for at skrive lange beskeder", "how_often": "Hver søndag"}),
    (DOCTOR, {"what": "Venter med ny medicin, til natten er skrevet op i to uger"}),
    (ANNA, {"what": "Kommer med søvnkalenderen på en magnet", "how_often": "Én gang"}),
)
GIVEN = (SUSANNE, LENE)


def network_steps(case: Case) -> Iterator[Step]:
    """Called, held and handed over some weeks ago; and the next one, called last week."""
    if case.story.code != WHOSE:
        return
    who = case.writer(WRITER)
    held_at = case.days.moment(HELD, HOUR)
    come_at = at_time(case.days.ahead(NEXT), HOUR)
    yield Step(case.days.moment(CALLED, HOUR), who, partial(_call, case, WISH, held_at))
    yield Step(held_at, who, partial(_hold, case))
    yield Step(case.days.moment("1w", HOUR), who, partial(_call, case, NEXT_WISH, come_at))


def _call(case: Case, wish: str, starts_at: dt.datetime, by: Actor, at: dt.datetime) -> None:
    meeting = call_network_meeting(
        id=case.key(at, "network meeting"),
        course=case.course,
        wish=wish,
        starts_at=starts_at,
        place="Ved Susannes køkkenbord",
        by=by,
        at=at,
    )
    case.keep(meeting)
    for name in (LENE, DOCTOR, ANNA) if wish == WISH else (LENE, RUTH, ANNA):
        case.keep(_invite(case, meeting, name, by, at), name)
    if wish == NEXT_WISH:
        _answer(case.found(NetworkInvitation, LENE), GuestAnswer.ACCEPTED, by, at)


def _invite(
    case: Case, meeting: NetworkMeeting, name: str, by: Actor, at: dt.datetime
) -> NetworkInvitation:
    return invite_to_network_meeting(
        id=case.key(at, "invited", name),
        meeting=meeting,
        who={**dict.fromkeys(RESPONSIBLE_FIELDS.values()), **case.responsible(name)},
        may_be_said=MAY_BE_SAID.get(name, ""),
        by=by,
        at=at,
    )


def _answer(
    invitation: NetworkInvitation, answer: GuestAnswer, by: Actor, at: dt.datetime
) -> NetworkInvitation:
    return answer_invitation(
        invitation=invitation, answer=answer, version=invitation.version, by=by, at=at
    )


def _hold(case: Case, by: Actor, at: dt.datetime) -> None:
    meeting = case.found(NetworkMeeting)
    invited = {name: case.found(NetworkInvitation, name) for name in (LENE, DOCTOR, ANNA)}
    invited[SUSANNE] = invitations_of(meeting.pk)[0]
    here = {name: _answer(guest, GuestAnswer.PRESENT, by, at) for name, guest in invited.items()}
    for minutes, (point, name, text, stays_here) in enumerate(SAID, start=1):
        record_voice(
            id=case.key(at, "voice", minutes),
            invitation=here[name],
            point=point,
            text=text,
            stays_here=stays_here,
            by=by,
            at=at + dt.timedelta(minutes=minutes),
        )
    for name, values in PROMISED:
        promise_at_network_meeting(
            id=case.key(at, "promise", name), invitation=here[name], values=values, by=by, at=at
        )
    closed_at = at + dt.timedelta(hours=1)
    close_network_meeting(meeting=meeting, version=meeting.version, by=by, at=closed_at)
    for name in GIVEN:
        given = case.key(closed_at, "minutes", name)
        hand_over_minutes(id=given, invitation=here[name], by=by, at=closed_at)
