"""Hvor mange teams: what some municipalities need, and what is said of a bad question."""

import pytest

from tests.factories.browsing import browser, words

URL = "/oekonomi/teams/"
QUERIES = 7


def asked(reader, **query):
    return browser(reader).get(URL, {"slags": "m-act", "andel": "100", **query})


def test_municipalities_taken_together(cast):
    answer = asked(cast.mette, kommuner="Samsø, odder kommune", andel="50")
    page = answer.context["page"]

    assert page.title == "Samsø og Odder"
    assert [value for _, value, *_ in page.stats[:3]] == ["55", "28", "3"]
    assert page.stats[3][1:] == (
        "2.923.200",
        "kr.",
        "mellem 2.184.000\N{NO-BREAK SPACE}kr. og 3.388.000\N{NO-BREAK SPACE}kr.",
    )
    assert [title for title, *_ in page.staff] == [
        "Bostøtte",
        "Sygeplejerske",
        "Sagsbehandler",
        "Teamkoordinator",
    ]
    assert "2010–2014" in words(answer)
    assert [row.name for row in page.rows if row.is_chosen] == ["65. Odder", "84. Samsø"]


def test_coordinator_asks_too(cast):
    assert asked(cast.bo, kommuner="Odder").status_code == 200


def test_nothing_is_reckoned_until_it_is_asked(cast):
    answer = browser(cast.mette).get(URL)

    assert not answer.context["page"].has_result
    assert answer.status_code == 200


def test_municipality_without_figure_is_named_and_left_out(cast):
    answer = asked(cast.mette, kommuner="Læsø, Odder")

    assert answer.context["page"].title == "Odder"
    assert "Der er ikke offentliggjort tal for Læsø" in words(answer)


def test_laesoe_alone_has_no_result(cast):
    answer = asked(cast.mette, kommuner="Læsø")

    assert not answer.context["page"].has_result
    assert "Der er ikke offentliggjort tal for Læsø" in words(answer)


def test_too_few_for_a_team_are_sent_to_a_neighbour(cast):
    page = asked(cast.mette, kommuner="Fanø").context["page"]

    assert "og det mindste, vi kender til, har haft 8." in page.fit
    assert "Gå sammen med en kommune mere" in page.fit


def test_too_few_who_are_not_reached_may_be_reached(cast):
    neighbours = "Samsø, Odder, Skanderborg"
    answer = asked(cast.mette, kommuner=neighbours, slags="act", andel="50")
    page = answer.context["page"]

    assert page.fit.endswith("skriv den i feltet. Eller sæt op, hvor stor en del I vil nå.")
    assert page.staffed == "Timerne er til de 72 borgere, I når, ud af 85 pladser i 1 team."
    assert page.staffed in words(answer)
    fano = asked(cast.mette, kommuner="Fanø").context["page"]
    assert fano.fit.endswith("skriv den i feltet.")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"kommuner": "Skanderbog"}, "Mente I Skanderborg"),
        ({"kommuner": "Atlantis"}, "Kommunen “Atlantis” findes ikke."),
        ({"kommuner": ""}, "Skriv mindst én kommune."),
        ({"kommuner": " , "}, "Skriv mindst én kommune."),
        ({"kommuner": "Odder", "andel": "0"}, "Skriv et tal over 0 og højst 100."),
        ({"kommuner": "Odder", "andel": "170"}, "Skriv et tal over 0 og højst 100."),
        ({"kommuner": "Odder", "andel": "halvdelen"}, "Skriv et tal – for eksempel 12,5."),
        ({"kommuner": "Odder", "slags": "hold"}, "Valget findes ikke længere. Vælg igen."),
    ],
    ids=["slip", "unknown", "none", "commas", "nobody", "too-many", "words", "kind"],
)
def test_bad_question_is_told_and_kept(cast, query, said):
    answer = asked(cast.mette, **query)

    assert answer.status_code == 422
    assert said in words(answer)
    assert answer.context["form"]["kommuner"].value() == query["kommuner"]


def test_name_is_read_however_many_stand_before_it(cast):
    answer = asked(cast.mette, kommuner=", ".join([*["Odder"] * 98, "Atlantis"]))

    assert answer.status_code == 422
    assert "Kommunen “Atlantis” findes ikke." in words(answer)


def test_municipality_without_figure_has_no_place(cast):
    page = browser(cast.mette).get(URL).context["page"]

    assert page.rows[-1].name == "Læsø"


def test_danish_decimal_comma_is_right_in_a_form(cast):
    answer = asked(cast.mette, kommuner="Odder", andel="12,5")

    assert answer.status_code == 200
    assert answer.context["form"].cleaned_data["andel"] * 1000 == 125


@pytest.mark.parametrize("chosen", ["Odder", "Odder, Samsø, Fanø"])
def test_queries_do_not_grow(cast, django_assert_num_queries, chosen):
    client = browser(cast.mette)
    with django_assert_num_queries(QUERIES):
        client.get(URL, {"kommuner": chosen, "slags": "m-act", "andel": "100"})
