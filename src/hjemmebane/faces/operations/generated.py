"""Documents made from the code, so that they cannot say something else than it does."""

from collections.abc import Iterable
from pathlib import Path
from string import ascii_uppercase

from django.conf import settings

from hjemmebane.faces.operations import case_dictionary, contradictions, replication
from hjemmebane.faces.operations.open_tables import OPEN_TABLES
from hjemmebane.faces.operations.security import guarded_tables, openings
from hjemmebane.foundation.guards import Guard

HOW_CHECKED = (
    "Routes are checked by `tests/faces/test_access_matrix.py`, every route as every role; tables"
    " by `./run manage check_security` against the database's own catalogue."
)
HOW_ANSWERED = (
    "Every route as every role, in each state of a consent, seen from a citizen of the team: ● is"
    " an answer. Whoever is logged in meets a 404 elsewhere, and everybody else the login."
)
HOW_OPENED = (
    "Besides what a table's own guard lets through. Checked by"
    " `tests/domain/sharing/test_openings.py` against a model in Python, over random"
    " histories of consents."
)
HOW_GUARDED = (
    "A row is read when the first condition holds and written when the second does. The history"
    " of a row is read by whoever reads its course or citizen."
)
HOW_REPLICATED = (
    "What the evaluation of M-ACT (2022) and VIVE's note print, and what the product works out of"
    " the same inputs (`docs/examples/`). Nothing is tuned to fit. Kroner, 2022."
)
EXAMPLES = Path("docs/examples")
NOTE = "<!-- Made by ./run fix from the code; do not edit. -->"


def documents() -> dict[str, str]:
    """Every generated document by file name."""
    return {
        "access.md": access(),
        "case_file.md": case_file(),
        "published_figures.md": published_figures(),
    }


def case_file() -> str:
    """Every column of the case file."""
    parts = ["# The case file", NOTE, case_dictionary.HOW_READ]
    for name, rows in case_dictionary.sections().items():
        parts += [f"## {name}", table(case_dictionary.TITLES, rows)]
    return "\n\n".join(parts) + "\n"


def published_figures() -> str:
    """Published figures beside ours."""
    titles = ("What", "Published", "Ours", "Difference", "Why")
    parts = ["# Published figures and ours", NOTE, HOW_REPLICATED]
    for name, found in replication.sections(EXAMPLES).items():
        rows = (
            (one.what, *(f"{f:,}" for f in (one.published, one.ours, one.difference)), one.why)
            for one in found
        )
        parts += [f"## {name}", table(titles, rows)]
    parts += [
        "## Where the report contradicts itself",
        table(contradictions.TITLES, contradictions.CONTRADICTIONS),
        "## What cannot be reproduced as printed",
        table(contradictions.NOT_TOLD_TITLES, contradictions.NOT_TOLD),
    ]
    return "\n\n".join(parts) + "\n"


def access() -> str:
    """The access matrix: routes by audience, tables by guard, and what is open and why."""
    sections = [
        "# Who may reach what",
        NOTE,
        HOW_CHECKED,
        "## Routes",
        table(("Route", "For"), sorted(settings.ROUTE_AUDIENCES.items())),
        "## Who is answered where",
        HOW_ANSWERED,
        matrix(),
        "## Guarded tables",
        HOW_GUARDED,
        table(("Table", "Read", "Write", "Granted at all"), guarded()),
        "## Rows opened to partners and citizens",
        HOW_OPENED,
        table(("Table", "To", "For", "Rows"), opened()),
        "## Tables without policies",
        "None holds anything about a citizen.",
        table(
            ("Table", "Granted", "Why"), ((n, *grants) for n, grants in sorted(OPEN_TABLES.items()))
        ),
    ]
    return "\n\n".join(sections) + "\n"


def matrix() -> str:
    """Routes down, roles across; the names of the roles stand below, by their letters."""
    roles = list(dict.fromkeys(role for found in settings.ROUTE_ROLES.values() for role in found))
    letters = dict(zip(roles, ascii_uppercase, strict=False))
    rows = [
        (route, *("●" if role in found else "" for role in roles))
        for route, found in sorted(settings.ROUTE_ROLES.items())
    ]
    legend = "\n".join(f"- **{letters[role]}** {role}" for role in roles)
    return table(("Route", *letters.values()), rows) + "\n\n" + legend


def opened() -> list[tuple[str, str, str, str]]:
    """What the migrations open of other rooms' rows."""
    return sorted((one.table, one.to, one.command, code(one.condition)) for one in openings())


def guarded() -> list[tuple[str, str, str, str]]:
    rows = []
    for name, guard in guarded_tables().items():
        writes = guard.write_condition if guard.grants != "SELECT" else "nobody"
        same = "the same" if writes == guard.read_condition else code(writes)
        rows.append((name, code(guard.read_condition), same + also_written(guard), guard.granted))
    return sorted(rows)


def also_written(guard: Guard) -> str:
    """Who may write besides, when a row is new or changed."""
    more = {"INSERT": guard.insert, "UPDATE": guard.update}
    return "".join(f"; {command} also {code(who)}" for command, who in more.items() if who)


def code(text: str) -> str:
    return text if text == "nobody" else f"`{text}`"


def table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [titles, tuple("---" for _ in titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def stale(folder: Path) -> list[str]:
    """The documents in `folder` that the code no longer says."""
    made = documents()
    present = {path.name for path in folder.glob("*.md")}
    wrong = [n for n, text in made.items() if n not in present or (folder / n).read_text() != text]
    return sorted({*wrong, *(present - made.keys())})


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        path.unlink()
    for name, text in documents().items():
        (folder / name).write_text(text)
