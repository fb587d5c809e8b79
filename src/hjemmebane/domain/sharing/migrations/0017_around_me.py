"""The network meetings around a citizen, for the citizen: when and where, and nothing said at them."""

from django.db import migrations

CREATE = """
CREATE FUNCTION guard.network_meetings_around_me()
RETURNS TABLE (meeting_id uuid, course_id uuid, starts_at timestamptz, place text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.id, m.course_id, m.starts_at, m.place::text
      FROM meetings_networkmeeting m
     WHERE m.course_id IN (SELECT guard.own_course_ids())
       AND m.state = 'PLANNED' AND m.starts_at > now()
$$;
REVOKE ALL ON FUNCTION guard.network_meetings_around_me() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.network_meetings_around_me() TO hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0016_kept_to_oneself"),
        ("meetings", "0008_minutes_rest_on"),
    ]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION guard.network_meetings_around_me()")]
