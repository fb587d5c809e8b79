"""Guard of the placements."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [("practice", "0001_initial"), ("courses", "0002_guards")]
    operations = [
        GuardTable("practice_placement", Guard(course="course_id", grants=APPEND_ONLY)),
    ]
