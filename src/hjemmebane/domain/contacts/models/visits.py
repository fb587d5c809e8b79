"""What makes a visit quick to log: the team's templates, and the moment one arrived."""

from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.contacts.choices import ContactKind
from hjemmebane.domain.contacts.models.log import LONGEST_CONTACT
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.guards import COURSES, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

LONGEST_SKELETON = 2_000
LAST_POSITION = 99
MINE = "staff_member_id = (SELECT guard.staff_id())"


class VisitTemplate(Record):
    """What one kind of visit usually is in a team, so that logging it takes a tap.

    note: a skeleton of prompts, one a line. What is not filled in never becomes a note.
    position: where it stands among the team's own, the lowest first.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    name = models.CharField("Navn", max_length=40)
    kind = models.CharField("Hvad", max_length=20, choices=ContactKind, default=ContactKind.VISIT)
    place = models.CharField("Hvor", max_length=20, choices=Place, default=Place.HOME)
    minutes = models.PositiveSmallIntegerField(
        "Minutter, som regel",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_CONTACT)],
    )
    note = models.TextField(
        "Stikord til notatet", blank=True, validators=[MaxLengthValidator(LONGEST_SKELETON)]
    )
    position = models.PositiveSmallIntegerField(
        "Nummer i rækken",
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(LAST_POSITION)],
    )
    is_active = models.BooleanField("Vis den, når vi logger", default=True)

    says = ("team",)
    privacy = Record.privacy + classify(
        plain="team name kind place minutes note position is_active"
    )
    guard = Guard(
        read="team_id IN (SELECT guard.my_team_ids())",
        write="team_id IN (SELECT guard.coordinated_team_ids())",
        grants=NO_DELETE,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="template_named_once_per_team")
        ]

    def __str__(self) -> str:
        return self.name


class VisitStart(CourseRecord):
    """Somebody of the team has arrived at a citizen; the telephone may be put away.

    left_at: when they went again. closed_at: when it became a contact, or was let go.
    """

    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    privacy = CourseRecord.privacy + classify(plain="staff_member started_at left_at closed_at")
    guard = Guard(
        course="course_id",
        read=f"course_id IN ({COURSES})",
        write=f"course_id IN ({COURSES}) AND {MINE}",
        grants=NO_DELETE,
        columns="version, left_at, closed_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # One left behind in a team that one has left must not stand in the way elsewhere.
                fields=["staff_member", "course"],
                name="arrives_once_at_a_time",
                condition=Q(closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="visit_ends_after_it_starts",
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("started_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.staff_member_id} {self.started_at:%d.%m.%Y %H:%M}"
