"""Versions are kept in words, numbered without gaps; agreements point at what was agreed to."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.citizens.actions import describe_life_situation
from hjemmebane.domain.plans.actions import (
    change_plan,
    move_item,
    reach_sub_goal,
    record_agreement,
    remove_item,
    take_version,
)
from hjemmebane.domain.plans.calculations import Change
from hjemmebane.domain.plans.choices import AgreementStance, ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import Agreement, Plan, PlanVersion
from hjemmebane.domain.plans.queries import (
    compare_versions,
    newest_version,
    plan_of,
    snapshot_of,
    version_of,
    whole_plan,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import NOW
from tests.factories.keeping import keep_row
from tests.factories.plans import TODAY, TOMORROW, changes_of, end_course, refusal_of


def keep(writing, reason="Planmøde", version_id=None):
    return take_version(
        id=version_id or new_id(), plan=writing.plan, reason=reason, by=writing.by, at=NOW
    )


def agreed(writing, stance=AgreementStance.AGREES, reason="", said_on=TODAY, agreement_id=None):
    return {
        "id": agreement_id or new_id(),
        "plan": writing.plan,
        "stance": stance,
        "reason": reason,
        "said_on": said_on,
        "by": writing.by,
        "at": NOW,
    }


def told(earlier, later):
    """The differences without the titles, for reading in a test."""
    return [
        (d.change, d.part, d.label, d.before, d.after) for d in compare_versions(earlier, later)
    ]


# ---------------------------------------------------------------- versions


def test_versions_are_numbered_from_one(writing):
    first = keep(writing)
    writing.add(ItemKind.WISH)
    second = keep(writing, " Efter ønsket ")

    assert (first.number, second.number) == (1, 2)
    assert (second.reason, second.recorded_by_id) == ("Efter ønsket", writing.by.user_id)
    assert newest_version(writing.plan) == version_of(writing.plan, second.pk) == second
    assert changes_of(second) == [("INSERT", "plans.take_version", writing.by.key)]


def test_unchanged_plan_is_not_kept_again(writing):
    keep(writing)

    refusal = refusal_of(keep, writing=writing)

    assert refusal == (PlanRefusal.NOTHING_CHANGED, None)
    assert PlanVersion.objects.get(plan=writing.plan).number == 1


def test_version_sent_twice_is_one_version(writing):
    first = keep(writing)

    with pytest.raises(AlreadySaved) as already:
        keep(writing, version_id=first.pk)

    assert already.value.record == first


def test_version_with_an_endless_reason_is_not_kept(writing):
    with pytest.raises(ValidationError) as invalid:
        keep(writing, "x" * 201)

    assert set(invalid.value.message_dict) == {"reason"}
    assert newest_version(writing.plan) is None


def test_ended_course_keeps_no_more_versions(writing):
    end_course(writing.plan.course)

    assert refusal_of(keep, writing=writing) == (PlanRefusal.COURSE_ENDED, None)


def test_version_of_another_team_is_not_there(writing, as_ida):
    version = keep(writing)

    with acting(as_ida.omar.actor):
        assert newest_version(writing.plan) is None
        with pytest.raises(PlanVersion.DoesNotExist):
            version_of(writing.plan, version.pk)
        with pytest.raises(Plan.DoesNotExist):
            take_version(id=new_id(), plan=writing.plan, reason="", by=as_ida.omar.actor, at=NOW)


def test_version_of_another_plan_is_not_of_this_one(writing, elsewhere):
    with pytest.raises(PlanVersion.DoesNotExist):
        version_of(writing.plan, keep(elsewhere).pk)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_kept_version_cannot_be_changed_or_taken_away(writing, change):
    version = keep(writing)
    rows = PlanVersion.objects.filter(pk=version.pk)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rows.update(reason="Noget andet") if change == "update" else rows._raw_delete("default")

    assert rows.get().reason == "Planmøde"


@pytest.fixture
def written(writing, as_ida):
    """A plan with something in every corner."""
    describe_life_situation(
        id=new_id(),
        citizen=writing.plan.course.citizen,
        area="HOUSING",
        text="På sofa",
        by=writing.by,
        at=NOW,
    )
    change_plan(
        plan=writing.plan,
        changes={"guiding_purposes": ["OWN_LIFE", "ASSESSED"]},
        version=1,
        by=writing.by,
        at=NOW,
    )
    wish = writing.add(ItemKind.WISH, said_on=TODAY, chime="HOPE")
    goal = writing.add(
        ItemKind.GOAL,
        wishes=[wish],
        responsible_kind="STAFF",
        staff_member=as_ida.bo.staff_member,
    )
    step = writing.add(ItemKind.SUB_GOAL, goal=goal)
    writing.add(
        ItemKind.ACTIVITY, sub_goal=step, responsible_kind="PARTNER", partner_person=as_ida.lise
    )
    writing.add(ItemKind.RESOURCE, area="ECONOMY")
    writing.add(ItemKind.OTHER_PLAN, is_accepted=True)
    writing.add(ItemKind.MEETING, participants=[("Ask", "Borger"), ("Ida", "Bostøtte")])
    writing.add(ItemKind.CONTRIBUTION, staff_member=as_ida.ida.staff_member)

    return writing


def test_snapshot_is_readable_on_its_own(written):
    version = keep(written)

    words = json.dumps(PlanVersion.objects.get(pk=version.pk).snapshot, ensure_ascii=False)
    for said in (
        "Team et",
        "Livsområde",
        "Bolig",
        "På sofa",
        "Et selvstændigt liv, der giver mening; Udredning",
        "Med borgerens egne ord",
        "Se min søn igen",
        "2. juni 2025",
        "Håb",
        "Udspringer af",
        "Ansvarlig",
        "Lise, Jobcenter Aabenby",
        "Hører til",
        "Økonomi",
        "Plan i jobcentret",
        "Ja",
        "Nej",
        "Ask, Borger; Ida, Bostøtte",
        "Sygeplejerske",
    ):
        assert f'"{said}"' in words


def test_comparison_names_part_label_before_and_after(writing):
    wish, dog = (writing.add(ItemKind.WISH, text=text) for text in ("Se min søn", "En hund"))
    goal = writing.add(ItemKind.GOAL, text="Kaffe hver måned", wishes=[wish])
    steps = [writing.add(ItemKind.SUB_GOAL, goal=goal, text=text) for text in ("Ringe", "Skrive")]
    earlier = keep(writing)

    writing.change(goal, text="Kaffe hver uge", wishes=[wish, dog])
    move_item(item=steps[1], up=True, by=writing.by, at=NOW)
    reach_sub_goal(sub_goal=steps[0], on=TODAY, version=1, by=writing.by, at=NOW)
    worry = writing.add(ItemKind.REFLECTION, text="Huslejen")
    later = keep(writing)

    assert told(earlier, later) == [
        (Change.CHANGED, "Mål", "Mål", "Kaffe hver måned", "Kaffe hver uge"),
        (Change.CHANGED, "Mål", "Udspringer af", "Se min søn", "En hund; Se min søn"),
        (Change.CHANGED, "Delmål", "Status", "I gang", "Nået"),
        (Change.CHANGED, "Delmål", "Gjort op", "", "2. juni 2025"),
        (Change.MOVED, "Delmål", "Rækkefølge", "1. Ringe\n2. Skrive", "1. Skrive\n2. Ringe"),
        (
            Change.ADDED,
            worry.item_kind.label,
            worry.item_kind.label,
            "",
            "Huslejen\nHvad er det: Det bekymrer\nSagt af: Borgeren",
        ),
    ]
    assert compare_versions(earlier, earlier) == ()


def test_comparison_tells_what_was_taken_away_and_what_went_elsewhere(writing):
    home, work = (writing.add(ItemKind.GOAL, text=text) for text in ("Hjem", "Arbejde"))
    step = writing.add(ItemKind.SUB_GOAL, goal=home, text="Ringe")
    wish = writing.add(ItemKind.WISH, text="Ro")
    earlier = keep(writing)

    writing.change(step, goal=work)
    remove_item(item=wish, version=1, by=writing.by, at=NOW)

    assert told(earlier, keep(writing)) == [
        (Change.REMOVED, wish.item_kind.label, wish.item_kind.label, "Ro\nSagt af: Borgeren", ""),
        (Change.CHANGED, "Delmål", "Hører til", "Hjem", "Arbejde"),
    ]


# ---------------------------------------------------------------- agreements


@pytest.mark.parametrize(
    ("stance", "reason"),
    [
        (AgreementStance.AGREES, ""),
        (AgreementStance.AGREES, "Det er godt"),
        (AgreementStance.DISAGREES, "Det går for stærkt"),
        (AgreementStance.COULD_NOT_ANSWER, "Sov under mødet"),
    ],
)
def test_citizen_is_heard(writing, stance, reason):
    agreement = record_agreement(**agreed(writing, stance, f" {reason} "))

    kept = Agreement.objects.get(plan=writing.plan)
    assert (kept.stance, kept.reason, kept.said_on) == (stance, reason, TODAY)
    assert kept.plan_version is None
    assert changes_of(agreement) == [("INSERT", "plans.record_agreement", writing.by.key)]


@pytest.mark.parametrize("stance", [AgreementStance.DISAGREES, AgreementStance.COULD_NOT_ANSWER])
def test_other_than_agreement_needs_a_reason(writing, stance):
    assert refusal_of(record_agreement, **agreed(writing, stance, " ")) == (
        PlanRefusal.REASON_MISSING,
        "reason",
    )


def test_agreement_is_not_of_tomorrow(writing):
    assert refusal_of(record_agreement, **agreed(writing, said_on=TOMORROW)) == (
        PlanRefusal.FUTURE,
        "said_on",
    )


def test_agreement_is_to_a_stance_that_exists(writing):
    with pytest.raises(ValidationError) as invalid:
        record_agreement(**agreed(writing, "SHRUGS", "Nå"))

    assert set(invalid.value.message_dict) == {"stance"}


def test_agreement_points_at_the_version_it_is_about(writing):
    writing.add(ItemKind.WISH)
    version = keep(writing)
    about_it = record_agreement(**agreed(writing))
    writing.add(ItemKind.WISH)
    about_more = record_agreement(**agreed(writing))

    assert (about_it.plan_version, about_more.plan_version) == (version, None)


def test_agreement_is_no_change_of_the_plan(writing):
    keep(writing)
    record_agreement(**agreed(writing))

    assert refusal_of(keep, writing=writing) == (PlanRefusal.NOTHING_CHANGED, None)


def test_agreement_sent_twice_is_one_agreement(writing):
    first = record_agreement(**agreed(writing))

    with pytest.raises(AlreadySaved) as already:
        record_agreement(**agreed(writing, agreement_id=first.pk))

    assert already.value.record == first


def test_nobody_is_heard_on_an_ended_course(writing):
    end_course(writing.plan.course)

    assert refusal_of(record_agreement, **agreed(writing)) == (PlanRefusal.COURSE_ENDED, None)


def test_agreement_on_a_plan_of_another_team_is_not_recorded(writing, as_ida):
    arguments = {**agreed(writing), "by": as_ida.omar.actor}

    with acting(as_ida.omar.actor), pytest.raises(Plan.DoesNotExist):
        record_agreement(**arguments)


def test_database_wants_a_reason_too(writing):
    agreement = Agreement(
        plan=writing.plan,
        course=writing.plan.course,
        stance=AgreementStance.DISAGREES,
        said_on=TODAY,
        recorded_by_id=writing.by.user_id,
        recorded_at=NOW,
    )

    with pytest.raises(IntegrityError, match="other_than_agreement_has_a_reason"):
        keep_row(record=agreement, by=writing.by)


def test_snapshot_of_an_empty_plan_has_every_part(writing):
    snapshot = snapshot_of(whole_plan(plan_of(writing.plan.course_id)))

    assert [part["key"] for part in snapshot["parts"]] == [
        "PLAN",
        "LIFE_SITUATION",
        *(kind.value for kind in ItemKind),
    ]
