"""What a stranger may do with nothing but a form and a code, and what they may never."""

import pytest
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, connection, connections, transaction

from hjemmebane.domain.citizens.choices import CprRefusal
from hjemmebane.domain.courses.actions import (
    PUBLIC_REFERRAL,
    AttachedFile,
    answer_referral,
    ask_referrer,
)
from hjemmebane.domain.courses.choices import IntakeRefusal, ReferralStatus
from hjemmebane.domain.courses.models import Referral, ReferralAttachment
from hjemmebane.domain.courses.queries import (
    ToldReferrer,
    attachment_content,
    cpr_of_referral,
    receiving_teams,
    told_referrer,
)
from hjemmebane.faces.operations.security import guarded_tables
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import RecordRefusal
from tests.factories.cast import KIMS_CPR, NOW, gather
from tests.factories.history import changes_by
from tests.factories.referrals import RIE, refer
from tests.factories.whole_record import fill

LETTER = AttachedFile("brev.pdf", "application/pdf", b"%PDF-1.7 brev")
QUESTION = "Hvornår træffer man bedst Kim?"


def referrals(cast, by):
    with acting(by.actor):
        return list(Referral.objects.all())


def asked(cast):
    """A code whose referral has been asked about."""
    code = refer(cast.team_one)
    with acting(cast.ida.actor):
        ask_referrer(
            referral=Referral.objects.get(),
            question=QUESTION,
            version=1,
            by=cast.ida.actor,
            at=NOW,
        )
    return code


def told(code):
    with acting(PUBLIC_REFERRAL):
        return told_referrer(code)


def answer(code, text="Om formiddagen"):
    with acting(PUBLIC_REFERRAL):
        answer_referral(code=code, answer=text, by=PUBLIC_REFERRAL, at=NOW)


def test_referral_reaches_its_team_and_no_other(cast):
    refer(cast.team_one, cpr=KIMS_CPR, attachments=[LETTER], wishes="En have")

    [referral] = referrals(cast, cast.ida)
    assert (referral.citizen_name, referral.wishes) == ("Kim Kanin", "En have")
    assert (referral.status, referral.received_at) == (ReferralStatus.RECEIVED, NOW)
    assert referrals(cast, cast.omar) == []
    assert referrals(cast, cast.mette) == []
    with acting(cast.ida.actor):
        assert cpr_of_referral(referral) == KIMS_CPR.replace("-", "")
        file = ReferralAttachment.objects.get()
        assert attachment_content(file) == LETTER.content
        assert LETTER.content not in bytes(file.content_sealed)


def test_referral_is_in_the_history_under_its_verb(committed_db):
    """Of nobody's case yet, so only the owner of the database reads it."""
    cast = gather()
    refer(cast.team_one, attachments=[LETTER])

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT operation, table_name FROM audit_change"
            " WHERE actor = %s AND verb = 'courses.send_referral' ORDER BY id",
            [PUBLIC_REFERRAL.key],
        )
        assert cursor.fetchall() == [
            ("INSERT", "courses_referral"),
            ("INSERT", "courses_referralattachment"),
        ]
    with acting(cast.ida.actor):
        assert changes_by(PUBLIC_REFERRAL, "courses.send_referral") == []


def test_code_tells_status_day_team_and_nothing_else(cast):
    code = refer(cast.team_one)

    assert told(code) == ToldReferrer(
        status=ReferralStatus.RECEIVED,
        received_on=day_of(NOW),
        team="Team et",
        question="",
        answered=False,
    )
    assert told(code.lower().replace("-", " ")) == told(code)
    assert told("ACDE-FHJK-LMNP") is None
    assert told("") is None


@pytest.mark.parametrize("somebody", ["ida", "omar", "mette"])
def test_code_tells_nothing_to_a_person(cast, somebody):
    code = refer(cast.team_one)

    with acting(getattr(cast, somebody).actor):
        assert told_referrer(code) is None


def test_form_that_comes_twice_is_one_referral(cast):
    key = new_id()
    code = refer(cast.team_one, key=key, attachments=[LETTER])

    with pytest.raises(Refused) as refused:
        refer(cast.team_one, key=key, attachments=[LETTER])

    assert refused.value.reason == RecordRefusal.ID_TAKEN
    assert len(referrals(cast, cast.ida)) == 1
    assert told(code).status == ReferralStatus.RECEIVED


