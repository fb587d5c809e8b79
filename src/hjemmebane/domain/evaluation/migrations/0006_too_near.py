"""Whether a report is so near to one there is that the few between them could be worked out."""

from django.db import migrations

TOO_NEAR = """
-- Asked when a report is ordered, of one's own teams alone; whoever ordered the other report. One of
-- fewer than the least is never made, and counts neither way.
CREATE FUNCTION guard.evaluation_is_too_near(teams uuid[], first_day date, last_day date, fewest integer)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT teams <@ ARRAY(SELECT guard.evaluated_team_ids()) AND EXISTS (
        SELECT FROM evaluation_evaluationreport r
         CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE c.is_here) AS here,
                   count(*) FILTER (WHERE c.is_there) AS there,
                   count(*) FILTER (WHERE c.is_here <> c.is_there) AS apart
              FROM (SELECT k.team_id = ANY (teams) AND k.started_on <= last_day
                           AND coalesce(k.ended_on, last_day) >= first_day AS is_here,
                           k.team_id = ANY (r.team_ids) AND k.started_on <= r.until_on
                           AND coalesce(k.ended_on, r.until_on) >= r.from_on AS is_there
                      FROM courses_course k WHERE k.team_id = ANY (teams || r.team_ids)) c) n
         WHERE r.state IN ('WAITING', 'RUNNING', 'DONE') AND r.team_ids && teams
           AND n.here >= fewest AND n.there >= fewest AND n.apart BETWEEN 1 AND fewest - 1)
$$;
REVOKE ALL ON FUNCTION guard.evaluation_is_too_near(uuid[], date, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.evaluation_is_too_near(uuid[], date, date, integer) TO hjemmebane_app;
"""
BACK = "DROP FUNCTION guard.evaluation_is_too_near(uuid[], date, date, integer);"


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0005_preconditions"), ("courses", "0007_words_of_any_method")]
    operations = [migrations.RunSQL(TOO_NEAR, BACK)]
