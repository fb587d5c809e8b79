"""Where every route is: real keys of Kim's case for each address, made before the rows exist."""

from collections.abc import Callable

from django.urls import reverse

from hjemmebane.config.audiences import AUDIENCES, Audience
from hjemmebane.domain.contacts.models import AppointmentMove, AppointmentNotice
from hjemmebane.domain.courses.models import EarlyContact, Referral
from hjemmebane.domain.courses.queries import assessments_of, attachments_of
from hjemmebane.domain.meetings.models import NetworkVoice
from hjemmebane.domain.meetings.queries import items_of
from hjemmebane.domain.teams.actions import open_feed
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import Cast, Employee

ABOUT_A_CITIZEN = {
    Audience.CITIZENS_TEAM,
    Audience.CITIZENS_PARTNERS,
    Audience.GOALS_PARTNERS,
}


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
            "notice_id": AppointmentNotice.objects.get(staff_member=cast.ida.staff_member).pk,
            "meeting_id": MEETING,
            "item_id": items_of(MEETING).get().pk,
            "kind": "delmaal",
            "record_id": cast.kim.first_step.pk,
            "verb": "naaet",
            "key": "sagt",
            "point": "BOARD_WEEK",
            "task_id": TASK,
            "device_id": PHONE,
        }


MEETING, TASK, FOLLOW_UP, LEARNED, CALL = (new_id() for _ in range(5))
STEERING, STEERING_POINT = new_id(), new_id()
ORGANISATION, CALLED, OFFER = (new_id() for _ in range(3))
ACTIVITY, PARTNER_APPOINTMENT = new_id(), new_id()
SUGGESTION, RECORDING, MOOD, ATTACHMENT = new_id(), new_id(), new_id(), new_id()
ACTIVITY, OTHERS, PARTNER_APPOINTMENT = new_id(), new_id(), new_id()
SUGGESTION, RECORDING = new_id(), new_id()
PHONE, CONFLICT = new_id(), new_id()
PERSON, CONSENT, CONTACT, APPOINTMENT, EVENT, AWAY, TIME = (new_id() for _ in range(7))
TEMPLATE, ANSWERS, REPORT = new_id(), new_id(), new_id()
COSTING, SCENARIO = new_id(), new_id()


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
        "colour": "roed",
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
        "activity_id": OTHERS if name == "standpoint" and face == "citizens" else ACTIVITY,
        "goal_id": kim.goal.pk,
        "invitation_id": ACTIVITY,  # no invitation: the page says so
        "consent_id": CONSENT,
        "suggestion_id": SUGGESTION,
        "recording_id": RECORDING,
        "attachment_id": ATTACHMENT,
        "event_id": EVENT,
        "follow_up_id": FOLLOW_UP,
        "call_id": CALL,
        "question": "HOPE" if face == "measurements" else "findes-ikke",
        "response_id": ANSWERS,
        "instrument": "PROGRESSION",
        "offer_id": OFFER,
        "conflict_id": CONFLICT,
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
    "lights:see": ("colour",),
    **{f"measurements:{name}": ("instrument",) for name in ("begin", "postpone")},
    **{
        f"measurements:{name}": ("response_id",) for name in ("response", "complete", "stop", "fit")
    },
    "measurements:question": ("response_id", "question"),
    "life_event_edit": ("event_id",),
    **dict.fromkeys(("appointment_settle", "appointment_reassign"), ("appointment_id",)),
    **{f"calendar:{name}": ("appointment_id",) for name in ("change", "move", "cancel")},
    **dict.fromkeys(("follow_up", "follow_up_reopen"), ("follow_up_id",)),
    **dict.fromkeys(("calls:take", "calls:close"), ("call_id",)),
    "item_new": ("kind",),
    **dict.fromkeys(("note", "tap"), ("kind", "code")),
    "assessments:write": ("kind",),
    "overlaps:judge": ("question",),
    "offers:join": ("offer_id",),
    "field:conflict": ("conflict_id",),
    **dict.fromkeys(("voices:take_in", "voices:answer"), ("suggestion_id",)),
    "voices:recording": ("recording_id",),
    "attachments:page": ("contact_id",),
    **dict.fromkeys(("attachments:edit", "attachments:content"), ("attachment_id",)),
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
            *("messages:thread", "messages:seen", "messages:close"),
            *("messages:thread", "messages:seen", "messages:standpoint"),
        ),
        ("activity_id",),
    ),
    "citizens:activity_new": ("goal_id",),
    "citizens:standpoint": ("activity_id",),
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
    "staff:fidelity:rate": "o1",
}


def secret_of(employee: Employee) -> str:
    """What the address of somebody's own calendar ends in, made now."""
    who = {"by": employee.actor, "at": now()}
    with acting(employee.actor):
        return open_feed(id=new_id(), staff_member=employee.staff_member, **who).token


PARTNERS_DOORS = [route for route in AUDIENCES if route.startswith("staff:doors:partner")]
# What a citizen's own address needs, about Kim.
KEYS_OF: dict[str, Callable[[Cast], list[object]]] = {
    "staff:economics:file": lambda _cast: [COSTING, "toml"],
    "staff:economics:scenario_file": lambda _cast: [SCENARIO, "toml"],
    "staff:economics:published_file": lambda _cast: ["a", "toml"],
    "api:calendar:feed": lambda cast: [secret_of(cast.omar)],
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
    "citizen:mood:keep": lambda _cast: [MOOD],
    "citizen:measurements:begin": lambda _cast: ["GSE"],
    "citizen:measurements:question": lambda _cast: [ANSWERS, "HOPE"],
    **{
        f"citizen:measurements:{name}": lambda _cast: [ANSWERS]
        for name in ("response", "end", "fit")
    },
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
    **dict.fromkeys(
        [f"staff:economics:{name}" for name in ("costing", "edit", "put_away", "take_up")], COSTING
    ),
    **dict.fromkeys(
        [f"staff:economics:scenario{name}" for name in ("", "_edit", "_put_away", "_take_up")],
        SCENARIO,
    ),
    "staff:economics:published": "a",
    "staff:field:icon": 192,
    **{
        f"staff:partners:{name}": ORGANISATION
        for name in ("organisation", "organisation_edit", "agreement", "function", "person_new")
    },
    "staff:partners:person_edit": CALLED,
    "staff:contacts:template_edit": TEMPLATE,
    "staff:field:part": CONTACT,
    **{
        f"staff:evaluation:{name}": REPORT
        for name in ("report", "cancel", "paper", "spreadsheet", "data")
    },
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
    "notice_seen": ("notice_id",),
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
    "revoke": ("device_id",),
}
