"""The team sees exactly what a partner sees, with their eyes, and can do nothing with them."""

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.sharing.actions import write_activity
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.queries import opened_citizens, record_as_seen_by
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.domain.audit.test_row_level_security import GUARDED
from tests.domain.sharing.test_openings import build, histories, keys_seen, live, told_of
from tests.factories.cast import let_join
from tests.factories.sharing import hire, open_to


def preview(cast, consent, looker=None) -> Actor:
    return Actor.preview((looker or cast.ida).user.pk, consent.pk)


@pytest.fixture
def house(cast):
    """Kim's record and three partners; a fourth, Ane, is named in no consent of her own."""
    house = build(cast)
    house.partners["Ane"] = hire(cast.job_centre, "Ane", cast.ida)
    house.partners["Ove"] = hire(house.organisations["shelter"], "Ove", cast.ida)
    return house


UNNAMED = {"job centre": "Ane", "shelter": "Ove"}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(history=histories)
def test_preview_reads_what_the_recipient_reads(house, history):
    """Also after a consent was changed or taken back: it shows what its recipient sees now."""
    with transaction.atomic():
        house.consents.clear()
        live(house, history)
        for yes, consent in house.consents:
            recipient = house.partners[yes.person or UNNAMED[yes.to]]
            with acting(recipient.actor):
                theirs = keys_seen(), told_of(opened_citizens())
            with acting(preview(house.cast, consent)):
                shown = keys_seen(), told_of(opened_citizens())
            assert shown == theirs
        transaction.set_rollback(True)


def test_preview_shows_one_citizen_and_not_the_recipients_others(cast):
    to_kim = open_to(cast.job_centre, cast.kim, cast.ida)
    open_to(cast.job_centre, cast.noor, cast.omar)

    with acting(preview(cast, to_kim)):
        assert [one.name for one in opened_citizens()] == ["Kim Krog"]


def test_preview_reaches_no_further_than_the_teams_of_the_one_who_looks(cast):
    """Kim's job centre sees the other team's part as well; Kim's own team does not."""
    consent = open_to(cast.job_centre, cast.kim, cast.ida)

    for stranger in (cast.omar, cast.mette):
        with acting(preview(cast, consent, stranger)):
            assert opened_citizens() == []
            assert set(keys_seen()) == set()
    with acting(OPERATIONS):
        let_join(cast.team_one, cast.omar, "HEALTH", from_on=today())
    with acting(preview(cast, consent, cast.omar)):
        assert len(opened_citizens()) == 1


def test_teams_own_consent_has_no_recipients_eyes(cast):
    with acting(cast.ida.actor):
        own = Consent.objects.get(team=cast.team_one)

    with acting(preview(cast, own)):
        assert keys_seen() == {}


@pytest.mark.parametrize("key", ["preview:", "preview:x:y", "preview:{user}:x", "preview:{user}"])
def test_bent_preview_is_nobody(cast, key):
    open_to(cast.job_centre, cast.kim, cast.ida)

    with acting(Actor(key.format(user=cast.ida.user.pk))):
        assert keys_seen() == {}


def test_preview_changes_no_row(house):
    """Not one that is seen, in any table: whatever is tried is no row or no right."""
    consent = open_to(house.cast.job_centre, house.cast.kim, house.cast.ida)
    changed = {}
    with acting(preview(house.cast, consent)):
        for table, model in GUARDED.items():
            key = model._meta.pk.column
            for sql in (f"UPDATE {table} SET version = version", f"DELETE FROM {table}"):  # noqa: S608 -- names of our tables
                changed[table, sql, key] = rows_changed(sql)
    assert {what: count for what, count in changed.items() if count} == {}


def rows_changed(sql: str) -> int:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
            return int(cursor.rowcount)
    except ProgrammingError:
        return 0


def test_preview_writes_and_logs_nothing(house):
    cast, kim = house.cast, house.cast.kim
    actor = preview(cast, open_to(cast.job_centre, kim, cast.ida))
    with acting(actor):
        who = {"by": actor, "at": now()}
        with pytest.raises(Refused) as refused:
            write_activity(
                id=new_id(), course_id=kim.course.pk, goal=kim.goal, values={"what": "Nej"}, **who
            )
        assert refused.value.reason == SharingRefusal.NOTHING_OPEN
        with pytest.raises(ProgrammingError, match="out of sight"):
            log_access(citizens=[kim.citizen.pk], what="Nej", **who)


def test_record_is_gathered_with_the_recipients_eyes(cast, django_assert_num_queries):
    consent = open_to(cast.job_centre, cast.kim, cast.ida, scope=["GOALS"])
    with acting(cast.ida.actor):
        asked = {"consent_id": consent.pk, "looker": cast.ida.actor}
        record = record_as_seen_by(cast.kim.citizen.pk, **asked)
        assert [goal.text for goal in record.goals] == ["En tur om ugen"]
        assert (record.appointments, record.agreement, record.citizen.phone) == ([], None, "")
        assert record_as_seen_by(cast.noor.citizen.pk, **asked) is None
        # Who looked is themselves again afterwards.
        assert Consent.objects.filter(team=cast.team_one).exists()
