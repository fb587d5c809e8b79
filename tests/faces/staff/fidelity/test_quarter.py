"""The quarter: one's own answers, side by side with the log, the talk, and the paper for it."""

import re

import pytest

from hjemmebane.domain.fidelity.calculations.believed import logged_level
from hjemmebane.domain.fidelity.calculations.quarters import quarter_of
from hjemmebane.domain.fidelity.choices import AssessmentRefusal, TalkRefusal
from hjemmebane.domain.fidelity.models import QuarterTalk, SelfAssessment
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.practice.actions import move_team
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.fidelity.forms import COMMENT, LEVEL
from hjemmebane.faces.staff.fidelity.pages.wording_of_figures import logged_in_words
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.agreeing import three_agree
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, employ, let_join

URL = "/teamet/kvartal/"
ANSWER, TALK, CLOSE, PAPER = f"{URL}svar/", f"{URL}samtale/", f"{URL}afslut/", f"{URL}papir/"
THIS = quarter_of(today())
WHY, HOW = "TAILORED_WHY", "TAILORED_PRACTICE"
QUERIES = 43


def answers(why=5, how=3, **more):
    return {"id": new_id(), f"{LEVEL}{WHY}": why, f"{LEVEL}{HOW}": how, **more}


def note(*present, **changes):
    return {
        "id": new_id(),
        "held_on": today().isoformat(),
        "participants": [str(one.staff_member.pk) for one in present],
        "status_note": "Vi finder rytmen",
        **changes,
    }


def shown(reader, **query):
    return browser(reader).get(URL, query).context["page"]


def row(page, name="Individuelt tilrettelagt"):
    return next(one for one in page.rows if one.name == name)


def line(page, code):
    title = next(one.title for one in current_pack().self_assessments if one.code == code)
    return next(one for theme in page.themes for one in theme.rows if one.title == title)


def answer(who, **said):
    response = browser(who).post(ANSWER, answers(**said))
    assert response.status_code == 302, words(response)


def test_two_answer_and_see_each_other_only_then(cast):
    answer(cast.ida, why=5, how=4)
    before = shown(cast.bo)
    assert (before.is_open, before.themes, row(before).believed) == (
        False,
        [],
        "Skjult, til du har svaret",
    )
    assert before.answered == "1 har svaret. Teamet er 2 lige nu."

    answer(cast.bo, why=2, how=3)

    page = shown(cast.ida)
    assert row(page).believed == "3,5 (n = 2, fra 3 til 4)"
    told = line(page, WHY)
    assert (told.mean, told.spread) == ("3,5 (n = 2, fra 2 til 5)", "2: 1 · 5: 1")


def test_one_answer_is_no_mean(cast):
    answer(cast.ida)

    page = shown(cast.ida)

    assert row(page).believed == "Ikke nok data (n = 1)"
    assert (row(page).gap, row(page).tone) == ("Ikke nok data", "")


def test_nobody_answered_and_a_team_a_week_old(cast):
    page = shown(cast.omar)

    assert page.answered == "Ingen har svaret endnu. Teamet er 1 lige nu."
    assert {one.believed for one in page.rows} == {"Ikke nok data (n = 0)"}
    assert {one.gap for one in page.rows} <= {"Ikke nok data", "–"}
    assert row(page, "Praksismodellen").logged == "Ikke nok data (n = 0 af 1 mål)"
    drawn = [[cell for _, cell in line] for line in page.sides.rows]
    told = ["ikke nok data (n = 0)", "Ikke nok data (n = 0 af 1 mål)"]
    assert ["Praksismodellen", *told] in drawn


def test_line_without_indicators_is_not_measured():
    assert logged_in_words(logged_level([])) == "Måles ikke i loggen"


