"""Kim, who never saw it before, finds the next appointment, hears it, marks a step and stops a
sharing: each in three taps at most from Min plan, on a phone, with one thumb.
"""

import datetime as dt
import re
from contextlib import nullcontext

import pytest
from playwright.sync_api import Page, expect

from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.sharing.queries import opened_citizens
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.sharing import Guest, let_citizen_in, let_in, open_to
from tests.journeys.doors import log_in_as_citizen
from tests.journeys.inspection import (
    CRAMPED,
    DESK,
    HEIGHTS,
    PHONE,
    SMALLEST,
    SPILLING,
    assert_accessible,
    look_at,
    take_picture,
)

MOST_TAPS = 3
PATIENCE, A_MOMENT = 20_000, 50  # milliseconds
VOICE = """
window.said = [];
Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
  getVoices: () => [{ lang: "da-DK" }], addEventListener: () => {}, cancel: () => {},
  speak: utterance => { said.push([utterance.lang, utterance.text]); setTimeout(utterance.onend); },
}});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


class Thumb:
    """Taps, and counts them from Min plan."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def begin(self) -> None:
        self.page.goto("/min-plan/")
        expect(self.page.get_by_role("heading", name="Min plan", level=1)).to_be_visible()
        self.taps = 0

    def tap(self, role: str, name: str) -> None:
        # What only screen readers hear may stand apart by a space.
        spoken = re.compile(r"\s*: ".join(map(re.escape, name.split(": "))))
        target = self.page.get_by_role(role, name=spoken).first
        # A link has led on before anything is measured: a tap does not wait for it.
        with self.page.expect_navigation() if role == "link" else nullcontext():
            target.tap()
        self.taps += 1

    def done(self) -> None:
        assert self.taps <= MOST_TAPS


def when_said(page: Page, count: int) -> list[tuple[str, str]]:
    """What was read aloud, once it is that much. The page lets no function wait inside it."""
    for _ in range(PATIENCE // A_MOMENT):
        said = page.evaluate("said")
        if len(said) >= count:
            return said
        page.wait_for_timeout(A_MOMENT)
    raise AssertionError(f"only {said} was said")


@pytest.fixture
def kim(cast) -> Guest:
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Gåtur",
            starts_at=dt.datetime.combine(
                today() + dt.timedelta(days=1), dt.time(10), tzinfo=COPENHAGEN
            ),
            ends_at=None,
            place="HOME",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )
    open_to(cast.job_centre, cast.kim, cast.ida)
    return let_citizen_in(cast.kim, cast.ida)


@pytest.fixture
def thumb(new_context, kim):
    def opened(**how: object) -> Thumb:
        size = {"width": PHONE, "height": HEIGHTS[PHONE]}
        context = new_context(viewport=size, has_touch=True, **how)
        context.add_init_script(VOICE)
        page = context.new_page()
        log_in_as_citizen(page, kim.user.username)
        return Thumb(page)

    return opened


def test_four_things_take_three_taps_each_at_most(cast, thumb):
    lise = let_in(cast.lise, cast.ida)
    me = thumb()

    me.begin()
    expect(me.page.get_by_text("kommer Ida hjem til dig.")).to_be_visible()
    assert_accessible(me.page)

    me.begin()
    me.tap("button", "Læs højt: Min næste aftale")
    said = when_said(me.page, 3)
    assert {language for language, _text in said} == {"da-DK"}
    assert said[0][1] == "Min næste aftale"
    assert "kommer Ida hjem til dig." in " ".join(text for _language, text in said)
    me.done()

    me.begin()
    me.tap("button", "Jeg har gjort det: Ned i gården")
    expect(me.page.get_by_text("Godt gået! Du har nået: Ned i gården")).to_be_visible()
    assert_accessible(me.page)
    me.done()

    me.begin()
    me.tap("link", "Hvem ser hvad")
    me.tap("link", "Stop for Jobcenter Aabenby")
    me.tap("button", "Ja, stop")
    expect(me.page.get_by_text("Det er stoppet.")).to_be_visible()
    assert_accessible(me.page)
    me.done()
    with acting(lise.actor):
        assert opened_citizens() == []


def test_it_works_without_a_script(thumb):
    me = thumb(java_script_enabled=False)

    me.begin()
    expect(me.page.get_by_role("button", name="Læs højt").first).to_be_hidden()
    me.tap("button", "Jeg har gjort det: Ned i gården")
    me.tap("button", "Fortryd: Ned i gården")
    expect(me.page.get_by_text("Det er lavet om.")).to_be_visible()
    me.tap("button", "Større skrift")
    expect(me.page.get_by_role("button", name="Større skrift")).to_have_attribute(
        "aria-pressed", "true"
    )


PAGES = {
    "plan": "/min-plan/",
    "steps": "/mine-skridt/",
    "appointments": "/mine-aftaler/",
    "sharing": "/hvem-ser-hvad/",
    "writing": "/skriv/",
    "message": "/skriv/besked/",
    "call-me": "/skriv/ring/",
    "story": "/min-plan/historie/",
    "telling": "/min-plan/historie/nu/",
    "path": "/min-plan/vejen/",
    "paper": "/min-plan/papir/",
}


def letters(page: Page, percent: int) -> None:
    """As somebody who has told their browser so sees it: everything is measured in rem."""
    size = "" if percent == 100 else f"{percent * 0.625}%"
    page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", size)


def test_every_page_holds_at_320_pixels_and_with_letters_twice_as_large(thumb):
    me, found = thumb(), []
    for name, address in PAGES.items():
        me.page.goto(address)
        for width, percent in ((SMALLEST, 100), (SMALLEST, 200), (PHONE, 100), (DESK, 100)):
            look_at(me.page, width)
            letters(me.page, percent)
            found += [f"{name} {width} {percent}: {what}" for what in me.page.evaluate(SPILLING)]
            found += [f"{name} {width} {percent}: {what}" for what in me.page.evaluate(CRAMPED)]
            take_picture(me.page, f"citizen-{name}" + (f"-{percent}" if percent > 100 else ""))
        assert_accessible(me.page)
    assert found == []


def test_pages_hold_in_forced_colours_without_motion_and_on_paper(thumb):
    me = thumb(forced_colors="active", reduced_motion="reduce")

    for name, address in PAGES.items():
        me.page.goto(address)
        assert_accessible(me.page)
        me.page.emulate_media(media="print")
        assert not me.page.get_by_role("navigation", name="Hovedmenu").is_visible()
        me.page.emulate_media(media="screen")
        if name == "plan":
            take_picture(me.page, "citizen-plan-forced")
