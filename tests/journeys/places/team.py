"""The team's own pages, and those of what comes before a course."""

from collections.abc import Callable

from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, HelpCall, Task, VisitTemplate
from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import EarlyContact, Referral, TargetGroupAssessment
from hjemmebane.domain.economics.models import SavedCosting, SavedScenario
from hjemmebane.domain.evaluation.models import EvaluationReport
from hjemmebane.domain.field.models import FieldConflict
from hjemmebane.domain.teams.models import Absence, StaffMember, TrainingRecord
from hjemmebane.domain.workload.models import TimeEntry
from hjemmebane.domain.workload.queries import stranded_in
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from tests.factories.cast import Employee
from tests.factories.field import a_visit, other, registered, taken_in
from tests.journeys.places.place import MEMBER, Demo, Keys, Place, citizens_page


def with_stranded(demo: Demo) -> Keys:
    """Somebody who is not there to do what stands with them; else the one who looks."""
    with acting(demo.actor):
        found = stranded_in(demo.course.team, at=now())
        me = StaffMember.objects.get(user__username=MEMBER)
        return {"staff_member_id": found[0].staff_member.pk if found else me.pk}


def with_two_versions(demo: Demo) -> Keys:
    """A visit that a telephone sent twice, with other words the second time."""
    with acting(demo.actor):
        me = StaffMember.objects.get(user__username=MEMBER)
        who = Employee(me.user, me)
        phone, sent = registered(who, name="Min telefon"), a_visit(demo, who)
        for one in (sent, other(sent, note="Vi drak te", direct_minutes=30)):
            taken_in(phone, demo, who, one)
    return {**demo.about(), "conflict_id": demo.newest(FieldConflict, course=demo.course)}


def evaluated(_demo: Demo) -> Keys:
    """The manager's report over all their teams."""
    manager = User.objects.get(username="leder1")
    with acting(manager.actor):
        return {"report_id": EvaluationReport.objects.latest("ordered_at").pk}


COORDINATOR = "koordinator1"


def with_costing(demo: Demo) -> Keys:
    """The newest costing of the municipality, which its coordinator sees."""
    with acting(User.objects.get(username=COORDINATOR).actor):
        return {"costing_id": SavedCosting.objects.latest("recorded_at", "title").pk}


def with_scenario(demo: Demo) -> Keys:
    """The newest scenario of the municipality."""
    with acting(User.objects.get(username=COORDINATOR).actor):
        return {"scenario_id": SavedScenario.objects.latest("recorded_at", "title").pk}


