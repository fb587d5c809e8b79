"""The whole plan on paper: every field of the method's plan template, in the template's order."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hjemmebane.domain.citizens.queries import cpr_of
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import CoordinationCode
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.plans.choices import AssessmentKind, OtherPlanKind
from hjemmebane.domain.plans.models import (
    Assessment,
    OtherPlan,
    Plan,
    ProfessionalContribution,
    Wish,
)
from hjemmebane.domain.plans.queries import GoalView, WholePlan, whole_plan
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import (
    Field,
    activity,
    field,
    footer,
    sentences,
    sentences_in_a_row,
)
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

# The template asks about these by themselves.
ASKED_APART = {AssessmentKind.SOCIAL, AssessmentKind.SECTION_141, AssessmentKind.COORDINATING}


@dataclass(frozen=True)
class Source:
    """Everything the document is made of; building the data asks the database nothing more."""

    whole: WholePlan
    pack: MethodPack
    members: tuple[TeamMembership, ...]
    team_consent: Consent | None
    on: dt.date

    @property
    def course(self) -> Course:
        return self.whole.plan.course


def plan_pdf(plan: Plan, *, at: dt.datetime) -> bytes:
    """The plan as a tagged PDF in the team's name."""
    return pdf("plan.typ", document(source_of(plan, on=day_of(at))), at=at)


def source_of(plan: Plan, *, on: dt.date) -> Source:
    consents = consents_in_force(plan.course.citizen_id, day=on)
    return Source(
        whole=whole_plan(plan),
        pack=pack(plan.method_pack, plan.method_version),
        members=tuple(members_of([plan.course.team_id], on)),
        team_consent=consents.filter(team_id=plan.course.team_id).first(),
        on=on,
    )


def document(source: Source) -> dict[str, object]:
    """The data of `plan.typ`."""
    whole, citizen = source.whole, source.course.citizen
    return {
        "title": f"Plan for {citizen}",
        "team": source.course.team.name,
        "footer": footer(f"Udskrevet {written_day(source.on)}", is_demo=citizen.is_demo),
        "head": head(source),
        "coordination": coordination(source),
        "situation": [
            field(area.title, situation_text(whole, area.code)) for area in source.pack.life_areas
        ],
        "wishes": [{"text": w.text, "detail": wish_detail(w)} for w in whole.wishes],
        "resources": [resource.text for resource in whole.resources],
        "contributions": contributions(source),
        **chosen(source),
        "purpose": whole.plan.purpose,
        "goals": [goal(view) for view in whole.goals],
        "loose_activities": [activity(row) for row in whole.loose_activities],
        "reflections": [
            {"label": kind.label, "texts": [row.text for row in rows]}
            for kind, rows in whole.reflections.items()
            if rows
        ],
        "evaluation": whole.plan.cross_professional_evaluation,
        "agreement": agreement(whole),
    }


def situation_text(whole: WholePlan, area: str) -> str:
    return whole.life_situation[area].text if area in whole.life_situation else ""


def head(source: Source) -> list[Field]:
    citizen, meetings = source.course.citizen, source.whole.meetings
    newest = meetings[0] if meetings else None
    participants = newest.participants.all() if newest else []
    consent = source.team_consent
    return [
        field("Borgerens navn", str(citizen)),
        field("CPR-nr.", cpr_of(citizen)),
        field("Mødet blev holdt", written_day(newest.held_on) if newest else ""),
        field("Deltagere", sentences(*(f"{p.name}, {p.role}" for p in participants))),
        field(
            "Samtykke til teamets arbejde",
            f"Ja, {written_day(consent.from_on)} ({consent.get_how_given_display().lower()})"
            if consent
            else "Nej",
        ),
        field("Borgerens team", sentences(*(member(m) for m in source.members))),
        field("Sagen kommer fra", source.course.origin),
    ]


def member(membership: TeamMembership) -> str:
    return f"{membership.staff_member.name}, {membership.profession.lower()}"


