"""Papers that come with a referral: four kinds by content, looked through, or not taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.courses.models import ReferralAttachment
from hjemmebane.domain.courses.queries import attachment_content
from hjemmebane.faces.public.referrals.forms import kind_of
from hjemmebane.foundation.actors import acting
from hjemmebane.gateways.clamav.fake import EICAR
from tests.faces.public.referrals.conftest import JPEG, PDF, PNG, WORDS, docx, upload
from tests.factories.browsing import words

FORM = "/henvis/"
WORD = docx("[Content_Types].xml", "word/document.xml")
MEGABYTE = 1024 * 1024


def received(stranger):
    """(name, type, content) of each file that reached the team."""
    with acting(stranger.cast.ida.actor):
        return [
            (file.name, file.content_type.rpartition("/")[2][:4], attachment_content(file))
            for file in ReferralAttachment.objects.order_by("pk")
        ]


def assert_not_received(response, stranger, sentence):
    assert response.status_code == 422
    assert sentence in words(response)
    assert WORDS["why"] in response.content.decode()
    assert stranger.referrals() == []


def of_tomorrow(word):
    """An archive that asks to be opened by a program of a version that does not exist yet."""
    content = bytearray(word)
    content[content.index(b"PK\x01\x02") + 6] = 99
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, ".pdf"),
        (PNG, ".png"),
        (JPEG, ".jpg"),
        (WORD, ".docx"),
        (b"", None),
        (b"hej", None),
        (b"MZ" + bytes(100), None),
        (b"GIF89a", None),
        (b"<html><script>alert(1)</script>", None),
        (docx("readme.txt"), None),
        (docx("word/document.xml", "word/vbaProject.bin"), None),
        (docx("word/document.xml", "WORD/VBAPROJECT.BIN"), None),
        (docx("word/document.xml", "elsewhere/vbaProject.bin"), None),
        (docx("xl/workbook.xml"), None),
        (WORD[:40], None),
        (of_tomorrow(WORD), None),
    ],
    ids=range(16),  # an archive tells when it was made: its bytes are no name
)
def test_kind_is_what_the_content_says(content, kind):
    found = kind_of(content)

    assert (found and found[1]) == kind


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", WORD[:-30]]))
def test_no_bytes_are_too_odd_to_be_refused(content, beginning):
    found = kind_of(beginning + content)

    assert found in {None, *map(kind_of, (PDF, PNG, JPEG, WORD))}


def test_form_offers_files_only_with_a_scanner(stranger, scanner, settings):
    assert 'name="attachments"' in stranger.client.get(FORM).content.decode()

    settings.CLAMAV = ""
    page = stranger.client.get(FORM)
    assert 'name="attachments"' not in page.content.decode()
    assert "Der kan ikke sendes filer med her" in words(page)


def test_files_are_kept_under_names_that_say_what_they_are(stranger, scanner):
    response = stranger.sends(
        attachments=[
            upload("epikrise.pdf"),
            upload("billede.exe", PNG),
            upload("../../brev\x07.docx", WORD),
        ]
    )

    assert response.status_code == 302
    assert received(stranger) == [
        ("epikrise.pdf", "pdf", PDF),
        ("billede.png", "png", PNG),
        ("brev.docx", "vnd.", WORD),
    ]


def test_form_sent_twice_keeps_its_files_once(stranger, scanner):
    for _ in range(2):
        assert stranger.sends(attachments=[upload("brev.pdf")]).status_code == 302

    assert len(received(stranger)) == 1


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([("brev.pdf", b"MZ" + bytes(50))], "“brev.pdf” er ikke en fil, vi kan tage imod"),
        ([("tom.pdf", b"")], "“tom.pdf” er ikke en fil"),
        ([(f"{n}.pdf", PDF) for n in range(4)], "Vælg højst 3 filer"),
        ([(f"{n}.pdf", PDF + bytes(3 * MEGABYTE // 2)) for n in range(3)], "højst fylde 4 MB"),
        ([("brev.pdf", PDF + EICAR)], "“brev.pdf” ser ud til at indeholde virus"),
        ([("ren.pdf", PDF), ("brev.pdf", PDF + EICAR)], "“brev.pdf” ser ud til"),
    ],
    ids=["wrong kind", "empty", "too many", "too large", "infected", "one infected"],
)
def test_refused_file_keeps_the_words_and_says_to_choose_again(stranger, scanner, files, sentence):
    response = stranger.sends(attachments=[upload(name, content) for name, content in files])

    assert_not_received(response, stranger, sentence)
    assert "Vælg filerne igen, før du sender" in words(response)


def test_words_that_are_refused_say_that_files_must_be_chosen_again(stranger, scanner):
    response = stranger.sends(cpr="1", attachments=[upload("brev.pdf")])

    assert_not_received(response, stranger, "Vælg filerne igen, før du sender")


def test_nothing_is_received_while_the_scanner_is_away(stranger, settings):
    settings.CLAMAV = "tcp:127.0.0.1:1"

    response = stranger.sends(attachments=[upload("brev.pdf")])

    assert_not_received(response, stranger, "Vi kan ikke se filer efter for virus lige nu")
    assert stranger.sends().status_code == 302


def test_file_for_a_form_that_takes_none_is_not_dropped_in_silence(stranger):
    response = stranger.sends(attachments=[upload("brev.pdf")])

    assert_not_received(response, stranger, "Der kan ikke sendes filer med her")
