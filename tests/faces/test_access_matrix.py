"""Every route asked as every role, by GET and by POST: who gets an answer, and who nothing.

The routes and whom they are for come from `config/audiences.py`; a route that is not there, or for
which no address can be made here, fails.
"""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from hjemmebane.config.audiences import AUDIENCES, Audience
from hjemmebane.config.roles import ANSWERED, LET_IN, LOGGED_IN, TEAM, Role
from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.actions import (
    ContactDetails,
    log_contact,
    make_appointment,
    reassign_appointment,
)
from hjemmebane.domain.contacts.models import AppointmentMove
from hjemmebane.domain.courses.actions import begin_ending, record_life_event
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.courses.queries import assessments_of, attachments_of
from hjemmebane.domain.meetings.actions import (
    hold_steering_meeting,
    open_meeting,
    raise_steering_point,
)
from hjemmebane.domain.meetings.models import NetworkVoice
from hjemmebane.domain.meetings.queries import items_of
from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.plans.actions import take_version
from hjemmebane.domain.sharing.actions import add_recording, make_own_appointment, write_activity
from hjemmebane.domain.teams.actions import (
    leave_team,
    record_training,
    register_absence,
    show_portrait,
)
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.actions import log_time
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import OPERATIONS, Actor, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.http import HANDED_OVER_TO
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import HIRED_ON, NOW, Cast, employ, let_join
from tests.factories.courses import LIFE_EVENT, matched
from tests.factories.intake import referred
from tests.factories.network_meetings import hold_network_meeting
from tests.factories.partnership import offer
from tests.factories.pictures import picture
from tests.factories.reminders import follow, give
from tests.factories.sharing import hire, let_citizen_in, let_in, open_to
from tests.factories.voices import SOUND, suggested

ABOUT_A_CITIZEN = {
    Audience.CITIZENS_TEAM,
    Audience.CITIZENS_PARTNERS,
    Audience.GOALS_PARTNERS,
}
FOUND_STATUSES = {200, 302, 409, 422}
WRONG_METHOD = 405
# Citizens are sent to a door of their own.
LOGINS = ("/login/", "/min-plan/log-ind/")
SECRETS = (
    "Krog",
    "Vil bo ved vandet",
    "Talte længe",
    "Manden ved stationen",
    "Viggo Skov",
    "Ring om",
    "Jeg vil have ro",
    "Vi finder en praktik",
)


@pytest.fixture
def filled(cast: Cast) -> Cast:
    """Kim's case with one of everything that has an address."""
    ida, kim = cast.ida, cast.kim
    with acting(ida.actor):
        record_contacts(cast)
        record_hours(cast)
        add_around_citizen(
            record=NetworkPerson(id=PERSON, citizen=kim.citizen, name="Søs", relation="søster"),
            by=ida.actor,
            at=NOW,
        )
        give_consent(
            id=CONSENT,
            citizen=kim.citizen,
            recipient=shelter(cast),
            scope=["GOALS"],
            purpose="Vil bo ved vandet",
            how_given="ORALLY",
            from_on=NOW.date(),
            by=ida.actor,
            at=NOW,
        )
        begin_ending(
            id=new_id(),
            course=kim.course,
            values={"reason": "GOALS_REACHED", "begun_on": NOW.date()},
            by=ida.actor,
            at=NOW,
        )
        take_version(id=new_id(), plan=kim.plan, reason="Start", by=ida.actor, at=NOW)
        matched(cast.team_one, ida)
        open_meeting(
            id=MEETING,
            team=cast.team_one,
            staff=[ida.staff_member],
            planned_minutes=60,
            by=ida.actor,
            at=NOW,
        )
        hold_network_meeting(kim, ida)
        hold_the_steering_group(cast)
        show_portrait(
            id=new_id(),
            staff_member=ida.staff_member,
            picture=picture(),
            by=ida.actor,
            at=NOW,
        )
    others_have_written(cast)
    return with_a_voice(cast)


