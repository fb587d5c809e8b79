"""What is written before there is a course."""

from collections.abc import Iterable, Sequence

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.actions import CourseStart
from hjemmebane.domain.courses.actions.intake import DecisionDetails
from hjemmebane.domain.courses.choices import CriterionAnswer
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.courses.queries import Criterion
from hjemmebane.domain.method.queries import legal_basis_choices
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.faces.staff.citizens.forms.person import StartForm
from hjemmebane.foundation.forms import DraftForm, RecordForm

CPR_FOLLOWS = (
    "CPR-nummeret fra henvisningen følger med, når feltet er tomt. Skriv kun, hvis det er et andet."
)
LONGEST_REASON = 2_000


class EarlyContactForm(RecordForm):
    """A person the team has seen; what they are called is enough."""

    called = taken(
        EarlyContact, "called", help_text="Det, I kalder personen: “Kvinden med cyklen”."
    )
    where = taken(EarlyContact, "where")
    spotted_on = taken(EarlyContact, "spotted_on")
    note = taken(EarlyContact, "note", widget=forms.Textarea(attrs={"rows": 4}))
    given_name = taken(EarlyContact, "given_name")
    family_name = taken(EarlyContact, "family_name")
    born_on = taken(EarlyContact, "born_on")


class SpotForm(EarlyContactForm):
    """Somebody new."""

    team = OneOf(label="Team")

    def fit(self, *, teams: Iterable[Team]) -> None:
        self.fields["team"].offer(teams)

    def values(self) -> dict[str, object]:
        typed = super().values()
        return {"team": typed.pop("team"), "values": typed}


class AttemptForm(RecordForm):
    """A contact or an attempt, told in twenty seconds."""

    outcome = taken(EarlyAttempt, "outcome", widget=forms.RadioSelect)
    note = taken(EarlyAttempt, "note", widget=forms.Textarea(attrs={"rows": 3}))
    where = taken(EarlyAttempt, "where")
    at = taken(EarlyAttempt, "at")
    staff_member = OneOf(label="Hvem fra teamet")

    def fit(self, *, staff: Iterable[StaffMember]) -> None:
        self.fields["staff_member"].offer(staff)

    def values(self) -> dict[str, object]:
        typed = super().values()
        return {"staff_member": typed.pop("staff_member"), "values": typed}


class LayAsideForm(RecordForm):
    """Why nothing more is done for now."""

    because = taken(
        EarlyContact,
        "closed_because",
        required=True,
        error_messages={"required": "Skriv kort hvorfor, så I husker det."},
    )


class AskForm(RecordForm):
    """The one question to whoever referred."""

    question = taken(
        Referral,
        "question",
        label="Dit spørgsmål",
        required=True,
        help_text="Den, der henviste, læser det med sin kode. Skriv ikke om borgeren.",
        error_messages={"required": "Skriv, hvad du vil spørge om."},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AssessmentForm(DraftForm):
    """A target group assessment: each criterion with an answer and a reason, and what is known."""

    gathered = taken(TargetGroupAssessment, "gathered")
    risks = taken(TargetGroupAssessment, "risks")
    took_part = taken(TargetGroupAssessment, "took_part")
    met_on = taken(TargetGroupAssessment, "met_on")
    own_account = taken(
        TargetGroupAssessment, "own_account", help_text="Med borgerens egne ord, så vidt I kan."
    )

    def fit(self, *, criteria: Sequence[Criterion]) -> None:
        self.criteria = list(criteria)
        for one in self.criteria:
            self.fields[one.code] = forms.ChoiceField(
                label=one.title,
                help_text=one.text,
                choices=CriterionAnswer.choices,
                widget=forms.RadioSelect,
            )
            self.fields[reason_of(one)] = forms.CharField(
                label=one.question,
                max_length=LONGEST_REASON,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.needed = [name for one in self.criteria for name in (one.code, reason_of(one))]

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[one.code], self[reason_of(one)]) for one in self.criteria]

    def go_on_from(self, saved: TargetGroupAssessment) -> None:
        """What was sent is kept as a draft: saving again builds on that."""
        self.data[self.add_prefix("version")] = str(saved.version)

    def stored(self, record: TargetGroupAssessment) -> dict[str, object]:
        given = {answer["code"]: answer for answer in record.answers}
        values = super().stored(record)
        for one in self.criteria:
            answer = given.get(one.code, {})
            values[one.code] = answer.get("answer", "")
            values[reason_of(one)] = answer.get("reason", "")
        return values

    def values(self) -> dict[str, object]:
        typed = super().values()
        answers = [
            {"code": one.code, "answer": typed.pop(one.code), "reason": typed.pop(reason_of(one))}
            for one in self.criteria
        ]
        return {"values": typed, "answers": answers}


def reason_of(criterion: Criterion) -> str:
    """The name of the field for why a criterion was answered so."""
    return f"{criterion.code}_reason"


class DecisionForm(RecordForm):
    """What is decided, why, and by what provision."""

    outcome = taken(Decision, "outcome", widget=forms.RadioSelect)
    reason = taken(Decision, "reason", help_text="Borgeren skal kunne læse det.")
    decided_on = taken(Decision, "decided_on")
    legal_basis = forms.ChoiceField(label="Grundlag")
    is_formal = taken(
        Decision,
        "is_formal",
        help_text="Så laver vi et brev med klagevejledning. § 99 kræver ingen afgørelse.",
    )
    supplier_wish = taken(
        Decision, "supplier_wish", help_text="Kun § 85 a: hvem borgeren helst vil have hjælp fra."
    )
    supplier_reason = taken(Decision, "supplier_reason", label="Følges ønsket, og hvorfor?")
    left_shelter_on = taken(
        Decision,
        "left_shelter_on",
        help_text="Kun § 85 a: så kan vi sige, hvor længe staten refunderer.",
    )

    def fit(self, *, bases: Sequence[tuple[str, str]]) -> None:
        self.fields["legal_basis"].choices = bases

    def values(self) -> dict[str, object]:
        return {"details": DecisionDetails(**super().values())}


class MatchStartForm(StartForm):
    """The course of somebody who was a match, and is not written down as a citizen.

    cpr: the digits from the referral, which no page shows; they follow unless others are typed.
    """

    def fit(self, *, teams: Iterable[Team], cpr: str) -> None:
        super().fit(teams=teams)
        self.cpr = cpr
        if cpr:
            self.fields["cpr"].help_text = CPR_FOLLOWS

    def person(self) -> dict[str, object]:
        typed = super().person()
        return {**typed, "cpr": typed["cpr"] or self.cpr}


class KnownStartForm(RecordForm):
    """The course of somebody who is written down already."""

    started_on = StartForm.base_fields["started_on"]
    legal_basis = StartForm.base_fields["legal_basis"]
    origin = StartForm.base_fields["origin"]
    consent_how_given = StartForm.base_fields["consent_how_given"]

    def fit(self, *, team: Team) -> None:
        self.fields["legal_basis"].choices = legal_basis_choices([team.method_pack])

    def values(self) -> dict[str, object]:
        return {"start": CourseStart(**super().values())}
