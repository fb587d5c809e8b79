"""How far one assessment has come, who sees to it, and what stands in the way."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf, and_now
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.plans.models import Assessment
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.faces.staff.colleagues import with_profession
from hjemmebane.foundation.forms import RecordForm


class AssessmentForm(RecordForm):
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

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        offered = and_now(staff, self.record.staff_member if self.record else None)
        self.fields["staff_member"].offer(offered, with_profession)
