"""What the team does with a referral: asks, takes it up, or says who it is about."""

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.domain.courses.actions import (
    ask_referrer,
    join_referral,
    lay_aside,
    reveal_referral_cpr,
    take_up_referral,
)
from hjemmebane.domain.courses.choices import CourseStatus, IntakeRefusal, ReferralStatus
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.courses.queries import attachment_content, attachments_of, same_person
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import KIMS_CPR, NOW
from tests.factories.courses import spotted
from tests.factories.intake import NOTE, REFERRED_CPR, referred, taken_up
from tests.factories.plans import TODAY


@pytest.fixture
def who(as_ida):
    return {"by": as_ida.ida.actor, "at": NOW}


@pytest.fixture
def referral(as_ida):
    return Referral.objects.get(pk=referred(as_ida.team_one))


def reason(action, **arguments):
    with pytest.raises(Refused) as refused:
        action(**arguments)
    return refused.value.reason


def test_one_question_is_asked(referral, who):
    ask_referrer(referral=referral, question=" Hvor sover han? ", version=1, **who)

    stored = Referral.objects.get()
    asked = (stored.question, stored.asked_at, stored.asked_by_id)
    assert asked == ("Hvor sover han?", NOW, who["by"].user_id)
    again = {"referral": stored, "question": "Og nu?", "version": 2, **who}
    assert reason(ask_referrer, **again) == IntakeRefusal.ALREADY_ASKED


def test_empty_question_is_refused(referral, who):
    empty = {"referral": referral, "question": "  ", "version": 1, **who}

    assert reason(ask_referrer, **empty) == IntakeRefusal.NOTHING_ASKED


def test_stale_question_is_noticed(referral, who):
    with pytest.raises(EditConflict):
        ask_referrer(referral=referral, question="Hvor?", version=7, **who)


def test_referral_becomes_an_early_contact_once(referral, who):
    key = new_id()
    early = take_up_referral(id=key, referral=referral, version=1, **who)
    with pytest.raises(AlreadySaved) as double:
        take_up_referral(id=key, referral=referral, version=1, **who)

    assert double.value.record == early
    assert (early.called, early.where) == ("Viggo Skov", "Parken om aftenen")
    stored = Referral.objects.get()
    assert (stored.early_contact, stored.status) == (early, ReferralStatus.UNDER_WAY)
    other = {"id": new_id(), "referral": stored, "version": 2, **who}
    assert reason(take_up_referral, **other) == IntakeRefusal.ALREADY_TAKEN_UP
    assert EarlyContact.objects.count() == 1


def test_stale_take_up_leaves_nothing_behind(referral, who):
    with pytest.raises(EditConflict):
        take_up_referral(id=new_id(), referral=referral, version=7, **who)

    assert EarlyContact.objects.count() == 0


def test_same_person_is_found_by_number_and_by_name(as_ida):
    first = taken_up(referred(as_ida.team_one), as_ida.ida)
    by_name = spotted(as_ida.team_one, as_ida.ida, given_name="Viggo", family_name="Skov")
    spotted(as_ida.team_one, as_ida.ida, given_name="Viggo", family_name="Skovgaard")
    second = Referral.objects.get(pk=referred(as_ida.team_one))

    found = {match.early_contact for match in same_person(second)}

    assert found == {first, by_name}


def test_citizen_is_recognised_by_number(as_ida):
    referral = Referral.objects.get(pk=referred(as_ida.team_one, cpr=KIMS_CPR))

    assert [match.citizen for match in same_person(referral)] == [as_ida.kim.citizen]


def test_referral_is_joined_to_somebody_spotted(as_ida, referral, who):
    early = spotted(as_ida.team_one, as_ida.ida)

    join_referral(referral=referral, early_contact=early, version=1, **who)

    stored = Referral.objects.get()
    assert (stored.early_contact, stored.status) == (early, ReferralStatus.UNDER_WAY)


def test_referral_about_a_citizen_with_a_course_is_decided(as_ida, referral, who):
    join_referral(referral=referral, citizen=as_ida.kim.citizen, version=1, **who)

    stored = Referral.objects.get()
    assert (stored.citizen, stored.status) == (as_ida.kim.citizen, ReferralStatus.DECIDED)


def test_citizen_who_comes_back_is_looked_into_anew(as_ida, referral, who):
    course = as_ida.kim.course
    course.save_changes({"status": CourseStatus.ENDED, "ended_on": TODAY}, version=1)

    join_referral(referral=referral, citizen=as_ida.kim.citizen, version=1, **who)
    early = take_up_referral(id=new_id(), referral=referral, version=2, **who)

    assert early.citizen == as_ida.kim.citizen


def test_referral_is_not_joined_to_what_was_laid_aside(as_ida, referral, who):
    early = spotted(as_ida.team_one, as_ida.ida)
    lay_aside(early_contact=early, because="Flyttet", version=1, **who)
    joined = {"referral": referral, "early_contact": early, "version": 1, **who}

    assert reason(join_referral, **joined) == IntakeRefusal.CLOSED


def test_number_is_shown_against_a_reason(as_ida, referral, who):
    asked = {"referral": referral, **who}

    assert reason(reveal_referral_cpr, reason=" ", **asked) == CitizenRefusal.REASON_MISSING
    assert reveal_referral_cpr(reason="Slår op", **asked) == REFERRED_CPR
    assert Access.objects.count() == 0


def test_number_in_a_referral_about_a_citizen_is_logged_for_them(as_ida, referral, who):
    join_referral(referral=referral, citizen=as_ida.kim.citizen, version=1, **who)
    reveal_referral_cpr(referral=referral, reason="Slår op", **who)

    read = Access.objects.values_list("citizen_id", "what", "reason")
    assert list(read) == [(as_ida.kim.citizen.pk, "CPR-nummer i en henvisning", "Slår op")]


def test_file_comes_back_as_it_was_sent(referral):
    [file] = attachments_of(referral.pk)

    assert (file.name, attachment_content(file)) == (NOTE.name, NOTE.content)


def test_other_team_cannot_touch_a_referral(cast):
    key = referred(cast.team_one)
    with acting(cast.ida.actor):
        referral = Referral.objects.get(pk=key)
    with acting(cast.omar.actor), pytest.raises(Referral.DoesNotExist):
        ask_referrer(referral=referral, question="Hvor?", version=1, by=cast.omar.actor, at=NOW)
