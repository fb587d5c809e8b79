"""What ships: every published figure again, and nothing tuned."""

from pathlib import Path

import pytest

from hjemmebane.domain.economics.content.places import UnknownMunicipality, found
from hjemmebane.domain.economics.content.shipped import (
    municipalities,
    published_pay,
    published_scenarios,
)
from hjemmebane.faces.operations.contradictions import CONTRADICTIONS, NOT_TOLD
from hjemmebane.faces.operations.replication import sections

FOUND = {name: list(rows) for name, rows in sections(Path("docs/examples")).items()}
UNEXPLAINED = {
    "Municipality 2, kr. a citizen": 0.025,
    "Mean, kr. in all": 0.01,
    "Mean, kr. a citizen": 0.01,
}


@pytest.mark.parametrize("name", FOUND)
def test_published_figures_come_out_or_are_said_to_be_unexplained(name):
    for one in FOUND[name]:
        if one.what in UNEXPLAINED:
            assert one.why
            assert 0 < abs(one.difference / one.published) < UNEXPLAINED[one.what]
        else:
            assert one.difference == 0, one.what


def test_every_figure_that_is_published_is_there():
    assert {name: len(rows) for name, rows in FOUND.items()} == {
        "Pay": 10,
        "Costs": 14,
        "Scenarios": 30,
        "Municipalities": 101,
    }


def test_what_the_report_says_twice_is_named_with_what_is_done_here():
    text = Path("docs/generated/published_figures.md").read_text()

    for rows in (CONTRADICTIONS, NOT_TOLD):
        for row in rows:
            assert all(row)
            assert f"| {' | '.join(row)} |" in text
    assert {row[0] for row in NOT_TOLD} >= {"Municipality 2 and the mean", "Municipality 3"}


def test_all_98_municipalities_and_only_one_without_a_figure():
    ones = municipalities().municipalities

    assert len({one.name for one in ones}) == 98
    assert [one.name for one in ones if one.citizens is None] == ["Læsø"]


def test_six_scenarios_say_what_is_derived():
    for scenario in published_scenarios():
        assert scenario.published
        assert all("Udledt" in one.source for one in scenario.consequences)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Aarhus", "Aarhus"),
        ("århus kommune", "Aarhus"),
        ("FAABORG MIDTFYN", "Faaborg-Midtfyn"),
        ("Københavns Kommune", "København"),
        ("Bornholms Regionskommune", "Bornholm"),
        ("Ærø", "Ærø"),
    ],
)
def test_municipality_is_found_as_people_write_it(typed, name):
    assert [one.name for one in found([typed, name])] == [name]


def test_names_that_look_alike_stay_apart():
    names = [one.name for one in municipalities().municipalities]

    assert [one.name for one in found(names)] == names


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Aarhuus", "Mente I Aarhus?"), ("Atlantis", "“Atlantis” findes ikke."), ("", "“”")],
)
def test_unknown_municipality_is_told_with_what_may_be_meant(typed, said):
    with pytest.raises(UnknownMunicipality) as unknown:
        found([typed])

    assert said in str(unknown.value)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Sygeplejerske", "NURSE"),
        ("Psykiatrisk sygeplejerske", "NURSE"),
        ("Bostøtte, socialpædagog", "SOCIAL_EDUCATOR"),
        ("SOSU-assistent", "CARE_ASSISTANT"),
        (" Erfaren sosu-assistent ", "CARE_ASSISTANT"),
        ("", ""),
        ("Pædagog", ""),
        ("Psykiater", ""),
    ],
)
def test_profession_is_found_in_the_pay_table(title, code):
    assert published_pay().code_of(title) == code
