"""Every kind of thing in a plan: added, changed, moved and removed, with htmx and without."""

import pytest

from tests.faces.staff.plans.filled_forms import filled
from tests.faces.staff.plans.kinds import (
    KINDS,
    added,
    address,
    item_address,
    new_address,
    post,
    prefixed,
    rows,
)
from tests.factories.browsing import HTMX, browser, element, words

# A choice that was never on offer cannot be shown as chosen.
UNKNOWN_CHOICES = {"said_by", "responsible", "wishes", "belongs", "area", "organisation", "line"}
UNKNOWN_CHOICES |= {"staff_member"}
MOVABLE = [kind for kind in KINDS if kind.slug not in {"planmoede", "bidrag"}]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
REFUSALS = [
    pytest.param(kind, changes, sentence, id=f"{kind.slug}-{number}")
    for kind in KINDS
    for number, (changes, sentence) in enumerate(kind.refused)
]


@every_kind
def test_item_is_added_where_it_belongs(cast, kind):
    client, data = browser(cast.ida), kind.data(cast)

    response = post(client, new_address(cast, kind), data)

    assert response.status_code == 200
    anchor = f"{kind.slug}-{data[f'{kind.slug}-id']}"
    assert f"Nyt i {kind.slug}" in str(element(response, anchor))
    fresh = client.get(address(cast), {"sted": anchor})
    assert element(response, kind.region) == element(fresh, kind.region)


@every_kind
def test_item_added_without_htmx_comes_back_to_its_place(cast, kind):
    client, data = browser(cast.ida), kind.data(cast)

    response = post(client, new_address(cast, kind), data, htmx=False)

    assert response.status_code == 302
    assert response.url == f"{address(cast)}#{kind.slug}-{data[f'{kind.slug}-id']}"
    assert f"Nyt i {kind.slug}" in words(client.get(address(cast)))


@every_kind
def test_item_sent_twice_is_one(cast, kind):
    client, data, before = browser(cast.ida), kind.data(cast), len(rows(cast, kind))

    for _ in range(2):
        assert post(client, new_address(cast, kind), data).status_code == 200

    assert len(rows(cast, kind)) == before + 1


@pytest.mark.parametrize(("kind", "changes", "sentence"), REFUSALS)
def test_refused_item_says_why_and_keeps_what_was_typed(cast, kind, changes, sentence):
    client, before = browser(cast.ida), rows(cast, kind)
    data = kind.data(cast, **changes)

    response = post(client, new_address(cast, kind), data)

    assert response.status_code == 422
    assert sentence in words(response)
    kept = filled(response, new_address(cast, kind))
    chosen = {f"{kind.slug}-{name}" for name in UNKNOWN_CHOICES if name in changes}
    assert {name: kept[name] for name in data.keys() - chosen} == {
        name: [value] for name, value in data.items() if name not in chosen
    }
    assert rows(cast, kind) == before


@every_kind
def test_refusal_without_htmx_is_a_page_with_the_form_as_it_was(cast, kind):
    client, url = browser(cast.ida), new_address(cast, kind)
    changes, sentence = kind.refused[0]
    data = kind.data(cast, **changes)

    response = post(client, url, data, htmx=False)

    assert response.status_code == 422
    assert sentence in words(response)
    assert "<title>Fejl: " in response.content.decode()
    kept = filled(response, url)
    assert all(kept[name] == [value] for name, value in data.items() if name in kept)


@every_kind
def test_item_is_changed_in_its_place(cast, kind):
    client = browser(cast.ida)
    item = added(cast, client, kind)
    url = item_address(cast, "item_edit", kind, item.pk)
    opened = client.get(url, headers=HTMX)
    data = filled(opened, url) | prefixed(kind.slug, {kind.says: "Noget helt andet"})

    response = post(client, url, data)

    anchor = f"{kind.slug}-{item.pk}"
    assert "Noget helt andet" in str(element(response, anchor))
    fresh = client.get(address(cast), {"sted": anchor})
    assert element(response, kind.region) == element(fresh, kind.region)


@every_kind
def test_form_of_an_item_holds_what_was_sent(cast, kind):
    """Nothing is lost on the way in, in the table, and out again."""
    client = browser(cast.ida)
    data = kind.data(cast)
    assert post(client, new_address(cast, kind), data, htmx=False).status_code == 302

    url = address(cast, "item_edit", kind.slug, data[f"{kind.slug}-id"])
    held = filled(client.get(url), url)

    assert {name: held[name] for name in data} == {name: [value] for name, value in data.items()}


@every_kind
def test_change_without_htmx_comes_back_to_its_place(cast, kind):
    client = browser(cast.ida)
    item = added(cast, client, kind)
    url = item_address(cast, "item_edit", kind, item.pk)
    data = filled(client.get(url), url) | prefixed(kind.slug, {kind.says: "Noget helt andet"})

    response = post(client, url, data, htmx=False)

    assert (response.status_code, response.url) == (
        302,
        f"{address(cast)}#{kind.slug}-{item.pk}",
    )
    assert "Noget helt andet" in words(client.get(address(cast)))


@pytest.mark.parametrize(("kind", "changes", "sentence"), REFUSALS)
def test_refused_change_keeps_what_was_typed(cast, kind, changes, sentence):
    client = browser(cast.ida)
    item = added(cast, client, kind)
    url = item_address(cast, "item_edit", kind, item.pk)
    before = filled(client.get(url), url)
    data = before | prefixed(kind.slug, {kind.says: "Skrevet med besvær", **changes})

    response = post(client, url, data)

    assert (response.status_code, sentence in words(response)) == (422, True)
    says = f"{kind.slug}-{kind.says}"
    assert filled(response, url)[says] == [data[says]]
    assert filled(client.get(url), url) == before


