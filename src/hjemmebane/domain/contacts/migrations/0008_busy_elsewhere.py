"""When colleagues are with citizens of other teams: the times, and nothing of whom they meet."""

from django.db import migrations

FUNCTION = """
-- Nothing but times leaves this function, of those who work in a team of the actor's; the actor
-- sees the appointments of their own teams themselves. Without an end it may last the day.
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

BACK = "DROP FUNCTION guard.busy_elsewhere(uuid[], timestamptz, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0007_guard_moves"), ("teams", "0004_absence")]
    operations = [migrations.RunSQL(FUNCTION, BACK)]
