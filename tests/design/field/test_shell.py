"""The worker keeps the shell and nothing else, and a new edition takes nothing with it."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.design.field.hands import Phone, script
from tools.chromium import LAUNCH_ARGUMENTS, find_whole_chromium

NOTE = "Skrevet før den nye udgave"


def listed(service):
    text = service.worker_source()
    return json.loads(text.partition("self.felt = ")[2].partition(";\n")[0])


def test_cache_holds_exactly_the_shell_and_its_files(phone, service):
    phone.begin()
    phone.log_visit(NOTE)
    felt = listed(service)

    [(name, addresses)] = phone.page.evaluate(script("cached")).items()

    assert name == f"felt-{felt['version']}"
    assert sorted(urlsplit(one).path for one in addresses) == sorted(["/felt/", *felt["assets"]])
    assert not any(urlsplit(one).path.startswith("/felt/n") for one in addresses)


def test_every_module_and_style_comes_from_the_phone_without_a_network(phone, service):
    phone.begin()
    phone.page.close()
    phone.offline()
    phone.page = phone.context.new_page()
    failed = []
    phone.page.on("requestfailed", lambda request: failed.append(request.url))
    phone.open()
    phone.unlock()
    expect(phone.page.get_by_role("heading", name="Mine aftaler")).to_be_visible()

    assert [url for url in failed if "/static/" in url] == []


def test_new_edition_is_offered_and_takes_nothing_with_it(phone, service):
    phone.begin()
    phone.offline()
    phone.log_visit("I udbakken")
    service.fault = lambda _method, path: "500" if "ind" in path else None
    phone.online()
    phone.tap("Log besøg")
    phone.write("Notat", NOTE)
    service.edition = "b"
    phone.page.evaluate("navigator.serviceWorker.ready.then((one) => one.update()).then(() => 1)")
    expect(phone.page.get_by_text("Ny udgave – hent nu")).to_be_visible()

    phone.tap("Hent nu")

    expect(phone.page.get_by_role("heading", name="Lås op")).to_be_visible()
    names = list(phone.page.evaluate(script("cached")))
    assert [name for name in names if name.startswith("felt-b")] == names
    phone.unlock()
    phone.tap("Skriv videre")
    expect(phone.page.get_by_label("Notat")).to_have_value(NOTE)
    assert phone.rows()["out"] == 1


def test_other_pages_go_to_the_network(phone, service):
    phone.begin()
    phone.page.goto(service.url + "/felt/enheder/")
    phone.offline()

    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        phone.page.goto(service.url + "/felt/enheder/")


def test_browser_finds_nothing_in_the_way_of_installing(driver, service):
    browser = driver.chromium.launch(
        executable_path=str(find_whole_chromium()), args=LAUNCH_ARGUMENTS
    )
    phone = Phone(browser.new_context(locale="da-DK"), service)
    phone.begin()
    session = phone.context.new_cdp_session(phone.page)
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    manifest = session.send("Page.getAppManifest")
    browser.close()

    assert [one["errorId"] for one in found if one["errorId"] != "in-incognito"] == []
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["name"] == "Felt – Hjemmebane"
