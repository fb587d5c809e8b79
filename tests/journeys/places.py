"""Every page there is, at an address with real keys: where it is, who looks, what it is called."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.domain.citizens.models import Citizen, NetworkPerson
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import Appointment, Contact, FollowUp, Task
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import (
    EarlyContact,
    LifeEvent,
    Referral,
    TargetGroupAssessment,
)
from hjemmebane.domain.meetings.choices import MeetingKind
from hjemmebane.domain.meetings.models import (
    MeetingItem,
    NetworkMeeting,
    NetworkVoice,
    SteeringGroupMeeting,
    SteeringPoint,
    TeamMeeting,
)
from hjemmebane.domain.partners.models import CommunityOffer, PartnerOrganisation, PartnerPerson
from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import ITEM_MODELS, Goal, PlanActivity
from hjemmebane.domain.sharing.queries import overlaps_around
from hjemmebane.domain.teams.models import Absence, StaffMember, TrainingRecord
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import stranded_in
from hjemmebane.faces.staff.plans.pages.parts import PARTS, Part
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.records import Record

MEMBER = "bostoette1"
CITIZEN = "Susanne"
PARTNER, CITIZENS_LOGIN = "partner1", "borger1"
ON_HOLD, DRAFT = "Birgitte", "Maja"

# Opened by GET, but not a page: `/` only sends people on, the others are files and a plain word.
NO_PAGES = {
    "staff:front",
    # Opened only between the password and the second factor, or on a device handed over:
    # `test_doors.py` looks at them.
    "mfa_authenticate",
    "citizen:doors:take_back",
    "staff:documents:plan",
    "staff:network_meetings:paper",
    "staff:documents:simple_plan",
    "staff:intake:attachment",
    "staff:intake:letter",
    "staff:documents:path",
    "staff:meetings:news",
    "staff:meetings:list_news",
    "staff:meetings:screen_news",
    "staff:documents:team",
    "staff:documents:our_team",
    "staff:documents:sheet",
    "staff:board:paper",
    "staff:teams:portrait",
    "staff:voices:recording",
    # A citizen's: looked at by one in `test_my_own_plan.py`.
    *(f"citizen:plan:{name}" for name in ("page", "picture")),
    *(f"citizen:paper:{name}" for name in ("page", "plan", "path")),
    *(f"citizen:story:{name}" for name in ("page", "tell")),
    *(f"citizen:steps:{name}" for name in ("page", "answer")),
    *(f"citizen:appointments:{name}" for name in ("page", "portrait")),
    *(f"citizen:writing:{name}" for name in ("page", "call_me", "message", "recording")),
    "citizen:path:page",
    "citizen:sharing:page",
    "public:health",
    "public:icon",
}

# Nobody at a partner has a login in the demo data yet; these are shown to nobody else.
NO_PAGES |= {
    f"partner:citizens:{name}"
    for name in (
        *("page", "citizen", "activity_new", "activity", "status", "messages", "messages_seen"),
        *("appointment_new", "appointment_cancel", "meeting_answer", "text", "paper"),
    )
}

MAIN_NAMES = {"today", "board", "overview", "plan", "contact-new"}

type Keys = dict[str, object]


class Demo:
    """What is known of the demo data: one citizen with a full plan, and how to find the rest."""

    def __init__(self) -> None:
        self.actor: Actor = User.objects.get(username=MEMBER).actor
        with acting(self.actor):
            self.citizen = Citizen.objects.get(given_name=CITIZEN)
            self.course = self.citizen.courses.select_related("team__municipality").get()

    def about(self, **keys: object) -> Keys:
        return {"citizen_id": self.citizen.pk, **keys}

    def somebody(self, given_name: str) -> Keys:
        """Another citizen of the team, who stands where this one does not."""
        with acting(self.actor):
            return {"citizen_id": Citizen.objects.get(given_name=given_name).pk}

    def at_meeting(self, *, turn: bool = False) -> Keys:
        """The last board meeting, and the citizen's turn at it."""
        with acting(self.actor):
            item = MeetingItem.objects.filter(
                course=self.course, meeting__kind=MeetingKind.BOARD
            ).latest("recorded_at")
        return {"meeting_id": item.meeting_id} | ({"item_id": item.pk} if turn else {})

    def last(self, kind: str) -> Keys:
        """The team's last meeting of a kind."""
        return {"meeting_id": self.newest(TeamMeeting, kind=kind)}

    def at_steering(self) -> Keys:
        return {"steering_id": self.newest(SteeringGroupMeeting)}

    def steering_point(self) -> Keys:
        return {"steering_point_id": self.newest(SteeringPoint, handled_on=None)}

    def newest(self, model: type[Record], **conditions: object) -> UUID:
        """The key of the citizen's newest record of a kind."""
        with acting(self.actor):
            return model.objects.filter(**conditions).order_by("-pk")[0].pk


