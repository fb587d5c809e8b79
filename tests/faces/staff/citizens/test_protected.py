"""What is hidden: shown once, against a reason, and never in an address."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.foundation.actors import acting
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR, NOOR

PAGES = ("overview", "timeline", "network", "edit", "address", "cpr")


def address(case, name):
    return reverse(f"staff:citizens:{name}", args=[case.citizen.pk])


def readings(employee):
    with acting(employee.actor):
        return list(Access.objects.order_by("pk").values_list("what", "reason"))


@pytest.mark.parametrize("name", PAGES)
def test_protected_address_is_on_no_page(cast, name):
    assert NOOR.address not in browser(cast.omar).get(address(cast.noor, name)).content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_cpr_number_is_on_no_page(cast, name):
    page = browser(cast.ida).get(address(cast.kim, name)).content.decode()

    assert KIMS_CPR not in page
    assert KIMS_CPR.replace("-", "") not in page


def test_address_is_shown_against_a_reason_that_is_logged(cast):
    response = browser(cast.omar).post(
        address(cast.noor, "address"), {"reason": "Skal køre derhen i dag"}
    )

    assert (response.status_code, response["Cache-Control"]) == (200, "no-store, private")
    assert NOOR.address in words(response)
    assert ("Beskyttet adresse", "Skal køre derhen i dag") in readings(cast.omar)


def test_cpr_number_is_shown_against_a_reason_that_is_logged(cast):
    response = browser(cast.ida).post(address(cast.kim, "cpr"), {"reason": "Ringer til lægen"})

    assert KIMS_CPR in words(response)
    assert ("CPR-nummer", "Ringer til lægen") in readings(cast.ida)


@pytest.mark.parametrize("reason", ["", "   "])
def test_nothing_is_shown_without_a_reason(cast, reason):
    response = browser(cast.omar).post(address(cast.noor, "address"), {"reason": reason})

    assert response.status_code == 422
    assert "Skriv, hvorfor du har brug for at se oplysningen." in words(response)
    assert NOOR.address not in response.content.decode()
    assert "Beskyttet adresse" not in [what for what, _reason in readings(cast.omar)]
