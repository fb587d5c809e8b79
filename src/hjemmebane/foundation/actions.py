"""The shape of every write: keyword-only, one transaction, a proven actor, a named verb."""

import inspect
from collections.abc import Callable
from functools import wraps

from django.db import connection, transaction

from hjemmebane.foundation.actors import NobodyActs, current_actor

VERB = "hjemmebane.verb"


def action[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action.

    Everything in it happens or nothing does; `by` must be the actor the database was told about;
    and the change history shows the verb (`plans.reach_sub_goal`) beside every row it touched.
    """
    verb = f"{function.__module__.split('.domain.')[-1].split('.')[0]}.{function.__name__}"
    parameters = inspect.signature(function).parameters
    if "by" not in parameters or any(p.kind is not p.KEYWORD_ONLY for p in parameters.values()):
        raise TypeError(f"{verb}: an action takes keyword-only arguments, `by` among them")

    @wraps(function)
    def perform(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("by") != current_actor():
            raise NobodyActs(f"{verb}: `by` is not who acts in this transaction")
        with transaction.atomic():
            before = _name_verb(verb)
            result = function(*args, **kwargs)
            _name_verb(before)
            return result

    return perform


def _name_verb(verb: str) -> str:
    """Tell the history trigger the verb; returns the one that was set before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), set_config(%s, %s, true)",
            [VERB, VERB, verb],
        )
        return str(cursor.fetchone()[0])
