"""The coordinator of a team may change it: which method it works after is theirs to decide."""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

OURS = "id IN (SELECT guard.coordinated_team_ids())"


class Migration(migrations.Migration):
    dependencies = [("teams", "0009_functions_of_the_method")]
    operations = [OpenRows("teams_team", "coordinator", OURS, command="UPDATE")]
