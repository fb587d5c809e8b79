"""A folder that takes messages instead of a gateway: to be read, and never sent.

For the demo and for trying things out. It keeps what a gateway promises: a key is one message.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from hjemmebane.foundation.ids import new_id


@dataclass(frozen=True)
class Outbox:
    """Each message is a file of its own, named by its key."""

    folder: Path

    def send(self, *, to: str, text: str, key: str) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        written = self.folder / f".{new_id()}"
        written.write_text(json.dumps({"to": to, "text": text}, ensure_ascii=False))
        try:
            os.link(written, self.folder / f"{key}.json")  # there whole or not at all, and once
        except FileExistsError:
            pass
        finally:
            written.unlink()
        return key

    def messages(self) -> list[dict[str, str]]:
        """What was taken, the oldest first."""
        files = sorted(self.folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
        return [json.loads(file.read_text()) for file in files]
