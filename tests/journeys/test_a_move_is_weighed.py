"""Ida says how far the work has come with one tap each, with and without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from hjemmebane.domain.practice.actions import place_course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id

TITLE = "Hjælp ønskerne frem"


@pytest.fixture
def practice_url(cast):
    """Kim's practice model, with Kim in the second part."""
    with acting(cast.ida.actor):
        place_course(
            id=new_id(),
            course=cast.kim.course,
            part="ENGAGEMENT",
            reason="Vi kender hinanden nu",
            from_on=today(),
            by=cast.ida.actor,
            at=now(),
        )
    return reverse("staff:practice:page", args=[cast.kim.citizen.pk])


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_one_tap_says_it_and_the_reader_stays_where_they_were(come_in, practice_url, scripted):
    page = come_in("ida", java_script_enabled=scripted)
    page.goto(practice_url)
    entry = page.locator("#aktivitet-engagement-wishes")
    missing = page.get_by_role("link", name="Saml trådene", exact=True)
    expect(entry).to_contain_text("Læst i journalen: gjort")
    expect(missing).to_be_visible()

    entry.get_by_role("button", name="I gang").click()

    expect(entry).to_contain_text("Ida, i dag")
    expect(entry.get_by_text("I gang", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=TITLE, exact=True)).to_be_visible()
    expect(entry).to_be_in_viewport()
    expect(page.locator("#del-engagement")).to_have_attribute("open", "")

    threads = page.locator("#aktivitet-engagement-threads")
    threads.get_by_role("button", name="Gjort").click()

    expect(missing).to_be_hidden()
