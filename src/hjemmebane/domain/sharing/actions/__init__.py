"""What partners, citizens and their team do through the doors between them."""

from hjemmebane.domain.sharing.actions.citizens import (
    Recorded,
    add_recording,
    answer_as_citizen,
    choose_pictogram,
    reach_own_step,
    stop_sharing,
    suggest,
    take_up_own_step,
    tell_story,
)
from hjemmebane.domain.sharing.actions.doors import (
    INVITATION,
    accept_invitation,
    cancel_invitation,
    invite_citizen,
    invite_partner,
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
    "INVITATION",
    "Recorded",
    "accept_invitation",
    "add_recording",
    "answer_as_citizen",
    "answer_network_meeting",
    "answer_suggestion",
    "cancel_invitation",
    "cancel_own_appointment",
    "change_own_activity",
    "choose_pictogram",
    "invite_citizen",
    "invite_partner",
    "make_own_appointment",
    "reach_own_step",
    "see_messages",
    "see_notices",
    "see_partners_messages",
    "stop_sharing",
    "suggest",
    "take_in_step",
    "take_up_own_step",
    "tell_story",
    "write_activity",
    "write_to_partner",
    "write_to_team",
]
