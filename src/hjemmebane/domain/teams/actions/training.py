"""Writing down what the team has learned. It is no time entry: each writes their own hours."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from hjemmebane.domain.teams.models import StaffMember, Team, TrainingParticipant, TrainingRecord
from hjemmebane.domain.teams.rules import check_can_write_training, check_training
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def record_training(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    values: Mapping[str, object],
    staff: Sequence[StaffMember],
    by: Actor,
    at: dt.datetime,
) -> TrainingRecord:
    """Write down a day on which some of the team learned something.

    Refuses a day to come, no hours or more than a day has, nobody, somebody who was not in the
    team that day, and a text with a CPR number.
    """
    training = TrainingRecord(id=id, team=team, recorded_by_id=by.user_id, recorded_at=at, **values)
    check_can_write_training(by, team, today=day_of(at))
    training.check_unsent()
    training.validate_fields()
    check_training(training, staff, today=day_of(at))
    training.insert()
    _let_take_part(training, staff)
    return training


@action
def correct_training(
    *,
    training: TrainingRecord,
    values: Mapping[str, object],
    staff: Sequence[StaffMember],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> TrainingRecord:
    """Write it anew; the history keeps both. Refuses as when it was recorded.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_training(by, training.team, today=day_of(at))
    anew = TrainingRecord(id=training.pk, team=training.team, **values)
    anew.clean_fields(exclude=["team", "recorded_by", "recorded_at"])
    check_training(anew, staff, today=day_of(at))
    training.save_changes(values, version=version)
    wanted = {member.pk for member in staff}
    present = {one.staff_member_id: one for one in training.participants.all()}
    for staff_id in present.keys() - wanted:
        present[staff_id].remove(version=present[staff_id].version)
    _let_take_part(training, [member for member in staff if member.pk not in present])
    return training


@action
def remove_training(*, training: TrainingRecord, version: int, by: Actor, at: dt.datetime) -> None:
    """Take away what should not have been written; the change history keeps it.

    Raises EditConflict when somebody else saved since `version`.
    """
    check_can_write_training(by, training.team, today=day_of(at))
    for one in training.participants.all():
        one.remove(version=one.version)
    training.remove(version=version)


def _let_take_part(training: TrainingRecord, staff: Iterable[StaffMember]) -> None:
    for member in dict.fromkeys(staff):
        TrainingParticipant(
            team_id=training.team_id, training=training, staff_member=member
        ).insert()
