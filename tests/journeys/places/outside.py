"""What partners and citizens themselves open, each with the login of their own."""

from collections.abc import Callable
from uuid import UUID

from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.plans.models import Goal, PlanActivity, PlanItem, SubGoal
from hjemmebane.domain.sharing.queries import opened_activities, opened_citizens, partner_of
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from tests.journeys.places.place import CITIZENS_LOGIN, PARTNER, Demo, Keys, Place


def for_partner(*names: str) -> Callable[[Demo], Keys]:
    """A citizen whose door is open to the partner, and what they do there towards a goal."""

    def keys(_demo: Demo) -> Keys:
        actor = User.objects.get(username=PARTNER).actor
        with acting(actor):
            me, opened = partner_of(actor), opened_citizens()
            [own, *_] = [
                one
                for one in opened_activities(*(citizen.course_id for citizen in opened))
                if one.partner_person_id == me.pk
            ]
            citizen = next(one for one in opened if one.course_id == own.course_id)
        known = {"activity_id": own.pk, "goal_id": own.goal_id}
        return {"citizen_id": citizen.citizen_id} | {name: known[name] for name in names}

    return keys


def of_others(_demo: Demo) -> Keys:
    """What the team does for a citizen whose door is open to the partner."""
    actor = User.objects.get(username=PARTNER).actor
    with acting(actor):
        opened = {one.course_id: one.citizen_id for one in opened_citizens()}
        [one, *_] = opened_activities(*opened).filter(staff_member__isnull=False)
    return {"citizen_id": opened[one.course_id], "activity_id": one.pk}


def newest_own(model: type[PlanItem]) -> Callable[[Demo], UUID]:
    """What stands last of a kind in the citizen's own plan."""
    return lambda demo: demo.newest(model, course=demo.course)


def answering(kind: str, model: type[PlanItem]) -> Callable[[Demo], Keys]:
    return lambda demo: {"kind": kind, "item_id": newest_own(model)(demo)}


def half_way(**keys: str) -> Callable[[Demo], Keys]:
    """Answers that were begun and paused."""
    return lambda demo: {
        "response_id": demo.newest(Response, course=demo.course, status="UNDER_WAY"),
        **keys,
    }


def at_partners(name: str, place: str, *keys: str) -> Place:
    return Place(f"partner:citizens:{name}", place, for_partner(*keys), who=PARTNER)


def at_citizens(name: str, place: str, keys: Callable[[Demo], Keys] = lambda _demo: {}) -> Place:
    return Place(f"citizen:{name}", place, keys, who=CITIZENS_LOGIN)


PARTNERS = [
    Place("partner:doors:second_factor", "second-factor-to-set-up", who=PARTNER),
    Place("partner:citizens:page", "partners-citizens", who=PARTNER),
    at_partners("citizen", "partners-citizen"),
    at_partners("activity_new", "partners-activity-new", "goal_id"),
    at_partners("activity", "partners-activity", "activity_id"),
    Place("partner:citizens:standpoint", "partners-standpoint", of_others, who=PARTNER),
    Place("partner:notices:mail", "partners-mail", who=PARTNER),
    at_partners("messages", "partners-messages", "activity_id"),
    at_partners("appointment_new", "partners-appointment-new"),
    at_partners("text", "partners-text"),
]
CITIZENS = [
    at_citizens("doors:name", "citizens-name"),
    at_citizens("plan:page", "citizens-plan"),
    at_citizens(
        "plan:picture", "citizens-picture", lambda demo: {"item_id": newest_own(Goal)(demo)}
    ),
    at_citizens("steps:page", "citizens-steps"),
    at_citizens("steps:answer", "citizens-answer-to-a-goal", answering("maal", Goal)),
    at_citizens("steps:answer", "citizens-answer-to-a-step", answering("skridt", SubGoal)),
    at_citizens("steps:answer", "citizens-answer-to-help", answering("hjaelp", PlanActivity)),
    at_citizens("appointments:page", "citizens-appointments"),
    at_citizens("sharing:page", "citizens-sharing"),
    at_citizens("writing:page", "citizens-writing"),
    at_citizens("writing:call_me", "citizens-call-me"),
    *(
        at_citizens(
            "writing:message", f"citizens-asks-{about}", lambda _demo, a=about: {"about": a}
        )
        for about in ("besked", "oenske", "skridt", "kontakt")
    ),
    at_citizens("story:page", "citizens-story"),
    at_citizens("story:tell", "citizens-telling", lambda _demo: {"theme": "nu"}),
    at_citizens("mood:page", "citizens-mood"),
    at_citizens("lights:page", "citizens-light"),
    at_citizens("measurements:page", "citizens-answers"),
    at_citizens("measurements:question", "citizens-question", half_way(question="HOPE")),
    at_citizens("measurements:response", "citizens-half-way", half_way()),
    at_citizens("measurements:fit", "citizens-fit", half_way()),
    at_citizens("path:page", "citizens-path"),
    at_citizens("paper:page", "citizens-paper"),
]
