"""`check_security`: all is well as migrated, and each thing that may go wrong is told."""

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from hjemmebane.faces.operations import security
from hjemmebane.foundation import catalogue
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.guards import APP_ROLE, EVERYTHING, OWNER_ROLE
from hjemmebane.gateways.clamav.fake import fake_clamd
from tests.factories.cast import NOW

STRONG = bytes(range(32))
PRODUCTION = {
    "DEMO_ACCOUNTS_ALLOWED": False,
    "ACTOR_KEY": STRONG.hex(),
    "INDEX_KEY": STRONG[::-1].hex(),
    "SEALING_KEYS": "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_SSL_REDIRECT": True,
}


def told(problems):
    """What is wrong, without how to mend it."""
    return [problem.split("; ")[0] for problem in problems]


def as_owner(statement):
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_migrated_database_has_no_problems():
    assert security.problems() == []


@pytest.mark.django_db
def test_command_prints_a_line_for_each_check(capsys):
    call_command("check_security")

    lines = capsys.readouterr().out.splitlines()
    checked, [*notes, end] = lines[: len(security.CHECKS)], lines[len(security.CHECKS) :]
    assert all(line.startswith("ok ") for line in checked)
    assert [note.split(" is ")[0] for note in notes] == [
        "note    HJEMMEBANE_CLAMAV",
        "note    HJEMMEBANE_SMS_ADDRESS",
        "note    no worker has been seen for a minute: start manage.py work",
    ]
    assert end == f"All {len(security.CHECKS)} checks passed."


@pytest.mark.slow
def test_command_fails_with_what_is_wrong(committed_db, capsys):
    as_owner("ALTER TABLE plans_goal DISABLE ROW LEVEL SECURITY")

    with pytest.raises(CommandError, match="1 of"):
        call_command("check_security")

    assert "plans_goal: row-level security is off" in capsys.readouterr().out


