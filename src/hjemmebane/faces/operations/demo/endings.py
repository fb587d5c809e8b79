"""The steps at the end of a course: begun, the end form, and the last day."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from hjemmebane.domain.contacts.actions import (
    end_course_and_reminders,
    record_death_and_reminders,
)
from hjemmebane.domain.courses.actions import (
    begin_ending,
    complete_course_form,
    open_end_form,
    withdraw_team_consent,
)
from hjemmebane.domain.courses.choices import EndingReason, Known
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.entries import EndingEntry
from hjemmebane.foundation.actors import Actor


def ending_steps(case: Case) -> Iterator[Step]:
    """Nothing for a course that goes on; a death has no preparation."""
    entry, moment = case.story.ending, case.days.moment
    if entry is None:
        return
    if entry.died:
        yield _step(case, moment(entry.died, 15), _die, entry)
        return
    yield _step(case, moment(entry.begun, 15), _begin, entry)
    if entry.ended:
        yield _step(case, moment(entry.ended, 15), _tell, entry)
        yield _step(case, moment(entry.ended, 15, 30), _end, entry)


def _step(case: Case, at: dt.datetime, do: Callable[..., None], entry: EndingEntry) -> Step:
    return Step(at, case.usual(at), partial(do, case, entry))


def _begin(case: Case, entry: EndingEntry, by: Actor, at: dt.datetime) -> None:
    if entry.reason == EndingReason.CONSENT_WITHDRAWN:
        withdraw_team_consent(
            id=case.key(at, "ending"),
            course=case.course,
            explanation=entry.explanation,
            by=by,
            at=at,
        )
        return
    begun_on = case.days.ago(entry.begun)
    begin_ending(
        id=case.key(at, "ending"),
        course=case.course,
        values={
            "reason": entry.reason,
            "begun_on": begun_on,
            "explanation": entry.explanation,
            "own_needs": entry.needs,
            "results_to_keep": entry.results,
            "transition_plan": entry.plan,
            "next_provider": case.house.organisations[entry.partner] if entry.partner else None,
            "next_contact": entry.contact,
            "transition_until": begun_on + dt.timedelta(weeks=entry.until) if entry.until else None,
        },
        staff=case.staff(*entry.stays),
        by=by,
        at=at,
    )


def _tell(case: Case, entry: EndingEntry, by: Actor, at: dt.datetime) -> None:
    form = open_end_form(id=case.key(at, "end-form"), course=case.course, by=by, at=at)
    values = {
        "housing": entry.housing,
        "social_assessed": Known.YES,
        "health_assessed": Known.YES,
        "areas_worked_with": list(entry.areas),
        "next_support": list(entry.support),
    }
    complete_course_form(form=form, values=values, version=form.version, by=by, at=at)


def _end(case: Case, entry: EndingEntry, by: Actor, at: dt.datetime) -> None:
    end_course_and_reminders(
        course=case.course,
        ended_on=case.days.ago(str(entry.ended)),
        version=visible_courses().get(pk=case.course.pk).version,
        by=by,
        at=at,
    )


def _die(case: Case, entry: EndingEntry, by: Actor, at: dt.datetime) -> None:
    record_death_and_reminders(
        id=case.key(at, "ending"),
        course=case.course,
        died_on=case.days.ago(str(entry.died)),
        version=visible_courses().get(pk=case.course.pk).version,
        by=by,
        at=at,
    )
