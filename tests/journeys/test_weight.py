"""How many bytes a page costs on a phone's connection, compressed as a proxy compresses them."""

import gzip

import pytest
from playwright.sync_api import Page, Response

from tests.journeys.places import MAIN, Demo, Place

FIRST_VIEW, REPEAT = 150_000, 30_000
COMPRESSED_ALREADY = ("font/", "application/pdf")
WEIGHED = [place for place in MAIN if place.name in {"board", "overview", "plan"}]


def weight(answer: Response) -> int:
    body = answer.body()
    kind = answer.headers.get("content-type", "")
    return len(body) if kind.startswith(COMPRESSED_ALREADY) else len(gzip.compress(body))


def weigh(page: Page, place: Place, demo: Demo) -> dict[str, int]:
    """The bytes of everything the page asks for, by address."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(place.address(demo), wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    return {answer.url: weight(answer) for answer in answers if answer.status == 200}


@pytest.mark.parametrize("place", WEIGHED, ids=str)
def test_page_is_light(place, come_in, new_context, demo):
    known = come_in(place.who).context.storage_state()
    page = new_context(storage_state=known).new_page()
    weights = weigh(page, place, demo)
    own = weights[page.url]
    heaviest = sorted(weights.items(), key=lambda pair: -pair[1])[:6]

    assert any(url.endswith(".woff2") for url in weights), "the fonts were not counted"
    assert sum(weights.values()) <= FIRST_VIEW, heaviest
    # Styles, scripts and fonts have names that change with their content, and are kept.
    assert own <= REPEAT
