"""The team's templates for visits."""

from django import forms

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.contacts.models import VisitTemplate
from hjemmebane.faces.staff.contacts.forms.minutes import MINUTES_SAID
from hjemmebane.foundation.forms import RecordForm


class TemplateForm(RecordForm):
    """One of the team's templates."""

    name = taken(VisitTemplate, "name")
    kind = taken(VisitTemplate, "kind")
    place = taken(VisitTemplate, "place")
    minutes = taken(VisitTemplate, "minutes", error_messages=MINUTES_SAID)
    note = taken(
        VisitTemplate,
        "note",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Et stikord på hver linje. De stikord, ingen skriver ved, kommer ikke med.",
    )
    position = taken(VisitTemplate, "position")
    is_active = taken(VisitTemplate, "is_active", initial=True)

    def values(self) -> dict[str, object]:
        return {"values": super().values()}
