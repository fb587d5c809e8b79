"""What partners, citizens and their team do through the doors between them."""

from hjemmebane.domain.sharing.actions.citizens import (
    add_recording,
    answer_as_citizen,
    choose_pictogram,
    reach_own_step,
    stop_sharing,
    suggest,
    tell_story,
)
from hjemmebane.domain.sharing.actions.doors import (
    CITIZEN_LOGIN,
    INVITATION,
    accept_invitation,
    cancel_invitation,
    close_citizen_login,
    forget_failed_logins,
    invite_citizen,
    invite_partner,
    note_mailed,
    try_citizen_login,
)
from hjemmebane.domain.sharing.actions.notices import see_notices
from hjemmebane.domain.sharing.actions.partners import (
    answer_network_meeting,
    cancel_own_appointment,
    change_own_activity,
    make_own_appointment,
    see_messages,
    write_activity,
    write_to_team,
)
from hjemmebane.domain.sharing.actions.team import (
    answer_suggestion,
    see_partners_messages,
    take_in_step,
    write_to_partner,
)

__all__ = [
    "CITIZEN_LOGIN",
    "INVITATION",
    "accept_invitation",
    "add_recording",
    "answer_as_citizen",
    "answer_network_meeting",
    "answer_suggestion",
    "cancel_invitation",
    "cancel_own_appointment",
    "change_own_activity",
    "choose_pictogram",
    "close_citizen_login",
    "forget_failed_logins",
    "invite_citizen",
    "invite_partner",
    "make_own_appointment",
    "note_mailed",
    "reach_own_step",
    "see_messages",
    "see_notices",
    "see_partners_messages",
    "stop_sharing",
    "suggest",
    "take_in_step",
    "tell_story",
    "try_citizen_login",
    "write_activity",
    "write_to_partner",
    "write_to_team",
]
