"""What waits with partners: on I dag, until it is seen to."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.sharing.actions import see_messages, write_to_partner
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.partnership import agree
from tests.factories.plans import Writing
from tests.factories.sharing import let_in, open_to

URL = "/i-dag/"
DAY = dt.timedelta(days=1)
TITLE = "Samarbejde med partnere"


@pytest.fixture
def lise(cast):
    open_to(cast.job_centre, cast.kim, cast.ida, from_on=today() - 30 * DAY)
    return let_in(cast.lise, cast.ida)


def ask(cast, lise, *, days):
    """The team wrote to Lise that many days ago."""
    with acting(cast.ida.actor):
        person = {"responsible_kind": "PARTNER", "partner_person": lise.person}
        activity = Writing(cast.kim.plan, cast.ida.actor).add("ACTIVITY", **person)
        write_to_partner(
            id=new_id(),
            activity=activity,
            partner=lise.person,
            text="Hvordan går det?",
            by=cast.ida.actor,
            at=now() - days * DAY,
        )
    return activity


def test_agreement_past_its_day_is_the_coordinators_to_see_to(cast):
    with acting(cast.ida.actor):
        agree(cast, cast.ida.actor, review_on=today() - DAY)

    assert "Aftalen med Jobcenter Aabenby skulle være set efter" in words(browser(cast.bo).get(URL))
    assert TITLE not in words(browser(cast.ida).get(URL))


def test_message_nobody_has_read_for_a_week_is_the_teams(cast, lise):
    activity = ask(cast, lise, days=8)
    told = "Lise, Jobcenter Aabenby, har ikke læst beskeden om Kim Krog fra"

    for member in (cast.ida, cast.bo):
        assert told in words(browser(member).get(URL))
    with acting(cast.ida.actor):
        read_by = Access.objects.filter(citizen_id=cast.kim.citizen.pk, what="Siden I dag")
        assert {one.actor for one in read_by} == {cast.ida.actor.key, cast.bo.actor.key}
    assert TITLE not in words(browser(cast.omar).get(URL))
    with acting(lise.actor):
        see_messages(activity=activity, by=lise.actor, at=now())
    assert TITLE not in words(browser(cast.ida).get(URL))


def test_message_of_yesterday_may_wait(cast, lise):
    ask(cast, lise, days=1)

    assert TITLE not in words(browser(cast.ida).get(URL))


def test_as_many_queries_whatever_waits(cast, lise):
    client, counts = browser(cast.bo), []
    with acting(cast.ida.actor):
        agree(cast, cast.ida.actor, review_on=today() - DAY)
    for _ in range(2):
        ask(cast, lise, days=8)
        client.get(URL)
        with CaptureQueriesContext(connection) as asked:
            client.get(URL)
        counts.append(len(asked))

    assert counts[0] == counts[1]
