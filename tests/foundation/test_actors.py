"""Tokens that are forged, expired and so on: see tests/domain/audit/test_row_level_security.py."""

import psycopg
import pytest
from django.db import InternalError, connection

from hjemmebane.domain.citizens.queries import visible_citizens
from hjemmebane.foundation.actors import (
    OPERATIONS,
    SETTING,
    Actor,
    NobodyActs,
    acting,
    current_actor,
    sign,
)
from hjemmebane.foundation.catalogue import proven_actor
from hjemmebane.foundation.ids import new_id

IDA, OMAR = Actor.person(new_id()), Actor.person(new_id())


def write():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE citizens_citizen SET phone = '1'")


def write_and_fail(actor):
    with acting(actor):
        write()
        _ = 1 / 0


def test_person_and_system_are_told_apart():
    user_id = new_id()

    assert Actor.person(user_id).user_id == user_id
    assert Actor.person(user_id).is_person
    assert not Actor.system("night").is_person
    with pytest.raises(NobodyActs, match="job:night is not a person"):
        _ = Actor.system("night").user_id


def test_nobody_acts_outside_a_block():
    with pytest.raises(NobodyActs):
        current_actor()


@pytest.mark.django_db
def test_database_believes_who_acts():
    with acting(IDA):
        assert (current_actor(), proven_actor()) == (IDA, IDA.key)

    assert proven_actor() == ""


@pytest.mark.django_db
def test_outer_actor_is_back_after_an_inner_one():
    with acting(IDA):
        with acting(OMAR):
            assert (current_actor(), proven_actor()) == (OMAR, OMAR.key)
        assert (current_actor(), proven_actor()) == (IDA, IDA.key)


@pytest.mark.django_db
def test_outer_actor_is_back_after_an_inner_failure():
    with acting(IDA):
        with pytest.raises(ZeroDivisionError), acting(OMAR):
            _ = 1 / 0
        assert (current_actor(), proven_actor()) == (IDA, IDA.key)


def test_failure_undoes_what_was_written(cast):
    with pytest.raises(ZeroDivisionError):
        write_and_fail(cast.ida.actor)

    with acting(cast.ida.actor):
        assert [citizen.phone for citizen in visible_citizens()] == ["20 20 20 20"]


def test_read_only_block_refuses_to_write(cast):
    with acting(cast.ida.actor, read_only=True):
        assert visible_citizens().count() == 1
    with pytest.raises(InternalError, match="read-only"), acting(cast.ida.actor, read_only=True):
        write()


def test_writing_goes_on_after_an_inner_read_only_block(cast):
    with acting(cast.ida.actor):
        with acting(cast.ida.actor, read_only=True):
            assert visible_citizens().count() == 1
        write()

        assert [citizen.phone for citizen in visible_citizens()] == ["1"]


@pytest.mark.slow
def test_connection_carries_no_identity_on(committed_db):
    with acting(IDA):
        assert proven_actor() == IDA.key

    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting(%s, true), '')", [SETTING])
        assert cursor.fetchone() == ("",)


@pytest.mark.slow
def test_read_only_ends_with_its_block(committed_db):
    with acting(OPERATIONS, read_only=True):
        pass
    with acting(OPERATIONS), connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("off",)


@pytest.mark.slow
def test_other_sessions_of_the_role_never_see_the_token(committed_db, database_cluster):
    with acting(IDA), connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    # What another session would read while this one has just told who acts.
    with acting(IDA), psycopg.connect(database_cluster.address(committed_db)) as observer:
        asked = observer.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [pid])
        (query,) = asked.fetchone()

    assert "set_config($1, $2, true)" in query
    assert SETTING not in query
    assert IDA.key not in query


def test_token_names_actor_and_expiry_and_hides_the_key(settings):
    token = sign(IDA, expires=1_900_000_000)

    assert token.startswith(f"{IDA.key}|1900000000|")
    assert settings.ACTOR_KEY not in token
    assert token != sign(OMAR, expires=1_900_000_000)
    assert token != sign(IDA, expires=1_900_000_001)
