"""What holds of follow-ups whatever the record: property tests."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.contacts.calculations.persistence import (
    CONTACT,
    Settled,
    is_news,
    situations,
)
from hjemmebane.domain.method.content.persistence import Rule
from tests.factories.persistence import (
    BO,
    CARL,
    IDA,
    RULES,
    TODAY,
    ago,
    agreed,
    event,
    met,
    noon,
    pause,
    record,
    stay,
    team,
    touch,
    tried,
)

PEOPLE = st.sampled_from([(IDA,), (BO,), (CARL,), (IDA, BO)])
FIGURES = st.none() | st.integers(1, 30)
touches = st.builds(
    lambda days, staff, kind: touch(days, *staff, **kind),
    st.integers(0, 90),
    PEOPLE,
    st.sampled_from(
        [
            {"met": True},
            {},
            {"answered": True},
            {"with_others": True},
            {"with_others": True, "is_try": False},
        ]
    ),
)
agreements = st.none() | st.builds(
    agreed,
    how=st.sampled_from(["", "Sms først"]),
    steps=st.sampled_from([(), (("SMS", "Sender en sms"),)]),
    most_people=FIGURES,
    days_between=FIGURES,
    tries_alone=FIGURES,
    sign_of_life_days=FIGURES,
)
records = st.builds(
    lambda contacts, **more: record(*contacts, **more),
    contacts=st.lists(touches, max_size=12),
    started_on=st.integers(0, 200).map(ago),
    agreement=agreements,
    weekly=st.none() | st.sampled_from([Decimal("0.5"), Decimal(1), Decimal(3)]),
    primary=st.sampled_from([None, IDA, CARL]),
    team=st.sampled_from([team(), team(IDA), team(IDA, BO, CARL), ()]),
    missed=st.none() | st.integers(0, 40).map(event),
    red=st.none() | st.integers(0, 40).map(event),
    coming_on=st.none() | st.integers(-20, 0).map(ago),
    stay=st.none() | st.integers(0, 90).map(stay),
    pause=st.none() | st.builds(pause, st.integers(0, 90), st.integers(-30, 30)),
)


def found(facts, today=TODAY):
    return situations(facts, RULES, today=today)


def about_contact(facts):
    return [one for one in found(facts) if one.concerns == CONTACT]


@given(records)
def test_never_two_about_the_same_thing(facts):
    things = [one.concerns for one in found(facts)]

    assert len(things) == len(set(things))


@given(records)
def test_never_due_on_a_day_that_has_gone(facts):
    assert all(one.due_on >= TODAY for one in found(facts))


@given(records)
def test_nothing_after_the_end_or_death(facts):
    assert found(replace(facts, is_over=True)) == []


@given(records)
def test_every_one_has_words_and_goes_to_somebody_who_is_there(facts):
    here = {one.id: one for one in facts.team}

    for one in found(facts):
        assert one.why
        assert one.suggestion
        assert "{" not in one.why
        assert len(one.why) <= 300
        assert one.to is None or here[one.to].is_here(one.due_on)
        assert one.to is not None or not any(who.is_here(one.due_on) for who in facts.team)


@given(records, PEOPLE)
def test_an_attempt_more_never_makes_it_less(facts, staff):
    more = replace(facts, touches=(*facts.touches, touch(0, *staff)))

    kept = {one.concerns for one in found(facts)}

    assert kept <= {one.concerns for one in found(more)}


@given(records)
def test_a_meeting_today_clears_contact_and_light(facts):
    after = noon(TODAY) + dt.timedelta(hours=1)
    meeting = replace(met(0), at=after, known_at=after)

    cleared = replace(facts, touches=(*facts.touches, meeting))

    assert not {CONTACT, "light", "partners"} & {one.concerns for one in found(cleared)}


@given(records, st.integers(0, 23))
def test_the_hour_of_a_contact_does_not_count(facts, hours):
    """Nor does a change of the clock, which moves all hours of a day alike."""
    step = dt.timedelta(hours=hours)
    late = tuple(replace(one, at=one.at + step) for one in facts.touches)
    # What is kept in order stays in order; only the days are what they were.
    moved = replace(
        facts,
        touches=late,
        missed=facts.missed and replace(facts.missed, at=facts.missed.at + step),
        red=facts.red and replace(facts.red, at=facts.red.at + step),
    )

    assert found(moved) == found(facts)


@given(st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)))
def test_holidays_and_the_nights_the_clock_is_changed_are_days_like_others(day):
    apart = (day - TODAY).days
    moved = record(replace(met(10), on=day - dt.timedelta(days=10)), started_on=ago(200 - apart))
    here = tuple(replace(one, from_on=dt.date(2024, 1, 1)) for one in team())

    [gap] = found(replace(moved, team=here), today=day)

    assert (gap.rule, gap.due_on, gap.to) == (Rule.CONTACT_GAP, day, IDA)


@given(records)
def test_what_was_let_be_waits_for_something_new(facts):
    for one in found(facts):
        at = noon(TODAY) + dt.timedelta(days=1)
        let_be = Settled(one.rule, one.concerns, at, TODAY, was_done=False)

        assert not is_news(one, let_be, today=TODAY + dt.timedelta(days=60))
        assert is_news(replace(one, newest=at + dt.timedelta(hours=1)), let_be, today=TODAY)


def test_what_was_done_is_enough_until_its_time_has_come_again():
    [gap] = about_contact(record(met(10)))
    done = Settled(gap.rule, CONTACT, noon(TODAY), TODAY, was_done=True)

    days = [is_news(gap, done, today=TODAY + dt.timedelta(days=later)) for later in (0, 6, 7)]

    assert days == [False, False, True]


def test_red_light_that_was_answered_is_not_asked_about_again():
    [red] = found(record(met(3), red=event(1)))
    done = Settled(red.rule, red.concerns, noon(TODAY), TODAY, was_done=True)

    assert not is_news(red, done, today=TODAY + dt.timedelta(days=30))


def test_what_has_become_graver_is_news_though_it_was_let_be():
    [grave] = about_contact(record(met(15), tried(9), tried(4, BO)))
    let_be = Settled(Rule.TRY_AGAIN, CONTACT, noon(TODAY), TODAY, was_done=False)

    assert grave.rule == Rule.SIGN_OF_LIFE
    assert is_news(grave, let_be, today=TODAY)
