"""Whom citizens met is asked a course at a time; answers are written as text when few are left.

All who met all citizens of a country, beside all their contacts, is a table that no cache holds;
what belongs to one course is a handful. Of a course's many answers only two leave the function.
"""

from importlib import import_module

from django.db import migrations

before = import_module("hjemmebane.domain.evaluation.migrations.0003_cases")

MEASURED = """
-- Of each course and instrument the first figure that counts, in the course's first three months,
-- and the last one of a later day in the same words and edition; the last one alone where there
-- is no first. What the team rated in the forms at both ends is VUM too; at most three of its
-- eleven may be missing, as in the instrument.
CREATE OR REPLACE FUNCTION guard.evaluation_measurements(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, instrument text, words text, first_score numeric,
               last_score numeric, first_answers text, last_answers text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20000
SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
    WITH k AS MATERIALIZED (SELECT * FROM guard.evaluated_courses(teams, first_day, last_day)),
    rated AS (
        SELECT course_id, functioning, completed_at, id FROM courses_startform
         UNION ALL
        SELECT course_id, functioning, completed_at, id FROM courses_endform
    ), counted AS MATERIALIZED (
        SELECT r.course_id, r.instrument::text, r.measured_on, r.recorded_at, r.id, r.score,
               CASE WHEN r.instrument IN ('PROGRESSION', 'VUM') THEN r.answers END AS answers,
               r.wording_status::text AS wording, k.started_on,
               CASE WHEN r.instrument <> 'VUM' THEN
                    concat_ws('|', r.instrument_version, r.wording_status, r.wording_version)
               ELSE '' END AS words
          FROM k JOIN measurements_response r ON r.course_id = k.course_id
         WHERE r.measured_on <= last_day AND r.status <> 'UNDER_WAY' AND r.score IS NOT NULL
           AND (r.manner = 'RATED' OR r.fits IN ('YES', 'PARTLY'))
           AND NOT EXISTS (SELECT FROM measurements_response n
                            WHERE n.corrects_id = r.id AND n.corrects_id IS NOT NULL
                              AND n.status <> 'UNDER_WAY')
         UNION ALL
        SELECT f.course_id, 'VUM', guard.danish_day(f.completed_at), f.completed_at, f.id, v.score,
               f.functioning, '', k.started_on, ''
          FROM k JOIN rated f ON f.course_id = k.course_id
         CROSS JOIN LATERAL (SELECT avg(one.value::numeric) AS score, count(*) AS n
                               FROM jsonb_each_text(f.functioning) AS one) v
         WHERE guard.danish_day(f.completed_at) <= last_day AND v.n >= 8
    ), earliest AS (
        SELECT DISTINCT ON (course_id, instrument) * FROM counted
         WHERE measured_on < started_on + interval '3 months'
         ORDER BY course_id, instrument, measured_on, recorded_at, id
    ), latest AS (
        SELECT DISTINCT ON (c.course_id, c.instrument) c.*
          FROM counted c LEFT JOIN earliest e USING (course_id, instrument)
         WHERE e.id IS NULL OR (c.words = e.words AND c.measured_on > e.measured_on)
         ORDER BY c.course_id, c.instrument, c.measured_on DESC, c.recorded_at DESC, c.id DESC
    )
    SELECT course_id, instrument, coalesce(l.wording, e.wording), e.score, l.score, e.answers::text,
           l.answers::text
      FROM earliest e FULL JOIN latest l USING (course_id, instrument)
$$;
"""
MET = """
-- How many different people of the team met the citizen in the months, and of how many functions.
-- OFFSET 0 keeps a course's contacts together; with all courses' in one table it takes twice as long.
CREATE OR REPLACE FUNCTION guard.evaluation_faces(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, staff_met bigint, functions_met bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000
SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
    WITH k AS MATERIALIZED (SELECT * FROM guard.evaluated_courses(teams, first_day, last_day))
    SELECT k.course_id, count(DISTINCT p.staff_member_id), count(DISTINCT f.code)
      FROM k
     CROSS JOIN LATERAL (
        SELECT DISTINCT w.staff_member_id FROM contacts_contactstaff w
         WHERE w.course_id = k.course_id AND w.contact_id IN (
               SELECT x.id FROM contacts_contact x
                WHERE x.course_id = k.course_id
                  AND x.outcome = 'MET' AND x.kind IN ('VISIT', 'ACCOMPANIMENT')
                  AND x.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
                  AND x.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
               OFFSET 0)) p
      LEFT JOIN teams_teammembership m
        ON m.team_id = k.team_id AND m.staff_member_id = p.staff_member_id
       AND m.from_on <= last_day AND (m.until_on IS NULL OR m.until_on >= first_day)
      LEFT JOIN LATERAL unnest(m.core_functions) AS f(code) ON f.code <> 'COORDINATION'
     GROUP BY 1
$$;
"""
COUNTED = """
-- Contacts in the months. Met is face to face, and so are the minutes. OFFSET 0 keeps the rows as
-- they are read, so that what is met is worked out once and not for each count.
CREATE OR REPLACE FUNCTION guard.evaluation_contacts(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, contacts bigint, met bigint, minutes bigint, met_outside bigint,
               accompanied bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000
SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
    SELECT c.course_id, count(*), count(*) FILTER (WHERE c.is_met),
           coalesce(sum(c.direct_minutes) FILTER (WHERE c.is_met), 0),
           count(*) FILTER (WHERE c.is_met AND c.place NOT IN ('OFFICE', 'REMOTE')),
           count(*) FILTER (WHERE c.is_met AND c.kind = 'ACCOMPANIMENT')
      FROM (SELECT x.course_id, x.direct_minutes, x.place, x.kind,
                   x.outcome = 'MET' AND x.kind IN ('VISIT', 'ACCOMPANIMENT') AS is_met
              FROM contacts_contact x
              JOIN guard.evaluated_courses(teams, first_day, last_day) k USING (course_id)
             WHERE x.outcome <> 'CANCELLED' AND x.kind NOT IN ('NETWORK', 'PARTNER')
               AND x.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
               AND x.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
            OFFSET 0) c
     GROUP BY 1
$$;
"""


def _as_before(facts: str, told: str) -> str:
    begun = told.index(f"CREATE FUNCTION guard.evaluation_{facts}(")
    function = told[begun : told.index("$$;", begun) + 3].replace("CREATE", "CREATE OR REPLACE", 1)
    memory = f"ALTER FUNCTION guard.evaluation_{facts}(uuid[], date, date) SET work_mem = '64MB';"
    return f"{function}\n{memory}\n"


BACK = "".join(
    [
        _as_before("measurements", before.MEASURED),
        _as_before("faces", before.PRACTISED),
        _as_before("contacts", before.PRACTISED),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0009_memory"), ("contacts", "0032_whom_a_citizen_met")]
    operations = [migrations.RunSQL(MEASURED + MET + COUNTED, BACK)]
