"""Guards of contacts and appointments."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

EDITABLE = Guard(course="course_id")


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_initial"), ("plans", "0002_guards")]
    operations = [
        GuardTable("contacts_contact", EDITABLE),
        GuardTable("contacts_contactstaff", EDITABLE),
        GuardTable("contacts_contactsubgoal", EDITABLE),
        GuardTable("contacts_appointment", EDITABLE),
    ]
