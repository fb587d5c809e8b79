"""Counts what was written about some courses since a moment, through the reader's own policies.

A function and not a QuerySet for the reason of 0003. Rows are (course, about, who wrote it, how
often, when last). A contact is looked for from two weeks before, for those who write it down late;
nobody is named for what was reached, since the plan keeps the day alone.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION practice_news(courses uuid[], since timestamptz, besides uuid)
RETURNS TABLE (course uuid, about text, who uuid, times bigint, latest timestamptz)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    SELECT n.course_id, n.about, n.recorded_by_id, count(*), max(n.recorded_at) FROM (
        SELECT course_id, 'contact', recorded_by_id, recorded_at FROM contacts_contact
         WHERE course_id = ANY (courses) AND started_at > since - interval '14 days'
        UNION ALL
        SELECT course_id, 'appointment', recorded_by_id, recorded_at FROM contacts_appointment
         WHERE course_id = ANY (courses) AND starts_at > since
        UNION ALL
        SELECT course_id, 'light', recorded_by_id, recorded_at
          FROM contacts_trafficlightobservation
         WHERE course_id = ANY (courses) AND recorded_at > since
        UNION ALL
        SELECT course_id, 'task', recorded_by_id, recorded_at FROM contacts_task
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'follow_up', recorded_by_id, recorded_at FROM contacts_followup
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'placement', recorded_by_id, recorded_at FROM practice_placement
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'hold', recorded_by_id, recorded_at FROM courses_hold
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'again', recorded_by_id, recorded_at FROM courses_reactivation
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'life_event', recorded_by_id, recorded_at FROM courses_lifeevent
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'wish', recorded_by_id, recorded_at FROM plans_wish
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'goal', recorded_by_id, recorded_at FROM plans_goal
         WHERE course_id = ANY (courses)
        UNION ALL
        SELECT course_id, 'sub_goal', recorded_by_id, recorded_at FROM plans_subgoal
         WHERE course_id = ANY (courses)
    ) AS n (course_id, about, recorded_by_id, recorded_at)
     WHERE n.recorded_at > since AND n.recorded_by_id <> besides
     GROUP BY n.course_id, n.about, n.recorded_by_id
    UNION ALL
    SELECT r.course_id, r.about, NULL, count(*),
           max(r.settled_on)::timestamp AT TIME ZONE 'Europe/Copenhagen'
      FROM (SELECT course_id, 'reached_goal', status, settled_on FROM plans_goal
             WHERE course_id = ANY (courses)
             UNION ALL
            SELECT course_id, 'reached_step', status, settled_on FROM plans_subgoal
             WHERE course_id = ANY (courses)) AS r (course_id, about, status, settled_on)
     WHERE r.status = 'REACHED' AND r.settled_on > (since AT TIME ZONE 'Europe/Copenhagen')::date
     GROUP BY r.course_id, r.about
$$;
REVOKE ALL ON FUNCTION practice_news(uuid[], timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION practice_news(uuid[], timestamptz, uuid) TO hjemmebane_app;
"""
DROP = "DROP FUNCTION practice_news(uuid[], timestamptz, uuid)"


class Migration(migrations.Migration):
    dependencies = [
        ("practice", "0003_tallies"),
        ("contacts", "0005_whose_day"),
        ("courses", "0003_cadence"),
        ("plans", "0001_initial"),
    ]
    operations = [migrations.RunSQL(CREATE, DROP)]
