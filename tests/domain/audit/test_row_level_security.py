"""Who sees what, asked of every guarded table as the web process' own role.

The tables are found in the models, so a new one is asked too, and must have rows to hide.
"""

import datetime as dt
import time

import pytest
from django.apps import apps
from django.db import connection

from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.foundation.accounts.actions import open_login
from hjemmebane.foundation.actors import OPERATIONS, SETTING, Actor, acting, sign
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import HIRED_ON, NOW, PASSWORD
from tests.factories.whole_record import fill

# Read before anybody acts; who may write it is in tests/foundation/test_accounts.py.
LOGINS = "accounts_user"
# Read by the one partner they are about; asked in tests/domain/sharing/test_notices.py and
# test_news_letters.py.
NOTICES = {"sharing_notice", "sharing_mailchoice"}
# The words of questionnaires, about nobody; asked in tests/domain/measurements/test_wordings.py.
WORDS = "measurements_wordingimport"
# Figures for who answers for a team, of nobody; asked in tests/domain/evaluation/test_actions.py.
REPORTS = "evaluation_evaluationreport"
# A municipality's calculations, about nobody; asked in tests/domain/economics/test_actions.py.
CALCULATIONS = "economics"
GUARDED = {
    model._meta.db_table: model
    for model in apps.get_models()
    if hasattr(model, "guard")
    and model._meta.db_table not in {LOGINS, WORDS, REPORTS, *NOTICES}
    and model._meta.app_label != CALCULATIONS
}
# Shared by all staff: who works where, and whom to call at a partner.
SHARED = {name for name, model in GUARDED.items() if model._meta.app_label in {"teams", "partners"}}
# About one of the staff; who besides them sees it is tested with the room.
ABOUT_STAFF = {"teams_absence"}
# Each login's own, and they name no citizen; asked in tests/faces/staff/field.
OF_ONE_LOGIN = {
    "field_fielddevice",
    "field_fieldreceipt",
    "field_fieldupload",
    "field_fielduploadpart",
}
ABOUT_CITIZENS = set(GUARDED) - SHARED - OF_ONE_LOGIN
# They name no citizen; those who manage the team see them too.
OF_MANAGERS = {
    "fidelity_dactsrating",
    "fidelity_dactssheet",
    "fidelity_preconditionjudgement",
    "meetings_steeringgroupmeeting",
    "meetings_steeringattendance",
    "meetings_steeringpoint",
}


@pytest.fixture
def house(cast):
    """Kim's and Noor's records, whole; nobody acts."""
    for case, by in ((cast.kim, cast.ida), (cast.noor, cast.omar)):
        with acting(by.actor):
            fill(cast, case, by)
    return cast


def rows_seen() -> dict[str, int]:
    """How many rows of each guarded table the database shows now."""
    seen = {}
    with connection.cursor() as cursor:
        for table in GUARDED:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 -- names of our tables
            seen[table] = cursor.fetchone()[0]
    return seen


def tables_seen() -> set[str]:
    """The guarded tables that show at least one row now."""
    return {table for table, count in rows_seen().items() if count}


def courses_seen(table: str) -> set[object]:
    """Whose rows of a table the database shows now: courses and citizens, or teams before those."""
    guard = GUARDED[table].guard
    columns = [name for name in (guard.course, guard.citizen) if name]
    if any(field.attname == "team_id" for field in GUARDED[table]._meta.fields):
        columns.append("team_id")
    if table == "sharing_mood":
        columns = ["course_id"]  # its history is nobody's, so its guard names no course
    if table == "audit_change":
        columns = ["course_id", "citizen_id"]
    if table == "audit_access":
        columns = ["citizen_id"]
    return {
        value
        for row in GUARDED[table].objects.values_list(*columns)
        for value in row
        if value is not None
    }


