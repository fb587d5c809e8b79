"""Every route asked as every role, by GET and by POST: who gets an answer, and who nothing.

The routes and whom they are for come from `config/audiences.py`; a route that is not there, or for
which no address can be made here, fails.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client

from hjemmebane.config.audiences import AUDIENCES, Audience
from hjemmebane.config.roles import ANSWERED, LET_IN, LOGGED_IN, TEAM, Role
from hjemmebane.domain.audit.models import Access, Change
from hjemmebane.domain.citizens.actions import add_around_citizen
from hjemmebane.domain.citizens.models import NetworkPerson
from hjemmebane.domain.consents.actions import give_consent, withdraw_consent
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.actions import (
    AppointmentDetails,
    ContactDetails,
    add_visit_template,
    change_appointment,
    log_contact,
    make_appointment,
    reassign_appointment,
)
from hjemmebane.domain.courses.actions import begin_ending, record_life_event
from hjemmebane.domain.field.actions import register_device
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.domain.meetings.actions import (
    hold_steering_meeting,
    open_meeting,
    raise_steering_point,
)
from hjemmebane.domain.partners.actions import add_organisation, add_person
from hjemmebane.domain.partners.models import PartnerOrganisation
from hjemmebane.domain.plans.actions import add_item, take_version
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.domain.sharing.actions import (
    add_recording,
    make_own_appointment,
    say_mood,
    write_activity,
)
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
from tests.faces.addresses import (
    ABOUT_A_CITIZEN,
    ACTIVITY,
    ANSWERS,
    APPOINTMENT,
    ATTACHMENT,
    AWAY,
    CALL,
    CALLED,
    CONFLICT,
    CONSENT,
    CONTACT,
    COSTING,
    EVENT,
    FOLLOW_UP,
    LEARNED,
    MEETING,
    MOOD,
    OFFER,
    ORGANISATION,
    OTHERS,
    PARTNER_APPOINTMENT,
    PERSON,
    PHONE,
    RECORDING,
    REPORT,
    SCENARIO,
    STEERING,
    STEERING_POINT,
    SUGGESTION,
    TASK,
    TEMPLATE,
    TIME,
    address,
)
from tests.factories.attachments import hang
from tests.factories.cast import HIRED_ON, NOW, Cast, employ, let_join
from tests.factories.courses import LIFE_EVENT, matched
from tests.factories.economics import keep_costing, keep_scenario
from tests.factories.evaluating import made
from tests.factories.field import a_visit
from tests.factories.intake import referred
from tests.factories.measuring import begin
from tests.factories.network_meetings import hold_network_meeting
from tests.factories.partnership import offer
from tests.factories.pictures import picture
from tests.factories.reminders import call, follow, give, light_agreement
from tests.factories.sharing import hire, let_citizen_in, let_in, open_to
from tests.factories.sms import remind
from tests.factories.voices import SOUND, suggested

FOUND_STATUSES = {200, 302, 409, 422}
WRONG_METHOD = 405
ENDS = ("staff:doors:hand_over", "account_logout")
# Citizens are sent to a door of their own.
LOGIN_PAGES = ("/login/", "/min-plan/log-ind/")
SECRETS = (
    "Krog",
    "Vil bo ved vandet",
    "Talte længe",
    "Manden ved stationen",
    "Viggo Skov",
    "Ring om",
    "Kim sang",
    "Jeg vil have ro",
    "Vi finder en praktik",
)


@pytest.fixture
def template(cast: Cast) -> None:
    """What only the coordinator writes."""
    values, who = {"name": "Besøg"}, {"by": cast.bo.actor, "at": NOW}
    keep_costing(cast, cast.bo, id=COSTING)
    keep_scenario(cast, cast.bo, id=SCENARIO)
    with acting(cast.bo.actor):
        add_visit_template(id=TEMPLATE, team=cast.team_one, values=values, **who)


@pytest.fixture
def filled(cast: Cast, template: None) -> Cast:
    """Kim's case with one of everything that has an address."""
    ida, kim = cast.ida, cast.kim
    with acting(ida.actor):
        record_contacts(cast)
        light_agreement(kim, ida)
        remind(kim, ida, NOW)
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
        who = {"by": ida.actor, "at": NOW}
        show_portrait(id=new_id(), staff_member=ida.staff_member, picture=picture(), **who)
        send_from_the_road(cast)
        begin(kim, ida, id=ANSWERS)
    made(cast, cast.bo, id=REPORT, until_on=dt.date(2025, 5, 31), at=NOW)
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
        say_mood(id=MOOD, course=cast.kim.course, feeling=4, by=kim, at=now())
    return cast


