"""Calling a network meeting, inviting to it, and writing down what was said and promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.moments import AROUND_NOW
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkRefusal
from hjemmebane.domain.meetings.models import NetworkInvitation, NetworkMeeting, NetworkVoice
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.plans.models.goals import RESPONSIBLE_FIELDS
from hjemmebane.faces.staff.plans.forms.options import GroupedField, Option
from hjemmebane.faces.staff.plans.forms.responsible import in_full
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.records import Record

if TYPE_CHECKING:
    from hjemmebane.faces.staff.network_meetings.pages.desk import Around


class MeetingForm(RecordForm):
    """The citizen's wish, and when and where."""

    wish = taken(
        NetworkMeeting,
        "wish",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Med borgerens egne ord. Det er borgeren, der kalder til mødet.",
        error_messages={"required": NetworkRefusal.WISH_MISSING.label},
    )
    starts_at = taken(NetworkMeeting, "starts_at", validators=AROUND_NOW)
    place = taken(NetworkMeeting, "place", help_text="Der, hvor borgeren helst vil være.")


class InviteForm(RecordForm):
    """One more, and what may be talked about with them there."""

    who = GroupedField(
        label="Hvem vil borgeren have med?",
        help_text="En samarbejdspartner kan vælges, når borgeren har givet samtykke til det.",
    )
    may_be_said = taken(
        NetworkInvitation,
        "may_be_said",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Spørg også, hvad der ikke må tales om.",
    )

    def fit(self, *, around: Around) -> None:
        """What was sent may name one who is invited, or shut out, since: the action says so."""
        self.fields["who"].offer(
            ("Netværket", _options(ResponsibleKind.NETWORK, around.network)),
            (
                "Samarbejdspartnere, borgeren har sagt ja til",
                _options(ResponsibleKind.PARTNER, around.partners_opened),
            ),
            ("Teamet", _options(ResponsibleKind.STAFF, around.staff)),
            (
                "Samarbejdspartnere uden samtykke",
                _options(ResponsibleKind.PARTNER, around.partners_closed),
            ),
        )


def _options(kind: ResponsibleKind, people: Iterable[Record]) -> list[Option]:
    empty = dict.fromkeys(RESPONSIBLE_FIELDS.values())
    return [
        Option(
            f"{kind}-{person.pk}",
            in_full(person),
            {"responsible_kind": kind, **empty, RESPONSIBLE_FIELDS[kind]: person},
        )
        for person in people
    ]


class VoiceForm(RecordForm):
    """What one of those present says, as they say it."""

    guest = OneOf(label="Hvem siger det?", widget=forms.RadioSelect)
    text = taken(NetworkVoice, "text", widget=forms.Textarea(attrs={"rows": 4}))
    stays_here = taken(
        NetworkVoice,
        "stays_here",
        help_text="Så står det kun hos borgeren selv og teamet, ikke i de andres referat.",
    )

    def fit(self, *, guests: Iterable[NetworkInvitation]) -> None:
        self.fields["guest"].offer(guests, lambda guest: guest.name)


class RewordForm(RecordForm):
    """The words got right; once the meeting is closed only who they are for."""

    text = taken(NetworkVoice, "text", widget=forms.Textarea(attrs={"rows": 4}))
    stays_here = taken(NetworkVoice, "stays_here")

    def fit(self, *, is_closed: bool) -> None:
        if is_closed:
            del self.fields["text"]


class PromiseForm(RecordForm):
    """What somebody present will do."""

    guest = OneOf(label="Hvem vil gøre det?", widget=forms.RadioSelect)
    what = taken(PlanActivity, "what", label="Hvad?", widget=forms.Textarea(attrs={"rows": 2}))
    how_often = taken(PlanActivity, "how_often")
    due_on = taken(PlanActivity, "due_on", validators=AROUND_NOW)
    goal = OneOf(label="Hvilket mål hjælper det på vej?", required=False, empty="Intet bestemt")

    def fit(self, *, guests: Sequence[NetworkInvitation], goals: Iterable[Goal]) -> None:
        self.fields["guest"].offer(guests, lambda guest: guest.name)
        self.fields["goal"].offer(goals)


class CancelForm(RecordForm):
    """Why it comes to nothing."""

    reason = forms.CharField(
        label="Hvorfor",
        max_length=300,
        error_messages={"required": NetworkRefusal.REASON_MISSING.label},
    )


class AnswerForm(RecordForm):
    """One tap: comes, does not, is here."""

    answer = forms.ChoiceField(choices=GuestAnswer.choices, widget=forms.HiddenInput)
