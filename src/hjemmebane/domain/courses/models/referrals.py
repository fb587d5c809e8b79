"""A citizen is pointed out by anybody, without a login."""

from django.conf import settings
from django.db import models

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models.course import LONG_TEXT, SHORT_TEXT
from hjemmebane.domain.courses.models.intake import MY_TEAMS, EarlyContact
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

# The public form writes and never reads: status comes through guard.referral_told(code).
PUBLIC = "(SELECT guard.actor()) = 'job:public-referral'"


class Referral(Record):
    """The application form of the manual's Bilag C, as sent.

    code_index: blind index of the receipt code, which is stored nowhere.
    early_contact, citizen: whom a member of the team has said that it is about.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    code_index = models.CharField(max_length=64, unique=True, editable=False)
    received_at = models.DateTimeField(editable=False)
    status = models.CharField(
        max_length=20, choices=ReferralStatus, default=ReferralStatus.RECEIVED, editable=False
    )
    referrer_name = models.CharField("Dit navn", max_length=120)
    referrer_workplace = models.CharField("Hvor arbejder du?", max_length=120, blank=True)
    referrer_phone = models.CharField("Din telefon", max_length=20, blank=True)
    referrer_email = models.EmailField("Din e-mail", blank=True)
    citizen_name = models.CharField("Borgerens navn", max_length=160)
    cpr_sealed = models.TextField(blank=True, editable=False)
    cpr_index = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    where = models.CharField("Hvor er borgeren at finde?", max_length=300, blank=True)
    citizen_knows = models.BooleanField("Borgeren ved, at du skriver", default=False)
    wishes = models.TextField("Ønsker og drømme", blank=True, validators=LONG_TEXT)
    difficulties = models.TextField("Det, der er svært", validators=LONG_TEXT)
    present_efforts = models.TextField("Hjælp lige nu", blank=True, validators=LONG_TEXT)
    tried_efforts = models.TextField("Det, der er prøvet", blank=True, validators=LONG_TEXT)
    housing = models.TextField("Bolig", blank=True, validators=LONG_TEXT)
    income = models.TextField("Forsørgelse", blank=True, validators=LONG_TEXT)
    why = models.TextField("Hvorfor denne indsats?", validators=LONG_TEXT)
    partners = models.TextField("Andre omkring borgeren", blank=True, validators=LONG_TEXT)
    expectations = models.TextField("Samarbejdet med dig", blank=True, validators=LONG_TEXT)
    question = models.TextField("Spørgsmål til dig", blank=True, validators=SHORT_TEXT)
    asked_at = models.DateTimeField(null=True, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    answer = models.TextField("Dit svar", blank=True, validators=LONG_TEXT)
    answered_at = models.DateTimeField(null=True, editable=False)
    early_contact = models.ForeignKey(
        EarlyContact, on_delete=models.PROTECT, null=True, related_name="referrals", editable=False
    )
    citizen = models.ForeignKey(
        Citizen, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    privacy = Record.privacy + classify(
        sealed="cpr_sealed",
        sensitive="where wishes difficulties present_efforts tried_efforts housing income why"
        " partners expectations question answer",
        personal="referrer_name referrer_workplace referrer_phone referrer_email citizen_name"
        " cpr_index",
        plain="team code_index received_at status citizen_knows asked_at asked_by answered_at"
        " early_contact citizen",
    )
    guard = Guard(
        read=MY_TEAMS,
        insert=PUBLIC,
        citizen="citizen_id",
        grants=NO_DELETE,
    )

    def __str__(self) -> str:
        return f"Henvisning {self.received_at:%d.%m.%Y}"


class ReferralAttachment(Record):
    """A file that came with a referral, sealed; checked before it was kept."""

    referral = models.ForeignKey(
        Referral, on_delete=models.PROTECT, related_name="attachments", editable=False
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    name = models.CharField("Navn", max_length=120)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    content_sealed = models.BinaryField(editable=False)

    privacy = Record.privacy + classify(
        sealed="content_sealed", personal="name", plain="referral team content_type size"
    )
    guard = Guard(read=MY_TEAMS, insert=PUBLIC, grants=APPEND_ONLY)

    def __str__(self) -> str:
        return self.name
