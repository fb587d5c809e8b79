"""`./run manage work`: does what the timer and the queue ask for, until it is stopped."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params

from hjemmebane.foundation.queue import put_in

# What the timer asks for each minute; after a stop it is asked for at once.
CATCH_UP = ("contacts.remind",)
AT_ONCE = 4
# One connection more than jobs, to hear of new ones; and one to say that we live.
CONNECTIONS = AT_ONCE + 2


class Command(BaseCommand):
    """The worker. Several may run at once; killing one loses nothing and doubles nothing."""

    help = "Do the jobs of the timer and the queue until SIGTERM; jobs that are under way end first"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--poll", type=float, default=5.0, help="seconds between looks")

    def handle(self, *args: object, poll: float, **options: object) -> None:
        for job in CATCH_UP:
            put_in(job)
        connector = PsycopgConnector(
            kwargs=connector_params("worker"), min_size=1, max_size=CONNECTIONS
        )
        with app.replace_connector(connector):
            app.run_worker(
                concurrency=AT_ONCE,
                delete_jobs="successful",
                fetch_job_polling_interval=poll,
                shutdown_graceful_timeout=20,
            )
