"""Each part of a plan says in a line what it is."""

import pytest

from hjemmebane.domain.plans.actions import record_agreement
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind
from hjemmebane.domain.plans.models import GoalWish
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.plans import TODAY


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (ItemKind.WISH, "Se min søn igen"),
        (ItemKind.RESOURCE, "Laver god mad"),
        (ItemKind.GOAL, "Kaffe med min søn hver måned"),
        (ItemKind.SUB_GOAL, "Finde hans nummer"),
        (ItemKind.ACTIVITY, "Ringe sammen"),
        (ItemKind.REFLECTION, "Det bekymrer: Huslejen"),
        (ItemKind.OTHER_PLAN, "Plan i jobcentret"),
        (ItemKind.OTHER_EFFORT, "Handler ind"),
        (ItemKind.ASSESSMENT, "Somatisk: Mangler"),
        (ItemKind.MEETING, "Planmøde 02.06.2025"),
        (ItemKind.CONTRIBUTION, "Sår på benet"),
    ],
)
def test_item_in_a_line(writing, kind, line):
    item = writing.add(kind)

    item.refresh_from_db()
    assert str(item) == line


def test_plan_link_and_agreement_in_a_line(writing):
    goal = writing.add(ItemKind.GOAL, wishes=[writing.add(ItemKind.WISH)])
    link = GoalWish.objects.get(goal=goal)
    agreement = record_agreement(
        id=new_id(),
        plan=writing.plan,
        stance=AgreementStance.AGREES,
        reason="",
        said_on=TODAY,
        by=writing.by,
        at=NOW,
    )

    assert str(writing.plan) == f"Plan for {writing.plan.course_id}"
    assert str(link) == f"{link.goal_id} fra {link.wish_id}"
    assert str(agreement) == "Enig 2025-06-02"