def no_keys(_demo: Demo) -> Keys:
    return {}


@dataclass(frozen=True)
class Place:
    """A page. `keys` finds what its address needs, when the demo data is there."""

    route: str
    name: str
    keys: Callable[[Demo], Keys] = no_keys
    who: str = MEMBER
    query: str = ""

    def __str__(self) -> str:
        return self.name

    def address(self, demo: Demo) -> str:
        url = reverse(self.route, kwargs=self.keys(demo))
        return f"{url}?{self.query}" if self.query else url


def citizens_page(demo: Demo) -> Keys:
    return demo.about()


def of_consent(demo: Demo) -> Keys:
    """A partner's consent that holds, with goals chosen."""
    holds = {"citizen": demo.citizen, "organisation__isnull": False, "withdrawn_at": None}
    return demo.about(consent_id=demo.newest(Consent, **holds, items__isnull=False))


def about(given_name: str) -> Callable[[Demo], Keys]:
    """Somebody else of the team."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            return {"citizen_id": Citizen.objects.get(given_name=given_name).pk}

    return keys


def new_of(part: Part) -> Callable[[Demo], Keys]:
    return lambda demo: demo.about(kind=part.slug)


def one_of(part: Part) -> Callable[[Demo], Keys]:
    model = ITEM_MODELS[part.kind]
    return lambda demo: demo.about(kind=part.slug, item_id=demo.newest(model, course=demo.course))


PUBLIC = [
    Place("account_login", "login", who=""),
    Place("public:privacy", "privacy", who=""),
    Place("public:accessibility", "accessibility", who=""),
    Place(
        "public:doors:invitation",
        "invitation",
        lambda _demo: {"code": "ACDE-FHJK-LMNP"},
        who="",
    ),
    Place("public:doors:come_in", "come-in", who=""),
    Place("public:doors:log_in", "citizens-login", who=""),
    Place("public:referrals:new", "refer", who=""),
    Place("public:referrals:receipt", "refer-no-receipt", who=""),
    Place("public:referrals:status", "refer-status", who=""),
]


def with_stranded(demo: Demo) -> Keys:
    """Somebody who is not there to do what stands with them; else the one who looks."""
    with acting(demo.actor):
        found = stranded_in(demo.course.team, at=now())
        me = StaffMember.objects.get(user__username=MEMBER)
        return {"staff_member_id": found[0].staff_member.pk if found else me.pk}


OF_THE_TEAM = [
    Place("account_logout", "logout"),
    Place("staff:today:page", "today"),
    Place("staff:board:page", "board"),
    Place("staff:board:page", "board-grouped", query="grupper=del&sorter=moedt"),
    Place("staff:board:page", "board-filtered", query="lys=roed"),
    Place("staff:board:columns", "board-columns"),
    Place("staff:board:wall", "board-on-a-wall"),
    Place("staff:meetings:page", "meeting-to-begin"),
    Place("staff:meetings:agenda", "meeting-agenda"),
    Place("staff:meetings:meeting", "meeting-minutes", lambda demo: demo.at_meeting()),
    Place("staff:meetings:screen", "meeting-screen", lambda demo: demo.at_meeting()),
    Place("staff:meetings:turn", "meeting-turn", lambda demo: demo.at_meeting(turn=True)),
    Place("staff:meetings:page", "sparring-to-begin", query="slags=SPARRING"),
    Place("staff:meetings:page", "treatment-to-begin", query="slags=TREATMENT"),
    Place("staff:meetings:meeting", "sparring-minutes", lambda demo: demo.last("SPARRING")),
    Place("staff:meetings:meeting", "treatment-minutes", lambda demo: demo.last("TREATMENT")),
    Place("staff:steering:page", "steering"),
    Place("staff:steering:page", "steering-of-the-manager", who="leder1"),
    Place("staff:steering:new", "steering-new"),
    Place("staff:steering:meeting", "steering-meeting", lambda demo: demo.at_steering()),
    Place("staff:steering:edit", "steering-edit", lambda demo: demo.at_steering()),
    Place("staff:steering:point", "steering-point", lambda demo: demo.steering_point()),
    Place("staff:steering:handle", "steering-handle", lambda demo: demo.steering_point()),
    Place("staff:assessments:page", "assessments"),
    Place("staff:assessments:page", "assessments-all", query="vis=alle"),
    Place("staff:teams:page", "team"),
    Place("staff:teams:page", "teams-of-the-manager", who="leder1"),
    Place("staff:teams:persona", "persona"),
    Place("staff:teams:portrait_choose", "portrait"),
    Place("staff:teams:roles", "roles"),
    Place("staff:teams:roles", "roles-of-the-manager", who="leder1"),
    Place("staff:teams:role_team", "role-of-the-team"),
    Place(
        "staff:teams:role_member",
        "role-of-a-member",
        lambda demo: {"staff_member_id": demo.newest(StaffMember, user__username=MEMBER)},
    ),
    Place("staff:teams:training", "training"),
    Place("staff:teams:training_new", "training-new"),
    Place(
        "staff:teams:training_edit",
        "training-edit",
        lambda demo: {"training_id": demo.newest(TrainingRecord)},
    ),
    Place("staff:fidelity:page", "preconditions"),
    Place("staff:fidelity:page", "preconditions-of-a-team-without-nurse", who="koordinator3"),
    Place("staff:fidelity:page", "preconditions-of-the-manager", who="leder1"),
    Place(
        "staff:fidelity:judge",
        "precondition-word",
        lambda _demo: {"code": "core-functions"},
        who="koordinator1",
    ),
    Place("staff:workload:page", "hours"),
    Place("staff:workload:page", "hours-of-no-week", query="uge=snart"),
    Place("staff:workload:page", "hours-of-another-week", query="uge=2030-W01"),
    Place("staff:workload:page", "hours-of-the-manager", who="leder1"),
    Place("staff:workload:hand_over", "hand-over", with_stranded),
    Place("staff:workload:absence_new", "absence-new"),
    Place("staff:workload:time_new", "time-new"),
    Place(
        "staff:workload:absence_edit",
        "absence-edit",
        lambda demo: {"absence_id": demo.newest(Absence, staff_member__user__username=MEMBER)},
    ),
    Place(
        "staff:workload:time_edit",
        "time-edit",
        lambda demo: {"entry_id": demo.newest(TimeEntry, staff_member__user__username=MEMBER)},
    ),
    Place("staff:method:page", "method"),
    Place("staff:gallery:page", "gallery"),
    Place("staff:citizens:search", "search"),
    Place("staff:citizens:new", "start-a-course"),
]


def around_table(*names: str) -> Callable[[Demo], Keys]:
    """The meeting that was held around the citizen, and of what was said the newest."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            voice = NetworkVoice.objects.filter(course=demo.course).latest("pk")
        known = {
            "meeting_id": voice.meeting_id,
            "guest_id": voice.invitation_id,
            "voice_id": voice.pk,
            "point": voice.point,
        }
        return demo.about(**{name: known[name] for name in names})

    return keys


