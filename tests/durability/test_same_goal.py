"""Thirty people save the same goal at once: one wins each version, and nobody loses a word."""

import http.client
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from django.urls import reverse

from benchmarks.visiting import Answer, Form, form_in
from tests.durability.conftest import COLLEAGUES, Town

pytestmark = pytest.mark.slow

EDITORS = 30
ROUNDS = 2
TEXT = "maal-text"  # the goal itself, on the form

VERSIONS = """
    SELECT after ->> 'text', (before ->> 'version')::int, (after ->> 'version')::int
      FROM audit_change
     WHERE table_name = 'plans_goal' AND row_id = %s AND operation = 'UPDATE' ORDER BY id
"""


@dataclass
class Editor:
    """Somebody with the goal open, and the text they want it to have."""

    text: str
    form: Form
    cookies: dict[str, str]


def save_at_once(town: Town, path: str, editors: list[Editor]) -> list[Answer]:
    """All press the button in the same moment."""
    ready = threading.Barrier(len(editors))

    def save(editor: Editor) -> Answer:
        with town.house.visitor(editor.cookies) as visitor:
            ready.wait()
            return visitor.post(path, editor.form | {TEXT: [editor.text]})

    with ThreadPoolExecutor(len(editors)) as pool:
        return list(pool.map(save, editors))


def test_thirty_edits_of_one_goal_lose_nothing(town):
    goal = town.citizens[0]
    path = reverse("staff:plans:item_edit", args=[goal.citizen_id, "maal", goal.goal_id])
    editors = []
    for username in COLLEAGUES:
        cookies = town.house.log_in(username)
        with town.house.visitor(cookies) as visitor:
            form = visitor.form(path, TEXT)
        editors += [Editor(f"Mål fra {username} {n}", form, cookies) for n in range(EDITORS // 2)]

    won = []
    for _ in range(ROUNDS):
        answers = save_at_once(town, path, editors)
        winners = [e for e, a in zip(editors, answers, strict=True) if a.status < 400]
        assert len(winners) == 1
        won.append(winners[0].text)
        beaten = [(e, a) for e, a in zip(editors, answers, strict=True) if e not in winners]
        for editor, answer in beaten:
            assert answer.status == http.client.CONFLICT
            assert won[-1] in answer.text  # what stands there now
            editor.form = form_in(answer.text, TEXT)
            assert editor.form[TEXT] == [editor.text]  # what they typed
        editors = [editor for editor, _ in beaten]

    assert town.house.rows(VERSIONS, str(goal.goal_id)) == [
        (text, version, version + 1) for version, text in enumerate(won, start=1)
    ]
    (now,) = town.house.rows("SELECT text, version FROM plans_goal WHERE id = %s", goal.goal_id)
    assert now == (won[-1], 1 + ROUNDS)
