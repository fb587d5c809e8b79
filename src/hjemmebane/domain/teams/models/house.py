import datetime as dt
from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value

from hjemmebane.domain.teams.choices import AbsenceKind, AuthorityKind, BoardColumn
from hjemmebane.foundation.guards import NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

HOURS_IN_A_WEEK = 168

# Shared by the staff; written by operations, and by the team's coordinator where it says so.
STAFF_READS = "(SELECT guard.is_staff()) OR (SELECT guard.is_operations())"
TEAM_TABLE = Guard(read=STAFF_READS, write="(SELECT guard.is_operations())")
TEAM_CHILD = Guard(
    read=STAFF_READS,
    write="(SELECT guard.is_operations()) OR team_id IN (SELECT guard.coordinated_team_ids())",
)


class Municipality(Record):
    """The authority behind a team."""

    name = models.CharField("Navn", max_length=80)
    kind = models.CharField("Slags", max_length=10, choices=AuthorityKind)
    code = models.CharField("Myndighedskode", max_length=4, unique=True)

    privacy = Record.privacy + classify(plain="name kind code")
    guard = TEAM_TABLE

    class Meta:
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return self.name


class Team(Record):
    """One M-ACT or ACT team and the frame it works in."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT)
    name = models.CharField("Navn", max_length=80)
    method_pack = models.CharField("Metodepakke", max_length=20, default="m-act")
    host = models.CharField("Forankring", max_length=120, blank=True)
    meeting_rhythm = models.CharField("Mødefrekvens", max_length=120, blank=True)
    max_caseload = models.DecimalField(
        "Højst borgere pr. 37 timer", max_digits=4, decimal_places=1, default=Decimal(8)
    )
    youngest = models.PositiveSmallIntegerField("Yngste alder", null=True, blank=True)
    oldest = models.PositiveSmallIntegerField("Ældste alder", null=True, blank=True)
    own_criteria = ArrayField(
        models.CharField(max_length=300),
        verbose_name="Egne målgruppekriterier",
        default=list,
        blank=True,
    )

    privacy = Record.privacy + classify(
        plain="municipality name method_pack host meeting_rhythm max_caseload youngest oldest"
        " own_criteria"
    )
    guard = TEAM_TABLE

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], name="team_name_in_municipality"
            )
        ]

    def __str__(self) -> str:
        return self.name


class StaffMember(Record):
    """A person who works for the authority. What they may see follows from their memberships."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="staff_member"
    )
    name = models.CharField("Navn", max_length=120)
    profession = models.CharField("Faglighed", max_length=80)
    phone = models.CharField("Telefon", max_length=20, blank=True)

    privacy = Record.privacy + classify(personal="name phone", plain="user profession")
    guard = TEAM_TABLE

    def __str__(self) -> str:
        return self.name


class Persona(Record):
    """Who a staff member is, in their own words; what a citizen gets to know of them first."""

    staff_member = models.OneToOneField(
        StaffMember, on_delete=models.PROTECT, related_name="persona", editable=False
    )
    can_help_with = models.TextField(
        "Det kan jeg hjælpe med", blank=True, validators=[MaxLengthValidator(600)]
    )
    asked_about = models.TextField(
        "Det spørger folk mig tit om", blank=True, validators=[MaxLengthValidator(600)]
    )
    about_me = models.TextField("Lidt om mig", blank=True, validators=[MaxLengthValidator(600)])
    reached_how = models.TextField(
        "Sådan får du fat i mig", blank=True, validators=[MaxLengthValidator(600)]
    )

    privacy = Record.privacy + classify(
        personal="can_help_with asked_about about_me reached_how", plain="staff_member"
    )
    guard = Guard(
        read=STAFF_READS,
        write="(SELECT guard.is_operations()) OR staff_member_id = (SELECT guard.staff_id())",
        grants="SELECT, INSERT, UPDATE",
    )

    def __str__(self) -> str:
        return f"Persona {self.staff_member_id}"

    @property
    def told(self) -> list[tuple[str, str]]:
        """(label, words) of what is written."""
        own = [field for field in self._meta.fields if isinstance(field, models.TextField)]
        said = [(str(field.verbose_name), str(field.value_from_object(self))) for field in own]
        return [(label, words) for label, words in said if words]


