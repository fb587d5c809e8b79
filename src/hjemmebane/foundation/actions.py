"""The shape of every write: keyword-only, one transaction, a proven actor, a named verb."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.db import connection, transaction

from hjemmebane.foundation.actors import NobodyActs, current_actor
from hjemmebane.foundation.records import NotInserted

VERB, OCCASION = "hjemmebane.verb", "hjemmebane.occasion"

_occasion: ContextVar[str] = ContextVar("occasion", default="")
_under_way: ContextVar[str | None] = ContextVar("verb", default=None)


def action[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Make a function an action.

    Everything in it happens or nothing does; `by` must be the actor the database was told about;
    and the change history shows the verb (`plans.reach_sub_goal`) beside every row it touched.
    An action that another one calls stands or falls with it: what it refuses undoes both.
    """
    verb = f"{function.__module__.split('.domain.')[-1].split('.')[0]}.{function.__name__}"
    parameters = inspect.signature(function).parameters
    if "by" not in parameters or any(p.kind is not p.KEYWORD_ONLY for p in parameters.values()):
        raise TypeError(f"{verb}: an action takes keyword-only arguments, `by` among them")

    @wraps(function)
    def perform(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("by") != current_actor():
            raise NobodyActs(f"{verb}: `by` is not who acts in this transaction")
        with _part_of_another(verb) if _under_way.get() else _of_its_own(verb):
            return function(*args, **kwargs)

    return perform


@contextmanager
def on_occasion(occasion: str) -> Iterator[None]:
    """The change history shows the occasion (`meeting:<id>`) beside every row changed within."""
    reset = _occasion.set(occasion)
    try:
        yield
    finally:
        _occasion.reset(reset)


@contextmanager
def _of_its_own(verb: str) -> Iterator[None]:
    """All or nothing. The verb stays until the next action names its own: one query less."""
    reset = _under_way.set(verb)
    try:
        with transaction.atomic():
            _name_verb(verb)
            yield
    except NotInserted as failure:
        # Only now that the rows are undone will the database answer why.
        raise failure.reason() from failure
    finally:
        _under_way.reset(reset)


@contextmanager
def _part_of_another(verb: str) -> Iterator[None]:
    """Without a savepoint of its own, which would cost two queries each time."""
    reset = _under_way.set(verb)
    _name_verb(verb)
    try:
        yield
    finally:
        _under_way.reset(reset)
    _name_verb(str(_under_way.get()))


def _name_verb(verb: str) -> None:
    """Tell the history trigger the verb, and the occasion."""
    told = [VERB, verb, OCCASION, _occasion.get()]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true), set_config(%s, %s, true)", told)
