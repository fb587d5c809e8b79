"""Costing, scenario and sizing from the command line, without a database."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ONE, TWO = "docs/examples/kommune_1.toml", "docs/examples/kommune_2.toml"
SCENARIO = "docs/examples/scenarie.toml"


def said(capsys, *arguments):
    call_command(*arguments)
    return capsys.readouterr().out


def test_costing_as_json_unfolds_into_its_calculation(capsys):
    found = json.loads(said(capsys, "costing", ONE, "--json"))

    assert (found["total"], found["per_citizen"]) == (1_174_666.77, 78_311.12)
    assert sum(one["yearly"] for one in found["staff"]) == pytest.approx(found["total"], abs=0.02)
    assert found["staff"][0]["calculation"] == "15 timer × 52 uger × 39925 kr. × 12 / 1924 × 1.2"
    assert {one["varied"] for one in found["sensitivity"]} >= {"PLACES", "OVERHEAD", "CASELOAD"}


def test_two_costings_stand_side_by_side(capsys):
    found = json.loads(said(capsys, "costing", ONE, TWO, "--json"))

    assert [one["title"] for one in found] == ["Kommune 1", "Kommune 2"]
    assert "78.311,12" in said(capsys, "costing", ONE)


def test_rounding_of_the_report_is_an_option(capsys, tmp_path):
    file = tmp_path / "a.toml"
    file.write_text('rounding = "REPORT"\n' + Path(ONE).read_text())

    found = json.loads(said(capsys, "costing", str(file), "--json"))

    assert (found["total"], found["per_citizen"]) == (1_174_700, 78_300)
    assert found["staff"][0]["hourly"] == 249
    assert all(one["per_citizen_at_low"] % 1000 == 0 for one in found["sensitivity"])


def test_scenario_as_json(capsys):
    found = json.loads(said(capsys, "som_scenario", SCENARIO, "--json"))

    assert found["effect"] == 0.2
    assert sum(found["net"].values()) == pytest.approx(found["net_total"], abs=0.02)
    assert [one["year"] for one in found["by_year"]] == list(range(1, 8))
    assert found["at_effect"][2]["net_total"] == found["net_total"]


def test_published_scenarios(capsys):
    found = json.loads(said(capsys, "som_scenario", "--published", "--json"))

    assert [one["net_total"] for one in found] == [-95100, -88400, -74400, -47000, -5200, 7700]
    assert all(one["net"] == one["published"] for one in found)
    assert "Scenarie F" in said(capsys, "som_scenario", "--published")


def test_figures_for_people_are_written_as_danes_write_them(capsys):
    assert "1.174.666,77" in said(capsys, "costing", ONE)
    assert "21,6 %" in said(capsys, "som_scenario", SCENARIO)
    assert "69 M-ACT-teams, 92.394.000 kr." in said(capsys, "team_sizing", "Odense", "Samsø")


def test_scenario_that_never_pays_says_so(capsys, tmp_path):
    file = tmp_path / "a.toml"
    file.write_text(Path(SCENARIO).read_text().split("[[consequences]]")[0])

    assert "aldrig" in said(capsys, "som_scenario", str(file))


def test_sizing_as_json_names_who_has_no_figure(capsys):
    found = json.loads(
        said(capsys, "team_sizing", "Aarhus", "Læsø", "--kind", "act", "--reach", "0,5", "--json")
    )

    assert (found["expected"], found["reached"], found["teams"]) == (1_008, 504, 6)
    assert found["without_figures"] == ["Læsø"]
    assert "2010–2014" in found["uncertainty"]
    words = said(capsys, "team_sizing", "Aarhus", "Læsø")
    assert "Der er ikke offentliggjort tal for Læsø. Kommunen er ikke med." in words


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["costing", "findes/ikke.toml"], "ikke.toml: Filen kan ikke læses"),
        (["som_scenario", "findes/ikke.toml"], "ikke.toml: Filen kan ikke læses"),
        (["team_sizing", "Aarhuus"], "Mente I Aarhus?"),
        (["team_sizing", "Læsø"], "Der er ikke offentliggjort tal for Læsø. Skriv en kommune mere"),
        (["team_sizing", "0751"], "Skriv dens navn, som Odder."),
        (["team_sizing", "Aarhus", "--reach", "1.7"], "højst 1"),
        (["team_sizing", "Aarhus", "--reach", "nan"], "er ikke et tal"),
        (["team_sizing", "Aarhus", "--reach", "mange"], "er ikke et tal"),
    ],
)
def test_bad_input_gets_a_sentence(arguments, sentence):
    with pytest.raises(CommandError, match=r".") as error:
        call_command(*arguments)

    assert sentence in str(error.value)
