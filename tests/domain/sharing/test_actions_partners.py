"""What a partner writes is theirs by name, and the door is asked at every act."""

import datetime as dt

import pytest

from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.meetings.models import NetworkInvitation
from hjemmebane.domain.partners.actions import add_person
from hjemmebane.domain.plans.actions import add_item, settle_goal
from hjemmebane.domain.plans.choices import GoalStatus, ItemKind
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.actions import (
    answer_as_citizen,
    answer_network_meeting,
    cancel_own_appointment,
    change_own_activity,
    make_own_appointment,
    see_messages,
    see_partners_messages,
)
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.domain.sharing.queries import (
    answers_to_me,
    between_partners,
    consents_to_me,
    let_in_by,
    messages_about,
    network_meetings_to_come,
    new_to_me,
    own_activity,
)
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import AlreadySaved, EditConflict
from tests.factories.cast import KIMS_CPR
from tests.factories.history import changes_by
from tests.factories.network_meetings import call, invite
from tests.factories.partners import DAY, WHAT, agree, close, reply, say, write
from tests.factories.refusals import refused_as_not_yours
from tests.factories.sharing import hire, let_citizen_in, open_to, tomorrow


@pytest.fixture
def consent(cast, lise):
    """Kim opens everything to the job centre."""
    return open_to(cast.job_centre, cast.kim, cast.ida)


def reason_of(call, *arguments, **named):
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value.reason


def history(cast, partner, verb):
    with acting(cast.ida.actor):
        return changes_by(partner.actor, f"sharing.{verb}")


# ------------------------------------------------------------------ activities
def test_activity_is_written_with_the_partners_name(cast, lise, consent):
    activity = write(cast.kim, lise, values=WHAT | {"how_often": "Hver tirsdag", "place": "Hos os"})

    with acting(cast.ida.actor):
        stored = PlanActivity.objects.select_related("partner_person").get(pk=activity.pk)
        assert (stored.what, stored.how_often, stored.goal_id, stored.partner_person_id) == (
            "Vi finder en praktik",
            "Hver tirsdag",
            cast.kim.goal.pk,
            cast.lise.pk,
        )
        assert stored.is_partners_own
    assert history(cast, lise, "write_activity") == [("INSERT", "plans_planactivity")]


def test_activity_sent_twice_is_one(cast, lise, consent):
    key = new_id()
    write(cast.kim, lise, id=key)

    with pytest.raises(AlreadySaved):
        write(cast.kim, lise, id=key)


def test_activity_stands_after_what_is_there(cast, lise, consent):
    first, second = write(cast.kim, lise), write(cast.kim, lise)

    assert second.position > first.position


def test_own_activity_is_changed_and_its_status_set(cast, lise, consent):
    activity = write(cast.kim, lise)

    with acting(lise.actor):
        change_own_activity(
            activity=activity, values={"status": "DONE"}, version=1, by=lise.actor, at=now()
        )

    assert history(cast, lise, "change_own_activity") == [("UPDATE", "plans_planactivity")]


def test_stale_change_is_noticed(cast, lise, consent):
    activity = write(cast.kim, lise)
    change = {"activity": activity, "version": 1, "by": lise.actor, "at": now()}
    with acting(lise.actor):
        change_own_activity(values={"status": "DONE"}, **change)

        with pytest.raises(EditConflict):
            change_own_activity(values={"status": "ONGOING"}, **change)


def test_what_a_colleague_wrote_is_theirs(cast, lise, consent):
    activity, per = write(cast.kim, lise), hire(cast.job_centre, "Per", cast.ida)

    with acting(per.actor):
        seen = PlanActivity.objects.get(pk=activity.pk)
        with pytest.raises(PlanActivity.DoesNotExist):
            own_activity(activity.pk, per.person)
        change = {"values": {"status": "DONE"}, "version": 1, "by": per.actor, "at": now()}
        assert reason_of(change_own_activity, activity=seen, **change) == SharingRefusal.NOT_OWN


def test_goal_that_is_not_open_takes_no_activity(cast, lise):
    open_to(cast.job_centre, cast.kim, cast.ida, scope=["APPOINTMENTS"], goals=[])

    with refused_as_not_yours():
        write(cast.kim, lise)


@pytest.mark.parametrize("goal", [None, "Noors"])
def test_goal_of_another_plan_takes_no_activity(cast, lise, consent, goal):
    goal = cast.noor.goal if goal else None

    assert reason_of(write, cast.kim, lise, goal=goal) == SharingRefusal.GOAL_CLOSED


def test_settled_goal_takes_no_activity(cast, lise, consent):
    with acting(cast.ida.actor):
        goal = settle_goal(
            goal=cast.kim.goal,
            status=GoalStatus.REACHED,
            reason="",
            on=today(),
            version=1,
            by=cast.ida.actor,
            at=now(),
        )

    assert reason_of(write, cast.kim, lise, goal=goal) == SharingRefusal.GOAL_SETTLED


