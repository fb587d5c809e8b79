"""Whom the job of the follow-ups sees: facts about contact, and the follow-ups that rules raise.

The facts of one course leave one function, for its team and for the job: days, who was there and
what was agreed, never a note. So what the job may know and what a page shows are one thing.
"""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

FUNCTIONS = """
CREATE FUNCTION guard.is_following_up() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT guard.actor() IS NOT DISTINCT FROM 'job:follow-ups'
$$;

CREATE FUNCTION guard.danish_day(moment timestamptz) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (moment AT TIME ZONE 'Europe/Copenhagen')::date
$$;

-- The courses that go on, for the job alone.
CREATE FUNCTION guard.courses_to_follow_up() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM courses_course c JOIN citizens_citizen z ON z.id = c.citizen_id
     WHERE guard.is_following_up() AND c.status <> 'ENDED' AND z.died_on IS NULL
     ORDER BY c.id
$$;

-- Those of a team now or later, and when each is wholly away.
CREATE FUNCTION guard.colleagues_of(team uuid, day date) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'id', s.id, 'name', s.name, 'from_on', m.from_on, 'until_on', m.until_on,
               'coordinates', 'COORDINATION' = ANY (m.core_functions),
               'away', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.from_on, a.until_on)), '[]')
                          FROM teams_absence a
                         WHERE a.staff_member_id = s.id AND a.hours_per_week IS NULL
                           AND (a.until_on IS NULL OR a.until_on >= day)))
               ORDER BY s.name, s.id, m.from_on), '[]')
      FROM teams_teammembership m JOIN teams_staffmember s ON s.id = m.staff_member_id
     WHERE m.team_id = team AND (m.until_on IS NULL OR m.until_on >= day)
$$;

-- Somebody outside the team who was met in the citizen's stead is an attempt too (NETWORK).
-- Every contact since the citizen was last met, and those of 90 days; what was cancelled is none.
CREATE FUNCTION guard.touches_of(asked uuid, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'at', k.started_at, 'on', guard.danish_day(k.started_at),
               'known_at', k.recorded_at, 'is_try', NOT k.is_about,
               'met', k.outcome = 'MET' AND NOT k.is_about,
               'answered', NOT k.is_about
                   AND (k.outcome IN ('MET', 'DECLINED') OR k.initiated_by = 'CITIZEN'),
               'with_others', k.is_about OR k.outcome = 'NETWORK',
               'staff', (SELECT coalesce(jsonb_agg(w.staff_member_id ORDER BY w.staff_member_id), '[]')
                           FROM contacts_contactstaff w WHERE w.contact_id = k.id))
               ORDER BY k.started_at, k.id), '[]')
      FROM (SELECT *, kind IN ('NETWORK', 'PARTNER') AS is_about FROM contacts_contact) k
     WHERE k.course_id = asked AND k.outcome <> 'CANCELLED'
       AND k.started_at >= least(moment - interval '90 days', coalesce(
           (SELECT max(x.started_at) FROM contacts_contact x
             WHERE x.course_id = asked AND x.outcome = 'MET'
               AND x.kind NOT IN ('NETWORK', 'PARTNER')), '-infinity'))
$$;

CREATE FUNCTION guard.contact_facts(asked uuid, moment timestamptz) RETURNS TABLE (method text, facts text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.method_pack::text, jsonb_build_object(
        'started_on', c.started_on,
        'is_over', c.status = 'ENDED' OR z.died_on IS NOT NULL,
        'touches', guard.touches_of(c.id, moment),
        'team', guard.colleagues_of(c.team_id, guard.danish_day(moment)),
        'primary', (SELECT p.staff_member_id FROM courses_primarycontact p
                     WHERE p.course_id = c.id AND p.until_on IS NULL),
        'weekly', (SELECT i.contacts_per_week::text FROM courses_intensityagreement i
                    WHERE i.course_id = c.id AND i.until_on IS NULL),
        'coming_on', (SELECT guard.danish_day(min(a.starts_at)) FROM contacts_appointment a
                       WHERE a.course_id = c.id AND a.status = 'PLANNED' AND a.starts_at > moment),
        'missed', (SELECT jsonb_build_object('at', a.starts_at, 'on', guard.danish_day(a.starts_at),
                                             'known_at', a.starts_at)
                     FROM contacts_appointment a WHERE a.course_id = c.id AND a.status = 'MISSED'
                    ORDER BY a.starts_at DESC LIMIT 1),
        'red', (SELECT jsonb_build_object('at', l.recorded_at, 'on', guard.danish_day(l.recorded_at),
                                          'known_at', l.recorded_at)
                  FROM (SELECT colour, recorded_at FROM contacts_trafficlightobservation
                         WHERE course_id = c.id ORDER BY recorded_at DESC LIMIT 1) l
                 WHERE l.colour = 'RED'),
        'stay', (SELECT jsonb_build_object('called', e.kind, 'from_on', e.from_on,
                                           'known_at', e.recorded_at)
                   FROM courses_lifeevent e
                  WHERE e.course_id = c.id AND e.kind IN ('ADMISSION', 'PRISON')
                    AND e.from_on <= guard.danish_day(moment)
                    AND (e.until_on IS NULL OR e.until_on >= guard.danish_day(moment))
                  ORDER BY e.from_on DESC, e.id LIMIT 1),
        'pause', (SELECT jsonb_build_object('from_on', h.from_on, 'review_on', h.review_on,
                                            'how', h.keep_contact_plan, 'known_at', h.recorded_at)
                    FROM courses_hold h WHERE h.course_id = c.id AND h.until_on IS NULL
                     AND h.from_on <= guard.danish_day(moment)
                   ORDER BY h.from_on DESC LIMIT 1),
        'agreement', (SELECT jsonb_build_object(
                          'known_at', g.recorded_at, 'how', g.withdrawn_how,
                          'steps', (SELECT coalesce(jsonb_agg(jsonb_build_array(w, w)), '[]')
                                      FROM unnest(g.when_withdrawn) AS w), 'most_people', g.most_people,
                          'days_between', g.days_between, 'tries_alone', g.tries_alone,
                          'sign_of_life_days', g.sign_of_life_days,
                          'partners_tell', g.partners_tell, 'away_how', g.away_how)
                        FROM courses_contactagreement g WHERE g.course_id = c.id
                       ORDER BY g.talked_on DESC, g.recorded_at DESC, g.id DESC LIMIT 1))::text
      FROM courses_course c
      JOIN citizens_citizen z ON z.id = c.citizen_id
      JOIN teams_team t ON t.id = c.team_id
     WHERE c.id = asked
       AND (guard.is_following_up() OR c.team_id = ANY (ARRAY(SELECT guard.my_team_ids())))
$$;

REVOKE ALL ON FUNCTION guard.is_following_up(), guard.danish_day(timestamptz),
    guard.courses_to_follow_up(), guard.colleagues_of(uuid, date),
    guard.touches_of(uuid, timestamptz), guard.contact_facts(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.is_following_up(), guard.courses_to_follow_up(),
    guard.contact_facts(uuid, timestamptz) TO hjemmebane_app;
"""

BACK = """
DROP FUNCTION guard.contact_facts(uuid, timestamptz), guard.touches_of(uuid, timestamptz),
    guard.colleagues_of(uuid, date), guard.courses_to_follow_up(), guard.danish_day(timestamptz), guard.is_following_up();
"""
RAISED = "rule <> '' AND (SELECT guard.is_following_up())"


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0015_persistence"),
        ("courses", "0005_persistence"),
        ("teams", "0006_roles_and_training"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        *(
            OpenRows("contacts_followup", "the_job", RAISED, command=command)
            for command in ("SELECT", "INSERT", "UPDATE")
        ),
    ]
