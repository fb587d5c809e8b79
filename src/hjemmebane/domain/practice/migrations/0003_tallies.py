"""Counts the record of some courses in one statement, seen through the reader's own policies.

A function and not a QuerySet, because compiling some twenty branches cost the board several times
what the database needs to answer them. Rows are (owner, about, four counts, latest day); the owner
is the course or the citizen.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION practice_tallies(courses uuid[], citizens uuid[], teams uuid[], today date)
RETURNS TABLE (owner uuid, about text, n1 bigint, n2 bigint, n3 bigint, n4 bigint, latest date)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    WITH matched AS (
        SELECT DISTINCT ON (e.course_id) e.course_id, t.answers, d.decided_on,
               t.gathered <> '' AS is_gathered, t.risks <> '' AS has_risks,
               t.own_account <> '' AS has_own_account,
               (t.completed_at AT TIME ZONE 'Europe/Copenhagen')::date AS assessed_on
          FROM courses_earlycontact AS e
          JOIN courses_targetgroupassessment AS t ON t.early_contact_id = e.id
          JOIN courses_decision AS d ON d.assessment_id = t.id AND d.outcome = 'MATCH'
         WHERE e.course_id = ANY (courses)
         ORDER BY e.course_id, t.recorded_at DESC, t.id DESC
    )
    SELECT course_id, 'spotted', count(*), 0, 0, 0, min(spotted_on)
      FROM courses_earlycontact WHERE course_id = ANY (courses) GROUP BY course_id
    UNION ALL
    SELECT e.course_id, 'attempt', count(*), count(*) FILTER (WHERE a.outcome = 'MET'), 0, 0, NULL
      FROM courses_earlycontact AS e JOIN courses_earlyattempt AS a ON a.early_contact_id = e.id
     WHERE e.course_id = ANY (courses) GROUP BY e.course_id
    UNION ALL
    SELECT course_id, 'criteria',
           count(*) FILTER (WHERE criterion ->> 'answer' = 'YES'),
           count(*) FILTER (WHERE criterion ->> 'answer' = 'NO'),
           count(*) FILTER (WHERE criterion ->> 'answer' = 'UNSURE'), 0, NULL
      FROM matched, LATERAL jsonb_array_elements(answers) AS c (criterion) GROUP BY course_id
    UNION ALL
    SELECT course_id, 'assessed', is_gathered::int, has_risks::int, has_own_account::int, 0,
           assessed_on FROM matched
    UNION ALL
    SELECT course_id, 'decided', 1, 0, 0, 0, decided_on FROM matched
    UNION ALL
    SELECT course_id, 'wish', count(*), 0, 0, 0, NULL
      FROM plans_wish WHERE course_id = ANY (courses) AND said_by = 'CITIZEN' GROUP BY course_id
    UNION ALL
    SELECT g.course_id, 'goal', count(*),
           count(*) FILTER (WHERE EXISTS (SELECT FROM plans_goalwish AS w WHERE w.goal_id = g.id)),
           0, 0, NULL
      FROM plans_goal AS g
     WHERE g.course_id = ANY (courses) AND g.status <> 'DROPPED' GROUP BY g.course_id
    UNION ALL
    SELECT course_id, 'sub_goal',
           count(*) FILTER (WHERE settled_on > today - 30 AND settled_on <= today),
           count(*) FILTER (WHERE settled_on > today - 60 AND settled_on <= today - 30),
           count(*) FILTER (WHERE settled_on > today - 90 AND settled_on <= today - 60), 0, NULL
      FROM plans_subgoal WHERE course_id = ANY (courses) AND status = 'REACHED' GROUP BY course_id
    UNION ALL
    SELECT course_id, 'activity', count(*) FILTER (WHERE responsible_kind = 'CITIZEN'),
           count(*) FILTER (WHERE responsible_kind = 'PARTNER'), 0, 0, NULL
      FROM plans_planactivity
     WHERE course_id = ANY (courses) AND status IN ('PLANNED', 'ONGOING') GROUP BY course_id
    UNION ALL
    SELECT p.course_id, 'plan', 1, coalesce(max(v.number), 0), 0, 0,
           max((v.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date)
      FROM plans_plan AS p LEFT JOIN plans_planversion AS v ON v.plan_id = p.id
     WHERE p.course_id = ANY (courses) GROUP BY p.course_id
    UNION ALL
    SELECT course_id, 'meeting', count(*), 0, 0, 0, max(held_on)
      FROM plans_planmeeting WHERE course_id = ANY (courses) GROUP BY course_id
    UNION ALL
    SELECT course_id, 'effort', count(*), 0, 0, 0, NULL
      FROM plans_othereffort WHERE course_id = ANY (courses) GROUP BY course_id
    UNION ALL
    SELECT course_id, 'other_plan', count(*), 0, 0, 0, NULL
      FROM plans_otherplan WHERE course_id = ANY (courses) GROUP BY course_id
    UNION ALL
    SELECT course_id, 'contact',
           count(*) FILTER (WHERE day > today - 30),
           count(*) FILTER (WHERE day > today - 60 AND day <= today - 30),
           count(*) FILTER (WHERE day > today - 30 AND is_acute),
           count(*) FILTER (WHERE kind = 'ACCOMPANIMENT' OR place IN ('OUTDOORS', 'DROP_IN')), NULL
      FROM contacts_contact,
           LATERAL (SELECT (started_at AT TIME ZONE 'Europe/Copenhagen')::date) AS d (day)
     WHERE course_id = ANY (courses) AND outcome = 'MET' AND kind NOT IN ('NETWORK', 'PARTNER')
       AND started_at >= (today - 89)::timestamp AT TIME ZONE 'Europe/Copenhagen'
     GROUP BY course_id
    UNION ALL
    SELECT course_id, 'primary', count(*), 0, 0, 0, max(from_on)
      FROM courses_primarycontact
     WHERE course_id = ANY (courses) AND until_on IS NULL GROUP BY course_id
    UNION ALL
    SELECT citizen_id, 'network', count(*), 0, 0, 0, NULL
      FROM citizens_networkperson WHERE citizen_id = ANY (citizens) GROUP BY citizen_id
    UNION ALL
    SELECT citizen_id, 'life', count(DISTINCT area), 0, 0, 0, NULL
      FROM citizens_lifesituation WHERE citizen_id = ANY (citizens) GROUP BY citizen_id
    UNION ALL
    SELECT citizen_id, 'consent', count(DISTINCT organisation_id), 0, 0, 0,
           max(from_on) FILTER (WHERE team_id = ANY (teams))
      FROM consents_consent
     WHERE citizen_id = ANY (citizens) AND withdrawn_at IS NULL AND from_on <= today
       AND (until_on IS NULL OR until_on >= today)
     GROUP BY citizen_id
$$;
REVOKE ALL ON FUNCTION practice_tallies(uuid[], uuid[], uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION practice_tallies(uuid[], uuid[], uuid[], date) TO hjemmebane_app;
"""
DROP = "DROP FUNCTION practice_tallies(uuid[], uuid[], uuid[], date)"


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0002_guards"),
        ("citizens", "0001_initial"),
        ("consents", "0001_initial"),
        ("contacts", "0001_initial"),
        ("courses", "0001_initial"),
        ("plans", "0001_initial"),
    ]
    operations = [migrations.RunSQL(CREATE, DROP)]
