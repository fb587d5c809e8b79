"""A clamd that knows one signature. It speaks the protocol: the client of a test is the real one.

with fake_clamd() as address: …      # "tcp:127.0.0.1:…"
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

# The harmless text that scanners agree to find. In two parts: scanners read source code as well.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SIGNATURE = "Hjemmebane.Test.EICAR.UNOFFICIAL"


class _Answer(StreamRequestHandler):
    """One command and its answer, as clamd gives it to commands that begin with `n`."""

    def handle(self) -> None:
        command = self.rfile.readline()
        if command == b"nPING\n":
            self.wfile.write(b"PONG\n")
        elif command == b"nINSTREAM\n":
            found = EICAR in b"".join(self._chunks())
            self.wfile.write(f"stream: {SIGNATURE} FOUND\n".encode() if found else b"stream: OK\n")
        else:
            self.wfile.write(b"UNKNOWN COMMAND\n")

    def _chunks(self) -> Iterator[bytes]:
        while size := struct.unpack("!L", self.rfile.read(4))[0]:
            yield self.rfile.read(size)


class _Server(ThreadingTCPServer):
    daemon_threads = False  # none outlives the test


@contextmanager
def fake_clamd() -> Iterator[str]:
    """A scanner for as long as the block lasts; answers its address."""
    with _Server(("127.0.0.1", 0), _Answer) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"tcp:127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
