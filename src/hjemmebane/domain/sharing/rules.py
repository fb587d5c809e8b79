import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q

from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.plans.choices import CLOSED, ActivityStatus, GoalStatus
from hjemmebane.domain.plans.models import Goal, PlanActivity, SubGoal
from hjemmebane.domain.sharing.calculations import is_easily_guessed, is_pin
from hjemmebane.domain.sharing.choices import (
    AnswerAbout,
    RecordingKind,
    SharingRefusal,
    StandpointGiven,
    SuggestionKind,
    SuggestionStatus,
    Symbol,
)
from hjemmebane.domain.sharing.models import PartnerAppointment, Suggestion
from hjemmebane.domain.sharing.queries import (
    OpenedCitizen,
    opened_citizens,
    own_thing,
    partner_of,
)
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.decisions import Refused, allowed
from hjemmebane.foundation.pictures import is_jpeg
from hjemmebane.foundation.sounds import sound_type

# A minute or two of speech, or a picture as we draw it anew.
LARGEST_RECORDING = 5 * 1024 * 1024
PICTURE_TYPE = "image/jpeg"
# Older than that it is a story, and no sign.
SIGN_LASTS = dt.timedelta(days=14)


def check_can_invite(partner: PartnerPerson, *, day: dt.date) -> None:
    """Somebody who still works there and has an e-mail that nobody else logs in with."""
    if partner.left_on and partner.left_on <= day:
        raise Refused(SharingRefusal.HAS_LEFT)
    if not partner.email:
        raise Refused(SharingRefusal.NO_EMAIL)
    if not partner.user_id and User.objects.filter(username=partner.email.lower()).exists():
        raise Refused(SharingRefusal.EMAIL_IN_USE)


def check_pin(pin: str) -> None:
    """A code that a citizen chooses: figures enough, and not the ones that all try first."""
    if not is_pin(pin):
        raise Refused(SharingRefusal.PIN_TOO_SHORT, field="pin")
    if is_easily_guessed(pin):
        raise Refused(SharingRefusal.PIN_TOO_EASY, field="pin")


def check_still_open(actor: Actor, course_id: UUID) -> tuple[PartnerPerson, OpenedCitizen]:
    """Something in the course is open to the partner who acts: they, and what they see.

    Asked anew at every act, because the citizen may have closed the door a moment ago.
    """
    partner = partner_of(actor)
    citizen = next((one for one in opened_citizens() if one.course_id == course_id), None)
    if partner is None or citizen is None:
        raise Refused(SharingRefusal.NOTHING_OPEN)
    return partner, citizen


def check_is_own(partner: PartnerPerson, written: PlanActivity | PartnerAppointment) -> None:
    """What somebody else wrote is theirs to change."""
    if written.partner_person_id != partner.pk:
        raise Refused(SharingRefusal.NOT_OWN)


def check_is_others(partner: PartnerPerson, activity: PlanActivity) -> None:
    """One agrees with what somebody else does."""
    if activity.partner_person_id == partner.pk:
        raise Refused(SharingRefusal.OWN_DOING)


def check_is_partners(activity: PlanActivity) -> PartnerPerson:
    """What a partner does: that partner."""
    if activity.partner_person is None:
        raise Refused(SharingRefusal.NOT_A_PARTNERS)
    return activity.partner_person


def check_has_reason(answer: StandpointGiven, reason: str) -> None:
    """Seeing it otherwise is said with a word of how, so that it can be talked about."""
    if answer == StandpointGiven.DIFFERS and not reason.strip():
        raise Refused(SharingRefusal.DIFFERENCE_UNSAID, field="reason")


def check_goal(goal: Goal | None, course_id: UUID) -> Goal:
    """What a partner does is for a goal that is open to them, and still worked for."""
    if goal is None or goal.course_id != course_id:
        raise Refused(SharingRefusal.GOAL_CLOSED, field="goal")
    if goal.status != GoalStatus.OPEN:
        raise Refused(SharingRefusal.GOAL_SETTLED)
    return goal


def check_holds_no_cpr(values: Mapping[str, object], *, today: dt.date) -> None:
    """No number in what goes from one house to another."""
    for field, value in values.items():
        if isinstance(value, str) and holds_cpr(value, today=today):
            raise Refused(SharingRefusal.CPR_NUMBER, field=field)


def check_seen_on(seen_on: dt.date, *, today: dt.date) -> None:
    """A sign of life is of today or of the days before."""
    if seen_on > today:
        raise Refused(SharingRefusal.SIGN_TO_COME, field="seen_on")
    if today - seen_on > SIGN_LASTS:
        raise Refused(SharingRefusal.SIGN_LONG_AGO, field="seen_on")


