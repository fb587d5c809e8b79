"""Somebody without a login points out a citizen, loses the page, sends, and is asked back."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from hjemmebane.domain.courses.actions import ask_referrer
from hjemmebane.domain.courses.models import Referral
from hjemmebane.faces.public.referrals.forms import referral
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.journeys.inspection import inspect

PAPER = b"%PDF-1.7\n1 0 obj\n"
QUESTION = "Hvornår træffer man ham bedst?"


@pytest.fixture
def page(cast, new_context, settings, monkeypatch):
    # A journey fills in forms as fast as a machine.
    monkeypatch.setattr(referral, "FASTEST", dt.timedelta())
    with fake_clamd() as settings.CLAMAV:
        yield new_context(viewport={"width": 390, "height": 844}).new_page()


def ask(cast):
    with acting(cast.ida.actor):
        ask_referrer(
            referral=Referral.objects.get(),
            question=QUESTION,
            version=1,
            by=cast.ida.actor,
            at=now(),
        )


def choose_file(page, content):
    paper = {"name": "epikrise.pdf", "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Filer").set_input_files(paper)


def write(page):
    page.get_by_label("Team", exact=True).select_option(label="Team et, Aabenby")
    page.get_by_label("Dit navn").fill("Rie Ravn")
    page.get_by_label("Din telefon").fill("12 34 56 78")
    page.get_by_label("Borgerens navn").fill("Manden ved stationen")
    page.get_by_label("Det, der er svært").fill("Sover ude, også når det fryser.")
    page.get_by_label("Hvorfor denne indsats?").fill("Han åbner ikke for andre.")
    page.get_by_label("Ønsker og drømme").fill("En seng og en hund.")


def send(page):
    page.get_by_role("button", name="Send henvisningen").click()


def test_referral_from_first_word_to_answer(page, cast):
    page.goto("/login/")
    page.get_by_role("main").get_by_role("link", name="Henvis en borger").click()
    write(page)
    expect(page.get_by_text("Din kladde er gemt på denne enhed")).to_be_visible()

    page.reload()
    expect(page.get_by_label("Ønsker og drømme")).to_have_value("En seng og en hund.")
    choose_file(page, PAPER + EICAR)
    send(page)
    expect(page.get_by_text("ser ud til at indeholde virus").first).to_be_visible()
    expect(page.get_by_label("Ønsker og drømme")).to_have_value("En seng og en hund.")
    inspect(page, "refer-refused")

    choose_file(page, PAPER)
    send(page)
    expect(page.get_by_role("heading", name="Tak – din henvisning er modtaget")).to_be_visible()
    code = page.locator("p[translate=no]").inner_text().split()[-1]
    inspect(page, "refer-receipt")

    ask(cast)
    page.get_by_role("link", name="Se, hvordan det går").click()
    page.get_by_label("Din kode").fill(code.lower())
    page.get_by_role("button", name="Se status").click()
    expect(page.get_by_text(QUESTION)).to_be_visible()
    inspect(page, "refer-asked")
    page.get_by_label("Dit svar").fill("Om morgenen, ved kiosken.")
    page.get_by_role("button", name="Send svaret").click()
    expect(page.get_by_text("Dit svar er sendt til teamet")).to_be_visible()

    page.goto("/henvis/")
    expect(page.get_by_label("Ønsker og drømme")).to_have_value("")
    with acting(cast.ida.actor):
        received = Referral.objects.get()
    assert (received.wishes, received.answer) == (
        "En seng og en hund.",
        "Om morgenen, ved kiosken.",
    )
