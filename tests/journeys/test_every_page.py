"""Every page a person can open: legible, reachable, quiet; and a picture of it to be looked at."""

import pytest
from django.test import Client
from django.urls import get_resolver

from hjemmebane.foundation.accounts.models import User
from tests.architecture.test_routes import routes
from tests.journeys.inspection import inspect
from tests.journeys.places import CITIZENS_LOGIN, MEMBER, NO_PAGES, PARTNER, PLACES

ONLY_FORMS = 405


# Who opens the pages of each face; what belongs to none, anybody.
HOSTS = {"staff": MEMBER, "partner": PARTNER, "citizen": CITIZENS_LOGIN}


def opened_by_get():
    """Names of the routes that do not refuse the method to whom their face is."""
    clients = {face: client_of(username) for face, username in HOSTS.items()}
    return {
        name
        for name, address in routes(get_resolver())
        if clients.get(name.split(":")[0], clients["staff"]).get(address).status_code != ONLY_FORMS
    }


def client_of(username):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def test_no_page_is_left_out(shared_demo):
    assert {place.route for place in PLACES} | NO_PAGES == opened_by_get()


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_page_is_good_to_look_at_and_to_use(place, visit):
    inspect(visit(place), place.name)
