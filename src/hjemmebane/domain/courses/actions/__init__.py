"""What is done about courses, from the first sighting to the ending."""

from hjemmebane.domain.courses.actions.agreements import (
    agree_on_contact,
    change_life_event,
    record_life_event,
    set_cadence,
)
from hjemmebane.domain.courses.actions.ending import (
    begin_ending,
    call_off_ending,
    change_ending,
    end_course,
    record_death,
    withdraw_team_consent,
)
from hjemmebane.domain.courses.actions.forms import (
    complete_course_form,
    open_end_form,
    open_start_form,
    save_course_form,
)
from hjemmebane.domain.courses.actions.intake import (
    change_early_contact,
    complete_assessment,
    decide,
    lay_aside,
    log_early_attempt,
    open_assessment,
    save_assessment,
    spot,
    take_out_again,
)
from hjemmebane.domain.courses.actions.pauses import (
    agree_on_intensity,
    put_on_hold,
    reactivate,
)
from hjemmebane.domain.courses.actions.referrals import (
    PUBLIC_REFERRAL,
    AttachedFile,
    ReferralDetails,
    answer_referral,
    ask_referrer,
    join_referral,
    reveal_referral_cpr,
    send_referral,
    take_up_referral,
)
from hjemmebane.domain.courses.actions.starting import (
    TEAM_PURPOSE,
    CourseStart,
    choose_primary_contact,
    start_course,
    start_course_for_new_citizen,
)

__all__ = [
    "PUBLIC_REFERRAL",
    "TEAM_PURPOSE",
    "AttachedFile",
    "CourseStart",
    "ReferralDetails",
    "agree_on_contact",
    "agree_on_intensity",
    "answer_referral",
    "ask_referrer",
    "begin_ending",
    "call_off_ending",
    "change_early_contact",
    "change_ending",
    "change_life_event",
    "choose_primary_contact",
    "complete_assessment",
    "complete_course_form",
    "decide",
    "end_course",
    "join_referral",
    "lay_aside",
    "log_early_attempt",
    "open_assessment",
    "open_end_form",
    "open_start_form",
    "put_on_hold",
    "reactivate",
    "record_death",
    "record_life_event",
    "reveal_referral_cpr",
    "save_assessment",
    "save_course_form",
    "send_referral",
    "set_cadence",
    "spot",
    "start_course",
    "start_course_for_new_citizen",
    "take_out_again",
    "take_up_referral",
    "withdraw_team_consent",
]
