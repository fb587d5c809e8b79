"""Telling colleagues what somebody else did with their appointments."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.contacts.choices import NoticeKind
from hjemmebane.domain.contacts.models import Appointment, AppointmentNotice, Task
from hjemmebane.domain.contacts.queries import notice_to_change
from hjemmebane.domain.contacts.rules import check_has_notice
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.ids import new_id


@dataclass(frozen=True)
class Happened:
    """What became of one's appointment, which was at `before` until now."""

    kind: NoticeKind
    staff_member: StaffMember
    appointment: Appointment
    before: dt.datetime


@action
def tell_colleagues(
    *, done: Iterable[Happened], telling: Task | None = None, by: Actor, at: dt.datetime
) -> None:
    """Tell each of them once of each kind, and of how many more of a series it goes for.

    Whoever does it is told nothing. `telling` hangs from what the first one it stands with is told.
    """
    told: dict[tuple[NoticeKind, UUID], list[Happened]] = defaultdict(list)
    for one in done:
        told[one.kind, one.staff_member.pk].append(one)
    for first, *others in told.values():
        comes = first.staff_member == first.appointment.staff_member
        task, telling = (telling, None) if comes else (None, telling)
        is_doer = first.staff_member.user_id == by.user_id
        if is_doer and task is None:
            continue
        AppointmentNotice(
            id=new_id(),
            course_id=first.appointment.course_id,
            appointment=first.appointment,
            staff_member=first.staff_member,
            kind=first.kind,
            starts_before=first.before,
            others=len(others),
            telling=task,
            seen_at=at if is_doer else None,
            recorded_by_id=by.user_id,
            recorded_at=at,
        ).insert()


@action
def see_notice(*, notice: AppointmentNotice, by: Actor, at: dt.datetime) -> AppointmentNotice:
    """Say that one has seen what became of one's appointment. Refuses anybody else."""
    notice = notice_to_change(notice.pk)
    check_has_notice(by, notice)
    if notice.seen_at:
        return notice
    return notice.save_changes({"seen_at": at}, version=notice.version)
