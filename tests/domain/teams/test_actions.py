import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.teams.actions import (
    add_municipality,
    add_staff_member,
    add_team,
    appoint_manager,
    join_team,
    leave_team,
)
from hjemmebane.domain.teams.choices import AuthorityKind, CoreFunction, MembershipRefusal
from hjemmebane.domain.teams.models import (
    Municipality,
    StaffMember,
    Team,
    TeamManager,
    TeamMembership,
)
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import day_of, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import EditConflict
from tests.factories.cast import HIRED_ON, NOW, PASSWORD, employ
from tests.factories.refusals import refused_as_not_yours

TODAY = day_of(NOW)
DAY = dt.timedelta(days=1)


def join(cast, employee, *, by=OPERATIONS, team=None, **changes):
    arguments = {
        "core_functions": [CoreFunction.HEALTH],
        "executing_hours": Decimal(30),
        "coordination_hours": Decimal(2),
        "from_on": TODAY,
    }
    return join_team(
        team=team or cast.team_one,
        staff_member=employee.staff_member,
        by=by,
        at=NOW,
        **{**arguments, **changes},
    )


def place_of(employee):
    return TeamMembership.objects.get(staff_member=employee.staff_member)


def leave(membership, until_on, *, by=OPERATIONS, version=None):
    version = membership.version if version is None else version
    return leave_team(membership=membership, until_on=until_on, version=version, by=by, at=NOW)


def test_operations_set_up_a_team(as_operations):
    region = add_municipality(
        name="Region Nord", code="1081", kind=AuthorityKind.REGION, by=OPERATIONS, at=NOW
    )
    team = add_team(
        municipality=region,
        name="Nordteamet",
        host="Psykiatrien",
        meeting_rhythm="Hver tirsdag",
        max_caseload=Decimal("7.5"),
        own_criteria=["Bor i Nord"],
        by=OPERATIONS,
        at=NOW,
    )

    kept = Team.objects.select_related("municipality").get(pk=team.pk)
    assert (kept.municipality.name, kept.municipality.kind) == ("Region Nord", AuthorityKind.REGION)
    assert (kept.name, kept.host, kept.meeting_rhythm) == (
        "Nordteamet",
        "Psykiatrien",
        "Hver tirsdag",
    )
    assert (kept.max_caseload, kept.own_criteria) == (Decimal("7.5"), ["Bor i Nord"])
    assert kept.method_pack == "m-act"


def test_membership_keeps_its_terms(as_operations):
    ea = employ("Ea", "Peer")
    joined = join(as_operations, ea, until_on=TODAY + DAY)

    kept = TeamMembership.objects.get(pk=joined.pk)
    assert (kept.team, kept.staff_member) == (as_operations.team_one, ea.staff_member)
    assert (kept.core_functions, kept.profession) == ([CoreFunction.HEALTH], "Peer")
    assert (kept.executing_hours, kept.coordination_hours) == (Decimal(30), Decimal(2))
    assert (kept.from_on, kept.until_on) == (TODAY, TODAY + DAY)


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"until_on": TODAY - DAY}, MembershipRefusal.ENDS_BEFORE_START, "until_on"),
        ({}, MembershipRefusal.OVERLAPS, "from_on"),
        ({"from_on": HIRED_ON - DAY}, MembershipRefusal.OVERLAPS, "from_on"),
        (
            {"from_on": HIRED_ON - DAY, "until_on": HIRED_ON},
            MembershipRefusal.OVERLAPS,
            "from_on",
        ),
    ],
)
def test_membership_is_refused(as_operations, changes, reason, field):
    with pytest.raises(Refused) as refused:
        join(as_operations, as_operations.ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert TeamMembership.objects.filter(staff_member=as_operations.ida.staff_member).count() == 1


def test_memberships_fit_in_a_week_together(as_operations):
    ida, two = as_operations.ida, as_operations.team_two

    with pytest.raises(Refused) as refused:
        join(as_operations, ida, team=two, executing_hours=Decimal("129.1"))
    assert (refused.value.reason, refused.value.field) == (
        MembershipRefusal.TOO_MANY_HOURS,
        "executing_hours",
    )
    assert "168" in refused.value.sentence
    join(as_operations, ida, team=two, executing_hours=Decimal(129))  # with 37 and 2 all of it


def test_staying_longer_than_the_week_has_hours_for_is_refused(as_operations):
    ida, two = as_operations.ida, as_operations.team_two
    leave(place_of(ida), TODAY)
    join(as_operations, ida, team=two, executing_hours=Decimal(150), from_on=TODAY + DAY)
    first = TeamMembership.objects.get(staff_member=ida.staff_member, team=as_operations.team_one)

    with pytest.raises(Refused) as refused:
        leave(first, TODAY + 9 * DAY)

    assert refused.value.reason == MembershipRefusal.TOO_MANY_HOURS


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"executing_hours": Decimal(-1)}, "executing_hours"),
        ({"coordination_hours": Decimal("1.55")}, "coordination_hours"),
    ],
)
def test_bad_field_of_a_membership_is_named(as_operations, changes, field):
    with pytest.raises(ValidationError) as invalid:
        join(as_operations, employ("Ea", "Peer"), **changes)

    assert list(invalid.value.message_dict) == [field]


