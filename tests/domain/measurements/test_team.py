"""A team's measuring and figures: who sees what, and that sums equal what they are the sums of."""

import datetime as dt
from decimal import Decimal

import pytest
from django.test import override_settings

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.measurements.actions import postpone_measurement
from hjemmebane.domain.measurements.calculations.cohort import Paired, Summary
from hjemmebane.domain.measurements.choices import NoneReason
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.measurements.queries import (
    UNSAID,
    team_figures,
    team_measuring,
    team_sums,
    to_measure_in_teams,
)
from hjemmebane.domain.method.content.measuring import Occasion
from hjemmebane.domain.teams.actions import add_team
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.ids import new_id
from tests.factories.answering import given, hundredths, measure_some
from tests.factories.cast import NOW, STARTED_ON, let_join, start_case
from tests.factories.measuring import response_rate

LATER = STARTED_ON + dt.timedelta(days=120)
TODAY = NOW.date()
NAMES = ("Ask", "Bea", "Carl", "Dina", "Egon", "Fie", "Gerd", "Hugo", "Ib", "Jo", "Kaj")


def courses(cast, count):
    """Kim's, and others'."""
    with acting(cast.ida.actor):
        others = [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name)).course
            for name in NAMES[: count - 1]
        ]
    return [cast.kim.course, *others]


def store(cast, *rows):
    with acting(cast.ida.actor):
        Response.objects.bulk_create(rows)


def seen(cast, code="BRIEF_INSPIRE_O", by="ida"):
    with acting(getattr(cast, by).actor):
        figures = (team_figures if by == "ida" else team_sums)(cast.team_one)
    return next(one for one in figures.instruments if one.instrument.code == code)


def test_first_and_last_of_each_course_are_paired(cast):
    one, two, three = courses(cast, 3)
    by = cast.ida
    store(
        cast,
        given(one, by, 1, 1, 1, 1, 1),
        given(one, by, 4, 4, 4, 4, 4, on=STARTED_ON + dt.timedelta(days=50)),
        given(one, by, 2, 2, 2, 2, 2, on=LATER),
        given(two, by, 2, 2, 2, 2, 2),
        given(two, by, 4, 4, 4, 4, 4, on=LATER),
        given(three, by, 0, 0, 0, 0, 0, on=LATER),
    )

    found = seen(cast)
    [words] = found.in_words

    assert (found.courses, found.is_mixed) == (3, False)
    assert (words.whole.start.n, words.whole.start.mean) == (2, Decimal("37.5"))
    assert (words.whole.latest.n, words.whole.latest.mean) == (3, Decimal(50))
    moved = words.whole.change
    assert (moved.n, moved.before, moved.after, moved.change) == (2, 37.5, 75, 37.5)
    assert words.items["HOPE"].change.change == Decimal("1.5")


def test_what_does_not_count_is_told_and_left_out(cast):
    by, course = cast.ida, cast.kim.course
    wrong = given(course, by, 4, 4, 4, 4, 4)
    store(
        cast,
        wrong,
        given(course, by, 1, 1, 1, 1, 1, corrects=wrong, corrects_why="Skrevet forkert af"),
        given(course, by, 3, 3, 3, 3, 3, on=LATER, fits=""),
        given(course, by, 2, 2, 2, 2, 2, on=LATER, fits="NO"),
    )

    found = seen(cast)

    assert (found.courses, found.waiting, found.refused) == (1, 1, 1)
    assert found.in_words[0].whole.latest == Summary(1)


def test_different_words_stand_by_themselves(cast):
    by = cast.ida
    one, two = courses(cast, 2)
    official = {"wording_status": "OFFICIAL", "wording_version": "1", "on": LATER}
    store(
        cast,
        *(given(each, by, 1, 1, 1, 1, 1) for each in (one, two)),
        *(given(each, by, 3, 3, 3, 3, 3, **official) for each in (one, two)),
    )

    found = seen(cast)

    assert found.is_mixed
    assert [(one.wording, one.whole.latest.mean, one.whole.change.n) for one in found.in_words] == [
        ("vores arbejdsord, udgave 1", 25, 0),
        ("de officielle ord, udgave 1", 75, 0),
    ]


def test_another_edition_of_the_instrument_is_not_put_together_with_todays(cast):
    course = cast.kim.course
    store(
        cast,
        given(course, cast.ida, 1, 1, 1, 1, 1),
        given(course, cast.ida, 1, 1, 1, 1, 1, instrument_version="0"),
    )

    assert sorted(one.wording for one in seen(cast).in_words) == [
        "vores arbejdsord, udgave 1",
        "vores arbejdsord, udgave 1 (skema udgave 0)",
    ]


@pytest.mark.parametrize("seed", range(4))
def test_sums_for_the_manager_equal_the_members_figures(cast, seed):
    """The database's sums and Python's, of the same random histories."""
    rows = courses(cast, 12)
    with acting(cast.ida.actor):
        measure_some(rows, cast.ida, seed=seed)
        members = team_figures(cast.team_one)
    with acting(cast.mette.actor):
        sums = team_sums(cast.team_one)

    compared = 0
    for mine, theirs in zip(members.instruments, sums.instruments, strict=True):
        exact = {one.wording: one for one in mine.in_words}
        for one in theirs.in_words:
            pairs = [(exact[one.wording].whole, one.whole)]
            pairs += [(exact[one.wording].items[code], each) for code, each in one.items.items()]
            for whole, summed in pairs:
                assert _as_told(whole.start, summed.start)
                assert _as_told(whole.latest, summed.latest)
                assert _pairs_as_told(whole.change, summed.change)
                compared += sum(n is not None for n in _told(summed))
    assert compared


