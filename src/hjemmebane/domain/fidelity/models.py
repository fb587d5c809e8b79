from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.models import TeamRecord
from hjemmebane.domain.fidelity.choices import DactsAverage, FigureKind, Word
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard
from hjemmebane.foundation.privacy import classify

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
NOTE = (MaxLengthValidator(4000),)


class PreconditionJudgement(TeamRecord):
    """The coordinator's word on one precondition on a day. Added to, never changed."""

    precondition = models.CharField(max_length=40, editable=False)
    word = models.CharField("Hvordan står det til?", max_length=10, choices=Word)
    sentence = models.TextField("Hvorfor?", validators=[MaxLengthValidator(600)])
    judged_on = models.DateField("Vi så på det")
    look_again_on = models.DateField("Vi ser på det igen")
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = (*TeamRecord.says, "precondition")
    privacy = TeamRecord.privacy + classify(
        sensitive="sentence",
        plain="precondition word judged_on look_again_on method_pack method_version",
    )
    guard = Guard(
        read="team_id IN (SELECT guard.my_team_ids())"
        " OR team_id IN (SELECT guard.managed_team_ids())",
        write="team_id IN (SELECT guard.coordinated_team_ids())",
        grants=APPEND_ONLY,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="precondition_is_looked_at_again_later",
                condition=Q(look_again_on__gt=F("judged_on")),
            )
        ]
        indexes = [
            models.Index(fields=["team", "-recorded_at"], name="precondition_judgement_newest")
        ]

    def __str__(self) -> str:
        return f"{self.precondition}: {self.get_word_display()} {self.judged_on}"


# Said or kept by the team, read by its manager too, and never changed.
OF_TEAM_AND_MANAGER = Guard(
    read="team_id IN (SELECT guard.my_team_ids()) OR team_id IN (SELECT guard.managed_team_ids())",
    write="team_id IN (SELECT guard.my_team_ids())",
    grants=APPEND_ONLY,
)


class DactsRating(TeamRecord):
    """A level of an item of DACTS that is judged by hand, on a day. Added to, never changed."""

    item = models.CharField(max_length=4, editable=False)
    level = models.PositiveSmallIntegerField("Hvilket niveau passer bedst?")
    note = models.TextField("Hvad bygger I det på?", validators=[MaxLengthValidator(600)])
    rated_on = models.DateField("Vi så på det")
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = (*TeamRecord.says, "item")
    privacy = TeamRecord.privacy + classify(
        sensitive="note", plain="item level rated_on method_pack method_version"
    )
    guard = OF_TEAM_AND_MANAGER

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dacts_level_is_from_1_to_5", condition=Q(level__gte=1, level__lte=5)
            )
        ]
        indexes = [models.Index(fields=["team", "-rated_on"], name="dacts_rating_newest")]

    def __str__(self) -> str:
        return f"{self.item}: {self.level} {self.rated_on}"


class DactsSheet(TeamRecord):
    """DACTS as it stood on a day, kept by the team and then read by its manager too.

    items: of each that was relevant, how it came to its level, and what it was computed of. No
    citizen is named, and what was of too few is no figure here either.
    """

    read_on = models.DateField(editable=False)
    average = models.CharField(max_length=10, choices=DactsAverage, editable=False)
    items = models.JSONField(editable=False)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = (*TeamRecord.says, "read_on")
    privacy = TeamRecord.privacy + classify(
        plain="read_on average items method_pack method_version"
    )
    guard = OF_TEAM_AND_MANAGER

    class Meta:
        indexes = [models.Index(fields=["team", "-read_on"], name="dacts_sheet_newest")]

    def __str__(self) -> str:
        return f"DACTS {self.read_on}"


