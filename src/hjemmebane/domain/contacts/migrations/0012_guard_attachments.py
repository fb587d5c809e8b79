"""Guard of the attachments: only the words beside one are ever changed, and its pieces never."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

ATTACHMENTS = Guard(course="course_id", grants="SELECT, INSERT, UPDATE", columns="version, text")
PARTS = Guard(course="course_id", grants="SELECT, INSERT")


class Migration(migrations.Migration):
    dependencies = [("contacts", "0011_attachments"), ("courses", "0002_guards")]
    operations = [
        GuardTable("contacts_attachment", ATTACHMENTS),
        GuardTable("contacts_attachmentpart", PARTS),
    ]
