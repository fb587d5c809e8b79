"""Guard of the moves of appointments: only that somebody has seen it is ever changed."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

MOVES = Guard(
    course="course_id",
    grants="SELECT, INSERT, UPDATE",
    columns="version, giver_seen_at, taker_seen_at",
)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0006_appointment_moves"), ("courses", "0002_guards")]
    operations = [GuardTable("contacts_appointmentmove", MOVES)]
