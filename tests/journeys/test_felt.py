"""A day in the field on a telephone, against the real service."""

import datetime as dt
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, expect

from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.contacts.models import Contact
from hjemmebane.domain.courses.choices import Place
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.design.field.hands import Phone
from tests.factories.cast import PASSWORD, Cast
from tests.journeys.doors import log_in

NOTE = "Vi fodrede ænder, og Kim fortalte om båden."


@pytest.fixture
def phone(browser: Browser, base_url: str, cast: Cast) -> Iterator[Phone]:
    """Ida's, with an appointment with Kim in ten minutes. It complains when it is offline."""
    soon = now() + dt.timedelta(minutes=10)
    with acting(cast.ida.actor):
        make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Hjemmebesøg",
            starts_at=soon,
            ends_at=soon + dt.timedelta(minutes=45),
            place=Place.HOME,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now(),
        )
    size = {"width": 390, "height": 844}
    context = browser.new_context(base_url=base_url, locale="da-DK", viewport=size)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    made = Phone(context, SimpleNamespace(url=base_url))
    log_in(made.page, "ida", PASSWORD)
    made.open()
    made.choose_pin()
    expect(made.page.get_by_role("heading", name="Kim Krog")).to_be_visible()
    made.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    yield made
    context.close()
    assert errors == []


def notes(cast: Cast) -> list[str]:
    with acting(cast.ida.actor):
        return list(Contact.objects.values_list("note", flat=True))


def expect_all_sent(phone: Phone) -> None:
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_text("Alt er sendt")).to_be_visible()


def test_visit_takes_four_taps_with_and_without_a_network(phone, cast):
    phone.log_visit(NOTE)
    assert phone.taps == 4
    expect_all_sent(phone)
    phone.page.close()
    phone.offline()
    phone.page = phone.context.new_page()
    phone.open()
    phone.unlock()

    phone.taps = 0
    phone.log_visit("Uden netværk")
    assert phone.taps == 4
    assert notes(cast) == [NOTE]
    phone.online()
    expect_all_sent(phone)

    assert sorted(notes(cast)) == sorted([NOTE, "Uden netværk"])
    phone.page.goto(f"/borgere/{cast.kim.citizen.pk}/kontakt/")
    expect(phone.page.get_by_text(NOTE).first).to_be_visible()


def test_logout_takes_the_day_and_leaves_what_is_unsent_until_its_owner_comes_back(phone, cast):
    phone.offline()
    phone.log_visit(NOTE)
    phone.tap("Lås")
    phone.online()
    phone.page.goto("/log-ud/")
    phone.page.get_by_role("button", name="Log ud").last.click()
    expect(phone.page.get_by_label("Brugernavn")).to_be_visible()
    phone.page.wait_for_timeout(1000)
    rows = phone.rows()
    assert (rows["day"], rows["dayKeys"], rows["out"]) == (0, 0, 1)
    assert "Kim Krog" not in phone.dump()

    log_in(phone.page, "ida", PASSWORD)
    phone.open()
    phone.unlock()

    expect_all_sent(phone)
    assert notes(cast) == [NOTE]
