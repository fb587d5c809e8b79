"""Metoden: every piece of the pack stands on the page, at an address of its own."""

import re

import pytest
from django.test import RequestFactory

from hjemmebane.domain.method import queries
from hjemmebane.faces.staff.fidelity.pages.indicators import elements_told, indicator_told
from hjemmebane.faces.staff.measurements.pages.instruments import instrument_told
from hjemmebane.faces.staff.method import views
from hjemmebane.faces.staff.method.pages import method_page


@pytest.fixture(scope="module", params=["m-act", "act"])
def pack(request):
    return queries.pack(request.param)


@pytest.fixture(scope="module")
def html(pack):
    response = views.show(RequestFactory().get("/metoden/"), method_page(pack))
    assert response.status_code == 200
    return response.content.decode()


def ids(html):
    return re.findall(r'\bid="([^"]+)"', html)


def entries(pack):
    yield pack.coordinator
    yield pack.target_group
    yield from pack.target_group.criteria
    for listed in (
        pack.values,
        pack.core_elements,
        pack.core_functions,
        pack.role_fields,
        pack.practice_parts,
        pack.life_areas,
        pack.resource_areas,
        pack.guiding_purposes,
        pack.contributions,
        pack.coordination_questions,
        pack.smart_prompts,
        pack.plain_questions,
        pack.preconditions,
        pack.agendas,
        pack.conversation_guides,
        pack.information_sheets,
        pack.fidelity_indicators,
        queries.instruments(),
    ):
        yield from listed
    for part in pack.practice_parts:
        yield from part.activities
        yield from part.indicators
    for agenda in pack.agendas:
        yield from agenda.items
    for guide in pack.conversation_guides:
        yield from guide.topics


def test_every_code_has_its_anchor(html, pack):
    expected = [entry.anchor for entry in entries(pack)]
    assert len(expected) > 120
    assert sorted(set(expected) - set(ids(html))) == []


def test_no_anchor_stands_twice(html):
    assert sorted({name for name in ids(html) if ids(html).count(name) > 1}) == []


def test_every_link_on_the_page_leads_somewhere(html):
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > 20
    assert sorted(set(links) - set(ids(html))) == []


def test_only_reading_is_possible():
    assert views.page(RequestFactory().post("/metoden/")).status_code == 405


def told(code):
    return dict(instrument_told(queries.instrument(code)).facts)


def test_every_instrument_says_what_it_is_made_of():
    for one in queries.instruments():
        facts = told(one.code)
        assert {
            "Bygget op",
            "Sådan bliver det et tal",
            "Mangler der svar",
            "Ordene",
            "Tilladelse",
        } <= (facts.keys())
        assert one.scoring.source.removesuffix(".") in facts["Mangler der svar"]
        assert one.licence.text in facts["Tilladelse"]


def test_structure_scoring_and_words_are_said_in_plain_danish():
    facts = told("PROGRESSION")

    assert facts["Bygget op"] == (
        "6 spørgsmål. Svar fra 0 (Slet ikke) til 4 (I meget høj grad)."
        " Vendes om, fordi et højt svar er dårligere: Det, der er svært indeni."
    )
    assert facts["Sådan bliver det et tal"] == (
        "Gennemsnittet af svarene. Skalaen går fra 0 til 4. Højere er bedre."
    )
    assert facts["Mangler der svar"].startswith("Højst 2 af 6 må mangle")
    assert facts["Ordene"] == "Vores egne ord. Der er ikke offentliggjort andre. Udgave 1."
    inspire = told("BRIEF_INSPIRE_O")
    assert inspire["Sådan bliver det et tal"].startswith("Svarene lægges sammen og ganges med 5.")
    assert inspire["Mangler der svar"].startswith("Alle 5 skal være besvaret.")
    assert inspire["Hvornår en ændring betyder noget"].startswith(
        "Fra 8 point for den enkelte er en ændring så stor, at den regnes for at betyde noget."
    )
    assert inspire["Ordene"].startswith("Vores arbejdsord")
    assert "hentes ind af kommunen" in inspire["Tilladelse"]
    assert "Fra 2 (kvinder): " in told("DUDIT")["Sådan kan tallet læses"]


def test_every_indicator_says_how_it_is_counted():
    indicators = [one for row in elements_told(queries.current_pack()) for one in row.indicators]

    assert [one.indicator for one in indicators] == list(queries.current_pack().fidelity_indicators)
    facts = dict(indicators[0].facts)
    assert facts == {
        "Over hvor lang tid": "Som det står i dag.",
        "Hvem tæller med": "Alle, der har et forløb i dag, også dem, der er i bero.",
        "Niveauer": "Niveau 2 fra 50, 3 fra 70, 4 fra 85 og 5 fra 95 % af målene. Mere er bedre.",
        "Siges først": "når der er mindst 5 at regne på.",
        "Kilde": f"{indicators[0].indicator.source}.",
    }


def test_falling_levels_say_that_less_is_better():
    told = indicator_told(
        next(
            one
            for one in queries.current_pack().fidelity_indicators
            if one.code == "DAYS_SINCE_MET"
        )
    )
    assert dict(told.facts)["Niveauer"].endswith("Mindre er bedre.")
