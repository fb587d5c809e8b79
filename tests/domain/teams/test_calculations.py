import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.teams.calculations import (
    TEACHES_METHOD,
    Engagement,
    Training,
    hours_by_kind,
    last_held,
    most_at_once,
    untrained,
)
from hjemmebane.domain.teams.choices import TrainingKind
from hjemmebane.foundation.ids import new_id

FIRST = dt.date(2025, 1, 1)
DAYS = [FIRST + dt.timedelta(days=n) for n in range(30)]
days = st.sampled_from(DAYS)


@st.composite
def engagements(draw):
    start = draw(days)
    end = draw(st.none() | days.filter(lambda day: day >= start))
    return Engagement(start, end, Decimal(draw(st.integers(0, 400))) / 10)


@given(st.lists(engagements(), max_size=6))
def test_most_hours_at_once_are_those_of_the_busiest_day(held):
    busiest = max(sum((one.hours for one in held if one.covers(day)), Decimal(0)) for day in DAYS)

    assert most_at_once(held) == busiest


def test_last_day_still_counts():
    until = Engagement(FIRST, DAYS[1], Decimal(100))
    then = Engagement(DAYS[1], None, Decimal(50))
    later = Engagement(DAYS[2], None, Decimal(50))

    assert most_at_once([until, then]) == 150
    assert most_at_once([until, later]) == 100
    assert most_at_once([]) == 0


PEOPLE = [new_id() for _ in range(3)]
people = st.sampled_from(PEOPLE)
trainings = st.builds(
    Training,
    kind=st.sampled_from(TrainingKind.values),
    held_on=days,
    hours=st.integers(1, 48).map(lambda halves: Decimal(halves) / 2),
    participants=st.frozensets(people),
)
joinings = st.dictionaries(people, days)


@given(joinings, st.lists(trainings, max_size=6), trainings)
def test_nobody_is_less_trained_by_one_more_training(joined, held, more):
    before, after = untrained(joined, held), untrained(joined, [*held, more])

    assert set(after) <= set(before)
    if more.kind in TEACHES_METHOD:
        assert not [
            who for who in after if who in more.participants and joined[who] <= more.held_on
        ]


@given(joinings)
def test_who_has_had_no_training_is_not_trained(joined):
    assert untrained(joined, []) == list(joined)


def test_supervision_and_what_was_before_one_joined_train_nobody():
    [who, *_] = PEOPLE
    held = [
        Training(TrainingKind.SUPERVISION, DAYS[5], Decimal(2), frozenset([who])),
        Training(TrainingKind.METHOD_COURSE, DAYS[1], Decimal(7), frozenset([who])),
    ]

    assert untrained({who: DAYS[2]}, held) == [who]
    assert untrained({who: DAYS[1]}, held) == []


def test_last_of_a_kind_and_hours_from_a_day_on():
    held = [
        Training(TrainingKind.SUPERVISION, DAYS[day], Decimal(2), frozenset()) for day in (1, 9, 5)
    ]

    assert last_held(held, TrainingKind.SUPERVISION) == DAYS[9]
    assert last_held(held, TrainingKind.COMPETENCE_DAY) is None
    assert hours_by_kind(held, since=DAYS[5]) == {TrainingKind.SUPERVISION: Decimal(4)}
    assert hours_by_kind(held, since=DAYS[10]) == {}
