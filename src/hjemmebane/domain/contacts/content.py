"""The words that leave the house by text message. They name nobody: no citizen, team or place."""

import datetime as dt

from hjemmebane.foundation.written import coming_moment

STOPPED = "Vi sender ikke flere påmindelser på sms."


def reminder_text(starts_at: dt.datetime, *, at: dt.datetime) -> str:
    """A day and a time, and how to be called. The same words all day long."""
    when = coming_moment(starts_at, at).replace("\N{NO-BREAK SPACE}", " ")  # not a letter of sms
    return f"Husk {when}. Svar RING, hvis du vil ringes op."
