"""Whom each citizen has met is read out of an index, a course at a time."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0031_counted_by_an_index")]
    operations = [
        migrations.AddIndex(
            "contactstaff",
            models.Index(
                fields=["course"], include=["contact", "staff_member"], name="staff_of_a_course"
            ),
        ),
    ]
