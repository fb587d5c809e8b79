"""The map of the house holds: import-linter on the tree, and on copies in which it is broken."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, rooms

CONFIGURATION = ROOT / "pyproject.toml"
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
VERDICT = re.compile(r"^(?P<contract>.+?) (?P<verdict>KEPT|BROKEN)", re.MULTILINE)
NAMES = {
    "house": "The house: wiring > faces > (design, domain) > gateways > foundation",
    "rooms": "The rooms: later chapters may read earlier ones, never the reverse",
    "room": "Inside a room: jobs > actions > rules > queries > models > content > (choices, calculations)",  # noqa: E501 -- the contract's name, whole
    "faces": "The faces do not know each other",
    "sharing": "Partners and citizens see the domain only through the sharing room",
    "pure": "Calculations are pure Python",
}

# The faces of partners and citizens ask sharing; these say who they are and what they may see.
OPEN_TO_PARTNERS = {"sharing", "consents", "partners", "teams", "audit", "method"}


def broken_contracts(source: Path) -> set[str]:
    """The names of the contracts that a source folder breaks. Fails when none was judged.

    In a process of its own: import-linter looks for the package that is already imported.
    """
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--config", str(CONFIGURATION), "--no-cache", "--no-logo"],
        env={**os.environ, "PYTHONPATH": str(source), "NO_COLOR": "1", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = {m["contract"].strip(): m["verdict"] for m in VERDICT.finditer(done.stdout)}
    assert len(verdicts) >= len(NAMES), done.stdout + done.stderr
    return {contract for contract, verdict in verdicts.items() if verdict == "BROKEN"}


def test_configuration_bears_the_six_contracts():
    linter = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["tool"]["importlinter"]

    assert set(NAMES.values()) <= {contract["name"] for contract in linter["contracts"]}


def test_every_room_is_closed_to_partners_or_deliberately_open():
    """A new room is invisible to partners and citizens until somebody decides otherwise."""
    linter = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["tool"]["importlinter"]
    contract = next(c for c in linter["contracts"] if c["name"] == NAMES["sharing"])
    closed = {module.rsplit(".", 1)[-1] for module in contract["forbidden_modules"]}

    assert {room.name for room in rooms(PACKAGE)} - closed <= OPEN_TO_PARTNERS


def test_house_keeps_every_contract():
    assert broken_contracts(ROOT / "src") == set()


TRESPASSES = [
    ("house", "domain/plans/models/seeded.py", "import hjemmebane.config.settings"),
    ("house", "foundation/seeded.py", "import hjemmebane.domain.plans"),
    ("house", "leftovers/__init__.py", "x = 1"),
    ("rooms", "domain/teams/queries/seeded.py", "import hjemmebane.domain.plans"),
    ("rooms", "domain/unplaced/__init__.py", "x = 1"),
    ("room", "domain/teams/choices/seeded.py", "import hjemmebane.domain.teams.models"),
    ("room", "domain/teams/forms.py", "x = 1"),
    ("faces", "faces/staff/seeded.py", "import hjemmebane.faces.public"),
    ("sharing", "faces/partner/seeded.py", "import hjemmebane.domain.plans"),
    ("pure", "domain/teams/calculations/seeded.py", "import django"),
]


@pytest.mark.parametrize(("contract", "path", "line"), TRESPASSES)
def test_trespass_breaks_its_contract(house, seed, contract, path, line):
    seed(path, f"{line}\n")
    for folder in Path(path).parents[:-1]:
        if not (house / folder / "__init__.py").exists():
            seed(f"{folder}/__init__.py", "")

    assert NAMES[contract] in broken_contracts(house.parent)
