"""Where things lie in this checkout, and the one way a command gives up."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "hjemmebane"
LOCAL = ROOT / ".local"


class Stop(Exception):
    """The command cannot go on; the message says why and what to do, in one breath."""
