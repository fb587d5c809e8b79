"""What an item may say: days gone by, people who are there, and codes of the method."""

import pytest
from django.db import IntegrityError, transaction

from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import Assessment, Goal, PlanActivity, ProfessionalContribution
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import StaffMember, TeamMembership
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.plans import TODAY, TOMORROW, YESTERDAY, refusal_of


def befriend(writing, citizen, name="Rosa"):
    """Somebody in a citizen's network."""
    person = NetworkPerson(citizen=citizen, name=name, relation="Søster")
    return add_around_citizen(record=person, by=writing.by, at=NOW)


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (ItemKind.WISH, "said_on"),
        (ItemKind.OTHER_PLAN, "dated_on"),
        (ItemKind.OTHER_PLAN, "offered_on"),
        (ItemKind.ASSESSMENT, "needed_on"),
        (ItemKind.ASSESSMENT, "ordered_on"),
        (ItemKind.ASSESSMENT, "done_on"),
        (ItemKind.MEETING, "held_on"),
    ],
)
def test_day_that_is_told_has_come(writing, kind, field):
    assert writing.refuses(kind, **{field: TOMORROW}) == (PlanRefusal.FUTURE, field)

    assert getattr(writing.add(kind, **{field: TODAY}), field) == TODAY


@pytest.mark.parametrize("kind", [ItemKind.GOAL, ItemKind.SUB_GOAL, ItemKind.ACTIVITY])
def test_day_to_look_forward_to_lies_ahead(writing, kind):
    assert writing.add(kind, due_on=TOMORROW).due_on == TOMORROW


def test_day_is_refused_on_change_too(writing):
    meeting = writing.add(ItemKind.MEETING)

    assert refusal_of(writing.change, item=meeting, held_on=TOMORROW) == (
        PlanRefusal.FUTURE,
        "held_on",
    )


# ---------------------------------------------------------------- assessments


def test_done_assessment_needs_its_day(writing):
    refusal = writing.refuses(ItemKind.ASSESSMENT, status="DONE")

    assert refusal == (PlanRefusal.DAY_MISSING, "done_on")
    assert writing.add(ItemKind.ASSESSMENT, status="DONE", done_on=TODAY).done_on == TODAY


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"needed_on": TODAY, "ordered_on": YESTERDAY}, "ordered_on"),
        ({"ordered_on": TODAY, "done_on": YESTERDAY}, "done_on"),
        ({"needed_on": TODAY, "done_on": YESTERDAY}, "done_on"),
        ({"ordered_on": TODAY, "started_on": YESTERDAY}, "started_on"),
        ({"started_on": TODAY, "done_on": YESTERDAY}, "done_on"),
        ({"needed_on": TODAY, "declined_on": YESTERDAY}, "declined_on"),
    ],
)
def test_days_of_an_assessment_come_in_order(writing, days, field):
    assert writing.refuses(ItemKind.ASSESSMENT, **days) == (PlanRefusal.DAYS_REVERSED, field)


def test_assessment_may_be_needed_ordered_and_done_on_one_day(writing):
    days = {"needed_on": TODAY, "ordered_on": TODAY, "done_on": TODAY}

    assert Assessment.objects.filter(pk=writing.add(ItemKind.ASSESSMENT, **days).pk).exists()


@pytest.mark.parametrize("field", ["needed_on", "ordered_on", "started_on", "done_on"])
def test_nothing_of_an_assessment_has_happened_tomorrow(writing, field):
    assert writing.refuses(ItemKind.ASSESSMENT, **{field: TOMORROW}) == (PlanRefusal.FUTURE, field)


def test_assessment_may_be_declined_at_any_point_of_its_way(writing):
    days = {"needed_on": YESTERDAY, "ordered_on": TODAY, "declined_on": YESTERDAY}

    assert writing.add(ItemKind.ASSESSMENT, status="DECLINED", **days).declined_on == YESTERDAY


def test_assessment_is_seen_to_by_a_colleague_or_somebody_named(writing, as_ida):
    bo = writing.add(ItemKind.ASSESSMENT, staff_member=as_ida.bo.staff_member, who="Bos afløser")
    other = writing.add(ItemKind.ASSESSMENT, who="Egen læge")
    nobody = writing.add(ItemKind.ASSESSMENT)

    names = [assessment.responsible_name for assessment in (bo, other, nobody)]
    assert names == ["Bo", "Egen læge", ""]


def test_assessment_is_not_seen_to_by_somebody_of_another_team(writing, as_ida):
    refusal = writing.refuses(ItemKind.ASSESSMENT, staff_member=as_ida.omar.staff_member)

    assert refusal == (PlanRefusal.RESPONSIBLE_FOREIGN, "staff_member")


# ---------------------------------------------------------------- who answers for it


@pytest.mark.parametrize("kind", [ItemKind.GOAL, ItemKind.ACTIVITY])
def test_citizen_is_responsible_unless_somebody_else_is(writing, kind):
    item = writing.add(kind)

    assert (item.responsible, item.responsible_name) == (None, "Borgeren selv")


@pytest.mark.parametrize("kind", [ItemKind.GOAL, ItemKind.ACTIVITY])
def test_responsible_is_one_of_four(writing, as_ida, kind):
    rosa = befriend(writing, writing.plan.course.citizen)
    staff = writing.add(kind, responsible_kind="STAFF", staff_member=as_ida.bo.staff_member)
    partner = writing.add(kind, responsible_kind="PARTNER", partner_person=as_ida.lise)
    network = writing.add(kind, responsible_kind="NETWORK", network_person=rosa)

    assert (staff.responsible, staff.responsible_name) == (as_ida.bo.staff_member, "Bo")
    assert (partner.responsible, partner.responsible_name) == (
        as_ida.lise,
        "Lise, Jobcenter Aabenby",
    )
    assert (network.responsible, network.responsible_name) == (rosa, "Rosa")


