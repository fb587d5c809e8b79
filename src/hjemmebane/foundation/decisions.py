"""How a rule says no, with a reason a person can read."""

from collections.abc import Callable

from django.db.models import TextChoices


class Refused(Exception):
    """A rule said no. `reason` is a TextChoices member: stable code, Danish sentence."""

    def __init__(self, reason: TextChoices, *, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field

    @property
    def sentence(self) -> str:
        return str(self.reason.label)


def allowed[**P](check: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Ask a rule without acting: True when check(...) would not refuse."""
    try:
        check(*args, **kwargs)
    except Refused:
        return False
    return True