def test_cpr_number_goes_nowhere(cast, lise, consent):
    activity, told = write(cast.kim, lise), f"Hun er {KIMS_CPR}"
    change = {"values": {"place": told}, "version": 1, "by": lise.actor, "at": now()}

    refusals = [
        reason_of(write, cast.kim, lise, values={"what": told}),
        reason_of(agree, cast.kim, lise, what=told),
        reason_of(say, lise, activity, told),
        reason_of(reply, cast.ida, activity, told),
    ]
    with acting(lise.actor):
        refusals.append(reason_of(change_own_activity, activity=activity, **change))

    assert refusals == [SharingRefusal.CPR_NUMBER] * 5


# ------------------------------------------------------------------ the door
def test_door_that_closed_a_moment_ago_refuses_every_act(cast, lise, consent):
    activity, appointment = write(cast.kim, lise), agree(cast.kim, lise)
    close(consent, cast.ida)
    who = {"by": lise.actor, "at": now()}

    refusals = [
        reason_of(write, cast.kim, lise),
        reason_of(agree, cast.kim, lise),
        reason_of(say, lise, activity),
    ]
    with acting(lise.actor):
        refusals += [
            reason_of(change_own_activity, activity=activity, values=WHAT, version=1, **who),
            reason_of(cancel_own_appointment, appointment=appointment, version=1, **who),
            reason_of(see_messages, activity=activity, **who),
        ]

    assert refusals == [SharingRefusal.NOTHING_OPEN] * 6


def test_member_of_the_staff_does_nothing_as_a_partner(cast, lise, consent):
    activity = write(cast.kim, lise)

    assert reason_of(write, cast.kim, cast.ida) == SharingRefusal.NOTHING_OPEN
    assert reason_of(agree, cast.kim, cast.ida) == SharingRefusal.NOTHING_OPEN
    assert reason_of(say, cast.ida, activity) == SharingRefusal.NOTHING_OPEN


def test_what_was_written_stays_with_the_team_when_the_door_closes(cast, lise, consent):
    activity = write(cast.kim, lise)
    close(consent, cast.ida)

    with acting(cast.ida.actor):
        assert PlanActivity.objects.filter(pk=activity.pk).exists()
    with acting(lise.actor):
        assert not PlanActivity.objects.exists()


# ------------------------------------------------------------------ appointments
def test_appointment_is_made_and_called_off(cast, lise, consent):
    appointment = agree(cast.kim, lise)

    with acting(lise.actor):
        cancel_own_appointment(appointment=appointment, version=1, by=lise.actor, at=now())
        again = {"appointment": appointment, "version": 2, "by": lise.actor, "at": now()}
        assert reason_of(cancel_own_appointment, **again) == SharingRefusal.ALREADY_CANCELLED

    assert history(cast, lise, "make_own_appointment") == [("INSERT", "sharing_partnerappointment")]
    assert history(cast, lise, "cancel_own_appointment") == [
        ("UPDATE", "sharing_partnerappointment")
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"starts_at": tomorrow() - 2 * DAY}, SharingRefusal.PAST_TIME),
        ({"ends_at": tomorrow() - dt.timedelta(hours=1)}, SharingRefusal.ENDS_BEFORE_START),
    ],
)
def test_appointment_is_to_come_and_ends_after_it_starts(cast, lise, consent, changes, reason):
    assert reason_of(agree, cast.kim, lise, **changes) == reason


def test_appointment_sent_twice_is_one_also_when_its_time_has_come(cast, lise, consent):
    key, starts_at = new_id(), tomorrow()
    values = {"what": "Samtale", "starts_at": starts_at}
    given = {"id": key, "course_id": cast.kim.course.pk, "values": values, "by": lise.actor}
    with acting(lise.actor):
        make_own_appointment(**given, at=now())

        with pytest.raises(AlreadySaved):
            make_own_appointment(**given, at=starts_at + DAY)


def test_anothers_appointment_is_theirs(cast, lise, consent):
    appointment, per = agree(cast.kim, lise), hire(cast.job_centre, "Per", cast.ida)

    with acting(per.actor):
        seen = PartnerAppointment.objects.get(pk=appointment.pk)
        cancel = {"appointment": seen, "version": 1, "by": per.actor, "at": now()}
        assert reason_of(cancel_own_appointment, **cancel) == SharingRefusal.NOT_OWN


