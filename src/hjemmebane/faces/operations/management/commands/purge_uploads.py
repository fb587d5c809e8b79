"""`./run manage purge_uploads`: gives up files from telephones that nobody sends the rest of."""

from django.core.management.base import BaseCommand

from hjemmebane.domain.field.jobs import purge


class Command(BaseCommand):
    """Run by a timer, once a day, where no worker runs."""

    help = (
        "Give up the recordings and pictures of which no part has come for two weeks. The "
        "telephones still have them, and begin anew if they are sent after all."
    )

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"{purge()} uploads given up.")
