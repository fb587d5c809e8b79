"""What the job is told of the courses of a report: one function for each kind of fact.

No name, no number, no day of birth and no word that anybody wrote leaves them, and nothing at all
but of the teams and the months of a report that somebody ordered and that is being made now. The
operations command that takes cases out asks the same functions, and logs whom it takes first.
"""

from django.db import migrations

GATE = """
CREATE FUNCTION guard.may_evaluate(teams uuid[], first_day date, last_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE guard.actor()
        WHEN 'job:evaluation' THEN EXISTS (
            SELECT FROM evaluation_evaluationreport r
             WHERE r.state = 'RUNNING' AND r.team_ids = teams
               AND r.from_on = first_day AND r.until_on = last_day)
        WHEN 'job:evaluation-export' THEN true
        ELSE false END
$$;

-- Courses that went on in the months. Inner: what the others have in common.
CREATE FUNCTION guard.evaluated_courses(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, citizen_id uuid, team_id uuid, started_on date, ended_on date)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.citizen_id, c.team_id, c.started_on,
           CASE WHEN c.ended_on <= last_day THEN c.ended_on END
      FROM courses_course c
     WHERE c.team_id = ANY (teams) AND c.started_on <= last_day
       AND (c.ended_on IS NULL OR c.ended_on >= first_day)
       AND (SELECT guard.may_evaluate(teams, first_day, last_day))
$$;
"""
WHO = """
-- How old they were when it began, and not when they were born.
CREATE FUNCTION guard.evaluation_courses(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, citizen_id uuid, team_id uuid, started_on date, ended_on date,
               is_held boolean, reason text, holds bigint, gender text, years integer,
               criteria_met bigint, days integer, intensity_changes bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH k AS MATERIALIZED (SELECT * FROM guard.evaluated_courses(teams, first_day, last_day)),
    held AS (
        SELECT h.course_id, count(*) AS n,
               bool_or(h.until_on IS NULL OR h.until_on > last_day) AS is_held
          FROM courses_hold h JOIN k USING (course_id) WHERE h.from_on <= last_day GROUP BY 1
    ), agreed AS (
        SELECT i.course_id, count(*) FILTER (WHERE i.place > 1 AND i.from_on >= first_day) AS n
          FROM (SELECT a.course_id, a.from_on,
                       row_number() OVER (PARTITION BY a.course_id ORDER BY a.from_on) AS place
                  FROM courses_intensityagreement a JOIN k USING (course_id)
                 WHERE a.from_on <= last_day) i
         GROUP BY 1
    ), assessed AS (
        SELECT DISTINCT ON (e.course_id) e.course_id,
               (SELECT count(*) FROM jsonb_array_elements(t.answers) AS one
                 WHERE one ->> 'answer' = 'YES') AS n
          FROM courses_earlycontact e JOIN k USING (course_id)
          JOIN courses_targetgroupassessment t
            ON t.early_contact_id = e.id AND t.completed_at IS NOT NULL
         ORDER BY e.course_id, t.completed_at DESC, t.id DESC
    )
    SELECT k.course_id, k.citizen_id, k.team_id, k.started_on, k.ended_on,
           k.ended_on IS NULL AND coalesce(h.is_held, false),
           CASE WHEN k.ended_on IS NOT NULL THEN e.reason::text END, coalesce(h.n, 0),
           z.gender::text, extract(year FROM age(k.started_on, z.born_on))::integer, t.n,
           least(coalesce(k.ended_on, last_day), last_day) - greatest(k.started_on, first_day) + 1,
           coalesce(a.n, 0)
      FROM k
      JOIN citizens_citizen z ON z.id = k.citizen_id
      LEFT JOIN courses_ending e ON e.course_id = k.course_id
      LEFT JOIN held h ON h.course_id = k.course_id
      LEFT JOIN agreed a ON a.course_id = k.course_id
      LEFT JOIN assessed t ON t.course_id = k.course_id
$$;

-- The forms at both ends, as far as they were done; codes, never the remarks.
CREATE FUNCTION guard.evaluation_forms(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, is_end boolean, housing text, social text, health text,
               diagnosis text, earlier text[], present text[], next text[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.course_id, false, s.housing::text, s.social_assessed::text, s.health_assessed::text,
           s.has_psychiatric_diagnosis::text, s.earlier_efforts::text[], s.present_efforts::text[],
           '{}'::text[]
      FROM guard.evaluated_courses(teams, first_day, last_day) k
      JOIN courses_startform s ON s.course_id = k.course_id AND s.completed_at IS NOT NULL
     UNION ALL
    SELECT k.course_id, true, e.housing::text, e.social_assessed::text, e.health_assessed::text,
           '', '{}', '{}', e.next_support::text[]
      FROM guard.evaluated_courses(teams, first_day, last_day) k
      JOIN courses_endform e ON e.course_id = k.course_id AND e.completed_at IS NOT NULL
     WHERE k.ended_on IS NOT NULL
$$;

-- What was done about an assessment (udredning) while the course went on, by what it is of.
CREATE FUNCTION guard.evaluation_assessments(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, is_social boolean, is_done boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.course_id, a.kind = 'SOCIAL',
           bool_or(a.status = 'DONE' AND a.done_on BETWEEN k.started_on AND last_day)
      FROM guard.evaluated_courses(teams, first_day, last_day) k
      JOIN plans_assessment a ON a.course_id = k.course_id
     WHERE a.kind IN ('SOCIAL', 'SOMATIC', 'PSYCHIATRIC') AND a.status <> 'NOT_RELEVANT'
     GROUP BY 1, 2
$$;
"""
MEASURED = """
-- Of each course and instrument the first figure that counts, in the course's first three months,
-- and the last one of a later day in the same words and edition; the last one alone where there
-- is no first. What the team rated in the forms
-- at both ends is VUM too; at most three of its eleven may be missing, as in the instrument.
CREATE FUNCTION guard.evaluation_measurements(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, instrument text, words text, first_score numeric,
               last_score numeric, first_answers text, last_answers text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20000 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH k AS MATERIALIZED (SELECT * FROM guard.evaluated_courses(teams, first_day, last_day)),
    rated AS (
        SELECT course_id, functioning, completed_at, id FROM courses_startform
         UNION ALL
        SELECT course_id, functioning, completed_at, id FROM courses_endform
    ), counted AS MATERIALIZED (
        SELECT r.course_id, r.instrument::text, r.measured_on, r.recorded_at, r.id, r.score,
               CASE WHEN r.instrument IN ('PROGRESSION', 'VUM') THEN r.answers::text END AS answers,
               r.wording_status::text AS wording, k.started_on,
               CASE WHEN r.instrument <> 'VUM' THEN
                    concat_ws('|', r.instrument_version, r.wording_status, r.wording_version)
               ELSE '' END AS words
          FROM k JOIN measurements_response r ON r.course_id = k.course_id
         WHERE r.measured_on <= last_day AND r.status <> 'UNDER_WAY' AND r.score IS NOT NULL
           AND (r.manner = 'RATED' OR r.fits IN ('YES', 'PARTLY'))
           AND NOT EXISTS (SELECT FROM measurements_response n
                            WHERE n.corrects_id = r.id AND n.status <> 'UNDER_WAY')
         UNION ALL
        SELECT f.course_id, 'VUM', guard.danish_day(f.completed_at), f.completed_at, f.id, v.score,
               f.functioning::text, '', k.started_on, ''
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
    SELECT course_id, instrument, coalesce(l.wording, e.wording), e.score, l.score, e.answers,
           l.answers
      FROM earliest e FULL JOIN latest l USING (course_id, instrument)
$$;
"""
PRACTISED = """
-- Contacts in the months. Met is face to face, and so are the minutes.
CREATE FUNCTION guard.evaluation_contacts(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, contacts bigint, met bigint, minutes bigint, met_outside bigint,
               accompanied bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.course_id, count(*), count(*) FILTER (WHERE c.is_met),
           coalesce(sum(c.direct_minutes) FILTER (WHERE c.is_met), 0),
           count(*) FILTER (WHERE c.is_met AND c.place NOT IN ('OFFICE', 'REMOTE')),
           count(*) FILTER (WHERE c.is_met AND c.kind = 'ACCOMPANIMENT')
      FROM (SELECT x.*, x.outcome = 'MET' AND x.kind IN ('VISIT', 'ACCOMPANIMENT') AS is_met
              FROM contacts_contact x
              JOIN guard.evaluated_courses(teams, first_day, last_day) k USING (course_id)
             WHERE x.outcome <> 'CANCELLED' AND x.kind NOT IN ('NETWORK', 'PARTNER')
               AND x.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
               AND x.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen') c
     GROUP BY 1
$$;

-- How many different people of the team met the citizen in the months, and of how many functions.
CREATE FUNCTION guard.evaluation_faces(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, staff_met bigint, functions_met bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH pairs AS MATERIALIZED (
        SELECT DISTINCT x.course_id, k.team_id, w.staff_member_id
          FROM contacts_contact x
          JOIN guard.evaluated_courses(teams, first_day, last_day) k USING (course_id)
          JOIN contacts_contactstaff w ON w.contact_id = x.id
         WHERE x.outcome = 'MET' AND x.kind IN ('VISIT', 'ACCOMPANIMENT')
           AND x.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
           AND x.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen')
    SELECT p.course_id, count(DISTINCT p.staff_member_id), count(DISTINCT f.code)
      FROM pairs p
      LEFT JOIN teams_teammembership m
        ON m.team_id = p.team_id AND m.staff_member_id = p.staff_member_id
       AND m.from_on <= last_day AND (m.until_on IS NULL OR m.until_on >= first_day)
      LEFT JOIN LATERAL unnest(m.core_functions) AS f(code) ON f.code <> 'COORDINATION'
     GROUP BY 1
$$;

-- The plan as it stood when the months were over; meetings of the months.
CREATE FUNCTION guard.evaluation_plans(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, wishes bigint, goals bigint, sub_goals bigint, reached bigint,
               meetings bigint, is_shared boolean, partner_wrote boolean, stance text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH k AS MATERIALIZED (
        SELECT e.course_id, e.citizen_id,
               (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen' AS until
          FROM guard.evaluated_courses(teams, first_day, last_day) e),
    said AS (
        SELECT x.course_id, count(*) AS n FROM plans_wish x JOIN k USING (course_id)
         WHERE x.recorded_at < k.until GROUP BY 1),
    aimed AS (
        SELECT x.course_id, count(*) AS n FROM plans_goal x JOIN k USING (course_id)
         WHERE x.recorded_at < k.until GROUP BY 1),
    small AS (
        SELECT x.course_id, count(*) AS n,
               count(*) FILTER (WHERE x.status = 'REACHED' AND x.settled_on <= last_day) AS reached
          FROM plans_subgoal x JOIN k USING (course_id) WHERE x.recorded_at < k.until GROUP BY 1),
    met AS (
        SELECT x.course_id, count(*) AS n FROM plans_planmeeting x JOIN k USING (course_id)
         WHERE x.held_on BETWEEN first_day AND last_day GROUP BY 1),
    wrote AS (
        SELECT DISTINCT x.course_id FROM plans_planactivity x JOIN k USING (course_id)
          JOIN accounts_user u ON u.id = x.recorded_by_id
         WHERE x.recorded_at < k.until AND x.partner_person_id IS NOT NULL AND u.face = 'PARTNER'),
    opened AS (
        SELECT DISTINCT k.course_id FROM consents_consent c JOIN k USING (citizen_id)
         WHERE c.organisation_id IS NOT NULL AND c.from_on <= last_day
           AND c.scope && ARRAY['GOALS', 'ACTIVITIES']::varchar[]
           AND (c.until_on IS NULL OR c.until_on >= first_day)
           AND (c.withdrawn_at IS NULL
                OR c.withdrawn_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen')),
    answered AS (
        SELECT DISTINCT ON (x.course_id) x.course_id, x.stance::text
          FROM plans_agreement x JOIN k USING (course_id) WHERE x.said_on <= last_day
         ORDER BY x.course_id, x.said_on DESC, x.recorded_at DESC, x.id DESC)
    SELECT k.course_id, coalesce(said.n, 0), coalesce(aimed.n, 0), coalesce(small.n, 0),
           coalesce(small.reached, 0), coalesce(met.n, 0), opened.course_id IS NOT NULL,
           wrote.course_id IS NOT NULL, answered.stance
      FROM k JOIN plans_plan p ON p.course_id = k.course_id AND p.recorded_at < k.until
      LEFT JOIN said ON said.course_id = k.course_id
      LEFT JOIN aimed ON aimed.course_id = k.course_id
      LEFT JOIN small ON small.course_id = k.course_id
      LEFT JOIN met ON met.course_id = k.course_id
      LEFT JOIN wrote ON wrote.course_id = k.course_id
      LEFT JOIN opened ON opened.course_id = k.course_id
      LEFT JOIN answered ON answered.course_id = k.course_id
$$;

-- The part of the practice model, how often it was moved, and network meetings that were held.
CREATE FUNCTION guard.evaluation_practice(teams uuid[], first_day date, last_day date)
RETURNS TABLE (course_id uuid, part text, placements bigint, network_meetings bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5000 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH k AS MATERIALIZED (
        SELECT e.course_id FROM guard.evaluated_courses(teams, first_day, last_day) e),
    placed AS (
        SELECT x.course_id, count(*) AS n,
               (array_agg(x.part::text ORDER BY x.from_on DESC, x.recorded_at DESC, x.id DESC))[1]
                   AS part
          FROM practice_placement x JOIN k USING (course_id) WHERE x.from_on <= last_day
         GROUP BY 1),
    met AS (
        SELECT x.course_id, count(*) AS n FROM meetings_networkmeeting x JOIN k USING (course_id)
         WHERE x.state = 'HELD' AND guard.danish_day(x.starts_at) BETWEEN first_day AND last_day
         GROUP BY 1)
    SELECT k.course_id, placed.part, coalesce(placed.n, 0), coalesce(met.n, 0)
      FROM k LEFT JOIN placed ON placed.course_id = k.course_id
      LEFT JOIN met ON met.course_id = k.course_id
$$;
"""
TEAMS = """
CREATE FUNCTION guard.evaluation_teams(teams uuid[], first_day date, last_day date)
RETURNS TABLE (team_id uuid, name text, method text, places numeric, hours numeric,
               coordination_hours numeric, functions text[], agreements bigint, steering bigint,
               referred bigint, matched bigint, lighter bigint, not_now bigint)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.id, t.name::text, t.method_pack::text, t.max_caseload * h.executing / 37,
           h.executing + h.coordinating, h.coordinating, h.functions,
           (SELECT count(*) FROM partners_collaborationagreement a
              JOIN partners_partnerorganisation o ON o.id = a.organisation_id
             WHERE o.municipality_id = t.municipality_id AND a.status = 'IN_FORCE'
               AND a.agreed_on <= last_day),
           (SELECT count(*) FROM meetings_steeringgroupmeeting s
             WHERE s.team_id = t.id AND s.held_on BETWEEN first_day AND last_day),
           d.referred, d.matched, d.lighter, d.not_now
      FROM teams_team t
     CROSS JOIN LATERAL (
        SELECT sum(m.executing_hours) AS executing, sum(m.coordination_hours) AS coordinating,
               (SELECT array_agg(DISTINCT f.code::text) FROM teams_teammembership n
                 CROSS JOIN LATERAL unnest(n.core_functions) AS f(code)
                 WHERE n.team_id = t.id AND n.from_on <= last_day
                   AND (n.until_on IS NULL OR n.until_on >= last_day)) AS functions
          FROM teams_teammembership m
         WHERE m.team_id = t.id AND m.from_on <= last_day
           AND (m.until_on IS NULL OR m.until_on >= last_day)) h
     CROSS JOIN LATERAL (
        SELECT count(*) AS referred,
               count(*) FILTER (WHERE x.outcome = 'MATCH') AS matched,
               count(*) FILTER (WHERE x.outcome = 'LIGHTER') AS lighter,
               count(*) FILTER (WHERE x.outcome = 'NOT_NOW') AS not_now
          FROM courses_referral r
          LEFT JOIN LATERAL (
               SELECT y.outcome FROM courses_decision y
                 JOIN courses_targetgroupassessment a ON a.id = y.assessment_id
                WHERE a.early_contact_id = r.early_contact_id AND y.decided_on <= last_day
                ORDER BY y.decided_on DESC, y.id DESC LIMIT 1) x ON true
         WHERE r.team_id = t.id
           AND guard.danish_day(r.received_at) BETWEEN first_day AND last_day) d
     WHERE t.id = ANY (teams) AND (SELECT guard.may_evaluate(teams, first_day, last_day))
$$;

-- What teams kept of the last quarter they closed in the months, where a manager is told it.
CREATE FUNCTION guard.evaluation_quarters(teams uuid[], first_day date, last_day date)
RETURNS TABLE (team_id uuid, kind text, code text, rating numeric, people integer)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 500 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.team_id, f.kind::text, f.code::text, f.rating, f.people
      FROM fidelity_quarterfigure f
      JOIN (SELECT q.team_id, max(q.quarter_on) AS quarter_on FROM fidelity_quarterfigure q
             WHERE q.team_id = ANY (teams) AND q.quarter_on BETWEEN first_day AND last_day
             GROUP BY 1) newest USING (team_id, quarter_on)
     WHERE f.is_told AND f.rating IS NOT NULL
       AND (SELECT guard.may_evaluate(teams, first_day, last_day))
$$;
"""
TAKEN_OUT = """
-- That the cases of these citizens are taken out, in the access log of each.
CREATE FUNCTION guard.log_cases_taken_out(teams uuid[], first_day date, last_day date, why text)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH told AS (
        INSERT INTO audit_access (citizen_id, what, reason, actor, at)
        SELECT DISTINCT k.citizen_id, 'Pseudonymiseret udtræk til evaluering', why, guard.actor(),
               clock_timestamp()
          FROM guard.evaluated_courses(teams, first_day, last_day) k
         WHERE guard.actor() = 'job:evaluation-export'
        RETURNING 1)
    SELECT count(*) FROM told
$$;
"""
ASKED = ", ".join(
    f"guard.evaluation_{facts}(uuid[], date, date)"
    for facts in (
        "courses",
        "forms",
        "assessments",
        "measurements",
        "contacts",
        "faces",
        "plans",
        "practice",
        "teams",
        "quarters",
    )
)
NAMES = f"{ASKED}, guard.log_cases_taken_out(uuid[], date, date, text)"
INNER = "guard.evaluated_courses(uuid[], date, date), guard.may_evaluate(uuid[], date, date)"
GRANTS = f"""
REVOKE ALL ON FUNCTION {NAMES}, {INNER} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {NAMES} TO hjemmebane_app;
"""
BACK = f"DROP FUNCTION {NAMES}, {INNER};"


class Migration(migrations.Migration):
    dependencies = [
        ("evaluation", "0002_guards"),
        ("audit", "0002_guard_schema"),
        ("contacts", "0030_who_is_there"),
        ("courses", "0007_words_of_any_method"),
        ("fidelity", "0006_guard_believed"),
        ("meetings", "0009_agendas_of_a_method"),
        ("partners", "0005_functions"),
        ("measurements", "0003_team_measurements"),
        ("plans", "0004_closed_for_partners"),
        ("practice", "0005_news_of_teams"),
    ]
    operations = [
        migrations.RunSQL(GATE + WHO + MEASURED + PRACTISED + TEAMS + TAKEN_OUT + GRANTS, BACK)
    ]
