"""The network meeting: the citizen calls, the citizen's yes decides who comes, all are heard."""

import datetime as dt

import pytest

from hjemmebane.domain.citizens.actions import (
    add_around_citizen,
    change_around_citizen,
    remove_around_citizen,
)
from hjemmebane.domain.citizens.choices import CitizenRefusal
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.meetings.actions import (
    cancel_network_meeting,
    change_network_meeting,
    close_network_meeting,
    hand_over_minutes,
    promise_at_network_meeting,
    reword_voice,
)
from hjemmebane.domain.meetings.choices import GuestAnswer, NetworkMeetingState, NetworkRefusal
from hjemmebane.domain.meetings.models import (
    MinutesHandover,
    NetworkInvitation,
    NetworkMeeting,
    NetworkVoice,
)
from hjemmebane.domain.meetings.queries import (
    handovers_of,
    invitations_of,
    minutes_for,
    network_meetings_of,
    promises_at,
    standings_of,
    voices_of,
)
from hjemmebane.domain.plans.choices import ItemKind, PlanRefusal
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict, RecordRefusal
from tests.factories.cast import NOW, STARTED_ON
from tests.factories.courses import end_today
from tests.factories.network_meetings import ROUND, WISH, call, come, invite, say, the_citizen
from tests.factories.plans import TODAY, begin_course, changes_of, refusal_of, start_writing

pytestmark = pytest.mark.django_db

TOMORROW = NOW + dt.timedelta(days=1)
LATER = NOW + dt.timedelta(hours=2)


@pytest.fixture
def ida(as_ida):
    return as_ida.ida


@pytest.fixture
def meeting(as_ida, ida):
    return call(as_ida.kim, ida)


@pytest.fixture
def marie(as_ida, ida):
    return befriend(as_ida, "Marie", wish="Vil gerne se hende oftere")


@pytest.fixture
def consent(as_ida):
    return open_for(as_ida, ["ACTIVITIES"])


def befriend(cast, name, *, wish=""):
    friend = NetworkPerson(
        citizen=cast.kim.citizen, name=name, relation="Søster", wish_for_contact=wish
    )
    return add_around_citizen(record=friend, by=cast.ida.actor, at=NOW)


def open_for(cast, scope, **changes):
    given = {
        "id": new_id(),
        "citizen": cast.kim.citizen,
        "recipient": cast.job_centre,
        "scope": scope,
        "purpose": "Være med på mødet",
        "how_given": "ORALLY",
        "from_on": TODAY,
        "by": cast.ida.actor,
        "at": NOW,
    }
    return give_consent(**given | changes)


def take_back(consent, ida):
    withdraw_consent(consent=consent, version=consent.version, by=ida.actor, at=NOW)


def close(meeting, ida, at=NOW):
    return close_network_meeting(meeting=meeting, version=meeting.version, by=ida.actor, at=at)


def promise(guest, ida, **values):
    return promise_at_network_meeting(
        id=values.pop("id", new_id()),
        invitation=guest,
        values={"what": "Tage med til lægen"} | values,
        by=ida.actor,
        at=NOW,
    )


def version_of(guest, meeting, day=TODAY):
    invited = invitations_of(meeting.pk)
    return minutes_for(
        next(one for one in invited if one.pk == guest.pk),
        standings_of(meeting, invited, day=day)[guest.pk],
        voices_of(meeting.pk),
        promises_at(meeting),
        invited,
    )


def told(version):
    return [one.text for one in version.said], [one.text for one in version.promised]


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
    close(meeting, ida)
    take_back(consent, ida)

    refused = NetworkRefusal.NO_LONGER_ALLOWED
    assert refusal_of(say, invitation=lise, by=ida, text="Og mere")[0] == refused
    assert refusal_of(promise, guest=lise, ida=ida)[0] == refused
    assert refusal_of(give, guest=lise, ida=ida)[0] == refused
    assert told(version_of(lise, meeting)) == ([], [])


