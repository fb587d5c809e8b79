from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.partners.choices import (
    AgreementStatus,
    OfferKind,
    OfferTheme,
    PartnerKind,
    Threshold,
)
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

# Shared address book of the staff: who the partners are says nothing about any citizen.
ADDRESS_BOOK = Guard(read="(SELECT guard.is_staff()) OR (SELECT guard.is_operations())")
# Written by those who work in a municipality's teams or answer for them.
MUNICIPALITIES_I_WORK_FOR = "SELECT guard.municipalities_i_work_for()"
PARTNERS_I_WORK_WITH = "SELECT guard.partners_i_work_with()"
# A login comes by a key or is handed on, never as a column that somebody writes.
PEOPLE = Guard(
    read=ADDRESS_BOOK.read,
    write=f"user_id IS NULL AND (organisation_id IN ({PARTNERS_I_WORK_WITH})"
    " OR (SELECT guard.is_operations()))",
    update=f"organisation_id IN ({PARTNERS_I_WORK_WITH}) OR (SELECT guard.is_operations())",
    columns="version, name, role, phone, email, is_resource, left_on",
)
SHORT = [MaxLengthValidator(2_000)]


class PartnerOrganisation(Record):
    """An organisation that the team works with."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    kind = models.CharField("Slags", max_length=20, choices=PartnerKind)
    name = models.CharField("Navn", max_length=120)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)

    privacy = Record.privacy + classify(plain="municipality kind name phone email")
    guard = Guard(
        read=ADDRESS_BOOK.read,
        write=f"municipality_id IN ({MUNICIPALITIES_I_WORK_FOR}) OR (SELECT guard.is_operations())",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="partner_name_in_municipality"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PartnerPerson(Record):
    """A named person at a partner: the one to call. With a login of their own they also write.

    is_resource: the team's fixed way in, whatever it is about.
    Who moves to another employer opens nothing there with what the old one was allowed.
    """

    organisation = models.ForeignKey(
        PartnerOrganisation, on_delete=models.PROTECT, related_name="people"
    )
    name = models.CharField("Navn", max_length=120)
    role = models.CharField("Funktion", max_length=80, blank=True)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)
    is_resource = models.BooleanField("Ressourceperson for teamet", default=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="partner_person",
    )
    left_on = models.DateField("Stoppet den", null=True, editable=False)

    privacy = Record.privacy + classify(
        personal="name phone email", plain="organisation role is_resource user left_on"
    )
    guard = PEOPLE

    class Meta:
        verbose_name_plural = "partner people"

    def __str__(self) -> str:
        return self.name


class CollaborationAgreement(Record):
    """What the team and a partner have agreed on working together; it names no citizen.

    review_on: when it is looked at again. Past that day nobody knows whether it still holds.
    """

    organisation = models.ForeignKey(
        PartnerOrganisation, on_delete=models.PROTECT, related_name="agreements", editable=False
    )
    content = models.TextField("Det har vi aftalt", validators=SHORT)
    contact_points = models.TextField("Sådan får vi fat i hinanden", blank=True, validators=SHORT)
    status = models.CharField(
        "Status", max_length=10, choices=AgreementStatus, default=AgreementStatus.DRAFT
    )
    agreed_on = models.DateField("Enige siden", null=True, blank=True)
    review_on = models.DateField("Vi ser på den igen", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("organisation",)
    privacy = Record.privacy + classify(
        plain="organisation content contact_points status agreed_on review_on recorded_by"
        " recorded_at",
    )
    guard = Guard(
        read=ADDRESS_BOOK.read,
        write=f"organisation_id IN ({PARTNERS_I_WORK_WITH}) OR (SELECT guard.is_operations())",
        grants=NO_DELETE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                name="one_agreement_with_a_partner",
                condition=~Q(status=AgreementStatus.ENDED),
            ),
            models.CheckConstraint(
                name="agreement_in_force_has_days",
                condition=~Q(status=AgreementStatus.IN_FORCE)
                | Q(agreed_on__isnull=False, review_on__isnull=False),
            ),
            models.CheckConstraint(
                name="agreement_is_reviewed_later",
                condition=Q(agreed_on__isnull=True)
                | Q(review_on__isnull=True)
                | Q(review_on__gt=F("agreed_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"Samarbejdsaftale {self.get_status_display().lower()}"


class PartnerFunction(Record):
    """What a partner is for, in the lines of the method, so that the team knows what to count on.

    answers: the words by the code of the line; what nobody has written is not there.
    """

    organisation = models.OneToOneField(
        PartnerOrganisation, on_delete=models.PROTECT, related_name="function", editable=False
    )
    answers = models.JSONField(default=dict)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = ("organisation",)
    privacy = Record.privacy + classify(plain="organisation answers method_pack method_version")
    guard = Guard(
        read=ADDRESS_BOOK.read,
        write=f"organisation_id IN ({PARTNERS_I_WORK_WITH}) OR (SELECT guard.is_operations())",
        grants=NO_DELETE,
    )

    def __str__(self) -> str:
        return f"Funktionsbeskrivelse {self.organisation_id}"


class CommunityOffer(Record):
    """Somewhere to belong: an association, a drop-in, a club or people who volunteer.

    checked_on: when somebody last knew that it is as it says. barrier: what may be hard about it.
    """

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", editable=False
    )
    name = models.CharField("Navn", max_length=120)
    kind = models.CharField("Slags", max_length=20, choices=OfferKind)
    themes = ArrayField(
        models.CharField(max_length=20, choices=OfferTheme), verbose_name="Hvad er det om?"
    )
    about = models.TextField("Sådan er der", validators=SHORT)
    place = models.CharField("Sted", max_length=200, blank=True)
    district = models.CharField("Bydel eller by", max_length=80, blank=True)
    open_when = models.CharField("Hvornår", max_length=200, blank=True)
    threshold = models.CharField(
        "Første gang", max_length=20, choices=Threshold, default=Threshold.OPEN
    )
    barrier = models.CharField("Det kan være svært", max_length=300, blank=True)
    contact_person = models.CharField("Hvem kan man spørge?", max_length=120, blank=True)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)
    checked_on = models.DateField("Sidst set efter")
    is_closed = models.BooleanField("Findes ikke mere", default=False)
    is_demo = models.BooleanField("Demo", default=False, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("municipality",)
    privacy = Record.privacy + classify(
        personal="contact_person phone email",
        plain="municipality name kind themes about place district open_when threshold barrier"
        " checked_on is_closed is_demo recorded_by recorded_at",
    )
    guard = Guard(
        read=ADDRESS_BOOK.read,
        write=f"municipality_id IN ({MUNICIPALITIES_I_WORK_FOR}) OR (SELECT guard.is_operations())",
        grants=NO_DELETE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="community_offer_in_municipality"
            )
        ]

    def __str__(self) -> str:
        return self.name
