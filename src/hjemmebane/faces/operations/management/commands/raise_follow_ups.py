"""`./run manage raise_follow_ups`: looks at every record, and raises what is to be followed up."""

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.faces.operations.following.round import follow_all


class Command(BaseCommand):
    """Look at all courses that go on; run by a timer, early each morning."""

    help = (
        "Raise, reword and let go of the follow-ups that the records ask for. A record that could "
        "not be looked at is logged and does not stop the others; then the exit status is 1."
    )

    def handle(self, *args: object, **options: object) -> None:
        followed = follow_all()
        self.stdout.write(f"{followed.raised} follow-ups raised.")
        if followed.failed:
            raise CommandError(f"{followed.failed} records could not be looked at; see the log")