def check_can_cancel(appointment: PartnerAppointment) -> None:
    """What is called off stays so."""
    if not appointment.is_planned:
        raise Refused(SharingRefusal.ALREADY_CANCELLED)


def check_can_read(partner: PartnerPerson, citizen_id: UUID, *, today: dt.date) -> None:
    """Whoever the team writes to has a login, and the citizen shares something with them."""
    if not partner.user_id:
        raise Refused(SharingRefusal.PARTNER_WITHOUT_LOGIN)
    opened = consents_in_force(citizen_id, day=today).filter(organisation=partner.organisation_id)
    if not opened.filter(Q(person=None) | Q(person=partner)).exists():
        raise Refused(SharingRefusal.PARTNER_SHUT_OUT)


def check_can_close_for(
    activity: PlanActivity, status: ActivityStatus, *, reason: str, today: dt.date
) -> None:
    """What a partner wrote is theirs to close, and the team's only once they cannot any more."""
    partner = activity.partner_person
    if partner is None or not activity.is_partners_own:
        raise Refused(SharingRefusal.NOT_THEIRS)
    if can_still_write(partner, activity.course.citizen_id, today=today):
        raise Refused(SharingRefusal.STILL_THEIRS)
    if activity.status in CLOSED:
        raise Refused(SharingRefusal.ALREADY_CLOSED)
    if status not in CLOSED:
        raise Refused(SharingRefusal.NOT_CLOSING, field="status")
    if not reason.strip():
        raise Refused(SharingRefusal.REASON_MISSING, field="reason")


def can_still_write(partner: PartnerPerson, citizen_id: UUID, *, today: dt.date) -> bool:
    """Whether somebody at a partner still works there, and reads what is shared with them."""
    has_left = partner.left_on is not None and partner.left_on <= today
    return not has_left and allowed(check_can_read, partner, citizen_id, today=today)


def check_times(*, starts_at: dt.datetime, ends_at: dt.datetime | None, now: dt.datetime) -> None:
    """An appointment is to come, and ends after it starts."""
    if starts_at <= now:
        raise Refused(SharingRefusal.PAST_TIME, field="starts_at")
    if ends_at and ends_at <= starts_at:
        raise Refused(SharingRefusal.ENDS_BEFORE_START, field="ends_at")


def check_goes_on(course: Course) -> None:
    """A citizen says something to a course that is going on."""
    if not course.is_open:
        raise Refused(SharingRefusal.COURSE_ENDED)


def check_can_reach(step: SubGoal) -> None:
    """A step is reached once."""
    if step.status != GoalStatus.OPEN:
        raise Refused(SharingRefusal.ALREADY_SETTLED)


def check_can_take_up(step: SubGoal, *, today: dt.date) -> None:
    """Thinking again belongs to the day it was said; later the team is asked."""
    if step.status != GoalStatus.REACHED:
        raise Refused(SharingRefusal.NOT_REACHED)
    if step.settled_on != today:
        raise Refused(SharingRefusal.TOO_LATE)


def check_is_in_plan(course: Course, kind: AnswerAbout, item_id: UUID) -> None:
    """A citizen says yes or no to what stands in their own course."""
    if own_thing(course.pk, kind, item_id) is None:
        raise Refused(SharingRefusal.NOT_IN_PLAN)


def check_is_own_goal(course: Course, goal: Goal | None) -> None:
    """A suggestion is for no goal in particular, or for one of the citizen's own."""
    if goal and goal.course_id != course.pk:
        raise Refused(SharingRefusal.NOT_IN_PLAN, field="goal")


def check_symbol(symbol: str) -> None:
    """One of the pictures there are."""
    if symbol not in Symbol:
        raise Refused(SharingRefusal.UNKNOWN_SYMBOL, field="symbol")


def check_can_keep(kind: RecordingKind, content_type: str, content: bytes) -> None:
    """A recording is of a bearable size, and is by its content what it says it is."""
    if len(content) > LARGEST_RECORDING:
        raise Refused(SharingRefusal.TOO_LARGE, field="recording")
    if kind == RecordingKind.AUDIO:
        is_so = sound_type(content) == content_type
    else:
        is_so = content_type == PICTURE_TYPE and is_jpeg(content)
    if not is_so:
        raise Refused(SharingRefusal.WRONG_KIND, field="recording")


def check_is_new(suggestion: Suggestion) -> None:
    """What has been answered stays so."""
    if suggestion.status != SuggestionStatus.NEW:
        raise Refused(SharingRefusal.ALREADY_HANDLED)


def check_is_wish(suggestion: Suggestion) -> None:
    """Only what the citizen says they want becomes a wish."""
    if suggestion.kind != SuggestionKind.WISH:
        raise Refused(SharingRefusal.NOT_A_WISH)