def with_a_voice(cast: Cast) -> Cast:
    """Kim speaks on Ida's device, which she has handed over: no login of Kim's is needed for it."""
    kim = Actor.together(cast.ida.user.pk, cast.kim.citizen.pk)
    with acting(kim):
        asked = suggested(cast.kim, kim, id=SUGGESTION, text="Vil bo ved vandet")
        add_recording(
            id=RECORDING,
            suggestion=asked,
            kind="AUDIO",
            content_type="audio/webm",
            content=SOUND,
            by=kim,
            at=now(),
        )
    return cast


def others_have_written(cast: Cast) -> None:
    """A referrer, and a partner while a door stood open that is shut again."""
    referred(cast.team_one)
    lise, kim = let_in(cast.lise, cast.ida), cast.kim
    opened = open_to(cast.job_centre, kim, cast.ida)
    with acting(lise.actor):
        who = {"course_id": kim.course.pk, "by": lise.actor, "at": now()}
        what = {"what": "Vi finder en praktik"}
        write_activity(id=ACTIVITY, goal=kim.goal, values=what, **who)
        times = {**what, "starts_at": now() + dt.timedelta(days=3)}
        make_own_appointment(id=PARTNER_APPOINTMENT, values=times, **who)
    with acting(cast.ida.actor):
        withdraw_consent(consent=opened, version=1, by=cast.ida.actor, at=now())


def shelter(cast: Cast) -> PartnerOrganisation:
    """A partner whose consent opens nothing to the job centre's people, and a place to belong."""
    who = {"by": cast.ida.actor, "at": NOW}
    offer(cast, cast.ida.actor, id=OFFER)
    found = add_organisation(
        id=ORGANISATION, municipality=cast.municipality, kind="SHELTER", name="Herberget", **who
    )
    add_person(id=CALLED, organisation=found, name="Per", **who)
    return found


def records_of_the_team(cast: Cast) -> dict[str, object]:
    """What the addresses of the team's own records need: a referral with a file, somebody decided
    about, and a meeting.
    """
    with acting(cast.ida.actor):
        early, referral = EarlyContact.objects.get(), Referral.objects.get()
        return {
            "referral_id": referral.pk,
            "attachment_id": attachments_of(referral.pk).get().pk,
            "early_id": early.pk,
            "assessment_id": assessments_of(early.pk).get().pk,
            "training_id": LEARNED,
            "absence_id": AWAY,
            "entry_id": TIME,
            "staff_member_id": cast.ida.staff_member.pk,
            "move_id": AppointmentMove.objects.get().pk,
            "meeting_id": MEETING,
            "item_id": items_of(MEETING).get().pk,
            "kind": "delmaal",
            "record_id": cast.kim.first_step.pk,
            "verb": "naaet",
            "key": "sagt",
            "point": "BOARD_WEEK",
            "task_id": TASK,
        }


MEETING, TASK, FOLLOW_UP, LEARNED = (new_id() for _ in range(4))
STEERING, STEERING_POINT = new_id(), new_id()
ORGANISATION, CALLED, OFFER = (new_id() for _ in range(3))
ACTIVITY, PARTNER_APPOINTMENT = new_id(), new_id()
SUGGESTION, RECORDING = new_id(), new_id()
PERSON, CONSENT, CONTACT, APPOINTMENT, EVENT, AWAY, TIME = (new_id() for _ in range(7))


def record_contacts(cast: Cast) -> None:
    ida = cast.ida
    record_life_event(id=EVENT, course=cast.kim.course, values=LIFE_EVENT, by=ida.actor, at=NOW)
    log_contact(
        id=CONTACT,
        course=cast.kim.course,
        details=ContactDetails(started_at=NOW, note="Talte længe"),
        staff=[ida.staff_member],
        sub_goals={},
        by=ida.actor,
        at=NOW,
    )
    make_appointment(
        id=APPOINTMENT,
        course=cast.kim.course,
        what="Tur til lægen",
        starts_at=now() + dt.timedelta(days=3),
        ends_at=None,
        place="HOME",
        staff_member=ida.staff_member,
        by=ida.actor,
        at=now(),
    )
    moved = make_appointment(
        id=new_id(),
        course=cast.kim.course,
        what="Tur til lægen",
        starts_at=now() + dt.timedelta(days=3),
        ends_at=None,
        place="HOME",
        staff_member=ida.staff_member,
        by=ida.actor,
        at=now(),
    )
    reassign_appointment(
        appointment=moved, staff_member=cast.bo.staff_member, version=1, by=ida.actor, at=now()
    )
    give(cast.kim, ida, id=TASK, what="Ring om lejligheden")
    follow(cast.kim, ida, id=FOLLOW_UP, why="Ring om lejligheden")