def give(guest, ida, **changes):
    given = {"id": new_id(), "invitation": guest, "by": ida.actor, "at": NOW}
    return hand_over_minutes(**given | changes)


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


def test_nobody_is_there_before_the_day(as_ida, ida):
    citizen = the_citizen(call(as_ida.kim, ida, starts_at=TOMORROW))

    assert refusal_of(come, invitation=citizen, by=ida)[0] == NetworkRefusal.NOT_YET
    assert come(citizen, ida, at=TOMORROW).is_present


def test_meeting_that_has_been_is_written_down_afterwards(as_ida, ida):
    meeting = call(as_ida.kim, ida, starts_at=NOW - dt.timedelta(days=3))
    citizen = come(the_citizen(meeting), ida)
    say(citizen, ida, "Jeg vil have ro")

    assert close(meeting, ida).is_held
    assert not version_of(citizen, meeting).said[0].is_added


def test_invited_person_stays_in_the_network(ida, meeting, marie):
    invite(meeting, ida, "NETWORK", marie)

    refusal = refusal_of(
        remove_around_citizen, record=marie, version=marie.version, by=ida.actor, at=NOW
    )
    assert refusal[0] == CitizenRefusal.IN_USE


def test_all_voices_stand_alike_and_the_citizens_come_first(as_ida, ida, meeting, marie):
    guest = come(invite(meeting, ida, "NETWORK", marie), ida)
    citizen = come(the_citizen(meeting), ida)
    say(guest, ida, "Jeg savner dig")
    voice = say(citizen, ida, " Jeg vil have ro ", at=LATER)

    assert [one.text for one in voices_of(meeting.pk)] == ["Jeg vil have ro", "Jeg savner dig"]
    assert changes_of(voice) == [("INSERT", "meetings.record_voice", ida.actor.key)]


def test_who_is_not_there_says_and_promises_nothing(ida, meeting, marie):
    guest = invite(meeting, ida, "NETWORK", marie)

    refused = (NetworkRefusal.NOT_PRESENT, "guest")
    assert refusal_of(say, invitation=guest, by=ida, text="Hej") == refused
    assert refusal_of(promise, guest=guest, ida=ida) == refused
    assert not NetworkVoice.objects.exists()
    assert not PlanActivity.objects.exists()


def test_point_is_on_the_agenda(ida, meeting):
    citizen = come(the_citizen(meeting), ida)

    refusal = refusal_of(say, invitation=citizen, by=ida, text="Hej", point="BOARD_WEEK")
    assert refusal[0] == NetworkRefusal.UNKNOWN_POINT


def test_who_has_spoken_or_promised_was_there(as_ida, ida, meeting, marie):
    citizen, guest = (
        come(one, ida) for one in (the_citizen(meeting), invite(meeting, ida, "NETWORK", marie))
    )
    gone = come(citizen, ida, answer=GuestAnswer.ACCEPTED)
    citizen = come(gone, ida)
    say(citizen, ida, "Hej")
    promise(guest, ida)

    for one in (citizen, guest):
        for answer in (GuestAnswer.DECLINED, GuestAnswer.ACCEPTED):
            refusal = refusal_of(come, invitation=one, by=ida, answer=answer)
            assert refusal[0] == NetworkRefusal.HAS_SPOKEN


@pytest.mark.parametrize("kind", ["CITIZEN", "STAFF", "PARTNER", "NETWORK"])
def test_promise_is_an_activity_of_the_one_who_promised(as_ida, ida, meeting, marie, consent, kind):
    people = {"STAFF": ida.staff_member, "PARTNER": as_ida.lise, "NETWORK": marie}
    guest = invite(meeting, ida, kind, people[kind]) if kind in people else the_citizen(meeting)
    activity = promise(come(guest, ida), ida, goal=as_ida.kim.goal, how_often="Hver uge")

    (promised,) = promises_at(meeting)
    assert promised == activity
    assert (promised.responsible_kind, promised.responsible) == (kind, people.get(kind))
    assert (promised.plan, promised.goal, promised.how_often) == (
        as_ida.kim.plan,
        as_ida.kim.goal,
        "Hver uge",
    )
    assert changes_of(activity) == [("INSERT", "plans.add_item", ida.actor.key)]


