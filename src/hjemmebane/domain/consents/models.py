from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.citizens.models import CitizenRecord
from hjemmebane.domain.consents.choices import ConsentedKind, ConsentScope, HowGiven
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify


class Consent(CitizenRecord):
    """The citizen's yes to one team or one partner organisation. Withdrawn, never deleted.

    person: the only one at the partner whom it opens for; nobody named means all who work there.
    given_by: who said yes on the citizen's behalf, in words; nobody named means the citizen.
    replaces: the consent that this one changed. What was said yes to before stays as it was.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True)
    organisation = models.ForeignKey(
        PartnerOrganisation, on_delete=models.PROTECT, null=True, blank=True
    )
    person = models.ForeignKey(
        PartnerPerson,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Kun til",
    )
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="replaced_by"
    )
    scope = ArrayField(
        models.CharField(max_length=30, choices=ConsentScope), verbose_name="Åbner for"
    )
    purpose = models.CharField("Hvad skal det bruges til", max_length=300)
    how_given = models.CharField("Sådan er det givet", max_length=20, choices=HowGiven)
    given_by = models.CharField("Hvem sagde ja", max_length=160, blank=True)
    from_on = models.DateField("Givet den")
    until_on = models.DateField("Gælder til og med", null=True, blank=True)
    withdrawn_at = models.DateTimeField("Trukket tilbage", null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    privacy = CitizenRecord.privacy + classify(
        sensitive="purpose",
        personal="given_by",
        plain="team organisation person replaces scope how_given from_on until_on withdrawn_at"
        " withdrawn_by",
    )
    guard = Guard(
        citizen="citizen_id", grants=NO_DELETE, columns="version, withdrawn_at, withdrawn_by_id"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="consent_is_to_a_team_or_a_partner",
                condition=Q(team__isnull=False, organisation__isnull=True)
                | Q(team__isnull=True, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="consent_to_a_person_is_to_their_partner",
                condition=Q(person__isnull=True) | Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="consent_ends_after_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="withdrawn_consent_has_moment_and_actor",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} ({self.from_on})"


class ConsentedItem(CitizenRecord):
    """One thing that a consent opens by itself: a goal, chosen together with the citizen.

    item_id: the key of a row in a room above; consents know of none, so it is no foreign key.
    """

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=20, choices=ConsentedKind)
    item_id = models.UUIDField()

    privacy = CitizenRecord.privacy + classify(plain="consent kind item_id")
    guard = Guard(citizen="citizen_id", grants=APPEND_ONLY)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="consented_item_once", fields=["consent", "kind", "item_id"]
            )
        ]
        indexes = [models.Index(fields=["kind", "item_id"], name="consented_item")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.item_id}"
