"""Somebody the team has spotted: what is known, tried, assessed and decided."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.courses.calculations import refund_until
from hjemmebane.domain.courses.choices import CriterionAnswer, DecisionOutcome
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.courses.queries import (
    assessments_of,
    attempts_of,
    born_on_of,
    visible_early_contacts,
    visible_referrals,
)
from hjemmebane.domain.method.content.entries import LegalBasis
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.intake.forms import LayAsideForm
from hjemmebane.faces.staff.intake.pages.listing import OUTCOME_TONES, draft_age
from hjemmebane.faces.staff.moments import ago, recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day

ANSWER_TONES = {
    CriterionAnswer.YES: "good",
    CriterionAnswer.NO: "bad",
    CriterionAnswer.UNSURE: "warn",
}


@dataclass(frozen=True)
class AnswerOnPage:
    title: str
    answer: str
    tone: str
    reason: str


@dataclass(frozen=True)
class DecisionOnPage:
    """A decision in words. `letter_url` only when it is a formal one."""

    outcome: str
    tone: str
    day: str
    reason: str
    facts: Sequence[tuple[str, str]]
    letter_url: str


@dataclass(frozen=True)
class AssessmentOnPage:
    """A target group assessment, with the address where it is gone on with."""

    title: str
    is_done: bool
    edit_url: str
    decide_url: str
    answers: Sequence[AnswerOnPage]
    texts: Sequence[tuple[str, str]]
    decision: DecisionOnPage | None


@dataclass(frozen=True)
class AttemptOnPage:
    outcome: str
    when: str
    moment: str
    meta: str
    note: str


@dataclass(frozen=True)
class EarlyPage:
    early: EarlyContact
    facts: Sequence[tuple[str, str]]
    attempts: Sequence[AttemptOnPage]
    assessments: Sequence[AssessmentOnPage]
    referrals: Sequence[Referral]
    can_begin: bool
    can_start: bool
    new_key: UUID
    laying_aside: LayAsideForm
    failed: RecordForm | None


def early_in_view(request: ActorRequest, early_id: UUID, *, what: str) -> EarlyContact:
    """The early contact; the reading is noted once they are a citizen we see. Raises Http404."""
    early = get_object_or_404(visible_early_contacts(), pk=early_id)
    note_reading(request, [early.citizen.pk] if early.citizen else [], what=what)
    return early


def assessment_in_view(early: EarlyContact, assessment_id: UUID) -> TargetGroupAssessment:
    """One of the person's assessments. Raises Http404."""
    return get_object_or_404(assessments_of(early.pk), pk=assessment_id)


def decision_in_view(assessment: TargetGroupAssessment) -> Decision:
    """What was decided on it. Raises Http404 when nothing was."""
    decision = getattr(assessment, "decision", None)
    if decision is None:
        raise Http404
    return decision


def early_page(
    early: EarlyContact,
    *,
    at: dt.datetime,
    laying_aside: LayAsideForm | None = None,
    failed: RecordForm | None = None,
) -> EarlyPage:
    """`laying_aside` is that form refused, `failed` another refused button."""
    assessments = list(assessments_of(early.pk))
    newest = getattr(assessments[0], "decision", None) if assessments else None
    is_settled = not assessments or newest is not None
    return EarlyPage(
        early=early,
        facts=facts_of(early, at),
        attempts=[attempt_on_page(one, at) for one in attempts_of(early.pk)],
        assessments=[assessment_on_page(one, at) for one in assessments],
        referrals=list(visible_referrals().filter(early_contact=early)),
        can_begin=early.is_open and is_settled,
        can_start=early.is_open and bool(newest) and newest.outcome == DecisionOutcome.MATCH,
        new_key=new_id(),
        laying_aside=laying_aside or LayAsideForm(record=early),
        failed=failed,
    )


def facts_of(early: EarlyContact, at: dt.datetime) -> list[tuple[str, str]]:
    born = born_on_of(early)
    facts = [
        ("Navn", early.name),
        ("Født", f"{written_day(born)} ({age_on(born, day_of(at))} år)" if born else ""),
        ("Hvor", early.where),
        (
            "Set første gang",
            f"{written_day(early.spotted_on)}, {ago(early.spotted_on, day_of(at))}",
        ),
        ("Det ved vi", early.note),
    ]
    return stated(facts)


def attempt_on_page(attempt: EarlyAttempt, at: dt.datetime) -> AttemptOnPage:
    return AttemptOnPage(
        outcome=str(attempt.get_outcome_display()),
        when=recent_moment(attempt.at, at),
        moment=attempt.at.isoformat(),
        meta=", ".join(filter(None, (attempt.where, attempt.staff_member.name))),
        note=attempt.note,
    )


def assessment_on_page(assessment: TargetGroupAssessment, at: dt.datetime) -> AssessmentOnPage:
    keys = [assessment.early_contact_id, assessment.pk]
    decision, done = getattr(assessment, "decision", None), assessment.completed_at
    title = f"Gjort færdig {ago(day_of(done), day_of(at))}" if done else ""
    return AssessmentOnPage(
        title=title or draft_age(assessment, day_of(at)),
        is_done=bool(done),
        edit_url=reverse("staff:intake:assessment", args=keys),
        decide_url="" if decision else reverse("staff:intake:decision_new", args=keys),
        answers=[answer_on_page(one) for one in assessment.answers if one["answer"]],
        texts=texts_of(assessment),
        decision=decision_on_page(decision) if decision else None,
    )


def answer_on_page(answer: dict[str, str]) -> AnswerOnPage:
    said = CriterionAnswer(answer["answer"])
    return AnswerOnPage(
        title=answer["title"],
        answer=str(said.label),
        tone=ANSWER_TONES[said],
        reason=answer["reason"],
    )


def texts_of(assessment: TargetGroupAssessment) -> list[tuple[str, str]]:
    texts = [
        ("Det, vi ved", assessment.gathered),
        ("Risici", assessment.risks),
        ("Hvem har været med", assessment.took_part),
        ("Mødet med borgeren", written_day(assessment.met_on)),
        ("Det fortæller borgeren", assessment.own_account),
    ]
    return stated(texts)


def decision_on_page(decision: Decision) -> DecisionOnPage:
    keys = [decision.assessment.early_contact_id, decision.assessment_id]
    basis = basis_of(decision)
    facts = [
        ("Grundlag", basis.title),
        ("Afgørelse", "Ja, med brev og klagevejledning" if decision.is_formal else "Nej"),
        ("Ønske til leverandør", decision.supplier_wish),
        ("Følges ønsket", decision.supplier_reason),
        ("Flyttet fra § 110-tilbud", written_day(decision.left_shelter_on)),
        ("Refusion til og med", refund_day(decision, basis)),
    ]
    return DecisionOnPage(
        outcome=str(decision.get_outcome_display()),
        tone=OUTCOME_TONES[DecisionOutcome(decision.outcome)],
        day=written_day(decision.decided_on),
        reason=decision.reason,
        facts=stated(facts),
        letter_url=reverse("staff:intake:letter", args=keys) if decision.is_formal else "",
    )


def basis_of(decision: Decision) -> LegalBasis:
    """The provision, as it stood in the method that the decision was made with."""
    return pack(decision.method_pack, decision.method_version).legal_basis(decision.legal_basis)


def refund_day(decision: Decision, basis: LegalBasis) -> str:
    """The last day of the state's refund, when the provision has one."""
    if not decision.left_shelter_on or not basis.refund_years:
        return ""
    return written_day(refund_until(decision.left_shelter_on, basis.refund_years))
