"""Contacts are counted out of an index: their notes take six times as much to read."""

from django.db import migrations, models

COUNTED = ["kind", "outcome", "place", "direct_minutes", "id"]


class Migration(migrations.Migration):
    dependencies = [("contacts", "0030_who_is_there")]
    operations = [
        migrations.RemoveIndex("contact", "contact_newest"),
        migrations.AddIndex(
            "contact",
            models.Index(fields=["course", "-started_at"], include=COUNTED, name="contact_newest"),
        ),
    ]
