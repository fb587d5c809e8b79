"""`manage.py check_security`."""

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.faces.operations.security import CHECKS, notices


class Command(BaseCommand):
    """Say, check by check, whether the database and the settings keep what the code promises."""

    help = (
        "Check roles, rights, policies, history, keys and settings. Exit status 1 when one fails."
    )

    def handle(self, *args: object, **options: object) -> None:
        failed = 0
        for check in CHECKS:
            problems = list(check())
            failed += bool(problems)
            self.stdout.write(f"{'FAILED' if problems else 'ok':6}  {check.__doc__}")
            for problem in problems:
                self.stdout.write(f"        {problem}")
        for notice in notices():
            self.stdout.write(f"note    {notice}")
        if failed:
            raise CommandError(f"{failed} of {len(CHECKS)} checks failed.")
        self.stdout.write(f"All {len(CHECKS)} checks passed.")
