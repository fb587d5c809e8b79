"""`manage.py evaluation_report --cases FILE`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.evaluation.calculations.evaluation_report import (
    FEWEST,
    TooFew,
    report_of,
)
from hjemmebane.domain.evaluation.content.case_files import read_dataset
from hjemmebane.faces.operations.evaluation_told import report_json, report_lines


class Command(BaseCommand):
    """Make the evaluation report of a case file, without a database."""

    help = "The evaluation report of a case file. Format: docs/evaluation.md"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", metavar="FILE", type=Path, required=True)
        parser.add_argument("--teams", metavar="FILE", type=Path)
        parser.add_argument("--least", metavar="N", type=int, default=FEWEST)
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(
        self,
        *args: object,
        cases: Path,
        teams: Path | None,
        least: int,
        as_json: bool,
        **options: object,
    ) -> None:
        if least < FEWEST:
            raise CommandError(f"--least skal være {FEWEST} eller mere.")
        try:
            report = report_of(read_dataset(cases, teams), least)
        except (FaultyFile, TooFew) as refused:
            raise CommandError(str(refused)) from refused
        if as_json:
            self.stdout.write(report_json(report))
            return
        for line in report_lines(report):
            self.stdout.write(line)
