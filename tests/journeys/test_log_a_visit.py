"""Ida logs a visit with her thumb: from I dag to saved in five taps at most, beside the note."""

import datetime as dt

import pytest
from playwright.sync_api import Locator, Page, expect

from hjemmebane.domain.contacts.actions import add_visit_template, make_appointment
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from tests.journeys.inspection import HEIGHTS, PHONE, inspect

MOST_TAPS = 5
NOTE = "Vi gik rundt om søen. Kim var glad for ænderne."
ON_A_PHONE = {"has_touch": True, "viewport": {"width": PHONE, "height": HEIGHTS[PHONE]}}
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


class Thumb:
    """Taps, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, target: Locator) -> None:
        target.scroll_into_view_if_needed()
        target.tap()
        self.taps += 1

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def choice(self, group: str, name: str) -> Locator:
        return self.page.get_by_role("group", name=group).get_by_text(name, exact=True)


@pytest.fixture
def agreed_today(cast):
    """A walk with Kim that was agreed for midnight, so that it has begun whatever the hour."""
    starts_at = dt.datetime.combine(today(), dt.time(), COPENHAGEN)
    with acting(cast.bo.actor):
        add_visit_template(
            id=new_id(),
            team=cast.team_one,
            values={"name": "Gåtur", "place": "OUTDOORS", "note": "Hvad lavede vi:\nNæste gang:"},
            by=cast.bo.actor,
            at=now(),
        )
    with acting(cast.ida.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Gåtur",
            starts_at=starts_at,
            ends_at=starts_at + dt.timedelta(minutes=45),
            place="OUTDOORS",
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=starts_at - dt.timedelta(days=7),
        )


@pytest.fixture
def thumb(cast, agreed_today, come_in, scripts):
    return at_today(come_in("ida", java_script_enabled=scripts, **ON_A_PHONE))


def at_today(page):
    expect(page.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    return Thumb(page)


def arrive(thumb):
    thumb.tap(thumb.button("Jeg er fremme hos Kim Krog"))
    expect(thumb.page.get_by_text("Du er hos Kim Krog")).to_be_visible()


def logged(cast):
    with acting(cast.ida.actor):
        return list(Contact.objects.order_by("recorded_at"))


@WAYS
def test_visit_is_logged_in_five_taps(thumb, cast, agreed_today, scripts):
    page = thumb.page
    if scripts:
        inspect(page, "state-today-with-a-visit")

    thumb.tap(page.get_by_role("link", name="Log kontakt med Kim Krog"))
    expect(page.get_by_role("heading", name="Log kontakt", level=1)).to_be_visible()
    if scripts:
        inspect(page, "state-log-a-visit")
    thumb.tap(thumb.choice("Hvad kom der ud af det", "Mødtes"))
    thumb.tap(thumb.choice("Hvordan så borgeren ud til at have det", "Godt"))
    page.get_by_label("Notat").fill(NOTE)
    thumb.tap(thumb.button("Gem kontakten"))

    expect(page.get_by_text("Kontakten er gemt.")).to_be_visible()
    expect(page.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    assert thumb.taps <= MOST_TAPS
    [contact] = logged(cast)
    assert (contact.note, contact.mood, contact.direct_minutes) == (NOTE, "GOOD", 45)
    assert contact.appointment_id == agreed_today.pk


@WAYS
def test_attempt_is_logged_in_two_taps(thumb, cast, scripts):
    thumb.tap(thumb.page.get_by_role("link", name="Log forsøg hos Kim Krog"))
    thumb.tap(thumb.button("Gem kontakten"))

    expect(thumb.page.get_by_text("Kontakten er gemt.")).to_be_visible()
    assert thumb.taps <= MOST_TAPS
    [contact] = logged(cast)
    assert (contact.outcome, contact.direct_minutes) == ("NOT_MET", 0)


@WAYS
def test_arrival_survives_a_reload_and_another_phone(thumb, cast, come_in, scripts):
    page = thumb.page
    arrive(thumb)
    page.reload()
    expect(page.get_by_text("Du er hos Kim Krog")).to_be_visible()

    other = at_today(come_in("ida", java_script_enabled=scripts, **ON_A_PHONE))
    if scripts:
        inspect(other.page, "state-today-arrived")
    other.tap(other.button("Af sted igen"))
    expect(other.page.get_by_label("Minutter med borgeren")).to_have_value("1")
    other.page.get_by_label("Notat").fill(NOTE)
    other.tap(other.button("Gem kontakten"))

    expect(other.page.get_by_role("heading", name="I dag", level=1)).to_be_visible()
    assert thumb.taps + other.taps <= MOST_TAPS
    assert [one.note for one in logged(cast)] == [NOTE]


@WAYS
def test_template_and_arrival_throw_nothing_away(thumb, cast, scripts):
    page = thumb.page
    arrive(thumb)
    page.goto(f"/borgere/{cast.kim.citizen.pk}/kontakt/ny/")
    page.get_by_label("Notat").fill(NOTE)
    page.get_by_label("Fulgte med til").fill("Søen")
    thumb.tap(thumb.choice("Hvordan så borgeren ud til at have det", "Midt imellem"))

    thumb.tap(thumb.button("Gåtur"))
    expect(page.get_by_label("Hvor", exact=True)).to_have_value("OUTDOORS")
    thumb.tap(thumb.button("Af sted igen: sæt minutterne"))
    expect(page.get_by_label("Minutter med borgeren")).to_have_value("1")

    expect(page.get_by_label("Fulgte med til")).to_have_value("Søen")
    expect(page.get_by_label("Notat")).to_have_value(f"{NOTE}\n\nHvad lavede vi:\nNæste gang:")
    expect(page.get_by_role("radio", name="Midt imellem")).to_be_checked()
    if scripts:
        inspect(page, "state-log-with-a-template")
    page.get_by_label("Minutter med borgeren").press("Enter")
    expect(page.get_by_text("Kontakten er gemt.")).to_be_visible()
    assert [(one.note, one.mood) for one in logged(cast)] == [(NOTE, "IN_BETWEEN")]


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_history_and_correction_are_at_hand(thumb, cast, scripts):
    page = thumb.page
    thumb.tap(page.get_by_role("link", name="Log forsøg hos Kim Krog"))
    thumb.tap(thumb.button("Gem kontakten"))
    expect(page.get_by_text("Kontakten er gemt.")).to_be_visible()
    page.goto(f"/borgere/{cast.kim.citizen.pk}/kontakt/")

    heading = page.get_by_role("heading", name="Det er sket")
    assert heading.bounding_box()["y"] < 2 * HEIGHTS[PHONE]
    correct = page.get_by_role("link", name="Ret Besøg")
    assert correct.bounding_box()["height"] >= 44
    thumb.tap(correct)
    page.get_by_label("Notat").fill("Der var lys i vinduet")
    thumb.tap(thumb.button("Gem kontakten"))

    entry = page.get_by_role("listitem").filter(has_text="Der var lys i vinduet")
    thumb.tap(entry.get_by_text("Sådan stod der før"))
    expect(entry).to_contain_text("Rettet af Ida, i dag")
    inspect(page, "state-contact-corrected")
