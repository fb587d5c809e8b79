"""The daily pages on paper, without movement, and in the colours a person has chosen."""

import pytest
from playwright.sync_api import expect

from tests.journeys.inspection import PAPER, SPILLING, assert_accessible, look_at, take_picture
from tests.journeys.places import MAIN

MOVING = """() => [...document.querySelectorAll("*")].filter(e => {
  const s = getComputedStyle(e);
  return [s.transitionDuration, s.animationDuration].some(
    all => all.split(",").some(one => parseFloat(one) > 0.011));
}).map(e => e.outerHTML.slice(0, 100))"""
# What is folded away and is not a form to fill in.
FOLDED = """() => [...document.querySelectorAll("main details > :not(summary)")]
  .filter(e => !e.querySelector("form") && !e.checkVisibility())
  .map(e => e.innerText.slice(0, 100))"""
ON_PAPER = [place for place in MAIN if place.name in {"board", "plan"}]


@pytest.mark.parametrize("place", ON_PAPER, ids=str)
def test_paper_holds_the_content_and_nothing_to_press(place, visit):
    page = visit(place)
    page.emulate_media(media="print")
    look_at(page, PAPER)
    expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert [name for name in page.get_by_role("button").all_inner_texts() if name] == []
    assert page.evaluate(SPILLING) == []
    take_picture(page, f"print-{place.name}")


def test_paper_is_folded_out(visit):
    [overview] = [place for place in MAIN if place.name == "overview"]
    page = visit(overview)
    assert page.evaluate(FOLDED) != []
    page.emulate_media(media="print")
    look_at(page, PAPER)
    assert page.evaluate(FOLDED) == []
    take_picture(page, "print-overview")


@pytest.mark.parametrize("place", MAIN, ids=str)
def test_nothing_moves_for_those_who_asked_for_rest(place, visit):
    page = visit(place)
    assert page.evaluate(MOVING) != []
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
    assert_accessible(page)


@pytest.mark.parametrize("place", MAIN, ids=str)
def test_chosen_colours_are_kept(place, visit):
    page = visit(place)
    page.emulate_media(forced_colors="active")
    assert_accessible(page)
    take_picture(page, f"forced-colours-{place.name}")
