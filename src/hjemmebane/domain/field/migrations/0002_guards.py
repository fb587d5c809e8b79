"""Whose telephones they are, whether one is shut out, and the guards of what they send."""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, NO_DELETE, Guard, GuardTable

FUNCTIONS = """
-- The logins of those who work now or later in a team that the actor coordinates.
CREATE FUNCTION guard.coordinated_user_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.user_id FROM teams_staffmember s
     WHERE s.id = ANY (ARRAY(SELECT guard.coordinated_staff_ids()))
$$;

-- Whether a telephone is to forget what it has read: it was revoked, its owner's login is closed,
-- or they work in no team today. Asked also where nobody is logged in, so that it reaches a
-- telephone whose login has run out; of a key that was never given it says no.
CREATE FUNCTION guard.phone_is_shut(wanted uuid) RETURNS TABLE (is_shut boolean)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM field_fielddevice d JOIN accounts_user u ON u.id = d.user_id
         WHERE d.id = wanted
           AND (d.revoked_at IS NOT NULL OR NOT u.is_active OR NOT EXISTS (
               SELECT FROM teams_teammembership m
                 JOIN teams_staffmember s ON s.id = m.staff_member_id
                WHERE s.user_id = d.user_id AND m.from_on <= guard.today()
                  AND (m.until_on IS NULL OR m.until_on >= guard.today()))))
$$;

REVOKE ALL ON FUNCTION guard.coordinated_user_ids(), guard.phone_is_shut(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.coordinated_user_ids(), guard.phone_is_shut(uuid)
    TO hjemmebane_app;
"""

BACK = "DROP FUNCTION guard.phone_is_shut(uuid), guard.coordinated_user_ids();"

MY_OWN = "(SELECT guard.is_staff()) AND user_id = (SELECT guard.user_id())"
MY_COLLEAGUES = "user_id IN (SELECT guard.coordinated_user_ids())"
OR_OPERATIONS = f"({MY_OWN}) OR guard.is_operations()"


class Migration(migrations.Migration):
    dependencies = [("field", "0001_initial"), ("teams", "0004_absence")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable(
            "field_fielddevice",
            Guard(
                read=f"({MY_OWN}) OR {MY_COLLEAGUES}",
                write=MY_OWN,
                update=MY_COLLEAGUES,
                grants=NO_DELETE,
                columns="version, name, last_seen_at, revoked_at, revoked_by_id",
            ),
        ),
        GuardTable("field_fieldreceipt", Guard(read=MY_OWN, grants=APPEND_ONLY)),
        GuardTable(
            "field_fieldconflict",
            Guard(
                course="course_id",
                grants=NO_DELETE,
                columns="version, settlement, settled_at, settled_by_id",
            ),
        ),
        # Bytes on their way: what they become has its history.
        GuardTable("field_fieldupload", Guard(read=OR_OPERATIONS), history=False),
        GuardTable(
            "field_fielduploadpart",
            Guard(read=OR_OPERATIONS, grants="SELECT, INSERT, DELETE"),
            history=False,
        ),
    ]
