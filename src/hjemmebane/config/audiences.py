"""Who each address is for: the access matrix of the routes.

A new route without its line here fails the suite, and so does a line whose route is gone. The
tests ask every address as every role; `docs/generated/access.md` is made from the same lines.
"""

from enum import Enum


class Audience(Enum):
    """Who gets an answer. Everybody else is sent to the login, or told that nothing is there."""

    ANYBODY = "anybody, without login"
    GATEWAY = "the SMS gateway, by its signature, without login; nothing is there for others"
    EVERY_LOGIN = "anybody with a login, sent to the face it opens"
    ANY_LOGIN = "anybody on the staff; shows what their own teams hold"
    TEAM_MEMBERS = "members of any team, today"
    COORDINATORS = "coordinators of a team, today"
    COORDINATORS_OR_MANAGERS = "coordinators and managers of any team, today"
    REPORTS_EVALUATORS = "coordinators and managers of all of the report's teams, today"
    RECORDS_TEAM = "members of the team that holds the record, today"
    TEAM_OR_MANAGER = "members and managers of any team, today"
    RECORDS_TEAM_OR_MANAGER = "members and managers of the team that holds the record, today"
    PARTNERS = "people at a partner; shows what is open to them"
    CITIZENS_PARTNERS = "people at a partner to whom the citizen has opened something today"
    GOALS_PARTNERS = "people at a partner to whom the citizen has opened the goal today"
    CITIZENS = "a citizen, about themselves; also on a device handed over to them"
    CITIZENS_OWN = "the citizen whose record it is; also on a device handed over to them"
    CITIZENS_TEAM = "members of a team in which the citizen has a course, today"


