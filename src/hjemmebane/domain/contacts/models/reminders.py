"""What the team is to remember: tasks and follow-ups, until somebody has settled them."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.guards import COURSES, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify
from hjemmebane.foundation.records import Record

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"


class Reminder(Record):
    """Open until it is done or dropped; then it says when, by whom, and what came of it."""

    status = models.CharField(
        max_length=10, choices=ReminderStatus, default=ReminderStatus.OPEN, editable=False
    )
    settled_at = models.DateTimeField(null=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    settled_note = models.CharField(max_length=300, blank=True, editable=False)

    privacy = Record.privacy + classify(
        sensitive="settled_note", plain="status settled_at settled_by"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_is_settled_by_somebody",
                condition=Q(
                    status=ReminderStatus.OPEN, settled_at__isnull=True, settled_by__isnull=True
                )
                | (
                    ~Q(status=ReminderStatus.OPEN)
                    & Q(settled_at__isnull=False, settled_by__isnull=False)
                ),
            )
        ]
        indexes = [models.Index(fields=["staff_member", "settled_at"], name="%(class)s_of_staff")]

    @property
    def is_open(self) -> bool:
        return self.status == ReminderStatus.OPEN


class Task(Reminder):
    """Something one of the team is to do, about a citizen or about the team alone."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+", editable=False)
    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    what = models.CharField("Hvad skal gøres", max_length=200)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", verbose_name="Hvem gør det"
    )
    due_on = models.DateField("Senest", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("team", "course")
    privacy = Reminder.privacy + classify(
        sensitive="what", plain="team course staff_member due_on recorded_by recorded_at"
    )
    guard = Guard(
        course="course_id",
        read=MY_TEAMS,
        write=f"{MY_TEAMS} AND (course_id IS NULL OR course_id IN ({COURSES}))",
        grants=NO_DELETE,
    )

    def __str__(self) -> str:
        return self.what


class FollowUp(Reminder):
    """Something about a citizen to look at again by a day, and why.

    rule: what raised it; empty when somebody did by hand. concerns: the thing it is about, of
    which a course has one open follow-up at most. What nobody raised has no writer.
    """

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    why = models.CharField("Hvad skal følges op, og hvorfor", max_length=300)
    due_on = models.DateField("Senest")
    staff_member = models.ForeignKey(
        StaffMember,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Hvem følger op",
    )
    rule = models.CharField(max_length=20, blank=True, editable=False)
    suggestion = models.TextField(
        blank=True, editable=False, validators=[MaxLengthValidator(5_000)]
    )
    concerns = models.CharField(max_length=20, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    recorded_at = models.DateTimeField(editable=False)

    says = ("rule", "concerns")
    privacy = Reminder.privacy + classify(
        sensitive="why suggestion",
        plain="course due_on staff_member rule concerns recorded_by recorded_at",
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="followup_is_settled_by_somebody",
                condition=Q(
                    status=ReminderStatus.OPEN, settled_at__isnull=True, settled_by__isnull=True
                )
                | Q(~Q(status=ReminderStatus.OPEN), settled_at__isnull=False)
                & (Q(settled_by__isnull=False) | ~Q(rule="")),
            ),
            models.CheckConstraint(
                name="followup_is_raised_by_somebody",
                condition=Q(recorded_by__isnull=False) | ~Q(rule=""),
            ),
            models.UniqueConstraint(
                name="one_open_followup_about_a_thing",
                fields=["course", "concerns"],
                condition=Q(status=ReminderStatus.OPEN) & ~Q(concerns=""),
            ),
        ]
        indexes = Reminder.Meta.indexes

    def __str__(self) -> str:
        return self.why
