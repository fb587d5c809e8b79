"""What waits for a partner is told of, and a letter is due once a day at most."""

import datetime as dt

import pytest
from django.db import ProgrammingError, connection

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.meetings.actions import cancel_network_meeting, change_network_meeting
from hjemmebane.domain.partners.actions import leave_partner
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import (
    NEWS_LETTERS,
    answer_network_meeting,
    choose_letters,
    give_back_news_letter,
    see_messages,
    see_notices,
    take_news_letter,
    write_activity,
    write_to_partner,
)
from hjemmebane.domain.sharing.choices import NoticeKind, SharingRefusal
from hjemmebane.domain.sharing.models import MailChoice, Notice
from hjemmebane.domain.sharing.queries import (
    network_meetings_to_come,
    partners_to_write_to,
    wants_letters,
)
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from tests.factories.network_meetings import call, invite
from tests.factories.sharing import hire, open_to, tomorrow

MESSAGE, INVITED, MEETING = NoticeKind.MESSAGE, NoticeKind.INVITED, NoticeKind.MEETING
LISES = "lise@partner.example"


@pytest.fixture
def consent(cast, lise):
    """Kim opens everything to the job centre; that much Lise has seen."""
    given = open_to(cast.job_centre, cast.kim, cast.ida)
    told(lise)
    return given


def told(partner):
    """What waits for a partner, who sees it now."""
    with acting(partner.actor):
        rows = list(Notice.objects.filter(seen_at__isnull=True))
        see_notices(keys=[row.pk for row in rows], by=partner.actor, at=now())
    return sorted(row.kind for row in rows)


def waiting(partner):
    with acting(partner.actor):
        return sorted(Notice.objects.filter(seen_at__isnull=True).values_list("kind", flat=True))


def their_activity(cast, partner):
    with acting(partner.actor):
        return write_activity(
            id=new_id(),
            course_id=cast.kim.course.pk,
            goal=cast.kim.goal,
            values={"what": "Jobsamtale"},
            by=partner.actor,
            at=now(),
        )


def write(cast, activity, partner):
    with acting(cast.ida.actor):
        activity = PlanActivity.objects.select_related("course").get(pk=activity.pk)
        return write_to_partner(
            id=new_id(),
            activity=activity,
            partner=partner.person,
            text="Hvordan går det?",
            by=cast.ida.actor,
            at=now(),
        )


def ask(cast, partner, starts_at=None):
    with acting(cast.ida.actor):
        meeting = call(cast.kim, cast.ida, starts_at=starts_at or tomorrow())
        invite(meeting, cast.ida, "PARTNER", partner.person, at=now())
    return meeting


def take(person):
    with acting(NEWS_LETTERS):
        return take_news_letter(person_id=person.pk, by=NEWS_LETTERS, at=now())


def due():
    with acting(NEWS_LETTERS):
        return partners_to_write_to()


def choose(partner, *, is_wanted):
    with acting(partner.actor):
        choose_letters(is_wanted=is_wanted, by=partner.actor, at=now())


# ------------------------------------------------------------------ what waits
def test_message_from_the_team_waits_until_it_is_read(cast, lise, consent):
    activity = their_activity(cast, lise)
    write(cast, activity, lise)
    write(cast, activity, lise)
    assert waiting(lise) == [MESSAGE, MESSAGE]

    with acting(lise.actor):
        see_messages(activity=activity, by=lise.actor, at=now())

    assert waiting(lise) == []
    with acting(lise.actor):
        assert Message.objects.filter(seen_at__isnull=True).count() == 0


def test_message_that_is_read_leaves_another_waiting(cast, lise, consent):
    first, second = their_activity(cast, lise), their_activity(cast, lise)
    write(cast, first, lise)
    write(cast, second, lise)

    with acting(lise.actor):
        see_messages(activity=first, by=lise.actor, at=now())

    assert waiting(lise) == [MESSAGE, MESSAGE]


def test_invitation_waits_until_it_is_answered(cast, lise, consent):
    ask(cast, lise)
    assert waiting(lise) == [INVITED]

    with acting(lise.actor):
        (asked,) = network_meetings_to_come()
        answer_network_meeting(
            invitation_id=asked.invitation_id, comes=True, by=lise.actor, at=now()
        )

    assert waiting(lise) == []


