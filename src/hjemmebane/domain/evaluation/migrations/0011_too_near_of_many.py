"""Whether a report is too near to one there is, told soon also of a country's teams.

Of a report that is far away no more courses are looked at than it takes to know that.
"""

from django.db import migrations

SOON = """
CREATE OR REPLACE FUNCTION guard.evaluation_is_too_near(teams uuid[], first_day date, last_day date, fewest integer)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT teams <@ ARRAY(SELECT guard.evaluated_team_ids()) AND EXISTS (
        SELECT FROM (SELECT DISTINCT team_ids, from_on, until_on FROM evaluation_evaluationreport
                      WHERE state IN ('WAITING', 'RUNNING', 'DONE') AND team_ids && teams) r
         CROSS JOIN LATERAL (
            SELECT count(*) AS apart FROM (
                SELECT FROM courses_course k
                 WHERE k.team_id = ANY (teams || r.team_ids)
                   AND (k.team_id = ANY (teams) AND k.started_on <= last_day
                        AND coalesce(k.ended_on, last_day) >= first_day)
                    <> (k.team_id = ANY (r.team_ids) AND k.started_on <= r.until_on
                        AND coalesce(k.ended_on, r.until_on) >= r.from_on)
                 LIMIT fewest) few) n
         WHERE n.apart BETWEEN 1 AND fewest - 1
           AND fewest <= (SELECT count(*) FROM courses_course k
                           WHERE k.team_id = ANY (teams) AND k.started_on <= last_day
                             AND coalesce(k.ended_on, last_day) >= first_day)
           AND fewest <= (SELECT count(*) FROM courses_course k
                           WHERE k.team_id = ANY (r.team_ids) AND k.started_on <= r.until_on
                             AND coalesce(k.ended_on, r.until_on) >= r.from_on))
$$;
"""
WHOLE = """
CREATE OR REPLACE FUNCTION guard.evaluation_is_too_near(teams uuid[], first_day date, last_day date, fewest integer)
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
"""


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0010_courses_at_a_time")]
    operations = [migrations.RunSQL(SOON, WHOLE)]
