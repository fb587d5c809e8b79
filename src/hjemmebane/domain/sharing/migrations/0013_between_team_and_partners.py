"""What goes on between teams and partners, for the first page of the day, in one statement.

Partners' messages that nobody in the team has read; since a moment what partners wrote, changed,
agreed, took a stand on and called off; and what the team wrote that no partner has read for long. It takes the place
of `sharing_news_from_partners`, which knew of the new alone.
"""

from importlib import import_module

from django.db import migrations

CREATE = """
CREATE FUNCTION sharing_between_partners(teams uuid[], since timestamptz, unread_before timestamptz)
RETURNS TABLE (citizen_id uuid, citizen text, about text, activity uuid, words text, who text,
               organisation text, starts_at timestamptz, at timestamptz)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    WITH carried AS (
        SELECT id, citizen_id FROM courses_course WHERE team_id = ANY (teams) AND status <> 'ENDED'
    ), changed AS (
        SELECT table_name, row_id, max(at) AS at FROM audit_change
         WHERE course_id IN (SELECT id FROM carried) AND at > since
           AND ((verb = 'sharing.change_own_activity' AND table_name = 'plans_planactivity'
                 AND after ?| ARRAY['what', 'how_often', 'place', 'due_on', 'status'])
             OR (verb = 'sharing.cancel_own_appointment' AND after ? 'status'
                 AND table_name = 'sharing_partnerappointment'))
         GROUP BY table_name, row_id
    )
    SELECT k.citizen_id, trim(c.given_name || ' ' || c.family_name), n.about, n.activity_id, n.words,
           p.name::text, o.name::text, n.starts_at, n.at
      FROM (
        SELECT course_id, CASE side WHEN 'PARTNER' THEN 'message' ELSE 'unanswered' END, activity_id,
               text, partner_person_id, NULL::timestamptz, recorded_at
          FROM contacts_message
         WHERE course_id IN (SELECT id FROM carried) AND seen_at IS NULL
           AND (side = 'PARTNER' OR recorded_at < unread_before)
        UNION ALL
        SELECT a.course_id, 'activity', a.id, a.what, a.partner_person_id, NULL, a.recorded_at
          FROM plans_planactivity a JOIN accounts_user u ON u.id = a.recorded_by_id
         WHERE a.course_id IN (SELECT id FROM carried) AND a.recorded_at > since
           AND u.face = 'PARTNER'
        UNION ALL
        SELECT a.course_id, 'changed', a.id, a.what, a.partner_person_id, NULL, h.at
          FROM changed h JOIN plans_planactivity a ON a.id = h.row_id::uuid
         WHERE h.table_name = 'plans_planactivity' AND a.recorded_at <= since
        UNION ALL
        SELECT course_id, 'appointment', NULL, what, partner_person_id, starts_at, recorded_at
          FROM sharing_partnerappointment
         WHERE course_id IN (SELECT id FROM carried) AND recorded_at > since AND status = 'PLANNED'
        UNION ALL
        SELECT a.course_id, 'cancelled', NULL, a.what, a.partner_person_id, a.starts_at, h.at
          FROM changed h JOIN sharing_partnerappointment a ON a.id = h.row_id::uuid
         WHERE h.table_name = 'sharing_partnerappointment'
        UNION ALL
        SELECT s.course_id, lower(s.answer), s.activity_id, coalesce(nullif(s.reason, ''), a.what),
               s.partner_person_id, NULL, s.recorded_at
          FROM sharing_standpoint s JOIN plans_planactivity a ON a.id = s.activity_id
         WHERE s.course_id IN (SELECT id FROM carried) AND s.side = 'PARTNER' AND s.recorded_at > since
      ) AS n (course_id, about, activity_id, words, partner_id, starts_at, at)
      JOIN carried k ON k.id = n.course_id
      JOIN citizens_citizen c ON c.id = k.citizen_id
      JOIN partners_partnerperson p ON p.id = n.partner_id
      JOIN partners_partnerorganisation o ON o.id = p.organisation_id
$$;
REVOKE ALL ON FUNCTION sharing_between_partners(uuid[], timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sharing_between_partners(uuid[], timestamptz, timestamptz)
   TO hjemmebane_app;
"""
DROP = "DROP FUNCTION sharing_between_partners(uuid[], timestamptz, timestamptz)"

before = import_module("hjemmebane.domain.sharing.migrations.0007_partner_meetings")
OLD = "sharing_news_from_partners(uuid[], timestamptz)"
FORGET = f"DROP FUNCTION {OLD}"
REMEMBER = f"""
{before.FUNCTIONS.partition("-- What partners did about the citizens")[2].partition(chr(10))[2]}
REVOKE ALL ON FUNCTION {OLD} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {OLD} TO hjemmebane_app;
"""

# Why the team closed something goes when its partner takes it up again, and is not theirs to write.
narrow = import_module("hjemmebane.domain.sharing.migrations.0009_narrow_hands")
ACTIVITY = "plans_planactivity"
CHANGED, EMPTY = narrow.WRITTEN_FROM_OUTSIDE[ACTIVITY]
BEFORE = narrow.watch(ACTIVITY, CHANGED, EMPTY)
AFTER = narrow.watch(ACTIVITY, f"{CHANGED},closed_because", f"{EMPTY},closed_because")


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0012_letters_and_standpoints"),
        ("audit", "0003_basis"),
        ("plans", "0004_closed_for_partners"),
    ]
    operations = [
        migrations.RunSQL(CREATE, DROP),
        migrations.RunSQL(FORGET, REMEMBER),
        migrations.RunSQL(BEFORE.reverse_sql, BEFORE.sql),
        AFTER,
    ]
