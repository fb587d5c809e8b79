"""A citizen's yes to one partner: given, changed, said once more."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms

from hjemmebane.design.fields.choosing import SomeOf
from hjemmebane.design.fields.moments import AROUND_NOW, DateField
from hjemmebane.design.fields.taken import CHOOSE, taken
from hjemmebane.domain.citizens.choices import RepresentativeKind
from hjemmebane.domain.citizens.models import Citizen, Representative
from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import goals_opened_by
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import Goal
from hjemmebane.foundation.forms import RecordForm, WarnedForm
from hjemmebane.foundation.ids import new_id

FOR_PARTNERS = [choice for choice in ConsentScope.choices if choice[0] != ConsentScope.TEAM_WORK]
# Those who may say yes for somebody else; a relative or an assessor may not.
SAYS_YES_FOR = {RepresentativeKind.GUARDIAN, RepresentativeKind.POWER_OF_ATTORNEY}
THEMSELVES = "SELF"
GOALS_UNCHOSEN = "I har valgt mål. Sæt også kryds ved “Mål og delmål”, eller fjern krydserne her."


@dataclass(frozen=True)
class Recipient:
    """All who work at a partner, or only one of them."""

    organisation: PartnerOrganisation
    person: PartnerPerson | None = None


@dataclass(frozen=True)
class Offered:
    """What there is to choose among, asked for once by the view."""

    citizen: Citizen
    partners: Sequence[PartnerOrganisation]
    people: Sequence[PartnerPerson]
    goals: Sequence[Goal]
    representatives: Sequence[Representative]

    @property
    def speakers(self) -> dict[str, str]:
        """Those who may say yes for the citizen, by key and in words."""
        return {
            str(one.pk): f"{one.name} ({one.get_kind_display().lower()})"
            for one in self.representatives
            if one.kind in SAYS_YES_FOR
        }


class ToWhom(forms.ChoiceField):
    """A partner, or somebody there: grouped, so that nobody is chosen at a place they are not."""

    recipients: dict[str, Recipient]

    def offer(
        self, partners: Iterable[PartnerOrganisation], people: Collection[PartnerPerson]
    ) -> None:
        self.recipients, groups = {}, []
        for partner in partners:
            there = [person for person in people if person.organisation_id == partner.pk]
            named = {str(partner.pk): f"Alle hos {partner}"}
            named |= {str(person.pk): f"Kun {_with_role(person)}" for person in there}
            self.recipients[str(partner.pk)] = Recipient(partner)
            self.recipients |= {str(person.pk): Recipient(partner, person) for person in there}
            groups.append((str(partner), list(named.items())))
        self.choices = [("", CHOOSE), *groups]

    def clean(self, value: object) -> Recipient:
        return self.recipients[super().clean(value)]


def _with_role(person: PartnerPerson) -> str:
    return f"{person.name}, {person.role}" if person.role else person.name


def in_their_words(goal: Goal) -> str:
    """A goal with the wishes it comes from beside it."""
    wishes = " · ".join(f"„{wish.text}“" for wish in goal.wishes.all())
    status = "" if goal.status == GoalStatus.OPEN else f" ({goal.get_status_display().lower()})"
    return f"{goal.text}{status}{f' – {wishes}' if wishes else ''}"


class ConsentForm(RecordForm):
    """What is opened, to whom, why and how long. The team's own consent begins with the course."""

    recipient = ToWhom(label="Til")
    scope = forms.MultipleChoiceField(
        label="Samtykket åbner for",
        choices=FOR_PARTNERS,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Vælg mindst én ting, som samtykket åbner for."},
    )
    goals = SomeOf(
        label="Hvilke mål",
        required=False,
        help_text="Kun de mål, I sætter kryds ved, bliver vist. Uden kryds vises ingen mål.",
    )
    purpose = taken(Consent, "purpose")
    given_by = forms.ChoiceField(label="Hvem sagde ja", widget=forms.RadioSelect)
    how_given = taken(Consent, "how_given")
    from_on = taken(Consent, "from_on", validators=AROUND_NOW)
    until_on = taken(
        Consent,
        "until_on",
        validators=AROUND_NOW,
        help_text="Tomt: til borgeren trækker det tilbage.",
    )

    def fit(self, *, offered: Offered) -> None:
        self.fields["recipient"].offer(offered.partners, offered.people)
        self.fields["goals"].offer(offered.goals, in_their_words)
        if not offered.goals:
            self.fields["goals"].help_text = "Der er ingen mål i planen endnu: der vises ingen."
        self._ask_who(offered)

    def _ask_who(self, offered: Offered) -> None:
        if offered.speakers:
            themselves = (THEMSELVES, f"{offered.citizen} selv")
            self.fields["given_by"].choices = [themselves, *offered.speakers.items()]
            self.speakers = offered.speakers
            return
        del self.fields["given_by"]
        how = self.fields["how_given"]
        how.choices = [one for one in how.choices if one[0] != HowGiven.BY_REPRESENTATIVE]

    def clean_given_by(self) -> str:
        return self.speakers.get(self.cleaned_data["given_by"], "")

    def clean(self) -> dict[str, object]:
        typed = super().clean() or self.cleaned_data
        if typed.get("goals") and ConsentScope.GOALS not in typed.get("scope", ()):
            self.add_error("goals", GOALS_UNCHOSEN)
        return typed

    @property
    def recipient_chosen(self) -> Recipient:
        chosen: Recipient = self.cleaned_data["recipient"]
        return chosen

    @property
    def goals_chosen(self) -> set[UUID]:
        return {goal.pk for goal in self.cleaned_data["goals"]}

    @property
    def terms(self) -> dict[str, object]:
        """What is said of the consent itself. Where nobody else can say yes, the citizen did."""
        apart = {"recipient", "goals"}
        said = {name: value for name, value in self.values().items() if name not in apart}
        return {"given_by": "", **said, "person": self.recipient_chosen.person}


class ChangeForm(ConsentForm, WarnedForm):
    """What the citizen says yes to instead, from today. What it closes is told beforehand."""

    from_on = None

    def fit(self, *, offered: Offered) -> None:
        super().fit(offered=offered)
        self.fields["id"].required = True

    def _begun(self) -> dict[str, object]:
        to = self.record.person_id or self.record.organisation_id
        chosen = [str(key) for key in goals_opened_by(self.record)]
        return {**super()._begun(), "id": new_id(), "recipient": str(to), "goals": chosen}

    def stored(self, record: Consent) -> dict[str, object]:
        # Who said yes is asked anew.
        return {k: v for k, v in super().stored(record).items() if k != "given_by"}


class RenewForm(RecordForm):
    """The same once more, until the day that the button said."""

    until_on = DateField(widget=forms.HiddenInput)

    def fit(self) -> None:
        self.fields["id"].required = True