def coordination(source: Source) -> list[Field]:
    """What is already known, planned and done by others."""
    whole = source.whole
    by_kind = {kind: [a for a in whole.assessments if a.kind == kind] for kind in AssessmentKind}
    others = [a for a in whole.assessments if a.kind not in ASKED_APART]
    by_law = [p for p in whole.other_plans if p.kind != OtherPlanKind.COORDINATING]
    regional = [p for p in whole.other_plans if p.kind == OtherPlanKind.COORDINATING]
    efforts = (f"{e.organisation or e.who}: {e.what}" for e in whole.other_efforts)
    answers = {
        CoordinationCode.NEEDS_ASSESSMENT: assessments(by_kind[AssessmentKind.SOCIAL]),
        CoordinationCode.ACTION_PLAN_141: sentences(
            assessments(by_kind[AssessmentKind.SECTION_141]), plans(by_law)
        ),
        CoordinationCode.OTHER_ASSESSMENTS: assessments(others),
        CoordinationCode.OTHER_PROVIDERS: sentences(*efforts),
        CoordinationCode.REGIONAL_PLAN: sentences(
            assessments(by_kind[AssessmentKind.COORDINATING]), plans(regional)
        ),
    }
    return [
        field(question.title, answers[CoordinationCode(question.code)])
        for question in source.pack.coordination_questions
    ]


def assessments(rows: Iterable[Assessment]) -> str:
    return sentences(
        *(
            ". ".join(
                part
                for part in (
                    f"{row.get_kind_display()}: {row.get_status_display().lower()}"
                    f" {written_day(row.done_on or row.ordered_on or row.needed_on)}".strip(),
                    row.barrier,
                    row.note,
                )
                if part
            )
            for row in rows
        )
    )


def plans(rows: Iterable[OtherPlan]) -> str:
    return sentences(*(", ".join(plan_facts(row)) for row in rows))


def plan_facts(row: OtherPlan) -> list[str]:
    accepted = {True: "taget imod", False: "ikke taget imod", None: ""}[row.is_accepted]
    facts = (
        row.get_kind_display(),
        row.owner,
        f"fra {written_day(row.dated_on)}" if row.dated_on else "",
        f"tilbudt {written_day(row.offered_on)}" if row.offered_on else "",
        accepted,
        "samordnet med denne plan" if row.is_coordinated else "ikke samordnet med denne plan",
        row.reference,
        row.note,
    )
    return [fact for fact in facts if fact]


def wish_detail(wish: Wish) -> str:
    return sentences_in_a_row(
        f"{wish.get_said_by_display()}{', ' + written_day(wish.said_on) if wish.said_on else ''}",
        f"Rører ved {wish.get_chime_display().lower()}" if wish.chime else "",
        f"Det vil jeg selv gøre anderledes: {wish.change_statement}"
        if wish.change_statement
        else "",
    )


def contributions(source: Source) -> list[Field]:
    written = {row.line: row for row in source.whole.contributions}
    return [
        field(f"{line.group}: {line.title}", contribution_text(written.get(line.code)))
        for line in source.pack.contributions
    ]


def contribution_text(row: ProfessionalContribution | None) -> str:
    if row is None:
        return ""
    return sentences(row.text, f"Skrevet af {row.staff_member}" if row.staff_member else "")


def chosen(source: Source) -> dict[str, list[Field]]:
    """The template's two lists of crosses."""
    purposes = set(source.whole.plan.guiding_purposes)
    areas = {resource.area for resource in source.whole.resources}
    return {
        "guiding_purposes": [
            field(purpose.text, "Ja" if purpose.code in purposes else "Nej")
            for purpose in source.pack.guiding_purposes
        ],
        "resource_areas": [
            field(area.title, "Ja" if area.code in areas else "Nej")
            for area in source.pack.resource_areas
        ],
    }


def goal(view: GoalView) -> dict[str, object]:
    row = view.goal
    status = sentences_in_a_row(
        row.get_status_display(), written_day(row.settled_on), row.settled_reason
    )
    facts = [
        field("Ansvarlig", row.responsible_name),
        field("Udspringer af", "; ".join(f"”{wish.text}”" for wish in view.wishes)),
        field("Sådan kan vi se, at det er nået", row.measure),
        field("Derfor betyder det noget", row.attractive),
        field("Det gør det muligt", row.realistic),
        field("Vi kigger på det igen", written_day(row.due_on)),
        field("Status", status),
    ]
    return {
        "text": row.text,
        "facts": facts,
        "sub_goals": [
            {
                "text": step.text,
                "status": sentences(step.get_status_display(), written_day(step.settled_on)),
            }
            for step in view.sub_goals
        ],
        "activities": [activity(a) for a in view.activities],
    }


def agreement(whole: WholePlan) -> str:
    if not whole.agreements:
        return ""
    newest = whole.agreements[0]
    return sentences(
        f"{newest.get_stance_display()}, {written_day(newest.said_on)}",
        f"”{newest.reason}”" if newest.reason else "",
    )
