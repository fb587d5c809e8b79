"""Er kommet forbi: told by a partner under a consent, read by the team and the citizen."""

import datetime as dt

import pytest
from django.db import connection, transaction

from hjemmebane.domain.consents.actions import withdraw_consent
from hjemmebane.domain.contacts.models import SignOfLife, SignRequest
from hjemmebane.domain.contacts.queries import contact_facts
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.sharing.actions import (
    ask_for_signs,
    stop_asking_for_signs,
    tell_sign_of_life,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.queries import (
    between_partners,
    open_sign_requests,
    own_signs,
    partners_who_read,
    signs_about_me,
    signs_of,
)
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, NotInserted
from tests.factories.history import changes_by
from tests.factories.sharing import hire, let_run_out, open_to

DAY = dt.timedelta(days=1)
WORDS = "Fik en kop kaffe"


@pytest.fixture
def consent(cast, lise):
    return open_to(cast.job_centre, cast.kim, cast.ida)


def tell(cast, who, **changes):
    given = {"id": new_id(), "course_id": cast.kim.course.pk, "seen_on": today(), "note": WORDS}
    with acting(who.actor):
        return tell_sign_of_life(**{**given, **changes}, by=who.actor, at=now())


def seen_by(cast, actor):
    with acting(actor):
        return [(one.partner_person_id, one.note) for one in signs_of(cast.kim.course.pk)]


def refused(cast, who, reason, **changes):
    with pytest.raises(Refused) as caught:
        tell(cast, who, **changes)
    assert caught.value.reason == reason
    assert caught.value.field == {"SIGN_TO_COME": "seen_on", "SIGN_LONG_AGO": "seen_on"}.get(
        reason, caught.value.field
    )


def take_back(cast, consent):
    with acting(cast.ida.actor):
        withdraw_consent(consent=consent, version=consent.version, by=cast.ida.actor, at=now())


def test_partner_tells_and_the_team_reads(cast, lise, consent):
    told = tell(cast, lise)

    assert (told.partner_person, told.seen_on, told.note) == (lise.person, today(), WORDS)
    with acting(cast.ida.actor):
        assert changes_by(lise.actor, "sharing.tell_sign_of_life") == [
            ("INSERT", "contacts_signoflife")
        ]
    assert seen_by(cast, cast.ida.actor) == [(lise.person.pk, WORDS)]
    with acting(cast.ida.actor):
        teams = [cast.team_one.pk]
        [news] = between_partners(teams, now() - DAY, unread_before=now() - DAY)
    assert (news.about, news.words, news.who) == ("sign", WORDS, lise.person.name)


def test_telling_twice_does_no_harm(cast, lise, consent):
    told = tell(cast, lise)

    for note in ("", WORDS, f" {WORDS} "):
        with pytest.raises(AlreadySaved) as again:
            tell(cast, lise, note=note)
        assert again.value.record == told
    refused(cast, lise, SharingRefusal.SIGN_TOLD, note="Noget andet")
    tell(cast, lise, seen_on=today() - DAY, note="")
    assert seen_by(cast, cast.ida.actor) == [(lise.person.pk, WORDS), (lise.person.pk, "")]


def test_day_is_today_or_of_the_days_before(cast, lise, consent):
    refused(cast, lise, SharingRefusal.SIGN_TO_COME, seen_on=today() + DAY)
    refused(cast, lise, SharingRefusal.SIGN_LONG_AGO, seen_on=today() - 15 * DAY)
    assert tell(cast, lise, seen_on=today() - 14 * DAY).seen_on == today() - 14 * DAY


def test_cpr_number_is_refused(cast, lise, consent):
    refused(cast, lise, SharingRefusal.CPR_NUMBER, note="Set 010190-1234")


def test_nothing_is_told_without_a_consent(cast, lise):
    refused(cast, lise, SharingRefusal.NOTHING_OPEN)


def test_door_closes_with_the_consent_and_the_team_keeps_what_was_told(cast, lise, consent):
    tell(cast, lise)
    take_back(cast, consent)

    refused(cast, lise, SharingRefusal.NOTHING_OPEN, seen_on=today() - DAY)
    assert seen_by(cast, lise.actor) == []
    assert seen_by(cast, cast.ida.actor) == [(lise.person.pk, WORDS)]


def test_nothing_is_told_once_a_consent_has_run_out(cast, lise, consent):
    let_run_out(consent, cast.ida)

    refused(cast, lise, SharingRefusal.NOTHING_OPEN)


def test_consent_to_somebody_else_there_opens_nothing(cast, lise):
    ane = hire(cast.job_centre, "Ane", cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, person=ane.person)

    refused(cast, lise, SharingRefusal.NOTHING_OPEN)
    tell(cast, ane)
    assert seen_by(cast, lise.actor) == []


def test_what_one_tells_is_not_read_at_the_next_desk(cast, lise, consent):
    ane = hire(cast.job_centre, "Ane", cast.ida)
    tell(cast, lise)

    assert seen_by(cast, ane.actor) == []
    assert seen_by(cast, lise.actor) == [(lise.person.pk, WORDS)]
    with acting(lise.actor):
        assert own_signs(cast.kim.course.pk, lise.person).count() == 1


def test_team_sees_with_the_partners_eyes_what_they_see(cast, lise):
    consent = open_to(cast.job_centre, cast.kim, cast.ida, person=lise.person)
    tell(cast, lise)

    assert seen_by(cast, Actor.preview(cast.ida.user.pk, consent.pk)) == [(lise.person.pk, WORDS)]


def test_another_team_reads_nothing(cast, lise, consent):
    tell(cast, lise)

    assert seen_by(cast, cast.omar.actor) == []
    with acting(cast.omar.actor):
        teams = [cast.team_one.pk]
        assert between_partners(teams, now() - DAY, unread_before=now() - DAY) == []


def test_citizen_is_told_who_said_so(cast, lise, consent, kim):
    tell(cast, lise)

    with acting(kim.actor):
        [told] = signs_about_me()
        assert not SignOfLife.objects.exists()
    assert (told.seen_on, told.note, told.who) == (today(), WORDS, lise.person.name)
    with acting(lise.actor):
        assert signs_about_me() == []


def test_nobody_signs_for_another(cast, lise, consent):
    ane = hire(cast.job_centre, "Ane", cast.ida)
    for who, person, signed in (
        (lise, ane.person, lise.user),
        (lise, lise.person, cast.ida.user),
        (cast.ida, lise.person, cast.ida.user),
    ):
        with acting(who.actor), pytest.raises(NotInserted), transaction.atomic():
            SignOfLife(
                course=cast.kim.course,
                partner_person=person,
                seen_on=today(),
                recorded_by_id=signed.pk,
                recorded_at=now(),
            ).insert()
    assert seen_by(cast, cast.ida.actor) == []


def test_what_was_told_is_never_rewritten(cast):
    with acting(cast.ida.actor), connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(current_user, 'contacts_signoflife', 'UPDATE'),"
            " has_table_privilege(current_user, 'contacts_signoflife', 'DELETE')"
        )
        assert cursor.fetchone() == (False, False)


