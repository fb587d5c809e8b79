import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("teams", "0004_absence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TimeEntry",
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
                ("worked_on", models.DateField(verbose_name="Dag")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("COORDINATION", "Koordinering"),
                            ("MEETING", "Møde"),
                            ("LEARNING", "Fælles læring"),
                            ("TRAVEL", "Transport uden kontakt"),
                        ],
                        max_length=20,
                        verbose_name="Hvad",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1440),
                        ],
                        verbose_name="Minutter",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="Bemærkning")),
                ("recorded_at", models.DateTimeField(editable=False)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "staff_member",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="teams.staffmember",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="teams.team",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "time entries",
                "indexes": [models.Index(fields=["team", "worked_on"], name="time_entry_of_team")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                        name="time_entry_fits_in_a_day",
                    )
                ],
            },
        ),
    ]