def to_come(demo: Demo) -> Keys:
    return demo.about(meeting_id=demo.newest(NetworkMeeting, course=demo.course, state="PLANNED"))


def of_a_partner(demo: Demo) -> Keys:
    """Something that a partner does for the citizen."""
    mine = {"course": demo.course, "responsible_kind": "PARTNER"}
    return demo.about(activity_id=demo.newest(PlanActivity, **mine))


NETWORK_MEETINGS = [
    Place("staff:network_meetings:page", "network-meetings", citizens_page),
    Place("staff:network_meetings:new", "network-meeting-new", citizens_page),
    Place("staff:network_meetings:meeting", "network-meeting-to-come", to_come),
    Place("staff:network_meetings:edit", "network-meeting-edit", to_come),
    Place("staff:network_meetings:meeting", "network-meeting-held", around_table("meeting_id")),
    Place(
        "staff:network_meetings:round",
        "network-meeting-round",
        around_table("meeting_id", "point"),
    ),
    Place(
        "staff:network_meetings:reword",
        "network-meeting-reword",
        around_table("meeting_id", "voice_id"),
    ),
    Place("staff:network_meetings:promise", "network-meeting-promise", around_table("meeting_id")),
    Place(
        "staff:network_meetings:minutes",
        "network-meeting-minutes",
        around_table("meeting_id", "guest_id"),
    ),
]
ABOUT_A_CITIZEN = [
    Place("staff:citizens:overview", "overview", citizens_page),
    Place("staff:citizens:timeline", "timeline", citizens_page),
    Place("staff:citizens:timeline", "timeline-second-page", citizens_page, query="side=2"),
    Place("staff:citizens:edit", "master-data", citizens_page),
    Place("staff:citizens:address", "address", citizens_page),
    Place("staff:citizens:cpr", "cpr", citizens_page),
    Place("staff:citizens:network", "network", citizens_page),
    *(
        Place("staff:citizens:around_new", f"network-new-{kind}", lambda d, k=kind: d.about(kind=k))
        for kind in ("person", "repraesentant")
    ),
    Place(
        "staff:citizens:around_edit",
        "network-edit-person",
        lambda demo: demo.about(
            kind="person", person_id=demo.newest(NetworkPerson, citizen=demo.citizen)
        ),
    ),
    Place("staff:voices:page", "voices", citizens_page),
    Place("staff:consents:new", "consent-new", citizens_page),
    *(
        Place(f"staff:consents:{name}", f"consent-{name}", of_consent)
        for name in ("change", "preview")
    ),
    Place("staff:doors:citizen", "citizens-door", citizens_page),
    *NETWORK_MEETINGS,
    Place("staff:messages:thread", "messages-with-a-partner", of_a_partner),
    Place("staff:contacts:page", "contacts", citizens_page),
    Place("staff:contacts:new", "contact-new", citizens_page),
    Place(
        "staff:contacts:edit",
        "contact-edit",
        lambda demo: demo.about(contact_id=demo.newest(Contact, course=demo.course)),
    ),
    Place("staff:contacts:appointment_new", "appointment-new", citizens_page),
    Place(
        "staff:contacts:appointment_reassign",
        "appointment-reassign",
        lambda demo: demo.about(appointment_id=demo.newest(Appointment, course=demo.course)),
    ),
    Place(
        "staff:assessments:write",
        "assessment-write",
        lambda demo: demo.about(kind="somatic"),
    ),
    Place("staff:practice:page", "practice", citizens_page),
    Place(
        "staff:practice:page",
        "practice-other-part",
        citizens_page,
        query="ved=aktivitet-bridging-plan",
    ),
    *(
        Place(
            "staff:practice:note",
            f"practice-note-{kind}",
            lambda demo, kind=kind, code=code: demo.about(kind=kind, code=code),
        )
        for kind, code in (("aktivitet", "GOAL_WORK_ASSESS"), ("indikator", "BRIDGING_READY"))
    ),
]
COURSE = [
    Place("staff:courses:page", "course", citizens_page),
    Place("staff:courses:page", "course-on-hold", lambda demo: demo.somebody(ON_HOLD)),
    Place("staff:courses:hold", "course-hold", citizens_page),
    Place("staff:courses:intensity", "course-intensity", citizens_page),
    Place("staff:courses:reactivate", "course-reactivate", lambda demo: demo.somebody(ON_HOLD)),
    Place("staff:courses:life_event", "life-event-new", citizens_page),
    Place(
        "staff:courses:life_event_edit",
        "life-event-edit",
        lambda demo: demo.about(event_id=demo.newest(LifeEvent, course=demo.course)),
    ),
    Place("staff:courses:contact_agreement", "contact-agreement", citizens_page),
    Place("staff:courses:start_form", "start-form-done", citizens_page),
    Place("staff:courses:start_form", "start-form-draft", lambda demo: demo.somebody(DRAFT)),
    Place("staff:courses:end_form", "end-form-not-begun", citizens_page),
]


