"""What is done about contacts, appointments, lights and reminders, and about them at the end."""

from hjemmebane.domain.contacts.actions.appointments import (
    make_appointment,
    reassign_appointment,
    see_move,
    settle_appointment,
)
from hjemmebane.domain.contacts.actions.attachments import attach, change_attachment_text
from hjemmebane.domain.contacts.actions.calls import (
    answer_calls,
    call_for_help,
    close_call,
    take_call,
)
from hjemmebane.domain.contacts.actions.changing import (
    AppointmentDetails,
    change_appointment,
    change_series,
    end_series,
)
from hjemmebane.domain.contacts.actions.endings import (
    end_course_and_reminders,
    record_death_and_reminders,
)
from hjemmebane.domain.contacts.actions.lights import (
    LightDetails,
    agree_light,
    end_light_agreement,
    observe_light,
)
from hjemmebane.domain.contacts.actions.log import ContactDetails, change_contact, log_contact
from hjemmebane.domain.contacts.actions.notices import see_notice
from hjemmebane.domain.contacts.actions.persistence import (
    FOLLOW,
    FOLLOW_UPS,
    raise_due_follow_ups,
)
from hjemmebane.domain.contacts.actions.reminders import (
    give_task,
    hand_on_follow_up,
    hand_on_task,
    raise_follow_up,
    reopen_follow_up,
    reopen_task,
    settle_follow_up,
    settle_task,
)
from hjemmebane.domain.contacts.actions.series import make_series
from hjemmebane.domain.contacts.actions.sms import (
    SMS_REMINDERS,
    begin_sending,
    confirm_sent,
    fail_sending,
    hold_for_sending,
    plan_reminders,
    put_off,
    take_delivery,
)
from hjemmebane.domain.contacts.actions.sms_agreements import agree_on_reminders, stop_reminders
from hjemmebane.domain.contacts.actions.sms_replies import SEND_SMS, SMS_GATEWAY, take_reply
from hjemmebane.domain.contacts.actions.templates import (
    add_visit_template,
    change_visit_template,
)
from hjemmebane.domain.contacts.actions.visits import begin_visit, drop_visit, leave_visit

__all__ = [
    "FOLLOW",
    "FOLLOW_UPS",
    "SEND_SMS",
    "SMS_GATEWAY",
    "SMS_REMINDERS",
    "AppointmentDetails",
    "ContactDetails",
    "LightDetails",
    "add_visit_template",
    "agree_light",
    "agree_on_reminders",
    "answer_calls",
    "attach",
    "begin_sending",
    "begin_visit",
    "call_for_help",
    "change_appointment",
    "change_attachment_text",
    "change_contact",
    "change_series",
    "change_visit_template",
    "close_call",
    "confirm_sent",
    "drop_visit",
    "end_course_and_reminders",
    "end_light_agreement",
    "end_series",
    "fail_sending",
    "give_task",
    "hand_on_follow_up",
    "hand_on_task",
    "hold_for_sending",
    "leave_visit",
    "log_contact",
    "make_appointment",
    "make_series",
    "observe_light",
    "plan_reminders",
    "put_off",
    "raise_due_follow_ups",
    "raise_follow_up",
    "reassign_appointment",
    "record_death_and_reminders",
    "reopen_follow_up",
    "reopen_task",
    "see_move",
    "see_notice",
    "settle_appointment",
    "settle_follow_up",
    "settle_task",
    "stop_reminders",
    "take_call",
    "take_delivery",
    "take_reply",
]
