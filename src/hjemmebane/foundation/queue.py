"""Putting a job in the queue: by its name, with keys of records and nothing else.

It stands or falls with the transaction around it, and begins after that.
"""

from uuid import UUID

from django.db import connection, transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app


def put_in(job: str, *, key: UUID | None = None, seconds_from_now: int = 0) -> bool:
    """Ask for a job, once: False when the same one for the same record waits already."""
    lock = f"{job}:{key or ''}"
    arguments = {} if key is None else {"key": str(key)}
    wait = {"seconds": seconds_from_now} if seconds_from_now else None
    try:
        with transaction.atomic():
            task = app.configure_task(job, queueing_lock=lock, schedule_in=wait)
            task.defer(**arguments)
    except exceptions.AlreadyEnqueued:
        return False
    return True


def is_worked() -> bool:
    """Whether a worker has been seen in the last minute, by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT guard.worker_seen_at() > now() - interval '1 minute'")
        return bool(cursor.fetchone()[0])
