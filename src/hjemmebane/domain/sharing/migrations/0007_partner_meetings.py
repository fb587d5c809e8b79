"""What a partner is told beyond the rows that a consent opens, each narrowed to what is theirs:
the network meetings they are asked to, what the citizen says to what they do, when they were here
last, and who let them in. And for the team what partners wrote since it was last here.
"""

from django.db import migrations

FUNCTIONS = """
-- Meetings to come that the partner who acts is asked to: time and place, not what it is about.
CREATE FUNCTION guard.my_network_meetings()
RETURNS TABLE (invitation_id uuid, course_id uuid, starts_at timestamptz, place text, answer text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT i.id, i.course_id, m.starts_at, m.place, i.answer
      FROM meetings_networkinvitation i JOIN meetings_networkmeeting m ON m.id = i.meeting_id
     WHERE i.partner_person_id = guard.partner_id()
       AND i.course_id IN (SELECT guard.opened_course_ids(''))
       AND m.state = 'PLANNED'
       AND m.starts_at >= guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen'
$$;

-- Whether the answer stands now. Who is noted as being there has come; the team says otherwise.
CREATE FUNCTION guard.answer_network_meeting(invitation uuid, said text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF said NOT IN ('ACCEPTED', 'DECLINED') THEN
        RETURN false;
    END IF;
    UPDATE meetings_networkinvitation SET answer = said, version = version + 1
     WHERE id = invitation AND answer NOT IN ('PRESENT', said)
       AND id IN (SELECT invitation_id FROM guard.my_network_meetings());
    RETURN EXISTS (SELECT FROM guard.my_network_meetings() AS m
                    WHERE m.invitation_id = invitation AND m.answer = said);
END $$;

-- The citizen's last word on each thing that the partner who acts does; never the reason, which
-- was said to the team.
CREATE FUNCTION guard.answers_to_me() RETURNS TABLE (item_id uuid, answer text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT ON (a.item_id) a.item_id, a.answer, a.recorded_at
      FROM (SELECT 'ACTIVITY' AS kind, id, course_id FROM plans_planactivity
             WHERE id IN (SELECT guard.own_activity_ids())
             UNION ALL
            SELECT 'PARTNER_APPOINTMENT', id, course_id FROM sharing_partnerappointment
             WHERE partner_person_id = guard.partner_id()
               AND course_id IN (SELECT guard.opened_course_ids(''))) AS mine
      JOIN sharing_citizenanswer a
        ON a.course_id = mine.course_id AND a.kind = mine.kind AND a.item_id = mine.id
     ORDER BY a.item_id, a.recorded_at DESC, a.id DESC
$$;

-- When the partner who acts last read of each citizen on a day before this one.
CREATE FUNCTION guard.my_last_visits() RETURNS TABLE (citizen_id uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.citizen_id, max(a.at) FROM audit_access a
     WHERE a.citizen_id IN (SELECT o.citizen_id FROM guard.open_consents() AS o)
       AND a.actor = guard.actor()
       AND a.at < guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen'
     GROUP BY a.citizen_id
$$;

-- Who of the staff let the partner who acts in: whom to call while nothing is open yet.
CREATE FUNCTION guard.who_invited_me() RETURNS TABLE (name text, phone text, team text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.name::text, s.phone::text,
           coalesce((SELECT min(t.name) FROM teams_teammembership m JOIN teams_team t ON t.id = m.team_id
                      WHERE m.staff_member_id = s.id AND m.from_on <= guard.today()
                        AND (m.until_on IS NULL OR m.until_on >= guard.today())), '')
      FROM sharing_invitation i JOIN teams_staffmember s ON s.user_id = i.recorded_by_id
     WHERE i.partner_person_id = guard.partner_id() AND i.accepted_at IS NOT NULL
     ORDER BY i.accepted_at DESC LIMIT 1
$$;

-- What is new to the partner who acts, counted through their own policies: messages they have not
-- read, and what others wrote since they were last here.
CREATE FUNCTION sharing_new_to_partner()
RETURNS TABLE (course uuid, about text, times bigint)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    SELECT m.course_id, 'message', count(*) FROM contacts_message m
     WHERE m.side = 'TEAM' AND m.seen_at IS NULL AND m.activity_id IN (SELECT guard.own_activity_ids())
     GROUP BY m.course_id
    UNION ALL
    SELECT n.course_id, n.about, count(*)
      FROM guard.my_last_visits() AS v
      JOIN guard.opened_citizens() AS c ON c.citizen_id = v.citizen_id
      JOIN (
        SELECT course_id, 'wish' AS about, recorded_by_id, recorded_at FROM plans_wish
        UNION ALL
        SELECT course_id, 'goal', recorded_by_id, recorded_at FROM plans_goal
        UNION ALL
        SELECT course_id, 'step', recorded_by_id, recorded_at FROM plans_subgoal
        UNION ALL
        SELECT course_id, 'activity', recorded_by_id, recorded_at FROM plans_planactivity
        UNION ALL
        SELECT course_id, 'appointment', recorded_by_id, recorded_at FROM contacts_appointment
        UNION ALL
        SELECT course_id, 'appointment', recorded_by_id, recorded_at FROM sharing_partnerappointment
      ) AS n ON n.course_id = c.course_id AND n.recorded_at > v.at
     WHERE n.recorded_by_id <> guard.user_id()
     GROUP BY n.course_id, n.about
$$;

-- What partners did about the citizens of some teams: messages nobody in the team has read, and
-- since a moment what they themselves wrote into the plan and agreed with the citizen.
CREATE FUNCTION sharing_news_from_partners(teams uuid[], since timestamptz)
RETURNS TABLE (citizen_id uuid, citizen text, about text, activity uuid, words text, who text,
               organisation text, starts_at timestamptz, at timestamptz)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    WITH carried AS (
        SELECT id, citizen_id FROM courses_course WHERE team_id = ANY (teams) AND status <> 'ENDED'
    )
    SELECT k.citizen_id, trim(c.given_name || ' ' || c.family_name), n.about, n.activity_id, n.words,
           p.name::text, o.name::text, n.starts_at, n.at
      FROM (
        SELECT course_id, 'message', activity_id, text, partner_person_id, NULL::timestamptz, recorded_at
          FROM contacts_message
         WHERE course_id IN (SELECT id FROM carried) AND side = 'PARTNER' AND seen_at IS NULL
        UNION ALL
        SELECT a.course_id, 'activity', a.id, a.what, a.partner_person_id, NULL, a.recorded_at
          FROM plans_planactivity a JOIN partners_partnerperson w
            ON w.id = a.partner_person_id AND w.user_id = a.recorded_by_id
         WHERE a.course_id IN (SELECT id FROM carried) AND a.recorded_at > since
        UNION ALL
        SELECT course_id, 'appointment', NULL, what, partner_person_id, starts_at, recorded_at
          FROM sharing_partnerappointment
         WHERE course_id IN (SELECT id FROM carried) AND recorded_at > since AND status = 'PLANNED'
      ) AS n (course_id, about, activity_id, words, partner_id, starts_at, at)
      JOIN carried k ON k.id = n.course_id
      JOIN citizens_citizen c ON c.id = k.citizen_id
      JOIN partners_partnerperson p ON p.id = n.partner_id
      JOIN partners_partnerorganisation o ON o.id = p.organisation_id
$$;
"""
NAMES = (
    "guard.my_network_meetings()",
    "guard.answer_network_meeting(uuid, text)",
    "guard.answers_to_me()",
    "guard.my_last_visits()",
    "guard.who_invited_me()",
    "sharing_new_to_partner()",
    "sharing_news_from_partners(uuid[], timestamptz)",
)
ALL = ", ".join(NAMES)
GRANTS = f"""
REVOKE ALL ON FUNCTION {ALL} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {ALL} TO hjemmebane_app;
"""
BACK = f"DROP FUNCTION {ALL}"


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0006_notices"),
        ("meetings", "0007_guard_steering"),
    ]
    operations = [migrations.RunSQL(FUNCTIONS + GRANTS, BACK)]
