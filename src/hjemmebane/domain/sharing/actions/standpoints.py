"""Both sides say whether they agree. Nobody says it for another, and what was said is kept."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.choices import MessageSide
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.choices import StandpointGiven
from hjemmebane.domain.sharing.models import Standpoint
from hjemmebane.domain.sharing.rules import (
    check_can_read,
    check_has_reason,
    check_holds_no_cpr,
    check_is_others,
    check_is_partners,
    check_still_open,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of


@action
def take_stand_as_partner(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    activity: PlanActivity,
    answer: StandpointGiven,
    reason: str,
    by: Actor,
    at: dt.datetime,
) -> Standpoint:
    """A partner says whether they agree with what others do, as far as that is open to them.

    Refuses when nothing is open any more, what is their own, seeing it otherwise without a word of
    why, and a CPR number.
    """
    partner, _ = check_still_open(by, activity.course_id)
    check_is_others(partner, activity)
    standpoint = Standpoint(side=MessageSide.PARTNER, partner_person=partner)
    return _taken(standpoint, id, activity, answer, reason, by=by, at=at)


@action
def take_stand_as_team(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    activity: PlanActivity,
    answer: StandpointGiven,
    reason: str,
    by: Actor,
    at: dt.datetime,
) -> Standpoint:
    """Somebody of the team says whether it agrees with what a partner does.

    Refuses what no partner does, a partner who could not read it, seeing it otherwise without a
    word of why, and a CPR number.
    """
    partner = check_is_partners(activity)
    check_can_read(partner, activity.course.citizen_id, today=day_of(at))
    standpoint = Standpoint(side=MessageSide.TEAM, partner_person=partner)
    return _taken(standpoint, id, activity, answer, reason, by=by, at=at)


def _taken(
    standpoint: Standpoint,
    key: UUID,
    activity: PlanActivity,
    answer: StandpointGiven,
    reason: str,
    *,
    by: Actor,
    at: dt.datetime,
) -> Standpoint:
    check_has_reason(answer, reason)
    check_holds_no_cpr({"reason": reason}, today=day_of(at))
    standpoint.pk, standpoint.activity, standpoint.course_id = key, activity, activity.course_id
    standpoint.answer, standpoint.reason = answer, reason.strip()
    standpoint.recorded_by_id, standpoint.recorded_at = by.user_id, at
    return standpoint.insert()
