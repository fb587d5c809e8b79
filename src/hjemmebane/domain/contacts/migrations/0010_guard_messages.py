"""Guard of the messages: only that somebody has seen one is ever changed."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

MESSAGES = Guard(
    course="course_id", grants="SELECT, INSERT, UPDATE", columns="version, seen_at, seen_by_id"
)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0009_messages"), ("courses", "0002_guards")]
    operations = [GuardTable("contacts_message", MESSAGES)]
