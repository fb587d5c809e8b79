"""Who is away: the table of absences, whose colleague somebody is, and its guard."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import hjemmebane.foundation.ids
from hjemmebane.foundation.guards import Guard, GuardTable

FUNCTIONS = """
-- The teams the actor answers for today: figures, never a case.
CREATE FUNCTION guard.managed_team_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.team_id FROM teams_teammanager m
     WHERE m.staff_member_id = guard.staff_id()
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

-- Oneself, and who works now or later in a team that one works in or answers for today.
CREATE FUNCTION guard.colleague_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.staff_id()
    UNION
    SELECT m.staff_member_id FROM teams_teammembership m
     WHERE m.team_id = ANY (ARRAY(SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids()))
       AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

CREATE FUNCTION guard.coordinated_staff_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.staff_member_id FROM teams_teammembership m
     WHERE m.team_id = ANY (ARRAY(SELECT guard.coordinated_team_ids()))
       AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

REVOKE ALL ON FUNCTION guard.managed_team_ids(), guard.colleague_ids(),
    guard.coordinated_staff_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.managed_team_ids(), guard.colleague_ids(),
    guard.coordinated_staff_ids() TO hjemmebane_app;
"""

BACK = """
DROP FUNCTION guard.coordinated_staff_ids(), guard.colleague_ids(), guard.managed_team_ids();
"""


class Migration(migrations.Migration):
    dependencies = [("teams", "0003_portraits")]
    operations = [
        migrations.CreateModel(
            name="Absence",
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
                            ("HOLIDAY", "Ferie"),
                            ("ILLNESS", "Sygdom"),
                            ("TRAINING", "Kursus"),
                            ("PARENTAL", "Barsel"),
                            ("OTHER", "Andet"),
                        ],
                        max_length=10,
                        verbose_name="Hvorfor",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="Fra")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="Til og med")),
                (
                    "hours_per_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="Timer om ugen",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="Bemærkning")),
                (
                    "staff_member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="teams.staffmember",
                        verbose_name="Hvem",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_on__isnull", True),
                    ("until_on__gte", models.F("from_on")),
                    _connector="OR",
                ),
                name="absence_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours_per_week__isnull", True),
                    models.Q(("hours_per_week__gt", 0), ("hours_per_week__lte", 168)),
                    _connector="OR",
                ),
                name="absence_fits_in_a_week",
            ),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("staff_member", "="),
                    (
                        models.Func(
                            "from_on",
                            "until_on",
                            models.Value("[]"),
                            function="daterange",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="one_absence_at_a_time",
            ),
        ),
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable(
            "teams_absence",
            Guard(
                read="staff_member_id IN (SELECT guard.colleague_ids()) OR guard.is_operations()",
                write="guard.is_operations() OR staff_member_id = (SELECT guard.staff_id())"
                " OR staff_member_id IN (SELECT guard.coordinated_staff_ids())",
            ),
        ),
    ]
