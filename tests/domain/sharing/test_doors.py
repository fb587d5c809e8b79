"""Keys that are given, used once and taken back; and a door that locks after wrong codes."""

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from django.db import ProgrammingError, connection, transaction

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.partners.actions import (
    add_organisation,
    add_person,
    change_employer,
    leave_partner,
)
from hjemmebane.domain.partners.choices import PartnerRefusal
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import (
    CITIZEN_LOGIN,
    INVITATION,
    accept_invitation,
    cancel_invitation,
    close_citizen_login,
    forget_failed_logins,
    invite_citizen,
    invite_partner,
    note_mailed,
    try_citizen_login,
    write_activity,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import Invitation
from hjemmebane.domain.sharing.queries import (
    citizen_login_of,
    free_login_name,
    invitation_code,
    is_locked_out,
    opened_citizens,
    partner_invitation,
    partner_of,
)
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import PASSWORD, employ
from tests.factories.sharing import CODE, hire, open_to

NEW_CODE = "739164"
MOST_TRIES = 10


def write_email(cast, email="lise@partner.example"):
    cast.lise.save_changes({"email": email}, version=cast.lise.version)


def ask_lise(cast, **changes):
    given = {"id": new_id(), "partner": cast.lise, "by": cast.ida.actor, "at": now()}
    return invite_partner(**given | changes)


def ask_kim(cast, **changes):
    given = {"id": new_id(), "citizen": cast.kim.citizen, "by": cast.ida.actor, "at": now()}
    return invite_citizen(**given | changes)


def come_in(invitation, password=PASSWORD, face=Face.PARTNER):
    with acting(INVITATION):
        return accept_invitation(
            code=invitation_code(invitation.pk),
            password=password,
            face=face,
            by=INVITATION,
            at=now(),
        )


def refused(call, *arguments, **named):
    with pytest.raises(Refused) as refusal:
        call(*arguments, **named)
    return refusal.value.reason


def log_in(name, pin=CODE):
    with acting(CITIZEN_LOGIN):
        return try_citizen_login(username=name, pin=pin, by=CITIZEN_LOGIN, at=now())


# ------------------------------------------------------------------ asking
def test_partner_without_email_is_not_asked(cast, as_ida):
    assert refused(ask_lise, cast) is SharingRefusal.NO_EMAIL


def test_partner_who_has_left_is_not_asked(cast, as_ida):
    write_email(cast)
    leave_partner(
        person=cast.lise, left_on=today(), version=cast.lise.version, by=cast.ida.actor, at=now()
    )

    assert refused(ask_lise, cast) is SharingRefusal.HAS_LEFT


def test_email_that_somebody_else_logs_in_with_is_refused(cast, as_ida):
    hire(cast.job_centre, "Per", cast.ida)
    write_email(cast, "per@partner.example")

    assert refused(ask_lise, cast) is SharingRefusal.EMAIL_IN_USE


def test_other_municipalities_ask_nobody_in(cast, as_ida):
    write_email(cast)
    with acting(OPERATIONS):
        stranger = employ("Sten", "Bostøtte")

    with acting(stranger.actor):
        assert refused(ask_lise, cast, by=stranger.actor) is PartnerRefusal.NOT_YOURS


def test_new_key_shuts_the_one_before(cast, as_ida):
    write_email(cast)
    first = ask_lise(cast)
    second = ask_lise(cast)

    assert partner_invitation(cast.lise.pk, at=now()) == second
    assert refused(come_in, first) is SharingRefusal.INVITATION_CLOSED
    assert come_in(second) == "lise@partner.example"


def test_letter_that_has_gone_is_remembered(cast, as_ida):
    write_email(cast)
    invitation, at = ask_lise(cast), now()

    note_mailed(invitation=invitation, by=cast.ida.actor, at=at)

    assert Invitation.objects.get(pk=invitation.pk).mailed_at == at


def test_used_key_cannot_be_taken_back(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast)
    come_in(invitation)
    used = Invitation.objects.get(pk=invitation.pk)

    reason = refused(
        cancel_invitation, invitation=used, version=used.version, by=cast.ida.actor, at=now()
    )

    assert reason is SharingRefusal.INVITATION_USED


# ------------------------------------------------------------------ using a key
def test_key_opens_once(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast)
    come_in(invitation)

    assert refused(come_in, invitation) is SharingRefusal.INVITATION_CLOSED


def test_key_that_was_taken_back_opens_nothing(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast)
    cancel_invitation(invitation=invitation, version=1, by=cast.ida.actor, at=now())

    assert refused(come_in, invitation) is SharingRefusal.INVITATION_CLOSED


def test_key_runs_out(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast, at=now() - dt.timedelta(days=14, minutes=1))

    assert refused(come_in, invitation) is SharingRefusal.INVITATION_CLOSED


def test_code_that_nobody_was_given_opens_nothing(db):
    with acting(INVITATION):
        reason = refused(
            accept_invitation,
            code="ACDE-FHJK-LMNP",
            password=PASSWORD,
            face=Face.PARTNER,
            by=INVITATION,
            at=now(),
        )

    assert reason is SharingRefusal.INVITATION_CLOSED


def test_partners_key_is_none_for_a_short_code(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast)

    reason = refused(come_in, invitation, password=CODE, face=Face.CITIZEN)

    assert reason is SharingRefusal.INVITATION_CLOSED


def test_key_of_somebody_who_has_left_since_opens_nothing(cast, as_ida):
    write_email(cast)
    invitation = ask_lise(cast)
    leave_partner(
        person=cast.lise, left_on=today(), version=cast.lise.version, by=cast.ida.actor, at=now()
    )

    assert refused(come_in, invitation) is SharingRefusal.INVITATION_CLOSED


@pytest.mark.parametrize(
    ("pin", "reason"),
    [("12345", SharingRefusal.PIN_TOO_SHORT), ("123456", SharingRefusal.PIN_TOO_EASY)],
)
def test_weak_code_is_refused_and_uses_no_key_up(cast, as_ida, pin, reason):
    invitation = ask_kim(cast)

    assert refused(come_in, invitation, pin, Face.CITIZEN) is reason
    assert come_in(invitation, CODE, Face.CITIZEN) == invitation.username


def test_name_that_a_citizen_logs_in_with_is_given_to_nobody_else(cast, as_ida):
    key = new_id()
    name = free_login_name(key)
    come_in(ask_kim(cast, username=name), CODE, Face.CITIZEN)

    assert free_login_name(key) != name


def test_key_opens_nothing_once_somebody_else_has_come_in_by_its_name(cast, as_ida):
    """Two at a partner with one e-mail between them: the later one is told to ask the team."""
    write_email(cast, "post@partner.example")
    waiting = ask_lise(cast)
    per = add_person(
        id=new_id(),
        organisation=cast.job_centre,
        name="Per",
        email="post@partner.example",
        by=cast.ida.actor,
        at=now(),
    )
    come_in(ask_lise(cast, partner=per))

    assert refused(come_in, waiting) is SharingRefusal.INVITATION_CLOSED


def test_partner_who_lost_both_gets_a_new_key_to_the_same_login(cast, lise):
    with acting(lise.actor):
        Authenticator.objects.create(user=lise.user, type="totp", data={"secret": "sealed"})
    with acting(cast.ida.actor):
        person = PartnerPerson.objects.select_related("user").get(pk=cast.lise.pk)
        invitation = ask_lise(cast, partner=person)

    assert come_in(invitation, "en-helt-anden-en") == lise.user.username
    assert User.objects.get(pk=lise.user.pk).check_password("en-helt-anden-en")
    with acting(lise.actor):
        assert not Authenticator.objects.exists()


def test_second_factor_is_its_owners_alone(cast, lise):
    with acting(lise.actor):
        Authenticator.objects.create(user=lise.user, type="totp", data={"secret": "sealed"})

    assert not Authenticator.objects.exists()
    with acting(cast.ida.actor):
        assert not Authenticator.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Authenticator.objects.create(user=lise.user, type="recovery_codes", data={})


# ------------------------------------------------------------------ the citizen's door
def test_name_and_code_open_the_citizens_door(kim):
    assert log_in(kim.user.username) == kim.user


def test_name_that_was_given_opens_the_citizens_door(cast):
    with acting(cast.ida.actor):
        invitation = ask_kim(cast, username="kim1")
    come_in(invitation, CODE, Face.CITIZEN)

    assert log_in(" Kim1 ") == User.objects.get(username="kim1")


@pytest.mark.parametrize("pin", ["482914", "", "x" * 100])
def test_wrong_code_opens_nothing(kim, pin):
    assert log_in(kim.user.username, pin) is SharingRefusal.WRONG_LOGIN


@pytest.mark.parametrize("name", ["birk-kano-11", "ida", "", "'; DROP TABLE"])
def test_name_of_no_citizen_opens_nothing(cast, name):
    assert log_in(name, PASSWORD) is SharingRefusal.WRONG_LOGIN


def test_door_locks_after_wrong_codes_and_opens_with_a_new_key(cast, kim):
    name = kim.user.username
    assert {log_in(name, "999888") for _ in range(MOST_TRIES)} == {SharingRefusal.WRONG_LOGIN}
    assert log_in(name) is SharingRefusal.LOCKED_OUT

    with acting(cast.ida.actor):
        assert is_locked_out(cast.kim.citizen.pk)
        invitation = ask_kim(cast)
    come_in(invitation, NEW_CODE, Face.CITIZEN)

    assert log_in(name, NEW_CODE) == kim.user
    with acting(cast.ida.actor):
        assert not is_locked_out(cast.kim.citizen.pk)


def test_name_of_nobody_locks_in_the_same_way(db):
    tried = [log_in("birk-kano-11", "999888") for _ in range(MOST_TRIES + 1)]

    assert tried == [SharingRefusal.WRONG_LOGIN] * MOST_TRIES + [SharingRefusal.LOCKED_OUT]


def test_who_comes_in_begins_anew(kim):
    name = kim.user.username
    for _ in range(MOST_TRIES - 1):
        log_in(name, "999888")
    assert log_in(name) == kim.user
    with acting(kim.actor):
        forget_failed_logins(by=kim.actor, at=now())

    assert {log_in(name, "999888") for _ in range(MOST_TRIES)} == {SharingRefusal.WRONG_LOGIN}


def test_nobody_else_begins_anew_for_the_citizen(cast, kim):
    for _ in range(MOST_TRIES):
        log_in(kim.user.username, "999888")
    with acting(cast.ida.actor):
        forget_failed_logins(by=cast.ida.actor, at=now())

    assert log_in(kim.user.username) is SharingRefusal.LOCKED_OUT


@pytest.mark.parametrize(
    "statement",
    [
        "TABLE guard.failed_login",
        "DELETE FROM guard.failed_login",
        "UPDATE guard.failed_login SET failures = 0",
    ],
)
def test_web_process_cannot_reach_the_count(db, statement):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_lost_telephone_shuts_the_door_and_its_keys(cast, kim):
    with acting(cast.ida.actor):
        waiting = ask_kim(cast)
        close_citizen_login(citizen=cast.kim.citizen, by=cast.ida.actor, at=now())
        assert not citizen_login_of(cast.kim.citizen.pk).user.is_active

    assert log_in(kim.user.username) is SharingRefusal.WRONG_LOGIN
    assert refused(come_in, waiting, CODE, Face.CITIZEN) is SharingRefusal.INVITATION_CLOSED


def test_door_that_is_not_open_cannot_be_shut(cast, as_ida):
    reason = refused(close_citizen_login, citizen=cast.kim.citizen, by=cast.ida.actor, at=now())

    assert reason is SharingRefusal.NO_LOGIN


def test_another_team_shuts_nothing(cast, kim):
    with acting(cast.omar.actor):
        reason = refused(
            close_citizen_login, citizen=cast.kim.citizen, by=cast.omar.actor, at=now()
        )

    assert reason is SharingRefusal.NO_LOGIN
    assert User.objects.get(pk=kim.user.pk).is_active


# ------------------------------------------------------------------ leaving
def test_partner_who_leaves_reads_nothing_from_that_day(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(lise.actor):
        assert opened_citizens()

    with acting(cast.ida.actor):
        leave_partner(
            person=lise.person,
            left_on=today(),
            version=lise.person.version,
            by=cast.ida.actor,
            at=now(),
        )

    with acting(lise.actor):
        assert opened_citizens() == []


@pytest.mark.parametrize("named", [False, True])
def test_new_employer_opens_nothing_of_the_old(cast, lise, named):
    """Neither what the old place was allowed nor what was allowed them by name there."""
    open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise if named else None)
    with acting(cast.ida.actor):
        shelter = hire_at_shelter(cast)
        moved = move(cast, lise, shelter.person.organisation)

    with acting(lise.actor):
        assert partner_of(lise.actor).pk == moved.pk
        assert opened_citizens() == []
        assert not Consent.objects.exists()


def test_what_was_written_stays_with_the_old_place(cast, lise):
    """The new place, open to the same citizen, does not read it; the old colleagues do."""
    open_to(cast.job_centre, cast.kim, cast.ida)
    per = hire(cast.job_centre, "Per", cast.ida)
    with acting(lise.actor):
        written = write_activity(
            id=new_id(),
            course_id=cast.kim.course.pk,
            goal=cast.kim.goal,
            values={"what": "Lise ringer"},
            by=lise.actor,
            at=now(),
        )
    with acting(cast.ida.actor):
        eva = hire_at_shelter(cast)
        move(cast, lise, eva.person.organisation)
    open_to(eva.person.organisation, cast.kim, cast.ida, scope=["APPOINTMENTS"], goals=[])

    for reader, sees in ((per, True), (eva, False), (lise, False)):
        with acting(reader.actor):
            assert PlanActivity.objects.filter(pk=written.pk).exists() is sees


def hire_at_shelter(cast):
    shelter = add_organisation(
        id=new_id(),
        municipality=cast.municipality,
        kind="SHELTER",
        name="Herberget",
        by=cast.ida.actor,
        at=now(),
    )
    return hire(shelter, "Eva", cast.ida)


def move(cast, partner, organisation):
    return change_employer(
        id=new_id(),
        person=partner.person,
        organisation=organisation,
        email="lise@herberg.example",
        version=partner.person.version,
        by=cast.ida.actor,
        at=now(),
    )
