"""What the acting citizen has agreed to be reminded of by text message."""

from uuid import UUID

from hjemmebane.domain.contacts.models import ReminderAgreement


def own_reminders(course_id: UUID) -> ReminderAgreement | None:
    """What is agreed and in force, if anything. The policies leave out everybody else's."""
    found = ReminderAgreement.objects.filter(course_id=course_id).first()
    return found if found and found.is_in_force else None
