"""Decision records: numbered once, with a status, the options rejected and a way to be wrong."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Finding, listed

DECISIONS = ROOT / "docs" / "adr"
NAME = re.compile(r"(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.md")
HEADINGS = [
    "Status",
    "Context",
    "Decision",
    "Options rejected",
    "Consequences",
    "How we will notice it was wrong",
]
STATUS = re.compile(r"(Proposed|Accepted|Rejected|Superseded by \d{4}), \d{4}-\d{2}-\d{2}\.")
PAGE = 60


def faulty_records(folder: Path) -> list[Finding]:
    """Records with a wrong name, a number taken twice or left out, or a missing part."""
    names = sorted(path.name for path in folder.iterdir())
    numbers = [int(name[:4]) for name in names if NAME.fullmatch(name)]
    found = [Finding(n, 1, "is not NNNN-title.md") for n in names if not NAME.fullmatch(n)]
    found += [
        Finding(f"{number:04}", 1, f"{count} records bear this number")
        for number, count in Counter(numbers).items()
        if count > 1
    ]
    missing = set(range(1, max(numbers, default=0) + 1)) - set(numbers)
    found += [Finding(f"{number:04}", 1, "no record bears this number") for number in missing]
    for name in names:
        found += [
            Finding(name, 1, why) for why in _faults(name, (folder / name).read_text("utf-8"))
        ]
    return found


def _faults(name: str, text: str) -> list[str]:
    sections = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE))
    faults = [f"no “{heading}”" for heading in HEADINGS if not sections.get(heading, "").strip()]
    if not text.startswith(f"# {int(name[:4]) if name[:4].isdigit() else name}. "):
        faults.append("the title does not start with its number")
    if not STATUS.match(sections.get("Status", "").strip()):
        faults.append("the status is not one of the four, with its date")
    if "- **" not in sections.get("Options rejected", ""):
        faults.append("names no option that was rejected")
    if text.count("\n") > PAGE:
        faults.append(f"longer than a page of {PAGE} lines")
    return faults


def test_records_are_complete():
    found = faulty_records(DECISIONS)

    assert not found, listed(found)


@pytest.fixture
def record(tmp_path):
    """Write one good record, changed as the test says."""

    def write(name="0001-a-choice.md", old="", new=""):
        good = "# 1. A choice\n" + "".join(f"\n## {h}\n\n- **x**\n" for h in HEADINGS)
        good = good.replace("## Status\n\n- **x**", "## Status\n\nAccepted, 2026-11-21.")
        (tmp_path / name).write_text(good.replace(old, new) if old else good)
        return tmp_path

    return write


def test_good_record_is_left_alone(record):
    assert faulty_records(record()) == []


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Accepted, 2026-11-21.", "", "no “Status”"),
        ("Accepted, 2026-11-21.", "Done.", "the status is not one of the four, with its date"),
        ("## Options rejected", "## Options", "no “Options rejected”"),
        ("# 1. ", "# 2. ", "the title does not start with its number"),
        ("## Consequences", "\n" * PAGE + "## Consequences", f"longer than a page of {PAGE} lines"),
    ],
)
def test_incomplete_record_is_found(record, old, new, why):
    assert why in [f.why for f in faulty_records(record(old=old, new=new))]


def test_number_taken_twice_is_found(record):
    record()

    found = faulty_records(record("0001-another-choice.md"))

    assert [f.why for f in found] == ["2 records bear this number"]


def test_number_left_out_is_found(record):
    record()

    found = faulty_records(record("0003-a-third.md", "# 1. ", "# 3. "))

    assert [str(f) for f in found] == ["0002:1: no record bears this number"]


def test_wrong_name_is_found(record):
    record()

    assert "is not NNNN-title.md" in [f.why for f in faulty_records(record("2-Choice.md"))]
