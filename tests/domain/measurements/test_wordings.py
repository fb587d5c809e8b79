"""Official words: brought in whole, remembered by each answer, and never mixed in silence."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hjemmebane.domain.measurements.actions import import_wording
from hjemmebane.domain.measurements.calculations.series import Change
from hjemmebane.domain.measurements.choices import MeasurementRefusal, WordingRefusal
from hjemmebane.domain.measurements.models import WordingImport
from hjemmebane.domain.measurements.queries import (
    as_answered,
    asked_now,
    has_its_words,
    response_of,
    wording_said,
)
from hjemmebane.domain.method.content.instrument_loader import SHIPPED_INSTRUMENTS
from hjemmebane.domain.method.content.loader import BrokenPack
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal
from tests.factories.answering import given
from tests.factories.cast import NOW
from tests.factories.measuring import begin, counted, official, results_of
from tests.factories.plans import TODAY, refusal_of


def bring(content=None, *, by=OPERATIONS):
    with acting(by):
        return import_wording(id=new_id(), content=content or official(), by=by, at=NOW)


def test_answers_after_the_import_remember_the_official_words(as_ida):
    before = counted(as_ida.kim, as_ida.ida, 1, 1, 1, 1, 1)
    brought_in = bring()
    after = counted(as_ida.kim, as_ida.ida, 3, 3, 3, 3, 3)

    kept = [response_of(as_ida.kim.course.pk, one.pk) for one in (before, after)]
    assert [(one.wording_status, one.wording) for one in kept] == [
        ("WORKING", None),
        ("OFFICIAL", brought_in),
    ]
    asked = [as_answered(one).item("IDENTITY").text for one in kept]
    assert asked == ["Jeg kan godt lide mig selv", "Jeg synes om mig selv"]


def test_old_words_are_named_and_stay_those_of_what_is_put_right(as_ida):
    """Of the words that come along only today's are kept: what stands says which were asked."""
    old = given(
        as_ida.kim.course,
        as_ida.ida,
        *[1] * 5,
        instrument_version="0",
        wording_version="0",
    ).insert()
    right = begin(as_ida.kim, as_ida.ida, corrects=old, corrects_why="Fejl")

    for one in (old, right):
        assert wording_said(one) == "vores arbejdsord, udgave 0 (skema udgave 0)"
        assert not has_its_words(one)


def test_mixed_words_are_flagged_and_not_compared(as_ida):
    counted(as_ida.kim, as_ida.ida, 1, 1, 1, 1, 1)
    bring()
    counted(as_ida.kim, as_ida.ida, 3, 3, 3, 3, 3)
    counted(as_ida.kim, as_ida.ida, 1, 1, 1, 1, 1)

    [series] = results_of(as_ida.kim.course.pk)

    assert series.is_mixed
    assert series.wordings == ["vores arbejdsord, udgave 1", "de officielle ord, udgave 1"]
    assert [point.since_first for point in series.points] == [None, None, Decimal(-50)]
    assert [point.change for point in series.points] == [None, None, Change.WORSE]


def test_page_with_the_old_words_is_told(as_ida):
    seen = asked_now("BRIEF_INSPIRE_O").wording
    bring()
    assert refusal_of(begin, case=as_ida.kim, by=as_ida.ida, wording=seen) == (
        MeasurementRefusal.OLD_WORDING,
        None,
    )


def test_newest_words_hold_and_the_same_file_twice_is_one(as_ida):
    bring()
    with pytest.raises(AlreadySaved):
        bring()
    assert asked_now("BRIEF_INSPIRE_O").wording == "OFFICIAL 1"
    bring(official(version="2"))
    assert asked_now("BRIEF_INSPIRE_O").wording == "OFFICIAL 2"
    assert asked_now("GSE").wording == "WORKING 1"


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ('code = "BRIEF_INSPIRE_O"', 'code = "LUCK"', WordingRefusal.UNKNOWN_INSTRUMENT),
        ('"OFFICIAL"', '"WORKING"', WordingRefusal.NOT_OFFICIAL),
        ('code = "HOPE"', 'code = "LUCK"', WordingRefusal.OTHER_SHAPE),
        ("missing_allowed = 0", "missing_allowed = 2", WordingRefusal.OTHER_SHAPE),
        ('direction = "UP"', 'direction = "DOWN"', WordingRefusal.OTHER_SHAPE),
    ],
    ids=["unknown", "not official", "other question", "other rule", "other way"],
)
def test_what_is_not_only_words_is_refused(as_ida, old, new, refusal):
    with pytest.raises(Refused) as refused:
        bring(official().replace(old, new))
    assert refused.value.reason == refusal
    assert not WordingImport.objects.exists()


def test_our_own_words_are_not_taken_for_the_official_ones(as_ida):
    shipped = (SHIPPED_INSTRUMENTS / "gse.toml").read_text(encoding="utf-8")
    with pytest.raises(Refused) as refused:
        bring(shipped.replace('"WORKING"', '"OFFICIAL"'))
    assert refused.value.reason == WordingRefusal.OUR_WORDS


def test_other_words_under_the_same_version_are_refused(as_ida):
    bring()
    with pytest.raises(Refused) as refused:
        bring(official().replace("Jeg synes om", "Jeg holder af"))
    assert refused.value.reason == WordingRefusal.VERSION_TAKEN


def test_answer_left_out_between_two_others_is_refused_by_name(as_ida):
    gap = official().replace('    { points = 2, text = "I nogen grad" },\n', "")
    with pytest.raises(BrokenPack, match="svarskala HOW_MUCH: svarene har pointene 0, 1, 3"):
        bring(gap)


def test_only_operations_bring_words_in(cast):
    with pytest.raises(Refused) as refused:
        bring(by=cast.ida.actor)
    assert refused.value.reason == RecordRefusal.NOT_YOURS


def test_command_brings_in_a_file_and_says_what_is_wrong_with_another(cast, tmp_path, capsys):
    good, gap, gone = (tmp_path / name for name in ("ord.toml", "hul.toml", "findes_ikke.toml"))
    good.write_text(official(), encoding="utf-8")
    gap.write_text(official().replace('    { points = 2, text = "I nogen grad" },\n', ""))

    call_command("instruments", "import", str(good))
    call_command("instruments", "import", str(good))
    call_command("instruments", "list")

    said = capsys.readouterr().out
    assert "BRIEF_INSPIRE_O, ord 1 er hentet ind. Nye svar gives med de ord." in said
    assert "er hentet ind allerede." in said
    assert "BRIEF_INSPIRE_O  OFFICIAL 1" in said
    for file, why in (
        (gap, "hul.toml: svarskala HOW_MUCH"),
        (gone, "findes_ikke.toml: filen kan ikke læses"),
        (Path(__file__), "kan ikke læses som TOML"),
    ):
        with pytest.raises(CommandError, match=why):
            call_command("instruments", "import", str(file))


def test_import_is_dated_and_shown(as_ida):
    brought_in = bring()
    assert str(brought_in) == "BRIEF_INSPIRE_O, ord 1"
    assert brought_in.imported_at.date() == TODAY
