"""The columns a team has on its board: chosen by the team, in its order, for all of it."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.courses.actions import agree_on_intensity
from hjemmebane.domain.teams.actions import choose_columns
from hjemmebane.domain.teams.choices import BoardColumn
from hjemmebane.domain.teams.models import BoardLayout
from hjemmebane.faces.staff.board.forms import moved
from hjemmebane.faces.staff.board.pages.columns import COLUMNS, USUAL
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import OVERTAKEN
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.board.test_board import URL, fill
from tests.factories.browsing import browser, words
from tests.factories.cast import let_join, start_case
from tests.factories.courses import LOW
from tests.factories.reminders import follow, give

CHOOSE = "/tavlen/kolonner/"
# The usual set takes 23 with six savepoints of the test; wishes, tasks and follow-ups one each.
ALL_QUERIES = 26


def choose(cast, *columns):
    with acting(cast.ida.actor):
        return choose_columns(
            id=new_id(), team=cast.team_one, columns=columns, by=cast.ida.actor, at=now()
        )


def labels(page):
    return [heading.label for heading in page.context["page"].headings]


def layout(cast):
    with acting(cast.ida.actor):
        return BoardLayout.objects.filter(team=cast.team_one).first()


def test_every_column_is_drawn():
    assert set(COLUMNS) == set(BoardColumn)
    assert len({column.slug for column in COLUMNS.values()}) == len(BoardColumn)


def test_board_has_the_usual_columns_until_the_team_chooses(cast):
    client = browser(cast.ida)
    assert labels(client.get(URL)) == ["Borger", *(code.label for code in USUAL)]

    choose(cast, BoardColumn.WISH, BoardColumn.LIGHT)

    assert labels(browser(cast.bo).get(URL)) == ["Borger", "Borgeren ønsker", "Lys"]
    assert labels(browser(cast.omar).get(URL)) == ["Borger", *(code.label for code in USUAL)]


def test_column_that_is_gone_is_left_out(cast):
    chosen = choose(cast, BoardColumn.LIGHT)
    with acting(cast.ida.actor):
        BoardLayout.objects.filter(pk=chosen.pk).update(columns=["SHOE_SIZE", "LIGHT"])

    assert labels(browser(cast.ida).get(URL)) == ["Borger", "Lys"]


def test_more_columns_say_what_they_know(cast):
    choose(cast, BoardColumn.WISH, BoardColumn.INTENSITY, BoardColumn.TASKS)
    client, (ida, kim) = browser(cast.ida), (cast.ida, cast.kim)
    assert "“" not in words(client.get(URL))
    assert "Kim vil gerne ud at gå Ikke aftalt Ingen" in words(client.get(URL))
    with acting(ida.actor):
        give(kim, ida, due_on=today() - dt.timedelta(days=1), at=now() - dt.timedelta(days=2))
        give(kim, ida, at=now())
        follow(kim, ida, due_on=today(), at=now())
        agree_on_intensity(
            id=new_id(),
            course=kim.course,
            values={**LOW, "from_on": today()},
            by=ida.actor,
            at=now(),
        )

    read = words(client.get(f"{URL}?sorter=opgaver"))

    assert "Lav: en kontakt hver anden uge 2 opgaver, 1 opfølgning 1 over tiden" in read


@pytest.mark.parametrize("citizens", [1, 3])
def test_all_columns_ask_as_many_queries_whatever_the_number(
    cast, django_assert_num_queries, citizens
):
    choose(cast, *BoardColumn)
    with acting(cast.ida.actor):
        fill(cast.kim, cast, days_ago=1)
        for number in range(citizens - 1):
            details = CitizenDetails(given_name=f"Borger {number}")
            fill(start_case(cast.team_one, cast.ida, details), cast, days_ago=2)
    client = browser(cast.ida)

    with django_assert_num_queries(ALL_QUERIES):
        response = client.get(URL)

    assert len(response.context["page"].rows) == citizens


def form_of(page, **changes):
    """What a browser would send: what is hidden, and what is ticked, as it stands."""
    form = page.context["form"]
    ticked = form["columns"].value()
    standing = [code for code, _ in form.fields["columns"].choices]
    hidden = {field.html_name: field.value() or "" for field in form.hidden_fields()}
    return {**hidden, "columns": [code for code in standing if code in ticked], **changes}


def test_team_chooses_its_columns(cast):
    client = browser(cast.ida)

    answer = client.post(CHOOSE, form_of(client.get(CHOOSE), columns=["NEXT", "LIGHT"]))

    assert answer["Location"] == f"{URL}?team={cast.team_one.pk}"
    assert layout(cast).columns == ["NEXT", "LIGHT"]
    colleague = browser(cast.bo)
    page = colleague.get(CHOOSE)
    assert page.context["form"]["columns"].value() == ["NEXT", "LIGHT"]
    colleague.post(CHOOSE, form_of(page, columns=["LIGHT"]))
    assert layout(cast).columns == ["LIGHT"]


def test_form_sent_twice_chooses_once(cast):
    client = browser(cast.ida)
    form = form_of(client.get(CHOOSE))

    answers = [client.post(CHOOSE, form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert layout(cast).version == 1


def test_column_is_moved_before_anything_is_saved(cast):
    client = browser(cast.ida)

    page = client.post(CHOOSE, form_of(client.get(CHOOSE), move="op:LAST_MET"))

    ticked = page.context["form"]["columns"].value()
    assert ticked[:3] == ["LIGHT", "LAST_MET", "REASON"]
    assert page.content.decode().count("data-hjemmebane-focus") == 1
    assert layout(cast) is None
    client.post(CHOOSE, form_of(page))
    assert layout(cast).columns == ticked


def test_usual_columns_are_one_tap_away(cast):
    choose(cast, BoardColumn.WISH)
    client = browser(cast.ida)

    page = client.post(CHOOSE, form_of(client.get(CHOOSE), move="de-saedvanlige"))

    assert page.context["form"]["columns"].value() == list(USUAL)
    assert layout(cast).columns == ["WISH"]


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ("op:LIGHT", ["LIGHT", "NEXT", "PART"]),
        ("op:PART", ["LIGHT", "PART", "NEXT"]),
        ("ned:LIGHT", ["NEXT", "LIGHT", "PART"]),
        ("ned:PART", ["LIGHT", "NEXT", "PART"]),
        ("op:WISH", ["LIGHT", "NEXT", "WISH", "PART"]),
        ("ned:WISH", ["LIGHT", "NEXT", "PART", "WISH"]),
        ("til side:LIGHT", ["LIGHT", "NEXT", "PART"]),
        ("op:SHOE_SIZE", ["LIGHT", "NEXT", "PART"]),
        ("op", ["LIGHT", "NEXT", "PART"]),
    ],
)
def test_move_says_where(move, expected):
    assert moved(["LIGHT", "NEXT", "PART"], move) == expected


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ([], "Vælg mindst én kolonne."),
        (["SHOE_SIZE"], "Valget findes ikke længere. Vælg igen."),
        (["LIGHT", "LIGHT"], "Den samme kolonne er valgt to gange."),
    ],
)
def test_choice_that_cannot_be_is_refused_in_words(cast, columns, said):
    client = browser(cast.ida)

    page = client.post(CHOOSE, form_of(client.get(CHOOSE), columns=columns))

    assert page.status_code == 422
    assert said in words(page)
    assert layout(cast) is None


def test_stale_order_of_the_same_columns_is_said_in_words(cast):
    choose(cast, BoardColumn.LIGHT)
    mine, theirs = browser(cast.ida), browser(cast.bo)
    stale = form_of(mine.get(CHOOSE), columns=["PART", "NEXT"])
    theirs.post(CHOOSE, form_of(theirs.get(CHOOSE), columns=["NEXT", "PART"]))

    told = mine.post(CHOOSE, stale)

    assert (told.status_code, OVERTAKEN in words(told)) == (409, True)


def test_stale_choice_meets_the_other(cast):
    choose(cast, BoardColumn.LIGHT)
    mine, theirs = browser(cast.ida), browser(cast.bo)
    stale = form_of(mine.get(CHOOSE), columns=["PART"])
    theirs.post(CHOOSE, form_of(theirs.get(CHOOSE), columns=["NEXT"]))

    page = mine.post(CHOOSE, stale)

    assert page.status_code == 409
    assert page.context["form"]["columns"].value() == ["PART"]
    assert layout(cast).columns == ["NEXT"]
    mine.post(CHOOSE, form_of(page))
    assert layout(cast).columns == ["PART"]


def test_first_choices_of_two_do_not_overwrite_each_other(cast):
    mine, theirs = browser(cast.ida), browser(cast.bo)
    late = form_of(mine.get(CHOOSE), columns=["PART"])
    theirs.post(CHOOSE, form_of(theirs.get(CHOOSE), columns=["NEXT"]))

    page = mine.post(CHOOSE, late)

    assert page.status_code == 422
    assert "En kollega har lige valgt kolonner" in words(page)
    assert layout(cast).columns == ["NEXT"]


def test_columns_of_another_team_do_not_exist(cast):
    assert browser(cast.ida).get(f"{CHOOSE}?team={cast.team_two.pk}").status_code == 404
    assert browser(cast.mette).get(CHOOSE).status_code == 404


def test_who_works_in_two_teams_chooses_for_the_one_in_the_address(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, "HEALTH")
    client, address = browser(cast.ida), f"{CHOOSE}?team={cast.team_two.pk}"

    answer = client.post(address, form_of(client.get(address), columns=["LIGHT"]))

    assert answer["Location"] == f"{URL}?team={cast.team_two.pk}"
    assert layout(cast) is None
