"""The evaluation's figures: a member sees their own team's, a manager sums of enough people."""

import pytest

from hjemmebane.domain.fidelity.actions import (
    assess_oneself,
    close_quarter_talk,
    note_quarter_talk,
)
from hjemmebane.domain.fidelity.calculations.quarters import quarter_of
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.practice.actions import move_team
from hjemmebane.domain.teams.actions import appoint_manager
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.browsing import browser, words
from tests.factories.cast import HIRED_ON, NOW, employ, let_join

URL, PAPER = "/teamet/figurer/", "/teamet/figurer/papir/"
THIS = quarter_of(today())
FIGURES = ["1", "2", "A", "B", "C", "D", "F"]
HOW = "TAILORED_PRACTICE"
NAME = "Individuelt tilrettelagt"
QUERIES, MANAGER_QUERIES = 9, 8


def answer(team, who, level):
    with acting(who.actor):
        assess_oneself(
            id=new_id(),
            team=team,
            quarter=THIS,
            staff_member=who.staff_member,
            answers={HOW: level, "TAILORED_WHY": 1},
            comments={},
            by=who.actor,
            at=now(),
        )


def close(team, coordinator):
    who = {"by": coordinator.actor, "at": now()}
    values = {"held_on": today(), "participants": [coordinator.staff_member.pk]}
    with acting(coordinator.actor):
        talk = note_quarter_talk(id=new_id(), team=team, quarter=THIS, values=values, **who)
        close_quarter_talk(talk=talk, version=1, **who)


def move(cast):
    with acting(cast.bo.actor):
        team = Team.objects.get(pk=cast.team_one.pk)
        move_team(team=team, to="act", version=team.version, by=cast.bo.actor, at=now())


def shown(reader, **query):
    return browser(reader).get(URL, query).context["page"]


def charts(page):
    return {section.title.split(":")[0]: section.charts[0] for section in page.sections}


def told(page, figure="Figur 1", name=NAME):
    """What the table says of one line, by team."""
    row = next(row for row in charts(page)[figure].rows if row[0][1] == name)
    return dict(row[1:])


@pytest.fixture
def pia(cast):
    with acting(OPERATIONS):
        pia = employ("Pia", "Sygeplejerske")
        let_join(cast.team_one, pia, CoreFunction.HEALTH)
    return pia


def test_seven_figures_of_ones_own_team(cast):
    answer(cast.team_one, cast.ida, 4)
    answer(cast.team_one, cast.bo, 5)

    page = shown(cast.ida)

    assert list(charts(page)) == [f"Figur {number}" for number in FIGURES]
    assert told(page) == {"Team et": "4,5 (n = 2), fra 4 til 5"}
    assert told(page, "Figur A") == {"Team et": "1,0 (n = 2), alle 1"}
    assert told(page, "Figur F", "Praksismodellen") == {"Team et": "ikke nok data (n = 0)"}
    assert [row[0][1] for row in charts(page)["Figur B"].rows] == [
        value.title for value in current_pack().values
    ]


def test_others_answers_are_not_in_the_figures_before_ones_own(cast):
    answer(cast.team_one, cast.bo, 5)

    assert told(shown(cast.ida)) == {"Team et": "ikke nok data (n = 0)"}


def test_manager_is_told_nothing_until_the_quarter_is_closed(cast, pia):
    for who in (cast.ida, cast.bo, pia):
        answer(cast.team_one, who, 4)

    page = shown(cast.mette, kvartal=str(THIS))
    assert told(page) == {"Team et": "ikke nok data (for få)"}

    close(cast.team_one, cast.bo)

    page = shown(cast.mette)
    assert page.title == THIS.title
    assert told(page) == {"Team et": "4,0 (n = 3)"}


def test_manager_sees_teams_beside_each_other_and_never_few_answers_or_citizens(cast, pia):
    with acting(OPERATIONS):
        appoint_manager(
            team=cast.team_two,
            staff_member=cast.mette.staff_member,
            from_on=HIRED_ON,
            by=OPERATIONS,
            at=NOW,
        )
    for who, level in ((cast.ida, 3), (cast.bo, 4), (pia, 4)):
        answer(cast.team_one, who, level)
    close(cast.team_one, cast.bo)
    answer(cast.team_two, cast.omar, 1)

    response = browser(cast.mette).get(URL)
    page = response.context["page"]

    assert told(page) == {"Team et": "3,7 (n = 3)", "Team to": "ikke nok data (for få)"}
    logged = [section for section in page.sections if section.title.startswith("Logget")]
    assert len(logged) == len(current_pack().core_elements)
    assert {
        cell for section in logged for row in section.charts[0].rows for _, cell in row[1:]
    } == {"ikke nok data (for få)"}
    assert "Krog" not in words(response)


def test_team_that_has_moved_is_shown_what_it_kept_by_its_former_method(cast, pia):
    for who in (cast.ida, cast.bo, pia):
        answer(cast.team_one, who, 4)
    close(cast.team_one, cast.bo)
    move(cast)

    for reader in (cast.ida, cast.mette):
        page = shown(reader, kvartal=str(THIS))
        assert told(page)["Team et"].startswith("4,0 (n = 3)")
    later = shown(cast.ida, kvartal=str(THIS.previous))
    assert NAME not in {row[0][1] for row in charts(later)["Figur 1"].rows}


def test_figures_on_paper_are_those_of_the_page(cast):
    answer(cast.team_one, cast.ida, 4)
    answer(cast.team_one, cast.bo, 5)

    response = browser(cast.ida).get(PAPER)

    is_tagged(response.content, f"Figurer – {THIS.title}")
    drawn = [
        section.charts[0].summary for section in shown(cast.ida).sections if section.charts[0].svg
    ]
    assert sorted(figures(response.content)) == sorted(drawn)
    assert text_of(response.content).count("4,5 (n = 2)") == 2


def test_who_is_in_no_team_is_sent_to_the_front(cast):
    with acting(OPERATIONS):
        newcomer = employ("Nanna", "Peer")

    assert browser(newcomer).get(URL)["Location"] == "/"
    assert browser(newcomer).get(PAPER)["Location"] == "/"
    assert browser(cast.ida).get(URL, {"team": cast.team_two.pk}).status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_as_many_queries_whatever_the_number(cast, pia, django_assert_num_queries, more):
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    for who in (cast.ida, *new):
        answer(cast.team_one, who, 4)
    close(cast.team_one, cast.bo)
    ida, mette = browser(cast.ida), browser(cast.mette)

    with django_assert_num_queries(QUERIES):
        ida.get(URL)
    with django_assert_num_queries(MANAGER_QUERIES):
        mette.get(URL)
