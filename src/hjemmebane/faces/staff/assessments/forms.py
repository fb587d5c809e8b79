"""How far one assessment has come, who sees to it, and what stands in the way."""

from collections.abc import Iterable

from django import forms

from hjemmebane.domain.plans.models import Assessment
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.choosing import OneOf
from hjemmebane.faces.staff.comparing import ComparedForm
from hjemmebane.faces.staff.plans.forms.fields import taken
from hjemmebane.foundation.records import Record


class AssessmentForm(ComparedForm):
    """Every day is optional but the one that something was done on."""

    status = taken(Assessment, "status", widget=forms.RadioSelect)
    needed_on = taken(Assessment, "needed_on")
    ordered_on = taken(Assessment, "ordered_on")
    started_on = taken(Assessment, "started_on")
    done_on = taken(Assessment, "done_on")
    declined_on = taken(Assessment, "declined_on")
    staff_member = OneOf(label="Hvem i teamet", required=False, empty="Ingen bestemt")
    who = taken(Assessment, "who", help_text="For eksempel egen læge eller distriktspsykiatrien.")
    barrier = taken(
        Assessment,
        "barrier",
        help_text="For eksempel ventetid, eller at de først vil udrede efter en tid uden stoffer.",
    )
    note = taken(Assessment, "note")

    def __init__(self, *args, staff: Iterable[StaffMember], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff_member"].offer(staff, lambda m: f"{m.name}, {m.profession}")

    @classmethod
    def written(cls, record: Record, *, staff: Iterable[StaffMember]) -> "AssessmentForm":
        """The form filled from an assessment. Only a form for a new one carries an id."""
        held = {name: getattr(record, name) for name in cls.base_fields if name != "id"}
        return cls(initial={**held, "staff_member": record.staff_member_id}, staff=staff)
