from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q

from hjemmebane.domain.courses.models import TeamRecord
from hjemmebane.domain.fidelity.choices import Word
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
