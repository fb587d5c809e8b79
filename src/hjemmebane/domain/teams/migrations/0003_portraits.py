"""Pictures that staff upload of themselves: read by colleagues, written by oneself."""

import django.db.models.deletion
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [("teams", "0002_guards")]
    operations = [
        migrations.CreateModel(
            name="Portrait",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hjemmebane.foundation.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("content_sealed", models.BinaryField()),
                (
                    "staff_member",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portrait",
                        to="teams.staffmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        GuardTable(
            "teams_portrait",
            Guard(
                read="(SELECT guard.is_staff()) OR guard.is_operations()",
                write="guard.is_operations() OR staff_member_id = (SELECT guard.staff_id())",
            ),
        ),
    ]
