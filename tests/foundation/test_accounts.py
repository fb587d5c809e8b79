import pytest
from django.db import IntegrityError, ProgrammingError, connection, connections, transaction

from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.accounts.choices import LoginRefusal
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
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


def speak(statement, *arguments):
    """How many rows a statement touches, as the web process' own role might say it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, arguments)
        return cursor.rowcount


SET_ALL_PASSWORDS = "UPDATE accounts_user SET password = 'x'"
ADD = (
    "INSERT INTO accounts_user (id, username, password, full_name, first_name, last_name, email,"
    " face, is_active, is_demo, is_staff, is_superuser, date_joined)"
    " VALUES (%s, %s, 'x', '', '', '', '', 'STAFF', true, false, false, false, now())"
)


def test_only_the_own_password_can_be_set(cast):
    for person in (cast.ida, cast.bo, cast.mette):
        with acting(person.actor):
            assert speak(SET_ALL_PASSWORDS) == 1
            assert speak(f"{SET_ALL_PASSWORDS} WHERE id <> %s", person.user.pk) == 0


def test_nobody_sets_no_password(cast):
    assert speak(SET_ALL_PASSWORDS) == 0
    for stranger in (Actor.person(new_id()), Actor.system("public-referral"), Actor("user:abc")):
        with acting(stranger):
            assert speak(SET_ALL_PASSWORDS) == 0


def test_operations_set_passwords_and_close_logins(cast):
    with acting(OPERATIONS):
        assert speak(SET_ALL_PASSWORDS) == User.objects.count()
        assert speak("UPDATE accounts_user SET is_active = false WHERE username = 'ida'") == 1


def test_nobody_closes_or_reopens_their_own_login(cast):
    with acting(cast.ida.actor), pytest.raises(ProgrammingError, match="row-level security"):
        speak("UPDATE accounts_user SET is_active = false")
    with acting(OPERATIONS):
        speak("UPDATE accounts_user SET is_active = false WHERE username = 'ida'")
    with acting(cast.ida.actor):
        assert speak("UPDATE accounts_user SET is_active = true") == 0
        assert speak(SET_ALL_PASSWORDS) == 0


def test_nothing_else_about_a_login_can_be_changed(cast):
    fixed = {field.column for field in User._meta.local_fields} - {"password", "is_active"}
    assert {"id", "username", "is_staff", "is_superuser"} < fixed
    for actor in (cast.ida.actor, OPERATIONS):
        for column in sorted(fixed):
            with acting(actor), pytest.raises(ProgrammingError, match="permission denied"):
                speak(SET_ALL_PASSWORDS.replace("password = 'x'", f"{column} = {column}"))


def test_only_operations_open_logins(cast):
    for actor in (cast.ida.actor, cast.bo.actor, Actor.system("public-referral")):
        with acting(actor), pytest.raises(ProgrammingError, match="row-level security"):
            speak(ADD, new_id(), "ny")
    with pytest.raises(ProgrammingError, match="row-level security"):
        speak(ADD, new_id(), "ny")
    with acting(OPERATIONS):
        assert speak(ADD, new_id(), "ny") == 1


def test_own_row_is_no_way_to_open_a_login(cast):
    with acting(cast.ida.actor), pytest.raises(ProgrammingError, match="row-level security"):
        speak(f"{ADD} ON CONFLICT (id) DO UPDATE SET password = 'x'", cast.ida.user.pk, "i")
    newcomer = new_id()
    with acting(Actor.person(newcomer)), pytest.raises(ProgrammingError, match="row-level"):
        speak(ADD, newcomer, "ny")


def test_no_login_is_deleted(cast):
    for actor in (cast.ida.actor, OPERATIONS):
        with acting(actor), pytest.raises(ProgrammingError, match="permission denied"):
            speak("DELETE FROM accounts_user")


def test_no_login_stands_above_the_rules():
    with acting(OPERATIONS), pytest.raises(IntegrityError, match="login_stands_above_no_rule"):
        speak(ADD.replace("false, now()", "true, now()"), new_id(), "admin")


def test_no_address_is_given_to_a_login(cast):
    """A later reset of passwords by e-mail would trust it."""
    for actor in (cast.ida.actor, OPERATIONS):
        with acting(actor), pytest.raises(ProgrammingError, match="permission denied"):
            speak("DELETE FROM account_emailaddress")


@pytest.mark.slow
def test_history_tells_that_a_password_was_set_and_not_which(committed_db):
    user = open_for("ea")
    with acting(user.actor):
        speak(SET_ALL_PASSWORDS)

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT operation, actor, before, after::text FROM audit_change"
            " WHERE table_name = 'accounts_user' ORDER BY id"
        )
        opened, changed = cursor.fetchall()
    assert opened[:3] == ("INSERT", OPERATIONS.key, None)
    assert '"username": "ea"' in opened[3]
    assert "password" not in opened[3]
    assert changed == ("UPDATE", user.actor.key, "{}", "{}")
