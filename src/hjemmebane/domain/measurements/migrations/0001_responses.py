"""Answers, what was put off, and official words brought in."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("courses", "0006_hold_keeps_reminders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WordingImport",
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
                ("instrument", models.CharField(max_length=40, verbose_name="Måleredskab")),
                ("wording_version", models.CharField(max_length=10, verbose_name="Ordenes udgave")),
                (
                    "content",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(200000)],
                        verbose_name="Filens indhold",
                    ),
                ),
                ("imported_at", models.DateTimeField(editable=False, verbose_name="Hentet ind")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["instrument", "-imported_at"], name="wording_newest")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrument", "wording_version"), name="one_import_of_a_wording"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Postponement",
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
                ("instrument", models.CharField(max_length=40, verbose_name="Måleredskab")),
                ("due_on", models.DateField(editable=False, verbose_name="Skulle laves")),
                ("until_on", models.DateField(verbose_name="Vi prøver igen")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("NOT_MET", "Vi har ikke mødt borgeren"),
                            ("DECLINED", "Borgeren vil ikke svare"),
                            ("TOO_HARD", "Det er for svært for borgeren lige nu"),
                            ("OTHER_FIRST", "Noget andet var vigtigere"),
                            ("OTHER", "Noget andet"),
                        ],
                        max_length=20,
                        verbose_name="Hvorfor",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="Uddybning")),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="courses.course",
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
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["course", "instrument", "due_on"], name="postponement_by_due"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
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
                ("instrument", models.CharField(max_length=40, verbose_name="Måleredskab")),
                ("instrument_version", models.CharField(editable=False, max_length=10)),
                (
                    "wording_status",
                    models.CharField(
                        choices=[
                            ("WORKING", "vores arbejdsord"),
                            ("OWN", "vores egne ord"),
                            ("OFFICIAL", "de officielle ord"),
                        ],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("wording_version", models.CharField(editable=False, max_length=10)),
                (
                    "manner",
                    models.CharField(
                        choices=[
                            ("ALONE", "Borgeren selv"),
                            ("TOGETHER", "Borgeren sammen med teamet"),
                            ("PAPER", "Borgeren på papir"),
                            ("RATED", "Teamet"),
                        ],
                        max_length=10,
                        verbose_name="Hvem svarede",
                    ),
                ),
                ("measured_on", models.DateField(verbose_name="Hvilken dag")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("UNDER_WAY", "I gang"),
                            ("COMPLETE", "Færdig"),
                            ("STOPPED", "Stoppet undervejs"),
                        ],
                        default="UNDER_WAY",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("answers", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "score",
                    models.DecimalField(decimal_places=2, editable=False, max_digits=8, null=True),
                ),
                ("finished_at", models.DateTimeField(editable=False, null=True)),
                (
                    "fits",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "Ja, det passer"),
                            ("PARTLY", "Det passer lidt"),
                            ("NO", "Nej, det passer ikke"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="Passer det?",
                    ),
                ),
                (
                    "fits_comment",
                    models.CharField(
                        blank=True,
                        default="",
                        editable=False,
                        max_length=500,
                        verbose_name="Vil du sige noget om det?",
                    ),
                ),
                ("fits_said_at", models.DateTimeField(editable=False, null=True)),
                (
                    "corrects_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="Hvorfor rettes det?"
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="measurements.response",
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="courses.course",
                    ),
                ),
                (
                    "fits_said_by",
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
                    "wording",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="measurements.wordingimport",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["course", "instrument", "measured_on"], name="response_by_day"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "UNDER_WAY")),
                        fields=("course", "instrument"),
                        name="one_response_under_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at__isnull", True), ("status", "UNDER_WAY")),
                            models.Q(
                                models.Q(("status", "UNDER_WAY"), _negated=True),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="finished_response_has_a_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects__isnull", True),
                            models.Q(("corrects_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="correction_says_why",
                    ),
                ],
            },
        ),
    ]
