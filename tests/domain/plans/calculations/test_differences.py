"""Two plans in words are compared; whatever they hold."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from hjemmebane.domain.plans.calculations import LONGEST_TITLE, ORDER, Change, differences

TEXTS = ("Ringe", "Skrive", "x" * 200, "")
STATES = ("", "I gang", "Nået", "Nået")
MIRRORED = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}

# One number is one item: 2 bits id, 2 text, 2 status, then bits for group, part and link.
NUMBERS = st.lists(st.integers(0, 2**9 - 1), max_size=7)


def item(number, linked):
    key, text, state = number & 3, TEXTS[number >> 2 & 3], STATES[number >> 4 & 3]
    fields = [("text", "TEXT", text), ("status", "STATUS", state)]
    return {
        "id": f"{'wish' if number & 128 else 'goal'}-{key}",
        "what": "Noget",
        "group": str(number >> 6 & 1),
        "fields": [{"name": n, "label": label, "text": said} for n, label, said in fields if said],
        "links": [{"name": "wishes", "label": "FROM", "ids": linked}],
    }


def snapshot(numbers):
    """A plan with wishes, and goals that hang from the first of them; an id names one item."""
    wishes = {n & 3: item(n, []) for n in numbers if n & 128}
    first = [wish["id"] for wish in wishes.values()][:1]
    goals = {n & 3: item(n, first if n & 256 else []) for n in numbers if not n & 128}
    parts = [("WISH", "Ønsker", wishes), ("GOAL", "Mål", goals)]
    return {
        "format": 1,
        "method": "m-act 1",
        "team": "Team et",
        "parts": [
            {"key": key, "label": label, "items": list(found.values())}
            for key, label, found in parts
            if found
        ],
    }


snapshots = NUMBERS.map(snapshot)
# A busy machine is no fault of the comparison.
unhurried = settings(deadline=None)


def words(snapshot):
    """All that a snapshot can say of its items, as a page would show it."""
    found = {""}
    for part in snapshot["parts"]:
        for item in part["items"]:
            found |= {item["what"], *(field["text"] for field in item["fields"])}
    return found


@unhurried
@given(snapshots)
def test_plan_does_not_differ_from_itself(plan):
    assert differences(plan, plan) == ()


@unhurried
@given(snapshots, snapshots)
def test_every_difference_names_something_that_differs(earlier, later):
    for difference in differences(earlier, later):
        assert difference.before != difference.after
        assert difference.part in {"Ønsker", "Mål"}
        assert difference.item
        assert difference.label
        assert (difference.before == "") <= (difference.change in {Change.ADDED, Change.CHANGED})
        assert (difference.after == "") <= (difference.change in {Change.REMOVED, Change.CHANGED})


@unhurried
@given(snapshots, snapshots)
def test_what_a_change_quotes_stands_in_the_plan(earlier, later):
    for difference in differences(earlier, later):
        if difference.change is Change.CHANGED and difference.label != "FROM":
            assert difference.before in words(earlier)
            assert difference.after in words(later)


@unhurried
@given(snapshots, snapshots)
def test_looking_back_mirrors_before_and_after(earlier, later):
    ahead = Counter(
        (d.change, d.part, d.label, d.before, d.after) for d in differences(earlier, later)
    )
    back = Counter(
        (MIRRORED.get(d.change, d.change), d.part, d.label, d.after, d.before)
        for d in differences(later, earlier)
    )

    assert ahead == back


@unhurried
@given(snapshots, snapshots)
def test_added_and_removed_are_those_that_only_one_has(earlier, later):
    def keys(snapshot):
        return {item["id"] for part in snapshot["parts"] for item in part["items"]}

    changes = Counter(difference.change for difference in differences(earlier, later))

    assert changes[Change.ADDED] == len(keys(later) - keys(earlier))
    assert changes[Change.REMOVED] == len(keys(earlier) - keys(later))


def plan(*items, key="GOAL"):
    return {
        "format": 1,
        "method": "m-act 1",
        "team": "Team et",
        "parts": [{"key": key, "label": "Mål", "items": list(items)}],
    }


def goal(key, text, group="", links=()):
    return {
        "id": key,
        "what": "Mål",
        "group": group,
        "fields": [{"name": "text", "label": "Mål", "text": text}] if text else [],
        "links": [{"name": "parent", "label": "Hører til", "ids": list(links)}],
    }


def test_order_is_told_once_for_each_list():
    earlier = plan(goal("a", "A"), goal("b", "B"), goal("c", "C", "x"), goal("d", "D", "x"))
    later = plan(goal("b", "B"), goal("a", "A"), goal("d", "D", "x"), goal("c", "C", "x"))

    told = [(d.change, d.label, d.before, d.after) for d in differences(earlier, later)]

    assert told == [
        (Change.MOVED, ORDER, "1. A\n2. B", "1. B\n2. A"),
        (Change.MOVED, ORDER, "1. C\n2. D", "1. D\n2. C"),
    ]


def test_order_of_twins_cannot_be_told():
    assert (
        differences(plan(goal("a", "A"), goal("b", "A")), plan(goal("b", "A"), goal("a", "A")))
        == ()
    )


def test_new_title_of_a_parent_is_no_change_of_the_child():
    earlier = plan(goal("a", "Hjem"), goal("b", "Ringe", "a", ["a"]))
    later = plan(goal("a", "Et hjem"), goal("b", "Ringe", "a", ["a"]))

    assert [(d.item, d.before, d.after) for d in differences(earlier, later)] == [
        ("Et hjem", "Hjem", "Et hjem")
    ]


def test_long_title_is_cut_where_it_only_points():
    long = "ord " * 100
    earlier = plan(goal("a", long), goal("b", "Ringe"))
    later = plan(goal("a", long), goal("b", "Ringe", "a", ["a"]))

    [difference] = differences(earlier, later)

    assert (difference.before, len(difference.after)) == ("", LONGEST_TITLE)
    assert difference.after.endswith("…")


def test_item_with_nothing_filled_in_is_called_what_it_is():
    [difference] = differences(plan(), plan(goal("a", "")))

    assert (difference.item, difference.after) == ("Mål", "Mål")


def test_label_of_a_field_that_was_emptied_is_the_earlier_one():
    full, empty = plan(goal("a", "A")), plan(goal("a", ""))

    [difference] = differences(full, empty)

    assert (difference.label, difference.before, difference.after) == ("Mål", "A", "")