def test_gap_is_told_where_believed_and_logged_are_both_there(cast):
    three_agree(cast)
    answer(cast.ida, **{f"{LEVEL}PLAN_CITIZENS": 2})
    answer(cast.bo, **{f"{LEVEL}PLAN_CITIZENS": 3})

    page = shown(cast.ida)

    plan = row(page, "Planen, med borgerne")
    assert plan.believed == "2,5 (n = 2, fra 2 til 3)"
    assert plan.logged == "4,0 (2 af 2 mål)"
    assert (plan.gap, plan.tone) == ("−1,5 – loggen viser højere, end vi tror", "warn")
    assert page.sides.summary.startswith("2 af 2 linjer")


def test_comments_stand_without_names(cast):
    answer(cast.ida, **{f"{COMMENT}{WHY}": "Vi taler for lidt om det"})

    response = browser(cast.ida).get(URL)

    assert line(response.context["page"], WHY).comments == ["Vi taler for lidt om det"]
    assert "Vi taler for lidt om det" in words(response)


def test_answers_can_be_changed_and_a_second_form_is_no_second_answer(cast):
    client, once = browser(cast.ida), answers()
    for _ in range(2):
        assert client.post(ANSWER, once).status_code == 302
    opened = client.get(ANSWER).context["form"]
    assert opened[f"{LEVEL}{WHY}"].value() == "5"

    changed = client.post(ANSWER, answers(why=1, version=1))
    stale = client.post(ANSWER, answers(why=2, version=1))
    other = client.post(ANSWER, answers(why=3))

    assert (changed.status_code, stale.status_code, other.status_code) == (302, 409, 422)
    assert AssessmentRefusal.ANSWERED.label in words(other)
    with acting(cast.ida.actor):
        assert SelfAssessment.objects.get().answers == {WHY: 1, HOW: 3}


def test_answer_given_before_the_team_moved_is_not_answered_over(cast):
    answer(cast.ida, why=5)
    with acting(cast.bo.actor):
        team = Team.objects.get(pk=cast.team_one.pk)
        move_team(team=team, to="act", version=team.version, by=cast.bo.actor, at=now())
    client, told = browser(cast.ida), AssessmentRefusal.FORMER_METHOD.label

    opened = client.get(ANSWER, follow=True)
    sent = client.post(ANSWER, {**answers(why=1), "version": 1})

    assert (opened.context["page"].former, opened.context["page"].can_answer) == (told, False)
    assert (sent.status_code, told in words(sent)) == (422, True)
    assert sent.context["form"][f"{LEVEL}{WHY}"].value() == "1"
    assert f"{LEVEL}TIME_UNLIMITED_WHY" in browser(cast.bo).get(ANSWER).context["form"].fields


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"why": 0}, AssessmentRefusal.NOT_A_LEVEL.label),
        ({"why": 6}, AssessmentRefusal.NOT_A_LEVEL.label),
        ({"why": "", "how": ""}, AssessmentRefusal.NOTHING_RATED.label),
        ({f"{COMMENT}{WHY}": f"Som {KIMS_CPR}"}, AssessmentRefusal.CPR_NUMBER.label),
        ({f"{COMMENT}{WHY}": "x" * 301}, "300"),
    ],
)
def test_refusal_keeps_what_was_typed(cast, said, told):
    response = browser(cast.ida).post(ANSWER, answers(**said))

    assert response.status_code == 422
    assert told in words(response)
    form = response.context["form"]
    assert form[f"{LEVEL}{HOW}"].value() == str(said.get("how", 3))
    assert form[f"{COMMENT}{WHY}"].value() == said.get(f"{COMMENT}{WHY}")
    with acting(cast.ida.actor):
        assert not SelfAssessment.objects.exists()


@pytest.mark.parametrize("wanted", [str(THIS.next), "2026-5", "snart", "1999-1", "2026-1x"])
def test_quarter_that_is_not_there_is_no_page(cast, wanted):
    for url in (URL, PAPER, ANSWER, TALK):
        assert browser(cast.ida).get(url, {"kvartal": wanted}).status_code == 404


def test_old_quarter_is_read_and_neither_answered_nor_noted(cast):
    old = {"kvartal": str(THIS.previous.previous)}

    page = browser(cast.ida).get(URL, old).context["page"]

    assert (page.can_answer, page.can_note, page.read_on) == (False, False, "")
    assert row(page).logged == "Ikke nok data (n = 0 af 4 mål)"
    for url in (ANSWER, TALK):
        assert browser(cast.ida).get(url, old).status_code == 404


