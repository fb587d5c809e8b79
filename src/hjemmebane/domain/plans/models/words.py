"""What is said: wishes, resources and the three questions."""

from django.core.validators import MaxLengthValidator
from django.db import models

from hjemmebane.domain.plans.choices import Chime, ItemKind, ReflectionKind, Voice
from hjemmebane.domain.plans.models.plan import LONG_TEXT, PlanItem
from hjemmebane.foundation.privacy import classify


class Wish(PlanItem):
    """A wish, hope or dream as the citizen said it. Never made realistic."""

    item_kind = ItemKind.WISH

    text = models.TextField("Med borgerens egne ord", validators=[MaxLengthValidator(LONG_TEXT)])
    said_by = models.CharField("Sagt af", max_length=20, choices=Voice, default=Voice.CITIZEN)
    said_on = models.DateField("Sagt den", null=True, blank=True)
    chime = models.CharField("Rører ved", max_length=20, choices=Chime, blank=True)
    change_statement = models.CharField(
        "Det vil jeg selv gøre anderledes", max_length=500, blank=True
    )

    privacy = PlanItem.privacy + classify(
        sensitive="text chime change_statement", plain="said_by said_on"
    )

    class Meta:
        verbose_name_plural = "wishes"

    def __str__(self) -> str:
        return self.text[:80]


class Resource(PlanItem):
    """Something the citizen can, has or knows that carries."""

    item_kind = ItemKind.RESOURCE

    area = models.CharField("Område", max_length=40, blank=True)
    text = models.TextField("Ressource", validators=[MaxLengthValidator(2_000)])

    privacy = PlanItem.privacy + classify(sensitive="text area")

    def __str__(self) -> str:
        return self.text[:80]


class Reflection(PlanItem):
    """A worry, something that works, or a next step: for those who find goals a burden."""

    item_kind = ItemKind.REFLECTION
    listed_with = ("plan_id", "kind")

    kind = models.CharField("Hvad er det", max_length=20, choices=ReflectionKind)
    text = models.TextField("Tekst", validators=[MaxLengthValidator(2_000)])
    said_by = models.CharField("Sagt af", max_length=20, choices=Voice, default=Voice.CITIZEN)

    privacy = PlanItem.privacy + classify(sensitive="text", plain="kind said_by")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:80]}"
