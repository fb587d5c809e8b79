"""`manage.py export_cases --teams NAME … --from 2025-01 --to 2025-12 --out FOLDER`."""

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.content.library_words import of_file
from hjemmebane.domain.evaluation.actions import EXPORT, take_cases_out
from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.months import first_of, last_of
from hjemmebane.domain.evaluation.queries.gathering import STEPS, Gathering, Scope, gather
from hjemmebane.domain.evaluation.queries.reports import teams_called
from hjemmebane.faces.operations.case_export import FORMATS, new_folder, write_cases
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused

ANOTHER = "Vælg en ny mappe."
BUSY = "skrives lige nu af en anden. Vent, til den er færdig, eller vælg en ny mappe."
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
        parser.add_argument("--municipality", metavar="NAME", default="")
        parser.add_argument("--from", dest="first", metavar="MONTH", type=a_month, required=True)
        parser.add_argument("--to", dest="last", metavar="MONTH", type=a_month, required=True)
        parser.add_argument("--format", dest="kind", choices=sorted(FORMATS), default="csv")
        parser.add_argument("--out", metavar="FOLDER", type=Path, required=True)
        parser.add_argument("--why", default=REASON, help="what the access log is to say")

    def handle(
        self,
        *args: object,
        teams: list[str],
        municipality: str,
        first: dt.date,
        last: dt.date,
        kind: str,
        out: Path,
        why: str,
        **options: object,
    ) -> None:
        scope = self._scope(teams, municipality, first, last)
        try:
            # First, so that nobody's access log tells of a file that could not be written.
            with new_folder(out) as folder:
                dataset = self._taken_out(scope, why)
                write_cases(dataset, folder, kind)
        except FileExistsError as there:
            raise CommandError(f"{there.filename or out} er der allerede. {ANOTHER}") from there
        except BlockingIOError as busy:
            raise CommandError(f"{out} {BUSY}") from busy
        except OSError as error:
            raise CommandError(
                f"{error.filename or out} kan ikke skrives: {of_file(error)}."
            ) from error
        self.stdout.write(f"{dataset.cases.count} forløb, {dataset.teams.count} teams: {out}")
        self.stdout.write(f"SHA-256 {dataset.digest}")

    def _taken_out(self, scope: Scope, why: str) -> Dataset:
        """The cases, after each citizen's access log says so."""
        try:
            with acting(EXPORT):
                logged = take_cases_out(scope=scope, why=why, by=EXPORT, at=now())
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        if not logged:
            raise CommandError("Der er ingen forløb i de måneder. Der er ikke skrevet noget.")
        dataset = self._gathered(scope)
        if len(set(dataset.cases["citizen"])) != logged:
            raise CommandError(
                "Et forløb er kommet til imens. Der er ikke skrevet noget. Prøv igen."
            )
        return dataset

    def _scope(self, names: list[str], municipality: str, first: dt.date, last: dt.date) -> Scope:
        with acting(OPERATIONS, read_only=True):
            found = list(teams_called(names, municipality))
        missing = [name for name in names if name not in {team.name for team in found}]
        if missing:
            raise CommandError(f"Intet team hedder {', '.join(missing)}.")
        if len(found) > len(set(names)):
            raise CommandError("Flere teams hedder det samme. Sig hvis med --municipality NAVN.")
        return Scope(sorted(team.pk for team in found), first, last_of(last))

    def _gathered(self, scope: Scope) -> Dataset:
        gathering = Gathering(scope)
        with acting(EXPORT, read_only=True):
            for step in STEPS:
                gather(gathering, step)
        return gathering.dataset()
