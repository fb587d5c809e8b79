"""`manage.py evaluation_report --cases FILE`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.economics.content.library_words import of_file
from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.evaluation_report import (
    FEWEST,
    TooFew,
    report_of,
)
from hjemmebane.domain.evaluation.calculations.kept import mark_of, plain
from hjemmebane.domain.evaluation.calculations.report import Report
from hjemmebane.domain.evaluation.content.case_files import read_dataset
from hjemmebane.faces.documents.evaluation_workbook import evaluation_workbook
from hjemmebane.faces.operations.evaluation_told import report_json, report_lines
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.listing import listed_shortly


class Command(BaseCommand):
    """Make the evaluation report of a case file, without a database."""

    help = "The evaluation report of a case file. Format: docs/evaluation.md"
    requires_system_checks = ()  # of pages and tables, which it does without

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", metavar="FILE", type=Path, required=True)
        parser.add_argument("--teams", metavar="FILE", type=Path)
        parser.add_argument("--least", metavar="N", type=int, default=FEWEST)
        parser.add_argument("--json", action="store_true", dest="as_json")
        parser.add_argument("--xlsx", metavar="FILE", type=Path, help="a workbook as well")

    def handle(
        self,
        *args: object,
        cases: Path,
        teams: Path | None,
        least: int,
        as_json: bool,
        xlsx: Path | None,
        **options: object,
    ) -> None:
        if least < FEWEST:
            raise CommandError(f"--least skal være {FEWEST} eller mere.")
        try:
            data = read_dataset(cases, teams)
            report = report_of(data, least)
        except (FaultyFile, TooFew) as refused:
            raise CommandError(str(refused)) from refused
        if xlsx is not None:
            write_workbook(report, data, xlsx)
        if as_json:
            self.stdout.write(report_json(report))
            return
        for line in report_lines(report):
            self.stdout.write(line)


def write_workbook(report: Report, data: Dataset, file: Path) -> None:
    """The workbook of the page, of the same numbers, under the mark that the service would give."""
    content = evaluation_workbook(
        report,
        teams=listed_shortly(sorted(map(str, data.teams["name"]))),
        period=f"{report.from_month} til {report.until_month}",
        mark=mark_of(plain(report)),
        at=now(),
    )
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except OSError as error:
        raise CommandError(f"{file} kan ikke skrives: {of_file(error)}.") from error
