"""Guards of the practice model's tables."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

APPENDED = Guard(course="course_id", grants=APPEND_ONLY)


class Migration(migrations.Migration):
    dependencies = [("practice", "0001_initial"), ("courses", "0002_guards")]
    operations = [
        GuardTable("practice_placement", APPENDED),
        GuardTable("practice_activitystatus", APPENDED),
        GuardTable("practice_indicatorjudgement", APPENDED),
    ]