OF_THE_TEAM = [
    Place("account_logout", "logout"),
    Place("staff:field:conflict", "two-versions", with_two_versions),
    Place("staff:field:devices", "telephones"),
    Place("staff:today:page", "today"),
    Place("staff:calendar:page", "calendar"),
    Place("staff:calendar:page", "calendar-day", query=f"dag={today()}"),
    Place("staff:calendar:whom", "calendar-whom"),
    Place("staff:contacts:whom", "contact-whom"),
    Place("staff:calendar:phone", "calendar-on-a-phone"),
    Place("staff:board:page", "board"),
    Place("staff:board:page", "board-grouped", query="grupper=del&sorter=moedt"),
    Place("staff:board:page", "board-filtered", query="lys=roed"),
    Place("staff:board:columns", "board-columns"),
    Place("staff:board:wall", "board-on-a-wall"),
    Place("staff:meetings:page", "meeting-to-begin"),
    Place("staff:meetings:agenda", "meeting-agenda"),
    Place("staff:meetings:meeting", "meeting-minutes", lambda demo: demo.at_meeting()),
    Place("staff:meetings:screen", "meeting-screen", lambda demo: demo.at_meeting()),
    Place("staff:meetings:turn", "meeting-turn", lambda demo: demo.at_meeting(turn=True)),
    Place("staff:meetings:page", "sparring-to-begin", query="slags=SPARRING"),
    Place("staff:meetings:page", "treatment-to-begin", query="slags=TREATMENT"),
    Place("staff:meetings:meeting", "sparring-minutes", lambda demo: demo.last("SPARRING")),
    Place("staff:meetings:meeting", "treatment-minutes", lambda demo: demo.last("TREATMENT")),
    Place("staff:steering:page", "steering"),
    Place("staff:steering:page", "steering-of-the-manager", who="leder1"),
    Place("staff:steering:new", "steering-new"),
    Place("staff:steering:meeting", "steering-meeting", lambda demo: demo.at_steering()),
    Place("staff:steering:edit", "steering-edit", lambda demo: demo.at_steering()),
    Place("staff:steering:point", "steering-point", lambda demo: demo.steering_point()),
    Place("staff:steering:handle", "steering-handle", lambda demo: demo.steering_point()),
    Place("staff:assessments:page", "assessments"),
    Place("staff:assessments:page", "assessments-all", query="vis=alle"),
    Place("staff:teams:page", "team"),
    Place("staff:method:move", "method-move", who="koordinator1"),
    Place("staff:method:move", "method-move-of-a-member"),
    Place("staff:method:page", "method-act", who="koordinator4"),
    Place("staff:fidelity:logged", "fidelity-logged-act", who="koordinator4"),
    Place("staff:board:page", "board-of-ninety", who="koordinator4"),
    Place("staff:meetings:page", "act-meeting-to-begin", who="koordinator4"),
    Place("staff:teams:page", "teams-of-the-manager", who="leder1"),
    Place("staff:teams:persona", "persona"),
    Place("staff:teams:portrait_choose", "portrait"),
    Place("staff:teams:roles", "roles"),
    Place("staff:teams:roles", "roles-of-the-manager", who="leder1"),
    Place("staff:teams:role_team", "role-of-the-team"),
    Place(
        "staff:teams:role_member",
        "role-of-a-member",
        lambda demo: {"staff_member_id": demo.newest(StaffMember, user__username=MEMBER)},
    ),
    Place("staff:teams:training", "training"),
    Place("staff:teams:training_new", "training-new"),
    Place(
        "staff:teams:training_edit",
        "training-edit",
        lambda demo: {"training_id": demo.newest(TrainingRecord)},
    ),
    Place("staff:contacts:templates", "templates"),
    Place("staff:contacts:templates", "templates-of-the-coordinator", who="koordinator1"),
    Place("staff:contacts:template_new", "template-new", who="koordinator1"),
    Place(
        "staff:contacts:template_edit",
        "template-edit",
        lambda demo: {"template_id": demo.newest(VisitTemplate, team=demo.course.team)},
        who="koordinator1",
    ),
    Place("staff:economics:page", "economy", who="leder1"),
    Place("staff:economics:new", "economy-costing-new", who="koordinator1"),
    Place("staff:economics:costing", "economy-costing", with_costing, who="leder1"),
    Place("staff:economics:edit", "economy-costing-edit", with_costing, who="koordinator1"),
    Place("staff:economics:compare", "economy-compare", who="leder1"),
    Place("staff:economics:bring", "economy-costing-from-a-file", who="leder1"),
    Place("staff:economics:scenarios", "economy-scenarios", who="leder1"),
    Place("staff:economics:scenario_new", "economy-scenario-new", who="koordinator1"),
    Place("staff:economics:scenario_bring", "economy-scenario-from-a-file", who="koordinator1"),
    Place("staff:economics:scenario", "economy-scenario", with_scenario, who="leder1"),
    Place("staff:economics:scenario_edit", "economy-scenario-edit", with_scenario, who="leder1"),
    Place(
        "staff:economics:published",
        "economy-scenario-published",
        lambda _demo: {"code": "f"},
        who="koordinator1",
    ),
    Place("staff:economics:sizing", "economy-sizing", who="leder1"),
    Place(
        "staff:economics:sizing",
        "economy-sized",
        who="koordinator1",
        query="kommuner=Samsø, Odder, Læsø&slags=m-act&andel=50",
    ),
    Place("staff:fidelity:page", "preconditions"),
    Place("staff:fidelity:page", "preconditions-of-a-team-without-nurse", who="koordinator3"),
    Place("staff:fidelity:page", "preconditions-of-the-manager", who="leder1"),
    Place(
        "staff:fidelity:judge",
        "precondition-word",
        lambda _demo: {"code": "core-functions"},
        who="koordinator1",
    ),
    Place("staff:fidelity:dacts", "dacts"),
    Place("staff:fidelity:dacts", "dacts-of-the-manager", who="leder1"),
    Place("staff:fidelity:keep", "dacts-keep"),
    Place("staff:fidelity:rate", "dacts-rate", lambda _demo: {"code": "s3"}),
    Place("staff:fidelity:logged", "fidelity-logged"),
    Place("staff:evaluation:page", "evaluation", who="leder1"),
    Place("staff:evaluation:order", "evaluation-order", who="koordinator1"),
    Place("staff:evaluation:report", "evaluation-report", evaluated, who="leder1"),
    Place("staff:fidelity:logged", "fidelity-logged-of-another-team", who="koordinator3"),
    Place("staff:measurements:team", "team-measurements"),
    Place("staff:measurements:team", "team-measurements-of-another-team", who="koordinator3"),
    Place("staff:measurements:figures", "team-figures"),
    Place("staff:measurements:figures", "team-figures-of-another-team", who="koordinator3"),
    Place("staff:measurements:figures", "team-figures-of-the-manager", who="leder1"),
    Place("staff:fidelity:quarter", "quarter"),
    Place("staff:fidelity:quarter", "quarter-of-the-coordinator", who="koordinator1"),
    Place("staff:fidelity:quarter", "quarter-not-answered", who="raadgiver1"),
    Place("staff:fidelity:quarter", "quarter-long-gone", query="kvartal=2020-1"),
    Place("staff:fidelity:assess", "quarter-answers"),
    Place("staff:fidelity:talk", "quarter-talk", who="koordinator1"),
    Place("staff:fidelity:figures", "fidelity-figures"),
    Place("staff:fidelity:figures", "fidelity-figures-of-the-manager", who="leder1"),
    Place("staff:workload:page", "hours"),
    Place("staff:workload:page", "hours-of-no-week", query="uge=snart"),
    Place("staff:workload:page", "hours-of-another-week", query="uge=2030-W01"),
    Place("staff:workload:page", "hours-of-the-manager", who="leder1"),
    Place("staff:workload:own_week", "own-week"),
    Place("staff:workload:hand_over", "hand-over", with_stranded),
    Place("staff:workload:absence_new", "absence-new"),
    Place("staff:workload:time_new", "time-new"),
    Place(
        "staff:workload:absence_edit",
        "absence-edit",
        lambda demo: {"absence_id": demo.newest(Absence, staff_member__user__username=MEMBER)},
    ),
    Place(
        "staff:workload:time_edit",
        "time-edit",
        lambda demo: {"entry_id": demo.newest(TimeEntry, staff_member__user__username=MEMBER)},
    ),
    Place("staff:method:page", "method"),
    Place("staff:gallery:page", "gallery"),
    Place("staff:citizens:search", "search"),
    Place("staff:citizens:new", "start-a-course"),
]


