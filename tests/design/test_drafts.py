"""A draft on the device: there again after a lost page, gone when the form was received."""

import pytest
from django.template import Context, Template
from playwright.sync_api import expect

DAY = 24 * 60 * 60 * 1000
KEY = "hjemmebane-draft:henvisning"
FORM = """
<form method="post" action="/gem" data-hjemmebane-draft="henvisning"{{ returned }}>
  <input type="hidden" name="id" value="hemmelig-id">
  <div data-hjemmebane-draft-note hidden>
    <p>Din kladde er gemt</p><button type="button">Slet</button>
  </div>
  <label for="w">Ord</label><textarea id="w" name="words">{{ words }}</textarea>
  <label for="c">CPR</label><input id="c" name="cpr" data-hjemmebane-undrafted>
  <label for="k">Ved det</label><input id="k" type="checkbox" name="knows" value="on">
  <label for="t">Team</label>
  <select id="t" name="team">
    <option value="">Vælg</option><option value="2">Team to</option>
  </select>
  <label for="f">Filer</label><input id="f" type="file" name="attachments">
</form>
"""
RECEIPT = '<p data-hjemmebane-draft-sent="henvisning">Tak</p>'
PAGE = (
    '{% load static %}{% include "design/layouts/assets.html" %}'
    '<script src="{% static \'design/js/draft.js\' %}" type="module"></script><h1>Henvis</h1>'
)


def page(body, **values):
    return Template(PAGE + body).render(Context({"returned": "", "words": "", **values}))


def kept(service):
    return service.page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)


@pytest.fixture
def writing(service):
    """Somebody has written a good deal, and the page is lost."""
    service.open(page(FORM))
    fill = service.page.get_by_label
    fill("Ord").fill("Sover ude. 070761 – 4285 og 0707614285")
    fill("CPR").fill("070761-4285")
    fill("Ved det").check()
    fill("Team").select_option("2")
    return service


def test_nothing_is_said_before_there_is_a_draft(service):
    service.open(page(FORM))

    expect(service.page.get_by_text("Din kladde er gemt")).to_be_hidden()
    assert kept(service) is None


def test_draft_is_told_of_and_there_again_on_a_new_page(writing):
    expect(writing.page.get_by_text("Din kladde er gemt")).to_be_visible()

    writing.open(page(FORM))

    fill = writing.page.get_by_label
    expect(writing.page.get_by_text("Din kladde er gemt")).to_be_visible()
    expect(fill("Ord")).to_have_value("Sover ude. xxxxxx-xxxx og xxxxxx-xxxx")
    expect(fill("CPR")).to_have_value("")
    expect(fill("Ved det")).to_be_checked()
    expect(fill("Team")).to_have_value("2")


def test_cpr_files_and_hidden_fields_are_never_kept(writing):
    assert sorted(kept(writing)["fields"]) == ["knows", "team", "words"]
    assert "4285" not in writing.page.evaluate("JSON.stringify(localStorage)")
    assert "hemmelig-id" not in writing.page.evaluate("JSON.stringify(localStorage)")


def test_deleted_draft_is_gone_with_its_words(writing):
    writing.page.get_by_role("button", name="Slet").click()

    expect(writing.page.get_by_text("Din kladde er gemt")).to_be_hidden()
    expect(writing.page.get_by_label("Ord")).to_have_value("")
    expect(writing.page.get_by_label("Ved det")).not_to_be_checked()
    assert kept(writing) is None


def test_receipt_clears_the_draft(writing):
    writing.open(page(RECEIPT))

    assert kept(writing) is None


@pytest.mark.parametrize(("days", "is_there"), [(13, True), (15, False)])
def test_draft_lasts_two_weeks(writing, days, is_there):
    age = "([key, ms]) => { const d = JSON.parse(localStorage.getItem(key)); d.at -= ms;"
    writing.page.evaluate(
        age + " localStorage.setItem(key, JSON.stringify(d)); }", [KEY, days * DAY]
    )

    writing.open(page(FORM))

    words = "Sover ude. xxxxxx-xxxx og xxxxxx-xxxx" if is_there else ""
    expect(writing.page.get_by_label("Ord")).to_have_value(words)
    assert (kept(writing) is not None) == is_there


def test_words_that_the_server_sent_back_win_over_the_draft(writing):
    writing.open(page(FORM, words="Rettet", returned=" data-hjemmebane-returned"))

    expect(writing.page.get_by_label("Ord")).to_have_value("Rettet")
    assert kept(writing)["fields"]["words"] == ["Rettet"]


def test_device_that_keeps_nothing_is_promised_nothing(service):
    service.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full'); }"
    )
    complaints = []
    service.page.on("pageerror", lambda error: complaints.append(str(error)))
    service.open(page(FORM))
    service.page.get_by_label("Ord").fill("Sover ude")

    expect(service.page.get_by_text("Din kladde er gemt")).to_be_hidden()
    assert complaints == []