def hold_the_steering_group(cast: Cast) -> None:
    who = {"by": cast.ida.actor, "at": NOW}
    meeting = hold_steering_meeting(
        id=STEERING, team=cast.team_one, held_on=NOW.date(), staff=[cast.ida.staff_member], **who
    )
    raise_steering_point(
        id=STEERING_POINT, meeting=meeting, kind="OBSTACLE", text="Lange ventetider", **who
    )


def record_hours(cast: Cast) -> None:
    me, who = cast.ida.staff_member, {"by": cast.ida.actor, "at": NOW}
    register_absence(
        id=AWAY, staff_member=me, values={"kind": "HOLIDAY", "from_on": today()}, **who
    )
    record_training(
        id=LEARNED,
        team=cast.team_one,
        values={
            "kind": "SUPERVISION",
            "held_on": NOW.date(),
            "hours": 2,
            "led_by": "Bo",
            "about": "At blive ved",
        },
        staff=[me],
        **who,
    )
    log_time(
        id=TIME,
        team=cast.team_one,
        staff_member=me,
        values={"worked_on": NOW.date(), "kind": "MEETING", "minutes": 45},
        **who,
    )


def known_around_table(cast: Cast, face: str) -> dict[str, object]:
    """The network meeting that was held with Kim, and what was said at it."""
    if face != "network_meetings":
        return {}
    with acting(cast.ida.actor):
        voice = NetworkVoice.objects.get()
        return {
            "meeting_id": voice.meeting_id,
            "guest_id": voice.invitation_id,
            "voice_id": voice.pk,
            "point": voice.point,
        }


def arguments(cast: Cast, route: str) -> dict[str, object]:
    """What the route's address needs, about Kim."""
    kim = cast.kim
    items = {
        "settle": kim.goal.pk,
        "reopen": kim.goal.pk,
        "reach_step": kim.first_step.pk,
        "drop_step": kim.first_step.pk,
        "reopen_step": kim.first_step.pk,
        "item_edit": kim.wish.pk,
        "item_remove": kim.wish.pk,
        "item_move": kim.wish.pk,
    }
    face, name = route.split(":")[-2:]
    known = {
        "item_id": items.get(name),
        "kind": {
            "citizens": "person",
            "practice": "aktivitet",
            "assessments": "somatic",
        }.get(face, "oenske"),
        "code": "ENGAGEMENT_WISHES",
        "area": "HOUSING",
        "person_id": PERSON,
        "contact_id": CONTACT,
        "appointment_id": PARTNER_APPOINTMENT if face == "citizens" else APPOINTMENT,
        "activity_id": ACTIVITY,
        "goal_id": kim.goal.pk,
        "invitation_id": ACTIVITY,  # no invitation: the page says so
        "consent_id": CONSENT,
        "suggestion_id": SUGGESTION,
        "recording_id": RECORDING,
        "event_id": EVENT,
        "follow_up_id": FOLLOW_UP,
        "question": "findes-ikke",
        "offer_id": OFFER,
        **known_around_table(cast, face),
    }
    needed = NEEDED.get(f"{face}:{name}", NEEDED.get(name, ()))
    return {"citizen_id": kim.citizen.pk, **{key: known[key] for key in needed}}