def test_kind_decides_among_those_filled_in(writing, as_ida):
    item = writing.add(
        ItemKind.ACTIVITY,
        responsible_kind="PARTNER",
        staff_member=as_ida.bo.staff_member,
        partner_person=as_ida.lise,
    )
    assert (item.staff_member, item.partner_person) == (None, as_ida.lise)

    writing.change(item, responsible_kind="CITIZEN")

    assert PlanActivity.objects.get(pk=item.pk).responsible is None


@pytest.mark.parametrize(
    ("kind", "field"),
    [("STAFF", "staff_member"), ("PARTNER", "partner_person"), ("NETWORK", "network_person")],
)
def test_kind_without_a_person_is_refused(writing, kind, field):
    refusal = writing.refuses(ItemKind.GOAL, responsible_kind=kind)

    assert refusal == (PlanRefusal.RESPONSIBLE_MISSING, field)


def test_staff_of_another_team_is_refused(writing, as_ida):
    omar = as_ida.omar.staff_member

    assert writing.refuses(ItemKind.GOAL, responsible_kind="STAFF", staff_member=omar) == (
        PlanRefusal.RESPONSIBLE_FOREIGN,
        "staff_member",
    )


def test_network_of_another_citizen_is_refused(writing, as_ida):
    foreign = befriend(writing, as_ida.kim.citizen)

    assert writing.refuses(ItemKind.GOAL, responsible_kind="NETWORK", network_person=foreign) == (
        PlanRefusal.RESPONSIBLE_FOREIGN,
        "network_person",
    )


def test_partner_who_is_not_there_is_refused(writing, as_ida):
    ghost = PartnerPerson(organisation=as_ida.job_centre, name="Ingen")

    assert writing.refuses(ItemKind.GOAL, responsible_kind="PARTNER", partner_person=ghost) == (
        PlanRefusal.RESPONSIBLE_FOREIGN,
        "partner_person",
    )


def test_who_left_the_team_stays_on_what_is_written_and_gets_nothing_new(writing, as_ida):
    bo = as_ida.bo.staff_member
    goal = writing.add(ItemKind.GOAL, responsible_kind="STAFF", staff_member=bo)
    line = writing.add(ItemKind.CONTRIBUTION, staff_member=bo)
    membership = TeamMembership.objects.get(staff_member=bo)
    with acting(OPERATIONS):
        leave_team(membership=membership, until_on=YESTERDAY, version=1, by=OPERATIONS, at=NOW)

    writing.change(goal, text="Nye ord")
    writing.change(line, text="Nye ord")

    assert Goal.objects.get(pk=goal.pk).responsible == bo
    foreign = (PlanRefusal.RESPONSIBLE_FOREIGN, "staff_member")
    assert writing.refuses(ItemKind.GOAL, responsible_kind="STAFF", staff_member=bo) == foreign
    assert writing.refuses(ItemKind.CONTRIBUTION, line="PEDAGOGICAL", staff_member=bo) == foreign


def test_database_holds_one_responsible(writing, as_ida):
    goal = writing.add(ItemKind.GOAL)

    with pytest.raises(IntegrityError, match="goal_has_one_responsible"), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(staff_member=as_ida.bo.staff_member)


# ---------------------------------------------------------------- others around


def test_other_effort_needs_somebody(writing, as_ida):
    assert writing.refuses(ItemKind.OTHER_EFFORT, who="") == (
        PlanRefusal.RESPONSIBLE_MISSING,
        "who",
    )

    effort = writing.add(ItemKind.OTHER_EFFORT, who="", organisation=as_ida.job_centre)
    assert effort.organisation == as_ida.job_centre


def test_other_effort_refuses_an_organisation_that_is_not_there(writing, as_ida):
    ghost = type(as_ida.job_centre)(id=new_id(), name="Ingen")

    assert writing.refuses(ItemKind.OTHER_EFFORT, organisation=ghost) == (
        PlanRefusal.RESPONSIBLE_FOREIGN,
        "organisation",
    )


def test_resource_lies_in_an_area_of_the_method_or_none(writing):
    assert writing.refuses(ItemKind.RESOURCE, area="LUCK") == (PlanRefusal.UNKNOWN_CHOICE, "area")

    assert writing.add(ItemKind.RESOURCE, area="ECONOMY").area == "ECONOMY"
    assert writing.add(ItemKind.RESOURCE).area == ""


def test_contribution_fills_one_line_of_the_method_once(writing, as_ida):
    assert writing.refuses(ItemKind.CONTRIBUTION, line="POET") == (
        PlanRefusal.UNKNOWN_CHOICE,
        "line",
    )
    line = writing.add(ItemKind.CONTRIBUTION, staff_member=as_ida.ida.staff_member)

    assert writing.refuses(ItemKind.CONTRIBUTION) == (PlanRefusal.LINE_TAKEN, "line")
    writing.change(line, text="Såret er helet")
    assert ProfessionalContribution.objects.get(plan=writing.plan).text == "Såret er helet"


def test_contribution_is_written_by_somebody_in_the_team(writing, as_ida):
    line = writing.add(ItemKind.CONTRIBUTION)

    assert refusal_of(writing.change, item=line, staff_member=as_ida.omar.staff_member) == (
        PlanRefusal.RESPONSIBLE_FOREIGN,
        "staff_member",
    )
    assert StaffMember.objects.filter(pk=as_ida.omar.staff_member.pk).exists()


def test_every_refusal_is_a_danish_sentence():
    for refusal in PlanRefusal:
        assert refusal.label[0].isupper()
        assert refusal.label.endswith(".")
