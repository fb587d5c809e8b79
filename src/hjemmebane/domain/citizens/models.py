from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.citizens.choices import (
    Channel,
    Closeness,
    Gender,
    NetworkKind,
    RepresentativeKind,
)
from hjemmebane.foundation.guards import APPEND_ONLY, CITIZENS, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

# A citizen is seen through a course in one's own team. The policy is made in the courses migration,
# because only then are there courses; a new citizen has none yet, so staff may add one.
CITIZEN_TABLE = Guard(
    citizen="id",
    read=f"id IN ({CITIZENS})",
    write=f"id IN ({CITIZENS}) OR guard.is_new_citizen(id)",
    grants=NO_DELETE,
)


class Citizen(Record):
    """A person the team supports. May lack a CPR number, a surname or a certain birth date."""

    given_name = models.CharField("Fornavn", max_length=80)
    family_name = models.CharField("Efternavn", max_length=80, blank=True)
    cpr_sealed = models.TextField(blank=True, editable=False)
    cpr_index = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    born_on = models.DateField("Fødselsdato", null=True, blank=True)
    birth_is_estimated = models.BooleanField("Fødselsdatoen er et skøn", default=False)
    died_on = models.DateField("Død", null=True, editable=False)
    gender = models.CharField("Køn", max_length=10, choices=Gender, default=Gender.UNKNOWN)
    has_protected_address = models.BooleanField("Navne- og adressebeskyttelse", default=False)
    address_sealed = models.TextField(blank=True, editable=False)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)
    language = models.CharField("Sprog", max_length=40, default="Dansk")
    reading_needs = models.CharField("Læsning og skrivning", max_length=200, blank=True)
    preferred_channel = models.CharField(
        "Vil helst kontaktes ved", max_length=20, choices=Channel, default=Channel.VISIT
    )
    is_demo = models.BooleanField(default=False, editable=False)

    privacy = Record.privacy + classify(
        sealed="cpr_sealed address_sealed",
        sensitive="reading_needs",
        personal="given_name family_name cpr_index born_on died_on gender phone email language",
        plain="birth_is_estimated has_protected_address preferred_channel is_demo",
    )
    guard = CITIZEN_TABLE
    says = ("cpr_index",)

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in str(self).split()[:2]).upper()


class CitizenRecord(Record):
    """Something that is about one citizen whatever course they are in."""

    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    privacy = Record.privacy + classify(plain="citizen recorded_by recorded_at")
    guard = Guard(citizen="citizen_id")

    class Meta:
        abstract = True


class CitizenLogin(CitizenRecord):
    """A citizen's own key to their plan. Made when they accept the team's invitation."""

    citizen = models.OneToOneField(Citizen, on_delete=models.PROTECT, related_name="login")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="citizen_login"
    )

    privacy = CitizenRecord.privacy + classify(plain="user")
    guard = Guard(citizen="citizen_id", write="false", grants="SELECT")

    def __str__(self) -> str:
        return f"Login {self.citizen_id}"


class Representative(CitizenRecord):
    """Somebody who speaks for the citizen."""

    kind = models.CharField("I egenskab af", max_length=20, choices=RepresentativeKind)
    name = models.CharField("Navn", max_length=120)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    note = models.CharField("Bemærkning", max_length=300, blank=True)

    privacy = CitizenRecord.privacy + classify(
        sensitive="note", personal="name phone", plain="kind"
    )

    def __str__(self) -> str:
        return self.name


class LifeSituation(CitizenRecord):
    """How things stand in one life area of the method pack. Append-only: the newest holds."""

    area = models.CharField("Livsområde", max_length=40)
    text = models.TextField("Sådan er det nu", validators=[MaxLengthValidator(10_000)])

    privacy = CitizenRecord.privacy + classify(sensitive="text", plain="area")
    guard = Guard(citizen="citizen_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [
            models.Index(fields=["citizen", "area", "-recorded_at"], name="life_situation_newest")
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.text[:40]}"


class NetworkPerson(CitizenRecord):
    """Somebody in the citizen's life, and whether the citizen wants them closer."""

    name = models.CharField("Navn", max_length=120)
    relation = models.CharField("Relation", max_length=80)
    kind = models.CharField(
        "Slags", max_length=20, choices=NetworkKind, default=NetworkKind.PRIVATE
    )
    closeness = models.CharField(
        "Hvor tæt på", max_length=20, choices=Closeness, default=Closeness.UNKNOWN
    )
    wish_for_contact = models.CharField("Borgerens ønske for kontakten", max_length=300, blank=True)
    phone = models.CharField("Telefon", max_length=20, blank=True)

    privacy = CitizenRecord.privacy + classify(
        sensitive="wish_for_contact closeness relation", personal="name phone", plain="kind"
    )

    def __str__(self) -> str:
        return self.name
