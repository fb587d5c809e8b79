from django.conf import settings
from django.db import models

from hjemmebane.domain.partners.choices import PartnerKind
from hjemmebane.domain.teams.models import Municipality
from hjemmebane.foundation.guards import Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

# Shared address book of the staff: who the partners are says nothing about any citizen.
ADDRESS_BOOK = Guard(read="guard.is_staff() OR guard.is_operations()")


class PartnerOrganisation(Record):
    """An organisation that the team works with."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    kind = models.CharField("Slags", max_length=20, choices=PartnerKind)
    name = models.CharField("Navn", max_length=120)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)

    privacy = Record.privacy + classify(plain="municipality kind name phone email")
    guard = ADDRESS_BOOK

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

    Who moves to another employer opens nothing there with what the old one was allowed.
    """

    organisation = models.ForeignKey(
        PartnerOrganisation, on_delete=models.PROTECT, related_name="people"
    )
    name = models.CharField("Navn", max_length=120)
    role = models.CharField("Funktion", max_length=80, blank=True)
    phone = models.CharField("Telefon", max_length=20, blank=True)
    email = models.EmailField("E-mail", blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="partner_person",
    )
    left_on = models.DateField("Stoppet den", null=True, editable=False)

    privacy = Record.privacy + classify(
        personal="name phone email", plain="organisation role user left_on"
    )
    guard = ADDRESS_BOOK

    class Meta:
        verbose_name_plural = "partner people"

    def __str__(self) -> str:
        return self.name
