"""Who acts, and how the database is made to believe it.

A person or a named system actor is proven to PostgreSQL by a short-lived token, signed here with a
key that the web process' database role cannot read. The row-level policies verify the signature,
so SQL that found its way in cannot become somebody else.
"""

import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection, transaction

TOKEN_SECONDS = 300
SETTING = "hjemmebane.actor"


class NobodyActs(RuntimeError):
    """Code that needs an actor ran outside `acting(...)`, or got another than who acts."""


@dataclass(frozen=True)
class Actor:
    """A proven identity.

    `user:<uuid>` for a person with a login, `job:<name>` for the system, and
    `together:<user>:<citizen>` for a device that a member of the staff has handed over to one
    citizen: it may what that citizen may, and nothing else, until it is taken back.
    `preview:<user>:<consent>` sees what the recipient of a consent sees, and may do nothing.
    """

    key: str

    @classmethod
    def person(cls, user_id: UUID) -> "Actor":
        return cls(f"user:{user_id}")

    @classmethod
    def together(cls, user_id: UUID, citizen_id: UUID) -> "Actor":
        return cls(f"together:{user_id}:{citizen_id}")

    @classmethod
    def preview(cls, user_id: UUID, consent_id: UUID) -> "Actor":
        return cls(f"preview:{user_id}:{consent_id}")

    @classmethod
    def system(cls, name: str) -> "Actor":
        return cls(f"job:{name}")

    @property
    def is_person(self) -> bool:
        return self.key.startswith(("user:", "together:"))

    @property
    def user_id(self) -> UUID:
        """The login behind the actor; of a device handed over whose it is.

        Raises NobodyActs for a system actor.
        """
        if not self.is_person:
            raise NobodyActs(f"{self.key} is not a person")
        return UUID(self.key.split(":")[1])


OPERATIONS = Actor.system("operations")

_current: ContextVar[Actor | None] = ContextVar("actor", default=None)


def sign(actor: Actor, *, expires: int) -> str:
    """The token for `actor`, good until `expires` (Unix seconds)."""
    message = f"{actor.key}|{expires}"
    key = bytes.fromhex(settings.ACTOR_KEY)
    return f"{message}|{hmac.new(key, message.encode(), hashlib.sha256).hexdigest()}"


def current_actor() -> Actor:
    """Who acts now. Raises NobodyActs outside `acting(...)`."""
    actor = _current.get()
    if actor is None:
        raise NobodyActs("wrap the work in foundation.actors.acting(actor)")
    return actor


@contextmanager
def acting(actor: Actor, *, read_only: bool = False) -> Iterator[None]:
    """One transaction in which the database knows `actor`; `read_only` makes every write fail.

    Nests: the outer actor is back when the inner block ends. The setting is local to the
    transaction, so a pooled connection never carries an identity on.
    """
    before, nested = _current.get(), connection.in_atomic_block
    with transaction.atomic():
        _tell_database(actor, read_only=read_only)
        reset = _current.set(actor)
        try:
            yield
        finally:
            _current.reset(reset)
        if nested:
            # A released savepoint keeps the setting, so the outer identity is put back by hand.
            _tell_database(before, read_only=False)


def _tell_database(actor: Actor | None, *, read_only: bool) -> None:
    token = sign(actor, expires=int(time.time()) + TOKEN_SECONDS) if actor else ""
    connection.ensure_connection()
    # psycopg's plain cursor binds on the server (Django's does not), so that pg_stat_activity,
    # which every session of the same role may read, shows $1 and never the token.
    if read_only:
        sql = "SELECT set_config(%s, %s, true), set_config('transaction_read_only', 'on', true)"
    else:
        sql = "SELECT set_config(%s, %s, true)"
    psycopg.Cursor(connection.connection).execute(sql, [SETTING, token])
