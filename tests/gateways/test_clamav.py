"""The client asks, and the fake answers, as the real clamd does: each test meets both.

The real one gets a signature made here. It starts in a second and fetches nothing.
"""

import socket
import tempfile
from pathlib import Path

import pytest

from hjemmebane.gateways.clamav.client import (
    BadAddress,
    Scanner,
    ScannerDown,
    Verdict,
    verdict_on,
)
from hjemmebane.gateways.clamav.fake import EICAR, SIGNATURE, _Answer, fake_clamd
from tools.clamd import running_clamd


@pytest.fixture(scope="module", params=["fake", "real"])
def scanner(request):
    if request.param == "fake":
        with fake_clamd() as address:
            yield Scanner(address)
        return
    # Not pytest's folder: the path of a Unix socket may have about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="clamd") as folder:
        name = SIGNATURE.removesuffix(".UNOFFICIAL")
        with running_clamd(Path(folder), EICAR, name) as address:
            yield Scanner(address)


@pytest.fixture
def silent():
    """An address where somebody listens and nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp:127.0.0.1:{server.getsockname()[1]}"


def test_scanner_answers(scanner):
    assert scanner.answers()


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 hej", bytes(range(256)) * 8_000],
    ids=["empty", "small", "2 MB"],
)
def test_clean_file_has_nothing_in_it(scanner, content):
    assert scanner.finds(content) == ""


@pytest.mark.parametrize("around", [b"", b"%PDF-1.7\n"])
def test_signature_is_found_and_named(scanner, around):
    assert scanner.finds(around + EICAR) == SIGNATURE


@pytest.mark.parametrize("address", ["tcp:127.0.0.1:1", "unix:/nowhere/clamd.ctl"])
def test_no_scanner_is_down_not_clean(address):
    scanner = Scanner(address)

    assert not scanner.answers()
    with pytest.raises(ScannerDown):
        scanner.finds(b"hej")


def test_scanner_that_says_nothing_is_down(silent, monkeypatch):
    monkeypatch.setattr("hjemmebane.gateways.clamav.client.PATIENCE_SECONDS", 0.1)

    with pytest.raises(ScannerDown):
        Scanner(silent).finds(b"hej")


@pytest.mark.parametrize(
    "answer",
    [b"\xff\xfe\n", b"", b"stream: PERHAPS\n", b"INSTREAM size limit exceeded. ERROR\n"],
    ids=["no text", "nothing", "no verdict", "too large"],
)
def test_answer_that_is_no_verdict_is_down_not_clean(answer, monkeypatch):
    monkeypatch.setattr(_Answer, "handle", lambda line: line.wfile.write(answer))

    with fake_clamd() as address:
        assert not Scanner(address).answers()
        with pytest.raises(ScannerDown):
            Scanner(address).finds(b"hej")


@pytest.mark.parametrize("address", ["", "3310", "localhost:3310", "tcp:localhost", "unix:clamd"])
def test_unreadable_address_is_refused(address):
    with pytest.raises(BadAddress, match="neither unix:"):
        Scanner(address)


def test_verdict_says_what_is_known():
    with fake_clamd() as address:
        scanner = Scanner(address)
        assert verdict_on(b"hej", by=scanner) is Verdict.CLEAN
        assert verdict_on(b"OggS" + EICAR, by=scanner) is Verdict.INFECTED
    assert verdict_on(b"hej", by=scanner) is Verdict.UNKNOWN
    assert verdict_on(EICAR, by=None) is Verdict.CLEAN
