"""When a contact is logged, an appointment made, a reminder given, and when they are settled."""

from hjemmebane.domain.contacts.rules.appointments import (
    check_can_change,
    check_can_make,
    check_can_reassign,
    check_can_settle,
    check_has_notice,
    check_is_told,
    check_time,
)
from hjemmebane.domain.contacts.rules.attachments import (
    check_fits,
    check_is_harmless,
    check_picture,
    check_sound,
)
from hjemmebane.domain.contacts.rules.lights import (
    check_can_agree_light,
    check_can_end_light_agreement,
    check_can_replace,
    check_can_see_light,
    check_light_lines,
    check_lines,
    check_one_agreement,
)
from hjemmebane.domain.contacts.rules.log import check_contact, check_in_team
from hjemmebane.domain.contacts.rules.reminders import (
    check_can_reopen,
    check_can_settle_reminder,
    check_due,
    check_is_unsettled,
    check_may_be_remembered,
    check_none_waits,
    check_responsible,
)
from hjemmebane.domain.contacts.rules.series import (
    check_days,
    check_has_end,
    check_in_team_throughout,
    check_is_repeated,
    days_later,
    slots_of,
)
from hjemmebane.domain.contacts.rules.sms import check_can_stop, check_reminders
from hjemmebane.domain.contacts.rules.visits import (
    check_can_begin,
    check_can_write_templates,
    check_comes_of,
    check_is_ones_own,
    check_template,
)

__all__ = [
    "check_can_agree_light",
    "check_can_begin",
    "check_can_change",
    "check_can_end_light_agreement",
    "check_can_make",
    "check_can_reassign",
    "check_can_reopen",
    "check_can_replace",
    "check_can_see_light",
    "check_can_settle",
    "check_can_settle_reminder",
    "check_can_stop",
    "check_can_write_templates",
    "check_comes_of",
    "check_contact",
    "check_days",
    "check_due",
    "check_fits",
    "check_has_end",
    "check_has_notice",
    "check_in_team",
    "check_in_team_throughout",
    "check_is_harmless",
    "check_is_ones_own",
    "check_is_repeated",
    "check_is_told",
    "check_is_unsettled",
    "check_light_lines",
    "check_lines",
    "check_may_be_remembered",
    "check_none_waits",
    "check_one_agreement",
    "check_picture",
    "check_reminders",
    "check_responsible",
    "check_sound",
    "check_template",
    "check_time",
    "days_later",
    "slots_of",
]