NEEDED = {
    "describe": ("area",),
    "around_new": ("kind",),
    "around_edit": ("kind", "person_id"),
    "around_remove": ("kind", "person_id"),
    **{f"consents:{name}": ("consent_id",) for name in ("change", "renew", "withdraw", "preview")},
    "edit": (),
    "life_event_edit": ("event_id",),
    **dict.fromkeys(("appointment_settle", "appointment_reassign"), ("appointment_id",)),
    **dict.fromkeys(("follow_up", "follow_up_reopen"), ("follow_up_id",)),
    "item_new": ("kind",),
    **dict.fromkeys(("note", "tap"), ("kind", "code")),
    "assessments:write": ("kind",),
    "overlaps:judge": ("question",),
    "offers:join": ("offer_id",),
    **dict.fromkeys(("voices:take_in", "voices:answer"), ("suggestion_id",)),
    "voices:recording": ("recording_id",),
    **{
        f"network_meetings:{name}": ("meeting_id",)
        for name in ("meeting", "edit", "cancel", "close", "invite", "promise")
    },
    **{
        f"network_meetings:{name}": ("meeting_id", "guest_id")
        for name in ("answer", "minutes", "paper")
    },
    **dict.fromkeys(
        (
            *(f"citizens:{name}" for name in ("activity", "status", "messages", "messages_seen")),
            *("messages:thread", "messages:seen"),
        ),
        ("activity_id",),
    ),
    "citizens:activity_new": ("goal_id",),
    "citizens:appointment_cancel": ("appointment_id",),
    "citizens:meeting_answer": ("invitation_id",),
    "network_meetings:round": ("meeting_id", "point"),
    "network_meetings:reword": ("meeting_id", "voice_id"),
    "item_edit": ("kind", "item_id"),
    "item_remove": ("kind", "item_id"),
    "item_move": ("kind", "item_id"),
    **dict.fromkeys(("settle", "reopen", "reach_step", "drop_step", "reopen_step"), ("item_id",)),
}

# What has a name of its own in the address.
NAMED = {
    "staff:documents:sheet": "citizen",
    "public:doors:invitation": "ACDE-FHJK-LMNP",
    "staff:meetings:agenda_change": "metodens",
    "staff:fidelity:judge": "core-functions",
}


PARTNERS_DOORS = [route for route in AUDIENCES if route.startswith("staff:doors:partner")]
# What a citizen's own address needs, about Kim.
KEYS_OF: dict[str, Callable[[Cast], list[object]]] = {
    **dict.fromkeys(PARTNERS_DOORS, lambda cast: [cast.lise.pk]),
    "staff:teams:portrait": lambda cast: [cast.ida.staff_member.pk],
    "citizen:plan:picture": lambda cast: [cast.kim.wish.pk],
    "citizen:story:tell": lambda _cast: ["nu"],
    "citizen:paper:plan": lambda _cast: ["min-plan"],
    "citizen:steps:reach": lambda cast: [cast.kim.second_step.pk],
    "citizen:steps:take_up": lambda cast: [cast.kim.second_step.pk],
    "citizen:steps:answer": lambda cast: ["maal", cast.kim.goal.pk],
    "citizen:appointments:portrait": lambda cast: [cast.ida.staff_member.pk],
    "citizen:sharing:stop": lambda _cast: [CONSENT],
    "citizen:writing:message": lambda _cast: ["besked"],
    "citizen:writing:recording": lambda _cast: [RECORDING],
}


def address(cast: Cast, route: str) -> str:
    if route in KEYS_OF:
        return reverse(route, args=KEYS_OF[route](cast))
    if route in ONE_KEY:
        return reverse(route, args=[ONE_KEY[route]])
    if AUDIENCES[route] is Audience.RECORDS_TEAM:
        keys, name = records_of_the_team(cast), route.rpartition(":")[2]
        return reverse(route, kwargs={key: keys[key] for key in RECORDS[name]})
    if route in NAMED:
        return reverse(route, args=[NAMED[route]])
    if AUDIENCES[route] not in ABOUT_A_CITIZEN:
        return reverse(route)
    if route == "staff:contacts:edit":
        return reverse(route, args=[cast.kim.citizen.pk, CONTACT])
    return reverse(route, kwargs=arguments(cast, route))


