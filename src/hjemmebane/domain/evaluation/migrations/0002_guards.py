"""Who orders and reads a report, and what the job may write in one."""

from django.db import migrations

from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

MINE = "team_ids <@ ARRAY(SELECT guard.evaluated_team_ids())"
JOB = "(SELECT guard.actor()) = 'job:evaluation'"
REPORTS = Guard(
    read=f"{MINE} OR {JOB}",
    write=MINE,
    update=JOB,
    grants=NO_DELETE,
    columns="version, state, why, step, attempts, begun_at, moved_at, settled_at, smallest, content,"
    " content_hash",
)

TEAMS = """
-- The teams of which the actor may be told in figures today.
CREATE FUNCTION guard.evaluated_team_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 3 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.managed_team_ids() UNION SELECT guard.coordinated_team_ids()
$$;
REVOKE ALL ON FUNCTION guard.evaluated_team_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.evaluated_team_ids() TO hjemmebane_app;
"""
NO_TEAMS = "DROP FUNCTION guard.evaluated_team_ids();"

KEEP = """
-- What is settled stays as it is, whoever acts; and a person may stop a report, and nothing else.
CREATE FUNCTION guard.keep_evaluation_report() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.state NOT IN ('WAITING', 'RUNNING') THEN
        RAISE EXCEPTION 'settled: %', NEW.id USING ERRCODE = '42501';
    END IF;
    IF guard.actor() IS DISTINCT FROM 'job:evaluation'
       AND (NEW.state <> 'CANCELLED' OR NEW.content IS NOT NULL) THEN
        RAISE EXCEPTION 'not yours to fill in: %', NEW.id USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION guard.keep_evaluation_report() FROM PUBLIC;

CREATE TRIGGER evaluation_evaluationreport_stays_when_settled
    BEFORE UPDATE ON evaluation_evaluationreport FOR EACH ROW
    EXECUTE FUNCTION guard.keep_evaluation_report();
"""
LOOSE = """
DROP TRIGGER evaluation_evaluationreport_stays_when_settled ON evaluation_evaluationreport;
DROP FUNCTION guard.keep_evaluation_report();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0001_initial"),
        ("teams", "0010_coordinators_choose_the_method"),
    ]
    operations = [
        migrations.RunSQL(TEAMS, NO_TEAMS),
        GuardTable("evaluation_evaluationreport", REPORTS),
        migrations.RunSQL(KEEP, LOOSE),
    ]
