"""The coordinator's word on a precondition: added to, never changed, read by team and manager."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.fidelity.actions import judge_precondition
from hjemmebane.domain.fidelity.choices import JudgementRefusal, Word
from hjemmebane.domain.fidelity.models import PreconditionJudgement
from hjemmebane.domain.fidelity.queries.preconditions import judgements_of
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.cast import KIMS_CPR, NOW
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
SAID = {
    "word": Word.PARTLY,
    "sentence": "Vi mangler en sygeplejerske",
    "judged_on": TODAY,
    "look_again_on": TODAY + 90 * DAY,
}


@pytest.fixture
def as_bo(cast):
    """Bo, who coordinates team one, acts."""
    with acting(cast.bo.actor):
        yield cast


def judge(cast, *, by=None, key=None, team=None, precondition="CORE_FUNCTIONS", **changes):
    return judge_precondition(
        id=key or new_id(),
        team=team or cast.team_one,
        precondition=precondition,
        **{**SAID, **changes},
        by=(by or cast.bo).actor,
        at=NOW,
    )


def test_word_is_kept_and_the_earlier_stays(as_bo):
    first = judge(as_bo, word=Word.NOT_YET)
    second = judge(as_bo, sentence="  Nu er der en  ", word=Word.MET)

    assert judgements_of(as_bo.team_one.pk) == {"CORE_FUNCTIONS": [second, first]}
    assert (second.sentence, second.recorded_by) == ("Nu er der en", as_bo.bo.user)
    assert (second.method_pack, second.method_version) == ("m-act", "1")


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"sentence": "  "}, JudgementRefusal.NOTHING_SAID, "sentence"),
        ({"sentence": f"{KIMS_CPR} venter"}, JudgementRefusal.CPR_NUMBER, "sentence"),
        ({"judged_on": TODAY + DAY}, JudgementRefusal.FUTURE, "judged_on"),
        ({"look_again_on": TODAY}, JudgementRefusal.LOOKS_BACK, "look_again_on"),
    ],
)
def test_word_is_refused(as_bo, changes, reason, field):
    with pytest.raises(Refused) as refused:
        judge(as_bo, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert judgements_of(as_bo.team_one.pk) == {}


def test_word_that_is_none_and_a_precondition_that_is_none(as_bo):
    with pytest.raises(ValidationError):
        judge(as_bo, word="MAYBE")
    with pytest.raises(UnknownCode):
        judge(as_bo, precondition="COFFEE")


@pytest.mark.parametrize("who", ["ida", "mette", "omar"])
def test_only_the_coordinator_says_it(cast, who):
    somebody = getattr(cast, who)
    with acting(somebody.actor), pytest.raises(Refused) as refused:
        judge(cast, by=somebody)

    assert refused.value.reason == JudgementRefusal.NOT_COORDINATOR


def test_said_twice_by_the_same_form_is_once(as_bo):
    said = judge(as_bo)

    with pytest.raises(AlreadySaved):
        judge(as_bo, key=said.pk)


def test_same_words_about_another_precondition_are_others(as_bo):
    said = judge(as_bo)
    method = pack(as_bo.team_one.method_pack)
    another = next(one.code for one in method.preconditions if one.code != said.precondition)

    with pytest.raises(Refused) as refused:
        judge(as_bo, key=said.pk, precondition=another)

    assert refused.value.reason == RecordRefusal.SAVED_OTHERWISE


@pytest.mark.parametrize(("who", "count"), [("ida", 1), ("mette", 1), ("omar", 0)])
def test_team_and_manager_read_it(cast, who, count):
    with acting(cast.bo.actor):
        judge(cast)
    with acting(getattr(cast, who).actor):
        assert PreconditionJudgement.objects.count() == count


def test_database_lets_nobody_else_add_and_nobody_change(cast):
    with acting(cast.bo.actor):
        said = judge(cast)
    row = {
        **SAID,
        "team": cast.team_one,
        "precondition": "SIZE_HOURS",
        "recorded_by": cast.ida.user,
        "recorded_at": NOW,
    }
    not_hers = pytest.raises(ProgrammingError, match="row-level")
    with acting(cast.ida.actor), not_hers, transaction.atomic():
        PreconditionJudgement.objects.create(**row)
    with acting(cast.bo.actor):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            PreconditionJudgement.objects.filter(pk=said.pk).update(word=Word.MET)
        with pytest.raises(IntegrityError, match="looked_at_again"), transaction.atomic():
            PreconditionJudgement.objects.create(**{**row, "look_again_on": TODAY})