ONE_KEY = {
    **{
        f"staff:partners:{name}": ORGANISATION
        for name in ("organisation", "organisation_edit", "agreement", "function", "person_new")
    },
    "staff:partners:person_edit": CALLED,
    **{f"staff:offers:{name}": OFFER for name in ("edit", "checked")},
    **{f"staff:tasks:{name}": TASK for name in ("page", "done", "reopen", "drop")},
    **{f"staff:steering:{name}": STEERING for name in ("meeting", "edit", "point_new")},
    **{f"staff:steering:{name}": STEERING_POINT for name in ("point", "handle", "reopen")},
}
ONE = ("early_id",)
ASSESSED = (*ONE, "assessment_id")
TURN = ("meeting_id", "item_id")
RECORDS = {
    **dict.fromkeys(("referral", "ask", "take_up", "join", "referral_cpr"), ("referral_id",)),
    "attachment": ("referral_id", "attachment_id"),
    **dict.fromkeys(("absence_edit", "absence_cancel"), ("absence_id",)),
    **dict.fromkeys(("time_edit", "time_remove"), ("entry_id",)),
    "role_member": ("staff_member_id",),
    **dict.fromkeys(("training_edit", "training_remove"), ("training_id",)),
    "seen": ("move_id",),
    "hand_over": ("staff_member_id",),
    **dict.fromkeys(("early", "early_edit", "attempt_new", "lay_aside", "take_out"), ONE),
    **dict.fromkeys(("assessment_begin", "start"), ONE),
    **dict.fromkeys(("assessment", "decision_new", "letter"), ASSESSED),
    **dict.fromkeys(
        ("meeting", "attend", "add", "close", "list_news", "screen", "screen_news"), ("meeting_id",)
    ),
    "note": ("meeting_id", "point"),
    **dict.fromkeys(("turn", "turn_to", "news", "move"), TURN),
    "tap": (*TURN, "kind", "record_id", "verb"),
    "decide": (*TURN, "key"),
    "finish": ("meeting_id", "task_id"),
}


def leave(cast: Cast) -> User:
    """Somebody who worked in Kim's team until yesterday."""
    with acting(OPERATIONS):
        gone = employ("Gerd", "Pædagog")
        let_join(cast.team_one, gone, "HEALTH")
        membership = TeamMembership.objects.get(staff_member=gone.staff_member)
        leave_team(
            membership=membership,
            until_on=max(HIRED_ON, today() - dt.timedelta(days=1)),
            version=membership.version,
            by=OPERATIONS,
            at=now(),
        )
    return gone.user


def teamless(cast: Cast) -> User:
    with acting(OPERATIONS):
        return employ("Nik", "Vikar").user


def close(cast: Cast) -> User:
    with acting(OPERATIONS):
        User.objects.filter(pk=cast.bo.user.pk).update(is_active=False)
    return cast.bo.user


def partner(cast: Cast, **changes: object) -> User:
    """Lise, to whom Kim opens something."""
    lise = let_in(cast.lise, cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, **changes)
    return lise.user


def expired(cast: Cast) -> User:
    """Lise, to whom something was open until a good while ago."""
    return partner(cast, from_on=NOW.date(), until_on=NOW.date(), at=NOW)


def withdrawn(cast: Cast) -> User:
    """Lise, to whom something was open until a moment ago."""
    lise = partner(cast)
    with acting(cast.ida.actor):
        for consent in Consent.objects.filter(
            organisation=cast.job_centre, withdrawn_at__isnull=True
        ):
            withdraw_consent(consent=consent, version=consent.version, by=cast.ida.actor, at=now())
    return lise


def colleague(cast: Cast) -> User:
    """Per of the job centre; what is open there is open to Lise alone."""
    per = hire(cast.job_centre, "Per", cast.ida)
    open_to(cast.job_centre, cast.kim, cast.ida, person=cast.lise)
    return per.user


