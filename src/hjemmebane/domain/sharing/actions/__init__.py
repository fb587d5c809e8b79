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
from hjemmebane.domain.sharing.actions.lights import say_light
from hjemmebane.domain.sharing.actions.measuring import (
    answer_own_question,
    begin_own_answers,
    end_own_answers,
    say_own_fit,
)
from hjemmebane.domain.sharing.actions.moods import keep_mood_to_oneself, say_mood
from hjemmebane.domain.sharing.actions.notices import (
    NEWS_LETTERS,
    choose_letters,
    give_back_news_letter,
    see_notices,
    take_news_letter,
)
from hjemmebane.domain.sharing.actions.partners import (
    answer_network_meeting,
    cancel_own_appointment,
    change_own_activity,
    make_own_appointment,
    see_messages,
    write_activity,
    write_to_team,
)
from hjemmebane.domain.sharing.actions.reminders import stop_own_reminders
from hjemmebane.domain.sharing.actions.signs import (
    ask_for_signs,
    stop_asking_for_signs,
    tell_sign_of_life,
)
from hjemmebane.domain.sharing.actions.standpoints import (
    take_stand_as_partner,
    take_stand_as_team,
)
from hjemmebane.domain.sharing.actions.team import (
    answer_suggestion,
    close_left_activity,
    see_partners_messages,
    take_in_step,
    take_in_wish,
    write_to_partner,
)

__all__ = [
    "CITIZEN_LOGIN",
    "INVITATION",
    "NEWS_LETTERS",
    "Recorded",
    "accept_invitation",
    "add_recording",
    "answer_as_citizen",
    "answer_network_meeting",
    "answer_own_question",
    "answer_suggestion",
    "ask_for_signs",
    "begin_own_answers",
    "cancel_invitation",
    "cancel_own_appointment",
    "change_own_activity",
    "choose_letters",
    "choose_pictogram",
    "close_citizen_login",
    "close_left_activity",
    "end_own_answers",
    "forget_failed_logins",
    "give_back_news_letter",
    "invite_citizen",
    "invite_partner",
    "keep_mood_to_oneself",
    "make_own_appointment",
    "note_mailed",
    "reach_own_step",
    "say_light",
    "say_mood",
    "say_own_fit",
    "see_messages",
    "see_notices",
    "see_partners_messages",
    "stop_asking_for_signs",
    "stop_own_reminders",
    "stop_sharing",
    "suggest",
    "take_in_step",
    "take_in_wish",
    "take_news_letter",
    "take_stand_as_partner",
    "take_stand_as_team",
    "take_up_own_step",
    "tell_sign_of_life",
    "tell_story",
    "try_citizen_login",
    "write_activity",
    "write_to_partner",
    "write_to_team",
]
