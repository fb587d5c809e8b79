"""Guards of the plan's tables."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

EDITABLE = Guard(course="course_id")
KEPT = Guard(course="course_id", grants="SELECT, INSERT, UPDATE")
APPENDED = Guard(course="course_id", grants=APPEND_ONLY)

EDITABLE_TABLES = (
    "wish",
    "resource",
    "reflection",
    "goal",
    "goalwish",
    "subgoal",
    "planactivity",
    "otherplan",
    "othereffort",
    "assessment",
    "planmeeting",
    "planmeetingparticipant",
    "professionalcontribution",
)


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("courses", "0002_guards")]
    operations = [
        GuardTable("plans_plan", KEPT),
        GuardTable("plans_planversion", APPENDED),
        GuardTable("plans_agreement", APPENDED),
        *(GuardTable(f"plans_{name}", EDITABLE) for name in EDITABLE_TABLES),
    ]
