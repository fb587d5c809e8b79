import datetime as dt
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    TargetGroupAssessment,
)
from hjemmebane.domain.courses.queries.intake import (
    assessment_under_way,
    criteria_of,
    early_contact_to_change,
)
from hjemmebane.domain.courses.rules import (
    check_answers,
    check_answers_whole,
    check_can_assess,
    check_can_attempt,
    check_can_decide,
    check_can_spot,
    check_early_days,
    check_is_kept,
)
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.records import AlreadySaved


@action
def spot(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    team: Team,
    values: Mapping[str, object],
    by: Actor,
    at: dt.datetime,
) -> EarlyContact:
    """Write down somebody the team has spotted, by whatever they are called.

    Refuses a day to come, an impossible birth date and a team the actor does not work in.
    """
    early = EarlyContact(id=id, team=team, recorded_by_id=by.user_id, recorded_at=at, **values)
    early.check_unsent()
    check_can_spot(by, early, today=day_of(at))
    return early.insert()


@action
def change_early_contact(
    *,
    early_contact: EarlyContact,
    changes: Mapping[str, object],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> EarlyContact:
    """Write what is known now, a name perhaps. Refuses days as `spot` does; raises EditConflict."""
    check_is_kept(early_contact)
    draft = copy(early_contact)
    for name, value in changes.items():
        setattr(draft, name, value)
    check_early_days(draft, today=day_of(at))
    return early_contact.save_changes(changes, version=version)


@action
def log_early_attempt(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    early_contact: EarlyContact,
    values: Mapping[str, object],
    staff_member: StaffMember,
    by: Actor,
    at: dt.datetime,
) -> EarlyAttempt:
    """Write down a contact or an attempt before there is a course; it follows into the course."""
    attempt = EarlyAttempt(
        id=id,
        early_contact=early_contact,
        team_id=early_contact.team_id,
        staff_member=staff_member,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **values,
    )
    attempt.check_unsent()
    check_can_attempt(attempt, now=at)
    return attempt.insert()


@action
def lay_aside(
    *, early_contact: EarlyContact, because: str, version: int, by: Actor, at: dt.datetime
) -> EarlyContact:
    """Nothing more is to be done for now; it can be taken out again."""
    check_is_kept(early_contact)
    changes = {"closed_on": day_of(at), "closed_because": because.strip()}
    return early_contact.save_changes(changes, version=version)


@action
def take_out_again(
    *, early_contact: EarlyContact, version: int, by: Actor, at: dt.datetime
) -> EarlyContact:
    """Take up somebody who was laid aside."""
    return early_contact.save_changes({"closed_on": None, "closed_because": ""}, version=version)


@action
def open_assessment(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    early_contact: EarlyContact,
    by: Actor,
    at: dt.datetime,
) -> TargetGroupAssessment:
    """Begin a target group assessment; there is one draft at a time, and whoever asks gets it."""
    early_contact = early_contact_to_change(early_contact.pk)
    check_is_kept(early_contact)
    if there := assessment_under_way(early_contact.pk):
        raise AlreadySaved(there)
    method = pack(early_contact.team.method_pack)
    assessment = TargetGroupAssessment(
        id=id,
        early_contact=early_contact,
        team_id=early_contact.team_id,
        method_pack=method.code,
        method_version=method.version,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return assessment.insert()


@action
def save_assessment(
    *,
    assessment: TargetGroupAssessment,
    values: Mapping[str, object],
    answers: Sequence[Mapping[str, str]],
    version: int,
    by: Actor,
    at: dt.datetime,
) -> TargetGroupAssessment:
    """Keep what is written so far. Answers get the title that the criterion has today.

    Refuses answers to unknown criteria and a completed assessment. Raises EditConflict.
    """
    check_can_assess(assessment)
    check_answers(assessment.early_contact, answers)
    titles = {c.code: c.title for c in criteria_of(assessment.early_contact.team)}
    kept = [{**answer, "title": titles[answer["code"]]} for answer in answers]
    return assessment.save_changes({**values, "answers": kept}, version=version)


@action
def complete_assessment(
    *, assessment: TargetGroupAssessment, version: int, by: Actor, at: dt.datetime
) -> TargetGroupAssessment:
    """Say that the assessment is done. Refuses unanswered criteria and answers without reason."""
    check_can_assess(assessment)
    check_answers_whole(assessment.early_contact, assessment.answers)
    return assessment.save_changes({"completed_at": at}, version=version)


@dataclass(frozen=True)
class DecisionDetails:
    """What is decided, and all that a letter about it needs."""

    outcome: str
    reason: str
    decided_on: dt.date
    legal_basis: str
    is_formal: bool = False
    supplier_wish: str = ""
    supplier_reason: str = ""
    left_shelter_on: dt.date | None = None


@action
def decide(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    assessment: TargetGroupAssessment,
    details: DecisionDetails,
    by: Actor,
    at: dt.datetime,
) -> Decision:
    """Decide on an assessment; every referral about the person is then decided.

    Refuses an unfinished assessment, a second decision, a match for somebody under age, an unknown
    provision and a day to come.
    """
    decision = Decision(
        id=id,
        assessment=assessment,
        team_id=assessment.team_id,
        method_pack=assessment.method_pack,
        method_version=assessment.method_version,
        recorded_by_id=by.user_id,
        recorded_at=at,
        **vars(details),
    )
    early = early_contact_to_change(assessment.early_contact_id)
    decision.check_unsent()
    check_can_decide(assessment, decision, today=day_of(at))
    decision.insert()
    for referral in early.referrals.exclude(status=ReferralStatus.DECIDED):
        referral.save_changes({"status": ReferralStatus.DECIDED}, version=referral.version)
    return decision
