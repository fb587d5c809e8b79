"""What a citizen keeps to themselves is not on a device that somebody of the team has lent them.

Handing a device over asks nobody, so that whoever does it could read alone what was said to no one.
"""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows, policy_sql

OWN = "course_id IN (SELECT guard.own_course_ids())"
MOODS = OpenRows(
    "sharing_mood",
    "citizen",
    f"{OWN} AND (shown_to <> 'ME' OR (SELECT guard.user_id()) IS NOT NULL)",
)


class Migration(migrations.Migration):
    dependencies = [("sharing", "0015_readings")]
    operations = [
        migrations.RunSQL(
            f"DROP POLICY {MOODS.policy} ON {MOODS.table}",
            policy_sql(MOODS.table, MOODS.policy, MOODS.command, OWN),
        ),
        MOODS,
    ]