@every_kind
@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_item_is_removed_after_being_asked_about(cast, kind, htmx):
    client = browser(cast.ida)
    item = added(cast, client, kind)
    asked = client.get(address(cast), {"orden": kind.region})
    url = item_address(cast, "item_remove", kind, item.pk)

    response = post(client, url, filled(asked, url), htmx=htmx)

    assert item not in rows(cast, kind)
    after = client.get(address(cast), {"orden": kind.region})
    assert f"{kind.slug}-{item.pk}" not in after.content.decode()
    if htmx:
        assert element(response, kind.region) == element(after, kind.region)
    else:
        assert response.url == f"{address(cast)}?orden={kind.region}#{kind.region}"


@every_kind
def test_removing_what_somebody_changed_meanwhile_asks_again(cast, kind):
    client = browser(cast.ida)
    item = added(cast, client, kind)

    url = item_address(cast, "item_remove", kind, item.pk)
    response = post(client, url, {"version": item.version + 1})

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)
    assert item in rows(cast, kind)


@pytest.mark.parametrize("kind", MOVABLE, ids=lambda kind: kind.slug)
def test_item_changes_places_with_its_neighbour(cast, kind):
    client = browser(cast.ida)
    first, second = added(cast, client, kind), added(cast, client, kind)
    url = item_address(cast, "item_move", kind, second.pk)
    shown = client.get(address(cast), {"orden": kind.region})

    response = post(client, url, filled(shown, url))

    assert rows(cast, kind)[-2:] == [second, first]
    anchor = f"{kind.slug}-{second.pk}"
    fresh = client.get(address(cast), {"orden": kind.region, "sted": anchor})
    assert element(response, kind.region) == element(fresh, kind.region)


@pytest.mark.parametrize("kind", MOVABLE, ids=lambda kind: kind.slug)
def test_last_item_is_moved_down_nowhere(cast, kind):
    client = browser(cast.ida)
    first, second = added(cast, client, kind), added(cast, client, kind)

    url = item_address(cast, "item_move", kind, second.pk)
    response = post(client, url, {"version": second.version, "retning": "ned"}, htmx=False)

    assert response.status_code == 302
    assert rows(cast, kind)[-2:] == [first, second]


def test_wish_that_a_goal_hangs_from_is_not_removed(cast):
    client, kind = browser(cast.ida), KINDS[0]
    url = item_address(cast, "item_remove", kind, cast.kim.wish.pk)

    response = post(client, url, {"version": cast.kim.wish.version})

    assert response.status_code == 422
    beside = str(element(response, f"oenske-{cast.kim.wish.pk}"))
    assert "Et mål udspringer af ønsket" in beside
    assert cast.kim.wish in rows(cast, kind)


def test_goal_hangs_from_wishes_and_lets_go_of_them(cast):
    client, kind = browser(cast.ida), KINDS[1]
    goal = added(cast, client, kind, wishes=[str(cast.kim.wish.pk)])
    link = f'href="#oenske-{cast.kim.wish.pk}"'
    assert link in str(element(client.get(address(cast)), f"maal-{goal.pk}"))
    url = item_address(cast, "item_edit", kind, goal.pk)
    data = filled(client.get(url), url)
    assert data.pop("maal-wishes") == [str(cast.kim.wish.pk)]

    response = post(client, url, data)

    assert link not in str(element(response, f"maal-{goal.pk}"))


def test_second_contribution_of_a_profession_is_refused(cast):
    client, kind = browser(cast.ida), KINDS[-1]
    added(cast, client, kind)

    response = post(client, new_address(cast, kind), kind.data(cast))

    assert response.status_code == 422
    assert "Fagligheden har allerede et bidrag." in words(response)


def test_form_under_a_goal_stands_in_it_and_begins_with_it(cast):
    client, goal = browser(cast.ida), str(cast.kim.goal.pk)

    response = client.get(new_address(cast, KINDS[2]), {"under": goal}, headers=HTMX)

    url = f"{new_address(cast, KINDS[2])}?under={goal}"
    assert filled(response, url)["delmaal-goal"] == [goal]
    assert "Et nyt delmål" in str(element(response, f"maal-{goal}"))


def test_form_under_a_goal_that_is_gone_keeps_what_was_typed(cast):
    client, kind = browser(cast.ida), KINDS[2]
    goal = added(cast, client, KINDS[1])
    url = f"{new_address(cast, kind)}?under={goal.pk}"
    remove = item_address(cast, "item_remove", KINDS[1], goal.pk)
    assert post(client, remove, {"version": goal.version}).status_code == 200

    response = post(client, url, kind.data(cast, goal=str(goal.pk), text="Det her er skrevet"))

    assert response.status_code == 422
    assert filled(response, url)["delmaal-text"] == ["Det her er skrevet"]


def test_key_of_another_plan_is_not_overwritten(cast):
    """The id in the form is only a wish: a row that is there already stays as it is."""
    client, kind = browser(cast.ida), KINDS[0]
    taken = str(cast.noor.wish.pk)

    response = post(client, new_address(cast, kind), kind.data(cast, id=taken))

    assert response.status_code == 422
    assert taken not in {str(row.pk) for row in rows(cast, kind)}
