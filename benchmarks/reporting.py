"""The figures as tables for a person and as JSON for a machine."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.figures import CrowdTime, ServerTime, Weight

SERVER_HEAD = (
    "operation p50 p95 python queries bounds floor guarded ×floor ×guarded policy/query bytes gzip"
)
CROWD_HEAD = "operation alone 8-p50 8-p95 p95/alone requests/s"
STATEMENT_HEAD = "statement guarded bare"


def server_table(times: Iterable[ServerTime]) -> str:
    return table(
        SERVER_HEAD,
        [
            (
                time.operation,
                f"{time.p50:.1f}",
                f"{time.p95:.1f}",
                f"{time.python_p50:.1f}",
                str(time.queries),
                f"+{time.bounds}",
                f"{time.floor:.2f}",
                f"{time.guarded_floor:.2f}",
                f"{time.p50 / time.floor:.1f}",
                f"{time.p50 / time.guarded_floor:.1f}",
                f"{time.policy_per_query:.2f}",
                f"{time.size:,}",
                f"{time.compressed:,}",
            )
            for time in times
        ],
    )


def crowd_table(times: Iterable[CrowdTime]) -> str:
    return table(
        CROWD_HEAD,
        [
            (
                time.operation,
                f"{time.alone_p50:.1f}",
                f"{time.p50:.1f}",
                f"{time.p95:.1f}",
                f"{time.p95 / time.alone_p50:.1f}",
                f"{time.rate:.0f}",
            )
            for time in times
        ],
    )


def weight_line(name: str, weight: Weight) -> str:
    return (
        f"{name} in Chromium: first view {weight.first:,} bytes in {weight.first_requests}"
        f" requests, repeat {weight.repeat:,} bytes in {weight.repeat_requests}"
    )


def statement_tables(times: Iterable[ServerTime]) -> str:
    """Every statement of every operation with what it costs, the dearest first."""
    tables = []
    for time in times:
        dearest = sorted(time.statements, key=lambda one: one.guarded, reverse=True)
        rows = [(s.sql[:110], f"{s.guarded:.2f}", f"{s.bare:.2f}") for s in dearest]
        tables.append(f"{time.operation}\n{table(STATEMENT_HEAD, rows)}")
    return "\n\n".join(tables)


def table(head: str, rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as they need, the first to the left, the rest to the right."""
    lines = [head.split(), *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])


def write_json(path: Path, results: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False))


def as_data(times: Iterable[ServerTime]) -> list[dict[str, object]]:
    """Server times with what is derived from them."""
    return [
        {
            **asdict(time),
            "floor": round(time.floor, 3),
            "guarded_floor": round(time.guarded_floor, 3),
            "policy_per_query": round(time.policy_per_query, 3),
        }
        for time in times
    ]


def growth_table(small: Mapping[str, object], large: Mapping[str, object]) -> str:
    """The same operations with ten times the data around them."""
    rows = []
    for before, after in zip(small["server"], large["server"], strict=True):
        floors = before["guarded_floor"], after["guarded_floor"]
        rows.append(
            (
                before["operation"],
                f"{before['p50']:.1f}",
                f"{after['p50']:.1f}",
                f"{after['p50'] / before['p50']:.2f}",
                f"{floors[0]:.2f}",
                f"{floors[1]:.2f}",
                f"{floors[1] / floors[0]:.2f}",
            )
        )
    return table("operation p50 10×p50 ratio guarded 10×guarded ratio", rows)
