"""Server time of each operation beside its floor, measured turn and turn about in one process."""

import gzip
import statistics
import time
from collections.abc import Sequence

import psycopg
from django.core.wsgi import get_wsgi_application
from django.db import connections

from benchmarks.figures import ServerTime, StatementCost
from benchmarks.operations import Operation, visitor
from benchmarks.recording import Statement, recorded, replay, with_new_keys
from benchmarks.visiting import Answer, Form, Visitor, in_process

WARM_UP, CLOCK_SLACK = 3, 0.01


class WrongAnswer(Exception):
    """An operation did not do what is to be measured."""


def server_time(operation: Operation, rounds: int) -> ServerTime:
    """One warm process: the operation and both replays, `rounds` times in turn."""
    person = visitor(in_process(get_wsgi_application()), operation.team)
    for _ in range(WARM_UP):
        perform(operation, person, operation.prepare(person))
    began = time.time() - CLOCK_SLACK
    form = operation.prepare(person)
    with recorded() as statements:
        answer = perform(operation, person, form)
    whole, python = [], []
    with bare_connection("default") as guarded_db, bare_connection("owner") as bare_db:
        replays: tuple[list[list[float]], list[list[float]]] = ([], [])
        for _ in range(rounds):
            form, cpu = operation.prepare(person), time.thread_time()
            whole.append(perform(operation, person, form).seconds)
            python.append(time.thread_time() - cpu)
            for connection, seconds in zip((guarded_db, bare_db), replays, strict=True):
                seconds.append(replay(connection, with_new_keys(statements, began)))
    return ServerTime(
        operation=operation.name,
        p50=milliseconds(statistics.median(whole)),
        p95=milliseconds(percentile(whole, 95)),
        python_p50=milliseconds(statistics.median(python)),
        queries=sum(one.is_query for one in statements),
        bounds=sum(not one.is_query for one in statements),
        size=len(answer.body),
        compressed=len(gzip.compress(answer.body, 6)),
        statements=costs(statements, *replays),
    )


def perform(operation: Operation, person: Visitor, form: Form) -> Answer:
    """Do it. Raises WrongAnswer when the service did something else."""
    answer = operation.perform(person, form)
    if answer.status != operation.expects:
        raise WrongAnswer(f"{operation.name}: {answer.status} {answer.text[:2000]}")
    return answer


def bare_connection(alias: str) -> psycopg.Connection:
    """Nothing but psycopg, as the role behind one of Django's aliases."""
    known = connections[alias].get_connection_params()
    return psycopg.connect(
        host=known["host"],
        port=known["port"],
        dbname=known["dbname"],
        user=known["user"],
        password=known["password"],
    )


def costs(
    statements: Sequence[Statement], guarded: list[list[float]], bare: list[list[float]]
) -> list[StatementCost]:
    """The median of each statement over the rounds."""
    middle = [
        [milliseconds(statistics.median(one)) for one in zip(*rounds, strict=True)]
        for rounds in (guarded, bare)
    ]
    return [
        StatementCost(statement.sql, with_policies, without)
        for statement, with_policies, without in zip(statements, *middle, strict=True)
    ]


def machine_speed() -> float:
    """How long this machine takes just now for a fixed piece of Python, in ms: tells runs apart."""
    began = time.perf_counter()
    sum(number * number for number in range(1_000_000))
    return milliseconds(time.perf_counter() - began)


def percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)
