"""The evaluation report of every team of the country, made by its job from the database.

Meanwhile somebody looks at the report's page again and again, as a browser would.
"""

import datetime as dt
import os
import re
import resource
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, pairwise
from pathlib import Path
from uuid import UUID

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from benchmarks.visiting import Visitor, in_process
from hjemmebane.domain.evaluation import jobs
from hjemmebane.domain.evaluation.actions import cancel_report, order_report
from hjemmebane.domain.evaluation.calculations.months import last_of, months_before
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.evaluation.queries.reports import (
    UNDER_WAY,
    reports_ordered,
    teams_evaluated_by,
)
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id

MANAGER = "bench-manager"  # of all teams, see rows/5_evaluated.sql
MONTHS = 24
LOOKS_EVERY = 0.5  # seconds; the page itself asks every 1.5
TOLD = re.compile(r"Trin \d af \d|Rapporten venter|Hvem rapporten handler om")
STEPS = """
    SELECT after ->> 'step', (after ->> 'moved_at')::timestamptz,
           (after ->> 'settled_at')::timestamptz
      FROM audit_change
     WHERE table_name = 'evaluation_evaluationreport' AND row_id = %s ORDER BY id
"""


@dataclass
class Making:
    """What it took. told: what the page said, each when it was said first.

    steps: how long each took. python, database: seconds of the processor.
    """

    seconds: float = 0
    python: float = 0
    database: float = 0
    steps: dict[str, float] = field(default_factory=dict)
    told: dict[str, float] = field(default_factory=dict)


def evaluate() -> str:
    """Order it, make it, and say what it took."""
    manager = User.objects.get(username=MANAGER)
    report = ordered(manager)
    making, process = Making(), Path(f"/proc/{backend()}/stat")
    with watched(manager, report.pk, making):
        began, python, database = time.perf_counter(), time.thread_time(), busy(process)
        jobs.make(report.pk)
        making.seconds = time.perf_counter() - began
        making.python = time.thread_time() - python
        making.database = busy(process) - database
    with acting(manager.actor):
        made = EvaluationReport.objects.get(pk=report.pk)
    making.steps = steps_of(report.pk)
    return in_words(making, made)


def ordered(manager: User) -> EvaluationReport:
    """All teams, over as many months as the form proposes; what was left on its way is stopped."""
    months = list(islice(months_before(today()), MONTHS))
    with acting(manager.actor):
        for left in reports_ordered().filter(state__in=UNDER_WAY):
            cancel_report(report=left, by=manager.actor, at=now())
        return order_report(
            id=new_id(),
            teams=list(teams_evaluated_by(manager.actor, today())),
            from_on=months[-1],
            until_on=last_of(months[0]),
            by=manager.actor,
            at=now(),
        )


@contextmanager
def watched(manager: User, report_id: UUID, making: Making) -> Iterator[None]:
    """A thread of its own looks at the page until it is over, and once more."""
    client, over, began = Client(), threading.Event(), time.perf_counter()
    client.force_login(manager)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    person = Visitor(in_process(get_wsgi_application()), cookies)
    address = reverse("staff:evaluation:report", args=[report_id])

    def look() -> None:
        is_last = False
        while not is_last:
            is_last = over.wait(LOOKS_EVERY)
            found = TOLD.findall(person.get(address).text) or ["nothing that was looked for"]
            making.told.setdefault(found[0], time.perf_counter() - began)
        connections.close_all()

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


def backend() -> int:
    """The server process that does what this thread asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def busy(process: Path) -> float:
    """How long a process has had the processor, in seconds."""
    user, system = process.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def steps_of(report_id: UUID) -> dict[str, float]:
    """How long each step took, from what the change history says of the report."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(STEPS, [str(report_id)])
        began: dict[str, dt.datetime] = {}
        for step, moved_at, settled_at in cursor.fetchall():
            began.setdefault("over" if settled_at else step, settled_at or moved_at)
    moments = list(began.items())
    return {
        step: (after - moment).total_seconds()
        for (step, moment), (_, after) in pairwise(moments)
        if step
    }


def in_words(making: Making, made: EvaluationReport) -> str:
    courses = made.content["sections"][0]["tables"][0]["rows"][0]["cells"][0]["value"]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = ", ".join(f"{step} {seconds:.1f}" for step, seconds in making.steps.items())
    told = ", ".join(f"“{words}” after {seconds:.1f}" for words, seconds in making.told.items())
    return (
        f"The report's job, {courses:,} courses of {len(made.team_ids)} teams over {MONTHS} months:"
        f"\n{making.seconds:.1f} s; of the processor {making.python:.1f} s in the job"
        f" and {making.database:.1f} s in the database; {memory:.0f} MiB at most in the job\n"
        f"Steps in s: {steps}\nThe page said: {told}"
    )
