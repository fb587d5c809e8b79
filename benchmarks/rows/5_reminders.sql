-- Lights through each course, tasks and follow-ups that were settled, and those that wait today.

INSERT INTO contacts_trafficlightobservation (id, version, recorded_at, observed_at, signs, actions, colour, note,
                                              course_id, recorded_by_id)
SELECT bench.key(moment, number, 'light'), 1, moment, moment, '{}', '{}',
       bench.pick(number, 'colour', ARRAY['GREEN', 'GREEN', 'GREEN', 'YELLOW', 'RED']), '', course_id, user_id
  FROM bench.case AS c CROSS JOIN generate_series(1, 20) AS i
 CROSS JOIN LATERAL (SELECT c.n::bigint * 100 + i, bench.at(c, i / 21.0)) AS x (number, moment)
 ORDER BY moment;

CREATE TABLE bench.reminder AS
SELECT c.n::bigint * 100 + i AS number, bench.at(c, i / 13.0) AS moment, i = 13 AS waits, team_id, course_id,
       user_id, CASE i % 3 WHEN 0 THEN other_staff_id ELSE staff_id END AS staff_id
  FROM bench.case AS c CROSS JOIN generate_series(1, 13) AS i
 WHERE i < 13 OR NOT has_left;

INSERT INTO contacts_task (id, version, recorded_at, what, due_on, status, settled_at, settled_by_id, settled_note,
                           team_id, course_id, staff_member_id, recorded_by_id)
SELECT bench.key(moment, number, 'task'), CASE WHEN waits THEN 1 ELSE 2 END, moment, 'Ring til udlejer om vandhanen',
       (moment + interval '6 days')::date, CASE WHEN waits THEN 'OPEN' ELSE 'DONE' END,
       CASE WHEN NOT waits THEN moment + interval '3 days' END, CASE WHEN NOT waits THEN user_id END, '',
       team_id, course_id, staff_id, user_id
  FROM bench.reminder WHERE NOT waits OR bench.chance(number, 'task') < 0.4
 ORDER BY moment;

INSERT INTO contacts_followup (id, version, recorded_at, why, rule, suggestion, concerns, due_on, status, settled_at,
                               settled_by_id, settled_note, course_id, staff_member_id, recorded_by_id)
SELECT bench.key(moment, number, 'follow-up'), CASE WHEN waits THEN 1 ELSE 2 END, moment, 'Spørg, hvordan ugen er gået.', '', '', '',
       (moment + interval '7 days')::date, CASE WHEN waits THEN 'OPEN' ELSE 'DONE' END,
       CASE WHEN NOT waits THEN moment + interval '7 days' END, CASE WHEN NOT waits THEN user_id END, '',
       course_id, CASE WHEN bench.chance(number, 'whose') < 0.7 THEN staff_id END, user_id
  FROM bench.reminder WHERE number % 2 = 1 AND (NOT waits OR bench.chance(number, 'follow-up') < 0.3)
 ORDER BY moment;
