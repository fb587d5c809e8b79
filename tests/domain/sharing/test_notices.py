"""A partner is told that a door moved, in the same transaction and never whose door it is."""

import datetime as dt

import pytest
from django.db import ProgrammingError, connection

from hjemmebane.domain.consents.actions import (
    change_consent,
    close_consents,
    renew_consent,
    withdraw_consent,
)
from hjemmebane.domain.partners.actions import add_organisation
from hjemmebane.domain.sharing.actions import see_notices, stop_sharing
from hjemmebane.domain.sharing.choices import NoticeKind
from hjemmebane.domain.sharing.models import Notice
from hjemmebane.domain.sharing.queries import told_to_me
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.sharing import hire, let_in, open_to

OPENED, CHANGED, CLOSED = NoticeKind.OPENED, NoticeKind.CHANGED, NoticeKind.CLOSED


@pytest.fixture
def per(cast):
    """Lise's colleague, with a login."""
    return hire(cast.job_centre, "Per", cast.ida)


def told(partner):
    """What a partner was told, in order, and not has seen."""
    with acting(partner.actor):
        rows = Notice.objects.filter(seen_at__isnull=True).order_by("told_at", "pk")
        kinds = list(rows.values_list("kind", flat=True))
        see_notices(keys=[row.pk for row in rows], by=partner.actor, at=now())
    return sorted(kinds)


def change(cast, consent, goals=(), **values):
    with acting(cast.ida.actor):
        return change_consent(
            id=new_id(),
            consent=consent,
            values=values,
            goals=goals,
            version=consent.version,
            by=cast.ida.actor,
            at=now(),
        )


def withdraw(cast, consent):
    with acting(cast.ida.actor):
        withdraw_consent(consent=consent, version=consent.version, by=cast.ida.actor, at=now())


def test_partner_is_told_what_opens_changes_and_closes(cast, lise, per):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    assert (told(lise), told(per)) == ([OPENED], [OPENED])

    consent = change(cast, consent, scope=["APPOINTMENTS"])
    assert (told(lise), told(per)) == ([CHANGED], [CHANGED])

    withdraw(cast, consent)
    assert (told(lise), told(per)) == ([CLOSED], [CLOSED])


def test_those_whom_a_change_shuts_out_or_lets_in_are_told_so(cast, lise, per):
    consent = open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise)
    assert (told(lise), told(per)) == ([OPENED], [])

    consent = change(cast, consent, person=per.person)
    assert (told(lise), told(per)) == ([CLOSED], [OPENED])

    change(cast, consent, person=None)
    assert (told(lise), told(per)) == ([OPENED], [CHANGED])


def test_other_partners_are_told_nothing(cast, lise):
    who = {"by": cast.ida.actor, "at": now()}
    kind = {"municipality": cast.municipality, "kind": "SHELTER", "name": "Herberget"}
    with acting(cast.ida.actor):
        shelter = add_organisation(id=new_id(), **kind, **who)
    eva = hire(shelter, "Eva", cast.ida)

    withdraw(cast, open_to(cast.job_centre, cast.kim, cast.ida))

    assert (told(eva), told(lise)) == ([], [CLOSED, OPENED])


def test_who_gets_a_login_later_is_told_nothing_of_before(cast):
    withdraw(cast, open_to(cast.job_centre, cast.kim, cast.ida))

    assert told(let_in(cast.lise, cast.ida)) == []


def test_same_terms_once_more_are_no_news(cast, lise):
    soon = today() + dt.timedelta(days=5)
    consent = open_to(cast.job_centre, cast.kim, cast.ida, until_on=soon)
    told(lise)

    with acting(cast.ida.actor):
        renew_consent(
            id=new_id(),
            consent=consent,
            until_on=today() + dt.timedelta(days=365),
            version=consent.version,
            by=cast.ida.actor,
            at=now(),
        )

    assert told(lise) == []


def test_citizen_who_stops_it_themselves_is_not_named(cast, lise, kim):
    consent = open_to(cast.job_centre, cast.kim, cast.ida)
    told(lise)
    with acting(kim.actor):
        stop_sharing(consent=consent, version=consent.version, by=kim.actor, at=now())

    with acting(lise.actor):
        row = Notice.objects.filter(seen_at__isnull=True).values().get()
    assert set(row) == {
        "id",
        "version",
        "partner_person_id",
        "kind",
        "told_at",
        "seen_at",
        "mailed_at",
    }
    assert (row["kind"], row["partner_person_id"]) == (CLOSED, lise.person.pk)


def test_doors_that_close_with_the_teams_consent_are_told(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    told(lise)

    with acting(cast.ida.actor):
        close_consents(citizen=cast.kim.citizen, team=cast.team_one, by=cast.ida.actor, at=now())

    assert told(lise) == [CLOSED]


def test_what_is_told_is_read_and_put_away_by_themselves_alone(cast, lise, per, kim):
    open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise)

    for other in (per, kim, cast.ida, cast.omar):
        with acting(other.actor):
            assert list(Notice.objects.all()) == []
    with acting(lise.actor):
        (news,) = told_to_me()
        assert news.sentence == "Noget nyt er delt med jer."
    with acting(per.actor):
        see_notices(keys=news.keys, by=per.actor, at=now())
    with acting(lise.actor):
        assert len(told_to_me()) == 1
        see_notices(keys=news.keys, by=lise.actor, at=now())
        assert told_to_me() == []


def test_nobody_writes_a_notice_or_changes_what_it_says(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)

    for sql in (
        "INSERT INTO sharing_notice (id, version, kind) VALUES (gen_random_uuid(), 1, 'CLOSED')",
        "UPDATE sharing_notice SET kind = 'CLOSED'",
        "DELETE FROM sharing_notice",
    ):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            acting(lise.actor),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)


def test_many_notices_are_told_as_one_of_each_kind_in_one_query(
    cast, lise, django_assert_num_queries
):
    for _ in range(3):
        withdraw(cast, open_to(cast.job_centre, cast.kim, cast.ida))

    with acting(lise.actor), django_assert_num_queries(1):
        assert sorted(len(news.keys) for news in told_to_me()) == [3, 3]
