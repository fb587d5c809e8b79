import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids


class Migration(migrations.Migration):
    dependencies = [
        ("fidelity", "0004_dacts_guards"),
        ("teams", "0008_guard_feeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="QuarterFigure",
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
                ("quarter_on", models.DateField(editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[("BELIEVED", "Det, vi tror"), ("LOGGED", "Det, loggen viser")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(editable=False, max_length=60)),
                (
                    "value",
                    models.DecimalField(decimal_places=3, editable=False, max_digits=10, null=True),
                ),
                (
                    "rating",
                    models.DecimalField(decimal_places=2, editable=False, max_digits=3, null=True),
                ),
                ("n", models.PositiveIntegerField(editable=False)),
                ("missing", models.PositiveIntegerField(editable=False)),
                ("people", models.PositiveIntegerField(editable=False)),
                ("is_told", models.BooleanField(editable=False)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team", "quarter_on", "kind", "code"), name="one_figure_a_quarter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating__isnull", True), ("rating__range", (1, 5)), _connector="OR"
                        ),
                        name="figure_is_rated_from_1_to_5",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuarterTalk",
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
                ("quarter_on", models.DateField(editable=False, verbose_name="Kvartal")),
                ("held_on", models.DateField(verbose_name="Hvornår talte I?")),
                (
                    "participants",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), verbose_name="Hvem var med?"
                    ),
                ),
                (
                    "status_note",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="Hvordan går det lige nu?",
                    ),
                ),
                (
                    "preconditions_note",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="Forudsætningerne",
                    ),
                ),
                (
                    "plan_note",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="Planen",
                    ),
                ),
                (
                    "practice_note",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(4000)],
                        verbose_name="Praksismodellen",
                    ),
                ),
                ("method_pack", models.CharField(editable=False, max_length=20)),
                ("method_version", models.CharField(editable=False, max_length=10)),
                ("closed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team", "quarter_on"), name="one_talk_a_quarter"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SelfAssessment",
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
                ("quarter_on", models.DateField(editable=False, verbose_name="Kvartal")),
                ("answers", models.JSONField(default=dict, editable=False)),
                ("comments", models.JSONField(blank=True, default=dict, editable=False)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("team", "quarter_on", "staff_member"),
                        name="one_self_assessment_a_quarter",
                    )
                ],
            },
        ),
    ]
