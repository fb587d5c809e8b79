"""The columns that a team has chosen for its board; read and written by those who work in it."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [("teams", "0004_absence")]
    operations = [
        migrations.CreateModel(
            name="BoardLayout",
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
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("LIGHT", "Lys"),
                                ("REASON", "Grund"),
                                ("LAST_MET", "Sidst mødt"),
                                ("NEXT", "Næste aftale"),
                                ("PART", "Del"),
                                ("PRIMARY", "Primær kontaktperson"),
                                ("ASSESSMENT", "Udredning"),
                                ("INTENSITY", "Intensitet"),
                                ("TASKS", "Opgaver"),
                                ("WISH", "Borgeren ønsker"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="Kolonner",
                    ),
                ),
                (
                    "team",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="board_layout",
                        to="teams.team",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        GuardTable(
            "teams_boardlayout",
            Guard(read="team_id IN (SELECT guard.my_team_ids())", grants=NO_DELETE),
        ),
    ]
