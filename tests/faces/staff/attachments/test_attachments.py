"""Lyd og billeder: added, heard from any place, put in words, and for the team alone."""

import socket
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hjemmebane.config.doorway import BodyLimitMiddleware
from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import ContactDetails, change_attachment_text, log_contact
from hjemmebane.domain.contacts.choices import AttachmentKind, AttachmentRefusal
from hjemmebane.domain.contacts.models import Attachment, Contact
from hjemmebane.domain.contacts.rules import attachments as rules
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.factories.attachments import hang
from tests.factories.browsing import browser, words
from tests.factories.cast import NOW
from tests.factories.pictures import photograph, picture, seen
from tests.factories.sharing import let_citizen_in, let_in, open_to
from tests.factories.voices import SOUND

PAGE_QUERIES = 16
CONTACTS_QUERIES = 29


@pytest.fixture
def contact(cast):
    return logged(cast)


def logged(cast) -> Contact:
    with acting(cast.ida.actor):
        return log_contact(
            id=new_id(),
            course=cast.kim.course,
            details=ContactDetails(started_at=NOW, note="Kaffe"),
            staff=[cast.ida.staff_member],
            sub_goals={},
            by=cast.ida.actor,
            at=NOW,
        )


def hung(cast, contact, **changes) -> Attachment:
    with acting(cast.ida.actor):
        return hang(contact, cast.ida, **changes)


def page(cast, contact) -> str:
    return reverse("staff:attachments:page", args=[cast.kim.citizen.pk, contact.pk])


def url(cast, name, one) -> str:
    return reverse(f"staff:attachments:{name}", args=[cast.kim.citizen.pk, one.pk])


def add(cast, contact, content=SOUND, *, name="tale.webm", who=None, **changes):
    file = SimpleUploadedFile(name, content, content_type="text/plain")
    sent = {"id": new_id(), "file": file, "text": "Kim fortæller om søen", "seconds": "", **changes}
    return browser(who or cast.ida).post(page(cast, contact), sent)


def kept(cast) -> list[Attachment]:
    with acting(cast.ida.actor):
        return list(Attachment.objects.all())


def test_sound_is_added_heard_and_read(cast, contact):
    answer = add(cast, contact, seconds="75")

    assert (answer.status_code, answer["Location"]) == (302, page(cast, contact))
    [one] = kept(cast)
    assert (one.kind, one.name, one.text, one.seconds) == (
        "VOICE",
        "tale",
        "Kim fortæller om søen",
        75,
    )
    for shown in (page(cast, contact), reverse("staff:contacts:page", args=[cast.kim.citizen.pk])):
        read = browser(cast.ida).get(shown)
        assert "Kim fortæller om søen" in words(read)
        assert "1 min. 15 sek." in words(read)
        assert f'<audio controls preload="none" src="{url(cast, "content", one)}"' in (
            read.content.decode()
        )


@pytest.mark.parametrize("counted", ["-1", "1e3", "٣", "9" * 40, "86401"])
def test_seconds_nobody_can_have_counted_are_left_out(cast, contact, counted):
    assert add(cast, contact, seconds=counted).status_code == 302
    assert kept(cast)[0].seconds is None


def test_picture_is_shown_with_its_words_and_without_its_place(cast, contact):
    add(cast, contact, photograph(), name="IMG.jpg", text="Låsen er i stykker", seconds="7")

    [one] = kept(cast)
    answer = browser(cast.ida).get(url(cast, "content", one))
    assert (one.kind, one.seconds, answer["Content-Type"]) == ("PICTURE", None, "image/jpeg")
    assert not seen(answer.content).getexif()
    assert f'<img src="{url(cast, "content", one)}" alt="Låsen er i stykker"' in (
        browser(cast.ida).get(page(cast, contact)).content.decode()
    )


def test_player_gets_its_span_and_nobody_keeps_it(cast, contact):
    one = hung(cast, contact)

    answer = browser(cast.ida).get(url(cast, "content", one), headers={"Range": "bytes=2-3"})

    assert (answer.status_code, answer.content) == (206, SOUND[2:4])
    assert answer["Content-Range"] == f"bytes 2-3/{len(SOUND)}"
    assert answer["Content-Type"] == "audio/webm"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    with acting(cast.ida.actor):
        assert Access.objects.latest("pk").what == "Lyd og billeder"


def test_one_may_go_on_to_speak_right_after_logging(cast):
    new = reverse("staff:contacts:new", args=[cast.kim.citizen.pk])
    key = new_id()
    answer = browser(cast.ida).post(
        new,
        {
            "id": key,
            "kind": "VISIT",
            "place": "HOME",
            "outcome": "MET",
            "initiated_by": "TEAM",
            "started_at": NOW.strftime("%Y-%m-%dT%H:%M"),
            "direct_minutes": "30",
            "staff": [cast.ida.staff_member.pk],
            f"step_{cast.kim.first_step.pk}": "NOT_TODAY",
            f"step_{cast.kim.second_step.pk}": "NOT_TODAY",
            "optagelser": "1",
        },
    )

    assert (answer.status_code, answer["Location"]) == (
        302,
        reverse("staff:attachments:page", args=[cast.kim.citizen.pk, key]),
    )


def test_same_form_sent_twice_is_kept_once(cast, contact):
    key = new_id()
    assert [add(cast, contact, id=key).status_code for _ in range(2)] == [302, 302]
    assert len(kept(cast)) == 1


