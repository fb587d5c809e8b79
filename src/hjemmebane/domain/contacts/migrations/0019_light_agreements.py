"""Agreements on the light, with their signs and actions; and lights that were seen earlier."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids

# Until now a light was seen when it was recorded. Nobody changed anything: the history stays out.
SEEN_WHEN_RECORDED = """
ALTER TABLE contacts_trafficlightobservation
    DISABLE TRIGGER contacts_trafficlightobservation_history;
UPDATE contacts_trafficlightobservation SET observed_at = recorded_at;
ALTER TABLE contacts_trafficlightobservation
    ENABLE TRIGGER contacts_trafficlightobservation_history;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0018_guard_calendar"),
        ("courses", "0004_guard_logins_and_items"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LightAction",
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
                    "colour",
                    models.CharField(
                        choices=[("GREEN", "Grøn"), ("YELLOW", "Gul"), ("RED", "Rød")],
                        max_length=10,
                        verbose_name="Farve",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="Plads")),
                ("text", models.CharField(max_length=300, verbose_name="Ord")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LightSign",
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
                    "colour",
                    models.CharField(
                        choices=[("GREEN", "Grøn"), ("YELLOW", "Gul"), ("RED", "Rød")],
                        max_length=10,
                        verbose_name="Farve",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="Plads")),
                ("text", models.CharField(max_length=300, verbose_name="Ord")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TrafficLightAgreement",
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
                        choices=[("SAFETY", "Tryghed og sikkerhed"), ("WELLBEING", "Trivsel")],
                        max_length=10,
                        verbose_name="Hvad er det et lys for?",
                    ),
                ),
                (
                    "person",
                    models.TextField(
                        blank=True,
                        validators=[django.core.validators.MaxLengthValidator(2000)],
                        verbose_name="Hvem er borgeren?",
                    ),
                ),
                (
                    "every_days",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="Lyset ses mindst hver … dag",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="Aftalt")),
                (
                    "made_with_citizen",
                    models.BooleanField(default=True, verbose_name="Lavet sammen med borgeren"),
                ),
                (
                    "without_why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="Hvorfor ikke sammen?"
                    ),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="Slut")),
                (
                    "ended_why",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="Hvorfor slutter den?",
                    ),
                ),
            ],
        ),
        migrations.RemoveIndex(
            model_name="trafficlightobservation",
            name="light_newest",
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="actions",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                blank=True,
                default=list,
                verbose_name="Det gjorde vi",
            ),
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="follow_up",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contacts.followup",
            ),
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="observed_at",
            field=models.DateTimeField(null=True, verbose_name="Hvornår så du det"),
        ),
        migrations.RunSQL(SEEN_WHEN_RECORDED, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="trafficlightobservation",
            name="observed_at",
            field=models.DateTimeField(verbose_name="Hvornår så du det"),
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="replaces",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="contacts.trafficlightobservation",
            ),
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="signs",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), blank=True, default=list, verbose_name="Tegn"
            ),
        ),
        migrations.AddField(
            model_name="lightaction",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="courses.course"
            ),
        ),
        migrations.AddField(
            model_name="lightaction",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="lightsign",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="courses.course"
            ),
        ),
        migrations.AddField(
            model_name="lightsign",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="trafficlightagreement",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="courses.course"
            ),
        ),
        migrations.AddField(
            model_name="trafficlightagreement",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="lightsign",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contacts.trafficlightagreement",
            ),
        ),
        migrations.AddField(
            model_name="lightaction",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contacts.trafficlightagreement",
            ),
        ),
        migrations.AddField(
            model_name="trafficlightobservation",
            name="agreement",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contacts.trafficlightagreement",
            ),
        ),
        migrations.AddIndex(
            model_name="trafficlightobservation",
            index=models.Index(fields=["course", "-observed_at"], name="light_newest_seen"),
        ),
        migrations.AddIndex(
            model_name="trafficlightagreement",
            index=models.Index(fields=["course", "-recorded_at"], name="light_agreement_newest"),
        ),
        migrations.AddConstraint(
            model_name="trafficlightagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("made_on")),
                    _connector="OR",
                ),
                name="light_agreement_ends_after_it_is_made",
            ),
        ),
        migrations.AddConstraint(
            model_name="trafficlightagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("made_with_citizen", True),
                    models.Q(("without_why", ""), _negated=True),
                    _connector="OR",
                ),
                name="light_agreement_says_why_without_the_citizen",
            ),
        ),
        migrations.AddConstraint(
            model_name="lightsign",
            constraint=models.UniqueConstraint(
                fields=("agreement", "colour", "place"), name="one_lightsign_at_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="lightaction",
            constraint=models.UniqueConstraint(
                fields=("agreement", "colour", "place"), name="one_lightaction_at_a_place"
            ),
        ),
    ]
