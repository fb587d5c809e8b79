"""An appointment is drawn to another day on a desk, and moved by its form on a phone."""

import datetime as dt

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from tests.journeys.inspection import assert_accessible

DAY = dt.timedelta(days=1)
MONDAY = today() - today().weekday() * DAY + 7 * DAY
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ROW = 22  # the height of a quarter of an hour


def at(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), COPENHAGEN)


MONDAY_AT_TEN = at(MONDAY, 10)


@pytest.fixture
def agree(cast):
    """Ida sees Kim at ten on Monday, with Bo, unless said otherwise."""

    def agree(starts_at: dt.datetime = MONDAY_AT_TEN, **changes: object) -> Appointment:
        values = {"companions": [cast.bo.staff_member], **changes}
        with acting(cast.ida.actor):
            return make_appointment(
                id=new_id(),
                course=cast.kim.course,
                what="Gå en tur",
                starts_at=starts_at,
                ends_at=starts_at + dt.timedelta(hours=1),
                place="OUTDOORS",
                staff_member=cast.ida.staff_member,
                by=cast.ida.actor,
                at=now(),
                **values,
            )

    return agree


def week_of(page: Page) -> None:
    year, week, _ = MONDAY.isocalendar()
    page.goto(f"{reverse('staff:calendar:page')}?uge={year}-W{week:02}")


def draw(page: Page, block: Locator, *, days: int = 0, quarters: int = 0) -> None:
    """Take the block at its first line and let it go somewhere else."""
    block.scroll_into_view_if_needed()
    box, width = block.bounding_box(), page.locator("[data-day]").first.bounding_box()["width"]
    x, y = box["x"] + box["width"] - 8, box["y"] + 8
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + days * width / 2, y + quarters * ROW / 2)
    page.mouse.move(x + days * width, y + quarters * ROW)
    page.mouse.up()


def starts(cast, made: Appointment) -> dt.datetime:
    with acting(cast.ida.actor):
        return Appointment.objects.get(pk=made.pk).starts_at


def test_block_is_drawn_to_another_day_and_kept(come_in, cast, agree):
    made = agree()
    page = come_in("ida", viewport=DESK)
    week_of(page)
    block = page.locator("[data-move]")
    expect(block).to_contain_text("Sammen med Bo")
    assert_accessible(page)

    draw(page, block, days=1, quarters=4)

    expect(page.get_by_text("Aftalen er flyttet.")).to_be_visible()
    expect(page.locator(f"[data-day='{MONDAY + DAY}'] [data-move]")).to_contain_text("11.00")
    assert starts(cast, made) == at(MONDAY + DAY, 11)


def test_refused_block_goes_back_and_the_page_says_why(come_in, cast, agree):
    made = agree()
    agree(at(MONDAY + DAY, 10))
    page = come_in("ida", viewport=DESK)
    week_of(page)

    draw(page, page.locator(f"[data-day='{MONDAY}'] [data-move]"), days=1)

    told = page.locator("[data-hjemmebane-told]")
    expect(told).to_contain_text("Aftalen er ikke flyttet. Ida har en aftale med Kim Krog")
    expect(page.locator(f"[data-day='{MONDAY}'] [data-move]")).to_be_visible()
    assert starts(cast, made) == at(MONDAY, 10)

    told.get_by_role("link").click()
    expect(page.get_by_label("Hvornår")).to_have_value(f"{MONDAY + DAY}T10:00")


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without"])
def test_phone_has_a_list_and_a_form(come_in, cast, agree, scripted):
    made = agree()
    page = come_in("ida", viewport=PHONE, java_script_enabled=scripted)
    week_of(page)

    page.get_by_role("link", name="Flyt Gå en tur med Kim Krog").click()
    page.get_by_label("Hvornår").fill(f"{MONDAY + 2 * DAY}T12:00")
    page.get_by_role("button", name="Flyt aftalen").click()

    expect(page.get_by_text("Aftalen er flyttet.")).to_be_visible()
    assert starts(cast, made) == at(MONDAY + 2 * DAY, 12)
