"""What part of life an effort is about, whom it asks to come, and what was said to overlaps."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0004_guard_logins_and_items"),
        ("partners", "0004_agreements_and_offers"),
        ("plans", "0002_guards"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="goal",
            name="life_area",
            field=models.CharField(blank=True, max_length=40, verbose_name="Livsområde"),
        ),
        migrations.AddField(
            model_name="othereffort",
            name="demand",
            field=models.CharField(
                blank=True,
                choices=[
                    ("OUTREACH", "De kommer til borgeren"),
                    ("ATTENDANCE", "Borgeren skal møde frem"),
                ],
                max_length=20,
                verbose_name="Hvem kommer til hvem?",
            ),
        ),
        migrations.AddField(
            model_name="othereffort",
            name="life_area",
            field=models.CharField(blank=True, max_length=40, verbose_name="Livsområde"),
        ),
        migrations.AddField(
            model_name="planactivity",
            name="demand",
            field=models.CharField(
                blank=True,
                choices=[
                    ("OUTREACH", "De kommer til borgeren"),
                    ("ATTENDANCE", "Borgeren skal møde frem"),
                ],
                max_length=20,
                verbose_name="Hvem kommer til hvem?",
            ),
        ),
        migrations.AddField(
            model_name="planactivity",
            name="life_area",
            field=models.CharField(blank=True, max_length=40, verbose_name="Livsområde"),
        ),
        migrations.AddField(
            model_name="planactivity",
            name="offer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.communityoffer",
                verbose_name="Tilbud eller fællesskab",
            ),
        ),
        migrations.CreateModel(
            name="Overlap",
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
                            ("SAME_AREA", "Samme del af livet"),
                            ("SAME_TIME", "Samme tid"),
                            ("DEMANDS", "Krav, der kan trække hver sin vej"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=200)),
                ("rests_on", models.CharField(editable=False, max_length=64)),
                ("asked", models.TextField(editable=False)),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("FINE", "Det er godt, som det er"),
                            ("CONFLICT", "De modarbejder hinanden"),
                            ("HANDLED", "Vi har gjort noget ved det"),
                        ],
                        max_length=10,
                        verbose_name="Hvad siger I?",
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(1000)],
                        verbose_name="Hvorfor?",
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
                "indexes": [models.Index(fields=["course", "-recorded_at"], name="overlap_newest")],
            },
        ),
        GuardTable("plans_overlap", Guard(course="course_id", grants=APPEND_ONLY)),
    ]
