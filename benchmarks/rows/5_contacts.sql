-- Contacts spread over each course, stored in the order of time across all teams, as in service.

CREATE TABLE bench.contact AS
SELECT x.number AS n, bench.key(moment, x.number, 'contact') AS id, moment AS started_at, c.course_id,
       c.citizen_id, c.n AS case_number, s.user_id, s.id AS staff_id, other.id AS other_staff_id,
       bench.at(c, 0.15) AS stepped_at
  FROM bench.case AS c CROSS JOIN generate_series(1, c.contacts) AS i
 CROSS JOIN LATERAL (SELECT c.n::bigint * 10000 + i) AS x (number)
 CROSS JOIN LATERAL (
           SELECT date_trunc('second', bench.at(c, (i - bench.chance(x.number, 'moment')) / c.contacts))
       ) AS y (moment)
  JOIN bench.team AS t ON t.number = c.team
  JOIN bench.staff AS s ON s.team = t.number
       AND s.place = 1 + floor(bench.chance(x.number, 'who') * t.staff)::integer
  JOIN bench.staff AS other ON other.team = t.number AND other.place = 1 + s.place % t.staff
 ORDER BY moment;

INSERT INTO contacts_contact (id, version, recorded_at, kind, place, outcome, initiated_by, started_at,
                              direct_minutes, travel_minutes, accompanied_to, mood, is_acute, note, course_id, recorded_by_id)
SELECT id, 1, started_at,
       bench.pick(n, 'kind', ARRAY['VISIT', 'VISIT', 'VISIT', 'VISIT', 'VISIT', 'ACCOMPANIMENT', 'PHONE', 'SMS',
                                   'LETTER', 'PARTNER']),
       bench.pick(n, 'place', ARRAY['HOME', 'HOME', 'HOME', 'OUTDOORS', 'DROP_IN', 'OFFICE']),
       bench.pick(n, 'outcome', ARRAY['MET', 'MET', 'MET', 'MET', 'MET', 'MET', 'MET', 'NOT_MET', 'NOT_MET', 'DECLINED']),
       'TEAM', started_at, (15 + 75 * bench.chance(n, 'minutes'))::integer, 20, '', bench.pick(n, 'mood', ARRAY['', '', 'BAD', 'IN_BETWEEN', 'GOOD']), bench.chance(n, 'acute') < 0.03,
       prose.text, course_id, user_id
  FROM bench.contact JOIN bench.prose ON number = 1 + floor(bench.chance(n, 'note') * 4000)::integer
 ORDER BY contact.started_at;

INSERT INTO contacts_contactstaff (id, version, recorded_at, contact_id, course_id, recorded_by_id, staff_member_id)
SELECT bench.key(started_at, n, 'present' || turn), 1, started_at, id, course_id, user_id,
       CASE turn WHEN 1 THEN staff_id ELSE other_staff_id END
  FROM bench.contact, generate_series(1, 1 + (bench.chance(n, 'two') < 0.4)::integer) AS turn
 ORDER BY contact.started_at;

INSERT INTO contacts_contactsubgoal (id, version, recorded_at, progress, contact_id, course_id, recorded_by_id, sub_goal_id)
SELECT bench.key(started_at, n, 'progress'), 1, started_at, bench.pick(n, 'progress', ARRAY['WORKED_ON', 'STEP', 'SETBACK']),
       id, course_id, user_id, bench.key(stepped_at, case_number * 100 + 12 + 10 * (n % 3), 'step')
  FROM bench.contact WHERE bench.chance(n, 'steps') < 0.45
 ORDER BY contact.started_at;

-- Four contacts in ten were agreed beforehand; half of the open courses have a next appointment.
INSERT INTO contacts_appointment (id, version, recorded_at, starts_at, ends_at, what, place, status, course_id,
                                  recorded_by_id, staff_member_id, "where", travel_minutes, cancelled_because,
                                  stands_apart)
SELECT bench.key(started_at - interval '7 days', n, 'appointment'), 2, started_at - interval '7 days', started_at, started_at + interval '1 hour',
       'Besøg', 'HOME', bench.pick(n, 'kept', ARRAY['KEPT', 'KEPT', 'KEPT', 'CANCELLED', 'MISSED']), course_id, user_id, staff_id, '', 0, '', false
  FROM bench.contact WHERE bench.chance(n, 'agreed') < 0.4
 UNION ALL
SELECT bench.key(at, n, 'next'), 1, at, at + interval '1 day' * (3 + 25 * bench.chance(n, 'next')), NULL::timestamptz, 'Besøg', 'HOME',
       'PLANNED', course_id, user_id, staff_id, '', 0, '', false
  FROM bench.case, bench.size WHERE NOT has_left AND (seat = 1 OR bench.chance(n, 'planned') < 0.5)
 ORDER BY 3;
