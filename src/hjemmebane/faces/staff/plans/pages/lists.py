"""The lists of a plan under the headings of the method's template, in its order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.plans.choices import AssessmentKind, ItemKind, ReflectionKind
from hjemmebane.domain.plans.models import Plan
from hjemmebane.domain.plans.queries import WholePlan
from hjemmebane.faces.staff.plans.pages.entries import Listing
from hjemmebane.faces.staff.plans.pages.kinds import Kinds


@dataclass(frozen=True)
class Purpose:
    """A guiding purpose of the method, chosen in this plan."""

    title: str
    text: str


@dataclass(frozen=True)
class LifeArea:
    """How one part of life is, as last told."""

    title: str
    text: str
    told_at: dt.datetime


def area_titles(pack: MethodPack) -> dict[str, str]:
    return {area.code: area.title for area in pack.resource_areas}


def by_area(resources: Listing, pack: MethodPack) -> list[Listing]:
    """The resources under the areas of the template, in its order; the others last."""
    codes = [area.code for area in pack.resource_areas]
    titles = {**area_titles(pack), "": "Andet"}
    order = sorted(
        resources.entries, key=lambda e: codes.index(e.item.area) if e.item.area else len(codes)
    )
    return [
        Listing(resources.part, list(entries), area, titles[area])
        for area, entries in groupby(order, key=lambda e: e.item.area)
    ]


def questions(kinds: Kinds, whole: WholePlan, pack: MethodPack) -> list[Listing]:
    """Worry, works and next step, asked as the method asks."""
    return [
        kinds.listing(
            ItemKind.REFLECTION,
            whole.reflections[ReflectionKind(question.code)],
            under=question.code,
            title=question.title,
            lead=question.text,
        )
        for question in pack.plain_questions
    ]


def purposes(plan: Plan, pack: MethodPack) -> list[Purpose]:
    return [
        Purpose(purpose.title, purpose.text)
        for purpose in pack.guiding_purposes
        if purpose.code in plan.guiding_purposes
    ]


def contributions(
    kinds: Kinds, whole: WholePlan, pack: MethodPack
) -> list[tuple[str, list[Listing]]]:
    """The template's seven lines in its three groups, whether written or not."""
    written = {contribution.line: contribution for contribution in whole.contributions}
    return [
        (
            group,
            [
                kinds.listing(
                    ItemKind.CONTRIBUTION,
                    [written[line.code]] if line.code in written else [],
                    under=line.code,
                    title=line.title,
                    lead=line.text,
                )
                for line in lines
            ],
        )
        for group, lines in groupby(pack.contributions, key=lambda line: line.group)
    ]


def life_areas(whole: WholePlan, pack: MethodPack) -> list[LifeArea]:
    told = whole.life_situation
    return [
        LifeArea(area.title, told[area.code].text, told[area.code].recorded_at)
        for area in pack.life_areas
        if area.code in told
    ]


def unassessed(kinds: Kinds, whole: WholePlan) -> list[Listing]:
    """The kinds of assessment that nobody has written anything about."""
    known = {assessment.kind for assessment in whole.assessments}
    return [
        kinds.listing(ItemKind.ASSESSMENT, [], under=kind, title=str(kind.label))
        for kind in AssessmentKind
        if kind not in known
    ]
