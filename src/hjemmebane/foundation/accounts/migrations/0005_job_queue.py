"""The queue of jobs: the web process may put a job in, the worker's role does the rest.

The tables are Procrastinate's. None holds anything about a citizen: a job knows keys of records
and nothing else. The app role reaches no table of theirs; putting in is a function that runs as the
owner. The worker's role reaches these tables, and no others.
"""

from django.db import migrations

from hjemmebane.foundation.guards import EVERYTHING

TABLES = (
    "procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers"
)
PUT_IN = "procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[])"

# Every function of the library's, whatever its next release adds.
FUNCTIONS = """
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOR one IN SELECT oid FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND starts_with(proname, 'procrastinate_')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO hjemmebane_worker', one);
    END LOOP;
END $$;

-- Whether a worker lives, for the one who asks how the house is doing.
CREATE FUNCTION guard.worker_seen_at() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT max(last_heartbeat) FROM procrastinate_workers
$$;
REVOKE ALL ON FUNCTION guard.worker_seen_at() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.worker_seen_at() TO hjemmebane_app;
"""
GRANTS = f"""
REVOKE ALL ON {TABLES} FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hjemmebane_worker;
GRANT {EVERYTHING} ON {TABLES} TO hjemmebane_worker;
GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq,
    procrastinate_periodic_defers_id_seq TO hjemmebane_worker;
ALTER FUNCTION {PUT_IN} SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
GRANT EXECUTE ON FUNCTION {PUT_IN} TO hjemmebane_app;
"""
BACK = f"""
DROP FUNCTION guard.worker_seen_at();
ALTER FUNCTION {PUT_IN} SECURITY INVOKER RESET search_path;
REVOKE ALL ON FUNCTION {PUT_IN} FROM hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_second_factor"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [migrations.RunSQL(FUNCTIONS + GRANTS, BACK)]
