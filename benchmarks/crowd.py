"""The same operations from the outside: one user alone, then eight at once, on the real server."""

import statistics
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from benchmarks.figures import CrowdTime
from benchmarks.measuring import WARM_UP, milliseconds, percentile, perform
from benchmarks.operations import LARGE_TEAM, SMALL_TEAM, Operation, visitor
from benchmarks.visiting import Visitor, over_http

USERS = 8
STAFF = {SMALL_TEAM: 4, LARGE_TEAM: 8}  # users of a smaller team share logins


def crowd_time(operation: Operation, port: int, rounds: int) -> CrowdTime:
    """`rounds` by each user. What a person has on the screen beforehand is fetched untimed."""
    with ExitStack() as lines, ThreadPoolExecutor(USERS) as pool:
        people = [
            visitor(
                lines.enter_context(over_http(port)),
                operation.team,
                1 + number % STAFF[operation.team],
            )
            for number in range(USERS)
        ]
        alone = repeat(operation, people[0], WARM_UP + rounds)[WARM_UP:]
        seconds = [
            one
            for times in pool.map(lambda person: repeat(operation, person, rounds), people)
            for one in times
        ]
    return CrowdTime(
        operation=operation.name,
        alone_p50=milliseconds(statistics.median(alone)),
        p50=milliseconds(statistics.median(seconds)),
        p95=milliseconds(percentile(seconds, 95)),
        rate=round(USERS / statistics.mean(seconds), 1),
    )


def repeat(operation: Operation, person: Visitor, times: int) -> Sequence[float]:
    return [perform(operation, person, operation.prepare(person)).seconds for _ in range(times)]
