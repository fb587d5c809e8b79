from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.teams.calculations import Training
from hjemmebane.domain.teams.models import StaffMember, TrainingParticipant, TrainingRecord
from hjemmebane.foundation.alphabet import alphabetical


def visible_trainings() -> QuerySet[TrainingRecord]:
    """The trainings of the acting person's teams, the newest first, with who took part."""
    return (
        TrainingRecord.objects.select_related("team")
        .prefetch_related("participants__staff_member")
        .order_by("-held_on", "-pk")
    )


def trainings_of(team_id: UUID) -> QuerySet[TrainingRecord]:
    return visible_trainings().filter(team_id=team_id)


def participants_of(training_id: UUID) -> list[StaffMember]:
    """Who took part in a training, by name."""
    rows = TrainingParticipant.objects.filter(training_id=training_id)
    by_name = rows.select_related("staff_member").order_by(alphabetical("staff_member__name"), "pk")
    return [row.staff_member for row in by_name]


def as_training(record: TrainingRecord) -> Training:
    """A training in plain figures; who took part must be there already."""
    return Training(
        kind=record.kind,
        held_on=record.held_on,
        hours=record.hours,
        participants=frozenset(one.staff_member_id for one in record.participants.all()),
    )