# ------------------------------------------------------------------ messages
def test_messages_go_both_ways_and_answering_is_having_read(cast, lise, consent):
    activity = write(cast.kim, lise)
    say(lise, activity)
    reply(cast.ida, activity)

    with acting(cast.ida.actor):
        told = list(messages_about(activity.pk).values_list("side", "text", "seen_by"))
    assert told == [
        ("PARTNER", "Kan I tage med?", cast.ida.user.pk),
        ("TEAM", "Ja, det kan vi", None),
    ]
    assert history(cast, lise, "write_to_team") == [("INSERT", "contacts_message")]
    assert history(cast, cast.ida, "write_to_partner") == [
        ("INSERT", "contacts_message"),
        ("UPDATE", "contacts_message"),
    ]

    say(lise, activity, "Tak")
    assert history(cast, lise, "write_to_team")[-1] == ("UPDATE", "contacts_message")


def test_messages_are_seen_by_each_side_alone(cast, lise, consent):
    activity = write(cast.kim, lise)
    reply(cast.ida, activity)
    say(lise, activity)
    reply(cast.ida, activity, "Og husk madpakke")

    with acting(lise.actor):
        see_messages(activity=activity, by=lise.actor, at=now())
    say(lise, activity, "Det gør jeg")
    with acting(cast.ida.actor):
        see_partners_messages(activity=activity, by=cast.ida.actor, at=now())
        assert not Message.objects.filter(seen_at__isnull=True).exists()


def test_colleagues_activity_is_not_written_about(cast, lise, consent):
    activity, per = write(cast.kim, lise), hire(cast.job_centre, "Per", cast.ida)

    assert reason_of(say, per, activity) == SharingRefusal.NOT_OWN


def test_partner_who_could_not_read_it_is_not_written_to(cast, lise, consent):
    activity, per = write(cast.kim, lise), hire(cast.job_centre, "Per", cast.ida)
    who = {"by": cast.ida.actor, "at": now()}
    with acting(cast.ida.actor):
        ulla = add_person(id=new_id(), organisation=cast.job_centre, name="Ulla", **who)
        unknown = add_item(
            id=new_id(),
            plan=cast.kim.plan,
            kind=ItemKind.ACTIVITY,
            values={
                "what": "Ringer",
                "responsible_kind": "PARTNER",
                "partner_person": ulla,
            },
            **who,
        )
    assert reason_of(reply, cast.ida, unknown) == SharingRefusal.PARTNER_WITHOUT_LOGIN

    close(consent, cast.ida)
    assert reason_of(reply, cast.ida, activity) == SharingRefusal.PARTNER_SHUT_OUT
    open_to(cast.job_centre, cast.kim, cast.ida, person=per.person)
    assert reason_of(reply, cast.ida, activity) == SharingRefusal.PARTNER_SHUT_OUT
    open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise)
    assert reply(cast.ida, activity).side == "TEAM"


# ------------------------------------------------------------------ network meetings
@pytest.fixture
def asked(cast, lise, consent):
    """Lise is asked to a network meeting tomorrow."""
    with acting(cast.ida.actor):
        meeting = call(cast.kim, cast.ida, starts_at=tomorrow())
        return invite(meeting, cast.ida, "PARTNER", cast.lise, at=now())


def answer(partner, invitation, *, comes):
    with acting(partner.actor):
        answer_network_meeting(invitation_id=invitation.pk, comes=comes, by=partner.actor, at=now())


def test_partner_answers_a_network_meeting_and_may_change_their_mind(cast, lise, asked):
    for comes, said in ((True, "ACCEPTED"), (True, "ACCEPTED"), (False, "DECLINED")):
        answer(lise, asked, comes=comes)

        with acting(lise.actor):
            (meeting,) = network_meetings_to_come()
        assert (meeting.answer, meeting.place) == (said, "I køkkenet")

    with acting(cast.ida.actor):
        assert NetworkInvitation.objects.get(pk=asked.pk).version == 3
    assert (
        history(cast, lise, "answer_network_meeting")
        == [("UPDATE", "meetings_networkinvitation")] * 2
    )


def test_meeting_one_is_not_asked_to_cannot_be_answered(cast, lise, asked, consent):
    per = hire(cast.job_centre, "Per", cast.ida)
    with acting(per.actor):
        assert network_meetings_to_come() == []

    assert reason_of(answer, per, asked, comes=True) == SharingRefusal.MEETING_OVER
    assert reason_of(answer, cast.ida, asked, comes=True) == SharingRefusal.MEETING_OVER
    close(consent, cast.ida)
    assert reason_of(answer, lise, asked, comes=True) == SharingRefusal.MEETING_OVER


def test_meeting_that_has_been_is_neither_shown_nor_answered(cast, lise, consent):
    with acting(cast.ida.actor):
        meeting = call(cast.kim, cast.ida, starts_at=now() - 2 * DAY)
        invitation = invite(meeting, cast.ida, "PARTNER", cast.lise, at=now())

    assert reason_of(answer, lise, invitation, comes=True) == SharingRefusal.MEETING_OVER