def with_task(demo: Demo) -> Keys:
    return {"task_id": demo.newest(Task, status=ReminderStatus.OPEN)}


def with_follow_up(demo: Demo) -> Keys:
    """An open follow-up of whomever has one."""
    with acting(demo.actor):
        [found, *_] = FollowUp.objects.filter(status=ReminderStatus.OPEN).order_by("pk")
        return {"citizen_id": found.course.citizen_id, "follow_up_id": found.pk}


REMINDERS = [
    Place("staff:tasks:team_new", "task-new-of-the-team"),
    Place("staff:tasks:new", "task-new", citizens_page),
    Place("staff:tasks:page", "task", with_task),
    Place("staff:tasks:follow_up_new", "follow-up-new", citizens_page),
    Place("staff:tasks:follow_up", "follow-up", with_follow_up),
]


def of_referral(demo: Demo) -> Keys:
    return {"referral_id": demo.newest(Referral, status=ReferralStatus.RECEIVED)}


def of_early(demo: Demo) -> Keys:
    return {"early_id": demo.newest(EarlyContact, called="Manden ved stationen")}


def of_match(demo: Demo) -> Keys:
    return {"early_id": demo.newest(EarlyContact, called="Villy med trækvognen")}


def of_assessment(*, done: bool) -> Callable[[Demo], Keys]:
    """Somebody's assessment: decided, or still a draft."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            found = TargetGroupAssessment.objects.exclude(completed_at__isnull=done)[0]
        return {"early_id": found.early_contact_id, "assessment_id": found.pk}

    return keys


def of_decided(demo: Demo) -> Keys:
    return {"early_id": of_assessment(done=True)(demo)["early_id"]}


BEFORE_A_COURSE = [
    Place("staff:intake:page", "intake"),
    Place("staff:intake:page", "intake-closed", query="vis=lukkede"),
    Place("staff:intake:referral", "referral", of_referral),
    Place("staff:intake:referral_cpr", "referral-cpr", of_referral),
    Place("staff:intake:early_new", "early-new"),
    Place("staff:intake:early", "early", of_early),
    Place("staff:intake:early", "early-decided", of_decided),
    Place("staff:intake:early_edit", "early-edit", of_early),
    Place("staff:intake:attempt_new", "early-attempt", of_early),
    Place("staff:intake:assessment", "target-group-assessment", of_assessment(done=False)),
    Place("staff:intake:decision_new", "decision", of_assessment(done=False)),
    Place("staff:intake:start", "start-from-a-match", of_match),
]


def with_partner(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"organisation_id": demo.newest(PartnerOrganisation, municipality=here)}


def with_person(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"person_id": demo.newest(PartnerPerson, organisation__municipality=here)}


def with_offer(demo: Demo) -> Keys:
    here = demo.course.team.municipality
    return {"offer_id": demo.newest(CommunityOffer, municipality=here)}


def of_question(demo: Demo) -> Keys:
    """The first there is to ask about everybody's efforts."""
    with acting(demo.actor):
        found = overlaps_around(demo.course, since=now(), until=now() + dt.timedelta(weeks=4))
    return demo.about(question=found.asked[0].question.slug)


