"""The citizen calls, and the citizen's yes decides who comes."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import (
    add_around_citizen,
    change_around_citizen,
)
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.meetings.actions import (
    change_network_meeting,
)
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkMeetingState, NetworkRefusal
from hjemmebane.domain.meetings.models import (
    NetworkInvitation,
    NetworkMeeting,
)
from hjemmebane.domain.meetings.queries import (
    invitations_of,
    network_meetings_of,
    standings_of,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import end_today
from tests.factories.network_meetings import (
    LATER,
    TOMORROW,
    WISH,
    befriend,
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


def test_citizen_calls_and_is_the_first_to_be_invited(as_ida, meeting, ida, marie):
    invite(meeting, ida, "NETWORK", marie)
    first, second = invitations_of(meeting.pk)

    assert list(network_meetings_of(as_ida.kim.course.pk)) == [meeting]
    assert (meeting.wish, meeting.state) == (WISH, NetworkMeetingState.PLANNED)
    assert (first.is_citizen, first.name, first.answer) == (True, "Kim Krog", "ACCEPTED")
    assert (second.name, second.answer) == ("Marie", "INVITED")
    assert changes_of(meeting) == [("INSERT", "meetings.call_network_meeting", ida.actor.key)]


@pytest.mark.parametrize("wish", ["", "  \n"])
def test_nobody_calls_but_the_citizen(as_ida, ida, wish):
    assert refusal_of(call, case=as_ida.kim, by=ida, wish=wish) == (
        NetworkRefusal.WISH_MISSING,
        "wish",
    )
    assert not NetworkMeeting.objects.exists()


def test_course_is_open_and_had_begun(as_ida, ida):
    before = dt.datetime.combine(STARTED_ON, dt.time(8), dt.UTC) - dt.timedelta(days=1)
    refusal = (CourseRefusal.BEFORE_COURSE, "starts_at")
    assert refusal_of(call, case=as_ida.kim, by=ida, starts_at=before) == refusal

    end_today(as_ida.kim, ida)
    assert refusal_of(call, case=as_ida.kim, by=ida)[0] == CourseRefusal.ALREADY_ENDED


def test_same_form_twice_is_one_meeting(as_ida, ida, meeting):
    with pytest.raises(AlreadySaved):
        call(as_ida.kim, ida, id=meeting.pk)
    assert NetworkInvitation.objects.count() == 1


def test_meeting_is_moved_until_it_is_closed(ida, meeting):
    def move(**changes):
        given = {"wish": "Ro", "starts_at": TOMORROW, "place": "Hos Marie", "version": 1}
        return change_network_meeting(
            **{"meeting": meeting, "by": ida.actor, "at": NOW} | given | changes
        )

    assert refusal_of(move, wish="") == (NetworkRefusal.WISH_MISSING, "wish")
    moved = move()
    assert (moved.starts_at, moved.place, moved.wish) == (TOMORROW, "Hos Marie", "Ro")
    with pytest.raises(EditConflict):
        move()


def test_meeting_somebody_is_at_is_not_moved_to_a_day_to_come(ida, meeting):
    come(the_citizen(meeting), ida)

    def move(starts_at):
        return change_network_meeting(
            meeting=meeting,
            wish="Ro",
            starts_at=starts_at,
            place="Hos Marie",
            version=1,
            by=ida.actor,
            at=NOW,
        )

    assert refusal_of(move, starts_at=TOMORROW) == (NetworkRefusal.HAS_BEGUN, "starts_at")
    assert move(LATER).starts_at == LATER


def test_partner_comes_only_with_a_consent_in_force(as_ida, ida, meeting):
    lise = as_ida.lise
    refused = (NetworkRefusal.NO_CONSENT, "who")
    asked = {"meeting": meeting, "by": ida, "kind": "PARTNER", "person": lise}
    assert refusal_of(invite, **asked) == refused

    past = STARTED_ON + dt.timedelta(days=1)
    over = open_for(as_ida, ["GOALS"], from_on=past, until_on=TODAY)
    assert invite(meeting, ida, "PARTNER", lise).answer == GuestAnswer.INVITED
    take_back(over, ida)
    assert refusal_of(invite, **asked | {"meeting": call(as_ida.kim, ida)}) == refused


def test_what_is_withdrawn_before_the_meeting_keeps_them_out(as_ida, ida, meeting, consent):
    lise = invite(meeting, ida, "PARTNER", as_ida.lise)
    take_back(consent, ida)

    assert not standings_of(meeting, [lise], day=TODAY)[lise.pk].is_allowed
    assert refusal_of(come, invitation=lise, by=ida)[0] == NetworkRefusal.NO_LONGER_ALLOWED
    coming = refusal_of(come, invitation=lise, by=ida, answer=GuestAnswer.ACCEPTED)
    assert coming[0] == NetworkRefusal.NO_LONGER_ALLOWED
    come(lise, ida, answer=GuestAnswer.DECLINED)


def test_what_is_withdrawn_after_the_meeting_stops_words_and_minutes(as_ida, ida, meeting, consent):
    lise = come(invite(meeting, ida, "PARTNER", as_ida.lise), ida)
    say(lise, ida, "Vi kan vente")
    lead(meeting, ida)
    close(meeting, ida)
    take_back(consent, ida)

    refused = NetworkRefusal.NO_LONGER_ALLOWED
    assert refusal_of(say, invitation=lise, by=ida, text="Og mere")[0] == refused
    assert refusal_of(promise, guest=lise, ida=ida)[0] == refused
    assert refusal_of(give, guest=lise, ida=ida)[0] == refused
    assert told(version_of(lise, meeting)) == ([], [])


def test_network_person_comes_only_with_the_citizens_recorded_wish(as_ida, ida, meeting, marie):
    jens = befriend(as_ida, "Jens")
    asked = {"meeting": meeting, "by": ida, "kind": "NETWORK", "person": jens}
    assert refusal_of(invite, **asked) == (NetworkRefusal.NO_WISH_FOR_CONTACT, "who")

    guest = invite(meeting, ida, "NETWORK", marie)
    change_around_citizen(
        record=marie,
        changes={"wish_for_contact": ""},
        version=marie.version,
        by=ida.actor,
        at=NOW,
    )
    assert refusal_of(come, invitation=guest, by=ida)[0] == NetworkRefusal.NO_LONGER_ALLOWED


def test_somebody_elses_network_and_another_team_stay_away(as_ida, ida, meeting, cast):
    with acting(cast.omar.actor):
        stranger = NetworkPerson(
            citizen=cast.noor.citizen, name="Sara", relation="Mor", wish_for_contact="Ja"
        )
        add_around_citizen(record=stranger, by=cast.omar.actor, at=NOW)
    asked = {"meeting": meeting, "by": ida}
    assert refusal_of(invite, **asked, kind="NETWORK", person=stranger) == (
        NetworkRefusal.NOT_AROUND,
        "who",
    )
    assert refusal_of(invite, **asked, kind="STAFF", person=cast.omar.staff_member) == (
        NetworkRefusal.NOT_IN_TEAM,
        "who",
    )


def test_one_is_invited_once_and_the_same_form_twice_is_one(as_ida, ida, meeting, marie):
    guest = invite(meeting, ida, "NETWORK", marie, may_be_said=" Kun om boligen ")

    assert guest.may_be_said == "Kun om boligen"
    asked = {"meeting": meeting, "by": ida, "kind": "NETWORK", "person": marie}
    assert refusal_of(invite, **asked) == (NetworkRefusal.ALREADY_INVITED, "who")
    with pytest.raises(AlreadySaved):
        invite(meeting, ida, "NETWORK", marie, id=guest.pk, may_be_said="Kun om boligen")


def test_form_sent_again_for_somebody_else_is_not_said_to_be_done(as_ida, ida, meeting, marie):
    key = new_id()
    invite(meeting, ida, "STAFF", as_ida.bo.staff_member, id=key)

    refusal = refusal_of(invite, meeting=meeting, by=ida, kind="NETWORK", person=marie, id=key)
    assert refusal[0] == RecordRefusal.SAVED_OTHERWISE


def test_same_words_of_another_or_under_another_point_are_others(as_ida, ida, meeting, marie):
    citizen, guest = (
        come(one, ida) for one in (the_citizen(meeting), invite(meeting, ida, "NETWORK", marie))
    )
    said = say(citizen, ida, "Jeg vil have ro")

    with pytest.raises(AlreadySaved):
        say(citizen, ida, "Jeg vil have ro", id=said.pk)
    for who, changes in ((citizen, {"point": "NETWORK_NEXT_STEP"}), (guest, {})):
        refusal = refusal_of(
            say, invitation=who, by=ida, text="Jeg vil have ro", id=said.pk, **changes
        )
        assert refusal[0] == RecordRefusal.SAVED_OTHERWISE
