"""The cases of the whole country, for the evaluation report to be measured on."""

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from hjemmebane.domain.evaluation.calculations.columns import NONE, Column, Kind
from hjemmebane.domain.evaluation.calculations.of_cases import CASE_COLUMNS
from hjemmebane.domain.evaluation.calculations.of_teams import TEAM_COLUMNS
from hjemmebane.domain.evaluation.content.case_files import cases_csv, gathered, teams_csv

CASES, TEAMS = 20_000, 250
MISSING = 0.1
AT_END = ("ended", "ending_reason", "next_support", "housing_after")
# What must not be more than another column is drawn below it.
WHOLES = {"contacts": "120", "met": "80", "sub_goals": "12", "register_hospital_contacts": "9"}


def national(folder: Path) -> None:
    """Write the files of the whole country, the same each time."""
    chance = random.Random(2026)  # noqa: S311 -- no secret
    data = gathered(
        [a_case(chance, place) for place in range(CASES)],
        [a_team(chance, place) for place in range(TEAMS)],
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cases.csv").write_text(cases_csv(data))
    (folder / "teams.csv").write_text(teams_csv(data))


def a_case(chance: random.Random, place: int) -> dict[str, str]:
    status = chance.choice(("ACTIVE", "ACTIVE", "ENDED", "ON_HOLD"))
    row = {
        **drawn(chance, CASE_COLUMNS),
        **WHOLES,
        "case": f"f{place}",
        "citizen": f"b{place}",
        "team": f"t{place % TEAMS}",
        "started": f"20{chance.randint(20, 21)}-{chance.randint(1, 12):02}",
        "status": status,
        "ended": "2022-06",
    }
    return row if status == "ENDED" else row | dict.fromkeys(AT_END, "")


def a_team(chance: random.Random, place: int) -> dict[str, str]:
    return {
        **drawn(chance, TEAM_COLUMNS),
        "team": f"t{place}",
        "name": f"Team {place}",
        "from_month": "2020-01",
        "until_month": "2022-06",
        "referred": "90",
        "hours": "80",
        "price_year": "2022",
    }


def drawn(chance: random.Random, columns: Sequence[Column]) -> dict[str, str]:
    return {one.name: a_cell(chance, one) for one in columns}


def a_cell(chance: random.Random, column: Column) -> str:
    if column.empty and chance.random() < MISSING:
        return ""
    if column.values:
        known = list(column.values)
        if column.kind is Kind.CODES:
            return " ".join(chance.sample(known, chance.randint(0, 3))) or NONE
        return chance.choice(known)
    if column.kind in {Kind.COUNT, Kind.NUMBER}:
        lowest = max(1, int(column.lowest))
        return str(chance.randint(lowest, min(lowest + 8, int(column.highest))))
    return ""


if __name__ == "__main__":
    national(Path(sys.argv[1]))