def others_have_written(cast: Cast) -> None:
    """A referrer, and a partner while a door stood open that is shut again."""
    referred(cast.team_one)
    with acting(cast.ida.actor):
        add_item(
            id=OTHERS,
            plan=cast.kim.plan,
            kind=ItemKind.ACTIVITY,
            values={
                "what": "Vi finder en praktik",
                "goal": cast.kim.goal,
                "responsible_kind": "STAFF",
                "staff_member": cast.ida.staff_member,
            },
            by=cast.ida.actor,
            at=NOW,
        )
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


def record_contacts(cast: Cast) -> None:
    ida = cast.ida
    record_life_event(id=EVENT, course=cast.kim.course, values=LIFE_EVENT, by=ida.actor, at=NOW)
    contact = log_contact(
        id=CONTACT,
        course=cast.kim.course,
        details=ContactDetails(started_at=NOW, note="Talte længe"),
        staff=[ida.staff_member],
        sub_goals={},
        by=ida.actor,
        at=NOW,
    )
    hang(contact, ida, id=ATTACHMENT)
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
    details = replace(AppointmentDetails.of(moved), what="Tur til tandlægen")
    change_appointment(
        appointment=moved,
        details=replace(details, staff_member=ida.staff_member),
        tell_citizen="Sig, at vi går til tandlægen",
        version=moved.version,
        by=ida.actor,
        at=now(),
    )
    give(cast.kim, ida, id=TASK, what="Ring om lejligheden")
    follow(cast.kim, ida, id=FOLLOW_UP, why="Ring om lejligheden")
    call(cast.kim, ida, id=CALL)


def hold_the_steering_group(cast: Cast) -> None:
    who = {"by": cast.ida.actor, "at": NOW}
    meeting = hold_steering_meeting(
        id=STEERING, team=cast.team_one, held_on=NOW.date(), staff=[cast.ida.staff_member], **who
    )
    raise_steering_point(
        id=STEERING_POINT, meeting=meeting, kind="OBSTACLE", text="Lange ventetider", **who
    )


def send_from_the_road(cast: Cast) -> None:
    """Ida's telephone, and a visit that it sent in two versions."""
    register_device(id=PHONE, name="Idas telefon", by=cast.ida.actor, at=now())
    FieldConflict(
        id=CONFLICT,
        course=cast.kim.course,
        kind="visit",
        concerns=CONTACT,
        sent=a_visit(cast.kim, cast.ida, note="Talte længe")["body"],
        made_at=now(),
        recorded_by_id=cast.ida.user.pk,
        recorded_at=now(),
    ).insert()


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
    cache.clear()  # what others asked before counts towards the limits of open pages
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
    is_hidden = role in LOGGED_IN or audience is Audience.GATEWAY
    return "nothing" if is_hidden else "login"


def met(response) -> str:
    to_login = response.status_code == 302 and response["Location"].startswith(LOGIN_PAGES)
    if to_login or response.status_code in {401, 403}:
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


def logout_last(entry: tuple[str, Audience]) -> int:
    """What closes the doors behind it comes last: a device handed over, and logging out."""
    return ENDS.index(entry[0]) + 1 if entry[0] in ENDS else 0


def changes(cast: Cast) -> int:
    with acting(cast.ida.actor):
        return Change.objects.count()
