"""In which order an action takes the tables it writes in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

HELD = re.compile(
    r'^SELECT .*? FROM "(?P<held>\w+)".* FOR (?:NO KEY )?UPDATE'
    r'|^UPDATE "(?P<changed>\w+)"'
    r'|^INSERT INTO "(?P<added>\w+)"'
)


@contextmanager
def order_of_locks() -> Iterator[list[str]]:
    """The tables of which rows were held or written, one for each statement, filled at the end."""
    tables: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield tables
    found = (HELD.match(query["sql"]) for query in captured)
    tables.extend(one[one.lastgroup or 0] for one in found if one)