LOGINS: dict[Role, Callable[[Cast], User | None]] = {
    Role.OWN: lambda cast: cast.ida.user,
    Role.COORDINATOR: lambda cast: cast.bo.user,
    Role.OTHER: lambda cast: cast.omar.user,
    Role.MANAGER: lambda cast: cast.mette.user,
    Role.LEFT: leave,
    Role.TEAMLESS: teamless,
    Role.CLOSED: close,
    Role.NOBODY: lambda _cast: None,
    Role.OPENED: partner,
    Role.OTHER_PART: lambda cast: partner(cast, scope=["APPOINTMENTS"]),
    Role.EXPIRED: expired,
    Role.WITHDRAWN: withdrawn,
    Role.COLLEAGUE: colleague,
    Role.UNOPENED: lambda cast: let_in(cast.lise, cast.ida).user,
    Role.CITIZEN: lambda cast: let_citizen_in(cast.kim, cast.ida).user,
    Role.TOGETHER: lambda cast: cast.ida.user,
    Role.STRANGER: lambda cast: let_citizen_in(cast.noor, cast.omar).user,
}


def client_of(cast: Cast, role: Role) -> Client:
    client, user = Client(), LOGINS[role](cast)
    if user:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    if role == Role.TOGETHER:
        session = client.session
        session[HANDED_OVER_TO] = str(cast.kim.citizen.pk)
        session.save()
    return client


def expected(audience: Audience, role: Role) -> str:
    """What a role meets: an answer, the login, or nothing there."""
    if role in ANSWERED[audience]:
        return "answer"
    return "nothing" if role in LOGGED_IN else "login"


def met(response) -> str:
    to_login = response.status_code == 302 and response["Location"].startswith(LOGINS)
    if to_login or response.status_code == 403:
        return "login"
    if response.status_code == 404:
        return "nothing"
    return "answer" if response.status_code in FOUND_STATUSES else str(response.status_code)


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_every_route_answers_those_it_is_for(filled, role):
    client, met_by_route, wanted = client_of(filled, role), {}, {}
    for route, audience in sorted(AUDIENCES.items(), key=logout_last):
        if route == "account_login" and role in LOGGED_IN:
            continue  # sends who is logged in on
        response = client.get(address(filled, route))
        if response.status_code == WRONG_METHOD:
            response = client.post(address(filled, route))
        met_by_route[route] = met(response)
        wanted[route] = expected(audience, role)
    assert met_by_route == wanted


@pytest.mark.django_db
@pytest.mark.parametrize(
    "role",
    [role for role in Role if role not in {*TEAM, *LET_IN, Role.CITIZEN, Role.TOGETHER}],
    ids=lambda role: role.value,
)
def test_nobody_else_changes_or_learns_anything(filled, role):
    """Every route, by POST and GET: no history row about Kim appears, and no word of the case."""
    client = client_of(filled, role)
    before = changes(filled)
    for route in AUDIENCES:
        if route == "account_logout":
            continue
        for response in (client.post(address(filled, route)), client.get(address(filled, route))):
            body = b"".join(response) if response.streaming else response.content
            assert [word for word in SECRETS if word.encode() in body] == [], route
    assert changes(filled) == before


@pytest.mark.django_db
def test_every_page_about_a_citizen_is_logged(filled):
    """Each page and each refused form that shows Kim leaves a row that says who read what."""
    client, unlogged = client_of(filled, Role.OWN), []
    for route, audience in AUDIENCES.items():
        if audience in ABOUT_A_CITIZEN:
            before = readings(filled)
            response = client.get(address(filled, route))
            if response.status_code == WRONG_METHOD:
                response = client.post(address(filled, route))
            if met(response) == "answer" and readings(filled) == before:
                unlogged.append(route)
    assert unlogged == []


def readings(cast: Cast) -> int:
    with acting(cast.ida.actor):
        return Access.objects.filter(
            citizen_id=cast.kim.citizen.pk, actor=cast.ida.actor.key
        ).count()


def logout_last(entry: tuple[str, Audience]) -> bool:
    return entry[0] == "account_logout"


def changes(cast: Cast) -> int:
    with acting(cast.ida.actor):
        return Change.objects.count()
