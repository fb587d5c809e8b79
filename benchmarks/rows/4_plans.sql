-- One plan for each course, as full as a plan in good use.

INSERT INTO plans_plan (id, version, recorded_at, purpose, guiding_purposes, cross_professional_evaluation,
                        method_pack, method_version, course_id, recorded_by_id)
SELECT plan_id, 3, started_at, bench.prose(n, 'purpose'), ARRAY[]::text[], bench.prose(n, 'evaluation'),
       'm-act', '1', course_id, user_id
  FROM bench.case;

CREATE FUNCTION bench.at(c bench.case, part double precision) RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT c.started_at + (c.last_at - c.started_at) * part $$;

INSERT INTO plans_wish (id, version, recorded_at, position, text, said_by, said_on, chime, change_statement,
                        course_id, plan_id, recorded_by_id)
SELECT bench.key(started_at, n * 10 + i, 'wish'), 1, started_at, i - 1,
       (ARRAY['Jeg vil gerne sove en hel nat.', 'Jeg vil se mine børn igen.',
              'Et sted at bo, hvor der er ro.', 'At spille musik med nogen.'])[i],
       'CITIZEN', started_at::date, '', '', course_id, plan_id, user_id
  FROM bench.case, generate_series(1, 4) AS i;

INSERT INTO plans_goal (id, version, recorded_at, position, life_area, responsible_kind, text, measure, attractive,
                        realistic, due_on, status, settled_on, settled_reason, course_id, network_person_id,
                        partner_person_id, recorded_by_id, staff_member_id, plan_id)
SELECT bench.key(bench.at(c, 0.1), n * 10 + i, 'goal'), 1, bench.at(c, 0.1), i - 1, '',
       CASE i WHEN 1 THEN 'STAFF' ELSE 'CITIZEN' END,
       (ARRAY['Jeg bor i egen lejlighed og kan betale min husleje.', 'Jeg ser mine børn hver anden søndag.',
              'Jeg spiller i musikhuset en gang om ugen.'])[i],
       'Når det er sket fire gange i træk.', 'Så er jeg mig selv igen.', 'Vi er to om det.', NULL, 'OPEN', NULL,
       '', course_id, NULL, NULL, user_id, CASE i WHEN 1 THEN staff_id END, plan_id
  FROM bench.case AS c, generate_series(1, 3) AS i;

INSERT INTO plans_goalwish (id, version, recorded_at, course_id, goal_id, recorded_by_id, wish_id)
SELECT bench.key(bench.at(c, 0.1), n * 10 + i, 'link'), 1, bench.at(c, 0.1), course_id,
       bench.key(bench.at(c, 0.1), n * 10 + i, 'goal'), user_id, bench.key(started_at, n * 10 + i + 1, 'wish')
  FROM bench.case AS c, generate_series(1, 3) AS i;

INSERT INTO plans_subgoal (id, version, recorded_at, position, text, due_on, status, settled_on, course_id,
                           goal_id, plan_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.15), n * 100 + i * 10 + j, 'step'), 1 + (j = 1)::integer, bench.at(c, 0.15), (i - 1) * 3 + j - 1,
       (ARRAY['Vi ringer til boligforeningen sammen.', 'Jeg åbner min post, når I er her.',
              'Jeg siger selv til, når det bliver for meget.'])[j],
       NULL, CASE j WHEN 1 THEN 'REACHED' ELSE 'OPEN' END, CASE j WHEN 1 THEN bench.at(c, 0.5)::date END,
       course_id, bench.key(bench.at(c, 0.1), n * 10 + i, 'goal'), plan_id, user_id
  FROM bench.case AS c, generate_series(1, 3) AS i, generate_series(1, 3) AS j;

INSERT INTO plans_planactivity (id, version, recorded_at, position, life_area, demand, responsible_kind, what, how_often, place,
                                due_on, status, closed_because, course_id, goal_id, network_person_id, partner_person_id,
                                plan_id, recorded_by_id, staff_member_id, sub_goal_id)
SELECT bench.key(bench.at(c, 0.2), n * 100 + i * 10 + j, 'activity'), 1, bench.at(c, 0.2), (i - 1) * 2 + j - 1, '', '',
       (ARRAY['STAFF', 'PARTNER', 'NETWORK', 'CITIZEN'])[1 + (i + j) % 4],
       'Følges ad til mødet og tage noter, som vi læser bagefter.', 'Hver uge', 'Hjemme', NULL, 'ONGOING', '', course_id,
       bench.key(bench.at(c, 0.1), n * 10 + i, 'goal'),
       CASE (i + j) % 4 WHEN 2 THEN bench.key(started_at, n, 'network1') END,
       CASE (i + j) % 4 WHEN 1 THEN bench.key(t.opened, c.municipality * 10 + 1, 'JOB_CENTRE') END,
       plan_id, user_id, CASE (i + j) % 4 WHEN 0 THEN staff_id END,
       bench.key(bench.at(c, 0.15), n * 100 + i * 10 + j + 1, 'step')
  FROM bench.case AS c JOIN bench.team AS t ON t.number = c.team,
       generate_series(1, 3) AS i, generate_series(1, 2) AS j;

INSERT INTO plans_resource (id, version, recorded_at, position, area, text, course_id, plan_id, recorded_by_id)
SELECT bench.key(started_at, n * 10 + i, 'resource'), 1, started_at, i - 1, '', 'Kender alle på havnen og er god til at lytte.',
       course_id, plan_id, user_id
  FROM bench.case, generate_series(1, 3) AS i;