def _told(figures):
    return figures.start.n, figures.latest.n, figures.change.n


def _as_told(exact, told):
    if told.n is None:
        return told == Summary(None)
    return exact.n >= 5 and (told.n, hundredths(told.mean), hundredths(told.sd)) == (
        exact.n,
        hundredths(exact.mean),
        hundredths(exact.sd),
    )


def _pairs_as_told(exact, told):
    if told.n is None:
        return told == Paired(None)
    return exact.n >= 5 and [
        told.n,
        *map(hundredths, (told.before, told.after, told.change, told.sd)),
    ] == [
        exact.n,
        *map(hundredths, (exact.before, exact.after, exact.change, exact.sd)),
    ]


@pytest.mark.parametrize(
    ("count", "asked_for", "told"),
    [(4, 5, None), (5, 5, 5), (4, 1, None), (5, 6, None), (6, 6, 6)],
    ids=["four", "five", "four though one is asked for", "five of six", "six of six"],
)
def test_manager_is_told_nothing_that_too_few_are_behind(cast, count, asked_for, told):
    store(cast, *(given(one, cast.ida, 1, 2, 3, 2, 1) for one in courses(cast, count)))

    with override_settings(SMALLEST_GROUP=asked_for):
        found = seen(cast, by="mette")

    assert [one.whole.latest.n for one in found.in_words] == ([told] if told else [])
    assert (found.courses, found.waiting, found.refused) == (None, None, None)


def test_another_teams_people_get_nothing(cast):
    store(cast, *(given(one, cast.ida, 1, 2, 3, 2, 1) for one in courses(cast, 6)))

    with acting(cast.omar.actor):
        assert all(not one.in_words for one in team_sums(cast.team_one).instruments)
        found = team_figures(cast.team_one)
        measuring = team_measuring(cast.team_one, from_on=STARTED_ON, today=TODAY)

    assert found.courses == 0
    assert all(not one.in_words for one in found.instruments)
    assert (list(measuring.open), measuring.rate.due) == ([], 0)


def test_manager_reads_no_rows(cast):
    store(cast, given(cast.kim.course, cast.ida, 1, 2, 3, 2, 1))

    with acting(cast.mette.actor):
        assert team_figures(cast.team_one).courses == 0


def test_team_without_citizens_has_nothing_to_tell(cast):
    with acting(OPERATIONS):
        team = add_team(municipality=cast.municipality, name="Team ny", by=OPERATIONS, at=NOW)
        let_join(team, cast.ida, CoreFunction.HEALTH)

    with acting(cast.ida.actor):
        figures = team_figures(team)
        measuring = team_measuring(team, from_on=STARTED_ON, today=TODAY)

    assert (figures.courses, {one.courses for one in figures.instruments}) == (0, {0})
    assert (measuring.rate.percent, dict(measuring.rates), list(measuring.open)) == (None, {}, [])


def test_team_a_week_old_has_the_start_to_do_and_no_rate(cast):
    with acting(cast.ida.actor):
        day = STARTED_ON + dt.timedelta(days=7)
        found = team_measuring(cast.team_one, from_on=STARTED_ON, today=day)

    assert {one.slot.due.occasion for one in found.open} == {Occasion.START}
    assert (found.rate.percent, found.rate.waiting) == (None, 4)


def test_completeness_is_counted_on_each_occasion(cast):
    one, two = courses(cast, 2)
    store(cast, given(one, cast.ida, 1, 1, 1, 1, 1))
    with acting(cast.ida.actor):
        postpone_measurement(
            id=new_id(),
            course=two,
            instrument="GSE",
            due_on=STARTED_ON,
            until_on=TODAY + dt.timedelta(days=9),
            reason=NoneReason.TOO_HARD,
            by=cast.ida.actor,
            at=NOW,
        )
        found = team_measuring(cast.team_one, from_on=STARTED_ON, today=LATER)

    start = found.rates["BRIEF_INSPIRE_O", Occasion.START]
    assert (start.answered, start.due, start.reasons) == (1, 2, {UNSAID: 1})
    gse = found.rates["GSE", Occasion.START]
    assert (gse.waiting, gse.reasons) == (1, {NoneReason.TOO_HARD: 1})
    assert ("GSE", Occasion.QUARTER) not in found.rates


def test_same_is_due_and_answered_as_course_by_course(cast):
    rows = courses(cast, 4)
    with acting(cast.ida.actor):
        measure_some(rows, cast.ida, seed=7)
        found = team_measuring(cast.team_one, from_on=STARTED_ON, today=LATER)
        expected = to_measure_in_teams([cast.team_one.pk], today=LATER)
        rate = response_rate(rows, from_on=STARTED_ON, until_on=LATER, today=LATER)

    assert sorted(map(_key, found.open)) == sorted(map(_key, expected))
    assert found.rate == rate
    assert sum(one.answered for one in found.rates.values()) == rate.answered


def _key(one):
    return one.course.pk, one.instrument.code, one.due_on, one.standing


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(cast, django_assert_num_queries, count):
    rows = courses(cast, count)
    with acting(cast.ida.actor):
        measure_some(rows, cast.ida, seed=1)
        with django_assert_num_queries(4):
            team_measuring(cast.team_one, from_on=STARTED_ON, today=LATER)
        with django_assert_num_queries(2):
            team_figures(cast.team_one)
        with django_assert_num_queries(1):
            team_sums(cast.team_one)
