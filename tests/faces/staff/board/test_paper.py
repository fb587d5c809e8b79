"""The board on A3: the same words as on the screen, arranged the same way."""

import datetime as dt

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.courses.actions import put_on_hold
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.faces.documents.test_papers import is_tagged, read, text_of
from tests.factories.boards import gather_crowd
from tests.factories.browsing import browser
from tests.factories.courses import HOLD

PAPER = "/tavlen/papir.pdf"


@pytest.fixture
def crowd(cast):
    return gather_crowd(cast)


def test_paper_says_what_the_board_says(cast, crowd):
    values = {**HOLD, "from_on": today(), "review_on": today() + dt.timedelta(days=7)}
    with acting(cast.ida.actor):
        put_on_hold(id=new_id(), course=cast.kim.course, values=values, by=cast.ida.actor, at=now())

    response = browser(cast.ida).get(PAPER)

    assert response["Content-Type"] == "application/pdf"
    is_tagged(response.content, "Tavlen")
    said = text_of(response.content)
    for words in ("Team et", "Kim Krog", "I bero", "Rød", "Krise", "Brobygning", "Ikke set på"):
        assert words in said


def test_paper_is_a3_across(cast, crowd):
    sheet = read(browser(cast.ida).get(PAPER).content).pages[0].mediabox

    assert (round(sheet.width), round(sheet.height)) == (1191, 842)


def test_board_leads_to_its_paper_with_the_same_choices(cast, crowd):
    client = browser(cast.ida)
    url = client.get("/tavlen/?lys=roed&grupper=del").context["page"].paper_url

    said = text_of(client.get(url).content)

    assert ("Kim Krog" in said, "Aage Holm" in said) == (True, False)
    assert "rødt lys" in said


def test_reading_it_is_noted(cast, crowd):
    browser(cast.ida).get(PAPER)

    with acting(cast.ida.actor):
        read_about = Access.objects.filter(what="Tavlen på papir").values("citizen_id")
        assert read_about.count() == 3


def test_choice_that_leaves_nobody_is_an_empty_sheet(cast):
    assert browser(cast.omar).get(f"{PAPER}?lys=roed").status_code == 200


def test_paper_is_not_for_managers(cast):
    assert browser(cast.mette).get(PAPER).status_code == 404
