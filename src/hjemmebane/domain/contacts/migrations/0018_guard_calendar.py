"""Guards of companions, series and notices; and who goes along is busy elsewhere, too."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

COURSE = "course_id"
KEPT = "SELECT, INSERT, UPDATE"

FUNCTION = """
-- Nothing but times leaves this function, of those who work in a team of the actor's; the actor
-- sees the appointments of their own teams themselves. Without an end it may last the day.
DROP FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz);
CREATE FUNCTION guard.busy_elsewhere(wanted uuid[], since timestamptz, until timestamptz)
RETURNS TABLE (
    staff_member_id uuid, starts_at timestamptz, ends_at timestamptz, travel_minutes smallint
)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH comes AS (
        SELECT id, staff_member_id FROM contacts_appointment WHERE staff_member_id = ANY (wanted)
         UNION
        SELECT appointment_id, staff_member_id FROM contacts_appointmentcompanion
         WHERE staff_member_id = ANY (wanted)
    )
    SELECT w.staff_member_id, a.starts_at, a.ends_at, a.travel_minutes
      FROM comes w JOIN contacts_appointment a ON a.id = w.id
      JOIN courses_course c ON c.id = a.course_id
     WHERE a.status = 'PLANNED'
       AND a.starts_at - a.travel_minutes * interval '1 minute' < until
       AND coalesce(a.ends_at, a.starts_at + interval '1 day') > since
       AND c.team_id <> ALL (ARRAY(SELECT guard.my_team_ids()))
       AND EXISTS (
           SELECT FROM teams_teammembership m
            WHERE m.staff_member_id = w.staff_member_id
              AND m.team_id = ANY (ARRAY(SELECT guard.my_team_ids()))
              AND (m.until_on IS NULL OR m.until_on >= guard.today()))
     ORDER BY a.starts_at
$$;

REVOKE ALL ON FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz)
    TO hjemmebane_app;
"""
BEFORE = """
DROP FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz);
CREATE FUNCTION guard.busy_elsewhere(wanted uuid[], since timestamptz, until timestamptz)
RETURNS TABLE (staff_member_id uuid, starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.staff_member_id, a.starts_at, a.ends_at
      FROM contacts_appointment a JOIN courses_course c ON c.id = a.course_id
     WHERE a.staff_member_id = ANY (wanted)
       AND a.status = 'PLANNED'
       AND a.starts_at < until AND coalesce(a.ends_at, a.starts_at + interval '1 day') > since
       AND c.team_id <> ALL (ARRAY(SELECT guard.my_team_ids()))
       AND EXISTS (
           SELECT FROM teams_teammembership m
            WHERE m.staff_member_id = a.staff_member_id
              AND m.team_id = ANY (ARRAY(SELECT guard.my_team_ids()))
              AND (m.until_on IS NULL OR m.until_on >= guard.today()))
     ORDER BY a.starts_at
$$;

REVOKE ALL ON FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz)
    TO hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0017_calendar")]
    operations = [
        GuardTable("contacts_appointmentcompanion", Guard(course=COURSE)),
        GuardTable(
            "contacts_appointmentseries",
            Guard(course=COURSE, grants=KEPT, columns="version, ended_on"),
        ),
        GuardTable(
            "contacts_appointmentnotice",
            Guard(course=COURSE, grants=KEPT, columns="version, seen_at"),
        ),
        migrations.RunSQL(FUNCTION, BEFORE),
    ]
