"""Browsers at the doors: a partner with a telephone, a citizen with a paper, a borrowed device."""

import re

from playwright.sync_api import expect

from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.foundation.actors import acting
from tests.factories.cast import PASSWORD
from tests.journeys.doors import choose_password, code_of, read_lock, set_lock
from tests.journeys.inspection import inspect


def test_partner_comes_in_by_a_link_and_a_telephone(cast, come_in, new_context):
    with acting(cast.ida.actor):
        cast.lise.save_changes({"email": "lise@partner.example"}, version=cast.lise.version)
    staff = come_in("ida")
    staff.goto(f"/samarbejde/personer/{cast.lise.pk}/adgang/")
    staff.get_by_role("button", name="Inviter").click()
    expect(staff.get_by_text("Mailen blev sendt")).to_be_visible()
    link = staff.get_by_label("Linket").input_value()

    lise = new_context().new_page()
    lise.goto(link)
    choose_password(lise)
    key = read_lock(lise)
    inspect(lise, "second-factor-to-set-up")
    set_lock(lise, key)
    inspect(lise, "spare-codes")
    lise.get_by_role("link", name="Jeg har skrevet dem ned").click()
    expect(lise.get_by_role("heading", name="Mine borgere")).to_be_visible()

    again = new_context().new_page()
    again.goto("/login/")
    again.get_by_label("Brugernavn").fill("lise@partner.example")
    again.get_by_label("Adgangskode").fill(PASSWORD)
    again.get_by_role("button", name="Log ind").click()
    inspect(again, "second-factor-step")
    again.get_by_label("Koden fra din telefon").fill(code_of(key))
    again.get_by_role("button", name="Log ind").click()
    expect(again.get_by_role("heading", name="Mine borgere")).to_be_visible()
    with acting(cast.ida.actor):
        assert PartnerPerson.objects.get(pk=cast.lise.pk).user_id


def test_citizen_comes_in_with_a_paper(cast, come_in, new_context):
    staff = come_in("ida")
    staff.goto(f"/borgere/{cast.kim.citizen.pk}/netvaerk/")
    staff.get_by_role("link", name="Borgerens adgang").click()
    staff.get_by_role("button", name="Lav en kode").click()
    inspect(staff, "citizens-door-with-a-code")
    code = re.search(r"\w{4}-\w{4}-\w{4}", staff.locator(".hb-code").inner_text()).group()

    kim = new_context().new_page()
    kim.goto("/min-plan/kom-ind/")
    kim.get_by_label("Koden fra dit papir").fill(code.lower())
    kim.get_by_label("Vælg din egen kode").fill("482913")
    kim.get_by_role("button", name="Kom ind").click()
    name = kim.locator(".hb-code").inner_text().split()[-1]
    kim.get_by_role("link", name="Gå til min plan").click()
    expect(kim.get_by_role("heading", name="Min plan", level=1)).to_be_visible()

    again = new_context().new_page()
    again.goto("/min-plan/log-ind/")
    again.get_by_label("Dit navn til login").fill(name)
    again.get_by_label("Din kode").fill("482913")
    again.get_by_role("button", name="Log ind").click()
    expect(again.get_by_role("heading", name="Min plan", level=1)).to_be_visible()


def test_device_is_handed_over_and_taken_back(cast, come_in):
    page = come_in("ida")
    page.goto(f"/borgere/{cast.kim.citizen.pk}/adgang/")
    page.evaluate("sessionStorage.setItem('hjemmebane-draft:here', 'Halvt skrevet')")
    other = page.context.new_page()
    other.goto(f"/borgere/{cast.kim.citizen.pk}/")
    other.evaluate("sessionStorage.setItem('hjemmebane-draft:there', 'Halvt skrevet')")
    page.get_by_role("button", name="Vis sammen").click()
    expect(page.get_by_text("Du låner en enhed af")).to_be_visible()

    expect(other.get_by_role("heading", name="Min plan", level=1)).to_be_visible()
    for tab in (page, other):
        tab.wait_for_load_state()
        kept = tab.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")
        assert not [key for key in kept if key.startswith("hjemmebane-draft:")]
    other.close()
    page.go_back()
    expect(page.get_by_role("heading", name="Siden findes ikke")).to_be_visible()
    page.goto("/min-plan/")
    page.get_by_role("link", name="Giv den tilbage").click()
    inspect(page, "device-to-give-back")
    page.get_by_label("Medarbejderens adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Lås op").click()
    expect(page.get_by_role("heading", name="Kim Krog")).to_be_visible()
