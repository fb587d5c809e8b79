"""`manage.py som_scenario FILE`."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.calculations.scenario import Net, net_of
from hjemmebane.domain.economics.content.brought import read_scenario
from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.economics.content.shipped import published_scenarios
from hjemmebane.faces.operations.economics_told import said, scenario_told


class Command(BaseCommand):
    """Work a scenario out, without a database."""

    help = (
        "Net present value of a scenario, by who pays. --published: the six of the evaluation of"
        " 2022. Format: docs/economics.md"
    )
    requires_system_checks = ()  # of pages and tables, which it does without

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("file", metavar="FILE", nargs="?", type=Path)
        which.add_argument("--published", action="store_true")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: object, as_json: bool, **options: object) -> None:
        try:
            nets = self._nets(options["file"])
        except FaultyFile as faulty:
            raise CommandError(str(faulty)) from faulty
        if as_json:
            told = [scenario_told(net) for net in nets]
            self.stdout.write(json.dumps(told if len(told) > 1 else told[0], ensure_ascii=False))
            return
        for net in nets:
            self._write(net)

    def _nets(self, file: object) -> list[Net]:
        chosen = [read_scenario(Path(str(file)))] if file else published_scenarios()
        return [net_of(scenario) for scenario in chosen]

    def _write(self, net: Net) -> None:
        told = scenario_told(net)
        self.stdout.write(f"{net.scenario.title}: {net.scenario.target_group}")
        self.stdout.write(f"  Netto i alt pr. deltager, kr.     {said(told['net_total'])}")
        even = net.break_even_rate
        rate = "aldrig" if even is None else f"{said(round(even * 100, 1))} %"
        enough = "" if even is None or even <= 1 else " (kan ikke nås)"
        self.stdout.write(f"  Går lige op ved en succesrate på  {rate}{enough}")
