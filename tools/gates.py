"""Quality gates: what each is called, what it runs, and how the outcome is told."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tools.places import ROOT


@dataclass(frozen=True)
class Gate:
    name: str
    command: list[str]


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: bool
    seconds: float
    output: str = ""

    def __str__(self) -> str:
        mark = "ok    " if self.passed else "FAILED"
        return f"{mark}  {self.name}  ({self.seconds:.1f} s)"


def python(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


STATIC_GATES = [
    Gate("ruff", python("ruff", "check", "--quiet")),
    Gate("format", python("ruff", "format", "--check", "--quiet")),
    Gate("imports", python("importlinter.cli", "lint")),
    Gate("types", python("mypy")),
    Gate("generated docs", [sys.executable, "manage.py", "generate_docs", "--check"]),
    Gate("migrations", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]),
]

# The tests of the house that read the code alone; `./run test` runs them with all the others.
ARCHITECTURE = Gate(
    "architecture", python("pytest", "tests/architecture", "--quiet", "-m", "not django_db")
)


def run_quietly(gates: Iterable[Gate], environment: Mapping[str, str]) -> list[Outcome]:
    """All of them, as many at a time as there are cores; only what fails is shown."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = []
        for outcome in pool.map(lambda gate: run_gate(gate, environment, show=False), gates):
            print(outcome, flush=True)
            if not outcome.passed:
                print(outcome.output, flush=True)
            outcomes.append(outcome)
    return outcomes


def run_gate(gate: Gate, environment: Mapping[str, str], *, show: bool) -> Outcome:
    began = time.monotonic()
    done = subprocess.run(
        gate.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=None if show else subprocess.PIPE,
        stderr=None if show else subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - began
    return Outcome(gate.name, done.returncode == 0, seconds, done.stdout or "")


def verdict(outcomes: list[Outcome]) -> int:
    """The last lines of the run, and its exit code."""
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    seconds = sum(outcome.seconds for outcome in outcomes)
    print("\n" + "\n".join(str(outcome) for outcome in outcomes))
    if failed:
        print(f"\nFAILED: {', '.join(failed)}", flush=True)
        return 1
    print(f"\nPASSED: all {len(outcomes)} gates ({seconds:.0f} s of work)", flush=True)
    return 0
