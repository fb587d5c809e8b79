"""What is written of a person: master data, and the start of a course."""

from collections.abc import Iterable

from django import forms

from hjemmebane.design.fields.choosing import OneOf
from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.actions import CourseStart
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.queries import legal_basis_choices
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.ids import new_id

CPR_HINT = "Kun hvis der er et. Fødselsdato og køn følger med."
KEEP_HINT = "Lad feltet stå tomt for at beholde det, der er gemt."


class PersonForm(RecordForm):
    """A person, as much as is known. Only a given name is needed."""

    given_name = taken(Citizen, "given_name")
    family_name = taken(Citizen, "family_name")
    cpr = forms.CharField(
        label="CPR-nummer",
        max_length=20,
        required=False,
        help_text=CPR_HINT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    born_on = taken(Citizen, "born_on")
    birth_is_estimated = taken(Citizen, "birth_is_estimated")
    gender = taken(Citizen, "gender")
    address = forms.CharField(label="Adresse", max_length=300, required=False)
    has_protected_address = taken(Citizen, "has_protected_address")
    phone = taken(Citizen, "phone")
    email = taken(
        Citizen,
        "email",
        error_messages={"invalid": "Skriv en hel e-mailadresse – for eksempel navn@eksempel.dk."},
    )
    preferred_channel = taken(Citizen, "preferred_channel")
    language = taken(Citizen, "language")
    reading_needs = taken(Citizen, "reading_needs")

    def person(self) -> dict[str, object]:
        """What was typed about the person."""
        return {k: v for k, v in self.cleaned_data.items() if k in PERSON}


# The fields that say who somebody is.
PERSON = PersonForm.base_fields.keys() - RecordForm.base_fields.keys()


class NewCourseForm(RecordForm):
    """A course with a team, resting on the citizen's yes."""

    team = OneOf(label="Team")
    started_on = taken(Course, "started_on")
    legal_basis = forms.ChoiceField(label="Grundlag")
    origin = taken(Course, "origin")
    consent_how_given = taken(
        Consent,
        "how_given",
        label="Sådan har borgeren sagt ja til, at teamet arbejder sammen om planen",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Et forløb starter med borgerens ja. Vælg, hvordan det er givet."
        },
    )

    def fit(self, *, teams: Iterable[Team]) -> None:
        there = list(teams)
        self.fields["team"].offer(there)
        self.fields["legal_basis"].choices = legal_basis_choices(one.method_pack for one in there)

    def values(self) -> dict[str, object]:
        names = ("started_on", "legal_basis", "origin", "consent_how_given")
        return {
            "team": self.cleaned_data["team"],
            "start": CourseStart(**{name: self.cleaned_data[name] for name in names}),
        }


class StartForm(NewCourseForm, PersonForm):
    """A new citizen and their course with a team."""

    citizen_id = forms.UUIDField(widget=forms.HiddenInput)

    def renew(self) -> None:
        super().renew()
        self.data["citizen_id"] = str(new_id())

    def values(self) -> dict[str, object]:
        return {
            **super().values(),
            "citizen_id": self.cleaned_data["citizen_id"],
            "details": CitizenDetails(**self.person()),
        }


class MasterDataForm(PersonForm):
    """A correction of what is known. The CPR number and a protected address are never shown."""

    remove_address = forms.BooleanField(label="Slet adressen", required=False)

    def fit(self) -> None:
        citizen = self.record
        self.fields["cpr"].help_text = KEEP_HINT if citizen.cpr_sealed else CPR_HINT
        self.is_address_hidden = citizen.has_protected_address and bool(citizen.address_sealed)
        if self.is_address_hidden:
            self.fields["address"].help_text = KEEP_HINT
        else:
            del self.fields["remove_address"]

    def stored(self, record: Citizen) -> dict[str, object]:
        """Nothing that is sealed and protected."""
        hidden = self.is_address_hidden or record.has_protected_address
        address = {} if hidden else {"address": shown_address(record)}
        return {**super().stored(record), **address}

    def values(self) -> dict[str, object]:
        """The plain columns, and what is sealed: None leaves that as it is."""
        sealed = {"cpr", "address"}
        return {
            "changes": {k: v for k, v in self.person().items() if k not in sealed},
            "address": self._address(),
            "cpr": self.cleaned_data["cpr"] or None,
        }

    def _address(self) -> str | None:
        typed = str(self.cleaned_data["address"])
        if self.is_address_hidden and not typed:
            return "" if self.cleaned_data["remove_address"] else None
        return typed


class RevealForm(RecordForm):
    """Why somebody needs to see what is hidden."""

    reason = forms.CharField(
        label="Hvorfor har du brug for at se det?",
        max_length=200,
        help_text="Det, du skriver, kan borgeren få at se.",
        error_messages={"required": "Skriv, hvorfor du har brug for at se oplysningen."},
    )