INSERT INTO plans_reflection (id, version, recorded_at, position, kind, text, said_by, course_id, plan_id, recorded_by_id)
SELECT bench.key(started_at, n, kind), 1, started_at, 0, kind, bench.prose(n, kind), 'CITIZEN', course_id, plan_id, user_id
  FROM bench.case, unnest(ARRAY['WORRY', 'WORKS', 'NEXT_STEP']) AS kind;

INSERT INTO plans_otherplan (id, version, recorded_at, position, kind, owner, reference, dated_on, offered_on,
                             is_accepted, is_coordinated, note, course_id, plan_id, recorded_by_id)
SELECT bench.key(started_at, n, 'otherplan'), 1, started_at, 0, 'SECTION_141', 'Myndighed', 'Sagsnr. i fagsystemet',
       started_at::date, NULL, true, false, '', course_id, plan_id, user_id
  FROM bench.case;

INSERT INTO plans_othereffort (id, version, recorded_at, position, life_area, demand, who, what, course_id, organisation_id,
                               plan_id, recorded_by_id)
SELECT bench.key(started_at, n * 10 + i, 'effort'), 1, started_at, i - 1, '', '', '', 'Samtale hver fjortende dag', course_id,
       bench.key(t.opened, c.municipality, (ARRAY['PSYCHIATRY', 'SUBSTANCE_TREATMENT'])[i]), plan_id, user_id
  FROM bench.case AS c JOIN bench.team AS t ON t.number = c.team, generate_series(1, 2) AS i;

INSERT INTO plans_assessment (id, version, recorded_at, position, kind, status, needed_on, ordered_on, done_on,
                              who, barrier, note, course_id, plan_id, recorded_by_id)
SELECT bench.key(started_at, n, kind), 1, started_at, turn - 1, kind, status, started_at::date,
       CASE WHEN status <> 'NEEDED' THEN bench.at(c, 0.1)::date END,
       CASE WHEN status = 'DONE' THEN bench.at(c, 0.4)::date END, '', '', '', course_id, plan_id, user_id
  FROM bench.case AS c, unnest(ARRAY['SOCIAL', 'SOMATIC', 'PSYCHIATRIC', 'SUBSTANCE']) WITH ORDINALITY AS k (kind, turn),
       LATERAL (SELECT bench.pick(n, kind, ARRAY['NEEDED', 'ORDERED', 'UNDER_WAY', 'DONE', 'DONE'])) AS s (status);

INSERT INTO plans_planmeeting (id, version, recorded_at, position, held_on, place, notes, course_id, plan_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.3 * i), n * 10 + i, 'meeting'), 1, bench.at(c, 0.3 * i), i - 1, bench.at(c, 0.3 * i)::date,
       'Hjemme', bench.prose(n * 10 + i, 'meeting'), course_id, plan_id, user_id
  FROM bench.case AS c, generate_series(1, 2) AS i;

INSERT INTO plans_planmeetingparticipant (id, version, recorded_at, name, role, course_id, meeting_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.3 * i), n * 100 + i * 10 + j, 'participant'), 1, bench.at(c, 0.3 * i), 'Deltager ' || j,
       (ARRAY['Borger', 'Bostøtte', 'Jobcenter'])[j], course_id, bench.key(bench.at(c, 0.3 * i), n * 10 + i, 'meeting'), user_id
  FROM bench.case AS c, generate_series(1, 2) AS i, generate_series(1, 3) AS j;

INSERT INTO plans_professionalcontribution (id, version, recorded_at, position, line, text, course_id, plan_id,
                                            recorded_by_id, staff_member_id)
SELECT bench.key(bench.at(c, 0.2), n, line), 1, bench.at(c, 0.2), turn - 1, line, bench.prose(n, line), course_id,
       plan_id, user_id, staff_id
  FROM bench.case AS c, unnest(ARRAY['PEDAGOGICAL', 'NURSE', 'CASE_WORKER_SOCIAL']) WITH ORDINALITY AS l (line, turn);

INSERT INTO plans_planversion (id, version, recorded_at, number, reason, snapshot, course_id, plan_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.3 * i), n * 10 + i, 'version'), 1, bench.at(c, 0.3 * i), i, 'Planmøde', snapshot,
       course_id, plan_id, user_id
  FROM bench.case AS c, generate_series(1, 3) AS i,
       LATERAL (SELECT jsonb_build_object('format', 1, 'method', 'm-act 1', 'team', 'Team ' || team, 'parts',
                   jsonb_agg(jsonb_build_object('key', part, 'label', part, 'items', jsonb_build_array(
                       jsonb_build_object('id', c.plan_id, 'what', part, 'group', '', 'links', '[]'::jsonb, 'fields',
                           jsonb_build_array(jsonb_build_object('name', 'text', 'label', part,
                                             'text', bench.prose(n * 100 + i, part))))))))
                  FROM unnest(ARRAY['PLAN', 'LIFE_SITUATION', 'WISH', 'RESOURCE', 'GOAL', 'SUB_GOAL', 'ACTIVITY',
                                    'REFLECTION', 'OTHER_PLAN', 'OTHER_EFFORT', 'ASSESSMENT', 'MEETING',
                                    'CONTRIBUTION']) AS part) AS x (snapshot);

INSERT INTO plans_agreement (id, version, recorded_at, stance, reason, said_on, course_id, plan_id,
                             plan_version_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.3 * i), n * 10 + i, 'agreement'), 1, bench.at(c, 0.3 * i), 'AGREES', '',
       bench.at(c, 0.3 * i)::date, course_id, plan_id, bench.key(bench.at(c, 0.3 * i), n * 10 + i, 'version'), user_id
  FROM bench.case AS c, generate_series(1, 2) AS i;
