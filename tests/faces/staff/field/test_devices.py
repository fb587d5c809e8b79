"""Mine telefoner: one's own, and for a coordinator those of the team."""

import pytest
from django.urls import reverse

from hjemmebane.domain.field.actions import revoke_device
from hjemmebane.domain.field.choices import FieldRefusal
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.decisions import Refused
from tests.factories.browsing import browser, words
from tests.factories.field import registered

pytestmark = pytest.mark.django_db
PAGE = "/felt/enheder/"
DEVICES_QUERIES = 6


def revoke(client, device):
    return client.post(reverse("staff:field:revoke", args=[device.pk]), follow=True)


def is_shut(employee, device):
    with acting(employee.actor):
        return FieldDevice.objects.get(pk=device.pk).revoked_at is not None


def test_page_shows_ones_own_and_tells_of_the_limits(cast):
    registered(cast.ida)
    registered(cast.bo, name="Bos tablet")
    registered(cast.omar, name="Omars telefon")
    shown = words(browser(cast.ida).get(PAGE))

    assert "Idas telefon" in shown
    assert "Bos tablet" not in shown
    assert "kan koden i længden gættes" in shown


def test_coordinator_sees_the_teams_and_no_other(cast):
    for who in (cast.ida, cast.bo, cast.omar):
        registered(who, name=f"{who.staff_member.name}s egen")
    shown = words(browser(cast.bo).get(PAGE))

    assert "Idas egen" in shown
    assert "Bos egen" in shown
    assert "Omars egen" not in shown


@pytest.mark.parametrize("who", ["ida", "bo"])
def test_owner_and_coordinator_shut_it(cast, who):
    device, by = registered(cast.ida), getattr(cast, who)
    for _ in range(2):
        response = revoke(browser(by), device)
        assert response.status_code == 200
    assert "Spærret" in words(response)
    assert is_shut(cast.ida, device)


@pytest.mark.parametrize("who", ["omar", "mette"])
def test_for_others_it_is_not_there(cast, who):
    device = registered(cast.ida)

    assert revoke(browser(getattr(cast, who)), device).status_code == 404
    assert not is_shut(cast.ida, device)


def test_member_does_not_shut_the_coordinators(cast):
    device = registered(cast.bo)

    assert revoke(browser(cast.ida), device).status_code == 404
    with acting(cast.ida.actor), pytest.raises(Refused) as refused:
        revoke_device(device=device, by=cast.ida.actor, at=now())
    assert refused.value.reason == FieldRefusal.NOT_SHUT_BY_YOU
    assert not is_shut(cast.bo, device)


def test_nobody_else_changes_a_telephone_in_the_database(cast):
    device = registered(cast.bo)
    for other in (cast.ida, cast.omar, cast.mette):
        with acting(other.actor):
            assert not FieldDevice.objects.filter(pk=device.pk).exists()
            assert FieldDevice.objects.filter(pk=device.pk).update(name="Min") == 0


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_many_queries_whatever_the_number(cast, number, django_assert_num_queries):
    for _ in range(number):
        registered(cast.ida)
    client = browser(cast.ida)
    with django_assert_num_queries(DEVICES_QUERIES):
        client.get(PAGE)


def test_menu_of_ones_own_leads_here(cast):
    response = browser(cast.ida).get("/i-dag/")

    assert PAGE in response.content.decode()
