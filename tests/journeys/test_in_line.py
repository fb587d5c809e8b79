"""What belongs together stands together: tabs in sight, words in line, ends beside long texts."""

import pytest

from tests.journeys.inspection import DESK, PHONE, SMALLEST, look_at
from tests.journeys.places import PLACES

BY_NAME = {place.name: place for place in PLACES}

TUCKED_AWAY = """() => [...document.querySelectorAll("main nav a")].filter(e => {
  const r = e.getBoundingClientRect();
  return r.left < -1 || r.right > document.documentElement.clientWidth + 1;
}).map(e => e.innerText)"""

# How far the words of a quiet button that begins a line stand from where its row begins.
INDENTED = """() => [...document.querySelectorAll("main .button-tertiary")]
  .filter(e => e.checkVisibility() && !e.closest(".hb-split, .hb-actions"))
  .map(e => {
    const row = (e.closest(".hb-cluster, figcaption, .hb-card-actions, .hb-page-actions")
      || e.parentElement).getBoundingClientRect();
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const words = box.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
    return [e.innerText, words - row.left];
  })
  .filter(([, distance]) => distance > 0.5 && distance < 24)"""

# Rows whose far end fell to a line of its own.
FALLEN = """() => [...document.querySelectorAll("main .hb-split")]
  .filter(e => e.checkVisibility() && e.children.length > 1)
  .filter(e => e.lastElementChild.getBoundingClientRect().top
    >= e.firstElementChild.getBoundingClientRect().bottom)
  .map(e => e.innerText.slice(0, 100))"""

LONG = """() => document.querySelectorAll("main .hb-split > :first-child p").forEach(
  e => { e.textContent = "Et ord til. ".repeat(60); })"""


@pytest.mark.parametrize("width", [SMALLEST, PHONE, DESK])
def test_every_tab_is_in_sight(visit, width):
    page = visit(BY_NAME["overview"])
    look_at(page, width)

    assert page.locator("main nav a").count() == 6
    assert page.evaluate(TUCKED_AWAY) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_quiet_button_begins_where_the_text_does(visit, width):
    page = visit(BY_NAME["plan"])
    look_at(page, width)

    assert page.locator("main .button-tertiary").count() > 10
    assert page.evaluate(INDENTED) == []


def test_long_text_leaves_room_beside_it(visit):
    page = visit(BY_NAME["plan"])
    page.evaluate(LONG)

    assert page.locator("main .hb-split").count() > 10
    assert page.evaluate(FALLEN) == []


def test_buttons_of_an_appointment_begin_where_its_text_does(visit):
    page = visit(BY_NAME["contacts"])
    look_at(page, PHONE)
    card = page.locator("#aftaler article").first

    button = card.locator("form").get_by_role("link").first.bounding_box()
    text = card.locator("p").first.bounding_box()

    assert button is not None
    assert text is not None
    assert abs(button["x"] - text["x"]) <= 12
    assert button["width"] < text["width"] / 2