class Portrait(Record):
    """A picture of a staff member, uploaded by themselves; a small square JPEG, sealed.

    When it is removed it is gone: the history names it without its content.
    """

    staff_member = models.OneToOneField(
        StaffMember, on_delete=models.PROTECT, related_name="portrait", editable=False
    )
    content_sealed = models.BinaryField(editable=False)

    privacy = Record.privacy + classify(sealed="content_sealed", plain="staff_member")
    guard = Guard(
        read=STAFF_READS,
        write="(SELECT guard.is_operations()) OR staff_member_id = (SELECT guard.staff_id())",
    )

    def __str__(self) -> str:
        return f"Billede {self.staff_member_id}"


class TeamMembership(Record):
    """A staff member's place in a team for a period, with executing and coordinating hours."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="memberships"
    )
    core_functions = ArrayField(models.CharField(max_length=20))
    profession = models.CharField("Faglighed i teamet", max_length=80)
    executing_hours = models.DecimalField(
        "Udførende timer pr. uge",
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal(0))],
    )
    coordination_hours = models.DecimalField(
        "Koordinerende timer pr. uge",
        max_digits=4,
        decimal_places=1,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0))],
    )
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til og med", null=True, blank=True)

    privacy = Record.privacy + classify(
        plain="team staff_member core_functions profession executing_hours coordination_hours"
        " from_on until_on"
    )
    guard = TEAM_CHILD

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            ExclusionConstraint(
                name="one_membership_of_a_team_at_a_time",
                expressions=[
                    ("team", RangeOperators.EQUAL),
                    ("staff_member", RangeOperators.EQUAL),
                    (
                        Func(
                            "from_on",
                            "until_on",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff_member_id} i {self.team_id}"


class Absence(Record):
    """Days on which a staff member is away, wholly or for some hours a week, in all their teams."""

    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="absences", verbose_name="Hvem"
    )
    kind = models.CharField("Hvorfor", max_length=10, choices=AbsenceKind)
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til og med", null=True, blank=True)
    hours_per_week = models.DecimalField(
        "Timer om ugen", max_digits=4, decimal_places=1, null=True, blank=True
    )
    note = models.CharField("Bemærkning", max_length=200, blank=True)

    privacy = Record.privacy + classify(
        sensitive="kind note", plain="staff_member from_on until_on hours_per_week"
    )
    guard = Guard(
        read="staff_member_id IN (SELECT guard.colleague_ids()) OR (SELECT guard.is_operations())",
        write="(SELECT guard.is_operations()) OR staff_member_id = (SELECT guard.staff_id())"
        " OR staff_member_id IN (SELECT guard.coordinated_staff_ids())",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="absence_ends_after_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="absence_fits_in_a_week",
                condition=Q(hours_per_week__isnull=True)
                | Q(hours_per_week__gt=0, hours_per_week__lte=HOURS_IN_A_WEEK),
            ),
            ExclusionConstraint(
                name="one_absence_at_a_time",
                expressions=[
                    ("staff_member", RangeOperators.EQUAL),
                    (
                        Func(
                            "from_on",
                            "until_on",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} fra {self.from_on}"

    def is_whole_on(self, day: dt.date) -> bool:
        """Whether it takes all of a day; one of some hours leaves somebody reachable."""
        has_ended = self.until_on is not None and day > self.until_on
        return self.hours_per_week is None and self.from_on <= day and not has_ended


class TeamManager(Record):
    """A manager of a team for a period: sees aggregates, never a case."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="managers")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="manages")
    from_on = models.DateField("Fra")
    until_on = models.DateField("Til og med", null=True, blank=True)

    privacy = Record.privacy + classify(plain="team staff_member from_on until_on")
    guard = TEAM_TABLE

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="management_ends_after_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.staff_member_id} leder {self.team_id}"


class BoardLayout(Record):
    """The columns that a team has chosen for its board, in their order. Without one the usual."""

    team = models.OneToOneField(
        Team, on_delete=models.PROTECT, related_name="board_layout", editable=False
    )
    columns = ArrayField(
        models.CharField(max_length=20, choices=BoardColumn), verbose_name="Kolonner"
    )

    privacy = Record.privacy + classify(plain="team columns")
    guard = Guard(read="team_id IN (SELECT guard.my_team_ids())", grants=NO_DELETE)

    def __str__(self) -> str:
        return f"Tavlens kolonner i {self.team_id}"
