"""Partners tell when the citizen comes by, and the team asks them to."""

import datetime as dt
from uuid import UUID

from hjemmebane.domain.contacts.models import SignOfLife, SignRequest
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.rules import check_is_open
from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.queries import open_sign_requests, own_signs
from hjemmebane.domain.sharing.rules import (
    check_can_read,
    check_holds_no_cpr,
    check_seen_on,
    check_still_open,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import AlreadySaved


@action
def tell_sign_of_life(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    course_id: UUID,
    seen_on: dt.date,
    note: str = "",
    by: Actor,
    at: dt.datetime,
) -> SignOfLife:
    """Somebody at a partner tells that the citizen came by: once a day, and twice does no harm.

    Refuses when nothing is open any more, a day to come or long gone, a CPR number, and other words
    about a day that is told. Raises AlreadySaved when the day is told and nothing is added.
    """
    partner, _ = check_still_open(by, course_id)
    note = note.strip()
    check_holds_no_cpr({"note": note}, today=day_of(at))
    check_seen_on(seen_on, today=day_of(at))
    take_turns(f"sharing.sign {course_id} {partner.pk}")
    told = own_signs(course_id, partner).filter(seen_on=seen_on).first()
    if told and note in {"", told.note}:
        raise AlreadySaved(told)
    if told:
        raise Refused(SharingRefusal.SIGN_TOLD, field="note")
    return SignOfLife(
        id=id,
        course_id=course_id,
        partner_person=partner,
        seen_on=seen_on,
        note=note,
        recorded_by_id=by.user_id,
        recorded_at=at,
    ).insert()


@action
def ask_for_signs(
    *, course: Course, partner_person: PartnerPerson, by: Actor, at: dt.datetime
) -> SignRequest:
    """Ask somebody at a partner to tell when the citizen comes by. Asked twice is asked once.

    Refuses an ended course, and whoever could not read it.
    """
    check_is_open(course)
    check_can_read(partner_person, course.citizen_id, today=day_of(at))
    take_turns(f"sharing.ask {course.pk}")
    asked = open_sign_requests(course.pk).filter(partner_person=partner_person).first()
    return asked or (
        SignRequest(
            course=course,
            partner_person=partner_person,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()
    )


@action
def stop_asking_for_signs(
    *, course: Course, partner_person: PartnerPerson, by: Actor, at: dt.datetime
) -> None:
    """It is no longer needed. What was told stays; not asked any more is no fault."""
    take_turns(f"sharing.ask {course.pk}")
    for asked in open_sign_requests(course.pk).filter(partner_person=partner_person):
        asked.save_changes({"closed_at": at}, version=asked.version)
