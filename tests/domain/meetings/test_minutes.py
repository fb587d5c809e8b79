"""Who gets which part of a network meeting's minutes."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.meetings.calculations import (
    PromisedEntry,
    Reader,
    ReaderKind,
    SaidEntry,
    may_have_minutes,
    version_for,
)

SCOPES = {"activities": "ACTIVITIES", "goals": "GOALS"}
ME, KIM, SOS = (UUID(int=number) for number in (1, 2, 3))
OPEN = SaidEntry(KIM, "NETWORK_ROUND", "Jeg vil have ro")
KEPT = SaidEntry(KIM, "NETWORK_ROUND", "Jeg er blevet slået", stays_here=True)
HOME, SISTER = (UUID(int=number) for number in (11, 12))
MINE = PromisedEntry(ME, "Ringer til udlejer", goal="Et sted at bo", goal_id=HOME)
HERS = PromisedEntry(SOS, "Kommer til kaffe", goal="Se min søster", goal_id=SISTER)
NOBODYS = PromisedEntry(None, "Den er givet videre")

guests = st.sampled_from([ME, KIM, SOS])
readers = st.builds(
    Reader,
    guest=guests,
    kind=st.sampled_from(ReaderKind),
    is_allowed=st.booleans(),
    was_present=st.booleans(),
    scope=st.frozensets(st.sampled_from(["GOALS", "ACTIVITIES", "APPOINTMENTS"])),
    goals=st.frozensets(st.sampled_from([HOME, SISTER])),
)
saids = st.lists(
    st.builds(SaidEntry, guest=guests, point=st.just("P"), text=st.text(), stays_here=st.booleans())
)
promises = st.lists(
    st.builds(
        PromisedEntry,
        guest=st.none() | guests,
        text=st.text(),
        goal=st.sampled_from(["", "Et sted at bo"]),
        goal_id=st.sampled_from([None, HOME, SISTER]),
    )
)


def reader(kind, *scope, **changes):
    changes = {"goals": frozenset({HOME, SISTER})} | changes
    return Reader(ME, kind, is_allowed=True, was_present=True, scope=frozenset(scope), **changes)


def unnamed(promised):
    return replace(promised, goal="", goal_id=None)


def seen(reader):
    version = version_for(reader, [OPEN, KEPT], [MINE, HERS, NOBODYS], **SCOPES)
    return list(version.said), list(version.promised)


@pytest.mark.parametrize("kind", [ReaderKind.CITIZEN, ReaderKind.STAFF])
def test_citizen_and_team_see_everything(kind):
    assert seen(reader(kind)) == ([OPEN, KEPT], [MINE, HERS, NOBODYS])


def test_somebody_in_the_network_sees_all_but_what_stays_with_the_citizen():
    assert seen(reader(ReaderKind.NETWORK)) == ([OPEN], [MINE, HERS, NOBODYS])


@pytest.mark.parametrize(
    ("scope", "promised"),
    [
        ((), [unnamed(MINE)]),
        (("APPOINTMENTS",), [unnamed(MINE)]),
        (("GOALS",), [MINE]),
        (("ACTIVITIES",), [unnamed(MINE), unnamed(HERS), NOBODYS]),
        (("ACTIVITIES", "GOALS"), [MINE, HERS, NOBODYS]),
    ],
)
def test_partner_sees_what_the_consent_opens_and_their_own_promise(scope, promised):
    assert seen(reader(ReaderKind.PARTNER, *scope)) == ([OPEN], promised)


def test_partner_is_told_the_goals_that_were_chosen_and_no_other():
    partner = reader(ReaderKind.PARTNER, "ACTIVITIES", "GOALS", goals=frozenset({HOME}))

    assert seen(partner) == ([OPEN], [MINE, unnamed(HERS), NOBODYS])
    assert seen(replace(partner, goals=frozenset()))[1] == [unnamed(MINE), unnamed(HERS), NOBODYS]


@pytest.mark.parametrize("kind", list(ReaderKind))
@pytest.mark.parametrize("lacks", ["is_allowed", "was_present"])
def test_who_was_not_there_or_may_not_know_gets_nothing(kind, lacks):
    away = replace(reader(kind, "ACTIVITIES", "GOALS"), **{lacks: False})

    assert not may_have_minutes(away)
    assert seen(away) == ([], [])


@given(readers, saids, promises)
def test_version_never_holds_what_its_reader_may_not_see(reader, said, promised):
    version = version_for(reader, said, promised, **SCOPES)
    is_outside = reader.kind not in {ReaderKind.CITIZEN, ReaderKind.STAFF}
    is_partner = reader.kind is ReaderKind.PARTNER

    if not (reader.was_present and reader.is_allowed):
        assert not version.said
        assert not version.promised
    assert not (is_outside and any(one.stays_here for one in version.said))
    if is_partner and "ACTIVITIES" not in reader.scope:
        assert all(one.guest == reader.guest for one in version.promised)
    if is_partner and "GOALS" not in reader.scope:
        assert not any(one.goal for one in version.promised)
    if is_partner:
        assert all(one.goal_id in reader.goals for one in version.promised if one.goal)


@given(readers, saids, promises)
def test_version_adds_nothing_and_keeps_the_order(reader, said, promised):
    version = version_for(reader, said, promised, **SCOPES)
    whole, rest = iter(said), iter(unnamed(one) for one in promised)

    assert all(any(one == other for other in whole) for one in version.said)
    assert all(any(unnamed(one) == other for other in rest) for one in version.promised)


@given(readers, saids, promises)
def test_note_says_the_same_whether_or_not_something_is_left_out(reader, said, promised):
    empty = version_for(reader, [], [], **SCOPES)

    assert version_for(reader, said, promised, **SCOPES).note == empty.note
