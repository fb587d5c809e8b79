"""What is new since a partner was last here, on an earlier day."""

import pytest
from django.db import connections
from django.urls import reverse

from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.partners import write

URL = "/partner/"

# The day of a reading is the owner's to move, in a database of one's own.
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def let_a_day_pass():
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE audit_access DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_access SET at = at - interval '1 day'")
        cursor.execute("ALTER TABLE audit_access ENABLE TRIGGER USER")


def test_what_others_wrote_since_i_was_here_is_told_and_not_what_i_wrote(cast, lise, consent):
    client = browser(lise)
    page = reverse("partner:citizens:citizen", args=[cast.kim.citizen.pk])
    client.get(page)
    with acting(cast.ida.actor):
        add_item(
            id=new_id(),
            plan=cast.kim.plan,
            kind=ItemKind.SUB_GOAL,
            values={"goal": cast.kim.goal, "text": "Hele vejen"},
            by=cast.ida.actor,
            at=now(),
        )
    write(cast.kim, lise)
    assert client.get(URL).context["cards"][0].new == ""

    let_a_day_pass()

    assert client.get(URL).context["cards"][0].new == "1 nyt delmål"
    assert "Nyt siden du var her sidst 1 nyt delmål" in words(client.get(page))
