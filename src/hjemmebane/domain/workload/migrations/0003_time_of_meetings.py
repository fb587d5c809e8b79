"""Whoever closes a meeting writes its time down for the colleagues who were there."""

from django.db import migrations

OWN = """team_id IN (SELECT guard.my_team_ids()) AND (staff_member_id = (SELECT guard.staff_id())
    OR team_id IN (SELECT guard.coordinated_team_ids()))"""
OF_A_MEETING = """team_id IN (SELECT guard.my_team_ids()) AND kind = 'MEETING'
    AND staff_member_id IN (SELECT guard.colleague_ids())"""
POLICY = "ALTER POLICY workload_timeentry_insert ON workload_timeentry WITH CHECK ({})"


class Migration(migrations.Migration):
    dependencies = [("workload", "0002_guards")]
    operations = [
        migrations.RunSQL(POLICY.format(f"({OWN}) OR ({OF_A_MEETING})"), POLICY.format(OWN))
    ]
