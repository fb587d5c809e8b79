"""How a telephone is told no: always in JSON, and so that it can mend it."""

import datetime as dt

import pytest
from django.test import Client

from hjemmebane.domain.field.actions import revoke_device
from hjemmebane.domain.field.models import FieldDevice
from hjemmebane.domain.teams.actions import leave_team
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.faces.staff.field.forms.reading import NOT_READABLE, TOO_LARGE
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import HANDED_OVER_TO
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser
from tests.factories.cast import HIRED_ON
from tests.factories.field import Phone, a_visit, registered
from tests.factories.sharing import let_citizen_in, let_in

pytestmark = pytest.mark.django_db
ASKED = ("/felt/nu/", "/felt/adgang/", f"/felt/ind/{new_id()}/del/")
SENT = ("/felt/ind/", "/felt/enhed/", "/felt/adresse/")


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


def answers(phone):
    """What each address answers."""
    for path in ASKED:
        yield phone.get(path)
    for path in SENT:
        yield phone.post(path, {})


def revoke(phone, by):
    with acting(by.actor):
        revoke_device(device=phone.device, by=by.actor, at=now())


def leave(employee):
    with acting(OPERATIONS):
        membership = TeamMembership.objects.get(staff_member=employee.staff_member)
        leave_team(
            membership=membership,
            until_on=max(HIRED_ON, today() - dt.timedelta(days=1)),
            version=membership.version,
            by=OPERATIONS,
            at=now(),
        )


def close(employee):
    with acting(OPERATIONS):
        User.objects.filter(pk=employee.user.pk).update(is_active=False)


def test_logged_out_telephone_is_told_to_log_in(phone):
    phone.client = Client()

    for response in answers(phone):
        assert (response.status_code, response.json()) == (401, {"status": "login"})


@pytest.mark.parametrize("is_logged_in", [True, False])
@pytest.mark.parametrize(
    "shut",
    [
        lambda phone, cast: revoke(phone, cast.ida),
        lambda phone, cast: revoke(phone, cast.bo),
        lambda _phone, cast: leave(cast.ida),
        lambda _phone, cast: close(cast.ida),
    ],
    ids=["by-oneself", "by-coordinator", "left-the-team", "login-closed"],
)
def test_shut_telephone_learns_it_at_its_next_contact(cast, phone, shut, is_logged_in):
    shut(phone, cast)
    if not is_logged_in:
        phone.client = Client()

    for response in answers(phone):
        assert (response.status_code, response.json()) == (403, {"status": "revoked"})


def test_telephone_of_somebody_else_is_turned_away(cast, phone):
    phone.client = browser(cast.bo)

    for response in answers(phone):
        if response.status_code not in {200, 422}:
            assert (response.status_code, response.json()) == (403, {"status": "other"})
    assert phone.send(a_visit(cast.kim, cast.bo)).json() == {"status": "other"}


@pytest.mark.parametrize("who", ["partner", "citizen", "handed over"])
def test_telephone_in_other_hands_is_told_whose_it_is_not(cast, phone, who):
    """“Not with us any more” would tell its owner to throw away what waits."""
    sent = a_visit(cast.kim, cast.ida)
    if who == "handed over":
        session = phone.client.session
        session[HANDED_OVER_TO] = str(cast.kim.citizen.pk)
        session.save()
    else:
        let = (
            let_in(cast.lise, cast.ida) if who == "partner" else let_citizen_in(cast.kim, cast.ida)
        )
        phone.client = Client()
        phone.client.force_login(let.user)

    for response in [*answers(phone), phone.send(sent)]:
        assert (response.status_code, response.json()) == (409, {"status": "other_user"})


def test_stale_token_is_mended_by_the_door(cast):
    phone = Phone(cast.ida, client=browser(cast.ida, checks_csrf=True))
    sent = a_visit(cast.kim, cast.ida)

    response = phone.send(sent)
    assert (response.status_code, response.json()) == (401, {"status": "token"})
    entry = phone.get("/felt/adgang/").json()
    assert entry["user"] == str(cast.ida.user.pk)
    phone.client.defaults["HTTP_X_CSRFTOKEN"] = entry["csrf"]
    assert phone.send(sent).json()["status"] == "received"


def test_what_the_house_refuses_before_any_page_is_json_too(phone, settings):
    settings.LARGEST_BODY = 1_000
    large = phone.send("x" * 1_001)
    assert (large.status_code, large.json()["reason"]) == (413, TOO_LARGE)
    wrong = phone.client.delete("/felt/ind/", headers=phone.headers)
    assert (wrong.status_code, wrong.json()["reason"]) == (405, NOT_READABLE)


def test_register_twice_is_one_telephone_and_a_greeting(cast):
    client, key = browser(cast.ida), str(new_id())
    for name in ("Min telefon", "Min nye telefon"):
        response = client.post(
            "/felt/enhed/", {"id": key, "name": name}, content_type="application/json"
        )
        assert (response.status_code, response.json()) == (200, {"device": key})

    with acting(cast.ida.actor):
        assert [one.name for one in FieldDevice.objects.all()] == ["Min telefon"]


def test_key_of_somebody_elses_telephone_is_taken(cast):
    device = registered(cast.omar)
    response = browser(cast.ida).post(
        "/felt/enhed/", {"id": str(device.pk), "name": "Min"}, content_type="application/json"
    )

    assert response.status_code == 422
    assert (response.json()["field"], response.json()["mend"]) == ("id", "again")


@pytest.mark.parametrize(
    "sent",
    [{}, {"id": "x", "name": "Min"}, {"name": "Min"}, {"id": str(new_id()), "name": " "}],
    ids=range(4),
)
def test_what_is_no_telephone_is_told(cast, sent):
    response = browser(cast.ida).post("/felt/enhed/", sent, content_type="application/json")

    assert (response.status_code, response.json()["reason"]) == (422, NOT_READABLE)


def test_manager_and_who_is_in_no_team_have_no_felt(cast):
    for client in (browser(cast.mette),):
        response = client.post(
            "/felt/enhed/", {"id": str(new_id()), "name": "Min"}, content_type="application/json"
        )
        assert response.status_code == 404
        assert response.json()["status"] == "refused"


def test_no_answer_is_kept_by_the_browser(phone):
    for response in answers(phone):
        assert "no-store" in response["Cache-Control"]
