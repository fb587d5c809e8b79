"""Every page a person can open: legible, reachable, quiet; and a picture of it to be looked at."""

import pytest
from django.test import Client
from django.urls import get_resolver

from hjemmebane.foundation.accounts.models import User
from tests.architecture.test_routes import routes
from tests.journeys.inspection import inspect
from tests.journeys.places import MEMBER, NO_PAGES, PLACES

ONLY_FORMS = 405


def opened_by_get():
    """Names of the routes that do not refuse the method."""
    client = Client()
    client.force_login(User.objects.get(username=MEMBER))
    return {
        name
        for name, address in routes(get_resolver())
        if client.get(address).status_code != ONLY_FORMS
    }


def test_no_page_is_left_out(shared_demo):
    assert {place.route for place in PLACES} | NO_PAGES == opened_by_get()


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_page_is_good_to_look_at_and_to_use(place, visit):
    inspect(visit(place), place.name)
