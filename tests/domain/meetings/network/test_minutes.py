"""Closed minutes are added to, and each who was there gets the version they may see."""

import pytest

from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.meetings.actions import (
    cancel_network_meeting,
    reword_voice,
)
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkRefusal
from hjemmebane.domain.meetings.models import (
    MinutesHandover,
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    handovers_of,
)
from hjemmebane.domain.partners.actions import add_person
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import NOW, add_to_plan
from tests.factories.courses import end_today
from tests.factories.network_meetings import (
    LATER,
    call,
    close,
    come,
    give,
    invite,
    lead,
    open_for,
    promise,
    say,
    take_back,
    the_citizen,
    told,
    version_of,
)
from tests.factories.plans import TODAY, changes_of, refusal_of

pytestmark = pytest.mark.django_db


def test_meeting_with_nobody_is_not_closed_but_cancelled(ida, meeting):
    refused = NetworkRefusal.NOBODY_PRESENT
    assert refusal_of(close, meeting=meeting, ida=ida)[0] == refused

    def cancel(reason):
        return cancel_network_meeting(
            meeting=meeting, reason=reason, version=meeting.version, by=ida.actor, at=NOW
        )

    assert refusal_of(cancel, reason=" ") == (NetworkRefusal.REASON_MISSING, "reason")
    cancelled = cancel("Kim ville ikke alligevel")
    assert (cancelled.is_cancelled, cancelled.cancelled_because) == (
        True,
        "Kim ville ikke alligevel",
    )
    citizen = the_citizen(meeting)
    for refusal in (
        refusal_of(close, meeting=meeting, ida=ida),
        refusal_of(come, invitation=citizen, by=ida),
        refusal_of(say, invitation=citizen, by=ida, text="Hej"),
        refusal_of(cancel, reason="Igen"),
    ):
        assert refusal[0] == NetworkRefusal.CANCELLED


def test_meeting_somebody_came_to_is_not_cancelled(ida, meeting):
    come(the_citizen(meeting), ida)
    refusal = refusal_of(
        cancel_network_meeting,
        meeting=meeting,
        reason="Ikke alligevel",
        version=meeting.version,
        by=ida.actor,
        at=NOW,
    )
    assert refusal[0] == NetworkRefusal.SOMEBODY_CAME


def test_closed_minutes_are_only_added_to(as_ida, ida, meeting, marie):
    citizen = come(the_citizen(meeting), ida)
    voice = say(citizen, ida, "Jeg vil have ro")
    lead(meeting, ida)
    held = close(meeting, ida)
    assert (held.is_held, held.closed_at) == (True, NOW)

    def reword(text, **changes):
        given = {"stays_here": False, "version": 1, "by": ida.actor, "at": LATER}
        return reword_voice(voice=voice, text=text, **given | changes)

    for refusal in (
        refusal_of(reword, text="Jeg vil have larm"),
        refusal_of(come, invitation=citizen, by=ida, answer=GuestAnswer.DECLINED),
        refusal_of(invite, meeting=meeting, by=ida, kind="NETWORK", person=marie),
    ):
        assert refusal[0] == NetworkRefusal.CLOSED
    say(citizen, ida, "Og en hund", at=LATER)
    added = version_of(citizen, meeting).said[1]
    assert (added.text, added.is_added) == ("Og en hund", True)


def test_meeting_is_led_by_somebody_of_the_team_and_closed_once(as_ida, ida, meeting):
    come(the_citizen(meeting), ida)
    invite(meeting, ida, "STAFF", as_ida.bo.staff_member)
    assert refusal_of(close, meeting=meeting, ida=ida)[0] == NetworkRefusal.NOBODY_OF_THE_TEAM

    lead(meeting, ida)
    close(meeting, ida)
    with pytest.raises(AlreadySaved):
        close(meeting, ida, at=LATER)
    with acting(as_ida.bo.actor):
        assert refusal_of(close, meeting=meeting, ida=as_ida.bo)[0] == NetworkRefusal.CLOSED


def test_words_are_got_right_while_the_meeting_goes_on(ida, meeting):
    voice = say(come(the_citizen(meeting), ida), ida, "Jeg vil have ro")

    given = {"voice": voice, "stays_here": False, "by": ida.actor, "at": NOW}
    assert reword_voice(text=" Jeg vil være i fred ", version=1, **given).text == (
        "Jeg vil være i fred"
    )
    with pytest.raises(EditConflict):
        reword_voice(text="Andet", version=1, **given)


def test_citizen_takes_words_back_from_the_others_also_afterwards(as_ida, ida, meeting, marie):
    citizen, guest = (
        come(one, ida) for one in (the_citizen(meeting), invite(meeting, ida, "NETWORK", marie))
    )
    voice = say(citizen, ida, "Jeg er bange")
    lead(meeting, ida)
    close(meeting, ida)
    reword_voice(
        voice=voice, text="Jeg er bange", stays_here=True, version=1, by=ida.actor, at=LATER
    )

    assert told(version_of(citizen, meeting)) == (["Jeg er bange"], [])
    assert told(version_of(guest, meeting)) == ([], [])


