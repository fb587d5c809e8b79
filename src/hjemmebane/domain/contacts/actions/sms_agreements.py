"""What is agreed with the citizen about reminders, and that they want no more of them."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from hjemmebane.domain.audit.rules import check_undone
from hjemmebane.domain.contacts.choices import SmsMoment, SmsStop
from hjemmebane.domain.contacts.models import ReminderAgreement
from hjemmebane.domain.contacts.queries import reminder_agreement_of
from hjemmebane.domain.contacts.rules import (
    check_can_stop,
    check_may_be_remembered,
    check_reminders,
)
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import course_to_change
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.telephones import number_of


@action
def agree_on_reminders(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course: Course,
    is_wanted: bool,
    phone: str,
    moments: Sequence[str],
    talked_on: dt.date,
    version: int = 0,
    by: Actor,
    at: dt.datetime,
) -> ReminderAgreement:
    """Put down whether and when the citizen wants to be reminded, and on which number.

    What was agreed before is changed, and what the citizen had stopped begins again: it is agreed
    anew. Refuses an ended course, a citizen who has died, a day to come, and reminders without a
    number that there is or without one or two times. Raises EditConflict when somebody else agreed
    on something since `version`.
    """
    held = course_to_change(course.pk)
    check_may_be_remembered(held)
    check_reminders(
        is_wanted=is_wanted,
        phone=phone,
        moments=moments,
        talked_on=talked_on,
        today=day_of(at),
    )
    values = {
        "is_wanted": is_wanted,
        "phone": number_of(phone) if phone else "",
        "moments": [code for code in SmsMoment.values if code in moments],
        "talked_on": talked_on,
    }
    known = reminder_agreement_of(course.pk)
    agreement = ReminderAgreement(
        id=id, course=held, recorded_by_id=by.user_id, recorded_at=at, **values
    )
    if known is None:
        return agreement.insert()
    agreement.check_unsent()
    again = {**values, "stopped_at": None, "stopped_how": ""}
    check_undone(known, again, by=by)
    return known.save_changes(again, version=version)


@action
def stop_reminders(
    *, agreement: ReminderAgreement, by: Actor, at: dt.datetime
) -> ReminderAgreement:
    """The citizen has told the team that they want no more. Refuses when none are sent."""
    course_to_change(agreement.course_id)
    check_can_stop(agreement)
    changes = {"stopped_at": at, "stopped_how": SmsStop.TOLD_US}
    return agreement.save_changes(changes, version=agreement.version)
