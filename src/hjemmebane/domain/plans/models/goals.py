"""What is aimed at and done, and who answers for it: goals, sub-goals and activities."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.partners.models import CommunityOffer, PartnerPerson
from hjemmebane.domain.plans.choices import (
    CLOSED,
    ActivityStatus,
    Demand,
    GoalStatus,
    ItemKind,
    ResponsibleKind,
)
from hjemmebane.domain.plans.models.plan import PlanItem
from hjemmebane.domain.plans.models.words import Wish
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.privacy import classify

RESPONSIBLE_FIELDS = {
    ResponsibleKind.STAFF: "staff_member",
    ResponsibleKind.PARTNER: "partner_person",
    ResponsibleKind.NETWORK: "network_person",
}

RESPONSIBLE_MATCHES_KIND = (
    Q(
        responsible_kind=ResponsibleKind.CITIZEN,
        staff_member__isnull=True,
        partner_person__isnull=True,
        network_person__isnull=True,
    )
    | Q(
        responsible_kind=ResponsibleKind.STAFF,
        staff_member__isnull=False,
        partner_person__isnull=True,
        network_person__isnull=True,
    )
    | Q(
        responsible_kind=ResponsibleKind.PARTNER,
        staff_member__isnull=True,
        partner_person__isnull=False,
        network_person__isnull=True,
    )
    | Q(
        responsible_kind=ResponsibleKind.NETWORK,
        staff_member__isnull=True,
        partner_person__isnull=True,
        network_person__isnull=False,
    )
)


class WithResponsible(PlanItem):
    """A plan item that exactly one person answers for."""

    responsible_kind = models.CharField(
        "Ansvarlig", max_length=20, choices=ResponsibleKind, default=ResponsibleKind.CITIZEN
    )
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    partner_person = models.ForeignKey(
        PartnerPerson, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    network_person = models.ForeignKey(
        NetworkPerson, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    privacy = PlanItem.privacy + classify(
        plain="responsible_kind staff_member partner_person network_person"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_has_one_responsible", condition=RESPONSIBLE_MATCHES_KIND
            )
        ]

    @property
    def responsible(self) -> StaffMember | PartnerPerson | NetworkPerson | None:
        """The person; None means the citizen."""
        return self.staff_member or self.partner_person or self.network_person

    @property
    def responsible_name(self) -> str:
        """Who it is in words. The room's queries bring what it needs."""
        person = self.responsible
        if isinstance(person, PartnerPerson):
            return f"{person.name}, {person.organisation.name}"
        return str(person or self.get_responsible_kind_display())

    def let_kind_decide(self) -> None:
        """Keep only the person that the kind points at, whoever else was filled in."""
        for kind, name in RESPONSIBLE_FIELDS.items():
            if kind != self.responsible_kind:
                setattr(self, name, None)


SETTLED_HAS_DAY = Q(status=GoalStatus.OPEN, settled_on__isnull=True) | (
    ~Q(status=GoalStatus.OPEN) & Q(settled_on__isnull=False)
)


