"""Questions about contacts, and about what is agreed, seen and to be remembered."""

from hjemmebane.domain.contacts.queries.appointments import (
    appointments_for,
    appointments_of,
    move_to_change,
    moves_for,
    next_appointments,
    planned_to_change,
    tellings_to_change,
    visible_moves,
)
from hjemmebane.domain.contacts.queries.lights import LightNow, light_of, lights_of, with_light
from hjemmebane.domain.contacts.queries.log import (
    WITH_OTHERS,
    LastContact,
    contacts_of,
    last_contacts,
    last_logged_by,
    times_met,
)
from hjemmebane.domain.contacts.queries.reminders import (
    days_to_do,
    days_to_follow_up,
    follow_ups_for,
    follow_ups_of,
    open_follow_ups_to_change,
    open_tasks_to_change,
    tasks_for,
    tasks_of,
    visible_follow_ups,
    visible_tasks,
)

__all__ = [
    "WITH_OTHERS",
    "LastContact",
    "LightNow",
    "appointments_for",
    "appointments_of",
    "contacts_of",
    "days_to_do",
    "days_to_follow_up",
    "follow_ups_for",
    "follow_ups_of",
    "last_contacts",
    "last_logged_by",
    "light_of",
    "lights_of",
    "move_to_change",
    "moves_for",
    "next_appointments",
    "open_follow_ups_to_change",
    "open_tasks_to_change",
    "planned_to_change",
    "tasks_for",
    "tasks_of",
    "tellings_to_change",
    "times_met",
    "visible_follow_ups",
    "visible_moves",
    "visible_tasks",
    "with_light",
]
