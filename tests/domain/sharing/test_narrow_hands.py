"""What somebody from outside may write into a row of theirs, as the web process' own role."""

import pytest
from django.db import ProgrammingError, connection, transaction

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import (
    make_own_appointment,
    suggest,
    write_activity,
    write_to_team,
)
from hjemmebane.domain.sharing.choices import SuggestionKind
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import add_to_plan
from tests.factories.sharing import hire, open_to, tomorrow


def tell(actor: Actor, sql: str, *values: object) -> int:
    """How many rows a statement touched."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


def is_refused(actor: Actor, sql: str, *values: object) -> bool:
    try:
        with transaction.atomic():
            return tell(actor, sql, *values) == 0
    except ProgrammingError:
        return True


@pytest.fixture
def consent(cast):
    return open_to(cast.job_centre, cast.kim, cast.ida)


@pytest.fixture
def activity(cast, lise, consent):
    with acting(lise.actor):
        return write_activity(
            id=new_id(),
            course_id=cast.kim.course.pk,
            goal=cast.kim.goal,
            values={"what": "Ringer om praktik"},
            by=lise.actor,
            at=now(),
        )


def test_partner_moves_an_activity_nowhere_and_signs_for_nobody(cast, lise, activity):
    with acting(cast.ida.actor):
        shut = add_to_plan(cast.kim.plan, cast.ida, ItemKind.GOAL, text="Lukket", wishes=[])
    where = "UPDATE plans_planactivity SET {} = %s WHERE id = %s"
    for column, value in (
        ("goal_id", shut.pk),
        ("goal_id", cast.noor.goal.pk),
        ("plan_id", cast.noor.plan.pk),
        ("course_id", cast.noor.course.pk),
        ("sub_goal_id", cast.noor.first_step.pk),
        ("recorded_by_id", cast.ida.user.pk),
        ("recorded_at", now()),
    ):
        assert is_refused(lise.actor, where.format(column), value, activity.pk), column
    assert tell(lise.actor, where.format("what"), "Ringer igen", activity.pk) == 1


def test_partner_writes_under_no_other_name(cast, lise, activity):
    for table in ("plans_planactivity", "contacts_message", "sharing_partnerappointment"):
        with acting(lise.actor):
            written = {
                "plans_planactivity": lambda: activity,
                "contacts_message": lambda: write_to_team(
                    id=new_id(), activity=activity, text="Hej", by=lise.actor, at=now()
                ),
                "sharing_partnerappointment": lambda: make_own_appointment(
                    id=new_id(),
                    course_id=cast.kim.course.pk,
                    values={"what": "Samtale", "starts_at": tomorrow()},
                    by=lise.actor,
                    at=now(),
                ),
            }[table]()
        names = [field.column for field in written._meta.concrete_fields]
        given = [column for column in names if column not in {"id", "recorded_by_id"}]
        columns = ", ".join(given)
        copy = (
            f"INSERT INTO {table} (id, recorded_by_id, {columns})"  # noqa: S608 -- names of our own
            f" SELECT %s, %s, {columns} FROM {table} WHERE id = %s"
        )
        assert is_refused(lise.actor, copy, new_id(), cast.ida.user.pk, written.pk), table
        assert tell(lise.actor, copy, new_id(), lise.user.pk, written.pk) == 1, table


def test_partner_moves_no_appointment_to_another_time(cast, lise, consent):
    with acting(lise.actor):
        appointment = make_own_appointment(
            id=new_id(),
            course_id=cast.kim.course.pk,
            values={"what": "Samtale", "starts_at": tomorrow()},
            by=lise.actor,
            at=now(),
        )
    where = "UPDATE sharing_partnerappointment SET {} = {} WHERE id = %s"
    for column, value in (("course_id", "course_id"), ("what", "'Andet'"), ("starts_at", "now()")):
        assert is_refused(lise.actor, where.format(column, value), appointment.pk), column


def test_citizen_reaches_a_step_and_rewrites_none(cast, kim):
    together = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    where = "UPDATE plans_subgoal SET {} = %s WHERE id = %s"
    for actor in (kim.actor, together):
        for column, value in (("text", "Noget andet"), ("goal_id", cast.noor.goal.pk)):
            assert is_refused(actor, where.format(column), value, cast.kim.first_step.pk), column
    reach = "UPDATE plans_subgoal SET status = 'REACHED', settled_on = current_date WHERE id = %s"
    assert tell(kim.actor, reach, cast.kim.first_step.pk) == 1


def test_citizen_answers_nothing_for_the_team(cast, kim):
    with acting(kim.actor):
        suggestion = suggest(
            id=new_id(),
            course=cast.kim.course,
            kind=SuggestionKind.CALL_ME,
            text="",
            by=kim.actor,
            at=now(),
        )
    copy = (
        "INSERT INTO sharing_suggestion (id, version, recorded_at, kind, text, status, answer,"
        " course_id, recorded_by_id) SELECT %s, 1, now(), kind, text, status, %s, course_id,"
        " recorded_by_id FROM sharing_suggestion WHERE id = %s"
    )
    assert is_refused(kim.actor, copy, new_id(), "Ja, vi køber en hund", suggestion.pk)
    assert tell(kim.actor, copy, new_id(), "", suggestion.pk) == 1


@pytest.mark.parametrize("who", ["team", "citizen", "device"])
def test_consent_is_not_rewritten_and_what_was_taken_back_stays_so(cast, kim, consent, who):
    actor = {
        "team": cast.ida.actor,
        "citizen": kim.actor,
        "device": Actor.together(cast.ida.user.pk, cast.kim.citizen.pk),
    }[who]
    where = "UPDATE consents_consent SET {} WHERE id = %s"
    for change in ("until_on = NULL", "scope = '{GOALS,AGREEMENTS}'", "person_id = NULL"):
        assert is_refused(actor, where.format(change), consent.pk), change
    with acting(cast.ida.actor):
        withdraw_consent(consent=consent, version=consent.version, by=cast.ida.actor, at=now())
    opened = "withdrawn_at = NULL, withdrawn_by_id = NULL"
    assert is_refused(actor, where.format(opened), consent.pk)


def test_nobody_writes_a_login_into_a_row(cast, lise, consent):
    """With it somebody would read as a partner, or choose a password in another's place."""
    per = hire(cast.job_centre, "Per", cast.ida)
    where = "UPDATE partners_partnerperson SET {} = %s WHERE id = %s"
    for actor in (cast.omar.actor, cast.ida.actor, cast.mette.actor, lise.actor):
        for login in (cast.omar.user.pk, cast.bo.user.pk, per.user.pk, None):
            assert is_refused(actor, where.format("user_id"), login, lise.person.pk)
        assert is_refused(actor, where.format("organisation_id"), cast.job_centre.pk, per.person.pk)
        assert is_refused(
            actor,
            "INSERT INTO partners_partnerperson (id, version, organisation_id, name, role, phone,"
            " email, is_resource, user_id) VALUES (%s, 1, %s, 'Ib', '', '', '', false, %s)",
            new_id(),
            cast.job_centre.pk,
            cast.omar.user.pk,
        )
