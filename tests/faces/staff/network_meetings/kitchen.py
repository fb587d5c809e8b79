"""Ida's phone at a network meeting: every press of it, for the tests of its pages."""

from django.urls import reverse

from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.meetings.models import (
    NetworkMeeting,
)
from hjemmebane.domain.meetings.queries import invitations_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser
from tests.factories.network_meetings import call

ROUND = "NETWORK_ROUND"


class Kitchen:
    """Ida with her phone in Kim's kitchen, and those around the table."""

    def __init__(self, cast):
        self.cast, self.ida = cast, cast.ida
        self.phone = browser(cast.ida)
        self.who = {"by": cast.ida.actor, "at": now()}
        with acting(cast.ida.actor):
            self.marie = add_around_citizen(
                record=NetworkPerson(
                    citizen=cast.kim.citizen,
                    name="Marie",
                    relation="søster",
                    wish_for_contact="Vil gerne se hende",
                ),
                **self.who,
            )
            self.consent = give_consent(
                id=new_id(),
                citizen=cast.kim.citizen,
                recipient=cast.job_centre,
                scope=["GOALS"],
                purpose="Være med",
                how_given="ORALLY",
                from_on=today(),
                **self.who,
            )
            self.meeting = call(cast.kim, cast.ida, at=now(), starts_at=now())

    def url(self, name, *args):
        keys = [self.cast.kim.citizen.pk, self.meeting.pk, *args]
        return reverse(f"staff:network_meetings:{name}", args=keys)

    def page(self, name="meeting", *args):
        return self.phone.get(self.url(name, *args))

    def post(self, name, *args, **sent):
        return self.phone.post(self.url(name, *args), {"id": new_id()} | sent)

    def guests(self):
        with acting(self.ida.actor):
            return {one.name: one for one in invitations_of(self.meeting.pk)}

    def invites(self, kind, person, **sent):
        return self.post("invite", who=f"{kind}-{person.pk}", **sent)

    def answers(self, name, answer="PRESENT"):
        guest = self.guests()[name]
        return self.post("answer", guest.pk, answer=answer, version=guest.version)

    def says(self, name, text, point=ROUND, **sent):
        return self.post("round", point, guest=self.guests()[name].pk, text=text, **sent)

    def gathers(self):
        """Marie and Lise are invited, and they are here with Kim and Ida."""
        self.invites("NETWORK", self.marie)
        self.invites("PARTNER", self.cast.lise)
        self.invites("STAFF", self.ida.staff_member)
        for name in self.guests():
            self.answers(name)

    def closes(self):
        with acting(self.ida.actor):
            version = NetworkMeeting.objects.get(pk=self.meeting.pk).version
        return self.post("close", version=version)

    def withdraws(self):
        with acting(self.ida.actor):
            withdraw_consent(consent=self.consent, version=1, **self.who)


def kept(employee, model):
    with acting(employee.actor):
        return list(model.objects.order_by("pk"))
