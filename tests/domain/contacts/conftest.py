"""Logging and agreeing in as few words as a test can read."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import (
    ContactDetails,
    change_contact,
    log_contact,
    make_appointment,
)
from hjemmebane.domain.courses.choices import Place
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW

YESTERDAY = NOW - dt.timedelta(days=1)
TOMORROW = NOW + dt.timedelta(days=1)


@pytest.fixture
def log():
    """Log a contact: a visit yesterday unless said otherwise."""

    def log(case, by, *, staff=None, sub_goals=None, contact_id=None, **details):
        return log_contact(
            id=contact_id or new_id(),
            course=case.course,
            details=ContactDetails(**{"started_at": YESTERDAY, **details}),
            staff=[by.staff_member] if staff is None else staff,
            sub_goals=sub_goals or {},
            by=by.actor,
            at=NOW,
        )

    return log


@pytest.fixture
def correct():
    """Write the same contact anew."""

    def correct(contact, by, *, staff=None, sub_goals=None, version=None, at=NOW, **details):
        return change_contact(
            contact=contact,
            details=ContactDetails(**{"started_at": contact.started_at, **details}),
            staff=[by.staff_member] if staff is None else staff,
            sub_goals=sub_goals or {},
            version=contact.version if version is None else version,
            by=by.actor,
            at=at,
        )

    return correct


@pytest.fixture
def agree():
    """Make an appointment: a walk tomorrow unless said otherwise."""

    def agree(case, by, **changes):
        arguments = {
            "id": new_id(),
            "what": "Gå en tur",
            "starts_at": TOMORROW,
            "ends_at": None,
            "place": Place.OUTDOORS,
            "staff_member": by.staff_member,
        }
        return make_appointment(course=case.course, by=by.actor, at=NOW, **{**arguments, **changes})

    return agree
