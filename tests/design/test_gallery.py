"""The gallery as a reader meets it: complete, accessible, unbroken at every width."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from hjemmebane.design.navigation import AccountMenu, Link
from hjemmebane.design.samples import gallery_content
from hjemmebane.faces.staff.gallery import views
from tools import assets

AXE = (assets.ROOT / "node_modules/axe-core/axe.min.js").read_text
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error("CSP: " + event.violatedDirective + " refused " + event.blockedURI));
"""
FRAME = {
    "navigation": [Link("Tavlen", "#tavlen", icon="groups", current=True), Link("Søg", "#soeg")],
    "account_menu": AccountMenu("Ida Holm", "/ud/", "Team Nord", [Link("Kode", "#kode")]),
    "footer_links": [Link("Privatliv", "#privatliv")],
}


def gallery():
    return render_to_string("design/gallery.html", {**FRAME, **gallery_content()})


def test_gallery_leaves_no_variable_undefined():
    assert "UNDEFINED" not in gallery()


def test_view_answers_reading_only():
    assert views.page(RequestFactory().get("/galleri/")).status_code == 200
    assert views.page(RequestFactory().post("/galleri/")).status_code == 405


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_gallery_is_accessible_and_fits(service, width):
    complaints = []
    service.page.on("console", lambda message: complaints.append(message.text))
    service.page.add_init_script(TELL_VIOLATIONS)
    service.page.set_viewport_size({"width": width, "height": 844})
    service.open(gallery(), dressed=True)
    service.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    service.page.evaluate(AXE())
    found = service.page.evaluate("axe.run()")
    broken = [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]

    assert broken == []
    assert complaints == []
    assert service.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_to_press_is_large_enough_for_a_thumb(service, width):
    service.page.set_viewport_size({"width": width, "height": 844})
    service.open(gallery(), dressed=True)

    small = service.page.evaluate(
        """() => [...document.querySelectorAll(
              ".button, .form-input, .form-select, .hb-choice, summary, .hb-nav a, .hb-subnav a")]
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )

    assert small == []


def test_paper_shows_content_and_no_navigation(service):
    service.open(gallery(), dressed=True)
    service.page.emulate_media(media="print")

    assert not service.page.locator(".hb-nav").is_visible()
    assert service.page.locator(".hb-quote").first.is_visible()
