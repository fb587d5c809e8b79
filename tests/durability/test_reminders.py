"""500 reminders, a worker that is killed again and again, and a gateway with every fault: each
reminder reaches its telephone once, and none that is no longer wanted does.
"""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from pytest_django import DjangoDbBlocker

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import (
    SMS_REMINDERS,
    plan_reminders,
    record_death_and_reminders,
    stop_reminders,
)
from hjemmebane.domain.contacts.calculations.sms import local_moment
from hjemmebane.domain.contacts.choices import SmsMoment
from hjemmebane.domain.contacts.queries import reminder_agreement_of
from hjemmebane.domain.courses.actions import put_on_hold
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.sms.fake import TOKEN, FakeGateway, fake_gateway
from tests.durability.house import House, built, django_inside
from tests.factories.cast import Case, Cast, gather, start_case
from tests.factories.sms import agree, appoint
from tools.processes import wait_until_gone

pytestmark = pytest.mark.slow

NEIGHBOURS = 9
EACH = 50
WANTED = (NEIGHBOURS + 1) * EACH  # and one whose pause keeps them
EACH_OTHER = 4
KILLS = 4
BEFORE_A_KILL = 60  # messages that the gateway takes between two kills
PATIENCE = 300  # seconds, for a machine that is busy with other things
# The worker's clock: by day, whenever the test runs; later the last reminders are due as well.
NOON = local_moment(today(), dt.time(12))
AGREED = NOON - dt.timedelta(hours=20)
LATER = dt.timedelta(minutes=15)

STATES = "SELECT state, why, count(*) FROM contacts_smsreminder GROUP BY state, why"
SENT = "SELECT id::text, appointment_id FROM contacts_smsreminder WHERE state = 'SENT'"
UNDER_WAY = "SELECT count(*) FROM contacts_smsreminder WHERE state IN ('WAITING', 'SENDING')"


@dataclass
class Street:
    """The house, the gateway, and the citizens by what becomes of them."""

    house: House
    gateway: FakeGateway
    cast: Cast
    cases: dict[str, Case] = field(default_factory=dict)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def number(self, name: str) -> str:
        return f"+45202020{list(self.cases).index(name):02}"

    def move_in(self, name: str, appointments: int, due_at: dt.datetime) -> None:
        """A citizen who is reminded two hours before, of appointments that begin close by."""
        by = self.cast.ida
        with acting(by.actor):
            case = start_case(self.cast.team_one, by, CitizenDetails(given_name=name))
            self.cases[name] = case
            agree(case, by, AGREED, moments=(SmsMoment.TWO_HOURS,), phone=self.number(name))
            for minute in range(appointments):
                starts_at = due_at + dt.timedelta(hours=2, minutes=-minute)
                appoint(case, by, starts_at, AGREED)

    def let_rest(self, name: str, *, keeps_reminders: bool) -> None:
        by = self.cast.ida
        values = {
            "from_on": today(),
            "reason": "Ro",
            "decided_with_citizen": True,
            "keep_contact_plan": "Som aftalt",
            "keeps_reminders": keeps_reminders,
            "review_on": today() + dt.timedelta(days=30),
            "caseload_weight": 0,
        }
        with acting(by.actor):
            course = self.cases[name].course
            put_on_hold(id=new_id(), course=course, values=values, by=by.actor, at=now())

    def bury(self, name: str) -> None:
        by, course = self.cast.ida, self.cases[name].course
        with acting(by.actor):
            record_death_and_reminders(
                id=new_id(),
                course=course,
                died_on=today(),
                version=course.version,
                by=by.actor,
                at=now(),
            )

    def stop(self, name: str) -> None:
        by = self.cast.ida
        with acting(by.actor):
            agreement = reminder_agreement_of(self.cases[name].course.pk)
            stop_reminders(agreement=agreement, by=by.actor, at=now())

    def start_worker(self, later: dt.timedelta = dt.timedelta()) -> subprocess.Popen[bytes]:
        ahead = (NOON + later - now()).total_seconds()
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.durability.worker_at", str(ahead)],
            env=self.house.environment,
            start_new_session=True,
        )
        self.workers.append(worker)
        return worker

    def wait_for(self, taken: int) -> None:
        """Until the gateway has taken so many."""
        end = time.monotonic() + PATIENCE
        while len(self.gateway.taken) < taken:
            assert time.monotonic() < end, f"only {len(self.gateway.taken)} of {taken} went"
            time.sleep(0.01)

    def wait_until_done(self) -> None:
        end = time.monotonic() + PATIENCE
        while under_way := self.house.rows(UNDER_WAY)[0][0]:
            assert time.monotonic() < end, f"{under_way} are still under way"
            time.sleep(0.2)


@contextmanager
def settled(home: Path) -> Iterator[Street]:
    """Everybody lives here, and all reminders are planned."""
    with built(home) as house, fake_gateway() as gateway, django_inside(house):
        house.cluster.start()
        house.environment |= {
            "HJEMMEBANE_SMS_ADDRESS": gateway.address,
            "HJEMMEBANE_SMS_TOKEN": TOKEN,
            "HJEMMEBANE_SMS_SENDER": "Hjemmebane",
        }
        street = Street(house, gateway, gather())
        for number in range(NEIGHBOURS):
            street.move_in(f"Nabo {number}", EACH, NOON)
        street.move_in("Rolf", EACH, NOON)
        street.move_in("Ove", EACH_OTHER, NOON)
        for name in ("Dorte", "Stig"):
            street.move_in(name, EACH_OTHER, NOON + LATER)
        with acting(SMS_REMINDERS):
            planned = plan_reminders(by=SMS_REMINDERS, at=AGREED + dt.timedelta(hours=1))
        assert planned == WANTED + 3 * EACH_OTHER
        try:
            yield street
        finally:
            for worker in street.workers:
                kill(worker)


@pytest.fixture
def street(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Street]:
    with django_db_blocker.unblock(), settled(tmp_path / "house") as street:
        yield street


def kill(worker: subprocess.Popen[bytes]) -> None:
    """In the middle of whatever it does."""
    if worker.poll() is None:
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    assert wait_until_gone([worker.pid], 10)


def test_each_reminder_goes_once_whatever_is_killed(street):
    street.let_rest("Rolf", keeps_reminders=True)
    street.let_rest("Ove", keeps_reminders=False)
    street.gateway.shaky = Random(52)  # noqa: S311 -- guards nothing

    for killed in range(1, KILLS + 1):
        worker = street.start_worker()
        street.wait_for(killed * BEFORE_A_KILL)
        kill(worker)
    street.bury("Dorte")
    street.stop("Stig")
    worker = street.start_worker(LATER)
    street.wait_until_done()
    worker.terminate()

    assert worker.wait(timeout=30) == 0
    assert Counter({(state, why): n for state, why, n in street.house.rows(STATES)}) == {
        ("SENT", ""): WANTED,
        ("GIVEN_UP", "ON_HOLD"): EACH_OTHER,
        ("GIVEN_UP", "ENDED"): EACH_OTHER,
        ("GIVEN_UP", "STOPPED"): EACH_OTHER,
    }
    sent = street.house.rows(SENT)
    assert {key for key, _appointment in sent} == set(street.gateway.taken)
    assert len({appointment for _key, appointment in sent}) == WANTED
    telephones = Counter(message.to for message in street.gateway.taken.values())
    reached = [*(f"Nabo {number}" for number in range(NEIGHBOURS)), "Rolf"]
    assert telephones == {street.number(name): EACH for name in reached}
    # It was put to the test: some were handed over more than once, and count as one.
    assert any(message.times > 1 for message in street.gateway.taken.values())