class SelfAssessment(TeamRecord):
    """What one member answered for a quarter. One for each member and quarter; theirs to change.

    Others see it once they have answered themselves, or when the quarter's talk is closed.
    answers: the level by the line's code, what was left out is not there. comments: likewise.
    """

    quarter_on = models.DateField("Kvartal", editable=False)
    staff_member = models.ForeignKey(
        StaffMember, on_delete=models.PROTECT, related_name="+", editable=False
    )
    answers = models.JSONField(default=dict, editable=False)
    comments = models.JSONField(default=dict, blank=True, editable=False)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    says = (*TeamRecord.says, "quarter_on", "staff_member", "answers", "comments")
    privacy = TeamRecord.privacy + classify(
        sensitive="answers comments", plain="quarter_on staff_member method_pack method_version"
    )
    guard = Guard(
        read="staff_member_id = (SELECT guard.staff_id())"
        " OR id IN (SELECT guard.opened_self_assessment_ids())",
        write=f"staff_member_id = (SELECT guard.staff_id()) AND {MY_TEAMS}",
        grants=NO_DELETE,
        columns="version, answers, comments",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_self_assessment_a_quarter",
                fields=["team", "quarter_on", "staff_member"],
            )
        ]

    def __str__(self) -> str:
        return f"{self.staff_member_id}: {self.quarter_on}"


class QuarterTalk(TeamRecord):
    """The note from a team's talk about a quarter. Closed, it stays as it is.

    participants: the keys of the staff who took part.
    """

    quarter_on = models.DateField("Kvartal", editable=False)
    held_on = models.DateField("Hvornår talte I?")
    participants = ArrayField(models.UUIDField(), verbose_name="Hvem var med?")
    status_note = models.TextField("Hvordan går det lige nu?", blank=True, validators=NOTE)
    preconditions_note = models.TextField("Forudsætningerne", blank=True, validators=NOTE)
    plan_note = models.TextField("Planen", blank=True, validators=NOTE)
    practice_note = models.TextField("Praksismodellen", blank=True, validators=NOTE)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    says = (*TeamRecord.says, "quarter_on")
    privacy = TeamRecord.privacy + classify(
        sensitive="status_note preconditions_note plan_note practice_note",
        plain="quarter_on held_on participants method_pack method_version closed_at closed_by",
    )
    guard = Guard(
        read=MY_TEAMS,
        grants=NO_DELETE,
        columns="version, held_on, participants, status_note, preconditions_note, plan_note,"
        " practice_note, closed_at, closed_by_id",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_talk_a_quarter", fields=["team", "quarter_on"])
        ]

    def __str__(self) -> str:
        return f"{self.team_id}: {self.quarter_on}"


class QuarterFigure(TeamRecord):
    """A figure as it was when the quarter's talk was closed. Added to, never changed.

    value: the figure itself; rating: what it is worth from 1 to 5; both None where there was not
    enough. people: how many answers or citizens are behind. is_told: whether those are enough for
    the team's manager to be told.
    """

    quarter_on = models.DateField(editable=False)
    kind = models.CharField(max_length=10, choices=FigureKind, editable=False)
    code = models.CharField(max_length=60, editable=False)
    value = models.DecimalField(max_digits=10, decimal_places=3, null=True, editable=False)
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True, editable=False)
    n = models.PositiveIntegerField(editable=False)
    missing = models.PositiveIntegerField(editable=False)
    people = models.PositiveIntegerField(editable=False)
    is_told = models.BooleanField(editable=False)
    method_pack = models.CharField(max_length=20, editable=False)
    method_version = models.CharField(max_length=10, editable=False)

    privacy = TeamRecord.privacy + classify(
        plain="quarter_on kind code value rating n missing people is_told method_pack"
        " method_version"
    )
    guard = Guard(
        read=f"{MY_TEAMS} OR (is_told AND team_id IN (SELECT guard.managed_team_ids()))",
        write=MY_TEAMS,
        grants=APPEND_ONLY,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_figure_a_quarter", fields=["team", "quarter_on", "kind", "code"]
            ),
            models.CheckConstraint(
                name="figure_is_rated_from_1_to_5",
                condition=Q(rating__isnull=True) | Q(rating__range=(1, 5)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.quarter_on}"