TOGETHER = [
    Place("staff:partners:page", "partners"),
    Place("staff:partners:page", "partners-of-the-manager", who="leder1"),
    Place("staff:partners:organisation", "partner", with_partner),
    Place("staff:partners:organisation_new", "partner-new"),
    Place("staff:partners:organisation_edit", "partner-edit", with_partner),
    Place("staff:partners:agreement", "partner-agreement", with_partner),
    Place("staff:partners:function", "partner-function", with_partner),
    Place("staff:partners:person_new", "partner-person-new", with_partner),
    Place("staff:partners:person_edit", "partner-person-edit", with_person),
    Place("staff:offers:page", "offers"),
    Place("staff:offers:page", "offers-found", query="tema=NATURE"),
    Place("staff:offers:new", "offer-new"),
    Place("staff:offers:edit", "offer-edit", with_offer),
    Place("staff:offers:citizen", "offers-for-a-citizen", citizens_page),
    Place("staff:offers:join", "offer-join", lambda demo: demo.about(**with_offer(demo))),
    Place("staff:overlaps:page", "overlaps", citizens_page),
    Place("staff:overlaps:judge", "overlap-judge", of_question),
]


def at_partner(demo: Demo, role: str) -> Keys:
    """Somebody at a partner of the team, by what they do there."""
    place = demo.course.team.municipality_id
    return {"person_id": demo.newest(PartnerPerson, role=role, organisation__municipality_id=place)}