# Each with the whole problem it must raise, up to how to mend it.
SEEDS = [
    (
        f"CREATE TABLE seeded (citizen_id uuid); GRANT SELECT ON seeded TO {APP_ROLE}",
        "seeded is neither guarded nor on the open list, but may be reached",
    ),
    (
        f"CREATE VIEW seeded AS TABLE plans_goal; GRANT SELECT ON seeded TO {APP_ROLE}",
        "seeded is neither guarded nor on the open list, but may be reached",
    ),
    ("ALTER TABLE plans_goal DISABLE ROW LEVEL SECURITY", "plans_goal: row-level security is off"),
    ("DROP POLICY plans_goal_update ON plans_goal", "plans_goal has no policy for UPDATE"),
    (
        "CREATE POLICY seeded ON plans_goal FOR SELECT USING (true)",
        "plans_goal: the policy seeded for SELECT is not ours",
    ),
    (
        "CREATE POLICY seeded ON plans_goal FOR ALL USING (true)",
        "plans_goal: the policy seeded for ALL is not ours",
    ),
    (
        "CREATE POLICY seeded ON auth_group FOR SELECT USING (true)",
        "auth_group: the policy seeded for SELECT is not ours",
    ),
    (
        "ALTER POLICY plans_goal_partner_select ON plans_goal USING (true)",
        "plans_goal: plans_goal_partner_select does not say what is declared",
    ),
    (
        "DROP POLICY plans_goal_partner_select ON plans_goal",
        "plans_goal has no policy plans_goal_partner_select",
    ),
    (
        "ALTER POLICY plans_goal_read ON plans_goal USING (true)",
        "plans_goal: plans_goal_read does not say what is declared",
    ),
    (
        (
            "ALTER POLICY plans_goal_update ON plans_goal"
            " USING (course_id IN (SELECT guard.visible_course_ids()) OR guard.is_staff())"
        ),
        "plans_goal: plans_goal_update does not say what is declared",
    ),
    (
        "ALTER POLICY plans_goal_insert ON plans_goal WITH CHECK (true)",
        "plans_goal: plans_goal_insert does not say what is declared",
    ),
    (
        (
            "ALTER POLICY courses_course_insert ON courses_course WITH CHECK"
            " (team_id IN (SELECT guard.my_team_ids())"
            " AND citizen_id IN (SELECT guard.visible_citizen_ids())"
            " OR guard.is_new_citizen(citizen_id))"
        ),
        "courses_course: courses_course_insert does not say what is declared",
    ),
    (
        f"GRANT UPDATE ON audit_change TO {APP_ROLE}",
        "audit_change grants SELECT, UPDATE, declared is SELECT",
    ),
    (
        f"GRANT UPDATE (before) ON audit_change TO {APP_ROLE}",
        "audit_change grants SELECT, UPDATE, declared is SELECT",
    ),
    (
        f"GRANT UPDATE (is_staff) ON accounts_user TO {APP_ROLE}",
        (
            "accounts_user lets password, is_staff, is_active be changed, declared is"
            " password, is_active"
        ),
    ),
    (
        f"GRANT TRUNCATE ON plans_wish TO {APP_ROLE}",
        f"plans_wish grants {EVERYTHING}, TRUNCATE, declared is {EVERYTHING}",
    ),
    (
        f"REVOKE ALL ON django_session FROM {APP_ROLE}",
        f"django_session grants nothing, declared is {EVERYTHING}",
    ),
    (
        "ALTER TABLE plans_goal DISABLE TRIGGER plans_goal_history",
        "plans_goal keeps no history",
    ),
    (
        (
            "DROP TRIGGER plans_goal_history ON plans_goal; CREATE TRIGGER plans_goal_history"
            " AFTER INSERT ON plans_goal FOR EACH ROW"
            " EXECUTE FUNCTION guard.record_change('course_id', '')"
        ),
        "plans_goal keeps no history",
    ),
    (
        (
            "DROP TRIGGER plans_goal_history ON plans_goal; CREATE TRIGGER plans_goal_history"
            " AFTER INSERT OR UPDATE OR DELETE ON plans_goal FOR EACH ROW"
            " WHEN (current_setting('seeded', true) IS NULL)"
            " EXECUTE FUNCTION guard.record_change('course_id', '')"
        ),
        "plans_goal keeps no history",
    ),
    (
        (
            "DROP TRIGGER plans_goal_history ON plans_goal; CREATE TRIGGER plans_goal_history"
            " AFTER INSERT OR UPDATE OR DELETE ON plans_goal FOR EACH ROW"
            " EXECUTE FUNCTION guard.record_change('', 'course_id')"
        ),
        "plans_goal: its history is filed under the wrong columns",
    ),
    (
        "ALTER FUNCTION guard.my_team_ids() SECURITY INVOKER",
        "guard.my_team_ids() does not run as its owner",
    ),
    (
        "ALTER FUNCTION guard.my_team_ids() RESET ALL",
        "guard.my_team_ids() has no fixed search_path",
    ),
    (
        "ALTER FUNCTION guard.my_team_ids() SET search_path = public, pg_catalog",
        "guard.my_team_ids() has no fixed search_path",
    ),
    (
        "GRANT EXECUTE ON FUNCTION guard.my_team_ids() TO PUBLIC",
        "guard.my_team_ids() may be called by anybody",
    ),
    (
        f"GRANT SELECT (inner_pad) ON guard.signing_key TO {APP_ROLE}",
        f"{APP_ROLE} may SELECT the signing key",
    ),
    (
        "DELETE FROM guard.signing_key",
        "the database does not believe what HJEMMEBANE_ACTOR_KEY signs",
    ),
    (f"GRANT CREATE ON SCHEMA public TO {APP_ROLE}", f"{APP_ROLE} may make tables"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("statement", "problem"), SEEDS)
def test_seeded_fault_is_told(committed_db, statement, problem):
    as_owner(statement)

    assert told(security.problems()) == [problem]


@pytest.mark.slow
def test_missing_table_is_told(committed_db):
    as_owner("DROP TABLE practice_placement")

    assert told(security.tables()) == ["practice_placement does not exist"]


@pytest.mark.slow
def test_table_of_another_owner_is_told(committed_db, database_cluster):
    with psycopg.connect(database_cluster.address(committed_db)) as superuser:
        superuser.execute("ALTER TABLE plans_wish OWNER TO CURRENT_USER")

    assert "plans_wish belongs to postgres" in told(security.tables())


@pytest.mark.slow
def test_large_objects_within_reach_are_told(committed_db, database_cluster):
    with psycopg.connect(database_cluster.address(committed_db)) as superuser:
        superuser.execute("GRANT EXECUTE ON FUNCTION lo_from_bytea(oid, bytea) TO PUBLIC")

    assert told(security.role()) == [f"{APP_ROLE} may make large objects"]


@pytest.mark.django_db
def test_owner_as_connected_role_is_told():
    powers = catalogue.powers_of(OWNER_ROLE)

    assert "owns tables or functions" in powers
    assert "may make tables" in powers


@pytest.mark.django_db
def test_superuser_is_told():
    assert {"is a superuser", "bypasses row-level security"} <= set(catalogue.powers_of("postgres"))


@pytest.mark.django_db
def test_role_with_powers_is_named(monkeypatch):
    monkeypatch.setattr(catalogue, "connected_role", lambda: OWNER_ROLE)

    assert told(security.role()) == [
        f"connected as {OWNER_ROLE}",
        f"{OWNER_ROLE} may become the owner",
        f"{OWNER_ROLE} owns tables or functions",
        f"{OWNER_ROLE} may make tables",
        f"{OWNER_ROLE} may make temporary tables",
    ]


SETTINGS = [
    ({"SECRET_KEY": "short"}, "HJEMMEBANE_SECRET_KEY has less than 50 characters"),
    ({"ACTOR_KEY": "zz"}, "HJEMMEBANE_ACTOR_KEY is not hexadecimal"),
    ({"ACTOR_KEY": "aabb"}, "HJEMMEBANE_ACTOR_KEY has 2 bytes, not 32"),
    ({"INDEX_KEY": ""}, "HJEMMEBANE_INDEX_KEY has 0 bytes, not 32"),
    ({"INDEX_KEY": "00" * 32}, "HJEMMEBANE_INDEX_KEY can be guessed"),
    (
        {"INDEX_KEY": STRONG.hex()},
        "HJEMMEBANE_ACTOR_KEY and HJEMMEBANE_INDEX_KEY are the same",
    ),
    ({"SEALING_KEYS": "k1:" + "A" * 43}, "the key k1 in HJEMMEBANE_SEALING_KEYS can be guessed"),
    (
        {"SEALING_KEYS": ""},
        "HJEMMEBANE_SEALING_KEYS: each entry is id:key, the key 32 bytes in base64url",
    ),
    (
        {"SEALING_KEYS": "k1:AAEC"},
        "HJEMMEBANE_SEALING_KEYS: each entry is id:key, the key 32 bytes in base64url",
    ),
]


@pytest.mark.parametrize(("change", "problem"), SETTINGS)
def test_weak_secret_is_told(settings, change, problem):
    for name, value in {**PRODUCTION, **change}.items():
        setattr(settings, name, value)

    assert told(security.secrets()) == [problem]


def test_strong_secrets_have_no_problems(settings):
    for name, value in PRODUCTION.items():
        setattr(settings, name, value)

    assert list(security.secrets()) == []


@pytest.mark.parametrize(
    "name", ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"]
)
def test_cookie_in_the_clear_is_told_in_production(settings, name):
    for key, value in {**PRODUCTION, name: False}.items():
        setattr(settings, key, value)

    assert told(security.settings_in_production()) == [f"{name} is off"]


def test_debug_is_told_in_production(settings):
    for key, value in {**PRODUCTION, "DEBUG": True}.items():
        setattr(settings, key, value)

    assert told(security.settings_in_production()) == ["DEBUG is on"]


@pytest.mark.django_db
def test_demo_account_is_told_in_production(settings):
    with acting(OPERATIONS):
        open_login(
            username="demo",
            full_name="Demo",
            password="hjemmebane",
            is_demo=True,
            by=OPERATIONS,
            at=NOW,
        )
    assert list(security.demo()) == []

    settings.DEMO_ACCOUNTS_ALLOWED = False

    assert told(security.demo()) == ["1 demo accounts exist"]


def about_the_scanner():
    return [note for note in security.notices() if "CLAMAV" in note or "scanner" in note]


@pytest.mark.django_db
def test_missing_scanner_is_noticed_and_no_problem(settings):
    assert list(security.scanner()) == []
    assert about_the_scanner() == [
        "HJEMMEBANE_CLAMAV is not set: nobody can attach a file to a referral"
    ]


@pytest.mark.django_db
def test_scanner_that_is_away_is_noticed_and_no_problem(settings):
    settings.CLAMAV = "tcp:127.0.0.1:1"

    assert list(security.scanner()) == []
    assert about_the_scanner() == [
        "no virus scanner answers at tcp:127.0.0.1:1: files are refused until one does"
    ]


@pytest.mark.django_db
def test_missing_mail_server_is_noticed_and_no_problem(settings):
    settings.SENDS_EMAIL = False

    assert list(security.letters()) == []
    assert (
        "HJEMMEBANE_EMAIL_HOST is not set: invitations must be handed over by other ways"
        in list(security.notices())
    )


def test_letters_without_a_sender_are_told(settings):
    settings.DEFAULT_FROM_EMAIL = ""

    assert told(security.letters()) == [
        "HJEMMEBANE_EMAIL_HOST is set without HJEMMEBANE_EMAIL_FROM"
    ]


@pytest.mark.django_db
def test_scanner_that_answers_is_passed_over(settings):
    with fake_clamd() as settings.CLAMAV:
        assert about_the_scanner() == []


@pytest.mark.django_db
def test_address_of_a_scanner_that_cannot_be_read_is_told(settings):
    settings.CLAMAV = "localhost:3310"

    [problem] = security.scanner()
    assert problem.startswith("HJEMMEBANE_CLAMAV: 'localhost:3310' is neither")
    assert about_the_scanner() == []
