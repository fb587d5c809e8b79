"""Whose calculations somebody may read and write: those of the municipalities they answer in."""

from django.db import migrations

from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

FUNCTIONS = """
-- The municipalities in which the actor coordinates a team today or answers for one.
CREATE FUNCTION guard.economy_municipality_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.municipality_id FROM teams_team t
     WHERE t.id = ANY (ARRAY(
         SELECT guard.coordinated_team_ids() UNION SELECT guard.managed_team_ids()))
$$;

CREATE FUNCTION guard.economy_costing_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM economics_savedcosting c
     WHERE c.municipality_id IN (SELECT guard.economy_municipality_ids())
$$;

CREATE FUNCTION guard.economy_scenario_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.id FROM economics_savedscenario s
     WHERE s.municipality_id IN (SELECT guard.economy_municipality_ids())
$$;

REVOKE ALL ON FUNCTION guard.economy_municipality_ids(), guard.economy_costing_ids(),
    guard.economy_scenario_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.economy_municipality_ids(), guard.economy_costing_ids(),
    guard.economy_scenario_ids() TO hjemmebane_app;
"""
BACK = """
DROP FUNCTION guard.economy_scenario_ids(), guard.economy_costing_ids(),
    guard.economy_municipality_ids();
"""

MINE = Guard(read="municipality_id IN (SELECT guard.economy_municipality_ids())", grants=NO_DELETE)
REWRITTEN = "SELECT, INSERT, DELETE"
OF_COSTING = Guard(read="costing_id IN (SELECT guard.economy_costing_ids())", grants=REWRITTEN)
OF_SCENARIO = Guard(read="scenario_id IN (SELECT guard.economy_scenario_ids())", grants=REWRITTEN)


class Migration(migrations.Migration):
    dependencies = [("economics", "0001_initial"), ("teams", "0004_absence")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable("economics_savedcosting", MINE),
        GuardTable("economics_savedscenario", MINE),
        GuardTable("economics_savedpost", OF_COSTING),
        GuardTable("economics_savedamount", OF_COSTING),
        GuardTable("economics_savedconsequence", OF_SCENARIO),
    ]
