"""`manage.py costing FILE …`."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.calculations.costing import Cost
from hjemmebane.domain.economics.content.brought import read_costing
from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.faces.operations.economics_told import costing_told, said


class Command(BaseCommand):
    """Cost one team, or several side by side, without a database."""

    help = "What a team costs a year, per citizen and full-time employee. Format: docs/economics.md"
    requires_system_checks = ()  # of pages and tables, which it does without

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: object, files: list[Path], as_json: bool, **options: object) -> None:
        try:
            costs = [read_costing(file) for file in files]
        except FaultyFile as faulty:
            raise CommandError(str(faulty)) from faulty
        if as_json:
            told = [costing_told(cost) for cost in costs]
            self.stdout.write(json.dumps(told if len(told) > 1 else told[0], ensure_ascii=False))
            return
        for cost in costs:
            self._write(cost)

    def _write(self, cost: Cost) -> None:
        told = costing_told(cost)
        self.stdout.write(f"{cost.costing.title} ({cost.costing.price_year}-priser)")
        for label, key in (
            ("I alt om året, kr.", "total"),
            ("Pr. borger om året, kr.", "per_citizen"),
            ("Pr. fuldtidsmedarbejder, kr.", "per_full_time"),
            ("Fuldtidsmedarbejdere", "full_time"),
            ("Borgere pr. fuldtidsmedarbejder", "caseload"),
        ):
            self.stdout.write(f"  {label:34}{said(told[key])}")
