import pytest
from django.test import RequestFactory

from hjemmebane.foundation.media import played
from hjemmebane.foundation.sounds import sound_type
from tests.factories.pictures import picture

CONTENT = b"0123456789"


@pytest.mark.parametrize(
    ("asked", "content", "span"),
    [
        ("", CONTENT, None),
        ("bytes=0-", CONTENT, "bytes 0-9/10"),
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-99", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=-99", CONTENT, "bytes 0-9/10"),
        ("bytes=10-", CONTENT, None),
        ("bytes=4-2", CONTENT, None),
        ("bytes=-", CONTENT, None),
        ("bytes=-0", CONTENT, None),
        (f"bytes={'9' * 5000}-", CONTENT, None),
        (f"bytes=-{'9' * 5000}", CONTENT, None),
        ("bytes=0-1,3-4", CONTENT, None),
        ("pages=1", CONTENT, None),
    ],
)
def test_player_gets_the_span_it_asks_for(asked, content, span):
    request = RequestFactory().get("/", headers={"Range": asked} if asked else {})

    answer = played(request, CONTENT, "audio/webm")

    assert answer.content == content
    assert answer.status_code == (206 if span else 200)
    assert answer.headers.get("Content-Range") == span
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_nothing_is_played_whole():
    request = RequestFactory().get("/", headers={"Range": "bytes=0-1"})

    assert played(request, b"", "audio/webm").status_code == 200


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x1a\x45\xdf\xa3...", "audio/webm"),
        (b"OggS...", "audio/ogg"),
        (b"#!AMR\n", "audio/amr"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"\0\0\0\x20ftypM4A ", "audio/mp4"),
        (b"\0\0\0\x18ftypheic", None),
        (b"\0\0\0\x18ftypavif", None),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\0\0\0\0WEBPVP8 ", None),
        (b"%PDF-1.7", None),
        (picture(), None),
        (b"", None),
    ],
)
def test_sound_is_known_by_its_content(content, kind):
    assert sound_type(content) == kind
