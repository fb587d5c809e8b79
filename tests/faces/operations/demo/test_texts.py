"""The texts fit the method, the house and each other, on whatever day they are built."""

import datetime as dt
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.teams.models import StaffMember, Team
from hjemmebane.faces.operations.demo import telling
from hjemmebane.faces.operations.demo.case import Case
from hjemmebane.faces.operations.demo.composing import Composer
from hjemmebane.faces.operations.demo.days import Days
from hjemmebane.faces.operations.demo.entries import CITIZEN, Story
from hjemmebane.faces.operations.demo.house import REGULAR_HOURS, TeamHouse
from hjemmebane.faces.operations.demo.house_entries import HouseEntry
from hjemmebane.faces.operations.demo.ingredients import Ingredients
from hjemmebane.faces.operations.demo.ordinary import MET, MISSED, OrdinaryDays
from hjemmebane.faces.operations.demo.reading import (
    BrokenText,
    _checked,
    read_house,
    read_ingredients,
    read_stories,
)
from hjemmebane.faces.operations.demo.wording import about
from hjemmebane.foundation.actors import OPERATIONS

HOUSE = read_house()
INGREDIENTS = read_ingredients()
STORIES = [*read_stories(), *Composer(INGREDIENTS, HOUSE).stories()]
TELLING = [pytest.param(story, id=story.code) for story in STORIES]
BUILDING_DAYS = [
    dt.datetime(2026, 3, 29, 9, tzinfo=dt.UTC),  # a Sunday on which the clock changes
    dt.datetime(2028, 2, 29, 9, tzinfo=dt.UTC),
    dt.datetime(2027, 1, 1, 0, 5, tzinfo=dt.UTC),
    dt.datetime(2026, 11, 21, 22, 55, tzinfo=dt.UTC),
]


@cache
def house_of(team: int) -> TeamHouse:
    """The names of a team without a database."""
    entry = next(entry for entry in HOUSE.team if entry.number == team)
    here = [colleague for colleague in entry.staff if not colleague.left]
    return TeamHouse(
        Team(),
        meets=entry.board_meeting,
        staff={colleague.username: StaffMember(name=colleague.name) for colleague in entry.staff},
        actors={colleague.username: OPERATIONS for colleague in here},
        regulars=[one.username for one in here if one.executing >= REGULAR_HOURS],
    )


def case_of(story: Story, now: dt.datetime = BUILDING_DAYS[0]) -> Case:
    return Case(story, house_of(story.team), Days(now))


def usernames(team: int) -> set[str]:
    entry = next(entry for entry in HOUSE.team if entry.number == team)
    return {colleague.username for colleague in entry.staff}


def partner_people() -> set[str]:
    return {person.code for partner in HOUSE.partner for person in partner.people}


def test_teams_have_as_many_citizens_as_the_pilots():
    assert Counter(story.team for story in STORIES if not story.is_over) == {1: 15, 2: 16, 3: 8}


