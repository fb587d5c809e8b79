"""Which meeting time was written down from; trainings count as learning in a manager's sums."""

from django.db import migrations, models

FIGURES = """
CREATE OR REPLACE FUNCTION guard.team_figures(wanted uuid, first_day date, last_day date)
RETURNS TABLE (citizens bigint, weight numeric, direct bigint, coordination bigint, travel bigint,
               meeting bigint, learning bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH carried AS (
        SELECT count(*) AS citizens, coalesce(sum(c.caseload_weight), 0) AS weight
          FROM courses_course c WHERE c.team_id = wanted AND c.status <> 'ENDED'
    ), met AS (
        SELECT c.kind IN ('NETWORK', 'PARTNER') AS with_others, c.direct_minutes, c.travel_minutes
          FROM contacts_contact c
          JOIN courses_course k ON k.id = c.course_id
          JOIN contacts_contactstaff s ON s.contact_id = c.id
         WHERE k.team_id = wanted
           AND c.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
           AND c.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
    ), contacts AS (
        SELECT coalesce(sum(direct_minutes) FILTER (WHERE NOT with_others), 0) AS direct,
               coalesce(sum(direct_minutes) FILTER (WHERE with_others), 0) AS coordination,
               coalesce(sum(travel_minutes), 0) AS travel
          FROM met
    ), written AS (
        SELECT coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'COORDINATION'), 0) AS coordination,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'TRAVEL'), 0) AS travel,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'MEETING'), 0) AS meeting,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'LEARNING'), 0) AS learning
          FROM workload_timeentry t
         WHERE t.team_id = wanted AND t.worked_on BETWEEN first_day AND last_day
    ), learned AS (
        SELECT coalesce(sum(r.hours) * 60, 0)::bigint AS learning
          FROM teams_trainingparticipant p
          JOIN teams_trainingrecord r ON r.id = p.training_id
         WHERE p.team_id = wanted AND r.held_on BETWEEN first_day AND last_day
    )
    SELECT a.citizens, a.weight, m.direct, m.coordination + w.coordination, m.travel + w.travel,
           w.meeting, w.learning + l.learning
      FROM carried a
      LEFT JOIN (contacts m CROSS JOIN written w CROSS JOIN learned l) ON a.citizens >= 3
     WHERE wanted IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())
$$;
"""

BEFORE = """
CREATE OR REPLACE FUNCTION guard.team_figures(wanted uuid, first_day date, last_day date)
RETURNS TABLE (citizens bigint, weight numeric, direct bigint, coordination bigint, travel bigint,
               meeting bigint, learning bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH carried AS (
        SELECT count(*) AS citizens, coalesce(sum(c.caseload_weight), 0) AS weight
          FROM courses_course c WHERE c.team_id = wanted AND c.status <> 'ENDED'
    ), met AS (
        SELECT c.kind IN ('NETWORK', 'PARTNER') AS with_others, c.direct_minutes, c.travel_minutes
          FROM contacts_contact c
          JOIN courses_course k ON k.id = c.course_id
          JOIN contacts_contactstaff s ON s.contact_id = c.id
         WHERE k.team_id = wanted
           AND c.started_at >= first_day::timestamp AT TIME ZONE 'Europe/Copenhagen'
           AND c.started_at < (last_day + 1)::timestamp AT TIME ZONE 'Europe/Copenhagen'
    ), contacts AS (
        SELECT coalesce(sum(direct_minutes) FILTER (WHERE NOT with_others), 0) AS direct,
               coalesce(sum(direct_minutes) FILTER (WHERE with_others), 0) AS coordination,
               coalesce(sum(travel_minutes), 0) AS travel
          FROM met
    ), written AS (
        SELECT coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'COORDINATION'), 0) AS coordination,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'TRAVEL'), 0) AS travel,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'MEETING'), 0) AS meeting,
               coalesce(sum(t.minutes) FILTER (WHERE t.kind = 'LEARNING'), 0) AS learning
          FROM workload_timeentry t
         WHERE t.team_id = wanted AND t.worked_on BETWEEN first_day AND last_day
    )
    SELECT a.citizens, a.weight, m.direct, m.coordination + w.coordination, m.travel + w.travel,
           w.meeting, w.learning
      FROM carried a
      LEFT JOIN (contacts m CROSS JOIN written w) ON a.citizens >= 3
     WHERE wanted IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("workload", "0003_time_of_meetings"), ("teams", "0006_roles_and_training")]
    operations = [
        migrations.AddField(
            model_name="timeentry",
            name="meeting_id",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.RunSQL(FIGURES, BEFORE),
    ]
