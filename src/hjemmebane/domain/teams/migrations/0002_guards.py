"""Whose colleague am I: the functions behind every policy, and the guards of the team tables."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

FUNCTIONS = """
CREATE FUNCTION guard.today() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date
$$;

-- The staff member who acts, or NULL; a closed login is nobody.
CREATE FUNCTION guard.staff_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.id FROM teams_staffmember s JOIN accounts_user u ON u.id = s.user_id
     WHERE u.id = guard.user_id() AND u.is_active
$$;

CREATE FUNCTION guard.is_staff() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT guard.staff_id() IS NOT NULL
$$;

-- The teams whose citizens the actor works with today. Managing a team is not working in it.
CREATE FUNCTION guard.my_team_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 3 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.team_id FROM teams_teammembership m
     WHERE m.staff_member_id = guard.staff_id()
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

CREATE FUNCTION guard.coordinated_team_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.team_id FROM teams_teammembership m
     WHERE m.staff_member_id = guard.staff_id() AND 'COORDINATION' = ANY (m.core_functions)
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

REVOKE ALL ON FUNCTION guard.today(), guard.staff_id(), guard.is_staff(), guard.my_team_ids(),
    guard.coordinated_team_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.today(), guard.staff_id(), guard.is_staff(), guard.my_team_ids(),
    guard.coordinated_team_ids() TO hjemmebane_app;
"""

BACK = """
DROP FUNCTION guard.coordinated_team_ids(), guard.my_team_ids(), guard.is_staff(),
    guard.staff_id(), guard.today();
"""

STAFF_READS = "(SELECT guard.is_staff()) OR guard.is_operations()"
TABLE = Guard(read=STAFF_READS, write="guard.is_operations()")
CHILD = Guard(
    read=STAFF_READS,
    write="guard.is_operations() OR team_id IN (SELECT guard.coordinated_team_ids())",
)


class Migration(migrations.Migration):
    dependencies = [("teams", "0001_initial"), ("audit", "0002_guard_schema")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable("teams_municipality", TABLE),
        GuardTable("teams_team", TABLE),
        GuardTable("teams_staffmember", TABLE),
        GuardTable(
            "teams_persona",
            Guard(
                read=STAFF_READS,
                write="guard.is_operations() OR staff_member_id = (SELECT guard.staff_id())",
                grants="SELECT, INSERT, UPDATE",
            ),
        ),
        GuardTable("teams_teammembership", CHILD),
        GuardTable("teams_teammanager", TABLE),
    ]
