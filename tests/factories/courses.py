"""What a course may hold, in the fewest words that are legal."""

import datetime as dt
from decimal import Decimal

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    agree_on_intensity,
    begin_ending,
    complete_assessment,
    decide,
    end_course,
    log_early_attempt,
    open_assessment,
    open_end_form,
    open_start_form,
    put_on_hold,
    reactivate,
    record_life_event,
    save_assessment,
    spot,
)
from hjemmebane.domain.courses.actions.intake import DecisionDetails
from hjemmebane.domain.courses.choices import (
    CriterionAnswer,
    DecisionOutcome,
    EarlyOutcome,
    EndingReason,
    Intensity,
    LifeEventKind,
    WhenWithdrawn,
)
from hjemmebane.domain.courses.queries import criteria_of
from hjemmebane.foundation.ids import new_id
from tests.factories.cast import NOW, Case, Employee
from tests.factories.plans import TODAY

SOON = TODAY + dt.timedelta(days=30)
HOLD = {
    "from_on": TODAY,
    "reason": "Kim vil være i fred en tid",
    "decided_with_citizen": True,
    "keep_contact_plan": "En sms hver fredag",
    "review_on": SOON,
    "caseload_weight": Decimal("0.5"),
}
LOW = {
    "level": Intensity.LOW,
    "contacts_per_week": Decimal("0.5"),
    "minutes_per_week": None,
    "from_on": TODAY,
    "reason": "Det går godt",
    "caseload_weight": Decimal("0.5"),
}
CONTACT_AGREEMENT = {
    "channels": [Channel.VISIT],
    "times": "Om eftermiddagen",
    "most_people": 2,
    "when_withdrawn": [WhenWithdrawn.LIGHT_IN_WINDOW],
    "talked_on": TODAY,
}
LIFE_EVENT = {"kind": LifeEventKind.ADMISSION, "from_on": TODAY, "note": "Indlagt i nat"}
ENDING = {"reason": EndingReason.GOALS_REACHED, "begun_on": TODAY}
SPOTTED = {"called": "Manden ved stationen", "spotted_on": TODAY, "where": "Stationen"}
ATTEMPT = {"at": NOW, "where": "Stationen", "outcome": EarlyOutcome.MET, "note": "Kaffe"}
MATCH = DecisionDetails(
    outcome=DecisionOutcome.MATCH,
    reason="Alt passer",
    decided_on=TODAY,
    legal_basis="SEL_85",
    is_formal=True,
)


def answered(team, answer=CriterionAnswer.YES):
    """An answer with a reason to every criterion of the team."""
    return [
        {"code": criterion.code, "answer": answer, "reason": "Sådan er det"}
        for criterion in criteria_of(team)
    ]


def spotted(team, by: Employee, **values):
    return spot(id=new_id(), team=team, values={**SPOTTED, **values}, by=by.actor, at=NOW)


def assessed(early, by: Employee, **values):
    """A completed target group assessment."""
    who = {"by": by.actor, "at": NOW}
    assessment = open_assessment(id=new_id(), early_contact=early, **who)
    save_assessment(
        assessment=assessment, values=values, answers=answered(early.team), version=1, **who
    )
    return complete_assessment(assessment=assessment, version=2, **who)


def matched(team, by: Employee, **values):
    """Somebody spotted, assessed and decided to be a match."""
    early = spotted(team, by, **values)
    decide(id=new_id(), assessment=assessed(early, by), details=MATCH, by=by.actor, at=NOW)
    return early


def end_today(case: Case, by: Employee):
    """A course that is over."""
    who = {"by": by.actor, "at": NOW}
    begin_ending(id=new_id(), course=case.course, values=ENDING, staff=[], **who)
    end_course(course=case.course, ended_on=TODAY, version=1, **who)
    case.course.refresh_from_db()


def live_a_life(case: Case, by: Employee):
    """One row in every table about a course's life, from first sighting to the ending begun."""
    who = {"by": by.actor, "at": NOW}
    early = matched(case.course.team, by)
    log_early_attempt(
        id=new_id(), early_contact=early, values=ATTEMPT, staff_member=by.staff_member, **who
    )
    course = {"course": case.course, **who}
    open_start_form(id=new_id(), **course)
    open_end_form(id=new_id(), **course)
    agree_on_contact(id=new_id(), values=CONTACT_AGREEMENT, **course)
    record_life_event(id=new_id(), values=LIFE_EVENT, **course)
    agree_on_intensity(id=new_id(), values=LOW, **course)
    put_on_hold(id=new_id(), values=HOLD, **course)
    reactivate(id=new_id(), on=TODAY, reason="Kim ringede", **course)
    begin_ending(id=new_id(), values=ENDING, staff=[by.staff_member], **course)
