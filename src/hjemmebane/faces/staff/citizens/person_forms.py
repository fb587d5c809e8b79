"""What is written of a person: master data, and the start of a course."""

from collections.abc import Iterable, Mapping

from django import forms

from hjemmebane.design.fields.moments import DateField
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.choices import Channel, Gender
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import shown_address
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.courses.actions import CourseStart
from hjemmebane.domain.courses.choices import LegalBasis
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.choosing import OneOf
from hjemmebane.faces.staff.comparing import ComparedForm
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.ids import new_id

CPR_HINT = "Kun hvis der er et. Fødselsdato og køn følger med."
KEEP_HINT = "Lad feltet stå tomt for at beholde det, der er gemt."


class PersonForm(ComparedForm):
    """A person, as much as is known. Only a given name is needed."""

    given_name = forms.CharField(label="Fornavn", max_length=80)
    family_name = forms.CharField(label="Efternavn", max_length=80, required=False)
    cpr = forms.CharField(
        label="CPR-nummer",
        max_length=20,
        required=False,
        help_text=CPR_HINT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    born_on = DateField(label="Fødselsdato", required=False, widget=forms.DateInput)
    birth_is_estimated = forms.BooleanField(label="Fødselsdatoen er et skøn", required=False)
    gender = forms.ChoiceField(label="Køn", choices=Gender, initial=Gender.UNKNOWN)
    address = forms.CharField(label="Adresse", max_length=300, required=False)
    has_protected_address = forms.BooleanField(label="Navne- og adressebeskyttelse", required=False)
    phone = forms.CharField(label="Telefon", max_length=20, required=False)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Skriv en hel e-mailadresse – for eksempel navn@eksempel.dk."},
    )
    preferred_channel = forms.ChoiceField(
        label="Vil helst kontaktes ved", choices=Channel, initial=Channel.VISIT
    )
    language = forms.CharField(label="Sprog", max_length=40, initial="Dansk")
    reading_needs = forms.CharField(label="Læsning og skrivning", max_length=200, required=False)

    @classmethod
    def own_names(cls) -> list[str]:
        """The fields that are about the person."""
        return [name for name in PersonForm.base_fields if name not in {"id", "version"}]


class StartForm(PersonForm):
    """A new citizen and their course with a team."""

    citizen_id = forms.UUIDField(widget=forms.HiddenInput)
    team = OneOf(label="Team")
    started_on = DateField(label="Forløbet starter", widget=forms.DateInput)
    legal_basis = forms.ChoiceField(label="Grundlag", choices=LegalBasis)
    origin = forms.CharField(label="Sagen kommer fra", max_length=200, required=False)
    consent_how_given = forms.ChoiceField(
        label="Sådan har borgeren sagt ja til, at teamet arbejder sammen om planen",
        choices=HowGiven,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Et forløb starter med borgerens ja. Vælg, hvordan det er givet."
        },
    )

    def __init__(self, *args, teams: Iterable[Team], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].offer(teams)

    def renew(self) -> None:
        super().renew()
        self.data["citizen_id"] = str(new_id())

    def details(self) -> CitizenDetails:
        return CitizenDetails(**{name: self.cleaned_data[name] for name in PersonForm.own_names()})

    def start(self) -> CourseStart:
        names = ("started_on", "legal_basis", "origin", "consent_how_given")
        return CourseStart(**{name: self.cleaned_data[name] for name in names})


class MasterDataForm(PersonForm):
    """A correction of what is known. The CPR number and a protected address are never shown."""

    remove_address = forms.BooleanField(label="Slet adressen", required=False)

    def __init__(self, *args, citizen: Citizen, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.citizen = citizen
        self.fields["cpr"].help_text = KEEP_HINT if citizen.cpr_sealed else CPR_HINT
        self.is_address_hidden = citizen.has_protected_address and bool(citizen.address_sealed)
        if self.is_address_hidden:
            self.fields["address"].help_text = KEEP_HINT
        else:
            del self.fields["remove_address"]

    def stored(self, record: Citizen) -> Mapping[str, object]:
        hidden = self.is_address_hidden or record.has_protected_address
        return {
            **super().stored(record),
            "cpr": self.cleaned_data["cpr"],
            "address": self.cleaned_data["address"] if hidden else shown_address(record),
        }

    def changes(self) -> dict[str, object]:
        """The plain columns."""
        sealed = {"cpr", "address", "remove_address"}
        return {name: value for name, value in self.values().items() if name not in sealed}

    def address(self) -> str | None:
        """The address to save; None leaves the one that is there."""
        typed = str(self.cleaned_data["address"])
        if self.is_address_hidden and not typed:
            return "" if self.cleaned_data["remove_address"] else None
        return typed


def values_of(citizen: Citizen) -> dict[str, object]:
    """What the form shows of a citizen: nothing that is sealed and protected."""
    plain = {
        name: getattr(citizen, name) for name in PersonForm.own_names() if hasattr(citizen, name)
    }
    return {**plain, "version": citizen.version, "address": shown_address(citizen) or ""}


class RevealForm(RecordForm):
    """Why somebody needs to see what is hidden."""

    reason = forms.CharField(
        label="Hvorfor har du brug for at se det?",
        max_length=200,
        help_text="Det, du skriver, kan borgeren få at se.",
        error_messages={"required": "Skriv, hvorfor du har brug for at se oplysningen."},
    )
