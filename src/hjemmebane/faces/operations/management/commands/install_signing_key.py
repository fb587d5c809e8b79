"""`./run manage install_signing_key`."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from hjemmebane.foundation.database import install_signing_key


class Command(BaseCommand):
    """Give the database the key that actor tokens are signed with."""

    requires_system_checks = ()  # needed before anything else can run

    help = (
        "Install HJEMMEBANE_ACTOR_KEY in the database, so that it can verify who acts. "
        "With --keep-old the former key stays valid too, for a change of keys without a stop."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--keep-old", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        install_signing_key(self._key(), keep_old=bool(options["keep_old"]))
        self.stdout.write("The signing key is installed.")

    @staticmethod
    def _key() -> bytes:
        try:
            key = bytes.fromhex(settings.ACTOR_KEY)
        except ValueError as error:
            raise CommandError("HJEMMEBANE_ACTOR_KEY must be hexadecimal") from error
        if len(key) != 32:
            raise CommandError("HJEMMEBANE_ACTOR_KEY must be 32 bytes (64 hexadecimal digits)")
        return key
