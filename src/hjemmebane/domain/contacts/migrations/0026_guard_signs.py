"""Guard of the signs of life: the team reads them; who may tell is for the sharing room to say."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

REQUESTS = Guard(course="course_id", grants="SELECT, INSERT, UPDATE", columns="version, closed_at")
SIGNS = Guard(course="course_id", write="false", grants="SELECT, INSERT")


class Migration(migrations.Migration):
    dependencies = [("contacts", "0025_signs_of_life"), ("courses", "0002_guards")]
    operations = [
        GuardTable("contacts_signrequest", REQUESTS),
        GuardTable("contacts_signoflife", SIGNS),
    ]
