"""What the citizen says by themselves. Nobody else writes in these tables, and nobody rewrites."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from hjemmebane.domain.courses.models import CourseRecord
from hjemmebane.domain.plans.models import Goal, SubGoal, Wish
from hjemmebane.domain.sharing.choices import (
    AnswerAbout,
    AnswerGiven,
    RecordingKind,
    StoryTheme,
    SuggestionKind,
    SuggestionStatus,
)
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

# Read by the team and written by the citizen, whom the room's own openings let in.
CITIZENS_OWN = Guard(course="course_id", write="false", grants=APPEND_ONLY)


class Suggestion(CourseRecord):
    """Something the citizen asks the team for. The words stay; the team says what became of it.

    sub_goal, wish: the step or the wish in the plan that it became, when the team took it in.
    """

    kind = models.CharField("Hvad", max_length=20, choices=SuggestionKind)
    text = models.TextField("Med dine ord", blank=True, validators=[MaxLengthValidator(2_000)])
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Mål"
    )
    status = models.CharField(
        max_length=10, choices=SuggestionStatus, default=SuggestionStatus.NEW, editable=False
    )
    answer = models.CharField("Svar", max_length=500, blank=True, editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )
    handled_at = models.DateTimeField(null=True, editable=False)
    sub_goal = models.ForeignKey(
        SubGoal, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    wish = models.ForeignKey(
        Wish, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    privacy = CourseRecord.privacy + classify(
        sensitive="text answer", plain="kind goal status handled_by handled_at sub_goal wish"
    )
    guard = Guard(
        course="course_id",
        grants=NO_DELETE,
        columns="version, status, answer, handled_by_id, handled_at, sub_goal_id, wish_id",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="handled_suggestion_has_moment_and_actor",
                condition=Q(
                    status=SuggestionStatus.NEW, handled_at__isnull=True, handled_by__isnull=True
                )
                | (
                    ~Q(status=SuggestionStatus.NEW)
                    & Q(handled_at__isnull=False, handled_by__isnull=False)
                ),
            )
        ]
        indexes = [
            models.Index(
                fields=["course"],
                name="suggestion_new",
                condition=Q(status=SuggestionStatus.NEW),
            )
        ]

    def __str__(self) -> str:
        return self.text[:80] or str(self.get_kind_display())

    @property
    def is_taken_in_with_a_tap(self) -> bool:
        """It has words, and its place in the plan is known: nobody need choose anything."""
        is_placed = self.kind == SuggestionKind.STEP and self.goal_id is not None
        return bool(self.text) and (is_placed or self.kind == SuggestionKind.WISH)


class CitizenAnswer(CourseRecord):
    """What the citizen says to one thing in the plan. A change of mind is a new one."""

    kind = models.CharField(max_length=20, choices=AnswerAbout)
    item_id = models.UUIDField()
    answer = models.CharField("Hvad siger du", max_length=10, choices=AnswerGiven)
    reason = models.CharField("Hvorfor", max_length=1_000, blank=True)

    privacy = CourseRecord.privacy + classify(sensitive="answer reason", plain="kind item_id")
    guard = CITIZENS_OWN

    class Meta:
        indexes = [models.Index(fields=["course", "kind", "item_id"], name="answer_about_item")]

    def __str__(self) -> str:
        return str(self.get_answer_display())


class Story(CourseRecord):
    """The citizen's own story under one of three themes, as told on a day. Kept as said."""

    theme = models.CharField("Om", max_length=10, choices=StoryTheme)
    text = models.TextField("Min historie", validators=[MaxLengthValidator(10_000)])
    told_on = models.DateField("Fortalt den")

    privacy = CourseRecord.privacy + classify(sensitive="text", plain="theme told_on")
    guard = CITIZENS_OWN

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return f"{self.get_theme_display()} {self.told_on}"


class Pictogram(CourseRecord):
    """The picture that the citizen has chosen beside some words of the plan."""

    item_id = models.UUIDField(editable=False)
    symbol = models.CharField("Billede", max_length=40)

    says = ("item_id",)
    privacy = CourseRecord.privacy + classify(sensitive="symbol", plain="item_id")
    guard = Guard(course="course_id", write="false", grants=NO_DELETE, columns="version, symbol")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "item_id"], name="one_pictogram_each")
        ]

    def __str__(self) -> str:
        return self.symbol


class Recording(CourseRecord):
    """A voice message or a picture from the citizen, sealed; without where it was made."""

    suggestion = models.ForeignKey(
        Suggestion, on_delete=models.PROTECT, related_name="recordings", editable=False
    )
    kind = models.CharField(max_length=10, choices=RecordingKind)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    content_sealed = models.BinaryField(editable=False)

    says = ("suggestion",)
    privacy = CourseRecord.privacy + classify(
        sealed="content_sealed", plain="suggestion kind content_type size"
    )
    guard = CITIZENS_OWN

    def __str__(self) -> str:
        return str(self.get_kind_display())