class Goal(WithResponsible):
    """A goal that hangs from the citizen's wishes; the SMART questions beside it are prompts."""

    item_kind = ItemKind.GOAL

    text = models.TextField("Mål", validators=[MaxLengthValidator(2_000)])
    measure = models.CharField("Sådan kan vi se, at det er nået", max_length=500, blank=True)
    attractive = models.CharField(
        "Derfor betyder det noget for borgeren", max_length=500, blank=True
    )
    realistic = models.CharField("Det gør det muligt", max_length=500, blank=True)
    due_on = models.DateField("Vi kigger på det igen", null=True, blank=True)
    life_area = models.CharField("Livsområde", max_length=40, blank=True)
    status = models.CharField(
        "Status", max_length=10, choices=GoalStatus, default=GoalStatus.OPEN, editable=False
    )
    settled_on = models.DateField("Gjort op", null=True, editable=False)
    settled_reason = models.CharField("Fordi", max_length=500, blank=True, editable=False)
    wishes = models.ManyToManyField(
        Wish, through="GoalWish", related_name="goals", verbose_name="Udspringer af", blank=True
    )

    privacy = WithResponsible.privacy + classify(
        sensitive="text measure attractive realistic life_area settled_reason",
        plain="due_on status settled_on wishes",
    )

    class Meta(WithResponsible.Meta):
        abstract = False
        constraints = [
            *WithResponsible.Meta.constraints,
            models.CheckConstraint(name="settled_goal_has_a_day", condition=SETTLED_HAS_DAY),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class GoalWish(CourseRecord):
    """A goal hangs from a wish."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="wish_links")
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="goal_links")

    privacy = CourseRecord.privacy + classify(plain="goal wish")

    class Meta:
        verbose_name_plural = "goal wishes"
        constraints = [models.UniqueConstraint(fields=["goal", "wish"], name="wish_once_per_goal")]

    def __str__(self) -> str:
        return f"{self.goal_id} fra {self.wish_id}"


class SubGoal(PlanItem):
    """A small, reachable step towards a goal. Reaching it is celebrated."""

    item_kind = ItemKind.SUB_GOAL
    listed_with = ("plan_id", "goal_id")

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="sub_goals")
    text = models.TextField("Delmål", validators=[MaxLengthValidator(1_000)])
    due_on = models.DateField("Hvornår", null=True, blank=True)
    status = models.CharField(
        "Status", max_length=10, choices=GoalStatus, default=GoalStatus.OPEN, editable=False
    )
    settled_on = models.DateField("Gjort op", null=True, editable=False)

    privacy = PlanItem.privacy + classify(sensitive="text", plain="goal due_on status settled_on")

    class Meta:
        constraints = [
            models.CheckConstraint(name="settled_sub_goal_has_a_day", condition=SETTLED_HAS_DAY)
        ]

    def __str__(self) -> str:
        return self.text[:80]


class PlanActivity(WithResponsible):
    """What a team member, a partner, the citizen or somebody in the network does towards a goal.

    life_area: where it says none, it is about what its goal is about. offer: what the citizen
    joins; the responsible goes along. closed_because: why the team closed what a partner wrote and
    can no longer reach.
    """

    item_kind = ItemKind.ACTIVITY
    listed_with = ("plan_id", "goal_id", "sub_goal_id")

    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    sub_goal = models.ForeignKey(
        SubGoal, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    what = models.TextField("Hvad", validators=[MaxLengthValidator(1_000)])
    how_often = models.CharField("Hvor tit", max_length=120, blank=True)
    place = models.CharField("Hvor", max_length=120, blank=True)
    due_on = models.DateField("Senest", null=True, blank=True)
    life_area = models.CharField("Livsområde", max_length=40, blank=True)
    demand = models.CharField("Hvem kommer til hvem?", max_length=20, choices=Demand, blank=True)
    offer = models.ForeignKey(
        CommunityOffer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Tilbud eller fællesskab",
    )
    status = models.CharField(
        "Status", max_length=10, choices=ActivityStatus, default=ActivityStatus.PLANNED
    )
    closed_because = models.CharField(
        "Lukket af teamet, fordi", max_length=500, blank=True, editable=False
    )

    privacy = WithResponsible.privacy + classify(
        sensitive="what how_often place life_area demand offer closed_because",
        plain="goal sub_goal due_on status",
    )

    class Meta(WithResponsible.Meta):
        abstract = False
        constraints = [
            *WithResponsible.Meta.constraints,
            models.CheckConstraint(
                name="only_closed_activity_says_why",
                condition=Q(closed_because="") | Q(status__in=CLOSED),
            ),
        ]
        verbose_name_plural = "plan activities"

    @property
    def is_partners_own(self) -> bool:
        """Whether the partner wrote it with their own login: theirs to change, and nobody else's.

        Also where they have left, or begun elsewhere and taken their login with them. The room's
        queries bring what it needs.
        """
        return self.partner_person_id is not None and self.recorded_by.face == Face.PARTNER

    def __str__(self) -> str:
        return self.what[:80]
