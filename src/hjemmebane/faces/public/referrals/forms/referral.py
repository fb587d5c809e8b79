"""The application form of the manual's Bilag C, in our own words and short sections."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField

from hjemmebane.design.fields.taken import taken
from hjemmebane.domain.courses.actions import AttachedFile, ReferralDetails
from hjemmebane.domain.courses.choices import IntakeRefusal
from hjemmebane.domain.courses.models import Referral
from hjemmebane.domain.courses.queries import ReceivingTeam
from hjemmebane.faces.public.referrals.forms.files import FilesField
from hjemmebane.faces.public.referrals.forms.issuing import began_at, issue
from hjemmebane.foundation.forms import ID_LOST, RecordForm
from hjemmebane.foundation.http import UNPROCESSABLE
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.gateways.clamav.client import Scanner, Verdict, verdict_on

logger = log(__name__)

FASTEST = dt.timedelta(seconds=4)
# Nobody sees this field, so whoever fills it in is a machine, or a browser that was too helpful.
DECOY = "homepage"
TOO_FAST = "Det gik meget hurtigt. Se lige efter, at det hele er med, og send igen."
DECOY_FILLED = "Et felt, som skal stå tomt, var fyldt ud. Nu er det tomt. Send bare igen."
INFECTED = "“%(name)s” ser ud til at indeholde virus. Vælg filerne igen uden den."
SCANNER_DOWN = (
    "Vi kan ikke se filer efter for virus lige nu. Send uden filer, eller prøv igen om lidt."
)
EMAIL = "Skriv en hel e-mailadresse – for eksempel navn@eksempel.dk."
UNDRAFTED = {"data-hjemmebane-undrafted": True}


@dataclass(frozen=True)
class Section:
    """Some fields that belong together, under a heading."""

    title: str
    lead: str
    fields: tuple[BoundField, ...]


# title, lead, fields
SECTIONS = (
    ("Hvem får henvisningen?", "", ("team",)),
    (
        "Om dig",
        "Teamet ringer eller skriver, hvis de er i tvivl om noget.",
        ("referrer_name", "referrer_workplace", "referrer_phone", "referrer_email"),
    ),
    ("Om borgeren", "", ("citizen_name", "cpr", "where", "citizen_knows")),
    (
        "Borgerens egne ønsker",
        "Begynd gerne her. Det er det, hjælpen skal handle om.",
        ("wishes",),
    ),
    ("Borgerens hverdag", "", ("difficulties", "housing", "income")),
    ("Hjælp nu og før", "", ("present_efforts", "tried_efforts", "partners")),
    ("Teamet og dig", "", ("why", "expectations")),
    ("Papirer", "", ("attachments",)),
)


class ReferralForm(RecordForm):
    """A referral that is not sent yet. It carries the key it was issued, and when that was.

    files: what was uploaded; at: now; teams: which there are; takes_files: is there a scanner?
    """

    issued = forms.CharField(widget=forms.HiddenInput, required=False)
    team = forms.ChoiceField(
        label="Team",
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), str(IntakeRefusal.UNKNOWN_TEAM.label)
        ),
    )
    referrer_name = taken(Referral, "referrer_name")
    referrer_workplace = taken(
        Referral,
        "referrer_workplace",
        help_text="Er du pårørende eller nabo, så skriv det i stedet.",
    )
    referrer_phone = taken(
        Referral, "referrer_phone", help_text="Skriv telefon eller e-mail – gerne begge."
    )
    referrer_email = taken(Referral, "referrer_email", error_messages={"invalid": EMAIL})
    citizen_name = taken(
        Referral, "citizen_name", help_text="Kender du ikke navnet, så skriv, hvad I siger."
    )
    cpr = forms.CharField(
        label="Borgerens CPR-nummer",
        max_length=20,
        required=False,
        help_text="Kun hvis du har det. Det gemmes krypteret.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", **UNDRAFTED}),
    )
    where = taken(
        Referral, "where", help_text="En adresse, et værested, en bænk – og hvornår på dagen."
    )
    citizen_knows = taken(Referral, "citizen_knows")
    wishes = taken(
        Referral,
        "wishes",
        help_text="Hvad drømmer borgeren om? Brug gerne borgerens egne ord.",
    )
    difficulties = taken(
        Referral,
        "difficulties",
        help_text="Fortæl om hverdagen: psykisk og fysisk helbred, diagnoser, medicin, rusmidler,"
        " og hvad der ellers fylder.",
    )
    present_efforts = taken(
        Referral,
        "present_efforts",
        help_text="For eksempel bostøtte, botilbud, behandling, et værested.",
    )
    tried_efforts = taken(
        Referral,
        "tried_efforts",
        help_text="Hvad hjalp, og hvorfor? Hvornår holdt det op med at virke?",
    )
    housing = taken(
        Referral, "housing", help_text="Egen bolig, hos andre, herberg, gaden – og går det godt?"
    )
    income = taken(
        Referral, "income", help_text="Løn, kontanthjælp, førtidspension, ingen indtægt."
    )
    why = taken(
        Referral,
        "why",
        help_text="Hvad er det i borgerens situation, som anden hjælp ikke har kunnet løse?",
    )
    partners = taken(
        Referral,
        "partners",
        help_text="Hvem kender borgeren? Familie, læge, sagsbehandler, kontaktperson.",
    )
    expectations = taken(
        Referral,
        "expectations",
        help_text="Hvad kan du selv være med til, og hvad håber du, at teamet gør?",
    )
    attachments = FilesField(
        label="Filer",
        required=False,
        help_text="Højst 3 filer: PDF, billeder (PNG eller JPEG) eller Word. Tilsammen 4 MB.",
    )

    def fit(
        self,
        *,
        files: Mapping[str, UploadedFile],
        teams: Sequence[ReceivingTeam],
        at: dt.datetime,
        takes_files: bool,
    ) -> None:
        self.files, self.at = files, at
        self.fields["team"].choices = [
            *([("", "Vælg …")] if len(teams) > 1 else []),
            *((str(team.id), f"{team.name}, {team.municipality}") for team in teams),
        ]
        if len(teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()
            self.fields["team"].initial = str(teams[0].id)
        self.fields["attachments"].is_open = takes_files

    def sections(self) -> Iterator[Section]:
        """What is shown, in order; without the choice of a team when there is one."""
        for title, lead, names in SECTIONS:
            shown = tuple(
                self[name]
                for name in names
                if not self[name].is_hidden and (name != "attachments" or self.takes_files)
            )
            if shown:
                yield Section(title, lead, shown)

    @property
    def takes_files(self) -> bool:
        return bool(self.fields["attachments"].is_open)

    @property
    def has_lost_files(self) -> bool:
        """Whether files must be chosen again: a browser does not get them back."""
        return self.takes_files and bool(self.errors) and bool(self.files)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if "id" in self.errors:
            return cleaned  # said already
        began = began_at(str(cleaned.get("issued")), cleaned.get("id"))
        if began is None:
            raise self._no("NOT_ISSUED", ID_LOST)
        if self.data.get(self.add_prefix(DECOY)):
            raise self._no("DECOY_FILLED", DECOY_FILLED)
        if self.at - began < FASTEST:
            raise self._no("TOO_FAST", TOO_FAST)
        return cleaned

    def _no(self, code: str, sentence: str) -> ValidationError:
        logger.warning("refused", reason=code)
        return ValidationError(sentence, code=code)

    def is_sent(self) -> bool:
        if super().is_sent():
            return True
        if self.has_error(NON_FIELD_ERRORS, "NOT_ISSUED"):
            self.renew()
        return False

    def renew(self) -> None:
        """A new key has to be issued like the first."""
        super().renew()
        key = UUID(str(self.data[self.add_prefix("id")]))
        self.data.setlist(self.add_prefix("issued"), [issue(key, at=self.at)])

    def is_harmless(self, scanner: Scanner | None) -> bool:
        """Whether the scanner finds nothing in the files; without an answer nothing is received."""
        verdicts = [(one.name, verdict_on(one.content, by=scanner)) for one in self.attached()]
        if any(verdict is Verdict.UNKNOWN for _, verdict in verdicts):
            self._refuse_files("SCANNER_DOWN", SCANNER_DOWN)
            return False
        found = [name for name, verdict in verdicts if verdict is Verdict.INFECTED]
        for name in found:
            self._refuse_files("INFECTED", INFECTED % {"name": name})
        return not found

    def _refuse_files(self, code: str, sentence: str) -> None:
        logger.warning("refused", reason=code)
        self.status = UNPROCESSABLE
        self.add_error("attachments", sentence)

    def attached(self) -> list[AttachedFile]:
        files: list[AttachedFile] = self.cleaned_data["attachments"]
        return files

    def details(self) -> ReferralDetails:
        """What was typed, apart from the team, the CPR number and the files."""
        return ReferralDetails(
            **{field.name: self.cleaned_data[field.name] for field in fields(ReferralDetails)}
        )


def blank(at: dt.datetime) -> dict[str, object]:
    """What a new form begins with: a key, and the proof that it was issued here."""
    key = new_id()
    return {"id": key, "issued": issue(key, at=at)}