def test_stories_have_names_of_their_own():
    assert len({story.code for story in STORIES}) == len(STORIES)
    assert len({(story.given_name, story.family_name) for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("now", BUILDING_DAYS)
def test_every_step_is_taken_in_the_past_and_after_the_start(now):
    for story in STORIES:
        case = case_of(story, now)
        moments = [step.at for step in telling._steps(case, INGREDIENTS)]

        assert min(moments) == case.days.moment(story.started, 8), story.code
        assert max(moments) < now, story.code


@pytest.mark.parametrize("now", BUILDING_DAYS)
def test_placements_alternate_in_order_of_time(now):
    for story in STORIES:
        moved = [*story.placement, *(again for again in story.again if again.part)]
        told = [Days(now).ago(placement.ago) for placement in story.placement]
        days = {Days(now).ago(move.ago): move.part for move in moved}
        parts = [days[day] for day in sorted(days)]

        assert told == sorted(told), story.code
        assert len(days) == len(moved), story.code
        assert all(one != other for one, other in pairwise(parts)), story.code


@pytest.mark.parametrize("story", TELLING)
def test_story_speaks_of_what_the_method_knows(story):
    method = current_pack()
    plan = story.plan

    assert {one.area for one in story.life} <= {area.code for area in method.life_areas}
    assert {one.part for one in story.placement} <= {part.code for part in method.practice_parts}
    if plan:
        assert set(plan.guiding) <= {purpose.code for purpose in method.guiding_purposes}
        assert {one.area for one in plan.resource} <= {area.code for area in method.resource_areas}
        assert {one.line for one in plan.contribution} <= {c.code for c in method.contributions}


@pytest.mark.parametrize("story", TELLING)
def test_story_speaks_of_people_who_are_there(story):
    staff, network = usernames(story.team), {person.code for person in story.network}
    responsible = {
        who
        for goal in (story.plan.goal if story.plan else ())
        for who in (goal.who, *(activity.who for activity in goal.activity))
    }

    assert {name for contact in story.contact for name in contact.staff} <= staff
    assert {one.staff for one in (*story.primary, *story.appointment)} <= staff
    assert responsible <= {CITIZEN} | staff | network | partner_people()
    assert {one.partner for one in story.consent} <= {partner.code for partner in HOUSE.partner}


@pytest.mark.parametrize("story", TELLING)
def test_ordinary_notes_are_whole_and_never_repeated(story):
    case = case_of(story)
    contacts = OrdinaryDays(story, INGREDIENTS, telling._colleagues(case)).contacts()
    notes = Counter(contact.note for contact in (*story.contact, *contacts) if contact.note)

    assert [note for note, times in notes.items() if times > 1] == []
    assert not any("{" in note or "}" in note for note in notes)


def test_shares_of_ordinary_days_make_a_hundred():
    assert sum(MET.values()) == sum(MISSED.values()) == 100
    assert {*MET, *MISSED, "setback"} == {group.code for group in INGREDIENTS.group}


def test_stories_show_what_a_newcomer_should_see():
    by_code = {story.code: story for story in STORIES}
    empty = by_code["maja"].plan

    assert (by_code["susanne"].age, by_code["susanne"].team) == (42, 1)
    assert (by_code["martin"].age, by_code["martin"].team) == (29, 2)
    assert (empty.wish, empty.goal) == ((), ())
    assert [story.code for story in STORIES if story.protected] == ["rikke"]
    assert [story.code for story in STORIES if story.representative] == ["bent", "rikke"]
    assert {story.team for story in STORIES if not story.has_cpr} == {1, 3}
    assert by_code["jonas"].silent_weeks == 6


@pytest.mark.parametrize(
    ("name", "expected"), [("Kim", "Kims"), ("Jonas", "Jonas’"), ("Max", "Max’")]
)
def test_possessive_follows_danish_spelling(name, expected):
    gender = STORIES[0].gender

    assert about("{navns}", name=name, gender=gender) == expected


def test_unknown_key_is_refused_with_file_key_and_reason():
    with pytest.raises(BrokenText, match=r"house\.toml: surplus: Extra inputs"):
        _checked(HouseEntry, {"team": [], "manager": [], "partner": [], "surplus": 1}, "house.toml")


def test_thread_used_twice_in_a_team_is_refused():
    person = INGREDIENTS.person[0]
    twin = person.model_copy(update={"code": "twin"})
    table = INGREDIENTS.model_copy(update={"person": (person, twin)}).model_dump()

    with pytest.raises(BrokenText, match="used twice in a team"):
        _checked(Ingredients, table, "people.toml")


def test_unknown_thread_is_refused():
    person = INGREDIENTS.person[0].model_copy(update={"threads": ("egen-seng", "nowhere")})
    table = INGREDIENTS.model_copy(update={"person": (person,)}).model_dump()

    with pytest.raises(BrokenText, match="nowhere"):
        _checked(Ingredients, table, "people.toml")
