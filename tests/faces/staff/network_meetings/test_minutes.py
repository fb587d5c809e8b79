"""The minutes of a network meeting, in the version that each may have."""

import io

import pytest
from pypdf import PdfReader

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.meetings.choices import NetworkRefusal
from hjemmebane.domain.meetings.models import (
    MinutesHandover,
    NetworkVoice,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.written import written_day
from tests.faces.staff.network_meetings.kitchen import ROUND, kept
from tests.factories.browsing import words
from tests.factories.courses import end_today


def test_each_gets_the_minutes_in_their_own_version(kitchen):
    kitchen.gathers()
    kitchen.says("Kim Krog", "Jeg vil have ro")
    kitchen.says("Kim Krog", "Jeg er bange for min far", stays_here="on")
    marie = kitchen.guests()["Marie"]
    kitchen.post("promise", guest=marie.pk, what="Kommer til kaffe")
    assert kitchen.page("minutes", marie.pk).status_code == 404
    kitchen.closes()

    guests = kitchen.guests()
    whole = words(kitchen.page("minutes", guests["Kim Krog"].pk))
    sisters = words(kitchen.page("minutes", guests["Marie"].pk))
    partners = words(kitchen.page("minutes", guests["Lise"].pk))
    for version in (whole, sisters, partners):
        assert "Jeg vil have ro" in version
    assert "Jeg er bange for min far" in whole
    assert "Jeg er bange for min far" not in sisters + partners
    assert "Kommer til kaffe" in whole
    assert "Kommer til kaffe" in sisters
    assert "Kommer til kaffe" not in partners
    assert "Jeg er bange for min far" in words(kitchen.page())


def test_paper_holds_the_version_and_nothing_else(kitchen):
    kitchen.gathers()
    kitchen.says("Kim Krog", "Jeg vil have ro")
    kitchen.says("Kim Krog", "Jeg er bange for min far", stays_here="on")
    marie = kitchen.guests()["Marie"]
    kitchen.post("promise", guest=marie.pk, what="Kommer til kaffe", due_on=today().isoformat())
    kitchen.closes()

    def on_paper(name):
        answer = kitchen.page("paper", kitchen.guests()[name].pk)
        assert answer["Content-Type"] == "application/pdf"
        pages = PdfReader(io.BytesIO(answer.content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    whole, partners = on_paper("Kim Krog"), on_paper("Lise")
    for shown in ("Referat af netværksmøde", "Til Kim Krog", "Kommer til kaffe", "Runden"):
        assert shown in whole
    assert "Jeg er bange for min far" in whole
    assert "Jeg vil have ro" in partners
    assert "bange" not in partners
    assert "kaffe" not in partners


def test_minutes_say_which_consent_they_were_given_on(kitchen):
    kitchen.gathers()
    kitchen.closes()
    guests = kitchen.guests()
    kitchen.post("minutes", guests["Marie"].pk)
    assert "Hviler på" not in words(kitchen.page())  # Marie needed nobody's leave

    kitchen.post("minutes", guests["Lise"].pk)

    consent = next(one for one in kept(kitchen.ida, Consent) if one.organisation_id)
    rests_on = f"Hviler på samtykket fra {written_day(consent.from_on)}: {consent.purpose}."
    for page in (kitchen.page(), kitchen.page("minutes", guests["Lise"].pk)):
        assert rests_on in words(page)


def test_handing_over_is_logged_and_stops_with_the_consent(kitchen):
    kitchen.gathers()
    kitchen.closes()
    guests = kitchen.guests()
    lise, marie = guests["Lise"].pk, guests["Marie"].pk

    assert kitchen.post("minutes", marie).status_code == 302
    (handover,) = kept(kitchen.ida, MinutesHandover)
    assert handover.invitation_id == marie
    assert "af Ida" in words(kitchen.page("minutes", marie))
    assert "Referat til Marie Givet" in words(kitchen.page())

    kitchen.withdraws()
    page = words(kitchen.page("minutes", lise))
    assert "Der er ikke noget referat at give" in page
    assert kitchen.page("paper", lise).status_code == 404
    refused = kitchen.post("minutes", lise)
    assert refused.status_code == 422
    assert NetworkRefusal.NO_LONGER_ALLOWED.label in words(refused)
    assert len(kept(kitchen.ida, MinutesHandover)) == 1


def test_readings_are_logged_as_what_they_are(kitchen):
    kitchen.gathers()
    kitchen.closes()
    kitchen.page("minutes", kitchen.guests()["Marie"].pk)

    with acting(kitchen.ida.actor):
        read = set(Access.objects.values_list("what", flat=True))
    assert {"Netværksmøde", "Referat af netværksmøde, én deltagers udgave"} <= read


def test_ended_course_can_be_read_and_not_written(kitchen):
    kitchen.gathers()
    kitchen.closes()
    assert "Føj noget til" in words(kitchen.page())
    assert kitchen.says("Marie", "Og en ting til").status_code == 302
    assert "Tilføjet senere" in words(kitchen.page())


@pytest.mark.parametrize("is_closed", [True, False])
def test_words_are_kept_back_also_after_the_course(kitchen, is_closed):
    kitchen.gathers()
    kitchen.says("Marie", "Jeg er bange")
    if is_closed:
        kitchen.closes()
    with acting(kitchen.ida.actor):
        end_today(kitchen.cast.kim, kitchen.ida)
    (voice,) = kept(kitchen.ida, NetworkVoice)

    assert kitchen.url("reword", voice.pk) in kitchen.page("round", ROUND).text
    form = kitchen.page("reword", voice.pk)
    assert "Jeg er bange" in words(form)
    assert 'name="text"' not in form.text
    assert kitchen.post("reword", voice.pk, version=1, stays_here="on").status_code == 302
    (voice,) = kept(kitchen.ida, NetworkVoice)
    assert (voice.text, voice.stays_here) == ("Jeg er bange", True)
