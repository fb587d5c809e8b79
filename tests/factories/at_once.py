"""Several people who do something in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, EditConflict


def at_once(actor, *jobs):
    """Do the jobs at the same moment, each in a transaction of its own; answers what came of each:
    "done", or the name of the error or refusal.
    """
    barrier = Barrier(len(jobs))

    def perform(job):
        barrier.wait()
        try:
            with acting(actor):
                job()
        except Refused as refused:
            return refused.reason.value
        except (AlreadySaved, EditConflict) as told:
            return type(told).__name__
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as people:
        return sorted(people.map(perform, jobs))
