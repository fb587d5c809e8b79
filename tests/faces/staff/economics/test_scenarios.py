"""Scenarier: typed in, worked out, the published beside ours, and files in and out."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hjemmebane.domain.economics.calculations.figures import LARGEST, MOST_LINES
from hjemmebane.domain.economics.content.brought import costing_brought, scenario_brought
from hjemmebane.domain.economics.content.taken_along import as_toml, as_xlsx
from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.domain.economics.queries import as_costing, as_scenario, scenario
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.economics import a_costing, a_scenario, keep_costing, keep_scenario

pytestmark = pytest.mark.django_db
URL, NEW, BRING = "/oekonomi/scenarier/", "/oekonomi/scenarier/nyt/", "/oekonomi/scenarier/hent/"
BRING_COSTING = "/oekonomi/hent/"
NBSP = "\N{NO-BREAK SPACE}"
LIST_QUERIES, PAGE_QUERIES = 8, 8
LEAST = Decimal("0.000001")


def typed(**changes):
    return {
        "id": str(new_id()),
        "title": "Færre nætter",
        "target_group": "Hjemløse",
        "price_year": "2022",
        "source": "Egne tal",
        "cost": "95.000",
        "cost_payer": "MUNICIPALITY",
        "success_rate": "35",
        "counterfactual_rate": "12,5",
        "discount_rate": "3,5",
        "first_year": "2",
        "years": "6",
        "rounding": "NONE",
        "consequences-0-what": "",
        "consequences-1-what": "Nætter på herberg",
        "consequences-1-payer": "MUNICIPALITY",
        "consequences-1-kind": "COST",
        "consequences-1-unit": "nat",
        "consequences-1-change": "-90",
        "consequences-1-price": "1.100,50",
        "consequences-1-price_year": "2022",
        **changes,
    }


def send(reader, url=NEW, **changes):
    return browser(reader).post(url, typed(**changes))


def stored(cast):
    with acting(cast.mette.actor):
        return [as_scenario(one) for one in SavedScenario.objects.all()]


def shown(reader, url):
    return browser(reader).get(url).context["page"]


def test_typed_scenario_is_kept_and_shown(cast):
    answer = send(cast.mette)

    (kept,) = stored(cast)
    assert answer.status_code == 302
    assert kept.effect == Decimal("0.225")
    assert kept.consequences[0].price == Decimal("1100.5")
    assert "Nætter på herberg" in words(browser(cast.bo).get(answer["Location"]))


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"success_rate": "170"}, "success_rate", "Skriv et tal fra 0 til 100."),
        ({"success_rate": "-1"}, "success_rate", "Skriv et tal fra 0 til 100."),
        ({"discount_rate": ""}, "discount_rate", "Skriv et tal"),
        ({"cost": "-1"}, "cost", "Må ikke være under 0."),
        ({"years": "0"}, "years", "Må ikke være under 1."),
        ({"consequences-1-price_year": ""}, "consequences-1-price_year", "Mangler."),
        (
            {"consequences-1-price_year": "2019"},
            "consequences-1-price_year",
            "Er 2019, men scenariet regner i 2022-priser. Regn prisen om til 2022.",
        ),
        ({"consequences-1-price": ""}, "consequences-1-change", "Skriv ændring og pris"),
        ({"consequences-1-present_value": "5"}, "consequences-1-change", "ikke begge dele"),
        ({"consequences-1-payer": "GUD"}, "consequences-1-payer", "Valget findes ikke længere"),
        ({"target_group": "Kim 070761-4285"}, None, "ligner et CPR-nummer"),
    ],
    ids=str,
)
def test_bad_input_is_told_beside_its_field_and_kept(cast, changes, field, said):
    answer = send(cast.mette, **changes)

    form = answer.context["form"]
    told = form.errors[field] if field else form.non_field_errors()
    assert answer.status_code == 422
    assert said.lower() in " ".join(told).lower()
    assert form["consequences-1-what"].value() == "Nætter på herberg"
    assert stored(cast) == []


def test_more_lines_save_nothing(cast):
    answer = send(cast.mette, flere="consequences")

    assert len(answer.context["form"].consequence_lines) == 5
    assert stored(cast) == []


def test_edited_scenario_keeps_what_is_published(cast):
    published = {"MUNICIPALITY": Decimal(-98800)}
    saved = keep_scenario(cast, cast.mette, a_scenario(published=published))

    answer = send(cast.bo, f"{URL}{saved.pk}/ret/", version="1", title="Nyt navn")
    stale = send(cast.mette, f"{URL}{saved.pk}/ret/", version="1")

    assert (answer.status_code, stale.status_code) == (302, 409)
    with acting(cast.bo.actor):
        kept = as_scenario(scenario(saved.pk))
    assert (kept.title, kept.published) == ("Nyt navn", published)


def test_result_year_by_year_and_for_each_payer(cast):
    saved = keep_scenario(cast, cast.mette)

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    # 0.2 x (20,000 + 500) - 1,000; and 0.1 + 1,000 / 20,500.
    assert page.net == ("3.100,00", "kr.")
    assert [net for _, net, _ in page.by_payer] == [
        f"3.000,00{NBSP}kr.",
        f"100,00{NBSP}kr.",
        f"0,00{NBSP}kr.",
    ]
    assert page.even_rate == f"14,9{NBSP}%"
    assert dict(page.steps)["Går lige op ved"] == (
        f"1.000{NBSP}kr. / 20.500,00{NBSP}kr. + 10{NBSP}% = 14,9{NBSP}%"
    )
    assert page.even_cost == ("4.100,00", "kr.")
    assert [label for label, _ in page.by_year] == ["År 1", "År 2", "Ikke fordelt på år"]
    assert page.years is None
    assert len(page.rates.spans) == 11
    assert page.rates.told[3] == (f"30{NBSP}%", f"3.100,00{NBSP}kr.")
    assert dict(page.steps)["Netto i alt"] == (
        f"20{NBSP}% × 20.500,00{NBSP}kr. − 1.000{NBSP}kr. = 3.100,00{NBSP}kr."
    )


def test_years_are_drawn_where_everything_has_its_year(cast):
    saved = keep_scenario(cast, cast.mette, a_scenario(consequences=a_scenario().consequences[:1]))

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    assert [one.right for one in page.years.spans] == [
        f"−1.000,00{NBSP}kr.",
        f"3.000,00{NBSP}kr.",
    ]
    assert page.years.summary == "Efter år 2 er pengene kommet hjem."


def test_success_rate_that_nobody_can_reach_is_said_to_be_none(cast):
    """Half would have succeeded anyway, and six in ten more are needed: 110 %."""
    one = a_scenario(
        cost=Decimal(12_000),
        success_rate=Decimal(1),
        counterfactual_rate=Decimal("0.5"),
        consequences=a_scenario().consequences[:1],
    )
    saved = keep_scenario(cast, cast.mette, one)

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    assert page.net[0].startswith("−")
    assert page.even_rate == f"Ingen succesrate er nok: det skulle lykkes for 110{NBSP}%"


def test_what_is_won_and_lost_again_has_not_come_home(cast):
    [nights, _] = a_scenario().consequences
    later = replace(nights, what="Bolig", change=Decimal(2), first_year=4)
    saved = keep_scenario(cast, cast.mette, a_scenario(consequences=(nights, later)))

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    assert [one.right[0] for one in page.years.spans] == ["−", "3", "3", "−"]
    assert page.years.summary == "Pengene kommer ikke hjem."


def test_calculations_are_told_with_all_that_was_typed(cast):
    rates = {
        "success_rate": Decimal("0.1275"),
        "counterfactual_rate": Decimal(0),
        "discount_rate": Decimal("0.0325"),
    }
    saved = keep_scenario(cast, cast.mette, a_scenario(**rates))

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    assert dict(page.steps)["Lykkes for flere"].startswith(f"12,75{NBSP}% −")
    assert "divideres med 1,0325 for hvert år" in page.consequences[0].calculation


@pytest.mark.parametrize(
    ("rate", "changes"),
    [
        (Decimal(0), {"change": -LARGEST, "price": LARGEST}),
        (Decimal(1), {"change": -LEAST, "price": LEAST, "first_year": 40}),
    ],
    ids=["large", "small"],
)
def test_figures_of_any_size_are_shown(cast, rate, changes):
    """One that is kept must not close the page and the list to everybody in the municipality."""
    [nights, _] = a_scenario().consequences
    rates = {"cost": LARGEST, "success_rate": Decimal(1), "discount_rate": rate}
    many = (replace(nights, years=40, **changes),) * MOST_LINES
    saved = keep_scenario(cast, cast.mette, a_scenario(consequences=many, **rates))
    client = browser(cast.mette)

    assert client.get(f"{URL}{saved.pk}/").status_code == 200
    assert client.get(URL).status_code == 200
    assert client.get(f"{URL}{saved.pk}/fil/pdf/").status_code == 200


def test_what_is_known_as_a_sum_is_said_to_come_in_no_year(cast):
    answer = browser(cast.mette).get(f"{URL}offentliggjort/f/")

    assert "kan vi ikke vise, hvornår pengene kommer hjem" in words(answer)
    assert "er pengene kommet hjem" not in words(answer)


def test_success_that_is_worth_nothing_never_pays(cast):
    saved = keep_scenario(cast, cast.mette, a_scenario(consequences=()))

    page = shown(cast.mette, f"{URL}{saved.pk}/")

    assert page.even_rate.startswith("Aldrig")
    assert page.years.summary == "Pengene kommer ikke hjem."


def test_published_ones_stand_apart_from_what_is_derived(cast):
    page = shown(cast.mette, URL)
    assert [row.title for row in page.published] == [f"Scenarie {one}" for one in "ABCDEF"]
    assert page.own == []

    one = shown(cast.mette, f"{URL}offentliggjort/f/")
    assert one.published[0] == (
        "Kommunen",
        f"−40.500{NBSP}kr.",
        f"−40.500{NBSP}kr.",
    )
    assert "Udledt af os" in words(browser(cast.mette).get(f"{URL}offentliggjort/f/"))


@pytest.mark.parametrize("path", ["offentliggjort/g/", "offentliggjort/f/fil/docx/", "nyt/?som=g"])
def test_unknown_published_one(cast, path):
    assert browser(cast.mette).get(f"{URL}{path}").status_code == 404


def test_copy_of_a_published_one(cast):
    form = browser(cast.mette).get(NEW, {"som": "a"}).context["form"]

    assert form["title"].value() == "Scenarie A, kopi"
    assert form["consequences-0-present_value"].value() == "28.000"


@pytest.mark.parametrize("form", ["xlsx", "toml"])
def test_files_go_out_and_come_back(cast, form):
    costing, one = keep_costing(cast, cast.mette), keep_scenario(cast, cast.mette)
    client = browser(cast.bo)

    for url, read, kept, name in (
        (f"/oekonomi/{costing.pk}/fil/{form}/", costing_brought, a_costing(), "team-vest"),
        (
            f"{URL}{one.pk}/fil/{form}/",
            scenario_brought,
            a_scenario(),
            "faerre-naetter-paa-herberg",
        ),
    ):
        answer = client.get(url)
        assert f'filename="{name}.{form}"' in answer["Content-Disposition"]
        assert read("fil", answer.content) == kept


def bring(reader, content, url=BRING_COSTING, name="fil.xlsx", **changes):
    file = SimpleUploadedFile(name, content)
    return browser(reader).post(url, {"id": str(new_id()), "file": file, **changes})


@pytest.mark.parametrize("write", [as_toml, as_xlsx])
def test_brought_files_are_kept(cast, write):
    assert bring(cast.mette, write(a_costing())).status_code == 302
    assert bring(cast.bo, write(a_scenario()), BRING).status_code == 302

    with acting(cast.mette.actor):
        assert [as_costing(one) for one in SavedCosting.objects.all()] == [a_costing()]
    assert stored(cast) == [a_scenario()]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title = 1", "linje 1, kolonne 1: title skal være tekst"),
        (b"overhead = 0,2", "Skriv decimaltal med punktum (0.2), ikke komma."),
        (b"PK\x03\x04", "Filen kan ikke læses som et regneark."),
        (b"x" * 1_000_001, "Filen er for stor. Den må højst fylde 1 MB."),
        (b"", "Filen er tom."),
    ],
    ids=["type", "comma", "no-workbook", "large", "empty"],
)
@pytest.mark.parametrize("url", [BRING_COSTING, BRING])
def test_faulty_file_is_told_and_nothing_kept(cast, url, content, said):
    answer = bring(cast.mette, content, url)

    assert answer.status_code == 422
    assert said in words(answer).replace("&quot;", '"')
    assert stored(cast) == []
    with acting(cast.mette.actor):
        assert SavedCosting.objects.count() == 0


def test_more_faults_than_are_told_are_counted(cast):
    answer = bring(cast.mette, b"\n".join(b"x%d = 1" % n for n in range(22)))

    assert len(answer.context["form"].errors["file"]) == 21
    assert "fejl mere." in words(answer)


def test_no_file_at_all_is_told(cast):
    answer = browser(cast.mette).post(BRING, {"id": str(new_id())})

    assert answer.status_code == 422
    assert "Vælg en fil." in words(answer)


def test_file_sent_twice_is_one(cast):
    key = str(new_id())
    for _ in range(2):
        assert bring(cast.mette, as_toml(a_scenario()), BRING, id=key).status_code == 302

    assert len(stored(cast)) == 1


@pytest.mark.parametrize("path", ["", "nyt/", "hent/", "offentliggjort/a/"])
def test_there_is_nothing_here_for_others(cast, path):
    saved = keep_scenario(cast, cast.mette)
    client = browser(cast.ida)

    assert client.get(f"{URL}{path}").status_code == 404
    for place in ("", "ret/", "fil/xlsx/"):
        assert client.get(f"{URL}{saved.pk}/{place}").status_code == 404
    assert client.post(BRING, {"file": io.BytesIO(as_toml(a_scenario()))}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_as_many_queries_for_many(cast, django_assert_num_queries, count):
    for _ in range(count):
        keep_scenario(cast, cast.mette)
    client = browser(cast.mette)

    with django_assert_num_queries(LIST_QUERIES):
        client.get(URL)


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_many_queries_for_many(cast, django_assert_num_queries, count):
    some = a_scenario().consequences[:1] * count
    saved = keep_scenario(cast, cast.mette, a_scenario(consequences=some))
    client = browser(cast.mette)

    with django_assert_num_queries(PAGE_QUERIES):
        client.get(f"{URL}{saved.pk}/")
