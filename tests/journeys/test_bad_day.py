"""A thousand things written on a bad day in the field: none is lost, and none is there twice."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hjemmebane.domain.contacts.actions import give_task
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import Attachment, Contact, Task, TrafficLightObservation
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.design.field.hands import PIN, script
from tests.factories.cast import PASSWORD, Cast
from tests.journeys.doors import log_in
from tests.journeys.road import GOOD, Road

SHARES, VISITS, LIGHTS, TASKS, RECORDINGS = 10, 50, 30, 10, 10
A_WHILE, LONG = 4_000, 400_000  # milliseconds; what is done ends at once
FAULTS = ("lost", "late", "twice", "overtaken", "cut", "broken", "unanswered", "stale")


@pytest.fixture
def road(base_url: str) -> Iterator[Road]:
    made = Road(base_url, seed=20261123)
    yield made
    made.close()


@pytest.fixture
def phone(browser: Browser, road: Road, cast: Cast) -> Iterator[Page]:
    """Ida's, with Felt open and a PIN of its own."""
    context = browser.new_context(base_url=road.url, locale="da-DK")
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.set_default_timeout(60_000)
    log_in(page, "ida", PASSWORD)
    page.goto("/felt/")
    page.get_by_label("Kode", exact=True).fill(PIN)
    page.get_by_label("Skriv koden igen").fill(PIN)
    page.get_by_role("button", name="Gem koden").click()
    expect(page.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    yield page
    context.close()
    assert errors == []


def tasks_for(cast: Cast, how_many: int) -> list[str]:
    with acting(cast.ida.actor):
        return [
            str(
                give_task(
                    id=new_id(),
                    about=cast.kim.course,
                    what=f"Opgave {number}",
                    staff_member=cast.ida.staff_member,
                    by=cast.ida.actor,
                    at=now(),
                ).pk
            )
            for number in range(how_many)
        ]


def at_the_service(cast: Cast, made: list[dict[str, str]]) -> set[str]:
    """The ids of those items that the service holds."""
    with acting(cast.ida.actor):
        rows = {
            str(key)
            for model in (Contact, TrafficLightObservation, Attachment)
            for key in model.objects.values_list("pk", flat=True)
        }
        done = Task.objects.filter(status=ReminderStatus.DONE).values_list("pk", flat=True)
        settled = {str(key) for key in done}
    return {one["id"] for one in made if one["id"] in rows or one["task"] in settled}


def weather(road: Road) -> dict[str, int]:
    """Some of the faults, more or less often."""
    drawn = {fault: road.random.choice((0, 1, 3)) for fault in FAULTS}
    return {"pass": 8, **{fault: weight for fault, weight in drawn.items() if weight}}


def standing(page: Page) -> dict[str, list]:
    told: dict[str, list] = page.evaluate(script("standing"))
    return told


def assert_true(page: Page, cast: Cast, made: list[dict[str, str]]) -> None:
    """What the device says it has sent is there; what is not there is still on the device."""
    told = standing(page)
    unsent = {key for key, *_ in told["unsent"]}
    there = at_the_service(cast, made)
    assert {state for _, state, _ in told["unsent"]} <= {"waiting"}, told["unsent"]
    assert {one["id"] for one in made} - there <= unsent
    assert set(told["received"]) <= there
    assert unsent.isdisjoint(told["received"])
    assert unsent | set(told["received"]) == {one["id"] for one in made}


def test_a_thousand_items_over_bad_roads_are_received_once_each(phone, road, cast):
    tasks = tasks_for(cast, SHARES * TASKS)
    made: list[dict[str, str]] = []
    for share in range(SHARES):
        given = {
            "share": share,
            "citizen": str(cast.kim.citizen.pk),
            "staff": str(cast.ida.staff_member.pk),
            "tasks": tasks[share * TASKS : (share + 1) * TASKS],
            "visits": VISITS,
            "lights": LIGHTS,
            "recordings": RECORDINGS,
        }
        made += phone.evaluate(script("a_share"), given)
        road.weather = weather(road)
        phone.evaluate(script("drive"), A_WHILE)
        assert_true(phone, cast, made)
        if share % 4 == 3:  # the browser dies, and is opened again
            phone.reload()
            phone.get_by_label("Kode", exact=True).fill(PIN)
            phone.get_by_role("button", name="Lås op").click()
            expect(phone.get_by_role("heading", name="Mine aftaler")).to_be_visible()
    road.weather = GOOD

    phone.evaluate(script("drive"), LONG)

    told = standing(phone)
    assert told["unsent"] == []
    assert len(made) == SHARES * (VISITS + LIGHTS + TASKS + RECORDINGS) == 1000
    assert at_the_service(cast, made) == {one["id"] for one in made}
    with acting(cast.ida.actor):
        notes = Counter(Contact.objects.values_list("note", flat=True))
        lights = Counter(TrafficLightObservation.objects.values_list("note", flat=True))
    assert sum(notes[f"Besøg {s}-{n}"] for s in range(SHARES) for n in range(VISITS)) == 500
    assert set(notes.values()) | set(lights.values()) == {1}
    assert set(road.happened) >= set(FAULTS)
