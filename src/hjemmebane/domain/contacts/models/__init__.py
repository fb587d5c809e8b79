"""What was done and agreed with a citizen, and what the team is to remember."""

from hjemmebane.domain.contacts.models.appointments import Agreed, Appointment, AppointmentSeries
from hjemmebane.domain.contacts.models.attachments import Attachment, AttachmentPart
from hjemmebane.domain.contacts.models.calls import HelpCall
from hjemmebane.domain.contacts.models.companions import (
    AppointmentCompanion,
    AppointmentNotice,
)
from hjemmebane.domain.contacts.models.lights import (
    LightAction,
    LightLine,
    LightSign,
    TrafficLightAgreement,
    TrafficLightObservation,
)
from hjemmebane.domain.contacts.models.log import Contact, ContactStaff, ContactSubGoal
from hjemmebane.domain.contacts.models.messages import Message
from hjemmebane.domain.contacts.models.moves import AppointmentMove
from hjemmebane.domain.contacts.models.reminders import FollowUp, Reminder, Task
from hjemmebane.domain.contacts.models.signs import SignOfLife, SignRequest
from hjemmebane.domain.contacts.models.sms import (
    MOST_MOMENTS,
    ReminderAgreement,
    SmsReminder,
    SmsReply,
)
from hjemmebane.domain.contacts.models.visits import VisitStart, VisitTemplate

__all__ = [
    "MOST_MOMENTS",
    "Agreed",
    "Appointment",
    "AppointmentCompanion",
    "AppointmentMove",
    "AppointmentNotice",
    "AppointmentSeries",
    "Attachment",
    "AttachmentPart",
    "Contact",
    "ContactStaff",
    "ContactSubGoal",
    "FollowUp",
    "HelpCall",
    "LightAction",
    "LightLine",
    "LightSign",
    "Message",
    "Reminder",
    "ReminderAgreement",
    "SignOfLife",
    "SignRequest",
    "SmsReminder",
    "SmsReply",
    "Task",
    "TrafficLightAgreement",
    "TrafficLightObservation",
    "VisitStart",
    "VisitTemplate",
]