DOORS = [
    Place("staff:doors:partner", "partners-door", lambda demo: at_partner(demo, "Jobkonsulent")),
    Place(
        "staff:doors:partner",
        "partners-door-invited",
        lambda demo: at_partner(demo, "Rusmiddelbehandler"),
    ),
    Place(
        "staff:doors:partner_move", "partner-moves", lambda demo: at_partner(demo, "Jobkonsulent")
    ),
    Place("partner:doors:second_factor", "second-factor-to-set-up", who=PARTNER),
    Place("citizen:doors:name", "citizens-name", who=CITIZENS_LOGIN),
]
BEGUN, OVER = about("Lone"), about("Grethe")
ENDINGS = [
    Place("staff:endings:page", "ending-not-begun", citizens_page),
    Place("staff:endings:page", "ending-begun", BEGUN),
    Place("staff:endings:page", "ending-over", OVER),
    Place("staff:endings:begin", "ending-begin", citizens_page),
    Place("staff:endings:write", "ending-write", BEGUN),
    Place("staff:endings:end", "ending-end", BEGUN),
    Place("staff:endings:take_back", "ending-consent-back", citizens_page),
    Place("staff:endings:death", "ending-death", citizens_page),
    Place("staff:citizens:overview", "overview-of-an-ended-course", OVER),
    Place("staff:citizens:again", "course-again", OVER),
]
ARRANGED = ("oensker-og-maal", "koordinering")
PLAN = [
    Place("staff:plans:page", "plan", citizens_page),
    *(
        Place(
            "staff:plans:page", f"plan-arranging-{region}", citizens_page, query=f"orden={region}"
        )
        for region in ARRANGED
    ),
    Place("staff:plans:compare", "plan-compare", citizens_page),
    Place("staff:plans:purpose", "plan-purpose", citizens_page),
    Place("staff:plans:evaluation", "plan-evaluation", citizens_page),
    Place("staff:plans:agreement", "plan-agreement", citizens_page),
    Place("staff:plans:version", "plan-version", citizens_page),
    Place(
        "staff:plans:settle",
        "plan-settle-goal",
        lambda demo: demo.about(
            item_id=demo.newest(Goal, course=demo.course, status=GoalStatus.OPEN)
        ),
    ),
    *(Place("staff:plans:item_new", f"plan-new-{part.slug}", new_of(part)) for part in PARTS),
    *(Place("staff:plans:item_edit", f"plan-edit-{part.slug}", one_of(part)) for part in PARTS),
]
# What one opens every day.
MAIN = [place for place in [*OF_THE_TEAM, *ABOUT_A_CITIZEN, *PLAN] if place.name in MAIN_NAMES]
PLACES = [
    *PUBLIC,
    *OF_THE_TEAM,
    *BEFORE_A_COURSE,
    *ABOUT_A_CITIZEN,
    *COURSE,
    *REMINDERS,
    *TOGETHER,
    *DOORS,
    *ENDINGS,
    *PLAN,
]
