import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor


@action
def log_access(
    *, citizens: Sequence[UUID], what: str, reason: str = "", by: Actor, at: dt.datetime
) -> None:
    """Write that `by` read something about each citizen.

    The row is made by an owner-defined function that takes the actor from the proven token and the
    moment from the database's clock, so nobody can log in another's name or at another time; the
    app role itself may not insert or change a row.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT guard.log_access(%s::uuid[], %s, %s)", [list(citizens), what, reason]
        )