AUDIENCES = {
    "account_login": Audience.ANYBODY,
    "api:calendar:feed": Audience.ANYBODY,
    "public:health": Audience.ANYBODY,
    "staff:field:shell": Audience.ANYBODY,
    "staff:field:worker": Audience.ANYBODY,
    "staff:field:manifest": Audience.ANYBODY,
    "staff:field:icon": Audience.ANYBODY,
    "public:icon": Audience.ANYBODY,
    "public:privacy": Audience.ANYBODY,
    "public:accessibility": Audience.ANYBODY,
    "public:referrals:new": Audience.ANYBODY,
    "public:referrals:receipt": Audience.ANYBODY,
    "public:referrals:status": Audience.ANYBODY,
    "public:referrals:answer": Audience.ANYBODY,
    "public:sms:delivery": Audience.GATEWAY,
    "public:sms:reply": Audience.GATEWAY,
    "public:doors:invitation": Audience.ANYBODY,
    "public:doors:come_in": Audience.ANYBODY,
    "public:doors:log_in": Audience.ANYBODY,
    "mfa_authenticate": Audience.ANYBODY,
    "account_logout": Audience.EVERY_LOGIN,
    "staff:front": Audience.EVERY_LOGIN,
    "partner:doors:second_factor": Audience.PARTNERS,
    "partner:doors:spare_codes": Audience.PARTNERS,
    "partner:citizens:page": Audience.PARTNERS,
    "partner:notices:seen": Audience.PARTNERS,
    "partner:notices:mail": Audience.PARTNERS,
    **dict.fromkeys(
        (
            "partner:citizens:citizen",
            "partner:citizens:activity",
            "partner:citizens:status",
            "partner:citizens:messages",
            "partner:citizens:messages_seen",
            "partner:citizens:appointment_new",
            "partner:citizens:appointment_cancel",
            "partner:citizens:meeting_answer",
            "partner:citizens:sign",
            "partner:citizens:text",
            "partner:citizens:paper",
        ),
        Audience.CITIZENS_PARTNERS,
    ),
    "partner:citizens:activity_new": Audience.GOALS_PARTNERS,
    "partner:citizens:standpoint": Audience.GOALS_PARTNERS,
    "citizen:doors:name": Audience.CITIZENS,
    "citizen:doors:take_back": Audience.CITIZENS,
    **dict.fromkeys(
        (
            "citizen:plan:page",
            "citizen:story:page",
            "citizen:story:tell",
            "citizen:mood:page",
            "citizen:lights:page",
            "citizen:measurements:page",
            "citizen:measurements:begin",
            "citizen:path:page",
            "citizen:paper:page",
            "citizen:paper:plan",
            "citizen:paper:path",
            "citizen:steps:page",
            "citizen:appointments:page",
            "citizen:appointments:stop_reminders",
            "citizen:sharing:page",
            "citizen:writing:page",
            "citizen:writing:call_me",
            "citizen:writing:message",
            "citizen:looks:choose",
        ),
        Audience.CITIZENS,
    ),
    **dict.fromkeys(
        (
            "citizen:plan:picture",
            "citizen:steps:reach",
            "citizen:steps:take_up",
            "citizen:steps:answer",
            "citizen:appointments:portrait",
            "citizen:sharing:stop",
            "citizen:writing:recording",
            "citizen:mood:keep",
            *(f"citizen:measurements:{name}" for name in ("response", "question", "end", "fit")),
        ),
        Audience.CITIZENS_OWN,
    ),
    "staff:today:page": Audience.ANY_LOGIN,
    "staff:board:page": Audience.ANY_LOGIN,
    "staff:assessments:page": Audience.ANY_LOGIN,
    "staff:board:columns": Audience.TEAM_MEMBERS,
    "staff:board:wall": Audience.TEAM_MEMBERS,
    "staff:board:paper": Audience.TEAM_MEMBERS,
    "staff:meetings:page": Audience.ANY_LOGIN,
    "staff:steering:page": Audience.ANY_LOGIN,
    "staff:steering:new": Audience.TEAM_OR_MANAGER,
    "staff:partners:page": Audience.ANY_LOGIN,
    "staff:offers:page": Audience.ANY_LOGIN,
    **dict.fromkeys(
        (
            *(
                f"staff:partners:{name}"
                for name in (
                    "organisation",
                    "organisation_new",
                    "organisation_edit",
                    "agreement",
                    "function",
                    "person_new",
                    "person_edit",
                )
            ),
            *(f"staff:offers:{name}" for name in ("new", "edit", "checked")),
        ),
        Audience.TEAM_OR_MANAGER,
    ),
    **dict.fromkeys(
        (
            f"staff:steering:{name}"
            for name in ("meeting", "edit", "point_new", "point", "handle", "reopen")
        ),
        Audience.RECORDS_TEAM_OR_MANAGER,
    ),
    **dict.fromkeys(
        (f"staff:field:{name}" for name in ("register", "pack", "address", "intake", "part")),
        Audience.TEAM_MEMBERS,
    ),
    "staff:field:entry": Audience.ANY_LOGIN,
    "staff:field:devices": Audience.ANY_LOGIN,
    "staff:field:revoke": Audience.RECORDS_TEAM,
    "staff:field:conflict": Audience.CITIZENS_TEAM,
    "staff:teams:page": Audience.ANY_LOGIN,
    "staff:teams:portrait": Audience.ANY_LOGIN,
    "staff:teams:roles": Audience.ANY_LOGIN,
    "staff:teams:training": Audience.ANY_LOGIN,
    **dict.fromkeys(
        (
            "staff:economics:page",
            "staff:economics:new",
            "staff:economics:compare",
            "staff:economics:costing",
            "staff:economics:edit",
            "staff:economics:file",
            "staff:economics:bring",
            "staff:economics:scenarios",
            "staff:economics:scenario_new",
            "staff:economics:scenario_bring",
            "staff:economics:scenario",
            "staff:economics:scenario_edit",
            "staff:economics:scenario_file",
            "staff:economics:published",
            "staff:economics:published_file",
            "staff:economics:sizing",
        ),
        Audience.COORDINATORS_OR_MANAGERS,
    ),
    "staff:fidelity:page": Audience.ANY_LOGIN,
    "staff:fidelity:judge": Audience.COORDINATORS,
    "staff:fidelity:logged": Audience.TEAM_MEMBERS,
    "staff:fidelity:dacts": Audience.TEAM_OR_MANAGER,
    "staff:fidelity:dacts_csv": Audience.TEAM_OR_MANAGER,
    "staff:fidelity:keep": Audience.TEAM_MEMBERS,
    "staff:fidelity:rate": Audience.TEAM_MEMBERS,
    "staff:measurements:team": Audience.TEAM_MEMBERS,
    "staff:measurements:figures": Audience.TEAM_OR_MANAGER,
    "staff:documents:figures": Audience.TEAM_OR_MANAGER,
    "staff:evaluation:page": Audience.COORDINATORS_OR_MANAGERS,
    "staff:evaluation:order": Audience.COORDINATORS_OR_MANAGERS,
    **dict.fromkeys(
        (
            f"staff:evaluation:{name}"
            for name in ("report", "cancel", "paper", "spreadsheet", "data")
        ),
        Audience.REPORTS_EVALUATORS,
    ),
    "staff:fidelity:quarter": Audience.TEAM_MEMBERS,
    "staff:fidelity:quarter_paper": Audience.TEAM_MEMBERS,
    "staff:fidelity:assess": Audience.TEAM_MEMBERS,
    "staff:fidelity:talk": Audience.TEAM_MEMBERS,
    "staff:fidelity:close": Audience.TEAM_MEMBERS,
    "staff:fidelity:figures": Audience.ANY_LOGIN,
    "staff:fidelity:figures_paper": Audience.ANY_LOGIN,
    "staff:contacts:template_new": Audience.COORDINATORS,
    "staff:contacts:template_edit": Audience.COORDINATORS,
    "staff:workload:page": Audience.ANY_LOGIN,
    "staff:method:page": Audience.ANY_LOGIN,
    "staff:gallery:page": Audience.ANY_LOGIN,
    "staff:documents:sheet": Audience.ANY_LOGIN,
    "staff:documents:our_team": Audience.ANY_LOGIN,
    "staff:citizens:search": Audience.ANY_LOGIN,
    "staff:citizens:new": Audience.TEAM_MEMBERS,
    "staff:meetings:agenda": Audience.TEAM_MEMBERS,
    "staff:meetings:agenda_change": Audience.TEAM_MEMBERS,
    "staff:intake:page": Audience.TEAM_MEMBERS,
    "staff:intake:early_new": Audience.TEAM_MEMBERS,
    **dict.fromkeys(
        (
            "staff:meetings:meeting",
            "staff:meetings:attend",
            "staff:meetings:add",
            "staff:meetings:note",
            "staff:meetings:close",
            "staff:meetings:move",
            "staff:meetings:turn",
            "staff:meetings:turn_to",
            "staff:meetings:news",
            "staff:meetings:tap",
            "staff:meetings:finish",
            "staff:meetings:list_news",
            "staff:meetings:screen",
            "staff:meetings:screen_news",
            "staff:meetings:decide",
            "staff:intake:referral",
            "staff:intake:ask",
            "staff:intake:take_up",
            "staff:intake:join",
            "staff:intake:referral_cpr",
            "staff:intake:attachment",
            "staff:intake:early",
            "staff:intake:early_edit",
            "staff:intake:attempt_new",
            "staff:intake:lay_aside",
            "staff:intake:take_out",
            "staff:intake:assessment_begin",
            "staff:intake:assessment",
            "staff:intake:decision_new",
            "staff:intake:letter",
            "staff:intake:start",
            "staff:teams:role_member",
            "staff:teams:training_edit",
            "staff:teams:training_remove",
            "staff:workload:absence_edit",
            "staff:workload:absence_cancel",
            "staff:workload:time_edit",
            "staff:workload:time_remove",
            "staff:workload:hand_over",
            "staff:today:seen",
            *(f"staff:tasks:{name}" for name in ("page", "done", "reopen", "drop")),
        ),
        Audience.RECORDS_TEAM,
    ),
    **dict.fromkeys(
        (f"staff:doors:partner{verb}" for verb in ("", "_invite", "_cancel", "_leave", "_move")),
        Audience.TEAM_MEMBERS,
    ),
    **dict.fromkeys(
        (
            f"staff:calendar:{name}"
            for name in ("page", "whom", "phone", "phone_make", "phone_revoke")
        ),
        Audience.ANY_LOGIN,
    ),
    "staff:contacts:whom": Audience.ANY_LOGIN,
    "staff:calendar:notice_seen": Audience.RECORDS_TEAM,
    "staff:teams:persona": Audience.TEAM_MEMBERS,
    "staff:method:move": Audience.TEAM_MEMBERS,
    "staff:teams:portrait_choose": Audience.TEAM_MEMBERS,
    "staff:teams:role_team": Audience.TEAM_MEMBERS,
    "staff:teams:training_new": Audience.TEAM_MEMBERS,
    "staff:contacts:templates": Audience.TEAM_MEMBERS,
    "staff:teams:portrait_remove": Audience.TEAM_MEMBERS,
    "staff:workload:absence_new": Audience.TEAM_MEMBERS,
    "staff:workload:time_new": Audience.TEAM_MEMBERS,
    "staff:workload:own_week": Audience.TEAM_MEMBERS,
    "staff:tasks:team_new": Audience.TEAM_MEMBERS,
    "staff:calls:choose": Audience.TEAM_MEMBERS,
    **dict.fromkeys(
        (
            "staff:citizens:overview",
            "staff:citizens:choose_primary",
            "staff:citizens:describe",
            "staff:citizens:timeline",
            "staff:citizens:edit",
            "staff:citizens:address",
            "staff:citizens:cpr",
            "staff:citizens:network",
            "staff:citizens:around_new",
            "staff:citizens:around_edit",
            "staff:citizens:around_remove",
            "staff:citizens:again",
            *(
                f"staff:endings:{name}"
                for name in ("page", "begin", "write", "end", "call_off", "take_back", "death")
            ),
            *(
                f"staff:consents:{name}"
                for name in ("new", "change", "renew", "withdraw", "preview")
            ),
            *(
                f"staff:doors:{name}"
                for name in (
                    "citizen",
                    "citizen_invite",
                    "citizen_cancel",
                    "citizen_close",
                    "hand_over",
                )
            ),
            *(f"staff:voices:{name}" for name in ("page", "take_in", "answer", "recording")),
            *(f"staff:attachments:{name}" for name in ("page", "edit", "content")),
            "staff:contacts:page",
            "staff:contacts:new",
            "staff:contacts:edit",
            "staff:contacts:arrive",
            "staff:contacts:leave",
            "staff:contacts:drop",
            "staff:contacts:appointment_new",
            "staff:contacts:reminders",
            "staff:contacts:reminders_stop",
            *(f"staff:calendar:{name}" for name in ("citizen", "change", "move", "cancel")),
            "staff:contacts:appointment_settle",
            "staff:contacts:appointment_reassign",
            "staff:contacts:light",
            "staff:contacts:cadence",
            "staff:calls:call",
            "staff:calls:take",
            "staff:calls:close",
            "staff:signs:ask",
            *(
                f"staff:measurements:{name}"
                for name in (
                    "page",
                    "over_time",
                    "begin",
                    "postpone",
                    "response",
                    "question",
                    "fit",
                )
            ),
            *(f"staff:measurements:{name}" for name in ("complete", "stop")),
            *(f"staff:lights:{name}" for name in ("page", "see", "agree", "end", "agreements")),
            "staff:tasks:new",
            "staff:tasks:follow_up_new",
            "staff:tasks:follow_up",
            "staff:tasks:follow_up_reopen",
            "staff:courses:page",
            "staff:courses:hold",
            "staff:courses:intensity",
            "staff:courses:reactivate",
            "staff:courses:life_event",
            "staff:courses:life_event_edit",
            "staff:courses:contact_agreement",
            "staff:courses:start_form",
            "staff:courses:start_form_begin",
            "staff:courses:end_form",
            "staff:courses:end_form_begin",
            "staff:messages:thread",
            "staff:messages:seen",
            "staff:messages:close",
            "staff:messages:standpoint",
            "staff:plans:page",
            "staff:plans:begin",
            "staff:plans:compare",
            "staff:plans:purpose",
            "staff:plans:evaluation",
            "staff:plans:agreement",
            "staff:plans:version",
            "staff:plans:settle",
            "staff:plans:reopen",
            "staff:plans:reach_step",
            "staff:plans:drop_step",
            "staff:plans:reopen_step",
            "staff:plans:item_new",
            "staff:plans:item_edit",
            "staff:plans:item_remove",
            "staff:plans:item_move",
            *(
                f"staff:network_meetings:{name}"
                for name in (
                    "page",
                    "new",
                    "meeting",
                    "edit",
                    "cancel",
                    "close",
                    "invite",
                    "answer",
                    "round",
                    "reword",
                    "promise",
                    "minutes",
                    "paper",
                )
            ),
            "staff:assessments:write",
            "staff:overlaps:page",
            "staff:overlaps:judge",
            "staff:offers:citizen",
            "staff:offers:join",
            "staff:practice:page",
            "staff:practice:move",
            "staff:practice:note",
            "staff:practice:tap",
            "staff:documents:plan",
            "staff:documents:simple_plan",
            "staff:documents:path",
            "staff:documents:team",
            "staff:documents:light",
            "staff:documents:measurements",
        ),
        Audience.CITIZENS_TEAM,
    ),
}

OPEN_ROUTES = frozenset(
    name for name, audience in AUDIENCES.items() if audience in {Audience.ANYBODY, Audience.GATEWAY}
)
