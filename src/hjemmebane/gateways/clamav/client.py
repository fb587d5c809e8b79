"""Asking clamd about a file, over a Unix socket or TCP. Nothing is sent anywhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from urllib.parse import urlsplit

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

# A scanner that loads its signatures anew may be quiet for a while; a person waits for this.
PATIENCE_SECONDS = 20
FOUND, CLEAN = "FOUND", "OK"
# No line, no answer, or none that is a text.
DOWN = (ClamdError, OSError, UnicodeDecodeError)


class ScannerDown(Exception):
    """The scanner did not answer, or not with a verdict; nobody knows whether the file is clean."""


class BadAddress(ValueError):
    """An address of a scanner that is neither `unix:<path>` nor `tcp:<host>:<port>`."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address!r} is neither unix:/path/to/clamd.ctl nor tcp:host:port")


@dataclass(frozen=True)
class Scanner:
    """A clamd at an address, which is checked when the scanner is made. Raises BadAddress."""

    address: str

    def __post_init__(self) -> None:
        self._connection()

    def finds(self, content: bytes) -> str:
        """The name of what is wrong with a file; empty when it is clean. Raises ScannerDown."""
        try:
            with self._line() as clamd:
                verdicts = clamd.instream(BytesIO(content))
        except DOWN as error:
            raise ScannerDown(self.address) from error
        status, name = verdicts.get("stream", ("", None))
        if status == FOUND:
            return name or FOUND
        if status != CLEAN:
            raise ScannerDown(f"{self.address} said {verdicts}")
        return ""

    def answers(self) -> bool:
        """Whether there is a scanner at the address."""
        try:
            with self._line() as clamd:
                return clamd.ping() == "PONG"
        except DOWN:
            return False

    @contextmanager
    def _line(self) -> Iterator[ClamdNetworkSocket]:
        """A connection that is closed whatever happens, also when it could not be opened."""
        clamd = self._connection()
        try:
            yield clamd
        finally:
            clamd.clamd_socket.close()

    def _connection(self) -> ClamdNetworkSocket:
        parts = urlsplit(self.address)
        try:
            if parts.scheme == "unix" and parts.path.startswith("/"):
                return ClamdUnixSocket(parts.path, timeout=PATIENCE_SECONDS)
            host, _, port = parts.path.rpartition(":")
            if parts.scheme == "tcp" and host:
                return ClamdNetworkSocket(host, int(port), timeout=PATIENCE_SECONDS)
        except ValueError as error:
            raise BadAddress(self.address) from error
        raise BadAddress(self.address)


def scanner_in_use() -> Scanner | None:
    """The scanner this installation has named; None where there is none."""
    return Scanner(settings.CLAMAV) if settings.CLAMAV else None


class Verdict(Enum):
    """What is known of a file once it was looked through."""

    CLEAN = "CLEAN"
    INFECTED = "INFECTED"
    UNKNOWN = "UNKNOWN"


def verdict_on(content: bytes, *, by: Scanner | None) -> Verdict:
    """What a scanner says of a file; UNKNOWN without an answer, CLEAN where there is no scanner."""
    try:
        return Verdict.INFECTED if by and by.finds(content) else Verdict.CLEAN
    except ScannerDown:
        return Verdict.UNKNOWN
