-- Citizens and their courses: on top of the open ones every sixth citizen has left again.
-- The first citizen of each team is the typical one that is measured.

CREATE TABLE bench.case AS
SELECT t.number AS team, t.id AS team_id, t.municipality, seat, n, seat > t.citizens AS has_left,
       bench.key(started_at, n, 'citizen') AS citizen_id, bench.key(started_at, n, 'course') AS course_id,
       bench.key(started_at, n, 'plan') AS plan_id, started_at,
       CASE WHEN seat > t.citizens
            THEN started_at + (at - started_at) * (0.3 + 0.6 * bench.chance(n, 'ended')) ELSE at END AS last_at,
       CASE WHEN seat = 1 THEN contacts
            ELSE greatest(1, round(contacts * (0.3 + 1.4 * bench.chance(n, 'intensity')))::integer) END AS contacts,
       'Borger ' || t.number || '-' || seat AS name,
       s.id AS staff_id, s.user_id, other.id AS other_staff_id
  FROM bench.size CROSS JOIN bench.team AS t
 CROSS JOIN generate_series(1, t.citizens + t.citizens / 6) AS seat
 CROSS JOIN LATERAL (SELECT (t.number * 100000 + seat)::bigint) AS x (n)
 CROSS JOIN LATERAL (SELECT at - interval '1 day' * (60 + 1035 * CASE seat WHEN 1 THEN 0.5 ELSE bench.chance(n, 'start') END)) AS y (started_at)
  JOIN bench.staff AS s ON s.team = t.number AND s.place = 1 + n % t.staff
  JOIN bench.staff AS other ON other.team = t.number AND other.place = 1 + (n + 1) % t.staff;
CREATE UNIQUE INDEX ON bench.case (course_id);
ANALYZE bench.case, bench.staff;

INSERT INTO courses_course (id, version, status, legal_basis, origin, started_on, ended_on, caseload_weight, cadence,
                            recorded_at, citizen_id, recorded_by_id, team_id)
SELECT course_id, 1, CASE WHEN has_left THEN 'ENDED' WHEN seat % 12 = 7 THEN 'ON_HOLD' ELSE 'ACTIVE' END,
       'SEL_85', 'Psykiatrisk afdeling', started_at::date, CASE WHEN has_left THEN last_at::date END, 1, 'WEEKLY',
       started_at, citizen_id, user_id, team_id
  FROM bench.case AS c ORDER BY c.started_at;

INSERT INTO courses_primarycontact (id, version, recorded_at, from_on, until_on, chosen_by_citizen, why,
                                    course_id, recorded_by_id, staff_member_id)
SELECT bench.key(from_at, n, 'primary' || turn), 1, from_at, from_at::date,
       CASE turn WHEN 1 THEN (started_at + (last_at - started_at) * 0.4)::date END, turn = 2,
       'De har talt godt sammen fra første dag.', course_id, user_id,
       CASE turn WHEN 1 THEN other_staff_id ELSE staff_id END
  FROM bench.case, generate_series(1, 2) AS turn,
       LATERAL (SELECT started_at + (last_at - started_at) * 0.4 * (turn - 1)) AS x (from_at);

INSERT INTO practice_placement (id, version, recorded_at, part, from_on, reason, method_pack, method_version,
                                course_id, recorded_by_id)
SELECT bench.key(placed_at, n, 'placement' || turn), 1, placed_at,
       (ARRAY['SCREENING', 'ENGAGEMENT', 'GOAL_WORK', 'BRIDGING'])[turn], placed_at::date,
       'Teamet er enigt om, at der nu er ro nok til det næste.', 'm-act', '1', course_id, user_id
  FROM bench.case, generate_series(1, 2 + (n % 3)::integer) AS turn,
       LATERAL (SELECT started_at + (last_at - started_at) * 0.2 * (turn - 1)) AS x (placed_at);

INSERT INTO consents_consent (id, version, recorded_at, scope, purpose, how_given, given_by, from_on, until_on,
                              withdrawn_at, citizen_id, organisation_id, recorded_by_id, team_id, withdrawn_by_id)
SELECT bench.key(started_at, n, 'consent'), 1, started_at, ARRAY['TEAM_WORK'],
       'Teamet må dele oplysninger om mig indbyrdes og arbejde sammen om min plan.', 'ORALLY', '',
       started_at::date, NULL, NULL, citizen_id, NULL, user_id, team_id, NULL
  FROM bench.case;

INSERT INTO citizens_lifesituation (id, version, recorded_at, area, text, citizen_id, recorded_by_id)
SELECT bench.key(told_at, n * 100 + turn, area), 1, told_at, area, bench.prose(n * 100 + turn, area), citizen_id, user_id
  FROM bench.case, unnest(ARRAY['HOUSING', 'INCOME_SUPPORT', 'ECONOMY', 'PHYSICAL_HEALTH', 'MENTAL_HEALTH',
                                'SUBSTANCE_USE', 'SOCIAL_NETWORK', 'DAILY_ACTIVITIES']) AS area,
       generate_series(1, 2) AS turn,
       LATERAL (SELECT started_at + (last_at - started_at) * 0.3 * turn) AS x (told_at);

INSERT INTO citizens_networkperson (id, version, recorded_at, name, relation, kind, closeness,
                                    wish_for_contact, phone, citizen_id, recorded_by_id)
SELECT bench.key(started_at, n, 'network' || seat_at_table), 1, started_at, 'Nær ' || seat_at_table,
       (ARRAY['Søster', 'Nabo', 'Egen læge', 'Ven'])[seat_at_table],
       CASE seat_at_table WHEN 3 THEN 'PROFESSIONAL' ELSE 'PRIVATE' END, 'SOME',
       'Vil gerne ses lidt oftere.', '', citizen_id, user_id
  FROM bench.case, generate_series(1, 4) AS seat_at_table;
