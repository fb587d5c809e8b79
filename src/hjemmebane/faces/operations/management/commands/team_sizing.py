"""`manage.py team_sizing NAME …`."""

import json
from argparse import ArgumentParser
from decimal import Decimal, InvalidOperation

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.economics.calculations.sizing import Sizing, size_of
from hjemmebane.domain.economics.content.places import UnknownMunicipality, found
from hjemmebane.domain.economics.content.shipped import team_kinds
from hjemmebane.faces.operations.economics_told import said, sizing_told
from hjemmebane.foundation.listing import listed

WITHOUT = "Der er ikke offentliggjort tal for"


class Command(BaseCommand):
    """Size teams for one municipality, or several taken together, without a database."""

    help = "How many teams, people and kroner some municipalities need. Format: docs/economics.md"
    requires_system_checks = ()  # of pages and tables, which it does without

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", metavar="NAME", nargs="+")
        parser.add_argument("--kind", choices=[kind.code for kind in team_kinds()], default="m-act")
        parser.add_argument("--reach", default="1", help="share of the citizens, such as 0.25")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: object, names: list[str], **options: object) -> None:
        kind = next(one for one in team_kinds() if one.code == options["kind"])
        try:
            sizing = size_of(found(names), kind, reach=_share(str(options["reach"])))
        except UnknownMunicipality as unknown:
            raise CommandError(str(unknown)) from unknown
        if not sizing.population:
            without = listed(one.name for one in sizing.unknown)
            raise CommandError(f"{WITHOUT} {without}. Skriv en kommune mere, gerne en nabo.")
        if options["as_json"]:
            self.stdout.write(json.dumps(sizing_told(sizing), ensure_ascii=False))
            return
        self._write(sizing)

    def _write(self, sizing: Sizing) -> None:
        for one in sizing.unknown:
            self.stdout.write(f"{WITHOUT} {one.name}. Kommunen er ikke med.")
        low, high = sizing.cost_range
        more = "" if sizing.teams == 1 else "s"
        self.stdout.write(
            f"{said(sizing.reached)} borgere, {sizing.teams} {sizing.kind.title}-team{more},"
            f" {said(sizing.cost)} kr. om året ({said(low)}–{said(high)})."
        )
        for staffing in sizing.staff:
            self.stdout.write(
                f"  {staffing.function.title:24}{said(round(staffing.full_time, 2))} fuldtid"
            )


def _share(text: str) -> Decimal:
    try:
        share = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise CommandError(f"“{text}” er ikke et tal. Skriv en andel som 0.25.") from error
    if not share.is_finite():
        raise CommandError(f"“{text}” er ikke et tal. Skriv en andel som 0.25.")
    if not 0 < share <= 1:
        raise CommandError(f"{text} er ikke en andel. Den skal være over 0 og højst 1.")
    return share