def with_task(demo: Demo) -> Keys:
    return {"task_id": demo.newest(Task, status=ReminderStatus.OPEN)}


def with_follow_up(demo: Demo) -> Keys:
    """An open follow-up of whomever has one."""
    with acting(demo.actor):
        [found, *_] = FollowUp.objects.filter(status=ReminderStatus.OPEN).order_by("pk")
        return {"citizen_id": found.course.citizen_id, "follow_up_id": found.pk}


def with_call(demo: Demo) -> Keys:
    """An open call for help in one of the teams."""
    with acting(demo.actor):
        [found, *_] = HelpCall.objects.filter(closed_at__isnull=True).order_by("pk")
        return {"citizen_id": found.course.citizen_id, "call_id": found.pk}


REMINDERS = [
    Place("staff:tasks:team_new", "task-new-of-the-team"),
    Place("staff:tasks:new", "task-new", citizens_page),
    Place("staff:tasks:page", "task", with_task),
    Place("staff:tasks:follow_up_new", "follow-up-new", citizens_page),
    Place("staff:tasks:follow_up", "follow-up", with_follow_up),
    Place("staff:calls:choose", "call-about-whom"),
    Place("staff:calls:call", "call-for-help", citizens_page),
    Place("staff:calls:close", "call-close", with_call),
]


def of_referral(demo: Demo) -> Keys:
    return {"referral_id": demo.newest(Referral, status=ReferralStatus.RECEIVED)}


def of_early(demo: Demo) -> Keys:
    return {"early_id": demo.newest(EarlyContact, called="Manden ved stationen")}


def of_match(demo: Demo) -> Keys:
    return {"early_id": demo.newest(EarlyContact, called="Villy med trækvognen")}


def of_assessment(*, done: bool) -> Callable[[Demo], Keys]:
    """Somebody's assessment: decided, or still a draft."""

    def keys(demo: Demo) -> Keys:
        with acting(demo.actor):
            found = TargetGroupAssessment.objects.exclude(completed_at__isnull=done)[0]
        return {"early_id": found.early_contact_id, "assessment_id": found.pk}

    return keys


def of_decided(demo: Demo) -> Keys:
    return {"early_id": of_assessment(done=True)(demo)["early_id"]}


BEFORE_A_COURSE = [
    Place("staff:intake:page", "intake"),
    Place("staff:intake:page", "intake-closed", query="vis=lukkede"),
    Place("staff:intake:referral", "referral", of_referral),
    Place("staff:intake:referral_cpr", "referral-cpr", of_referral),
    Place("staff:intake:early_new", "early-new"),
    Place("staff:intake:early", "early", of_early),
    Place("staff:intake:early", "early-decided", of_decided),
    Place("staff:intake:early_edit", "early-edit", of_early),
    Place("staff:intake:attempt_new", "early-attempt", of_early),
    Place("staff:intake:assessment", "target-group-assessment", of_assessment(done=False)),
    Place("staff:intake:decision_new", "decision", of_assessment(done=False)),
    Place("staff:intake:start", "start-from-a-match", of_match),
]
