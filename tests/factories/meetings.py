"""A board meeting on its pages: opened, decided at, and read back."""

from django.urls import reverse

from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser

START = reverse("staff:meetings:page")


def open_meeting(cast, **changes):
    sent = {"id": new_id(), "staff": [cast.ida.staff_member.pk], "planned_minutes": 60} | changes
    return browser(cast.ida).post(START, sent)


def at(turn, name="turn", *args):
    return reverse(f"staff:meetings:{name}", args=[turn.meeting_id, turn.pk, *args])


def decide(cast, turn, key, *, by=None, htmx=False, **sent):
    values = {"id": new_id()} | sent
    fields = {f"{key}-{name}": value for name, value in values.items()}
    return browser(by or cast.ida).post(
        at(turn, "decide", key), fields, headers=HTMX if htmx else {}
    )


def seen_by(employee, model):
    with acting(employee.actor):
        return list(model.objects.all())
