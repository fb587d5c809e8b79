"""An answer to a reminder goes to somebody who is in the team and at work."""

from importlib import import_module

from django.db import migrations

before = import_module("hjemmebane.domain.contacts.migrations.0024_guard_sms")

SENDER = """
-- Whose number it is, and who is to call: of those in the team who are not away today the primary
-- contact, whoever agreed on it, who coordinates, and then anybody. Of several citizens the one who
-- was written to last.
CREATE OR REPLACE FUNCTION guard.sms_sender(number text)
RETURNS TABLE (course_id uuid, team_id uuid, staff_member_id uuid, user_id uuid, given_name text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.id, k.team_id, s.id, s.user_id, z.given_name::text
      FROM contacts_reminderagreement a
      JOIN courses_course k ON k.id = a.course_id
      JOIN citizens_citizen z ON z.id = k.citizen_id
      LEFT JOIN courses_primarycontact c ON c.course_id = k.id AND c.from_on <= guard.today()
            AND (c.until_on IS NULL OR c.until_on > guard.today())
      CROSS JOIN teams_staffmember s
      LEFT JOIN teams_teammembership m ON m.staff_member_id = s.id AND m.team_id = k.team_id
            AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
     WHERE a.phone = number AND number <> '' AND guard.actor() = 'job:sms-gateway'
       AND k.status <> 'ENDED' AND z.died_on IS NULL
       AND (m.id IS NOT NULL OR s.id = c.staff_member_id OR s.user_id = a.recorded_by_id)
     ORDER BY (SELECT max(r.sent_at) FROM contacts_smsreminder r WHERE r.course_id = k.id)
              DESC NULLS LAST, a.recorded_at DESC, k.id,
              m.id IS NOT NULL DESC,
              EXISTS (SELECT FROM teams_absence w
                       WHERE w.staff_member_id = s.id AND w.hours_per_week IS NULL
                         AND w.from_on <= guard.today()
                         AND (w.until_on IS NULL OR w.until_on >= guard.today())),
              s.id IS NOT DISTINCT FROM c.staff_member_id DESC,
              s.user_id = a.recorded_by_id DESC,
              'COORDINATION' = ANY (coalesce(m.core_functions, '{}')) DESC,
              s.name, s.id
     LIMIT 1
$$;
"""
_, _, REST = before.ANSWERS.partition("CREATE FUNCTION guard.sms_sender")
BODY, _, _ = REST.partition("$$;")
BACK = f"CREATE OR REPLACE FUNCTION guard.sms_sender{BODY}$$;"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0029_last_words"), ("teams", "0004_absence")]
    operations = [migrations.RunSQL(SENDER, BACK)]
