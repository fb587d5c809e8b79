"""Scoring from the command line, without a database."""

import json

import pytest
from django.core.management import CommandError, call_command

from hjemmebane.faces.operations.management.commands.score_instrument import Command


def said(capsys, *arguments):
    call_command("score_instrument", *arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "answers",
    [
        "3,2,4,1,0",
        " 3, 2, 4, 1, 0 ",
        "[3, 2, 4, 1, 0]",
        '{"EMPOWERMENT": 0, "HOPE": 2, "CONNECTEDNESS": 3, "IDENTITY": 4, "MEANING": 1}',
    ],
    ids=["with commas", "with spaces", "as a list", "by code"],
)
def test_the_same_answers_in_any_form(capsys, answers):
    found = json.loads(said(capsys, "BRIEF_INSPIRE_O", answers, "--json"))
    assert found["score"] == 50.0
    assert found["answered"] == found["of"] == 5
    assert found["parts"]["IDENTITY"] == 4


def test_too_few_answers_give_no_figure(capsys):
    found = json.loads(said(capsys, "WHO_5", "3,-,2,2,3", "--json"))
    assert found["score"] is None
    assert found["band"] is None
    assert (found["answered"], found["of"]) == (4, 5)


def test_the_band_follows_the_gender(capsys):
    answers = "0,0,0,0,0,0,0,0,0,0,4"
    for gender, band in (("MALE", "Ingen tegn"), ("FEMALE", "Tegn på problemer")):
        assert band in said(capsys, "DUDIT", answers, "--gender", gender)


REFUSED = [
    (("CANSAS", "1"), "CANSAS findes ikke. Der er: AUDIT, "),
    (("MOOD", "6"), "NOW: svaret 6 findes ikke. Vælg mellem 1, 2, 3, 4, 5."),
    (("MOOD", "fin"), "“fin” er ikke et helt tal."),
    (("MOOD", "3,4"), "Humørskala har 1 spørgsmål, men der er 2 svar."),
    (("MOOD", "[3"), "Svarene kan ikke læses som JSON"),
    (("MOOD", f"[{'9' * 5000}]"), "Svarene kan ikke læses som JSON"),
    (("MOOD", '{"NOW": 3, "NOW": 4}'), "NOW er besvaret to gange."),
    (("MOOD", '{"THEN": 3}'), "Humørskala har ikke spørgsmålet THEN."),
    (("MOOD", "[NaN]"), "NaN er ikke et svar."),
    (("MOOD", "[3.0]"), "NOW: svaret 3.0 findes ikke."),
    (("MOOD", "[[3]]"), "NOW: svaret [3] findes ikke."),
    (("MOOD", "-1"), "NOW: svaret -1 findes ikke."),
    (("MOOD",), "Der er ingen svar. Skriv dem efter koden"),
    (("MOOD", "3", "4"), "Svarene skal stå samlet"),
    ((), "Der mangler en kode. Der er: AUDIT, "),
    (("MOOD", "3", "--gender", "X"), "Køn er FEMALE eller MALE, ikke X."),
]


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_scored_is_refused(arguments, sentence):
    with pytest.raises(CommandError) as refusal:
        call_command("score_instrument", *arguments)
    assert sentence in str(refusal.value)


def test_first_answer_may_be_the_one_that_is_missing(capsys):
    Command().run_from_argv(
        ["manage.py", "score_instrument", "GSE", "-,2,3,4,1,2,3,4,1,2", "--json"]
    )
    found = json.loads(capsys.readouterr().out)
    assert (found["answered"], found["score"]) == (9, 24.44)


def test_refusal_is_a_sentence_and_an_exit_code(capsys):
    with pytest.raises(SystemExit) as ended:
        Command().run_from_argv(["manage.py", "score_instrument", "MOOD", "9", "--json"])
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert told.out == ""
    assert "NOW: svaret 9 findes ikke. Vælg mellem 1, 2, 3, 4, 5." in told.err