def test_another_file_under_the_same_key_is_refused_and_can_be_sent_again(cast, contact):
    key = new_id()
    add(cast, contact, id=key)
    answer = add(cast, contact, SOUND + b"andet", id=key)

    assert answer.status_code == 422
    assert UUID(str(answer.context["form"]["id"].value())) != key
    assert len(kept(cast)) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", AttachmentRefusal.EMPTY.label),
        (b"MZ program", AttachmentRefusal.NEITHER.label),
        (b"%PDF-1.7", AttachmentRefusal.NEITHER.label),
        (b"\xff\xd8\xff brudt", AttachmentRefusal.NOT_PICTURE.label),
    ],
    ids=["empty", "program", "pdf", "broken"],
)
def test_file_that_cannot_be_kept_is_refused_and_the_words_stay(cast, contact, content, sentence):
    answer = add(cast, contact, content)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "Vælg eller optag også filen igen." in words(answer)
    assert answer.context["form"]["text"].value() == "Kim fortæller om søen"
    assert kept(cast) == []


def test_no_file_is_refused(cast, contact):
    answer = browser(cast.ida).post(page(cast, contact), {"id": new_id(), "text": "Kun ord"})

    assert answer.status_code == 422
    assert "Optag, eller vælg en fil." in words(answer)


def test_infected_file_is_refused(cast, contact, settings):
    with fake_clamd() as settings.CLAMAV:
        answer = add(cast, contact, SOUND + EICAR)

    assert (answer.status_code, kept(cast)) == (422, [])
    assert AttachmentRefusal.INFECTED.label in words(answer)


def test_silent_scanner_is_said_and_nothing_kept(cast, contact, settings):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        settings.CLAMAV = f"tcp:127.0.0.1:{closed.getsockname()[1]}"
    answer = add(cast, contact)

    assert (answer.status_code, kept(cast)) == (422, [])
    assert AttachmentRefusal.SCANNER_DOWN.label in words(answer)


def test_sound_larger_than_other_forms_take_comes_through(cast, contact):
    answer = add(cast, contact, SOUND + bytes(7 * rules.MEGABYTE))

    assert answer.status_code == 302
    assert kept(cast)[0].size == len(SOUND) + 7 * rules.MEGABYTE


def test_too_large_a_sound_is_refused_in_words(cast, contact, monkeypatch):
    monkeypatch.setitem(rules.LARGEST, AttachmentKind.VOICE, 10)
    answer = add(cast, contact, SOUND + bytes(10))

    assert answer.status_code == 422
    assert AttachmentRefusal.VOICE_TOO_LARGE.label in words(answer)


@pytest.mark.parametrize(
    ("path", "cookies", "megabytes", "passes"),
    [
        ("recordings", True, 60, True),
        ("recordings", True, 67, False),
        ("recordings", False, 60, False),
        ("elsewhere", True, 60, False),
        ("nowhere", True, 60, False),
    ],
)
def test_only_recordings_may_weigh_more_than_a_form(
    cast, contact, rf, settings, path, cookies, megabytes, passes
):
    paths = {
        "recordings": page(cast, contact),
        "elsewhere": reverse("staff:contacts:new", args=[cast.kim.citizen.pk]),
        "nowhere": "/findes/ikke/",
    }
    request = rf.post(paths[path])
    request.META["CONTENT_LENGTH"] = str(megabytes * rules.MEGABYTE)
    if cookies:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "en nøgle"
    reached = []
    BodyLimitMiddleware(reached.append)(request)

    assert bool(reached) is passes


def test_words_are_corrected_and_a_stale_save_is_shown(cast, contact):
    one = hung(cast, contact)
    edit = url(cast, "edit", one)

    answer = browser(cast.ida).post(edit, {"text": "Kim nynnede", "version": 1})
    assert (answer.status_code, answer["Location"]) == (302, page(cast, contact))
    stale = browser(cast.bo).post(edit, {"text": "Kim brummede", "version": 1})
    assert stale.status_code == 409
    assert "Kim nynnede" in words(stale)
    assert "Kim brummede" in stale.content.decode()


def test_nobody_besides_the_team_meets_it(cast, contact):
    one = hung(cast, contact)
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    kim = let_citizen_in(cast.kim, cast.ida)
    addresses = (page(cast, contact), url(cast, "edit", one), url(cast, "content", one))

    for address in addresses:
        assert browser(cast.omar).get(address).status_code == 404
    for outside in (lise, kim):
        with acting(outside.actor):
            assert not Attachment.objects.exists()
    assert add(cast, contact, who=cast.omar).status_code == 404
    assert len(kept(cast)) == 1


def test_unknown_contact_and_another_citizens_sound_are_not_there(cast, contact):
    one = hung(cast, contact)
    elsewhere = reverse("staff:attachments:content", args=[new_id(), one.pk])

    assert browser(cast.ida).get(elsewhere).status_code == 404
    nowhere = reverse("staff:attachments:page", args=[cast.kim.citizen.pk, new_id()])
    assert browser(cast.ida).get(nowhere).status_code == 404
    assert browser(cast.ida).get(url(cast, "content", contact)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_whatever_the_number(cast, contact, django_assert_num_queries, number):
    for _ in range(number):
        hung(cast, contact)
        hung(cast, logged(cast), kind=AttachmentKind.PICTURE, content=picture())
    client = browser(cast.ida)
    client.get(page(cast, contact))

    with django_assert_num_queries(PAGE_QUERIES):
        client.get(page(cast, contact))
    with django_assert_num_queries(CONTACTS_QUERIES):
        client.get(reverse("staff:contacts:page", args=[cast.kim.citizen.pk]))


def test_words_may_come_later(cast, contact):
    one = hung(cast, contact, text="")
    with acting(cast.ida.actor):
        change_attachment_text(attachment=one, text="Søen", version=1, by=cast.ida.actor, at=now())
    assert "Søen" in words(browser(cast.ida).get(page(cast, contact)))