def ask(cast, person, *, by=None, wanted=True):
    who = by or cast.ida
    with acting(who.actor):
        act = ask_for_signs if wanted else stop_asking_for_signs
        return act(course=cast.kim.course, partner_person=person, by=who.actor, at=now())


def asked_of(cast, actor):
    with acting(actor):
        return [one.partner_person_id for one in open_sign_requests(cast.kim.course.pk)]


def test_team_asks_once_and_stops_asking(cast, lise, consent):
    ane = hire(cast.job_centre, "Ane", cast.ida)
    assert ask(cast, lise.person) == ask(cast, lise.person)
    assert asked_of(cast, cast.ida.actor) == asked_of(cast, lise.actor) == [lise.person.pk]
    assert asked_of(cast, ane.actor) == asked_of(cast, cast.omar.actor) == []

    for _ in range(2):
        ask(cast, lise.person, wanted=False)
    assert asked_of(cast, lise.actor) == []
    with acting(cast.ida.actor):
        assert SignRequest.objects.get().closed_at is not None
    assert ask(cast, lise.person).closed_at is None


def test_nobody_is_asked_who_could_not_read_it(cast, lise, consent):
    take_back(cast, consent)

    with pytest.raises(Refused) as caught:
        ask(cast, lise.person)
    assert caught.value.reason == SharingRefusal.PARTNER_SHUT_OUT
    with acting(cast.ida.actor):
        assert list(partners_who_read(cast.kim.citizen.pk, day=today())) == []


def test_nobody_is_asked_about_an_ended_course(cast, lise, consent):
    course = cast.kim.course
    course.status = "ENDED"

    with pytest.raises(Refused) as caught:
        ask(cast, lise.person)
    assert caught.value.reason in set(CourseRefusal)


def test_request_goes_with_the_consent(cast, lise, consent):
    ask(cast, lise.person)
    take_back(cast, consent)

    assert asked_of(cast, lise.actor) == []
    assert asked_of(cast, cast.ida.actor) == [lise.person.pk]


def test_those_who_read_are_known_by_name(cast, lise, consent):
    ane = hire(cast.job_centre, "Ane", cast.ida)

    with acting(cast.ida.actor):
        assert list(partners_who_read(cast.kim.citizen.pk, day=today())) == [
            ane.person,
            lise.person,
        ]


def test_sign_counts_where_the_team_keeps_at_it_and_who_was_asked_was_asked(cast, consent, lise):
    with acting(cast.ida.actor):
        ask_for_signs(
            course=cast.kim.course, partner_person=lise.person, by=cast.ida.actor, at=now()
        )
    tell(cast, lise)

    with acting(cast.ida.actor):
        facts, _ = contact_facts(cast.kim.course.pk, at=now())

    told = [(one.answered, one.with_others, one.is_try, one.met) for one in facts.touches]
    assert sorted(told) == [(False, True, False, False), (True, True, False, False)]
    assert facts.sign_on == today()
