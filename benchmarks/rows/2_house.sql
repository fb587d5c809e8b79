-- Teams, staff and partners. Team 1 has 15 citizens, team 2 has 90; the rest are of one size.

CREATE TABLE bench.team AS
SELECT number, bench.key(opened, number, 'team') AS id, opened, municipality,
       bench.key(opened, municipality, 'municipality') AS municipality_id, citizens,
       greatest(4, ceil(citizens / 8.0)::integer + 1) AS staff
  FROM (SELECT number, at - interval '4 years' AS opened, 1 + number * 2 / 5 AS municipality,
               CASE number WHEN 1 THEN 15 WHEN 2 THEN 90 ELSE regular END AS citizens
          FROM bench.size, generate_series(1, teams) AS number) AS planned;

CREATE TABLE bench.staff AS
SELECT t.number AS team, t.id AS team_id, t.opened, place, x.number,
       bench.key(t.opened, x.number, 'staff') AS id, bench.key(t.opened, x.number, 'user') AS user_id,
       'Medarbejder ' || t.number || '-' || place AS name,
       bench.pick(x.number, 'profession', ARRAY['Bostøtte', 'Sygeplejerske', 'Socialrådgiver',
                  'Rusmiddelkonsulent', 'Beskæftigelseskonsulent', 'SOSU-assistent']) AS profession
  FROM bench.team AS t, generate_series(1, t.staff) AS place,
       LATERAL (SELECT t.number * 1000 + place) AS x (number);
CREATE UNIQUE INDEX ON bench.staff (team, place);

INSERT INTO teams_municipality (id, version, name, kind, code)
SELECT DISTINCT municipality_id, 1, 'Kommune ' || municipality, 'KOMMUNE', lpad(municipality::text, 4, '0')
  FROM bench.team;

INSERT INTO teams_team (id, version, name, method_pack, host, meeting_rhythm, max_caseload,
                        own_criteria, municipality_id)
SELECT id, 1, 'Team ' || number, 'm-act', 'Socialpsykiatrien', 'Hver mandag kl. 9', 8, '{}', municipality_id
  FROM bench.team;

INSERT INTO accounts_user (id, password, is_superuser, username, first_name, last_name, email,
                           is_staff, is_active, date_joined, full_name, is_demo)
SELECT user_id, '!', false, 'bench-' || team || '-' || place, '', '', '', false, true, opened, name, true
  FROM bench.staff;

INSERT INTO teams_staffmember (id, version, name, profession, phone, user_id)
SELECT id, 1, name, profession, '', user_id FROM bench.staff;

INSERT INTO teams_teammembership (id, version, core_functions, profession, executing_hours,
                                  coordination_hours, from_on, until_on, staff_member_id, team_id)
SELECT bench.key(opened, number, 'membership'), 1,
       CASE place % 4 WHEN 1 THEN ARRAY['COORDINATION'] WHEN 2 THEN ARRAY['HEALTH']
                     WHEN 3 THEN ARRAY['AUTHORITY'] ELSE ARRAY['SOCIAL_PRACTICAL'] END,
       profession, 30, 7, opened::date, NULL, id, team_id
  FROM bench.staff;

INSERT INTO partners_partnerorganisation (id, version, kind, name, phone, email, municipality_id)
SELECT bench.key(opened, municipality, kind), 1, kind, title || ' ' || municipality, '', '', municipality_id
  FROM (SELECT DISTINCT municipality, municipality_id, opened FROM bench.team) AS m,
       (VALUES ('JOB_CENTRE', 'Jobcenter'), ('SUBSTANCE_TREATMENT', 'Rusmiddelcenter'),
               ('PSYCHIATRY', 'Psykiatri'), ('SHELTER', 'Herberg')) AS k (kind, title);

INSERT INTO partners_partnerperson (id, version, name, role, phone, email, is_resource, organisation_id)
SELECT bench.key(t.opened, t.municipality * 10 + seat, o.kind), 1, 'Kontakt ' || seat, 'Kontaktperson', '', '', false, o.id
  FROM partners_partnerorganisation AS o
  JOIN (SELECT DISTINCT municipality, municipality_id, opened FROM bench.team) AS t USING (municipality_id),
       generate_series(1, 3) AS seat;
