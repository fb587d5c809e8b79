"""What a partner writes: what they do, what they have agreed on, and messages about it."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.sharing.models import (
    Message,
    PartnerAppointment,
    PlanActivity,
    SignOfLife,
    Standpoint,
)
from hjemmebane.foundation.forms import RecordForm

# The plan's own choices, as the partner says them of themselves.
DEMANDS = (
    ("", "Ikke noget bestemt"),
    ("OUTREACH", "Vi kommer til borgeren"),
    ("ATTENDANCE", "Borgeren kommer til os"),
)


class ActivityForm(RecordForm):
    what = taken(
        PlanActivity,
        "what",
        label="Hvad gør I?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Borgeren og teamet læser det. Skriv det, så borgeren kan genkende det.",
    )
    how_often = taken(PlanActivity, "how_often", help_text="For eksempel: hver tirsdag formiddag.")
    place = taken(PlanActivity, "place")
    demand = forms.ChoiceField(label="Hvem kommer til hvem?", required=False, choices=DEMANDS)
    due_on = taken(PlanActivity, "due_on")
    status = taken(PlanActivity, "status")


class StatusForm(RecordForm):
    """One tap: how far it has come."""

    status = taken(PlanActivity, "status")


class AppointmentForm(RecordForm):
    what = taken(
        PartnerAppointment,
        "what",
        help_text="Borgeren og teamet læser det. For eksempel: Samtale om praktik.",
    )
    starts_at = taken(PartnerAppointment, "starts_at")
    ends_at = taken(PartnerAppointment, "ends_at")
    place = taken(PartnerAppointment, "place")


class SignForm(RecordForm):
    """The citizen came by: today unless told, and no word is needed."""

    note = taken(
        SignOfLife,
        "note",
        help_text="Kort og neutralt, for eksempel: Fik en kop kaffe. Borgeren kan læse det.",
    )
    seen_on = taken(SignOfLife, "seen_on")


class MessageForm(RecordForm):
    text = taken(Message, "text", widget=forms.Textarea(attrs={"rows": 4}))


class StandpointForm(RecordForm):
    answer = taken(Standpoint, "answer", widget=forms.RadioSelect)
    reason = taken(
        Standpoint,
        "reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Sig hvorfor, når I ser det anderledes. Teamet læser det med dit navn.",
    )
