"""Putting costings and scenarios away and taking them up again, on the pages."""

import pytest

from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.economics import keep_costing, keep_scenario

pytestmark = pytest.mark.django_db
URL = "/oekonomi/"
SCENARIOS = f"{URL}scenarier/"
KINDS = pytest.mark.parametrize(
    ("keep", "url"), [(keep_costing, URL), (keep_scenario, SCENARIOS)], ids=["costing", "scenario"]
)


def press(reader, url, saved, verb, version=1):
    return browser(reader).post(f"{url}{saved.pk}/{verb}/", {"version": version})


@KINDS
def test_put_away_leaves_the_list_and_comes_back(cast, keep, url):
    saved = keep(cast, cast.mette)
    client = browser(cast.bo)
    assert "Læg væk" in words(client.get(f"{url}{saved.pk}/"))

    assert press(cast.mette, url, saved, "laeg-vaek").url == url
    shown = client.get(url)
    page = shown.context["page"]
    assert (page.rows if url == URL else page.own) == []
    assert [one.title for one in page.away] == [saved.title]
    assert "Lagt væk (1)" in words(shown)

    alone = words(client.get(f"{url}{saved.pk}/"))
    assert "står ikke i listen" in alone
    assert "Tag frem igen" in alone
    assert f"{saved.pk}/ret/" not in client.get(f"{url}{saved.pk}/").content.decode()

    assert press(cast.bo, url, saved, "tag-frem", 2).url == f"{url}{saved.pk}/"
    assert client.get(url).context["page"].away == []


@KINDS
def test_stale_page_is_told_and_nothing_moves(cast, keep, url):
    saved = keep(cast, cast.mette)
    press(cast.bo, url, saved, "laeg-vaek")
    press(cast.bo, url, saved, "tag-frem", 2)

    answer = browser(cast.mette).post(f"{url}{saved.pk}/laeg-vaek/", {"version": "1"}, follow=True)

    assert "En anden har rettet det imens." in words(answer)
    assert browser(cast.mette).get(url).context["page"].away == []


@KINDS
@pytest.mark.parametrize("version", ["", "vrøvl", "0"])
def test_page_without_its_version_is_asked_for_again(cast, keep, url, version):
    saved = keep(cast, cast.mette)

    press(cast.mette, url, saved, "laeg-vaek", version)

    assert browser(cast.mette).get(url).context["page"].away == []


def test_edit_of_what_is_put_away_is_refused_and_kept(cast):
    saved = keep_scenario(cast, cast.mette)
    press(cast.mette, SCENARIOS, saved, "laeg-vaek")
    sent = {
        "id": str(saved.pk),
        "version": "2",
        "title": "Nyt navn",
        "target_group": "Hjemløse",
        "price_year": "2022",
        "cost": "1",
        "cost_payer": "MUNICIPALITY",
        "success_rate": "1",
        "counterfactual_rate": "0",
        "discount_rate": "0",
        "first_year": "2",
        "years": "1",
        "rounding": "NONE",
    }

    answer = browser(cast.mette).post(f"{SCENARIOS}{saved.pk}/ret/", sent)

    assert answer.status_code == 422
    assert "Det er lagt væk." in words(answer)
    assert answer.context["form"]["title"].value() == "Nyt navn"


def test_what_is_put_away_is_not_compared(cast):
    one, other = keep_costing(cast, cast.mette), keep_costing(cast, cast.mette)
    press(cast.mette, URL, one, "laeg-vaek")

    client = browser(cast.mette)
    assert client.get(f"{URL}sammenlign/", {"a": one.pk, "b": other.pk}).status_code == 404
    assert client.get(URL).context["page"].compare == ()


@KINDS
@pytest.mark.parametrize("verb", ["laeg-vaek", "tag-frem"])
def test_others_find_nothing_to_put_away(cast, keep, url, verb):
    saved = keep(cast, cast.mette)

    assert press(cast.ida, url, saved, verb).status_code == 404
    assert browser(cast.mette).get(f"{url}{saved.pk}/{verb}/").status_code == 405
    assert browser(cast.mette).post(f"{url}{new_id()}/{verb}/").status_code == 404
