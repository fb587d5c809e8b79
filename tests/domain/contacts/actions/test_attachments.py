"""Sounds and pictures on a contact: kept sealed, looked through, and for the team alone."""

import socket
from hashlib import sha256

import pytest
from django.db import connection

from hjemmebane.domain.contacts.actions import change_attachment_text
from hjemmebane.domain.contacts.choices import AttachmentKind, AttachmentRefusal
from hjemmebane.domain.contacts.models import Attachment, AttachmentPart
from hjemmebane.domain.contacts.queries import attachment_span, attachments_by_contact
from hjemmebane.domain.contacts.queries.attachments import PART
from hjemmebane.domain.contacts.rules import attachments as rules
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from hjemmebane.foundation.sealing import BrokenSeal
from hjemmebane.gateways.clamav.fake import EICAR, fake_clamd
from tests.factories.attachments import hang
from tests.factories.history import changes_by
from tests.factories.pictures import photograph, picture, png_saying, seen
from tests.factories.refusals import refused_as_not_yours
from tests.factories.voices import SOUND


@pytest.fixture
def contact(as_ida, log):
    return log(as_ida.kim, as_ida.ida)


def all_of(attachment):
    return attachment_span(attachment, 0, attachment.size - 1)


def refused(contact, by, reason, **changes):
    with pytest.raises(Refused) as caught:
        hang(contact, by, **changes)
    assert (caught.value.reason, caught.value.field) == (reason, "file")
    assert not Attachment.objects.exists()


def test_voice_note_is_kept_as_it_was_sent(as_ida, contact):
    hung = hang(contact, as_ida.ida, name="C:\\Lyd\\efter besøget.webm", seconds=12)

    kept = Attachment.objects.get(pk=hung.pk)
    assert (kept.kind, kept.name, kept.media_type) == ("VOICE", "efter besøget", "audio/webm")
    assert (kept.size, kept.sha256, kept.seconds) == (
        len(SOUND),
        sha256(SOUND).hexdigest(),
        12,
    )
    assert (kept.text, kept.course_id) == ("Kim sang i køkkenet", contact.course_id)
    assert all_of(kept) == SOUND
    assert changes_by(as_ida.ida.actor, "contacts.attach") == [
        ("INSERT", "contacts_attachment"),
        ("INSERT", "contacts_attachmentpart"),
    ]


def test_nothing_of_the_content_is_stored_in_the_clear(as_ida, contact):
    hang(contact, as_ida.ida)

    sealed = bytes(AttachmentPart.objects.get().content_sealed)
    with connection.cursor() as cursor:
        cursor.execute("SELECT after::text FROM audit_change WHERE table_name LIKE '%%attach%%'")
        history = " ".join(row[0] for row in cursor.fetchall())
    assert sealed.startswith(b"v1.")
    assert SOUND not in sealed
    assert "v1." not in history


