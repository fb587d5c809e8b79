"""The evaluation's figures of a team's own numbers: drawn, said and printed alike."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest

from hjemmebane.domain.measurements.calculations.cohort import (
    Counted,
    Figures,
    InWords,
    Paired,
    Summary,
    in_each_wording,
)
from hjemmebane.domain.measurements.calculations.scoring import score
from hjemmebane.domain.measurements.queries import (
    InstrumentFigures,
    TeamFigures,
    team_figures,
    team_measuring,
)
from hjemmebane.domain.method.queries import instrument
from hjemmebane.domain.teams.models import Team
from hjemmebane.domain.teams.queries import members_of
from hjemmebane.faces.documents.measured_figures import measured_pdf, measured_sections
from hjemmebane.faces.documents.measured_words import (
    change_in_figures,
    change_in_words,
    interval_in_words,
)
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import today
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.cast import NOW, STARTED_ON

CODES = ("VUM", "GSE", "BRIEF_INSPIRE_O", "BRIEF_INSPIRE", "PROGRESSION")
WORDS = "vores egne ord, udgave 1"


def counted(code, course, days, answers, words=WORDS):
    asked = instrument(code)
    told = {item.code: answers(place) for place, item in enumerate(asked.items)}
    return Counted(
        course_id=UUID(int=course),
        started_on=STARTED_ON,
        on=STARTED_ON + dt.timedelta(days=days),
        value=score(asked, told).value,
        wording=words,
        answers=told,
    )


def of_team(count=6):
    """So many who answered twice: a little different from one another, and lower on VUM after."""
    found = []
    for code in CODES:
        asked = instrument(code)
        lowest = min(asked.scale_of(asked.items[0]).all_points)
        rows = []
        for course in range(count):

            def before(place, course=course, lowest=lowest):
                return lowest + (place + course) % 3

            def after(place, course=course, lowest=lowest, code=code):
                moved = before(place, course, lowest) + (place + course) % 2
                return lowest + course % 2 if code == "VUM" else moved

            rows += [counted(code, course, 3, before), counted(code, course, 200, after)]
        words = in_each_wording(asked, rows)
        found.append(InstrumentFigures(asked, count, 0, 0, words))
    return TeamFigures(count, found, is_sums=False, smallest=1)


def charts(told):
    return {chart.name: chart for one in measured_sections(told) for chart in one.charts}


def test_each_figure_of_the_evaluation_has_its_bars_on_the_whole_scale():
    found = charts(of_team())

    assert {name: (one.lowest, one.highest) for name, one in found.items()} == {
        "figur-3": (0, 4),
        "figur-4-a": (10, 40),
        "figur-4-b": (0, 100),
        "figur-5": (0, 4),
        "figur-e": (0, 4),
        "figur-l": (0, 100),
    }
    assert [len(one.bars) for one in found.values()] == [11, 2, 2, 22, 5, 12]
    assert {bar.n for one in found.values() for bar in one.bars} == {6}


def test_bars_are_the_means_of_the_answers():
    # The first area was answered 0, 1, 2, 0, 1, 2 at the start.
    first = charts(of_team())["figur-3"].bars[0]
    assert (first.category, first.value, first.n) == ("Psykisk funktionsnedsættelse", 1, 6)
    # Of 2, 1, 2, 1, 2 and so on afterwards: 0, 1, 0, 1, 0, 1.
    before, after = charts(of_team())["figur-5"].bars[:2]
    assert (before.value, after.value) == (1, Decimal("0.5"))
    assert after.note.startswith("ændring -0,50, 95\N{NO-BREAK SPACE}%-interval fra ")


def test_paper_has_the_very_pictures_sentences_and_tables_of_the_page():
    told = of_team()
    paper = measured_pdf(Team(name="Team Vest"), told, is_demo=True, at=NOW)

    is_tagged(paper, "Målinger i Team Vest")
    assert sorted(figures(paper)) == sorted(chart.summary for chart in charts(told).values())
    text = text_of(paper)
    for chart in charts(told).values():
        assert " ".join(chart.title.split()) in text
    assert "Demo – opdigtede personer" in text
    assert "siger ikke, hvad der har virket" in text


def test_same_figures_are_drawn_once():
    page, paper = charts(of_team()), charts(of_team())

    assert all(paper[name] is chart for name, chart in page.items())
    assert charts(of_team(5))["figur-3"] is not page["figur-3"]


@pytest.mark.parametrize("count", [0, 1], ids=["nobody", "one"])
def test_too_few_are_said_so_everywhere(count):
    found = charts(of_team(count))

    assert all(bar.value is None for one in found.values() for bar in one.bars)
    assert all(f"(n = {count})" in one.summary for one in found.values())
    assert measured_pdf(Team(name="Ny"), of_team(count), is_demo=False, at=NOW).startswith(b"%PDF")


def test_other_words_are_named_and_left_out():
    vum = instrument("VUM")
    rows = [counted("VUM", course, 3, lambda _: 2) for course in range(3)]
    rows += [counted("VUM", course, 200, lambda _: 4, "andre ord") for course in range(2)]
    told = TeamFigures(
        3,
        [InstrumentFigures(vum, 3, 0, 0, in_each_wording(vum, rows))],
        is_sums=False,
        smallest=1,
    )

    section = measured_sections(told)[0]

    assert "Ikke med her: andre ord (n = 2)." in section.text
    assert {bar.value for bar in section.charts[0].bars} == {2}


def test_who_answers_for_the_team_gets_no_shares_and_no_small_numbers():
    vum = instrument("VUM")
    hidden = Figures(Summary(None), Summary(None), Paired(None))
    words = InWords(WORDS, hidden, {item.code: hidden for item in vum.items})
    told = TeamFigures(
        None, [InstrumentFigures(vum, None, None, None, [words])], is_sums=True, smallest=7
    )
    found = charts(told)

    assert "figur-l" not in found
    assert {one.summary.removeprefix("Hele skemaet: ") for one in found.values()} >= {
        "Ikke nok data (færre end 7)."
    }
    cells = [cell for one in found.values() for row in one.rows for _, cell in row[1:]]
    assert set(cells) == {"ikke nok data (færre end 7)"}
    paper = measured_pdf(Team(name="Team Vest"), told, is_demo=False, at=NOW)
    assert "der er mindst 7 forløb bag" in text_of(paper)


@pytest.mark.parametrize(
    ("value", "written"),
    [("0.04", "0,0"), ("-0.04", "0,0"), ("0.05", "+0,1"), ("-1.25", "-1,3"), ("12", "+12,0")],
)
def test_changes_are_written_with_their_sign(value, written):
    assert change_in_figures(Decimal(value)) == written


def test_change_is_said_with_everything_it_is_worth():
    # 2, 4, 4, 6 and 9: see the interval worked by hand in the calculations' tests.
    one = Paired(5, Decimal(10), Decimal(15), Decimal(5), Decimal(7).sqrt())

    assert change_in_words(one, "") == (
        "Fra 10,0 til 15,0: ændring +5,0, 95\N{NO-BREAK SPACE}%-interval fra +1,7 til +8,3 (n = 5)."
    )
    assert interval_in_words(Paired(2, one.before, one.after, Decimal(1), Decimal(0))) == (
        "alle har flyttet sig lige meget, så der er intet interval"
    )
    assert change_in_words(Paired(1), "") == "Ikke nok data (n = 1)."


def test_five_are_behind_every_figure_of_two_demo_teams_and_somebody_is_missing(demo_db):
    with acting(OPERATIONS):
        teams = {
            team: members_of([team.pk], today())[0].staff_member.user.actor
            for team in Team.objects.all()
        }
    full, missing = [], 0
    for team, actor in teams.items():
        with acting(actor):
            told = team_figures(team)
            since = today() - dt.timedelta(days=365)
            missing += sum(team_measuring(team, from_on=since, today=today()).rate.reasons.values())
        behind = {name: max(bar.n for bar in one.bars) for name, one in charts(told).items()}
        if all(n >= 5 for n in behind.values()):
            full.append(team.name)
    assert len(full) >= 2
    assert missing > 0
