"""The small scripts in a real browser: sending, refusing, losing the connection, leaving."""

import pytest
from django.template import Context, Template
from playwright.sync_api import Page, expect

from tests.design.browser import HOST

FORM = """
<form id="f" method="post" action="/gem" novalidate data-hjemmebane-unsaved {{ htmx }}>
  <input type="hidden" name="csrfmiddlewaretoken" value="old">
  <label for="w">Ord</label>
  <textarea id="w" name="words" data-hjemmebane-limit="10"></textarea>
  <span id="w_count">Højst 10 tegn</span>
  <button type="submit">Gem</button>
</form>
<a href="/andet">Væk</a>
"""
ENHANCED = 'hx-post="/gem" hx-swap="outerHTML"'
SUMMARY = '<div data-hjemmebane-errors tabindex="-1">Det mangler lige lidt</div>'
PAGE = (
    '{% extends "design/layouts/page.html" %}{% block title %}Plan{% endblock %}'
    "{% block content %}" + FORM + "{% endblock %}"
)

SEND_TWICE = """form => {
  const stopped = [];
  window.addEventListener("submit", (event) => stopped.push(event.defaultPrevented));
  form.requestSubmit();
  form.requestSubmit();
  return [stopped, form.getAttribute("aria-busy")];
}"""


def plan(htmx: str = "") -> str:
    # The attributes are the test's own, so they are put in as they are.
    return Template(PAGE.replace("{{ htmx }}", htmx)).render(Context())


def write_and_send(page: Page, words: str = "Ja") -> None:
    page.get_by_label("Ord").fill(words)
    page.get_by_role("button", name="Gem").click()


def test_token_is_taken_from_the_cookie_when_the_form_is_sent(service):
    service.open(plan())
    write_and_send(service.page)
    expect(service.page.get_by_text("Gemt")).to_be_visible()

    [(_, body)] = service.sent
    assert "csrfmiddlewaretoken=fresh" in body


def test_token_travels_with_htmx_too(service):
    service.open(plan(ENHANCED))
    write_and_send(service.page)
    expect(service.page.get_by_text("Gemt")).to_be_visible()

    [(token, body)] = service.sent
    assert token == "fresh"
    assert "csrfmiddlewaretoken=fresh" in body


def test_sending_twice_is_sending_once(service):
    service.open(plan())
    stopped, busy = service.page.locator("#f").evaluate(SEND_TWICE)
    expect(service.page.get_by_text("Gemt")).to_be_visible()

    assert stopped == [False, True]
    assert busy == "true"
    assert len(service.sent) == 1


def test_sending_twice_with_htmx_is_sending_once(service):
    service.open(plan('hx-post="/gem" hx-swap="none"'))
    service.waiting = []
    write_and_send(service.page)
    expect(service.page.locator("#f")).to_have_attribute("aria-busy", "true")
    service.page.get_by_role("button", name="Gem").dispatch_event("click")

    service.reply(service.waiting.pop())
    expect(service.page.locator("#f")).not_to_have_attribute("aria-busy", "true")
    service.page.wait_for_timeout(100)
    assert len(service.sent) == 1


def test_form_with_errors_replaces_itself_and_takes_focus(service):
    service.open(plan(ENHANCED))
    service.status = 422
    service.answer = f'<form id="f" method="post" action="/gem">{SUMMARY}</form>'
    write_and_send(service.page)

    expect(service.page.get_by_text("Det mangler lige lidt")).to_be_focused()
    expect(service.page).to_have_title("Fejl: Plan – Hjemmebane")


def test_conflict_replaces_the_form_and_takes_focus(service):
    service.open(plan(ENHANCED))
    service.status = 409
    service.answer = '<form id="f"><section data-hjemmebane-focus>To har skrevet</section></form>'
    write_and_send(service.page)

    expect(service.page.get_by_text("To har skrevet")).to_be_focused()


def test_focus_follows_the_region_that_was_saved(service):
    service.open(plan(ENHANCED))
    service.answer = '<article id="g">Gemt</article>'
    write_and_send(service.page)

    expect(service.page.locator("#g")).to_be_focused()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (401, "Du er blevet logget ud"),
        (403, "Det har du ikke adgang til"),
        (404, "Det findes ikke længere"),
        (413, "fylder for meget"),
        (429, "for mange gange"),
        (500, "Noget gik galt hos os"),
    ],
)
def test_failure_is_told_and_keeps_what_was_typed(service, status, sentence):
    service.open(plan(ENHANCED))
    service.status = status
    service.answer = "<h1>Nej</h1>"
    write_and_send(service.page, "Mine ord")

    expect(service.page.locator("#messages")).to_contain_text(sentence)
    expect(service.page.get_by_label("Ord")).to_have_value("Mine ord")
    expect(service.page.locator("#f")).not_to_have_attribute("aria-busy", "true")


def test_lost_connection_is_told_and_the_next_try_clears_it(service):
    service.open(plan(ENHANCED))
    service.offline = True
    write_and_send(service.page, "Mine ord")
    expect(service.page.locator("#messages")).to_contain_text("ingen forbindelse")
    expect(service.page.get_by_label("Ord")).to_have_value("Mine ord")

    service.offline = False
    service.page.get_by_role("button", name="Gem").click()
    expect(service.page.get_by_text("Gemt")).to_be_visible()
    expect(service.page.locator("#messages")).to_be_empty()


def test_leaving_with_something_unsent_asks_first(service):
    service.open(plan())
    asked = []
    service.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    service.page.get_by_label("Ord").press_sequentially("Ja")
    service.page.get_by_role("link", name="Væk").click(no_wait_after=True)
    service.page.wait_for_timeout(200)

    assert asked == ["beforeunload"]
    assert service.page.url == HOST + "/plan"


@pytest.mark.parametrize("way", ["page", "region"])
def test_form_that_came_back_with_errors_is_still_unsent(service, way):
    refused = plan(ENHANCED).replace('name="words"', 'name="words" aria-invalid="true"')
    service.status = 422
    service.answer = "<form" + refused.partition("<form")[2].partition("</form>")[0] + "</form>"
    service.open(refused if way == "page" else plan(ENHANCED))
    asked = []
    service.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    if way == "region":
        write_and_send(service.page)
    expect(service.page.get_by_label("Ord")).to_have_attribute("aria-invalid", "true")
    service.page.get_by_label("Ord").click()
    service.page.get_by_role("link", name="Væk").click(no_wait_after=True)
    service.page.wait_for_timeout(200)

    assert asked == ["beforeunload"]


def test_leaving_after_sending_does_not_ask(service):
    service.open(plan(ENHANCED))
    asked = []
    service.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    service.answer = FORM.replace("{{ htmx }}", ENHANCED).partition("<a ")[0]
    service.page.get_by_label("Ord").press_sequentially("Ja")
    service.page.get_by_role("button", name="Gem").click()
    expect(service.page.get_by_label("Ord")).to_have_value("")
    service.page.get_by_role("link", name="Væk").click()
    service.page.wait_for_url(HOST + "/andet")

    assert asked == []


def test_count_follows_the_writing(service):
    service.open(plan())
    service.page.get_by_label("Ord").fill("Æble")
    expect(service.page.locator("#w_count")).to_have_text("6 tegn tilbage")

    service.page.get_by_label("Ord").fill("Æ\nbler og pærer")
    expect(service.page.locator("#w_count")).to_have_text("6 tegn for meget")
