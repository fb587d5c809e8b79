"""Judged by hand and kept: added to by the team, read by the team and its manager."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

OF_TEAM_AND_MANAGER = Guard(
    read="team_id IN (SELECT guard.my_team_ids()) OR team_id IN (SELECT guard.managed_team_ids())",
    write="team_id IN (SELECT guard.my_team_ids())",
    grants=APPEND_ONLY,
)


class Migration(migrations.Migration):
    dependencies = [("fidelity", "0003_dacts")]
    operations = [
        GuardTable("fidelity_dactsrating", OF_TEAM_AND_MANAGER),
        GuardTable("fidelity_dactssheet", OF_TEAM_AND_MANAGER),
    ]
