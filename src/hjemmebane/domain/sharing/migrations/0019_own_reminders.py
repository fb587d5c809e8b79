"""A citizen sees what is agreed on reminders by text message, and may stop them."""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

STOP = """
-- The number of agreements that were in force and are not any more: one or none.
CREATE FUNCTION guard.stop_own_reminders(at timestamptz) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH stopped AS (
        UPDATE contacts_reminderagreement
           SET stopped_at = at, stopped_how = 'BY_PLAN', version = version + 1
         WHERE course_id IN (SELECT guard.own_course_ids()) AND is_wanted AND stopped_at IS NULL
        RETURNING id)
    SELECT count(*) FROM stopped
$$;
REVOKE ALL ON FUNCTION guard.stop_own_reminders(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.stop_own_reminders(timestamptz) TO hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0018_companions"), ("contacts", "0024_guard_sms")]
    operations = [
        OpenRows(
            "contacts_reminderagreement", "citizen", "course_id IN (SELECT guard.own_course_ids())"
        ),
        migrations.RunSQL(STOP, "DROP FUNCTION guard.stop_own_reminders(timestamptz)"),
    ]
