"""DACTS judged by hand and kept: by those who work in the team, read by its manager too."""

import datetime as dt

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.fidelity.actions import keep_dacts, rate_dacts_item
from hjemmebane.domain.fidelity.calculations.dacts import Average, How, without_few
from hjemmebane.domain.fidelity.choices import DactsAverage, DactsRefusal
from hjemmebane.domain.fidelity.models import DactsRating, DactsSheet
from hjemmebane.domain.fidelity.queries.dacts_sheets import (
    dacts_of,
    of_sheet,
    ratings_of,
    sheets_of,
)
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved
from tests.factories.cast import KIMS_CPR, NOW
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)


def rate(cast, *, by=None, key=None, team=None, item="O1", **changes):
    said = {"level": 3, "note": "Vi har kriterier", "rated_on": TODAY, **changes}
    return rate_dacts_item(
        id=key or new_id(),
        team=team or cast.team_one,
        item=item,
        **said,
        by=(by or cast.ida).actor,
        at=NOW,
    )


def keep(cast, *, by=None, key=None, team=None, average=DactsAverage.MEDIAN):
    return keep_dacts(
        id=key or new_id(),
        team=team or cast.team_one,
        average=average,
        by=(by or cast.ida).actor,
        at=NOW,
    )


def items(reading):
    return {one.item.code: one for one in reading.items}


def test_latest_day_counts_and_the_earlier_stays(as_ida):
    latest = rate(as_ida, level=4, note="  Nu holder vi dem  ")
    earlier = rate(as_ida, level=2, rated_on=TODAY - DAY)

    assert ratings_of(as_ida.team_one.pk) == {"O1": [latest, earlier]}
    assert (latest.note, latest.method_pack, latest.method_version) == (
        "Nu holder vi dem",
        "m-act",
        "1",
    )
    one = items(dacts_of(as_ida.team_one, Average.MEDIAN, at=NOW))["O1"]
    assert (one.how, one.level) == (How.BY_HAND, 4)


@pytest.mark.slow
def test_rating_and_sheet_are_in_the_change_history(committed_db, cast):
    with acting(cast.ida.actor):
        rate(cast)
        keep(cast)

    # About no citizen, so row-level security shows it to nobody but the owner.
    history = Change.objects.using("owner").filter(table_name__startswith="fidelity_dacts")
    assert set(history.values_list("table_name", "verb", "actor")) == {
        ("fidelity_dactsrating", "fidelity.rate_dacts_item", cast.ida.actor.key),
        ("fidelity_dactssheet", "fidelity.keep_dacts", cast.ida.actor.key),
    }


@pytest.mark.parametrize("item", ["H1", "H3", "S4", "O2"])
def test_what_is_computed_is_not_judged_by_hand(as_ida, item):
    with pytest.raises(Refused) as refused:
        rate(as_ida, item=item)

    assert refused.value.reason == DactsRefusal.COMPUTED
    assert ratings_of(as_ida.team_one.pk) == {}


@pytest.mark.parametrize("item", ["O3", "O4"])
def test_what_is_not_relevant_to_the_method_is_not_judged(as_ida, item):
    with pytest.raises(Refused) as refused:
        rate(as_ida, item=item)

    assert refused.value.reason == DactsRefusal.NOT_RELEVANT


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"level": 0}, DactsRefusal.LEVEL, "level"),
        ({"level": 6}, DactsRefusal.LEVEL, "level"),
        ({"level": -1}, DactsRefusal.LEVEL, "level"),
        ({"note": "  "}, DactsRefusal.NO_NOTE, "note"),
        ({"note": f"{KIMS_CPR} venter"}, DactsRefusal.CPR_NUMBER, "note"),
        ({"rated_on": TODAY + DAY}, DactsRefusal.FUTURE, "rated_on"),
    ],
)
def test_judgement_is_refused(as_ida, changes, reason, field):
    with pytest.raises(Refused) as refused:
        rate(as_ida, **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert ratings_of(as_ida.team_one.pk) == {}


def test_item_that_is_none(as_ida):
    with pytest.raises(UnknownCode):
        rate(as_ida, item="H12")


@pytest.mark.parametrize("does", [rate, keep])
@pytest.mark.parametrize("who", ["omar", "mette"])
def test_only_who_works_in_the_team_does_it(cast, who, does):
    somebody = getattr(cast, who)
    with acting(somebody.actor), pytest.raises(Refused) as refused:
        does(cast, by=somebody)

    assert refused.value.reason == DactsRefusal.NOT_IN_TEAM


@pytest.mark.parametrize("does", [rate, keep])
def test_sent_twice_by_the_same_form_is_once(as_ida, does):
    said = does(as_ida)

    with pytest.raises(AlreadySaved):
        does(as_ida, key=said.pk)


def test_sheet_holds_what_was_read(as_ida):
    rate(as_ida, level=5)
    read = dacts_of(as_ida.team_one, Average.MEAN, at=NOW)

    sheet = keep(as_ida, average=DactsAverage.MEAN)
    kept = of_sheet(sheet)

    assert (kept.read_on, kept.average) == (TODAY, Average.MEAN)
    assert (kept.items, kept.total) == (without_few(read.items, smallest=5), read.total)
    assert items(kept)["H11"].how is How.NOT_RELEVANT
    assert items(read)["H2"].measured.n == 1
    [shared] = [row for row in sheet.items if row["item"] == "H2"]
    assert shared == {"item": "H2", "how": "COMPUTED", "level": None}


def test_sheet_stays_as_it_was(as_ida):
    kept = keep(as_ida)
    rate(as_ida, level=5)

    [again] = sheets_of(as_ida.team_one.pk)
    assert again == kept
    assert items(of_sheet(again))["O1"].level is None


@pytest.mark.parametrize(("who", "count"), [("bo", 1), ("mette", 1), ("omar", 0)])
def test_team_and_manager_read_both(cast, who, count):
    with acting(cast.ida.actor):
        rate(cast)
        keep(cast)
    with acting(getattr(cast, who).actor):
        assert (DactsRating.objects.count(), DactsSheet.objects.count()) == (count, count)


def test_database_lets_nobody_change_and_no_level_be_six(cast):
    with acting(cast.ida.actor):
        said, sheet = rate(cast), keep(cast)
        for record, change in ((said, {"level": 5}), (sheet, {"items": []})):
            rows = type(record).objects.filter(pk=record.pk)
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                rows.update(**change)
        with pytest.raises(IntegrityError, match="dacts_level"), transaction.atomic():
            DactsRating.objects.create(
                team=cast.team_one,
                item="O1",
                level=6,
                note="X",
                rated_on=TODAY,
                recorded_by=cast.ida.user,
                recorded_at=NOW,
            )


def test_database_lets_no_manager_add(cast):
    row = {"team": cast.team_one, "item": "O1", "level": 3, "note": "X", "rated_on": TODAY}
    not_hers = pytest.raises(ProgrammingError, match="row-level")
    with acting(cast.mette.actor), not_hers, transaction.atomic():
        DactsRating.objects.create(**row, recorded_by=cast.mette.user, recorded_at=NOW)
