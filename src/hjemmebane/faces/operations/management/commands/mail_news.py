"""`./run manage mail_news`: tells partners by e-mail that something waits for them."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hjemmebane.faces.operations.news.letters import post_news
from hjemmebane.gateways.email import client as email


class Command(BaseCommand):
    """Write to each partner for whom there is news; run by a timer, in working hours."""

    help = (
        "E-mail each partner for whom something is new, once a day at most. Letters that the mail "
        "server did not take are tried again the next time; then the exit status is 1."
    )

    def handle(self, *args: object, **options: object) -> None:
        if not email.is_in_use():
            raise CommandError("HJEMMEBANE_EMAIL_HOST is not set: no letters are sent from here")
        if not settings.PUBLIC_ADDRESS:
            raise CommandError("HJEMMEBANE_ADDRESS is not set: letters would lead nowhere")
        posted = post_news()
        self.stdout.write(f"{posted.gone} letters sent.")
        if posted.failed:
            raise CommandError(f"{posted.failed} letters were not taken; they wait")
