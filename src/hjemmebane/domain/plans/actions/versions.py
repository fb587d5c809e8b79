import datetime as dt
from uuid import UUID

from hjemmebane.domain.plans.calculations import differences
from hjemmebane.domain.plans.choices import AgreementStance
from hjemmebane.domain.plans.models import Agreement, Plan, PlanVersion
from hjemmebane.domain.plans.queries import (
    newest_version,
    plan_to_change,
    snapshot_of,
    whole_plan,
)
from hjemmebane.domain.plans.rules import (
    check_agreement,
    check_can_change,
    check_something_changed,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved, RecordRefusal


@action
def record_agreement(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    plan: Plan,
    stance: AgreementStance,
    reason: str,
    said_on: dt.date,
    by: Actor,
    at: dt.datetime,
) -> Agreement:
    """Keep what the citizen said of the plan; a change of mind is a new agreement.

    It points at the newest version when the plan still reads like it. Refuses a missing reason
    where the citizen does not agree or could not answer, and a day to come.
    """
    plan = plan_to_change(plan.pk)
    check_can_change(plan.course)
    check_agreement(stance, reason, said_on=said_on, today=day_of(at))
    newest = newest_version(plan)
    if newest and differences(newest.snapshot, snapshot_of(whole_plan(plan))):
        newest = None
    agreement = Agreement(
        id=id,
        plan=plan,
        course=plan.course,
        plan_version=newest,
        stance=stance,
        reason=reason.strip(),
        said_on=said_on,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return agreement.insert()


@action
def take_version(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    plan: Plan,
    reason: str,
    by: Actor,
    at: dt.datetime,
) -> PlanVersion:
    """Keep the whole plan as it reads now, under the next number.

    Refuses when nothing changed since the last. Raises AlreadySaved when it is there.
    """
    plan = plan_to_change(plan.pk)
    check_can_change(plan.course)
    if there := PlanVersion.objects.filter(pk=id).first():
        if (there.plan_id, there.reason) == (plan.pk, reason.strip()):
            raise AlreadySaved(there)
        raise Refused(RecordRefusal.SAVED_OTHERWISE)
    newest = newest_version(plan)
    present = snapshot_of(whole_plan(plan))
    check_something_changed(present, newest)
    version = PlanVersion(
        id=id,
        plan=plan,
        course=plan.course,
        number=newest.number + 1 if newest else 1,
        reason=reason.strip(),
        snapshot=present,
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return version.insert()
