"""Who has looked, told from where they looked then, and once a day.

Who moves to another employer takes nothing of what they read along; and a team that works with a
citizen opens the same page twenty times a day.
"""

from django.db import migrations

READINGS = """
CREATE OR REPLACE FUNCTION guard.readings_of_me()
RETURNS TABLE (at timestamptz, what text, reason text, side text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT max(a.at), a.what, a.reason,
           CASE WHEN a.actor LIKE 'together:%' THEN 'CITIZEN' ELSE coalesce(u.face, 'SYSTEM') END,
           coalesce(o.name, '')
      FROM audit_access a
      LEFT JOIN accounts_user u ON a.actor = 'user:' || u.id
      LEFT JOIN consents_consent c ON c.id = a.consent_id
      LEFT JOIN partners_partnerorganisation o ON o.id = c.organisation_id
     WHERE a.citizen_id = guard.own_citizen_id()
     GROUP BY (a.at AT TIME ZONE 'Europe/Copenhagen')::date, a.what, a.reason, 4, 5
     ORDER BY 1 DESC
     LIMIT 500
$$;
"""
READINGS_BEFORE = """
CREATE OR REPLACE FUNCTION guard.readings_of_me()
RETURNS TABLE (at timestamptz, what text, reason text, side text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.at, a.what, a.reason,
           CASE WHEN a.actor LIKE 'together:%' THEN 'CITIZEN' ELSE coalesce(u.face, 'SYSTEM') END,
           coalesce(o.name, '')
      FROM audit_access a
      LEFT JOIN accounts_user u ON a.actor = 'user:' || u.id
      LEFT JOIN partners_partnerperson p ON p.user_id = u.id
      LEFT JOIN partners_partnerorganisation o ON o.id = p.organisation_id
     WHERE a.citizen_id = guard.own_citizen_id()
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0014_colleagues"), ("audit", "0003_basis")]
    operations = [migrations.RunSQL(READINGS, READINGS_BEFORE)]
