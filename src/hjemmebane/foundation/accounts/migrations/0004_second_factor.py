"""The keys of a second factor: each login's own, read once its password is known to be right."""

from django.db import migrations

from hjemmebane.foundation.accounts.second_factor import GUARD, TABLE
from hjemmebane.foundation.guards import GuardTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_face"),
        ("audit", "0002_guard_schema"),
        ("mfa", "__latest__"),
    ]
    operations = [GuardTable(TABLE, GUARD, history=False)]
