"""Guards of the steering group's tables: the team's members, and those who manage the team."""

from django.db import migrations

from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

MINE_OR_MANAGED = "team_id IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_kinds_and_steering"), ("teams", "0004_absence")]
    operations = [
        GuardTable("meetings_steeringgroupmeeting", Guard(read=MINE_OR_MANAGED, grants=NO_DELETE)),
        GuardTable("meetings_steeringattendance", Guard(read=MINE_OR_MANAGED)),
        GuardTable("meetings_steeringpoint", Guard(read=MINE_OR_MANAGED, grants=NO_DELETE)),
    ]
