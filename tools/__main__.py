"""./run COMMAND: finds the command's module, runs it, and says plainly when it cannot."""

import importlib
import signal
import sys
from types import FrameType

from tools.assets import AssetsUnavailable
from tools.places import Stop

HELP = """\
./run demo [--fresh]     the whole service with demo data on http://127.0.0.1:8000 (PORT changes it)
./run test [ARGUMENTS]   every quality gate; with arguments only pytest, which gets them
./run check              the fast gates
./run fix                formats, mends what can be mended, writes generated documents anew
./run manage COMMAND     Django's commands on the local database
./run bench [--grow]     server time, queries and bytes of the main operations
./run assets             builds the browser assets
"""

COMMANDS = ("demo", "test", "check", "fix", "manage", "bench", "assets")


def main(arguments: list[str]) -> int:
    command, *rest = arguments or ["help"]
    if command in {"help", "-h", "--help"}:
        print(HELP, end="")
        return 0
    if command not in COMMANDS:
        print(f"./run knows no command {command!r}.\n\n{HELP}", end="", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGHUP, leave)
    try:
        return int(importlib.import_module(f"tools.commands.{command}").run(rest))
    except (Stop, AssetsUnavailable) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def leave(number: int, _frame: FrameType | None) -> None:
    """Unwinds like Ctrl-C does, so that everything we started is stopped on the way out."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
