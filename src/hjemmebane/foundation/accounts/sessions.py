"""Sessions whose keys the database never learns.

Whoever reads the table comes in as nobody: a row is called by the hash of what the cookie holds,
and what it says is signed for that cookie alone, so that it opens nothing in another row either.
"""

from hashlib import sha256

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession

from hjemmebane.foundation.clock import now

LENGTH = 40  # of the column; 160 bits


def stored(session_key: str) -> str:
    """What the table calls the session of a cookie."""
    return sha256(session_key.encode()).hexdigest()[:LENGTH]


class SessionStore(db.SessionStore):
    """Django's own store in the database. Nothing asks for its asynchronous ways."""

    @property
    def key_salt(self) -> str:
        return f"{super().key_salt}.{self.session_key}"

    def exists(self, session_key: str) -> bool:
        return bool(super().exists(stored(session_key)))

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        session = super().create_model_instance(data)
        session.session_key = stored(session.session_key)
        return session

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            super().delete(stored(key))

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        key = stored(self.session_key or "")
        found = self.model.objects.filter(session_key=key, expire_date__gt=now()).first()
        if found is None:
            self._session_key = None
        return found
