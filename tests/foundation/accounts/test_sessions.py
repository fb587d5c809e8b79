"""Who reads the table of sessions comes in as nobody."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from hjemmebane.foundation.accounts.sessions import stored
from tests.factories.browsing import browser

BOARD = reverse("staff:board:page")


def row_of(client):
    return Session.objects.get(pk=stored(client.session.session_key))


def with_cookie(key):
    client = Client()
    client.cookies["sessionid"] = key
    return client


def test_cookie_opens_and_what_the_table_holds_does_not(cast):
    ida = browser(cast.ida)
    key = ida.cookies["sessionid"].value

    assert with_cookie(key).get(BOARD).status_code == 200
    for row in Session.objects.all():
        assert key not in {row.session_key, row.session_data}
        assert with_cookie(row.session_key).get(BOARD).status_code == 302


def test_what_one_session_holds_opens_nothing_in_another(cast):
    ida, omar = browser(cast.ida), browser(cast.omar)
    stolen = row_of(omar)
    stolen.session_data = row_of(ida).session_data
    stolen.save()

    assert omar.get(BOARD).status_code == 302


def test_leaving_takes_the_row_away(cast):
    ida = browser(cast.ida)
    row = row_of(ida)

    ida.post(reverse("account_logout"))

    assert not Session.objects.filter(pk=row.pk).exists()
    assert ida.get(BOARD).status_code == 302


@pytest.mark.parametrize("key", ["", "x", "æ\N{NULL}", "a" * 5_000])
def test_cookie_of_nobody_opens_nothing(cast, key):
    assert with_cookie(key).get(BOARD).status_code == 302
