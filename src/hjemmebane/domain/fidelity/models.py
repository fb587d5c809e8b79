from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.models import TeamRecord
from hjemmebane.domain.fidelity.choices import DactsAverage, Word
from hjemmebane.foundation.guards import APPEND_ONLY, Guard
from hjemmebane.foundation.privacy import classify


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