def test_meeting_that_is_moved_or_called_off_is_told(cast, lise, consent):
    meeting = ask(cast, lise)
    told(lise)
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        meeting = change_network_meeting(
            meeting=meeting,
            wish=meeting.wish,
            starts_at=meeting.starts_at + dt.timedelta(days=1),
            place=meeting.place,
            version=meeting.version,
            **who,
        )
    assert told(lise) == [MEETING]

    with acting(cast.ida.actor):
        cancel_network_meeting(meeting=meeting, reason="Sygdom", version=meeting.version, **who)
    assert told(lise) == [MEETING]


def test_meeting_that_has_been_is_no_news(cast, lise, consent):
    ask(cast, lise, tomorrow() - dt.timedelta(days=9))

    assert waiting(lise) == []


def test_meeting_behind_a_shut_door_is_not_told(cast, lise, consent):
    meeting = ask(cast, lise)
    with acting(cast.ida.actor):
        who = {"by": cast.ida.actor, "at": now()}
        withdraw_consent(consent=consent, version=consent.version, **who)
        told(lise)
        cancel_network_meeting(meeting=meeting, reason="Sygdom", version=meeting.version, **who)

    assert waiting(lise) == []


# ------------------------------------------------------------------ the letter
def test_letter_is_due_until_it_is_taken(cast, lise):
    assert due() == []
    open_to(cast.job_centre, cast.kim, cast.ida)
    assert due() == [lise.person.pk]

    assert take(lise.person) == LISES

    assert due() == []
    assert take(lise.person) == ""


def test_what_comes_later_the_same_day_waits_for_another_day(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    take(lise.person)

    open_to(cast.job_centre, cast.kim, cast.ida)

    assert (due(), take(lise.person)) == ([], "")


def test_letter_that_did_not_go_is_due_again(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    take(lise.person)
    with acting(NEWS_LETTERS):
        give_back_news_letter(person_id=lise.person.pk, by=NEWS_LETTERS, at=now())

    assert due() == [lise.person.pk]
    assert take(lise.person) == LISES


def test_what_was_seen_needs_no_letter(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    told(lise)

    assert (due(), take(lise.person)) == ([], "")


def test_who_has_left_or_is_shut_out_gets_none(cast, lise):
    per = hire(cast.job_centre, "Per", cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(cast.ida.actor):
        leave_partner(
            person=lise.person,
            left_on=today(),
            version=lise.person.version,
            by=cast.ida.actor,
            at=now(),
        )
    with acting(OPERATIONS):
        User.objects.filter(pk=per.user.pk).update(is_active=False)

    assert due() == []
    assert (take(lise.person), take(per.person)) == ("", "")


def test_who_does_not_want_them_gets_none_until_they_do(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)
    choose(lise, is_wanted=False)
    choose(lise, is_wanted=False)
    with acting(lise.actor):
        assert not wants_letters()
    assert (due(), take(lise.person)) == ([], "")

    choose(lise, is_wanted=True)

    assert due() == [lise.person.pk]


def test_who_is_no_partner_chooses_nothing(cast):
    with pytest.raises(Refused) as refused, acting(cast.ida.actor):
        choose_letters(is_wanted=False, by=cast.ida.actor, at=now())
    assert refused.value.reason == SharingRefusal.NOT_AT_PARTNER


def test_choice_is_ones_own(cast, lise, kim):
    per = hire(cast.job_centre, "Per", cast.ida)
    choose(lise, is_wanted=False)

    for other in (per, kim, cast.ida, cast.mette):
        with acting(other.actor):
            assert list(MailChoice.objects.all()) == []
    with pytest.raises(ProgrammingError, match="row-level security"), acting(per.actor):
        MailChoice(partner_person=lise.person, is_wanted=True).save(force_insert=True)


def test_only_the_job_is_told_and_it_sees_nothing_else(cast, lise, kim):
    open_to(cast.job_centre, cast.kim, cast.ida)
    for other in (lise, kim, cast.ida, cast.mette):
        with acting(other.actor):
            assert partners_to_write_to() == []
            who = {"person_id": lise.person.pk, "by": other.actor, "at": now()}
            assert take_news_letter(**who) == ""
    take(lise.person)
    with acting(lise.actor):
        give_back_news_letter(person_id=lise.person.pk, by=lise.actor, at=now())
    assert due() == []
    with acting(NEWS_LETTERS):
        for model in (Notice, MailChoice, PlanActivity, Message):
            assert not model.objects.exists()


def test_nobody_marks_a_notice_as_mailed(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida)

    for actor in (lise.actor, NEWS_LETTERS):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            acting(actor),
            connection.cursor() as cursor,
        ):
            cursor.execute("UPDATE sharing_notice SET mailed_at = now()")