def test_long_sound_is_opened_piece_by_piece(as_ida, contact):
    long = SOUND + bytes(range(256)) * (9 * PART // 1024)
    hung = hang(contact, as_ida.ida, content=long)

    assert hung.parts.count() == 3
    assert all_of(hung) == long
    for first, last in (
        (0, 0),
        (PART - 1, PART),
        (PART, 2 * PART - 1),
        (len(long) - 5, len(long) - 1),
    ):
        assert attachment_span(hung, first, last) == long[first : last + 1]


def test_missing_pieces_do_not_pass_for_silence(as_ida, contact):
    hung = hang(contact, as_ida.ida)
    hung.pk = new_id()

    with pytest.raises(BrokenSeal):
        all_of(hung)


def test_picture_is_drawn_anew_without_where_it_was_taken(as_ida, contact):
    sent = photograph()
    hung = hang(
        contact, as_ida.ida, kind=AttachmentKind.PICTURE, name="IMG_1.HEIC.jpg", content=sent
    )

    drawn = all_of(hung)
    assert (hung.media_type, hung.size) == ("image/jpeg", len(drawn))
    assert hung.sha256 == sha256(sent).hexdigest()
    assert b"emmelig" not in drawn
    assert not seen(drawn).getexif()


def test_name_that_says_nothing_becomes_what_it_is(as_ida, contact):
    assert hang(contact, as_ida.ida, name="\u200b\x00.webm").name == "Lyd"


def test_same_sound_sent_twice_is_kept_once(as_ida, contact):
    key = new_id()
    first = hang(contact, as_ida.ida, id=key)

    with pytest.raises(AlreadySaved) as again:
        hang(contact, as_ida.ida, id=key)
    assert again.value.record.pk == first.pk
    assert Attachment.objects.count() == AttachmentPart.objects.count() == 1


def test_another_sound_under_the_same_key_is_refused(as_ida, contact):
    key = new_id()
    hang(contact, as_ida.ida, id=key)

    with pytest.raises(Refused) as caught:
        hang(contact, as_ida.ida, id=key, content=SOUND + b"andet")
    assert caught.value.reason == RecordRefusal.SAVED_OTHERWISE


def test_empty_file_is_refused(as_ida, contact):
    refused(contact, as_ida.ida, AttachmentRefusal.EMPTY, content=b"")


@pytest.mark.parametrize(
    ("kind", "content", "reason"),
    [
        (AttachmentKind.VOICE, b"MZ program", AttachmentRefusal.NOT_SOUND),
        (AttachmentKind.VOICE, picture(), AttachmentRefusal.NOT_SOUND),
        (AttachmentKind.PICTURE, SOUND, AttachmentRefusal.NOT_PICTURE),
        (AttachmentKind.PICTURE, b"\xff\xd8\xff brudt", AttachmentRefusal.NOT_PICTURE),
        (AttachmentKind.PICTURE, png_saying(9_000, 9_000), AttachmentRefusal.TOO_MANY_PIXELS),
    ],
    ids=["program", "picture-as-sound", "sound-as-picture", "broken", "huge"],
)
def test_file_of_another_kind_is_refused_whatever_it_is_called(
    as_ida, contact, kind, content, reason
):
    refused(contact, as_ida.ida, reason, kind=kind, content=content, name="fin.webm")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (AttachmentKind.VOICE, AttachmentRefusal.VOICE_TOO_LARGE),
        (AttachmentKind.PICTURE, AttachmentRefusal.PICTURE_TOO_LARGE),
    ],
)
def test_too_large_file_is_refused_and_says_how_much(as_ida, contact, kind, reason):
    most = rules.LARGEST[kind]

    refused(contact, as_ida.ida, reason, kind=kind, content=SOUND + bytes(most))
    assert f"{most // rules.MEGABYTE} MB" in reason.label


def test_an_hour_of_sound_fits():
    assert rules.LARGEST[AttachmentKind.VOICE] >= 60 * 60 * 128_000 // 8


def test_infected_file_is_refused(as_ida, contact, settings):
    with fake_clamd() as settings.CLAMAV:
        refused(contact, as_ida.ida, AttachmentRefusal.INFECTED, content=SOUND + EICAR)
        kept = hang(contact, as_ida.ida)
    assert all_of(kept) == SOUND


def test_infected_picture_is_refused_before_it_is_opened(as_ida, contact, settings):
    with fake_clamd() as settings.CLAMAV:
        refused(
            contact,
            as_ida.ida,
            AttachmentRefusal.INFECTED,
            kind=AttachmentKind.PICTURE,
            content=picture() + EICAR,
        )


def test_nothing_is_kept_when_the_scanner_does_not_answer(as_ida, contact, settings):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        settings.CLAMAV = f"tcp:127.0.0.1:{closed.getsockname()[1]}"

    refused(contact, as_ida.ida, AttachmentRefusal.SCANNER_DOWN)


def test_words_are_changed_and_both_stay(as_ida, contact):
    hung = hang(contact, as_ida.ida)

    changed = change_attachment_text(
        attachment=hung, text=" Kim nynnede ", version=1, by=as_ida.ida.actor, at=contact.started_at
    )
    assert (changed.text, changed.version) == ("Kim nynnede", 2)
    assert changes_by(as_ida.ida.actor, "contacts.change_attachment_text") == [
        ("UPDATE", "contacts_attachment")
    ]
    with pytest.raises(EditConflict):
        change_attachment_text(
            attachment=hung, text="Nej", version=1, by=as_ida.ida.actor, at=contact.started_at
        )


def test_another_team_neither_sees_nor_adds(cast, log):
    with acting(cast.ida.actor):
        contact = log(cast.kim, cast.ida)
        hang(contact, cast.ida)

    with acting(cast.omar.actor):
        assert not Attachment.objects.exists()
        assert not AttachmentPart.objects.exists()
        assert attachments_by_contact([contact.pk]) == {}
    with acting(cast.omar.actor), refused_as_not_yours():
        hang(contact, cast.omar)
    with acting(cast.ida.actor):
        assert Attachment.objects.count() == 1


@pytest.mark.parametrize("column", ["sha256", "contact_id", "kind"])
def test_what_was_kept_cannot_be_made_something_else(as_ida, column):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_column_privilege(current_user, 'contacts_attachment', %s, 'UPDATE'),"
            " has_table_privilege(current_user, 'contacts_attachment', 'DELETE'),"
            " has_table_privilege(current_user, 'contacts_attachmentpart', 'UPDATE')",
            [column],
        )
        assert cursor.fetchone() == (False, False, False)
