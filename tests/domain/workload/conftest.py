"""A week of work in as few words as a test can read."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.actions import ContactDetails, log_contact, make_appointment
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.domain.workload.choices import TimeKind
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW
from tests.factories.plans import TODAY

TOMORROW = NOW + dt.timedelta(days=1)


@pytest.fixture
def spend():
    """Write time: an hour of coordination today unless said otherwise."""

    def spend(cast, employee, *, by=None, team=None, entry_id=None, **changes):
        values = {"worked_on": TODAY, "kind": TimeKind.COORDINATION, "minutes": 60, **changes}
        return log_time(
            id=entry_id or new_id(),
            team=team or cast.team_one,
            staff_member=employee.staff_member,
            values=values,
            by=(by or employee).actor,
            at=NOW,
        )

    return spend


@pytest.fixture
def meet():
    """Log a contact: a visit of an hour this morning unless said otherwise."""

    def meet(case, by, *, staff=None, **details):
        started_at = NOW - dt.timedelta(hours=1)
        return log_contact(
            id=new_id(),
            course=case.course,
            details=ContactDetails(**{"started_at": started_at, "direct_minutes": 60, **details}),
            staff=[one.staff_member for one in staff or [by]],
            sub_goals={},
            by=by.actor,
            at=NOW,
        )

    return meet


@pytest.fixture
def agree():
    """Make an appointment: tomorrow for as long as an appointment usually takes."""

    def agree(case, by, **changes):
        arguments = {
            "what": "Gå en tur",
            "starts_at": TOMORROW,
            "ends_at": None,
            "place": "HOME",
            "staff_member": by.staff_member,
        }
        return make_appointment(
            id=new_id(), course=case.course, by=by.actor, at=NOW, **{**arguments, **changes}
        )

    return agree
