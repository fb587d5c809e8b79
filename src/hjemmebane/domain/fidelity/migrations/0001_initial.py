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
            name="PreconditionJudgement",
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
                ("recorded_at", models.DateTimeField(editable=False)),
                ("precondition", models.CharField(editable=False, max_length=40)),
                (
                    "word",
                    models.CharField(
                        choices=[
                            ("MET", "Opfyldt"),
                            ("PARTLY", "Delvist"),
                            ("NOT_YET", "Ikke endnu"),
                        ],
                        max_length=10,
                        verbose_name="Hvordan står det til?",
                    ),
                ),
                (
                    "sentence",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(600)],
                        verbose_name="Hvorfor?",
                    ),
                ),
                ("judged_on", models.DateField(verbose_name="Vi så på det")),
                ("look_again_on", models.DateField(verbose_name="Vi ser på det igen")),
                ("method_pack", models.CharField(editable=False, max_length=20)),
                ("method_version", models.CharField(editable=False, max_length=10)),
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
                "indexes": [
                    models.Index(
                        fields=["team", "-recorded_at"], name="precondition_judgement_newest"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("look_again_on__gt", models.F("judged_on"))),
                        name="precondition_is_looked_at_again_later",
                    )
                ],
            },
        ),
    ]
