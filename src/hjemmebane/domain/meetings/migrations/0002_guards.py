"""Guards of the meetings' tables."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
NO_DELETE = "SELECT, INSERT, UPDATE"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("courses", "0002_guards")]
    operations = [
        GuardTable("meetings_boardentry", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable("meetings_teammeeting", Guard(read=MY_TEAMS, grants=NO_DELETE)),
        GuardTable("meetings_attendance", Guard(read=MY_TEAMS)),
        GuardTable("meetings_meetingitem", Guard(course="course_id")),
        GuardTable("meetings_meetingnote", Guard(read=MY_TEAMS, grants=APPEND_ONLY)),
        GuardTable("meetings_citizennote", Guard(course="course_id", grants=APPEND_ONLY)),
    ]
