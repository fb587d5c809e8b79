"""The tables of Felt."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("courses", "0004_guard_logins_and_items"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FieldDevice",
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
                ("name", models.CharField(max_length=60, verbose_name="Telefonens navn")),
                ("registered_at", models.DateTimeField(editable=False)),
                ("last_seen_at", models.DateTimeField(editable=False)),
                ("revoked_at", models.DateTimeField(editable=False, null=True)),
                (
                    "revoked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FieldReceipt",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Kontakt"),
                            ("light", "Trafiklys"),
                            ("task_done", "Opgave gjort"),
                            ("attachment", "Optagelse eller billede"),
                        ],
                        max_length=20,
                    ),
                ),
                ("content_hash", models.CharField(max_length=64)),
                ("answer", models.JSONField(blank=True, default=dict)),
                ("received_at", models.DateTimeField(editable=False)),
                (
                    "device",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="field.fielddevice",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FieldUpload",
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
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("have", models.PositiveIntegerField(default=0)),
                ("begun_at", models.DateTimeField(editable=False)),
                ("last_part_at", models.DateTimeField(editable=False)),
                (
                    "user",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FieldUploadPart",
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
                ("start", models.PositiveIntegerField()),
                ("content_sealed", models.BinaryField()),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="field.fieldupload",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FieldConflict",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "Kontakt"),
                            ("light", "Trafiklys"),
                            ("task_done", "Opgave gjort"),
                            ("attachment", "Optagelse eller billede"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                ("concerns", models.UUIDField(editable=False)),
                ("sent", models.JSONField(editable=False)),
                ("made_at", models.DateTimeField(editable=False)),
                (
                    "settlement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("KEPT", "Det, der stod"),
                            ("TAKEN", "Det, der kom fra telefonen"),
                        ],
                        max_length=10,
                        verbose_name="Hvilken gælder",
                    ),
                ),
                ("settled_at", models.DateTimeField(editable=False, null=True)),
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
                (
                    "settled_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("settled_at__isnull", True)),
                        fields=["course"],
                        name="field_conflict_unsettled",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("settled_at__isnull", True),
                                ("settled_by__isnull", True),
                                ("settlement", ""),
                            ),
                            models.Q(
                                models.Q(("settlement", ""), _negated=True),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="conflict_is_settled_by_somebody",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="fielddevice",
            index=models.Index(fields=["user", "registered_at"], name="field_device_of_user"),
        ),
        migrations.AddIndex(
            model_name="fieldupload",
            index=models.Index(fields=["user", "last_part_at"], name="field_upload_of_user"),
        ),
        migrations.AddConstraint(
            model_name="fieldupload",
            constraint=models.CheckConstraint(
                condition=models.Q(("have__lte", models.F("size"))),
                name="upload_has_no_more_than_all",
            ),
        ),
        migrations.AddConstraint(
            model_name="fielduploadpart",
            constraint=models.UniqueConstraint(fields=("upload", "start"), name="part_once"),
        ),
    ]
