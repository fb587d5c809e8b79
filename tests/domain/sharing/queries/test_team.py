"""What partners have not answered."""

import datetime as dt

from hjemmebane.domain.sharing.actions import (
    INVITATION,
    accept_invitation,
    invite_partner,
    see_messages,
    write_to_partner,
)
from hjemmebane.domain.sharing.queries import (
    between_partners,
    invitation_code,
    invitations_unanswered,
)
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import PASSWORD
from tests.factories.plans import Writing
from tests.factories.sharing import let_in, open_to

WEEK = dt.timedelta(days=7)


def with_email(cast):
    cast.lise.save_changes({"email": "lise@partner.example"}, version=1)
    return cast.lise


def test_invitation_waits_until_it_is_used(cast):
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        invitation = invite_partner(id=new_id(), partner=with_email(cast), **who)
        here = [cast.municipality.pk]
        assert list(invitations_unanswered(here, before=now() - WEEK)) == []
        assert list(invitations_unanswered([new_id()], before=now())) == []
        assert list(invitations_unanswered(here, before=now())) == [invitation]
    with acting(INVITATION):
        code = invitation_code(invitation.pk)
        accept_invitation(code=code, password=PASSWORD, face=Face.PARTNER, by=INVITATION, at=now())
    with acting(cast.ida.actor):
        assert list(invitations_unanswered(here, before=now())) == []


def unanswered(team, *, before):
    found = between_partners(team, now(), unread_before=before)
    return [(one.about, one.words, one.who) for one in found]


def test_message_waits_until_the_partner_has_read_it(cast):
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(cast.ida.actor):
        person = {"responsible_kind": "PARTNER", "partner_person": lise.person}
        activity = Writing(cast.kim.plan, cast.ida.actor).add("ACTIVITY", **person)
        write_to_partner(
            id=new_id(),
            activity=activity,
            partner=lise.person,
            text="Hvordan går det?",
            by=cast.ida.actor,
            at=now(),
        )
        team = [cast.team_one.pk]
        assert unanswered(team, before=now() - WEEK) == []
        assert unanswered([cast.team_two.pk], before=now()) == []
        assert unanswered(team, before=now()) == [("unanswered", "Hvordan går det?", "Lise")]
    with acting(lise.actor):
        see_messages(activity=activity, by=lise.actor, at=now())
    with acting(cast.ida.actor):
        assert unanswered(team, before=now()) == []
