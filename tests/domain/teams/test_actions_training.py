"""What the team has learned: written by its members, with who took part, and never double."""

import datetime as dt
from decimal import Decimal
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from hjemmebane.domain.teams.actions import correct_training, record_training, remove_training
from hjemmebane.domain.teams.choices import TrainingKind, TrainingRefusal
from hjemmebane.domain.teams.models import TrainingParticipant, TrainingRecord
from hjemmebane.domain.teams.queries import as_training, joined_first, participants_of, trainings_of
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import HIRED_ON, KIMS_CPR, NOW
from tests.factories.plans import TODAY

DAY = dt.timedelta(days=1)
LEARNED = {
    "kind": TrainingKind.METHOD_COURSE,
    "held_on": TODAY,
    "hours": Decimal("6.5"),
    "led_by": "Bo",
    "about": "De syv kerneelementer",
}


def learn(cast, by, staff, *, key=None, team=None, **changes):
    return record_training(
        id=key or new_id(),
        team=team or cast.team_one,
        values={**LEARNED, **changes},
        staff=[one.staff_member for one in staff],
        by=by.actor,
        at=NOW,
    )


def names(training):
    return [member.name for member in participants_of(training.pk)]


def test_training_keeps_what_was_written_and_who_took_part(as_ida):
    learn(as_ida, as_ida.ida, [as_ida.ida, as_ida.bo, as_ida.ida])

    [kept] = trainings_of(as_ida.team_one.pk)
    assert {name: getattr(kept, name) for name in LEARNED} == LEARNED
    assert (names(kept), kept.recorded_by) == (["Bo", "Ida"], as_ida.ida.user)
    assert as_training(kept).participants == {
        as_ida.ida.staff_member.pk,
        as_ida.bo.staff_member.pk,
    }


@pytest.mark.parametrize(
    ("changes", "staff", "reason", "field"),
    [
        ({"held_on": TODAY + DAY}, ["ida"], TrainingRefusal.FUTURE, "held_on"),
        ({"hours": Decimal(0)}, ["ida"], TrainingRefusal.NO_HOURS, "hours"),
        ({"hours": Decimal(-1)}, ["ida"], TrainingRefusal.NO_HOURS, "hours"),
        ({"hours": Decimal("24.5")}, ["ida"], TrainingRefusal.TOO_MANY_HOURS, "hours"),
        ({"led_by": KIMS_CPR}, ["ida"], TrainingRefusal.CPR_NUMBER, "led_by"),
        ({"about": f"Om {KIMS_CPR}"}, ["ida"], TrainingRefusal.CPR_NUMBER, "about"),
        ({}, [], TrainingRefusal.NOBODY, "staff"),
        ({}, ["ida", "omar"], TrainingRefusal.NOT_IN_TEAM, "staff"),
        ({"held_on": HIRED_ON - DAY}, ["ida"], TrainingRefusal.NOT_IN_TEAM, "staff"),
    ],
)
def test_training_is_refused(as_ida, changes, staff, reason, field):
    with pytest.raises(Refused) as refused:
        learn(as_ida, as_ida.ida, [getattr(as_ida, name) for name in staff], **changes)

    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert not trainings_of(as_ida.team_one.pk).exists()


def test_training_must_say_what_it_was_about(as_ida):
    with pytest.raises(ValidationError):
        learn(as_ida, as_ida.ida, [as_ida.ida], about="")


@pytest.mark.parametrize("who", ["omar", "mette"])
def test_who_is_not_in_the_team_writes_nothing(cast, who):
    writer = getattr(cast, who)
    with acting(writer.actor), pytest.raises(Refused) as refused:
        learn(cast, writer, [cast.ida])

    assert refused.value.reason == TrainingRefusal.NOT_YOURS


def test_database_refuses_another_teams_training(as_ida):
    with pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        TrainingRecord.objects.create(
            team=as_ida.team_two, recorded_by=as_ida.ida.user, recorded_at=NOW, **LEARNED
        )


def test_database_refuses_hours_that_no_day_has(as_ida):
    training = learn(as_ida, as_ida.ida, [as_ida.ida])

    with pytest.raises(IntegrityError, match="training_fits_in_a_day"), transaction.atomic():
        TrainingRecord.objects.filter(pk=training.pk).update(hours=25)


def test_another_team_does_not_see_it_and_the_manager_does(cast):
    with acting(cast.ida.actor):
        learn(cast, cast.ida, [cast.ida])
    with acting(cast.omar.actor):
        assert not TrainingRecord.objects.exists()
        assert not TrainingParticipant.objects.exists()
    with acting(cast.mette.actor):
        assert TrainingParticipant.objects.count() == 1


def test_training_sent_twice_is_one(as_ida):
    training = learn(as_ida, as_ida.ida, [as_ida.ida])

    with pytest.raises(AlreadySaved):
        learn(as_ida, as_ida.ida, [as_ida.ida], key=training.pk)

    assert names(training) == ["Ida"]


def correct(cast, training, staff, *, version=1, **changes):
    return correct_training(
        training=training,
        values={**LEARNED, **changes},
        staff=[one.staff_member for one in staff],
        version=version,
        by=cast.ida.actor,
        at=NOW,
    )


def test_correcting_changes_words_and_who_took_part(as_ida):
    training = learn(as_ida, as_ida.ida, [as_ida.ida])

    correct(as_ida, training, [as_ida.bo], about="Værdierne")

    assert (training.about, names(training)) == ("Værdierne", ["Bo"])


def test_correcting_refuses_as_recording_does(as_ida):
    training = learn(as_ida, as_ida.ida, [as_ida.ida])

    for staff, changes, reason in (
        ([], {}, TrainingRefusal.NOBODY),
        ([as_ida.ida], {"held_on": TODAY + DAY}, TrainingRefusal.FUTURE),
    ):
        with pytest.raises(Refused) as refused:
            correct(as_ida, training, staff, **changes)
        assert refused.value.reason == reason
    with pytest.raises(EditConflict):
        correct(as_ida, training, [as_ida.bo], version=9)

    assert names(training) == ["Ida"]


def test_removing_takes_it_away_with_who_took_part(as_ida):
    training = learn(as_ida, as_ida.ida, [as_ida.ida])
    with pytest.raises(EditConflict):
        remove_training(training=training, version=9, by=as_ida.ida.actor, at=NOW)
    assert names(training) == ["Ida"]

    remove_training(training=training, version=1, by=as_ida.ida.actor, at=NOW)

    assert not trainings_of(as_ida.team_one.pk).exists()


@pytest.mark.parametrize(
    "do", [remove_training, partial(correct_training, values=LEARNED, staff=[])]
)
def test_stranger_changes_nothing(cast, do):
    with acting(cast.ida.actor):
        training = learn(cast, cast.ida, [cast.ida])
    what = {"training": training, "version": 1, "by": cast.omar.actor, "at": NOW}
    with acting(cast.omar.actor), pytest.raises(Refused) as refused:
        do(**what)
    assert refused.value.reason == TrainingRefusal.NOT_YOURS


def test_members_are_told_with_the_day_they_came(as_ida):
    assert joined_first(as_ida.team_one.pk, TODAY) == {
        as_ida.bo.staff_member.pk: HIRED_ON,
        as_ida.ida.staff_member.pk: HIRED_ON,
    }
