"""What one sees when something cannot be had: a page in Danish with a way on."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from hjemmebane.faces.public import views
from tests.factories.cast import PASSWORD, Cast
from tests.journeys.doors import log_in
from tests.journeys.inspection import inspect

UNKNOWN = "01890000-0000-7000-8000-000000000000"
ELSEWHERE = "http://et-andet-sted.test/"

FORM = """([where, token]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.enctype = "multipart/form-data";
  form.action = where;
  form.id = "made-here";
  form.innerHTML =
    '<input name="csrfmiddlewaretoken"><input name="note"><input name="film" type="file">';
  form.csrfmiddlewaretoken.value = token;
  form.note.value = "Vi gik en tur";
  document.body.append(form);
}"""


def send(page: Page, where: str, *, file: Path | None = None) -> int:
    """Post a form to an address as a page would; the status of the answer."""
    page.evaluate(FORM, [where, "forkert"])
    if file:
        page.set_input_files("#made-here [type=file]", file)
    with page.expect_navigation() as answered:
        page.evaluate("document.getElementById('made-here').submit()")
    return answered.value.status


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


@pytest.fixture
def ida(cast, come_in):
    return come_in("ida")


@pytest.mark.parametrize("address", ["/findes-ikke/", f"/borgere/{UNKNOWN}/", "/borgere/1/"])
def test_what_is_not_there_is_said(ida, address):
    assert ida.goto(address).status == 404
    assert heading(ida) == "Siden findes ikke"
    inspect(ida, "refusal-404")
    ida.get_by_role("link", name="Til forsiden").click()
    assert heading(ida) == "I dag"


def test_another_teams_citizen_is_not_there(ida, cast):
    theirs = reverse("staff:citizens:overview", args=[cast.noor.citizen.pk])
    assert ida.goto(theirs).status == 404
    assert "Noor" not in ida.content()


def test_form_from_another_site_is_refused(ida, base_url):
    ida.route(ELSEWHERE, lambda route: route.fulfill(body="<!doctype html><title>x</title>"))
    ida.goto(ELSEWHERE)
    assert send(ida, base_url + reverse("staff:citizens:new")) == 403
    assert heading(ida) == "Det har du ikke adgang til"
    inspect(ida, "refusal-403")


def test_page_that_grew_old_can_be_sent_again(ida):
    ida.goto("/find/")
    ida.context.clear_cookies(name="csrftoken")
    assert send(ida, reverse("staff:citizens:new")) == 403
    assert heading(ida) == "Siden var blevet for gammel"
    inspect(ida, "refusal-old-page")


def test_address_that_only_takes_forms_says_so(ida, cast):
    only_forms = reverse("staff:plans:begin", args=[cast.kim.citizen.pk])
    assert ida.goto(only_forms).status == 405
    assert heading(ida) == "Det kan man ikke her"
    inspect(ida, "refusal-405")


def test_thirty_megabytes_are_too_much(ida, cast, tmp_path):
    large = tmp_path / "film"
    large.write_bytes(bytes(30 * 1024 * 1024))
    ida.goto(reverse("staff:contacts:new", args=[cast.kim.citizen.pk]))
    assert send(ida, ida.url, file=large) == 413
    assert heading(ida) == "Det fylder for meget"
    inspect(ida, "refusal-413")


def test_too_many_attempts_are_stopped(cast: Cast, page: Page):
    page.goto("/login/")
    for _ in range(6):
        page.get_by_label("Brugernavn").fill("ida")
        page.get_by_label("Adgangskode").fill("gættet")
        page.get_by_role("button", name="Log ind").click()
        page.wait_for_load_state()
    expect(page.get_by_text("prøvet for mange gange")).to_be_visible()
    inspect(page, "login-too-many-attempts")


def test_wrong_password_is_said_without_saying_who_exists(cast: Cast, page: Page):
    seen = set()
    for username in ("ida", "findes-ikke"):
        page.goto("/login/")
        page.get_by_label("Brugernavn").fill(username)
        page.get_by_label("Adgangskode").fill("gættet")
        page.get_by_role("button", name="Log ind").click()
        seen.add(page.locator("[data-hjemmebane-errors]").inner_text())
    assert len(seen) == 1
    assert "passer ikke sammen" in seen.pop()
    inspect(page, "login-wrong-password")


def test_many_requests_from_one_place_wait(cast: Cast, page: Page, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    log_in(page, "ida", PASSWORD)
    page.context.clear_cookies()
    page.goto("/login/")
    page.get_by_label("Brugernavn").fill("ida")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    with page.expect_navigation() as answered:
        page.get_by_role("button", name="Log ind").click()
    assert answered.value.status == 429
    assert heading(page) == "Vent et øjeblik"
    inspect(page, "refusal-429")


def test_fault_of_ours_is_admitted(cast: Cast, page: Page, monkeypatch, complaints):
    def break_down():
        raise RuntimeError("i stykker")

    monkeypatch.setattr(views, "answers", break_down)
    assert page.goto("/helbred/").status == 500
    assert heading(page) == "Noget gik galt hos os"
    inspect(page, "refusal-500")
    assert [complaint for complaint in complaints if "500" not in complaint] == []
    complaints.clear()
