"""The coordinator's words: read by the team and its manager, added to by the coordinator."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [("fidelity", "0001_initial")]
    operations = [
        GuardTable(
            "fidelity_preconditionjudgement",
            Guard(
                read="team_id IN (SELECT guard.my_team_ids())"
                " OR team_id IN (SELECT guard.managed_team_ids())",
                write="team_id IN (SELECT guard.coordinated_team_ids())",
                grants=APPEND_ONLY,
            ),
        ),
    ]
