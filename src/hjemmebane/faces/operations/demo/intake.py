"""People without a course: pointed out, spotted, looked into and decided about."""

from dataclasses import dataclass

from hjemmebane.domain.courses.actions import (
    PUBLIC_REFERRAL,
    ReferralDetails,
    answer_referral,
    ask_referrer,
    complete_assessment,
    decide,
    join_referral,
    log_early_attempt,
    open_assessment,
    save_assessment,
    send_referral,
    spot,
    take_up_referral,
)
from hjemmebane.domain.courses.actions.intake import DecisionDetails
from hjemmebane.domain.courses.choices import CriterionAnswer
from hjemmebane.domain.courses.models import EarlyContact, Referral, TargetGroupAssessment
from hjemmebane.domain.courses.queries import criteria_of, receipt_code, visible_referrals
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.intake_entries import (
    AssessmentEntry,
    AttemptEntry,
    EarlyEntry,
    IntakeEntry,
    ReferralEntry,
)
from hjemmebane.foundation.actors import Actor, acting

ANSWERED_IN_A_DRAFT = 3


@dataclass(frozen=True)
class Desk:
    """Where a team's referrals are worked on: the house, the calendar and whoever does it."""

    house: TeamHouse
    days: Days
    who: str

    @property
    def actor(self) -> Actor:
        return self.house.actors[self.who]


def fill_intake(entry: IntakeEntry, house: TeamHouse, days: Days) -> None:
    """Everything the texts tell, each step under whoever took it."""
    desk = Desk(house, days, house.regulars[0])
    for referral in entry.referral:
        _asked(_sent(referral, desk), referral, desk)
    for early in entry.early:
        _looked_into(early, Desk(house, days, early.who))


def _sent(entry: ReferralEntry, desk: Desk) -> Referral:
    """By a stranger; read back by the team."""
    at = desk.days.moment(entry.ago, 11)
    referral_id = key(at, "referral", entry.code)
    with acting(PUBLIC_REFERRAL):
        send_referral(
            id=referral_id,
            team_id=desk.house.team.pk,
            details=_details(entry),
            by=PUBLIC_REFERRAL,
            at=at,
        )
    with acting(desk.actor):
        return visible_referrals().get(pk=referral_id)


def _details(entry: ReferralEntry) -> ReferralDetails:
    return ReferralDetails(
        referrer_name=entry.referrer,
        referrer_workplace=entry.workplace,
        referrer_phone=entry.phone,
        citizen_name=entry.citizen,
        where=entry.where,
        citizen_knows=entry.knows,
        wishes=entry.wishes,
        difficulties=entry.difficulties,
        why=entry.why,
    )


def _asked(referral: Referral, entry: ReferralEntry, desk: Desk) -> None:
    at = desk.days.moment(entry.ago, 13)
    if entry.question:
        with acting(desk.actor):
            ask_referrer(
                referral=referral,
                question=entry.question,
                version=referral.version,
                by=desk.actor,
                at=at,
            )
    if entry.answer:
        with acting(PUBLIC_REFERRAL):
            code = receipt_code(referral.pk)
            answer_referral(code=code, answer=entry.answer, by=PUBLIC_REFERRAL, at=at)


def _looked_into(entry: EarlyEntry, desk: Desk) -> None:
    sent = [_sent(referral, desk) for referral in entry.referrals]
    with acting(desk.actor):
        early = _taken_up(entry, sent, desk) if sent else _spotted(entry, desk)
        for attempt in entry.attempt:
            _attempt(attempt, early, desk)
        if entry.assessment:
            _assessed(entry.assessment, early, desk)


def _spotted(entry: EarlyEntry, desk: Desk) -> EarlyContact:
    at = desk.days.moment(entry.ago, 12)
    values = {
        "called": entry.called,
        "where": entry.where,
        "note": entry.note,
        "spotted_on": desk.days.ago(entry.ago),
    }
    return spot(
        id=key(at, "early", entry.code),
        team=desk.house.team,
        values=values,
        by=desk.actor,
        at=at,
    )


def _taken_up(entry: EarlyEntry, sent: list[Referral], desk: Desk) -> EarlyContact:
    """The first referral begins it, a member of the team recognises the others."""
    first, *others = sent
    at = desk.days.moment(entry.ago, 12)
    who = {"by": desk.actor, "at": at}
    early = take_up_referral(
        id=key(at, "early", entry.code), referral=first, version=first.version, **who
    )
    for other in others:
        join_referral(referral=other, early_contact=early, version=other.version, **who)
    return early


def _attempt(entry: AttemptEntry, early: EarlyContact, desk: Desk) -> None:
    at = desk.days.moment(entry.ago, 14)
    log_early_attempt(
        id=key(at, "attempt", early.pk),
        early_contact=early,
        values={"at": at, "where": entry.where, "outcome": entry.outcome, "note": entry.note},
        staff_member=desk.house.staff[desk.who],
        by=desk.actor,
        at=at,
    )


def _assessed(entry: AssessmentEntry, early: EarlyContact, desk: Desk) -> None:
    at = desk.days.moment(entry.ago, 15)
    assessment = open_assessment(
        id=key(at, "assessment", early.pk), early_contact=early, by=desk.actor, at=at
    )
    save_assessment(
        assessment=assessment,
        values={"gathered": entry.gathered, "own_account": entry.own_account},
        answers=_answers(entry, early),
        version=1,
        by=desk.actor,
        at=at,
    )
    if entry.completed:
        done = desk.days.moment(entry.completed, 10)
        complete_assessment(assessment=assessment, version=2, by=desk.actor, at=done)
        _decided(entry, assessment, desk)


def _answers(entry: AssessmentEntry, early: EarlyContact) -> list[dict[str, str]]:
    asked = list(criteria_of(early.team))
    answered = asked if entry.completed else asked[:ANSWERED_IN_A_DRAFT]
    return [
        {"code": one.code, "answer": _answer(one.code, entry), "reason": entry.because}
        for one in answered
    ]


def _answer(code: str, entry: AssessmentEntry) -> str:
    if code in entry.against:
        return CriterionAnswer.NO
    return CriterionAnswer.UNSURE if code in entry.unsure else CriterionAnswer.YES


def _decided(entry: AssessmentEntry, assessment: TargetGroupAssessment, desk: Desk) -> None:
    decision = entry.decision
    if decision is None:
        return
    at = desk.days.moment(decision.ago, 12)
    details = DecisionDetails(
        outcome=decision.outcome,
        reason=decision.reason,
        decided_on=desk.days.ago(decision.ago),
        legal_basis=decision.legal_basis,
        is_formal=decision.is_formal,
    )
    decide(
        id=key(at, "decision", assessment.pk),
        assessment=assessment,
        details=details,
        by=desk.actor,
        at=at,
    )
