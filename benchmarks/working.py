"""What `python -m benchmarks` does: fill a database, or measure on one."""

import argparse
import os
import sys
from dataclasses import asdict
from pathlib import Path

from django.urls import reverse

from benchmarks.crowd import crowd_time
from benchmarks.filling import fill
from benchmarks.measuring import machine_speed, server_time
from benchmarks.national import evaluate
from benchmarks.operations import operations
from benchmarks.reporting import (
    as_data,
    crowd_table,
    server_table,
    statement_tables,
    weight_line,
    write_json,
)
from benchmarks.sizes import SIZES
from benchmarks.weighing import weight
from hjemmebane.foundation.clock import now

SUPERUSER = "HJEMMEBANE_BENCH_SUPERUSER"  # set by tools/commands/bench.py
LEGEND = """\
Server time in ms, one warm process. floor: the same SQL by bare psycopg without policies;
guarded: with them, as the service's own role. bounds: round trips that only bound transactions.
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    works = parser.add_subparsers(dest="work", required=True)
    filling = works.add_parser("fill")
    filling.add_argument("size", choices=SIZES)
    works.add_parser("evaluate")
    measuring = works.add_parser("measure")
    measuring.add_argument("size", choices=SIZES)
    measuring.add_argument("--port", type=int, required=True)
    measuring.add_argument("--rounds", type=int, required=True)
    measuring.add_argument("--statements", action="store_true")
    measuring.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.work == "fill":
        fill(os.environ[SUPERUSER], SIZES[options.size], now())
    elif options.work == "evaluate":
        tell(evaluate())
    else:
        measure(options)


def measure(options: argparse.Namespace) -> None:
    """Everything about one size: told as it is found, and written as JSON."""
    wanted, speed = operations(), machine_speed()
    server = [server_time(operation, options.rounds) for operation in wanted]
    tell(LEGEND, server_table(server), f"\nA million squares in Python just now: {speed:.0f} ms")
    if options.statements:
        tell("", statement_tables(server))
    crowd = [crowd_time(operation, options.port, options.rounds) for operation in wanted]
    tell("\nThrough the web server as ./run demo starts it, in ms.\n", crowd_table(crowd))
    board = weight(reverse("staff:board:page"), options.port)
    tell("", weight_line("Board of 90", board))
    write_json(
        options.out,
        {
            "size": asdict(SIZES[options.size]),
            "at": now().isoformat(),
            "machine_speed": speed,
            "server": as_data(server),
            "crowd": [asdict(one) for one in crowd],
            "board_weight": asdict(board),
        },
    )


def tell(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
