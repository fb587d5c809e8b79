"""`./run manage fill_demo`: the demo data of `./run demo`."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hjemmebane.faces.operations.demo.filling import AlreadyFilled, fill
from hjemmebane.foundation.clock import now

# Read here and not in the settings, so that production's know nothing of it.
VARIABLE = "DEMO_PASSWORD"


class Command(BaseCommand):
    """Fill an empty database with the demo; harmless where it is already."""

    help = (
        "Fill the database with four invented teams and their citizens. The demo accounts have "
        "the password in DEMO_PASSWORD, or `hjemmebane`. Refused in production."
    )

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO_ACCOUNTS_ALLOWED:
            raise CommandError("Demodata og demokonti findes ikke i drift.")
        try:
            password = os.environ.get(VARIABLE, "hjemmebane")
            citizens = fill(password=password, now=now(), report=self.say)
        except AlreadyFilled:
            self.stdout.write("Demodata er her allerede; intet er ændret.")
        else:
            self.stdout.write(f"Demodata er klar: {citizens} borgere i fire teams.")

    def say(self, sentence: str) -> None:
        """At once, also when somebody reads along through a pipe."""
        self.stdout.write(sentence)
        self.stdout.flush()
