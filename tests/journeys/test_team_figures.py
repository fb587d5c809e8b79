"""From the team's page to what is due, to the figures, and to the same figures on paper."""

from http import HTTPStatus

from playwright.sync_api import expect

from tests.journeys.inspection import assert_accessible


def test_a_coordinator_goes_from_what_is_due_to_the_figures_and_their_paper(shared_demo, come_in):
    page = come_in("koordinator1")
    page.goto("/teamet/")
    page.get_by_role("link", name="Målinger", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Målinger i teamet")
    expect(page.get_by_role("table", name="Hvem der skal måles")).to_be_visible()

    page.get_by_role("link", name="Tal for teamet").click()

    expect(page.get_by_role("figure").get_by_role("img")).to_have_count(6)
    start = page.get_by_role("img", name="Figur 3: Teamets vurdering af borgernes funktionsevne")
    expect(start).to_be_visible()
    table = page.get_by_role("table", name="Figur 5: Teamets vurdering")
    expect(table.get_by_role("row")).to_have_count(12)
    assert_accessible(page)

    paper = page.get_by_role("link", name="Figurerne på papir").get_attribute("href")
    answer = page.request.get(paper)
    assert answer.status == HTTPStatus.OK
    assert answer.body().startswith(b"%PDF")


def test_a_manager_finds_the_figures_and_nobody_in_them(shared_demo, come_in):
    page = come_in("leder1")
    page.goto("/teamet/")
    page.get_by_role("link", name="Målinger", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tal for teamet")
    expect(page.get_by_role("figure").get_by_role("img")).to_have_count(5)
    expect(page.get_by_text("ingen enkelt borger kan kendes")).to_be_visible()
    expect(page.get_by_role("main").get_by_text("Susanne")).to_have_count(0)
