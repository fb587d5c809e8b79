from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.models import CourseRecord, TeamRecord
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

LONG_TEXT = [MaxLengthValidator(5_000)]


class BoardEntry(CourseRecord):
    """Why a citizen is on the board for a time, and when the team looks at it again."""

    reason = models.CharField("Hvorfor på tavlen", max_length=40)
    note = models.CharField("Kort sagt", max_length=300, blank=True)
    from_on = models.DateField("Fra")
    review_on = models.DateField("Vi ser på det igen")
    until_on = models.DateField("Til", null=True, editable=False)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    privacy = CourseRecord.privacy + classify(
        sensitive="reason note", plain="from_on review_on until_on method_pack method_version"
    )
    guard = Guard(course="course_id", grants=NO_DELETE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_reason_on_the_board_at_a_time",
                fields=["course"],
                condition=Q(until_on__isnull=True),
            ),
            models.CheckConstraint(
                name="board_entry_is_looked_at_after_it_starts",
                condition=Q(review_on__gt=F("from_on")),
            ),
            models.CheckConstraint(
                name="board_entry_ends_after_it_starts",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
        ]
        verbose_name_plural = "board entries"

    def __str__(self) -> str:
        return f"{self.reason} fra {self.from_on}"


class TeamMeeting(TeamRecord):
    """One meeting of a team, from when it was opened until somebody closed it.

    The kind is also the code of its agenda in the method pack.
    """

    kind = models.CharField(max_length=10, choices=MeetingKind, editable=False)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)
    theme = models.CharField("Hvad tager I op?", max_length=200, blank=True)
    opened_at = models.DateTimeField(editable=False)
    planned_minutes = models.PositiveSmallIntegerField("Hvor længe har vi?", default=60)
    closed_at = models.DateTimeField(null=True, editable=False)
    points = models.JSONField(default=list, editable=False)

    privacy = TeamRecord.privacy + classify(
        sensitive="theme",
        plain="kind method_pack method_version opened_at planned_minutes closed_at points",
    )
    guard = Guard(read=TeamRecord.guard.read, grants=NO_DELETE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_open_meeting_of_a_team",
                fields=["team"],
                condition=Q(closed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="team_meeting_closes_after_it_opens",
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
            ),
        ]
        indexes = [models.Index(fields=["team", "-opened_at"], name="team_meeting_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.opened_at:%d.%m.%Y}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def occasion(self) -> str:
        """What the change history shows beside all that is decided here."""
        return f"meeting:{self.pk}"


class Attendance(TeamRecord):
    """Somebody of the team is at a meeting."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="attendances")
    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+")

    privacy = TeamRecord.privacy + classify(plain="meeting staff_member")
    guard = Guard(read=TeamRecord.guard.read)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="attends_a_meeting_once", fields=["meeting", "staff_member"]
            )
        ]

    def __str__(self) -> str:
        return str(self.staff_member_id)


class MeetingItem(CourseRecord):
    """A citizen's turn at a meeting. `taken_up_at` is set when the team came to it."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    why = models.CharField("Hvorfor nu", max_length=600, blank=True)
    taken_up_at = models.DateTimeField(null=True, editable=False)

    privacy = CourseRecord.privacy + classify(sensitive="why", plain="meeting position taken_up_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="citizen_once_per_meeting", fields=["meeting", "course"])
        ]
        indexes = [models.Index(fields=["course", "-taken_up_at"], name="meeting_item_newest")]

    def __str__(self) -> str:
        return f"{self.position}: {self.course_id}"


class MeetingNote(TeamRecord):
    """What was said at a meeting under a point of the agenda. Added to, never changed."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="notes")
    point = models.CharField(max_length=40)
    text = models.TextField("Det blev sagt", validators=LONG_TEXT)

    privacy = TeamRecord.privacy + classify(sensitive="text", plain="meeting point")
    guard = Guard(read=TeamRecord.guard.read, grants=APPEND_ONLY)

    def __str__(self) -> str:
        return self.text[:40]


class CitizenNote(CourseRecord):
    """What was said about a citizen at a meeting. Added to, never changed."""

    meeting = models.ForeignKey(TeamMeeting, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("Det blev sagt", validators=LONG_TEXT)

    privacy = CourseRecord.privacy + classify(sensitive="text", plain="meeting")
    guard = Guard(course="course_id", grants=APPEND_ONLY)

    class Meta:
        indexes = [models.Index(fields=["course", "-recorded_at"], name="citizen_note_newest")]

    def __str__(self) -> str:
        return self.text[:40]
