import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.courses.calculations import given_and_family
from hjemmebane.domain.courses.models import (
    Decision,
    EarlyAttempt,
    EarlyContact,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.models import Team


@dataclass(frozen=True)
class Criterion:
    """One question of a target group assessment; `code` is OWN_1, OWN_2 … for the team's own."""

    code: str
    title: str
    text: str
    question: str


@dataclass(frozen=True)
class Match:
    """Somebody already known who may be the same person: exactly one of the two is set."""

    early_contact: EarlyContact | None = None
    citizen: Citizen | None = None


def criteria_of(team: Team) -> Sequence[Criterion]:
    """Age, the criteria of the team's method, and those the team has narrowed it with."""
    target_group = pack(team.method_pack).target_group
    age = Criterion(
        "AGE", _age_title(team, target_group.minimum_age), "", "Hvor gammel, og hvorfra?"
    )
    method = [Criterion(c.code, c.title, c.text, c.question) for c in target_group.criteria]
    own = [
        Criterion(f"OWN_{number}", title, "Teamets eget kriterium.", "Hvad bygger I det på?")
        for number, title in enumerate(team.own_criteria, start=1)
    ]
    return [age, *method, *own]


def _age_title(team: Team, minimum: int) -> str:
    youngest = max(minimum, team.youngest or 0)
    if team.oldest:
        return f"Mellem {youngest} og {team.oldest} år"
    return f"Fyldt {youngest} år"


def visible_referrals() -> QuerySet[Referral]:
    """What the acting person's teams have received, the newest first.

    Whoever it is about is None while out of the person's sight, also when `citizen_id` is set.
    """
    return Referral.objects.select_related("team", "early_contact__citizen", "citizen").order_by(
        "-received_at", "-pk"
    )


def referrals_of(team_id: UUID) -> QuerySet[Referral]:
    """What the team has received, the newest first."""
    return visible_referrals().filter(team_id=team_id)


def visible_early_contacts() -> QuerySet[EarlyContact]:
    """Those whom the acting person's teams have spotted."""
    return EarlyContact.objects.select_related("team__municipality", "course", "citizen")


def early_contact_to_change(early_contact_id: UUID) -> EarlyContact:
    """The early contact, held until the transaction ends, so that what is written about it takes
    turns. Raises EarlyContact.DoesNotExist when it is not visible.
    """
    held = visible_early_contacts().select_for_update(of=("self",), no_key=True)
    return held.get(pk=early_contact_id)


def early_contacts(team_id: UUID) -> QuerySet[EarlyContact]:
    """Those the team has spotted, the newest first, with attempts and assessments."""
    assessments = TargetGroupAssessment.objects.select_related("decision")
    return (
        EarlyContact.objects.filter(team_id=team_id)
        .select_related("course", "citizen")
        .prefetch_related(
            Prefetch("attempts", EarlyAttempt.objects.order_by("-at", "-pk")),
            Prefetch("assessments", assessments.order_by("-recorded_at", "-pk")),
        )
        .order_by("-spotted_on", "-pk")
    )


def early_contact_of_course(course_id: UUID) -> EarlyContact | None:
    """What came before a course, when something did."""
    return EarlyContact.objects.filter(course_id=course_id).first()


def attempts_of(early_contact_id: UUID) -> QuerySet[EarlyAttempt]:
    """The attempts at contact, the newest first."""
    return _attempts().filter(early_contact_id=early_contact_id)


def attempts_before(course_id: UUID) -> QuerySet[EarlyAttempt]:
    """The attempts that came before a course, the newest first."""
    return _attempts().filter(early_contact__course_id=course_id)


def _attempts() -> QuerySet[EarlyAttempt]:
    return EarlyAttempt.objects.select_related("staff_member").order_by("-at", "-pk")


def assessments_of(early_contact_id: UUID) -> QuerySet[TargetGroupAssessment]:
    """The target group assessments with their decisions, the newest first."""
    return (
        TargetGroupAssessment.objects.filter(early_contact_id=early_contact_id)
        .select_related("early_contact__team", "early_contact__citizen", "decision")
        .order_by("-recorded_at", "-pk")
    )


def assessment_under_way(early_contact_id: UUID) -> TargetGroupAssessment | None:
    """The draft, if there is one."""
    return assessments_of(early_contact_id).filter(completed_at__isnull=True).first()


def decision_of(assessment: TargetGroupAssessment) -> Decision | None:
    """What was decided on an assessment."""
    return Decision.objects.filter(assessment=assessment).first()


def newest_decision(early_contact_id: UUID) -> Decision | None:
    """What was decided on the newest assessment; nothing while that one is under way."""
    newest = assessments_of(early_contact_id).first()
    return getattr(newest, "decision", None)


def born_on_of(early: EarlyContact) -> dt.date | None:
    """The birth date as far as it is known."""
    return early.born_on or (early.citizen.born_on if early.citizen else None)


def same_person(referral: Referral) -> Sequence[Match]:
    """Who among the team's own may be the one referred: by CPR, or by the same name."""
    given, family = given_and_family(referral.citizen_name)
    name = Q(given_name__iexact=given, family_name__iexact=family)
    early = EarlyContact.objects.filter(team_id=referral.team_id, course__isnull=True)
    alike = name | Q(called__iexact=referral.citizen_name.strip())
    if referral.cpr_index:
        alike |= Q(referrals__cpr_index=referral.cpr_index)
        name |= Q(cpr_index=referral.cpr_index)
    return [
        *(Match(early_contact=one) for one in early.filter(alike).distinct().order_by("pk")),
        *(Match(citizen=one) for one in Citizen.objects.filter(name).order_by("pk")),
    ]
