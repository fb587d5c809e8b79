"""`manage.py export_cases --teams NAME … --from 2025-01 --to 2025-12 --out FOLDER`."""

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.evaluation.actions import EXPORT, take_cases_out
from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.months import first_of, last_of
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, Scope, gather
from hjemmebane.domain.evaluation.queries.reports import teams_called
from hjemmebane.faces.operations.case_export import FORMATS, write_cases
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused

REASON = "Udtræk til evaluering"


def a_month(text: str) -> dt.date:
    """The first day of a month written 2025-01."""
    try:
        return first_of(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” er ikke en måned. Skriv 2025-01.") from error


class Command(BaseCommand):
    """Take cases out, under pseudonyms; the only way that they leave."""

    help = (
        "Write the cases of teams and months as files, with the data dictionary beside them. Every"
        " citizen's access log tells it. docs/evaluation.md"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--teams", metavar="NAME", nargs="+", required=True)
        parser.add_argument("--from", dest="first", metavar="MONTH", type=a_month, required=True)
        parser.add_argument("--to", dest="last", metavar="MONTH", type=a_month, required=True)
        parser.add_argument("--format", dest="kind", choices=sorted(FORMATS), default="csv")
        parser.add_argument("--out", metavar="FOLDER", type=Path, required=True)
        parser.add_argument("--why", default=REASON, help="what the access log is to say")

    def handle(
        self,
        *args: object,
        teams: list[str],
        first: dt.date,
        last: dt.date,
        kind: str,
        out: Path,
        why: str,
        **options: object,
    ) -> None:
        scope = self._scope(teams, first, last)
        if out.exists():
            raise CommandError(f"{out} er der allerede. Vælg en ny mappe.")
        try:
            with acting(EXPORT):
                count = take_cases_out(scope=scope, why=why, by=EXPORT, at=now())
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        if not count:
            raise CommandError("Der er ingen forløb i de måneder. Der er ikke skrevet noget.")
        dataset = self._gathered(scope)
        write_cases(dataset, out, kind)
        self.stdout.write(f"{dataset.cases.count} forløb, {dataset.teams.count} teams: {out}")
        self.stdout.write(f"SHA-256 {dataset.digest}")

    def _scope(self, names: list[str], first: dt.date, last: dt.date) -> Scope:
        with acting(OPERATIONS, read_only=True):
            found = list(teams_called(names))
        missing = [name for name in names if name not in {team.name for team in found}]
        if missing:
            raise CommandError(f"Intet team hedder {', '.join(missing)}.")
        return Scope(sorted(team.pk for team in found), first, last_of(last))

    def _gathered(self, scope: Scope) -> Dataset:
        gathering = Gathering(scope)
        with acting(EXPORT, read_only=True):
            for step in STEPS:
                gather(gathering, step)
        return gathering.dataset()
