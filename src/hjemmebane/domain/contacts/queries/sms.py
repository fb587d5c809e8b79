import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from hjemmebane.domain.contacts.choices import SmsState
from hjemmebane.domain.contacts.models import ReminderAgreement, SmsReminder, SmsReply
from hjemmebane.foundation.database import ask_guard, rows_of

ON_ITS_WAY = (SmsState.WAITING, SmsState.SENDING)


@dataclass(frozen=True)
class ToPlan:
    """An appointment of somebody who wants to be reminded, and nothing of whom or what."""

    appointment_id: UUID
    course_id: UUID
    starts_at: dt.datetime
    agreed_at: dt.datetime
    moments: list[str]


@dataclass(frozen=True)
class Sender:
    """Whose number an answer came from, and who is to see to it."""

    course_id: UUID
    team_id: UUID
    staff_member_id: UUID
    user_id: UUID
    given_name: str


def reminder_agreement_of(course_id: UUID) -> ReminderAgreement | None:
    """What is agreed with the citizen about reminders, if anything."""
    found = ReminderAgreement.objects.filter(course_id=course_id)
    return found.select_related("recorded_by").first()


def replies_of(course_id: UUID) -> QuerySet[SmsReply]:
    """What was answered to reminders, the newest first."""
    return SmsReply.objects.filter(course_id=course_id).order_by("-received_at", "-pk")


def reminders_of_appointments(
    appointment_ids: Iterable[UUID],
) -> dict[UUID, list[SmsReminder]]:
    """The reminders of appointments as they stand, by appointment. One query."""
    return _by_appointment(SmsReminder.objects.filter(appointment_id__in=list(appointment_ids)))


def reminders_to_tell_of(appointment_ids: Iterable[UUID]) -> dict[UUID, list[SmsReminder]]:
    """The same for those who may read them, but what waits when no more are wanted. One query."""
    stopped = ReminderAgreement.objects.filter(stopped_at__isnull=False).values("course")
    rows = SmsReminder.objects.filter(appointment_id__in=list(appointment_ids))
    return _by_appointment(
        rows.exclude(state=SmsState.WAITING, appointment__course__in=stopped),
    )


def _by_appointment(rows: QuerySet[SmsReminder]) -> dict[UUID, list[SmsReminder]]:
    found: dict[UUID, list[SmsReminder]] = {}
    for row in rows.order_by("due_at", "pk"):
        if row.appointment_id:
            found.setdefault(row.appointment_id, []).append(row)
    return found


def to_plan(*, since: dt.datetime, until: dt.datetime) -> list[ToPlan]:
    """For the job: appointments that may still want a reminder."""
    return rows_of("guard.sms_to_plan", since, until, into=ToPlan)


def due_reminders(at: dt.datetime) -> list[UUID]:
    """For the job: the keys of what is to be sent by now, the longest overdue first."""
    due = SmsReminder.objects.filter(state__in=ON_ITS_WAY, next_try_at__lte=at)
    return list(due.order_by("next_try_at", "pk").values_list("pk", flat=True))


def reminder_to_send(key: UUID) -> SmsReminder | None:
    """For the job: one that is on its way, held; None when somebody else has it or it is gone."""
    found = SmsReminder.objects.filter(pk=key, state__in=ON_ITS_WAY)
    return found.select_for_update(of=("self",), no_key=True, skip_locked=True).first()


def reminder_told_of(key: UUID) -> SmsReminder | None:
    """For the gateway: the one it tells about, held until whoever sends it is done."""
    return SmsReminder.objects.filter(pk=key).select_for_update(no_key=True).first()


def is_followed(reminder: SmsReminder, *, at: dt.datetime) -> bool:
    """Whether a later reminder of the same time is due as well, and will do for both."""
    return SmsReminder.objects.filter(
        appointment=reminder.appointment_id,
        starts_at=reminder.starts_at,
        due_at__gt=reminder.due_at,
        due_at__lte=at,
    ).exists()


def was_told_of_before(reminder: SmsReminder, whys: Iterable[str]) -> bool:
    """Whether somebody was already asked to remind of the appointment in another way."""
    others = SmsReminder.objects.filter(
        appointment=reminder.appointment_id, starts_at=reminder.starts_at, why__in=list(whys)
    )
    return others.exclude(pk=reminder.pk).exists()


def target_of(key: UUID) -> tuple[str, str]:
    """For the job: where a message goes to, and why it is not to go any more; one is empty."""
    ((phone, why),) = ask_guard("sms_target", str(key)) or [("", "ENDED")]
    return str(phone or ""), str(why or "")


def who_has_appointment_of(key: UUID) -> UUID | None:
    """For the job: who has the appointment of a reminder, while there is something to do."""
    ((staff_member_id,),) = ask_guard("sms_responsible", str(key))
    return UUID(str(staff_member_id)) if staff_member_id else None


def sender_of(number: str) -> Sender | None:
    """For the gateway: whose number it is; None when it is nobody's."""
    for *keys, name in ask_guard("sms_sender", number):
        course_id, team_id, staff_member_id, user_id = (UUID(str(key)) for key in keys)
        return Sender(course_id, team_id, staff_member_id, user_id, str(name))
    return None