def test_a_function_that_the_method_lacks_is_refused(as_operations):
    with pytest.raises(Refused) as refused:
        join(as_operations, employ("Ea", "Peer"), core_functions=["PSYCHIATRY"])

    assert refused.value.reason == MembershipRefusal.UNKNOWN_FUNCTION
    assert refused.value.field == "core_functions"


def test_before_and_in_another_team_is_no_overlap(as_operations):
    ida = as_operations.ida
    before = join(as_operations, ida, from_on=HIRED_ON - 9 * DAY, until_on=HIRED_ON - DAY)
    other = join(as_operations, ida, team=as_operations.team_two)

    assert set(TeamMembership.objects.filter(staff_member=ida.staff_member)) >= {before, other}


def test_database_refuses_overlapping_memberships(as_operations):
    overlap = pytest.raises(IntegrityError, match="one_membership_of_a_team_at_a_time")
    with overlap, transaction.atomic():
        TeamMembership.objects.create(
            team=as_operations.team_one,
            staff_member=as_operations.ida.staff_member,
            core_functions=[],
            profession="",
            executing_hours=1,
            from_on=TODAY,
        )


def test_who_left_yesterday_sees_no_citizen_today(cast):
    with acting(OPERATIONS):
        leave(place_of(cast.ida), today() - DAY)

    with acting(cast.ida.actor):
        assert list(visible_courses()) == []


def test_who_leaves_today_works_to_the_end_of_the_day(cast):
    with acting(OPERATIONS):
        leave(place_of(cast.ida), today())

    with acting(cast.ida.actor):
        assert list(visible_courses()) == [cast.kim.course]


def test_who_starts_tomorrow_sees_no_citizen_today(cast):
    with acting(OPERATIONS):
        join(cast, cast.ida, team=cast.team_two, from_on=today() + DAY)

    with acting(cast.ida.actor):
        assert list(visible_courses()) == [cast.kim.course]


def test_closed_login_is_nobody(cast):
    with acting(OPERATIONS):
        cast.ida.user.is_active = False
        cast.ida.user.save(update_fields=["is_active"])

    with acting(cast.ida.actor):
        assert list(visible_courses()) == []


def test_leaving_before_starting_is_refused(as_operations):
    with pytest.raises(Refused) as refused:
        leave(place_of(as_operations.ida), HIRED_ON - DAY)

    assert refused.value.reason == MembershipRefusal.ENDS_BEFORE_START


def test_stale_leaving_meets_the_other_one(as_operations):
    stale = place_of(as_operations.ida)
    leave(place_of(as_operations.ida), TODAY)

    with pytest.raises(EditConflict) as conflict:
        leave(stale, TODAY + DAY, version=1)

    assert conflict.value.current.until_on == TODAY


def test_coordinator_staffs_the_own_team_only(cast):
    with acting(OPERATIONS):
        ea = employ("Ea", "Peer")
    with acting(cast.bo.actor):
        joined = join(cast, ea, by=cast.bo.actor)
        leave(joined, TODAY + DAY, by=cast.bo.actor)
        with refused_as_not_yours():
            join(cast, ea, by=cast.bo.actor, team=cast.team_two)
        with pytest.raises(EditConflict):
            leave(place_of(cast.omar), TODAY, by=cast.bo.actor)

    assert joined.until_on == TODAY + DAY


@pytest.mark.parametrize("name", ["ida", "mette", "omar"])
def test_nobody_else_staffs_a_team(cast, name):
    employee = getattr(cast, name)
    with acting(OPERATIONS):
        ea = employ("Ea", "Peer")
    with acting(employee.actor):
        with refused_as_not_yours():
            join(cast, ea, by=employee.actor)
        with pytest.raises(EditConflict):
            leave(place_of(cast.bo), TODAY, by=employee.actor)


def test_only_operations_set_up_teams(cast):
    with acting(OPERATIONS):
        outsider = open_login(
            username="ude", full_name="Ude", password=PASSWORD, by=OPERATIONS, at=NOW
        )
    with acting(cast.ida.actor):
        ida_sets_up_nothing(cast, outsider)


def ida_sets_up_nothing(as_ida, outsider):
    by = as_ida.ida.actor
    staff = as_ida.omar.staff_member
    for act in (
        lambda: add_municipality(name="Ny", code="0999", by=by, at=NOW),
        lambda: add_team(municipality=as_ida.municipality, name="Ny", by=by, at=NOW),
        lambda: add_staff_member(user=outsider, profession="Chef", by=by, at=NOW),
        lambda: appoint_manager(
            team=as_ida.team_one, staff_member=staff, from_on=TODAY, by=by, at=NOW
        ),
    ):
        with refused_as_not_yours():
            act()
    assert Municipality.objects.count() == 1
    assert (Team.objects.count(), StaffMember.objects.count()) == (2, 4)
    assert TeamManager.objects.count() == 1


@pytest.mark.slow
def test_set_up_is_in_the_history_under_its_verb(committed_db):
    with acting(OPERATIONS):
        add_municipality(name="Aabenby", code="0901", by=OPERATIONS, at=NOW)
        # Its history is about no citizen, so row-level security shows it to nobody but the owner.
        assert Change.objects.count() == 0

    history = Change.objects.using("owner").values_list("actor", "verb", "table_name")
    assert list(history) == [
        ("job:operations", "teams.add_municipality", "teams_municipality"),
    ]
