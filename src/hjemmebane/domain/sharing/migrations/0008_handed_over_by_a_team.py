"""A device handed over opens the courses of the teams of the one who handed it over, and no other.

The citizen's own login opens all of their courses; a colleague of one team, holding their own
device, must not read in the citizen's name what another team writes.
"""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

FUNCTIONS = """
-- The citizen a device is handed over to, and the teams of its owner that they have a course in.
CREATE FUNCTION guard.handed_over() RETURNS TABLE (citizen_id uuid, team_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.citizen_id, k.team_id
      FROM regexp_match(guard.actor(), '^together:([0-9a-f-]{36}):([0-9a-f-]{36})$') AS handed
      JOIN accounts_user u ON u.id::text = handed[1] AND u.is_active
      JOIN teams_staffmember s ON s.user_id = u.id
      JOIN teams_teammembership m ON m.staff_member_id = s.id
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
      JOIN courses_course k ON k.team_id = m.team_id AND k.citizen_id::text = handed[2]
$$;
REVOKE ALL ON FUNCTION guard.handed_over() FROM PUBLIC;

CREATE OR REPLACE FUNCTION guard.own_citizen_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.citizen_id FROM citizens_citizenlogin l JOIN accounts_user u ON u.id = l.user_id
     WHERE u.id = guard.user_id() AND u.is_active
    UNION
    SELECT h.citizen_id FROM guard.handed_over() AS h
$$;

CREATE OR REPLACE FUNCTION guard.own_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course
     WHERE citizen_id = guard.own_citizen_id()
       AND (guard.user_id() IS NOT NULL OR team_id IN (SELECT h.team_id FROM guard.handed_over() AS h))
$$;

CREATE OR REPLACE FUNCTION guard.own_open_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course
     WHERE id IN (SELECT guard.own_course_ids()) AND status <> 'ENDED'
$$;
"""

BACK = """
CREATE OR REPLACE FUNCTION guard.own_citizen_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.citizen_id FROM citizens_citizenlogin l JOIN accounts_user u ON u.id = l.user_id
     WHERE u.id = guard.user_id() AND u.is_active
    UNION
    SELECT k.citizen_id
      FROM regexp_match(guard.actor(), '^together:([0-9a-f-]{36}):([0-9a-f-]{36})$') AS handed
      JOIN accounts_user u ON u.id::text = handed[1] AND u.is_active
      JOIN teams_staffmember s ON s.user_id = u.id
      JOIN teams_teammembership m ON m.staff_member_id = s.id
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
      JOIN courses_course k ON k.team_id = m.team_id AND k.citizen_id::text = handed[2]
$$;

CREATE OR REPLACE FUNCTION guard.own_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course WHERE citizen_id = guard.own_citizen_id()
$$;

CREATE OR REPLACE FUNCTION guard.own_open_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course
     WHERE citizen_id = guard.own_citizen_id() AND status <> 'ENDED'
$$;

DROP FUNCTION guard.handed_over();
"""


CLOSE = "DROP POLICY courses_course_citizen_select ON courses_course"
OPEN_AS_BEFORE = (
    "CREATE POLICY courses_course_citizen_select ON courses_course FOR SELECT"
    " USING (citizen_id = (SELECT guard.own_citizen_id()))"
)


class Migration(migrations.Migration):
    dependencies = [("sharing", "0007_partner_meetings")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        migrations.RunSQL(CLOSE, OPEN_AS_BEFORE),
        OpenRows("courses_course", "citizen", "id IN (SELECT guard.own_course_ids())"),
    ]