def test_only_the_teams_own_find_it(cast):
    for url in (URL, PAPER, ANSWER, TALK):
        assert browser(cast.mette).get(url).status_code == 404
        assert browser(cast.ida).get(url, {"team": cast.team_two.pk}).status_code == 404
    assert browser(cast.mette).post(CLOSE, {"afslut-version": 1}).status_code == 404


def test_talk_is_noted_corrected_and_closed_by_the_coordinator(cast):
    client = browser(cast.ida)
    assert client.post(TALK, note(cast.ida)).status_code == 302
    assert client.post(TALK, note(cast.ida, cast.bo, version=1)).status_code == 302
    page = shown(cast.bo)
    assert page.talk.present == "Bo og Ida"
    assert page.talk.notes == [("Hvordan går det lige nu?", "Vi finder rytmen")]
    assert (page.can_close, shown(cast.ida).can_close) == (True, False)

    sent = {"afslut-version": browser(cast.bo).get(URL).context["close_form"]["version"].value()}
    refused = client.post(CLOSE, sent)
    assert (refused.status_code, TalkRefusal.NOT_COORDINATOR.label in words(refused)) == (422, True)
    assert browser(cast.bo).post(CLOSE, sent).status_code == 302

    page = shown(cast.bo)
    assert page.talk.closed
    assert (page.can_answer, page.can_note, page.can_close) == (False, False, False)
    assert browser(cast.ida).get(TALK).status_code == 404
    late = browser(cast.ida).post(ANSWER, answers())
    assert AssessmentRefusal.CLOSED.label in words(late)


def test_quarter_without_a_note_is_not_closed(cast):
    response = browser(cast.bo).post(CLOSE, {"afslut-version": 1}, follow=True)

    assert "Skriv først noten fra kvartalets samtale." in words(response)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"held_on": "2199-01-02"}, "Skriv et årstal mellem"),
        ({"participants": []}, TalkRefusal.NOBODY.label),
        ({"participants": [str(new_id())]}, TalkRefusal.STRANGER.label),
        ({"plan_note": f"Som {KIMS_CPR}"}, TalkRefusal.CPR_NUMBER.label),
    ],
    ids=["year", "nobody", "stranger", "cpr"],
)
def test_refused_note_is_kept_on_the_page(cast, changes, told):
    response = browser(cast.ida).post(TALK, note(cast.ida, **changes))

    assert response.status_code == 422
    assert told in words(response)
    assert response.context["form"]["status_note"].value() == "Vi finder rytmen"
    with acting(cast.ida.actor):
        assert not QuarterTalk.objects.exists()


def test_paper_has_the_same_figures_and_charts(cast):
    answer(cast.ida, how=5)
    answer(cast.bo, how=2)
    page = shown(cast.ida)

    response = browser(cast.ida).get(PAPER)

    assert response["Content-Type"] == "application/pdf"
    is_tagged(response.content, f"Kvartalets samtale – {THIS.title}")
    assert set(figures(response.content)) == {page.sides.summary, page.trend.summary}
    text = text_of(response.content)
    assert row(page).believed == "3,5 (n = 2, fra 2 til 5)"
    # A cell of the paper may break anywhere between words.
    assert row(page).believed in re.sub(r"\s+", " ", text)
    assert "Her er plads til at skrive" in text


@pytest.mark.parametrize("more", [0, 2])
def test_as_many_queries_whatever_the_number(cast, django_assert_num_queries, more):
    with acting(OPERATIONS):
        new = [employ(f"Ny{number}", "Peer") for number in range(more)]
        for one in new:
            let_join(cast.team_one, one, CoreFunction.HEALTH)
    for one in (cast.ida, *new):
        answer(one)
    browser(cast.ida).post(TALK, note(cast.ida, *new))
    client = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        client.get(URL)
    with django_assert_num_queries(QUERIES):
        client.get(PAPER)
