import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.rules import check_birth_date
from hjemmebane.domain.courses.choices import (
    CriterionAnswer,
    DecisionOutcome,
    IntakeRefusal,
    ReferralStatus,
)
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.courses.queries.intake import (
    born_on_of,
    criteria_of,
    decision_of,
    newest_decision,
)
from hjemmebane.domain.courses.queries.referrals import receiving_teams
from hjemmebane.domain.courses.rules.starting import (
    check_basis,
    check_is_adult,
    check_works_in,
)
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.decisions import Refused

NEEDS_SUPPLIER_REASON = "SEL_85A"


def check_receives(team_id: UUID) -> None:
    """A referral goes to a team there is."""
    if team_id not in {team.id for team in receiving_teams()}:
        raise Refused(IntakeRefusal.UNKNOWN_TEAM, field="team")


def check_can_be_reached(*, phone: str, email: str) -> None:
    """Somebody who refers can be called or written to: the team must be able to ask."""
    if not phone.strip() and not email.strip():
        raise Refused(IntakeRefusal.UNREACHABLE, field="referrer_phone")


def check_can_spot(actor: Actor, early: EarlyContact, *, today: dt.date) -> None:
    """Somebody was seen, by the actor's own team."""
    check_works_in(actor, early.team, day=today)
    check_early_days(early, today=today)


def check_early_days(early: EarlyContact, *, today: dt.date) -> None:
    """Somebody was seen by today, and born when a person can be."""
    if early.spotted_on > today:
        raise Refused(IntakeRefusal.SPOTTED_IN_FUTURE, field="spotted_on")
    if early.born_on:
        check_birth_date(early.born_on, today=today)


def check_can_attempt(attempt: EarlyAttempt, *, now: dt.datetime) -> None:
    """It has happened, with somebody who is still looked into."""
    check_is_kept(attempt.early_contact)
    if attempt.at > now:
        raise Refused(IntakeRefusal.ATTEMPT_IN_FUTURE, field="at")


def check_is_kept(early: EarlyContact) -> None:
    """Nothing is added to what was laid aside, or has become a course."""
    if not early.is_open:
        raise Refused(IntakeRefusal.CLOSED)


def check_can_ask(referral: Referral, question: str) -> None:
    """One question back, while it is open."""
    if referral.status == ReferralStatus.DECIDED:
        raise Refused(IntakeRefusal.ALREADY_DECIDED)
    if referral.asked_at:
        raise Refused(IntakeRefusal.ALREADY_ASKED)
    if not question.strip():
        raise Refused(IntakeRefusal.NOTHING_ASKED, field="question")


def check_can_take_up(referral: Referral) -> None:
    """A referral is taken up, or joined to somebody known, once."""
    if referral.early_contact_id or referral.status != ReferralStatus.RECEIVED:
        raise Refused(IntakeRefusal.ALREADY_TAKEN_UP)


def check_can_answer(*, asked: bool, answered: bool, decided: bool, answer: str) -> None:
    """An answer belongs to a question, once and while it is open, and says something."""
    if not asked:
        raise Refused(IntakeRefusal.NOTHING_ASKED)
    if answered:
        raise Refused(IntakeRefusal.ALREADY_ANSWERED)
    if decided:
        raise Refused(IntakeRefusal.ALREADY_DECIDED)
    if not answer.strip():
        raise Refused(IntakeRefusal.ANSWER_EMPTY, field="answer")


def check_can_assess(assessment: TargetGroupAssessment) -> None:
    """An assessment is written until it is completed."""
    check_is_kept(assessment.early_contact)
    if assessment.completed_at:
        raise Refused(IntakeRefusal.COMPLETED)


def check_answers(early: EarlyContact, answers: Iterable[Mapping[str, str]]) -> None:
    """Every answer is to a criterion of the method or the team, and is yes, no or unsure."""
    known = {criterion.code for criterion in criteria_of(early.team)}
    for answer in answers:
        if answer["code"] not in known:
            raise Refused(IntakeRefusal.UNKNOWN_CRITERION)
        if answer["answer"] not in {"", *CriterionAnswer.values}:
            raise Refused(IntakeRefusal.UNKNOWN_CRITERION)


def check_answers_whole(early: EarlyContact, answers: Iterable[Mapping[str, str]]) -> None:
    """Every criterion is answered, each with a reason."""
    given = {answer["code"]: answer for answer in answers}
    for criterion in criteria_of(early.team):
        answer = given.get(criterion.code)
        if not answer or not answer["answer"]:
            raise Refused(IntakeRefusal.ANSWERS_MISSING, field=criterion.code)
        if not answer["reason"].strip():
            raise Refused(IntakeRefusal.REASONS_MISSING, field=criterion.code)


def check_can_decide(
    assessment: TargetGroupAssessment, decision: Decision, *, today: dt.date
) -> None:
    """On a completed assessment, once, by a known provision; a match is only for adults."""
    early = assessment.early_contact
    check_is_kept(early)
    if not assessment.completed_at:
        raise Refused(IntakeRefusal.ASSESSMENT_UNFINISHED)
    if decision_of(assessment):
        raise Refused(IntakeRefusal.ALREADY_DECIDED)
    check_basis(early.team, decision.legal_basis)
    if decision.outcome == DecisionOutcome.MATCH:
        check_is_adult(early.team, born_on_of(early), day=today)
    wish = decision.legal_basis == NEEDS_SUPPLIER_REASON and decision.supplier_wish
    if wish and not decision.supplier_reason.strip():
        raise Refused(IntakeRefusal.SUPPLIER_REASON, field="supplier_reason")
    if decision.decided_on > today:
        raise Refused(IntakeRefusal.DECIDED_IN_FUTURE, field="decided_on")
    if decision.decided_on < early.spotted_on:
        raise Refused(IntakeRefusal.DECIDED_TOO_EARLY, field="decided_on")


def check_has_match(early: EarlyContact) -> None:
    """A course starts from an early contact once its newest decision is a match.

    One who is a citizen already is started by somebody who sees them.
    """
    check_is_kept(early)
    if early.citizen_id and not Citizen.objects.filter(pk=early.citizen_id).exists():
        raise Refused(IntakeRefusal.KNOWN_ELSEWHERE)
    newest = newest_decision(early.pk)
    if not newest or newest.outcome != DecisionOutcome.MATCH:
        raise Refused(IntakeRefusal.NO_MATCH)
