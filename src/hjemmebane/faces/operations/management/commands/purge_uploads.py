"""`./run manage purge_uploads`: gives up files from telephones that nobody sends the rest of."""

from django.core.management.base import BaseCommand

from hjemmebane.domain.field.actions import purge_uploads
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now


class Command(BaseCommand):
    """Run by a timer, once a day."""

    help = (
        "Give up the recordings and pictures of which no part has come for two weeks. The "
        "telephones still have them, and begin anew if they are sent after all."
    )

    def handle(self, *args: object, **options: object) -> None:
        with acting(OPERATIONS):
            given_up = purge_uploads(by=OPERATIONS, at=now())
        self.stdout.write(f"{given_up} uploads given up.")
