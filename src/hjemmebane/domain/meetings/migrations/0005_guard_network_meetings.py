"""Guards of the tables about meetings around a citizen."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable

KEPT = Guard(course="course_id", grants="SELECT, INSERT, UPDATE")


class Migration(migrations.Migration):
    dependencies = [("meetings", "0004_network_meetings"), ("courses", "0002_guards")]
    operations = [
        GuardTable("meetings_networkmeeting", KEPT),
        GuardTable("meetings_networkinvitation", KEPT),
        GuardTable("meetings_networkvoice", KEPT),
        GuardTable("meetings_minuteshandover", Guard(course="course_id", grants=APPEND_ONLY)),
    ]
