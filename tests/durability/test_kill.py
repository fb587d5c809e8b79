"""kill -9 in the middle of 200 saves: what was acknowledged is there, whole and once."""

import http.client
import itertools
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from benchmarks.visiting import Form
from hjemmebane.foundation.ids import new_id
from tests.durability.conftest import COLLEAGUES, Town
from tests.durability.house import House

pytestmark = pytest.mark.slow

SAVES = 200
SOME_SAVES = 60  # for what is told apart by fewer
BEFORE_THE_KILL = 5  # one in so many is acknowledged by then; most are not, several are under way
PATIENT_USERS = 8
PATIENCE = 3  # times they press the button again
SERVER_ERROR = 500
LOST = (OSError, http.client.HTTPException)

CONTACTS = """
    SELECT c.note, c.id::text,
           (SELECT count(*) FROM contacts_contactstaff WHERE contact_id = c.id),
           (SELECT count(*) FROM contacts_contactsubgoal WHERE contact_id = c.id)
      FROM contacts_contact AS c
"""
# Every row that was written in the transaction that wrote the contact.
HISTORY = """
    SELECT contact.row_id, contact.verb, array_agg(change.table_name ORDER BY change.id)
      FROM audit_change AS contact JOIN audit_change AS change USING (transaction_id, actor)
     WHERE contact.table_name = 'contacts_contact' AND contact.operation = 'INSERT'
     GROUP BY contact.id
"""
WHOLE = ["contacts_contact", *["contacts_contactstaff"] * 2, "contacts_contactsubgoal"]
READINGS = "SELECT count(*) FROM audit_access WHERE what = 'Log kontakt'"


@dataclass
class Save:
    """One contact that somebody has typed and sends; `status` is what they saw, 0 is nothing."""

    path: str
    form: Form
    cookies: dict[str, str]
    status: int = field(default=0, compare=False)

    @property
    def note(self) -> str:
        return self.form["note"][0]

    @property
    def is_acknowledged(self) -> bool:
        return self.status == http.client.FOUND

    def send(self, house: House) -> "Save":
        with house.visitor(self.cookies) as visitor:
            try:
                self.status = visitor.post(self.path, self.form).status
            except LOST:
                self.status = 0
        return self


def typed_saves(town: Town, number: int) -> list[Save]:
    """Two logins, each with a form open on every citizen; every save is typed into one of them."""
    opened = []
    for username in COLLEAGUES:
        cookies = town.house.log_in(username)
        for planned in town.citizens:
            path = reverse("staff:contacts:new", args=[planned.citizen_id])
            with town.house.visitor(cookies) as visitor:
                form = visitor.form(path, "note")
            filled = {
                "staff": [str(key) for key in town.staff_ids],
                "direct_minutes": ["45"],
                f"step_{planned.sub_goal_id}": ["STEP"],
            }
            opened.append((path, form | filled, cookies))
    return [new_save(*window) for window in itertools.islice(itertools.cycle(opened), number)]


def new_save(path: str, form: Form, cookies: dict[str, str]) -> Save:
    """A contact of its own, typed into a form that is open."""
    key = str(new_id())
    return Save(path, form | {"id": [key], "note": [f"Besøg {key}"]}, cookies)


def send_all_at_once(house: House, saves: Sequence[Save], kill: threading.Event) -> None:
    """Each in a thread of its own; sets `kill` when enough of them are acknowledged."""
    ready, seen = threading.Barrier(len(saves)), itertools.count(1)

    def send(save: Save) -> None:
        ready.wait()
        if save.send(house).is_acknowledged and next(seen) >= len(saves) // BEFORE_THE_KILL:
            kill.set()

    with ThreadPoolExecutor(len(saves)) as pool:
        list(pool.map(send, saves))
    kill.set()


def send_again(house: House, saves: Sequence[Save]) -> None:
    """Whoever saw no acknowledgement presses the button once more."""
    unanswered = [save for save in saves if not save.is_acknowledged]
    with ThreadPoolExecutor(PATIENT_USERS) as pool:
        list(pool.map(lambda save: save.send(house), unanswered))


def killed_in_the_middle(town: Town, number: int, kill_it: Callable[[], None]) -> list[Save]:
    """The saves as their senders saw them end, when something was killed under them."""
    saves, kill = typed_saves(town, number), threading.Event()
    crowd = threading.Thread(target=send_all_at_once, args=(town.house, saves, kill))
    crowd.start()
    assert kill.wait(timeout=40)
    kill_it()
    crowd.join(timeout=70)
    assert not crowd.is_alive()
    return saves


def assert_kept(town: Town, saves: Sequence[Save]) -> None:
    """What was acknowledged is there; whatever is there is whole, once, and has its history."""
    sent = {save.note: save.form["id"][0] for save in saves}
    found = [row for row in town.house.rows(CONTACTS) if row[0] in sent]
    assert {note for note, *_ in found} >= {save.note for save in saves if save.is_acknowledged}
    assert set(Counter(note for note, *_ in found).values()) <= {1}
    assert [row for row in found if row[1:] != (sent[row[0]], 2, 1)] == []

    history = {key: (verb, sorted(tables)) for key, verb, tables in town.house.rows(HISTORY)}
    whole = ("contacts.log_contact", sorted(WHOLE))
    assert {key: history[key] for _, key, *_ in found} == {key: whole for _, key, *_ in found}


def test_acknowledged_saves_survive_a_kill_of_everything(town):
    house = town.house
    readings_before = house.rows(READINGS)[0][0]

    saves = killed_in_the_middle(town, SAVES, house.kill)

    acknowledged = [save for save in saves if save.is_acknowledged]
    assert SAVES // BEFORE_THE_KILL <= len(acknowledged) < SAVES
    house.open()
    assert_kept(town, saves)
    forms_opened = len(COLLEAGUES) * len(town.citizens)
    readings = house.rows(READINGS)[0][0] - readings_before
    assert readings >= len(acknowledged) + forms_opened

    send_again(house, saves)

    assert Counter(save.status for save in saves) == {http.client.FOUND: SAVES}
    assert_kept(town, saves)


def test_the_web_server_outlives_a_kill_of_the_database(town):
    house = town.house

    def kill_and_start_again() -> None:
        house.kill_database()
        house.cluster.start()

    saves = killed_in_the_middle(town, SOME_SAVES, kill_and_start_again)

    assert_kept(town, saves)
    assert {save.status for save in saves} <= {http.client.FOUND, SERVER_ERROR}
    for _ in range(PATIENCE):
        send_again(house, saves)

    assert Counter(save.status for save in saves) == {http.client.FOUND: SOME_SAVES}
    assert_kept(town, saves)
