"""What the team and its members are for, what they have learned, and who may see and write it."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

HISTORY = """
-- How a team's descriptions came to say what they say. No other history leaves this function.
CREATE FUNCTION guard.history_of_role_descriptions(wanted_team uuid)
RETURNS TABLE (description uuid, at timestamptz, actor text, before jsonb, after jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.id, c.at, c.actor, c.before -> 'answers', c.after -> 'answers'
      FROM teams_roledescription r
      JOIN audit_change c ON c.table_name = 'teams_roledescription' AND c.row_id = r.id::text
     WHERE r.team_id = wanted_team AND guard.is_staff()
     ORDER BY c.id DESC
$$;

REVOKE ALL ON FUNCTION guard.history_of_role_descriptions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.history_of_role_descriptions(uuid) TO hjemmebane_app;
"""
BACK = "DROP FUNCTION guard.history_of_role_descriptions(uuid);"

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
OF_THE_TEAM = Guard(
    read=f"{MY_TEAMS} OR team_id IN (SELECT guard.managed_team_ids())", write=MY_TEAMS
)


class Migration(migrations.Migration):
    dependencies = [
        ("teams", "0005_board_layout"),
        ("audit", "0002_guard_schema"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="RoleDescription",
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
                ("answers", models.JSONField(default=dict)),
                ("method_pack", models.CharField(editable=False, max_length=20)),
                ("method_version", models.CharField(editable=False, max_length=10)),
                (
                    "staff_member",
                    models.ForeignKey(
                        editable=False,
                        null=True,
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
                        fields=("team", "staff_member"),
                        name="one_role_description_each",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingRecord",
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
                            ("COMPETENCE_DAY", "Kompetencedag"),
                            ("METHOD_COURSE", "Oplæring i metoden"),
                            ("SUPERVISION", "Supervision"),
                            ("PEER_LEARNING", "Læring af hinanden"),
                        ],
                        max_length=20,
                        verbose_name="Hvad",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="Dag")),
                (
                    "hours",
                    models.DecimalField(decimal_places=1, max_digits=3, verbose_name="Timer"),
                ),
                ("led_by", models.CharField(max_length=120, verbose_name="Hvem stod for det")),
                (
                    "about",
                    models.TextField(
                        validators=[django.core.validators.MaxLengthValidator(1000)],
                        verbose_name="Hvad det handlede om",
                    ),
                ),
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
                "indexes": [models.Index(fields=["team", "-held_on"], name="training_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0), ("hours__lte", Decimal(24))),
                        name="training_fits_in_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingParticipant",
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
                (
                    "training",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participants",
                        to="teams.trainingrecord",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("training", "staff_member"), name="takes_part_in_a_training_once"
                    )
                ],
            },
        ),
        GuardTable(
            "teams_roledescription",
            Guard(
                read="(SELECT guard.is_staff()) OR guard.is_operations()",
                write="team_id IN (SELECT guard.my_team_ids()) AND (staff_member_id IS NULL"
                " OR staff_member_id = (SELECT guard.staff_id())"
                " OR team_id IN (SELECT guard.coordinated_team_ids()))",
                grants=NO_DELETE,
            ),
        ),
        GuardTable("teams_trainingrecord", OF_THE_TEAM),
        GuardTable("teams_trainingparticipant", OF_THE_TEAM),
        migrations.RunSQL(HISTORY, BACK),
    ]
