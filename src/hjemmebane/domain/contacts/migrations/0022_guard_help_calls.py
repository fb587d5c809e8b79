"""The guard of the calls for help, and what a team's manager may have of them: two figures."""

from django.db import migrations

from hjemmebane.foundation.guards import NO_DELETE, Guard, GuardTable

FIGURES = """
-- Nothing but a count and a median leaves this function; for whoever works in the team or answers
-- for it today. With fewer than three citizens reached the median would tell of one of them.
CREATE FUNCTION guard.help_call_figures(wanted uuid, since date)
RETURNS TABLE (calls bigint, minutes integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT count(*),
           CASE WHEN count(DISTINCT h.course_id) FILTER (WHERE h.reached_at IS NOT NULL) >= 3
                THEN round(percentile_cont(0.5) WITHIN GROUP (
                         ORDER BY extract(epoch FROM h.reached_at - h.called_at) / 60))::integer
           END
      FROM contacts_helpcall h JOIN courses_course c ON c.id = h.course_id
     WHERE c.team_id = wanted
       AND h.called_at >= since::timestamp AT TIME ZONE 'Europe/Copenhagen'
    HAVING wanted IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())
$$;

REVOKE ALL ON FUNCTION guard.help_call_figures(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.help_call_figures(uuid, date) TO hjemmebane_app;
"""

BACK = "DROP FUNCTION guard.help_call_figures(uuid, date);"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0021_help_calls"), ("teams", "0006_roles_and_training")]
    operations = [
        GuardTable("contacts_helpcall", Guard(course="course_id", grants=NO_DELETE)),
        migrations.RunSQL(FIGURES, BACK),
    ]