# ------------------------------------------------------------------ what one is told
def test_partner_is_told_what_the_citizen_says_to_their_own_and_not_why(cast, lise, consent):
    activity, appointment = write(cast.kim, lise), agree(cast.kim, lise)
    kim = let_citizen_in(cast.kim, cast.ida)
    with acting(kim.actor):
        for kind, item, said in (
            ("ACTIVITY", activity, "AGREES"),
            ("ACTIVITY", activity, "DISAGREES"),
            ("PARTNER_APPOINTMENT", appointment, "NOT_NOW"),
            ("GOAL", cast.kim.goal, "AGREES"),
        ):
            answer_as_citizen(
                id=new_id(),
                course=cast.kim.course,
                kind=kind,
                item_id=item.pk,
                answer=said,
                reason="Det siger jeg til teamet",
                by=kim.actor,
                at=now(),
            )

    with acting(lise.actor):
        assert answers_to_me() == {activity.pk: "DISAGREES", appointment.pk: "NOT_NOW"}
    with acting(hire(cast.job_centre, "Per", cast.ida).actor):
        assert answers_to_me() == {}
    close(consent, cast.ida)
    with acting(lise.actor):
        assert answers_to_me() == {}


def test_another_citizens_word_about_ones_doings_is_nobodys(cast, lise, consent):
    activity, noor = write(cast.kim, lise), let_citizen_in(cast.noor, cast.omar)
    with acting(noor.actor), pytest.raises(Refused):
        answer_as_citizen(
            id=new_id(),
            course=cast.noor.course,
            kind="ACTIVITY",
            item_id=activity.pk,
            answer="DISAGREES",
            reason="",
            by=noor.actor,
            at=now(),
        )

    with acting(lise.actor):
        assert answers_to_me() == {}


def test_unread_message_is_new_until_it_is_read(cast, lise, consent):
    activity = write(cast.kim, lise)
    reply(cast.ida, activity)

    with acting(lise.actor):
        assert [(one.course_id, one.about, one.times) for one in new_to_me()] == [
            (cast.kim.course.pk, "message", 1)
        ]
        see_messages(activity=activity, by=lise.actor, at=now())
        assert new_to_me() == []


def test_partner_knows_who_let_them_in_and_their_own_consents(cast, lise):
    noors = open_to(cast.job_centre, cast.noor, cast.omar)
    kims = open_to(cast.job_centre, cast.kim, cast.ida)
    with acting(lise.actor):
        assert let_in_by().name == "Ida"
        assert let_in_by().team == "Team et"
        assert list(consents_to_me(cast.kim.citizen.pk)) == [kims]
        assert list(consents_to_me(cast.noor.citizen.pk)) == [noors]
    with acting(cast.ida.actor):
        assert let_in_by() is None


def told_since(teams, since):
    return between_partners(teams, since, unread_before=now() - DAY)


def test_team_is_told_what_partners_changed_and_called_off(cast, lise, consent):
    activity, appointment = write(cast.kim, lise), agree(cast.kim, lise)
    teams, since = [cast.team_one.pk], now()
    with acting(lise.actor):
        who = {"by": lise.actor, "at": now()}
        values = {"status": "ONGOING"}
        activity = change_own_activity(activity=activity, values=values, version=1, **who)
        change_own_activity(activity=activity, values=values, version=2, **who)
        cancel_own_appointment(appointment=appointment, version=1, **who)

    with acting(cast.ida.actor):
        told = told_since(teams, since)
        assert [one.about for one in told_since(teams, now() + DAY)] == []
        # What is new is told as new, however often it was changed since.
        new = told_since(teams, since - DAY)
    assert sorted((one.about, one.words, one.who) for one in told) == [
        ("cancelled", "Samtale", "Lise"),
        ("changed", "Vi finder en praktik", "Lise"),
    ]
    assert sorted(one.about for one in new) == ["activity", "cancelled"]
    with acting(cast.omar.actor):
        assert told_since(teams, since) == []


def test_team_is_told_what_its_partners_did_and_nothing_of_other_teams(cast, lise, consent):
    before = now()
    activity = write(cast.kim, lise)
    agree(cast.kim, lise)
    say(lise, activity)
    teams = [cast.team_one.pk]

    with acting(cast.ida.actor):
        told = told_since(teams, before - DAY)
        assert sorted((one.about, one.citizen, one.who) for one in told) == [
            ("activity", "Kim Krog", "Lise"),
            ("appointment", "Kim Krog", "Lise"),
            ("message", "Kim Krog", "Lise"),
        ]
        assert [one.about for one in told_since(teams, now() + DAY)] == ["message"]
        see_partners_messages(activity=activity, by=cast.ida.actor, at=now())
        assert told_since(teams, now() + DAY) == []
    with acting(cast.omar.actor):
        assert told_since(teams, before - DAY) == []
