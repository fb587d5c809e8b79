"""How citizens say they are, and wishes they say themselves."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import Guard, GuardTable, OpenRows

GRANTS = """
GRANT UPDATE (wish_id) ON sharing_suggestion TO hjemmebane_app;
DROP TRIGGER sharing_suggestion_keeps_to_their_own ON sharing_suggestion;
CREATE TRIGGER sharing_suggestion_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON sharing_suggestion FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own('{}', '{answer,handled_at,handled_by_id,sub_goal_id,wish_id}');
"""
UNGRANT = """
REVOKE UPDATE (wish_id) ON sharing_suggestion FROM hjemmebane_app;
DROP TRIGGER sharing_suggestion_keeps_to_their_own ON sharing_suggestion;
CREATE TRIGGER sharing_suggestion_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON sharing_suggestion FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own('{}', '{answer,handled_at,handled_by_id,sub_goal_id}');
"""

WATCH = """
CREATE TRIGGER sharing_mood_keeps_to_their_own
    BEFORE INSERT OR UPDATE ON sharing_mood FOR EACH ROW EXECUTE FUNCTION
    guard.keep_to_their_own('{version,shown_to}', '{}');
"""
UNWATCH = "DROP TRIGGER sharing_mood_keeps_to_their_own ON sharing_mood"

# Its history is nobody's: with a course on it the team would read there what was not shown.
MOOD = Guard(
    read="course_id IN (SELECT guard.visible_course_ids()) AND shown_to <> 'ME'",
    write="false",
    grants="SELECT, INSERT, UPDATE",
    columns="version, shown_to",
)
OWN = "course_id IN (SELECT guard.own_course_ids())"
OWN_NOW = "course_id IN (SELECT guard.own_open_course_ids())"
SHARED = "shown_to = 'SHARED' AND course_id IN (SELECT guard.opened_course_ids('MEASUREMENTS'))"


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0010_whose_login"),
        ("consents", "0003_given_by"),
        ("courses", "0004_guard_logins_and_items"),
        ("plans", "0003_overlaps"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="wish",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="plans.wish",
            ),
        ),
        migrations.AlterField(
            model_name="suggestion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CALL_ME", "Ring til mig"),
                    ("STEP", "Forslag til et skridt"),
                    ("CONTACT_WAY", "Sådan vil jeg kontaktes"),
                    ("WISH", "Det vil jeg"),
                    ("OTHER", "Noget andet"),
                ],
                max_length=20,
                verbose_name="Hvad",
            ),
        ),
        migrations.CreateModel(
            name="Mood",
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
                    "feeling",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Rigtig skidt"),
                            (2, "Skidt"),
                            (3, "Midt imellem"),
                            (4, "Godt"),
                            (5, "Rigtig godt"),
                        ],
                        verbose_name="Hvordan har du det?",
                    ),
                ),
                (
                    "word",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="Vil du sætte et ord på?"
                    ),
                ),
                (
                    "shown_to",
                    models.CharField(
                        choices=[
                            ("ME", "Kun mig"),
                            ("TEAM", "Mit team"),
                            ("SHARED", "Mit team og dem, jeg deler svar med"),
                        ],
                        default="TEAM",
                        max_length=10,
                        verbose_name="Hvem må se det?",
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
                "indexes": [models.Index(fields=["course", "recorded_at"], name="mood_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("feeling__gte", 1), ("feeling__lte", 5)),
                        name="mood_is_one_of_five_faces",
                    )
                ],
            },
        ),
        migrations.RunSQL(GRANTS, UNGRANT),
        GuardTable("sharing_mood", MOOD),
        migrations.RunSQL(WATCH, UNWATCH),
        OpenRows("sharing_mood", "citizen", OWN),
        OpenRows("sharing_mood", "citizen", OWN_NOW, command="INSERT"),
        OpenRows("sharing_mood", "citizen", OWN, command="UPDATE"),
        OpenRows("sharing_mood", "partner", SHARED),
    ]
