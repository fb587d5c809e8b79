"""Nobody reaches into another plan: not another team's, and not another citizen's of one's own."""

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.actions import CitizenDetails, add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.plans.kinds import KINDS, NOT_IN_LIST, address, new_address, post, rows
from tests.faces.staff.plans.test_page import fill
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW, start_case

READ = ("page", "compare", "purpose", "evaluation", "agreement", "version")


@pytest.fixture
def ask(cast):
    """Another citizen of Ida's own team."""
    with acting(cast.ida.actor):
        return start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Ask"))


@pytest.mark.parametrize("name", READ)
def test_plan_of_another_team_does_not_exist(cast, name):
    client = browser(cast.omar)

    assert client.get(address(cast, name)).status_code == 404
    unknown = reverse(f"staff:plans:{name}", args=[new_id()])
    assert client.get(unknown).status_code == 404


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_nothing_is_written_into_a_plan_of_another_team(cast, kind):
    client, before = browser(cast.omar), rows(cast, kind)

    assert client.get(new_address(cast, kind)).status_code == 404
    assert post(client, new_address(cast, kind), kind.data(cast)).status_code == 404

    assert rows(cast, kind) == before


@pytest.mark.parametrize("name", ["item_edit", "item_remove", "item_move"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_items_of_another_citizen_are_not_in_this_plan(cast, ask, kind, name):
    """Ida may see both citizens; what belongs to Kim is still not in Ask's plan."""
    client = browser(cast.ida)
    with acting(cast.ida.actor):
        fill(cast, 1)
    item = rows(cast, kind)[0]

    for key in (item.pk, new_id()):
        url = reverse(f"staff:plans:{name}", args=[ask.citizen.pk, kind.slug, key])
        assert post(client, url, {"version": item.version}).status_code == 404
    assert item in rows(cast, kind)


@pytest.mark.parametrize("name", ["settle", "reopen"])
def test_goal_of_another_citizen_is_not_settled_here(cast, ask, name):
    url = reverse(f"staff:plans:{name}", args=[ask.citizen.pk, cast.kim.goal.pk])

    assert browser(cast.ida).post(url, {"version": 1}).status_code == 404


@pytest.mark.parametrize("name", ["reach_step", "drop_step", "reopen_step"])
def test_step_of_another_citizen_is_not_tapped_here(cast, ask, name):
    url = reverse(f"staff:plans:{name}", args=[ask.citizen.pk, cast.kim.first_step.pk])

    assert browser(cast.ida).post(url, {"version": 1}).status_code == 404


def test_kind_that_is_not_there_does_not_exist(cast):
    assert browser(cast.ida).get(address(cast, "item_new", "maane")).status_code == 404


def test_only_this_citizens_circle_can_be_responsible(cast, ask):
    with acting(cast.ida.actor):
        people = [
            add_around_citizen(
                record=NetworkPerson(id=new_id(), citizen=citizen, name=name, relation="Søster"),
                by=cast.ida.actor,
                at=NOW,
            )
            for citizen, name in ((cast.kim.citizen, "Inge"), (ask.citizen, "Solvej"))
        ]
    client, goal = browser(cast.ida), KINDS[1]

    page = client.get(new_address(cast, goal)).content.decode()
    responsible = page.split('name="maal-responsible"')[1].split("</select>")[0]

    offered = {part.split('"')[0] for part in responsible.split('<option value="')[1:]}
    assert offered == {
        "",
        "CITIZEN",
        f"STAFF-{cast.ida.staff_member.pk}",
        f"STAFF-{cast.bo.staff_member.pk}",
        f"PARTNER-{cast.lise.pk}",
        f"NETWORK-{people[0].pk}",
    }
    foreign = goal.data(cast, responsible=f"NETWORK-{people[1].pk}")
    response = post(client, new_address(cast, goal), foreign)
    assert (response.status_code, NOT_IN_LIST in words(response)) == (422, True)


def test_wishes_of_another_citizen_are_not_offered(cast, ask):
    client, goal = browser(cast.ida), KINDS[1]

    page = client.get(new_address(cast, goal)).content.decode()

    assert str(cast.kim.wish.pk) in page
    assert str(ask.wish.pk) not in page


def test_reading_by_get_never_writes(cast):
    """What is sent by GET where only POST is heard is refused."""
    client, step = browser(cast.ida), cast.kim.first_step

    for name, args in (("begin", []), ("reach_step", [step.pk]), ("item_move", ["maal", step.pk])):
        assert client.get(address(cast, name, *args)).status_code == 405
