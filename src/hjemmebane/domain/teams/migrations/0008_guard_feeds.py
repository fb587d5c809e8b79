"""Guard of feeds; and whose calendar a secret opens, asked for by the feed alone."""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

FEEDS = Guard(
    read="staff_member_id = (SELECT guard.staff_id())",
    grants="SELECT, INSERT, UPDATE",
    columns="version, revoked_at",
)
FUNCTIONS = """
-- Whose calendar a secret opens: nobody's when it is unknown or revoked, when they work in no team
-- today, or when their login is closed. Only the feed may ask.
CREATE FUNCTION guard.feed_owner(secret text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT f.staff_member_id
      FROM teams_calendarfeed f
      JOIN teams_staffmember s ON s.id = f.staff_member_id
      JOIN accounts_user u ON u.id = s.user_id AND u.is_active
     WHERE f.token_hash = secret AND f.revoked_at IS NULL AND guard.actor() = 'job:feed'
       AND EXISTS (
           SELECT FROM teams_teammembership m
            WHERE m.staff_member_id = s.id AND m.from_on <= guard.today()
              AND (m.until_on IS NULL OR m.until_on >= guard.today()))
$$;

-- The day on which a feed was last read, for whoever made it.
CREATE FUNCTION guard.note_feed_used(secret text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE teams_calendarfeed SET last_used_on = guard.today()
     WHERE token_hash = secret AND staff_member_id = guard.feed_owner(secret)
       AND last_used_on IS DISTINCT FROM guard.today()
$$;

REVOKE ALL ON FUNCTION guard.feed_owner(text), guard.note_feed_used(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.feed_owner(text), guard.note_feed_used(text) TO hjemmebane_app;
"""
BACK = "DROP FUNCTION guard.note_feed_used(text), guard.feed_owner(text);"


class Migration(migrations.Migration):
    dependencies = [("teams", "0007_feeds"), ("accounts", "0003_face")]
    operations = [
        GuardTable("teams_calendarfeed", FEEDS),
        migrations.RunSQL(FUNCTIONS, BACK),
    ]
