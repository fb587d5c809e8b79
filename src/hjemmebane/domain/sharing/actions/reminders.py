import datetime as dt

from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.database import ask_guard


@action
def stop_own_reminders(*, by: Actor, at: dt.datetime) -> None:
    """The citizen who acts wants no more text messages. Said twice it is the same."""
    ask_guard("stop_own_reminders", at)
