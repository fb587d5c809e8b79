"""Every questionnaire a citizen can be asked is in plain Danish, by the limit of the face."""

import pytest

from hjemmebane.domain.method.content.measuring import Respondent
from hjemmebane.domain.method.queries import instruments
from hjemmebane.faces.citizen.measurements.pages.names import CALLED
from tests.faces.citizen.test_plain_danish import HARDEST
from tools.readability import lix

ASKED = [one for one in instruments() if one.respondent is Respondent.CITIZEN]
MOST_WORDS = 20


def texts(asked):
    """All of it that is read: what it is called, what is said first, questions and answers."""
    answers = {option.text for item in asked.items for option in asked.scale_of(item).options}
    return [CALLED[asked.code], asked.lead, *(item.text for item in asked.items), *sorted(answers)]


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.code)
def test_questions_are_easy_to_read(asked):
    assert lix(texts(asked)) <= HARDEST
    assert lix(item.text for item in asked.items) <= HARDEST
    assert [item.text for item in asked.items if len(item.text.split()) > MOST_WORDS] == []


def test_a_hard_question_would_be_found():
    hard = "Funktionsnedsættelsens betydning for samfundsdeltagelsen vurderes regelmæssigt."
    assert lix([hard]) > HARDEST
