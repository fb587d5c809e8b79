import pytest

from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.foundation.decisions import Refused, allowed
from hjemmebane.foundation.privacy import classify


def check_is_old_enough(age, *, least=18):
    if age < least:
        raise Refused(CitizenRefusal.TOO_OLD, field="born_on")


def test_refusal_carries_code_sentence_and_field():
    refused = Refused(CitizenRefusal.EMPTY, field="name")

    assert (refused.reason, refused.field) == (CitizenRefusal.EMPTY, "name")
    assert refused.sentence == "Feltet skal udfyldes."


def test_rule_can_be_asked_without_acting():
    assert allowed(check_is_old_enough, 18)
    assert not allowed(check_is_old_enough, 18, least=21)


def test_asking_hides_no_other_error():
    with pytest.raises(TypeError):
        allowed(check_is_old_enough, "18")


def test_classifications_add_up():
    whole = classify(plain="id") + classify(sensitive="note", personal="name", sealed="cpr")

    assert whole == classify(plain="id", sensitive="note", personal="name", sealed="cpr")
    assert whole.sets() == (
        frozenset({"cpr"}),
        frozenset({"note"}),
        frozenset({"name"}),
        frozenset({"id"}),
    )
