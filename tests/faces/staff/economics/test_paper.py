"""A costing, a scenario and a size on paper: tagged, with the very pictures of the page."""

import pytest

from hjemmebane.faces.documents.charting import charted
from hjemmebane.faces.staff.economics.pages.paper import (
    costing_paper,
    scenario_paper,
    sizing_paper,
)
from hjemmebane.foundation.ids import new_id
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.browsing import browser
from tests.factories.economics import a_costing, a_scenario, keep_costing, keep_scenario

pytestmark = pytest.mark.django_db
URL = "/oekonomi/"
SIZING = f"{URL}teams/"
ASKED = {"kommuner": "Samsø, Odder, Læsø", "slags": "m-act", "andel": "50"}
NBSP = "\N{NO-BREAK SPACE}"


def paper(reader, url, **query):
    answer = browser(reader).get(url, query)
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def plain(text):
    return " ".join(text.split())


def pictures(parts):
    return [chart for part in parts for chart in part.charts]


def test_costing_on_paper_says_what_the_page_says(cast):
    saved = keep_costing(cast, cast.mette, team=cast.team_one)
    page = browser(cast.mette).get(f"{URL}{saved.pk}/").context["page"]

    document = paper(cast.mette, f"{URL}{saved.pk}/fil/pdf/")

    is_tagged(document, "Team Vest")
    assert figures(document) == [page.tornado.summary]
    text = text_of(document)
    for one in page.figures:
        assert one.value in text
        assert all(plain(step) in text for step in one.steps)
    for row in page.posts:
        assert plain(row.calculation) in text
    for label, planned, actual, more in page.now.rows:
        assert plain(f"{label} {planned} {actual} {more}") in text
    for group in page.amounts:
        assert plain(f"I alt {group.total}") in text


def test_paper_gets_the_very_pictures_of_the_pages(cast):
    client = browser(cast.mette)
    costing, scenario = keep_costing(cast, cast.mette), keep_scenario(cast, cast.mette)
    first = client.get(f"{URL}{costing.pk}/").context["page"]
    second = client.get(f"{URL}scenarier/{scenario.pk}/").context["page"]
    third = client.get(SIZING, ASKED).context["page"]

    assert pictures(costing_paper(first)) == [first.tornado]
    assert pictures(scenario_paper(second)) == [second.rates]
    assert pictures(sizing_paper(third)) == [third.chart]
    assert charted(first.tornado)["svg"] == first.tornado.svg


def test_scenario_on_paper_has_its_years_and_its_consequences(cast):
    known = a_scenario(consequences=a_scenario().consequences[:1], published={"REGION": 3700})
    saved = keep_scenario(cast, cast.mette, known)
    url = f"{URL}scenarier/{saved.pk}/"
    page = browser(cast.mette).get(url).context["page"]

    document = paper(cast.mette, f"{url}fil/pdf/")

    is_tagged(document, "Færre nætter på herberg")
    assert sorted(figures(document)) == sorted([page.rates.summary, page.years.summary])
    text = text_of(document)
    assert plain(page.consequences[0].calculation) in text
    assert "Regionen 3.700 kr. 0,00 kr." in text
    assert "År 2 4.000,00 kr. 0,00 kr. 0,00 kr. 4.000,00 kr." in text


def test_scenario_known_as_a_sum_says_so_on_paper(cast):
    document = paper(cast.bo, f"{URL}scenarier/offentliggjort/f/fil/pdf/")

    text = text_of(document)
    assert "kan vi ikke vise, hvornår pengene kommer hjem" in text
    assert "Kilde: Udledt af os af tabel 6" in text
    assert "Evalueringen af M-ACT 2022" in text


def test_size_on_paper_names_who_is_left_out_and_how_old_the_figures_are(cast):
    page = browser(cast.mette).get(SIZING, ASKED).context["page"]

    document = paper(cast.mette, f"{SIZING}pdf/", **ASKED)

    is_tagged(document, "Hvor mange teams: Samsø og Odder")
    assert figures(document) == [page.chart.summary]
    text = text_of(document)
    assert "Der er ikke offentliggjort tal for Læsø" in text
    assert "2010–2014" in text
    assert "55 × 50 %, rundet op: 28" in text
    assert "M-ACT-team til 50 % af borgerne" in text


@pytest.mark.parametrize(
    "query", [{}, {**ASKED, "kommuner": "Læsø"}, {**ASKED, "andel": "0"}], ids=str
)
def test_size_without_an_answer_is_no_paper_but_the_page_that_says_why(cast, query):
    answer = browser(cast.mette).get(f"{SIZING}pdf/", query)

    assert answer.status_code == 302
    assert answer.url.startswith(f"{SIZING}?")


def test_others_get_no_paper(cast):
    costing, scenario = keep_costing(cast, cast.mette), keep_scenario(cast, cast.mette)
    client = browser(cast.ida)

    for path in (
        f"{costing.pk}/fil/pdf/",
        f"scenarier/{scenario.pk}/fil/pdf/",
        "scenarier/offentliggjort/a/fil/pdf/",
        f"{new_id()}/fil/pdf/",
    ):
        assert client.get(f"{URL}{path}").status_code == 404
    assert client.get(f"{SIZING}pdf/", ASKED).status_code == 404


def test_paper_of_a_sum_alone_and_of_typed_markup(cast):
    known = a_costing(staff=(), known_total=1_356_900, title="#team *Vest*")
    saved = keep_costing(cast, cast.mette, known)

    text = text_of(paper(cast.mette, f"{URL}{saved.pk}/fil/pdf/"))

    assert "#team *Vest*" in text
    assert "1.356.900 kr. om året, med overhead" in text
