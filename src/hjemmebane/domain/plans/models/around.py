"""What lies around the plan: other plans, what others already do, and assessments."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.plans.choices import (
    AssessmentKind,
    AssessmentStatus,
    Demand,
    ItemKind,
    OtherPlanKind,
)
from hjemmebane.domain.plans.models.plan import PlanItem
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.privacy import classify


class OtherPlan(PlanItem):
    """A plan that somebody else owns: referred to, not retyped."""

    item_kind = ItemKind.OTHER_PLAN

    kind = models.CharField("Hvilken plan", max_length=20, choices=OtherPlanKind)
    owner = models.CharField("Hvem har den", max_length=120, blank=True)
    reference = models.CharField("Hvor ligger den", max_length=200, blank=True)
    dated_on = models.DateField("Fra den", null=True, blank=True)
    offered_on = models.DateField("Tilbudt den", null=True, blank=True)
    is_accepted = models.BooleanField("Borgeren har taget imod", null=True, blank=True)
    is_coordinated = models.BooleanField("Koordineret med denne plan", default=False)
    note = models.CharField("Bemærkning", max_length=500, blank=True)

    privacy = PlanItem.privacy + classify(
        sensitive="note kind reference",
        plain="owner dated_on offered_on is_accepted is_coordinated",
    )

    def __str__(self) -> str:
        return self.get_kind_display()


class OtherEffort(PlanItem):
    """What somebody outside the team already does for the citizen."""

    item_kind = ItemKind.OTHER_EFFORT

    organisation = models.ForeignKey(
        PartnerOrganisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Samarbejdspartner",
    )
    who = models.CharField("Hvem (hvis ikke på listen)", max_length=120, blank=True)
    what = models.CharField("Hvad gør de", max_length=500)
    life_area = models.CharField("Livsområde", max_length=40, blank=True)
    demand = models.CharField("Hvem kommer til hvem?", max_length=20, choices=Demand, blank=True)

    privacy = PlanItem.privacy + classify(
        sensitive="what who life_area demand", plain="organisation"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="other_effort_has_an_actor",
                condition=Q(organisation__isnull=False) | ~Q(who=""),
            )
        ]

    def __str__(self) -> str:
        return self.what[:80]


class Assessment(PlanItem):
    """An assessment (udredning) and how far it has come."""

    item_kind = ItemKind.ASSESSMENT

    kind = models.CharField("Udredning", max_length=20, choices=AssessmentKind)
    status = models.CharField(
        "Status", max_length=20, choices=AssessmentStatus, default=AssessmentStatus.NEEDED
    )
    needed_on = models.DateField("Behov set", null=True, blank=True)
    ordered_on = models.DateField("Bestilt", null=True, blank=True)
    started_on = models.DateField("Begyndt", null=True, blank=True)
    done_on = models.DateField("Gennemført", null=True, blank=True)
    declined_on = models.DateField("Borgeren sagde nej", null=True, blank=True)
    staff_member = models.ForeignKey(
        StaffMember,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hvem i teamet",
    )
    who = models.CharField("Hvem (hvis ikke i teamet)", max_length=120, blank=True)
    barrier = models.CharField("Hvad står i vejen", max_length=300, blank=True)
    note = models.TextField("Bemærkning", blank=True, validators=[MaxLengthValidator(2_000)])

    privacy = PlanItem.privacy + classify(
        sensitive="kind barrier note who",
        plain="status needed_on ordered_on started_on done_on declined_on staff_member",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="assessment_done_has_a_day",
                condition=~Q(status=AssessmentStatus.DONE) | Q(done_on__isnull=False),
            ),
            models.CheckConstraint(
                name="assessment_done_after_ordered",
                condition=Q(done_on__isnull=True)
                | Q(ordered_on__isnull=True)
                | Q(done_on__gte=F("ordered_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_status_display()}"

    @property
    def responsible_name(self) -> str:
        """Who sees to it, in words; empty when nobody is named."""
        return str(self.staff_member or self.who)