@pytest.mark.parametrize(
    ("cpr", "reason"),
    [("070761", CprRefusal.FORMAT), ("990161-4285", CprRefusal.DATE)],
)
def test_malformed_cpr_is_refused_and_writes_nothing(cast, cpr, reason):
    with pytest.raises(Refused) as refused:
        refer(cast.team_one, cpr=cpr)

    assert (refused.value.reason, refused.value.field) == (reason, "cpr")
    assert referrals(cast, cast.ida) == []


def test_team_that_is_not_there_is_refused(cast):
    with pytest.raises(Refused) as refused:
        refer(new_id())

    assert (refused.value.reason, refused.value.field) == (IntakeRefusal.UNKNOWN_TEAM, "team")


def test_somebody_who_cannot_be_reached_is_refused(cast):
    with pytest.raises(Refused) as refused:
        refer(cast.team_one, referrer_phone=" ")

    assert refused.value.reason == IntakeRefusal.UNREACHABLE
    refer(cast.team_one, referrer_phone="", referrer_email="rie@eksempel.dk")


def test_too_long_a_text_undoes_all_of_it(cast):
    with pytest.raises(ValidationError, match="10000"):
        refer(cast.team_one, wishes="æ" * 10_001)

    assert referrals(cast, cast.ida) == []


def test_attachment_that_cannot_be_kept_undoes_the_referral(cast):
    with pytest.raises(ValidationError):
        refer(cast.team_one, attachments=[AttachedFile("æ" * 121, "application/pdf", b"%PDF")])

    assert referrals(cast, cast.ida) == []


def test_question_is_told_and_answered_once(cast):
    code = asked(cast)
    assert told(code).question == QUESTION

    answer(code, "  Om formiddagen ")

    assert told(code).answered
    [referral] = referrals(cast, cast.ida)
    assert (referral.answer, referral.answered_at) == ("Om formiddagen", NOW)
    with pytest.raises(Refused) as refused:
        answer(code, "Nej, om aftenen")
    assert refused.value.reason == IntakeRefusal.ALREADY_ANSWERED
    assert referrals(cast, cast.ida)[0].answer == "Om formiddagen"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", IntakeRefusal.ANSWER_EMPTY), (" \n", IntakeRefusal.ANSWER_EMPTY)],
)
def test_empty_answer_is_refused(cast, text, reason):
    code = asked(cast)
    with pytest.raises(Refused) as refused:
        answer(code, text)
    assert refused.value.reason == reason


def test_answer_without_a_question_or_a_code_is_refused(cast):
    code = refer(cast.team_one)
    for given, reason in (
        (code, IntakeRefusal.NOTHING_ASKED),
        ("AAAA", IntakeRefusal.UNKNOWN_CODE),
    ):
        with pytest.raises(Refused) as refused:
            answer(given)
        assert refused.value.reason == reason


def test_anybody_is_told_which_teams_there_are(cast):
    with acting(PUBLIC_REFERRAL):
        assert [(team.name, team.municipality) for team in receiving_teams()] == [
            ("Team et", "Aabenby"),
            ("Team to", "Aabenby"),
        ]


@pytest.fixture
def full(cast):
    """A row in every table that is guarded, referrals among them."""
    with acting(cast.ida.actor):
        fill(cast, cast.kim, cast.ida)
    refer(cast.team_one, attachments=[LETTER], details=RIE)
    return cast


def attempt(statement):
    """What SQL gets done as the public form: a number of rows, or None when it is refused."""
    try:
        with acting(PUBLIC_REFERRAL), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
            return len(cursor.fetchall()) if cursor.description else cursor.rowcount
    except ProgrammingError:
        return None


def test_public_form_reads_no_row_but_logins_which_everybody_must(full):
    statements = {table: f"SELECT 1 FROM {table} LIMIT 3" for table in guarded_tables()}  # noqa: S608 -- our own tables

    read = {table for table, statement in statements.items() if attempt(statement)}
    assert read == {"accounts_user"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {} SET id = id WHERE true",
        "UPDATE {} SET id = DEFAULT",  # looks at no column, so no SELECT policy is asked
        "DELETE FROM {}",
        "DELETE FROM {} WHERE true",
    ],
)
def test_public_form_changes_and_deletes_no_row(full, statement):
    touched = {table for table in guarded_tables() if attempt(statement.format(table))}

    assert touched == set()


def test_public_form_rewrites_no_referral_without_looking(full):
    assert not attempt("UPDATE courses_referral SET answer = 'Overskrevet'")

    assert {referral.answer for referral in referrals(full, full.ida)} == {""}
