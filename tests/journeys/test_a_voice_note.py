"""On the way from a visit Ida speaks instead of typing; Bo hears it and reads the words."""

from django.urls import reverse
from playwright.sync_api import expect

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact
from hjemmebane.domain.contacts.models import Attachment
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.journeys.inspection import HEIGHTS, PHONE, inspect

SPOKE_LONG = 1_200  # milliseconds
WORDS = "Kim sang i køkkenet og viste mig brevet"
ON_A_PHONE = {"viewport": {"width": PHONE, "height": HEIGHTS[PHONE]}, "has_touch": True}


def logged(cast):
    with acting(cast.ida.actor):
        return log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(started_at=now(), note="Kaffe", direct_minutes=30),
            staff=[cast.ida.staff_member],
            sub_goals={},
            by=cast.ida.actor,
            at=now(),
        )


def test_voice_note_is_spoken_and_heard_by_a_colleague(cast, come_in):
    logged(cast)
    contacts = reverse("staff:contacts:page", args=[cast.kim.citizen.pk])
    ida = come_in("ida", **ON_A_PHONE)
    ida.goto(contacts)
    ida.get_by_role("link", name="Lyd og billeder").tap()
    ida.get_by_role("button", name="Tryk, og tal").tap()
    expect(ida.get_by_text("Vi lytter.")).to_be_visible()
    ida.wait_for_timeout(SPOKE_LONG)
    ida.get_by_role("button", name="Stop – jeg er færdig").tap()
    expect(ida.get_by_text("Tryk nu på Gem.")).to_be_visible()
    ida.get_by_label("Med ord").fill(WORDS)
    ida.get_by_role("button", name="Gem", exact=True).tap()
    expect(ida.get_by_text("Gemt på kontakten.")).to_be_visible()
    inspect(ida, "state-a-voice-note")

    bo = come_in("bo")
    bo.goto(contacts)
    expect(bo.get_by_text(WORDS)).to_be_visible()
    sound = bo.locator("audio")
    length = sound.evaluate(
        "heard => new Promise((done, failed) => { heard.preload = 'auto'; heard.onerror = failed;"
        " heard.oncanplay = () => done(heard.readyState); heard.load(); })"
    )
    assert length >= 3  # it plays
    with acting(cast.ida.actor):
        kept = Attachment.objects.get()
    assert kept.seconds is not None
    assert kept.seconds >= 1
