import pytest

from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.accounts.choices import LoginRefusal
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.decisions import Refused
from tests.factories.cast import NOW, PASSWORD

pytestmark = pytest.mark.django_db


def open_for(username, **more):
    with acting(OPERATIONS):
        return open_login(
            username=username, full_name="Ea", password=PASSWORD, by=OPERATIONS, at=NOW, **more
        )


def test_login_keeps_no_plain_password_and_acts_as_itself():
    user = open_for("ea")

    kept = User.objects.get(username="ea")
    assert kept.check_password(PASSWORD)
    assert PASSWORD not in kept.password
    assert (kept.actor, str(kept)) == (Actor.person(user.pk), "Ea")
    assert (kept.is_active, kept.is_staff, kept.is_superuser, kept.is_demo) == (
        True,
        False,
        False,
        False,
    )
    assert kept.date_joined == NOW


def test_taken_username_is_refused():
    open_for("ea")

    with pytest.raises(Refused) as refused:
        open_for("ea")

    assert refused.value.reason == LoginRefusal.TAKEN


def test_demo_account_is_refused_where_there_is_no_demo(settings):
    assert open_for("demo1", is_demo=True).is_demo
    settings.DEMO_ACCOUNTS_ALLOWED = False

    with pytest.raises(Refused) as refused:
        open_for("demo2", is_demo=True)

    assert refused.value.reason == LoginRefusal.DEMO_FORBIDDEN
    assert not User.objects.filter(username="demo2").exists()
    assert not open_for("ea").is_demo
