"""`./run manage generate_docs`, also part of `./run fix`."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.faces.operations import generated

FOLDER = Path("docs/generated")


class Command(BaseCommand):
    """Make the documents that come from the code."""

    help = "Write docs/generated/, or with --check say whether it is fresh."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        if not options["check"]:
            generated.write(FOLDER)
        elif stale := generated.stale(FOLDER):
            raise CommandError(f"not fresh: {', '.join(stale)}; ./run fix makes them anew")
