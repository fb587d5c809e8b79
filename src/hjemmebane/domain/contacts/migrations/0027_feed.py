"""What a calendar feed needs of appointments: times, and nothing of whom or what."""

from django.db import migrations

FUNCTION = """
-- 60 days back and 180 ahead, of the one whose secret it is, in the teams they work in today.
CREATE FUNCTION guard.feed_appointments(secret text)
RETURNS TABLE (id uuid, version integer, starts_at timestamptz, ends_at timestamptz,
               is_cancelled boolean, place text, recorded_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id, a.version, a.starts_at, a.ends_at, a.status = 'CANCELLED', a.place::text,
           a.recorded_at
      FROM contacts_appointment a
      JOIN courses_course c ON c.id = a.course_id
      JOIN citizens_citizen p ON p.id = c.citizen_id AND p.died_on IS NULL
     WHERE (a.staff_member_id = guard.feed_owner(secret) OR a.id = ANY (ARRAY(
               SELECT w.appointment_id FROM contacts_appointmentcompanion w
                WHERE w.staff_member_id = guard.feed_owner(secret))))
       AND a.starts_at >= guard.today() - 60 AND a.starts_at < guard.today() + 181
       AND EXISTS (
           SELECT FROM teams_teammembership m
            WHERE m.staff_member_id = guard.feed_owner(secret) AND m.team_id = c.team_id
              AND m.from_on <= guard.today()
              AND (m.until_on IS NULL OR m.until_on >= guard.today()))
     ORDER BY a.starts_at, a.id
$$;

REVOKE ALL ON FUNCTION guard.feed_appointments(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.feed_appointments(text) TO hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0026_guard_signs"), ("teams", "0008_guard_feeds")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION guard.feed_appointments(text);"),
    ]