def test_what_others_write_in_the_plan_meanwhile_was_not_promised(as_ida, ida, meeting):
    other = call(as_ida.kim, ida)
    promise(come(the_citizen(other), ida), ida)

    assert promises_at(meeting) == []


def test_promise_the_plan_refuses_and_a_course_without_one(as_ida, ida, meeting):
    citizen = come(the_citizen(meeting), ida)
    foreign = start_writing(as_ida).add(ItemKind.GOAL)
    refusal = refusal_of(promise, guest=citizen, ida=ida, goal=foreign)
    assert refusal == (PlanRefusal.OTHER_PLAN, "goal")

    without = call(as_ida.kim, ida, course=begin_course(as_ida))
    refusal = refusal_of(promise, guest=come(the_citizen(without), ida), ida=ida)
    assert refusal[0] == NetworkRefusal.NO_PLAN


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
    held = close(meeting, ida)
    assert (held.is_held, held.closed_at) == (True, NOW)

    def reword(text, **changes):
        given = {"stays_here": False, "version": 1, "by": ida.actor, "at": LATER}
        return reword_voice(voice=voice, text=text, **given | changes)

    for refusal in (
        refusal_of(reword, text="Jeg vil have larm"),
        refusal_of(close, meeting=meeting, ida=ida),
        refusal_of(come, invitation=citizen, by=ida, answer=GuestAnswer.DECLINED),
        refusal_of(invite, meeting=meeting, by=ida, kind="NETWORK", person=marie),
    ):
        assert refusal[0] == NetworkRefusal.CLOSED
    say(citizen, ida, "Og en hund", at=LATER)
    added = version_of(citizen, meeting).said[1]
    assert (added.text, added.is_added) == ("Og en hund", True)


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
        close(meeting, ida)
    end_today(as_ida.kim, ida)
    given = {"voice": voice, "stays_here": True, "version": 1, "by": ida.actor, "at": LATER}

    assert refusal_of(reword_voice, text="Jeg er glad", **given)[0] == CourseRefusal.ALREADY_ENDED
    assert reword_voice(text="Jeg er bange", **given).stays_here


def test_partners_version_follows_the_consent(as_ida, ida, meeting, marie):
    consent = open_for(as_ida, ["GOALS"])
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


def test_handing_over_is_written_down(as_ida, ida, meeting, marie):
    guest = come(invite(meeting, ida, "NETWORK", marie), ida)
    assert refusal_of(give, guest=guest, ida=ida)[0] == NetworkRefusal.NOT_HELD
    close(meeting, ida)
    refusal = refusal_of(give, guest=the_citizen(meeting), ida=ida)
    assert refusal[0] == NetworkRefusal.NOT_PRESENT

    given = give(guest, ida)
    assert list(handovers_of(meeting.pk)) == [given]
    assert changes_of(given) == [("INSERT", "meetings.hand_over_minutes", ida.actor.key)]


def test_minutes_are_handed_over_also_after_the_course(as_ida, ida, meeting):
    citizen = come(the_citizen(meeting), ida)
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
        close(meeting, cast.ida)
        give(citizen, cast.ida)
    for other in (cast.omar, cast.mette):
        with acting(other.actor):
            for model in (NetworkMeeting, NetworkInvitation, NetworkVoice, MinutesHandover):
                assert list(model.objects.all()) == []


def test_point_of_the_round_is_the_methods(meeting):
    assert ROUND == "NETWORK_ROUND"
    assert (meeting.method_pack, bool(meeting.method_version)) == ("m-act", True)