@pytest.mark.parametrize("is_closed", [True, False])
def test_citizen_takes_words_back_also_after_the_course(as_ida, ida, meeting, is_closed):
    voice = say(come(the_citizen(meeting), ida), ida, "Jeg er bange")
    if is_closed:
        lead(meeting, ida)
        close(meeting, ida)
    end_today(as_ida.kim, ida)
    given = {"voice": voice, "stays_here": True, "version": 1, "by": ida.actor, "at": LATER}

    assert refusal_of(reword_voice, text="Jeg er glad", **given)[0] == CourseRefusal.ALREADY_ENDED
    assert reword_voice(text="Jeg er bange", **given).stays_here


def test_partners_version_follows_the_consent(as_ida, ida, meeting, marie):
    consent = open_for(as_ida, ["GOALS"], goals=[as_ida.kim.goal.pk])
    citizen, lise, friend = (
        come(one, ida)
        for one in (
            the_citizen(meeting),
            invite(meeting, ida, "PARTNER", as_ida.lise),
            invite(meeting, ida, "NETWORK", marie),
        )
    )
    say(citizen, ida, "Jeg vil have ro")
    promise(friend, ida, what="Bager en kage", due_on=TODAY)
    promise(lise, ida, what="Skriver til ydelse", goal=as_ida.kim.goal)

    assert told(version_of(lise, meeting)) == (["Jeg vil have ro"], ["Skriver til ydelse"])
    assert version_of(lise, meeting).promised[0].goal == str(as_ida.kim.goal)
    assert told(version_of(friend, meeting))[1] == ["Bager en kage", "Skriver til ydelse"]

    open_for(as_ida, ["ACTIVITIES"])
    assert told(version_of(lise, meeting))[1] == ["Bager en kage", "Skriver til ydelse"]
    take_back(consent, ida)
    assert not any(one.goal for one in version_of(lise, meeting).promised)


def test_partner_is_told_only_the_goals_chosen_for_them(as_ida, ida, meeting):
    other = add_to_plan(as_ida.kim.plan, ida, ItemKind.GOAL, text="Eget sted", wishes=[])
    open_for(as_ida, ["GOALS", "ACTIVITIES"], goals=[other.pk])
    lise = come(invite(meeting, ida, "PARTNER", as_ida.lise), ida)
    promise(lise, ida, what="Skriver til ydelse", goal=as_ida.kim.goal)
    promise(lise, ida, what="Finder en bolig", goal=other)

    named = {one.text: one.goal for one in version_of(lise, meeting).promised}

    assert named == {"Skriver til ydelse": "", "Finder en bolig": "Eget sted"}


def test_consent_to_one_person_lets_no_colleague_in(as_ida, ida, meeting):
    who = {"by": ida.actor, "at": NOW}
    per = add_person(id=new_id(), organisation=as_ida.job_centre, name="Per", **who)
    open_for(as_ida, ["GOALS"], person=as_ida.lise)

    assert invite(meeting, ida, "PARTNER", as_ida.lise).person == as_ida.lise
    refusal = refusal_of(invite, meeting=meeting, by=ida, kind="PARTNER", person=per)
    assert refusal == (NetworkRefusal.NO_CONSENT, "who")


def test_minutes_to_a_partner_rest_on_their_consents(as_ida, ida, meeting):
    consents = [open_for(as_ida, ["GOALS"]), open_for(as_ida, ["ACTIVITIES"], person=as_ida.lise)]
    lise = come(invite(meeting, ida, "PARTNER", as_ida.lise), ida)
    citizen = come(the_citizen(meeting), ida)
    lead(meeting, ida)
    close(meeting, ida)

    assert set(give(lise, ida).rests_on) == {consent.pk for consent in consents}
    assert give(citizen, ida).rests_on == []


def test_handing_over_is_written_down(as_ida, ida, meeting, marie):
    guest = come(invite(meeting, ida, "NETWORK", marie), ida)
    assert refusal_of(give, guest=guest, ida=ida)[0] == NetworkRefusal.NOT_HELD
    lead(meeting, ida)
    close(meeting, ida)
    refusal = refusal_of(give, guest=the_citizen(meeting), ida=ida)
    assert refusal[0] == NetworkRefusal.NOT_PRESENT

    given = give(guest, ida)
    assert list(handovers_of(meeting.pk)) == [given]
    assert changes_of(given) == [("INSERT", "meetings.hand_over_minutes", ida.actor.key)]


def test_minutes_are_handed_over_also_after_the_course(as_ida, ida, meeting):
    citizen = come(the_citizen(meeting), ida)
    lead(meeting, ida)
    close(meeting, ida)
    end_today(as_ida.kim, ida)

    assert give(citizen, ida).invitation == citizen
    ended = CourseRefusal.ALREADY_ENDED
    assert refusal_of(say, invitation=citizen, by=ida, text="Hej")[0] == ended


def test_another_team_sees_nothing_of_it(cast):
    with acting(cast.ida.actor):
        meeting = call(cast.kim, cast.ida)
        citizen = come(the_citizen(meeting), cast.ida)
        say(citizen, cast.ida, "Jeg vil have ro")
        lead(meeting, cast.ida)
        close(meeting, cast.ida)
        give(citizen, cast.ida)
    for other in (cast.omar, cast.mette):
        with acting(other.actor):
            for model in (NetworkMeeting, NetworkInvitation, NetworkVoice, MinutesHandover):
                assert list(model.objects.all()) == []