def present(token: str) -> None:
    """Hand the database a token, as whoever could speak SQL might."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, token])


def in_five_minutes() -> int:
    return int(time.time()) + 300


def test_there_are_tables_to_ask():
    assert len(ABOUT_CITIZENS) > 25
    assert len(SHARED - ABOUT_STAFF) == 17


def test_every_table_has_rows_for_the_own_team(house):
    with acting(house.ida.actor):
        assert tables_seen() == set(GUARDED)


def test_each_team_sees_its_own_citizens_and_nobody_else(house):
    for case, by in ((house.kim, house.ida), (house.noor, house.omar)):
        own = {case.course.pk, case.citizen.pk, case.course.team_id}
        with acting(by.actor):
            strangers = {table: courses_seen(table) - own for table in ABOUT_CITIZENS}
            empty = {table for table in ABOUT_CITIZENS if not courses_seen(table)}
        assert {table: seen for table, seen in strangers.items() if seen} == {}
        assert empty == set()


def forged(actor: Actor) -> str:
    head, _, signature = sign(actor, expires=in_five_minutes()).rpartition("|")
    return f"{head}|{'0' if signature[0] != '0' else '1'}{signature[1:]}"


def expired(actor: Actor) -> str:
    return sign(actor, expires=int(time.time()) - 1)


def extended(actor: Actor) -> str:
    """An expired token whose expiry was pushed into the future."""
    key, _, signature = expired(actor).split("|")
    return f"{key}|{in_five_minutes()}|{signature}"


def renamed(actor: Actor) -> str:
    """A good token of somebody else, with Ida's name on it."""
    _, expires, signature = sign(Actor.person(new_id()), expires=in_five_minutes()).split("|")
    return f"{actor.key}|{expires}|{signature}"


def truncated(actor: Actor) -> str:
    return sign(actor, expires=in_five_minutes())[:-1]


def without_signature(actor: Actor) -> str:
    return f"{actor.key}|{in_five_minutes()}|"


def without_key(actor: Actor) -> str:
    return sign(actor, expires=in_five_minutes()).split("|", 1)[1]


def with_a_tail(actor: Actor) -> str:
    return sign(actor, expires=in_five_minutes()) + "|"


def plain_key(actor: Actor) -> str:
    return actor.key


def plain_id(actor: Actor) -> str:
    return str(actor.user_id)


def nothing(actor: Actor) -> str:
    return ""


def unknown(actor: Actor) -> str:
    return sign(Actor.person(new_id()), expires=in_five_minutes())


def no_uuid(actor: Actor) -> str:
    return sign(Actor("user:abc"), expires=in_five_minutes())


def nearly_a_uuid(actor: Actor) -> str:
    return sign(Actor(f"{actor.key}\n"), expires=in_five_minutes())


def unknown_job(actor: Actor) -> str:
    return sign(Actor("job:nothing"), expires=in_five_minutes())


BAD_TOKENS = [
    forged,
    expired,
    extended,
    renamed,
    truncated,
    without_signature,
    without_key,
    with_a_tail,
    plain_key,
    plain_id,
    nothing,
    unknown,
    no_uuid,
    nearly_a_uuid,
    unknown_job,
]


def test_bad_token_shows_no_row_of_any_table(house):
    for make in BAD_TOKENS:
        present(make(house.ida.actor))
        assert (make.__name__, tables_seen()) == (make.__name__, set())


def test_token_of_another_key_shows_no_row(house, settings):
    settings.ACTOR_KEY = "c3" * 32
    present(sign(house.ida.actor, expires=in_five_minutes()))

    assert tables_seen() == set()


def test_no_token_at_all_shows_no_row(house):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, NULL, true)", [SETTING])

    assert tables_seen() == set()


def test_good_token_is_believed(house):
    """The same way of asking finds rows when the token is good, so the tests above can fail."""
    present(sign(house.ida.actor, expires=in_five_minutes()))

    assert tables_seen() == set(GUARDED)


def test_who_works_in_no_team_sees_no_citizen(house):
    with acting(OPERATIONS):
        stranger = open_login(
            username="ude", full_name="Ude", password=PASSWORD, by=OPERATIONS, at=NOW
        )
        outside = {
            "manager": house.mette.actor,
            "operations": OPERATIONS,
            "login only": stranger.actor,
            "left": _moved(house.ida, until_on=HIRED_ON),
            "not yet": _moved(house.omar, from_on=dt.date(2999, 1, 1)),
        }

    for who, actor in outside.items():
        with acting(actor):
            own = OF_MANAGERS if who == "manager" else set()
            assert (who, tables_seen() & ABOUT_CITIZENS) == (who, own)


def _moved(employee, **period):
    membership = TeamMembership.objects.get(staff_member=employee.staff_member)
    membership.save_changes(period, version=membership.version)
    return employee.actor


def test_history_and_access_log_stay_with_the_team(house):
    with acting(house.ida.actor):
        changes = Change.objects.filter(table_name="plans_wish", operation="INSERT").count()
        assert changes == 2
        assert Access.objects.count() == 1
    with acting(house.mette.actor):
        assert (Change.objects.count(), Access.objects.count()) == (0, 0)
