"""What is measured. Times are milliseconds, sizes bytes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class StatementCost:
    """What one statement takes with the policies, and without (as the owner of the tables)."""

    sql: str
    guarded: float
    bare: float


@dataclass(frozen=True)
class ServerTime:
    """Milliseconds; a replay is the sum of what its statements take in the middle."""

    operation: str
    p50: float
    p95: float
    python_p50: float
    queries: int
    bounds: int
    size: int
    compressed: int
    statements: Sequence[StatementCost]

    @property
    def floor(self) -> float:
        """The same SQL by bare psycopg as the owner, whom no policy binds."""
        return sum(one.bare for one in self.statements)

    @property
    def guarded_floor(self) -> float:
        """The same SQL by bare psycopg as the service's own role, with its proven actor."""
        return sum(one.guarded for one in self.statements)

    @property
    def policy_per_query(self) -> float:
        return (self.guarded_floor - self.floor) / self.queries


@dataclass(frozen=True)
class CrowdTime:
    """Milliseconds from asking to the last byte; requests a second with everybody at work."""

    operation: str
    alone_p50: float
    p50: float
    p95: float
    rate: float


@dataclass(frozen=True)
class Weight:
    """Bytes as they came over the wire, headers included, and the number of requests answered."""

    first: int
    first_requests: int
    repeat: int
    repeat_requests: int
