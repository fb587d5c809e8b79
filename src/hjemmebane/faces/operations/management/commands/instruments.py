"""`manage.py instruments list` and `manage.py instruments import FILE`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.measurements.actions import import_wording
from hjemmebane.domain.measurements.queries import all_asked_now
from hjemmebane.domain.method.content.instrument_loader import text_of
from hjemmebane.domain.method.content.loader import BrokenPack
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved


class Command(BaseCommand):
    """The instruments there are, and official words for them."""

    help = (
        "Bring in the official words of an instrument that you may use, or list the instruments. "
        "The file is the shipped one (docs/measuring.md) with other words and [wording] OFFICIAL."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_subparsers(dest="what", required=True, metavar="list|import")
        what.add_parser("list", help="code, whose words, their version")
        bring = what.add_parser("import", help="bring in the official words")
        bring.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *args: object, **options: object) -> None:
        with acting(OPERATIONS):
            if options["what"] == "list":
                self._list()
            else:
                self._import(Path(str(options["file"])))

    def _list(self) -> None:
        for one in all_asked_now():
            self.stdout.write(f"{one.instrument.code:16} {one.wording:12} {one.instrument.title}")

    def _import(self, file: Path) -> None:
        try:
            content = text_of(file)
            found = import_wording(id=new_id(), content=content, by=OPERATIONS, at=now())
        except AlreadySaved as already:
            self.stdout.write(f"{already.record} er hentet ind allerede.")
            return
        except BrokenPack as error:
            raise CommandError(str(error).replace("filen:", f"{file.name}:")) from error
        except Refused as refused:
            raise CommandError(f"{file.name}: {refused.sentence}") from refused
        self.stdout.write(f"{found} er hentet ind. Nye svar gives med de ord.")
