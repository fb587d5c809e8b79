"""Guards of tasks, follow-ups and lights."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, COURSES, Guard, GuardTable

NO_DELETE = "SELECT, INSERT, UPDATE"
MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0003_reminders_and_lights"), ("courses", "0002_guards")]
    operations = [
        GuardTable(
            "contacts_task",
            Guard(
                course="course_id",
                read=MY_TEAMS,
                write=f"{MY_TEAMS} AND (course_id IS NULL OR course_id IN ({COURSES}))",
                grants=NO_DELETE,
            ),
        ),
        GuardTable("contacts_followup", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable(
            "contacts_trafficlightobservation", Guard(course="course_id", grants=APPEND_ONLY)
        ),
    ]
