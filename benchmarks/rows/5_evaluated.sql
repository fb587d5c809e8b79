-- What an evaluation tells of: the way in, both ends of a course, and what was measured between.

INSERT INTO courses_earlycontact (id, version, recorded_at, called, given_name, family_name, born_on, "where", note,
                                  spotted_on, closed_on, closed_because, citizen_id, course_id, recorded_by_id, team_id)
SELECT bench.key(started_at, n, 'early'), 1, started_at, '', '', '', NULL, '', '', started_at::date - 30, NULL, '',
       citizen_id, course_id, user_id, team_id
  FROM bench.case;

INSERT INTO courses_referral (id, version, code_index, received_at, status, referrer_name, referrer_workplace,
                              referrer_phone, referrer_email, citizen_name, cpr_sealed, cpr_index, "where",
                              citizen_knows, wishes, difficulties, present_efforts, tried_efforts, housing, income, why,
                              partners, expectations, question, asked_at, answer, answered_at, asked_by_id, citizen_id,
                              early_contact_id, team_id)
SELECT bench.key(started_at, n, 'referral'), 1, md5('code' || n), started_at - interval '30 days', 'DECIDED', 'Hanne Holm',
       'Herberget', '', '', name, '', '', '', true, '', bench.prose(n, 'difficult'), '', '', '', '', bench.prose(n, 'why'),
       '', '', '', NULL, '', NULL, NULL, citizen_id, bench.key(started_at, n, 'early'), team_id
  FROM bench.case;

INSERT INTO courses_targetgroupassessment (id, version, recorded_at, answers, gathered, risks, took_part, met_on,
                                           own_account, method_pack, method_version, completed_at, early_contact_id,
                                           recorded_by_id, team_id)
SELECT bench.key(started_at, n, 'target'), 1, started_at,
       (SELECT jsonb_agg(jsonb_build_object('criterion', code, 'answer', bench.pick(n, code, ARRAY['YES', 'YES', 'YES', 'NO']),
                                            'reason', 'Det har vi set i flere måneder.'))
          FROM unnest(ARRAY['COMPLEX_PROBLEMS', 'CONTACT_DIFFICULT', 'TAKING_PART_DIFFICULT', 'LASTING_SUPPORT_ON_SITE',
                            'SEVERAL_SYSTEMS', 'HOLISTIC_NEED']) AS code),
       '', '', '', NULL, '', 'm-act', '1', started_at, bench.key(started_at, n, 'early'), user_id, team_id
  FROM bench.case;

INSERT INTO courses_decision (id, version, recorded_at, outcome, reason, decided_on, legal_basis, is_formal, supplier_wish,
                              supplier_reason, left_shelter_on, method_pack, method_version, recorded_by_id, team_id,
                              assessment_id)
SELECT bench.key(started_at, n, 'decision'), 1, started_at, 'MATCH', 'Indsatsen passer.', started_at::date, 'SEL_85', false,
       '', '', NULL, 'm-act', '1', user_id, team_id, bench.key(started_at, n, 'target')
  FROM bench.case;

-- Eleven areas rated, one in ten of them left out.
CREATE FUNCTION bench.rated(n bigint, what text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_object_agg(code, floor(5 * bench.chance(n, what || code))::integer)
      FROM unnest(ARRAY['MENTAL_FUNCTION', 'PHYSICAL_FUNCTION', 'SOCIAL_PROBLEM', 'MOBILITY', 'SELF_CARE',
                        'COMMUNICATION', 'PRACTICAL_TASKS', 'COMMUNITY_LIFE', 'SOCIAL_LIFE', 'HEALTH',
                        'SURROUNDINGS']) AS code
     WHERE bench.chance(n, 'left out' || what || code) < 0.9
$$;

INSERT INTO courses_startform (id, version, recorded_at, housing, functioning, social_assessed, health_assessed, note,
                               method_pack, method_version, completed_at, earlier_efforts, present_efforts,
                               has_psychiatric_diagnosis, diagnoses, course_id, recorded_by_id)
SELECT bench.key(started_at, n, 'startform'), 1, started_at,
       bench.pick(n, 'home', ARRAY['PUBLIC_HOUSING', 'PRIVATE_RENT', 'YOUTH_HOUSING', 'SHELTER', 'STREET', 'WITH_OTHERS']),
       bench.rated(n, 'first'), bench.pick(n, 'social', ARRAY['YES', 'NO', 'UNKNOWN']),
       bench.pick(n, 'health', ARRAY['YES', 'NO', 'UNKNOWN']), '', 'm-act', '1', started_at + interval '20 days',
       ARRAY[bench.pick(n, 'earlier', ARRAY['SEL_85', 'SEL_99', 'SEL_110', 'PSYCHIATRY'])],
       ARRAY[bench.pick(n, 'present', ARRAY['PSYCHIATRY', 'JOB_CENTRE', 'DRUG_TREATMENT', 'GENERAL_PRACTITIONER'])],
       bench.pick(n, 'diagnosis', ARRAY['YES', 'YES', 'NO', 'UNKNOWN']), '', course_id, user_id
  FROM bench.case WHERE bench.chance(n, 'start form') < 0.95;

INSERT INTO courses_ending (id, version, recorded_at, reason, begun_on, explanation, own_needs, results_to_keep,
                            transition_plan, next_contact, transition_until, course_id, next_provider_id, recorded_by_id)
SELECT bench.key(last_at, n, 'ending'), 1, last_at,
       bench.pick(n, 'ending', ARRAY['GOALS_REACHED', 'GOALS_REACHED', 'MOVED', 'OPTED_OUT', 'OTHER']), last_at::date - 14,
       '', '', '', '', '', NULL, course_id, NULL, user_id
  FROM bench.case WHERE has_left;

INSERT INTO courses_endform (id, version, recorded_at, housing, functioning, social_assessed, health_assessed, note,
                             method_pack, method_version, completed_at, areas_worked_with, next_support, course_id,
                             recorded_by_id)
SELECT bench.key(last_at, n, 'endform'), 1, last_at, 'PUBLIC_HOUSING', bench.rated(n, 'last'),
       bench.pick(n, 'social at end', ARRAY['YES', 'NO']), bench.pick(n, 'health at end', ARRAY['YES', 'NO']), '', 'm-act',
       '1', last_at, '{}', ARRAY[bench.pick(n, 'next', ARRAY['SEL_85', 'SEL_99', 'PSYCHIATRY', 'VOLUNTARY'])],
       course_id, user_id
  FROM bench.case WHERE has_left;

INSERT INTO courses_hold (id, version, recorded_at, from_on, until_on, reason, decided_with_citizen, keep_contact_plan,
                          review_on, caseload_weight, course_id, recorded_by_id, keeps_reminders)
SELECT bench.key(bench.at(c, 0.8), n, 'hold'), 1, bench.at(c, 0.8), bench.at(c, 0.8)::date, NULL, 'Indlagt', true,
       'Vi ringer hver uge.', bench.at(c, 0.8)::date + 30, 0.5, course_id, user_id, false
  FROM bench.case AS c WHERE NOT has_left AND seat % 12 = 7;

INSERT INTO courses_intensityagreement (id, version, recorded_at, level, contacts_per_week, minutes_per_week, from_on,
                                        until_on, reason, caseload_weight, course_id, recorded_by_id)
SELECT bench.key(agreed_at, n * 10 + turn, 'intensity'), 1, agreed_at, (ARRAY['HIGH', 'ORDINARY', 'LOW'])[turn], 4 - turn,
       NULL, agreed_at::date, CASE WHEN turn < 3 THEN (bench.at(c, 0.3 * turn) - interval '1 day')::date END,
       'Der er mere ro på nu.', 1, course_id, user_id
  FROM bench.case AS c, generate_series(1, 3) AS turn, LATERAL (SELECT bench.at(c, 0.3 * (turn - 1))) AS x (agreed_at);

-- Every third month as long as the course goes on: the team's VUM, and what the citizen answers.
CREATE TABLE bench.asked AS
SELECT c.n, c.course_id, c.user_id, turn, started_at + interval '10 days' + interval '91 days' * turn AS moment
  FROM bench.case AS c, generate_series(0, 12) AS turn
 WHERE started_at + interval '10 days' + interval '91 days' * turn < c.last_at
   AND bench.chance(c.n * 100 + turn, 'asked') < 0.85;

INSERT INTO measurements_response (id, version, recorded_at, instrument, instrument_version, wording_status,
                                   wording_version, manner, measured_on, status, answers, score, finished_at, fits,
                                   fits_comment, fits_said_at, corrects_why, corrects_id, course_id, fits_said_by_id,
                                   recorded_by_id, wording_id)
SELECT bench.key(moment, n * 100 + turn, code), 1, moment, code, '1', wording, '1', manner, moment::date, 'COMPLETE',
       CASE code WHEN 'VUM' THEN bench.rated(n * 100 + turn, 'between')
                 WHEN 'PROGRESSION' THEN (
                      SELECT jsonb_object_agg(item, floor(5 * bench.chance(n * 100 + turn, item))::integer)
                        FROM unnest(ARRAY['PRACTICAL_TASKS', 'ECONOMY', 'SOCIAL_RELATIONS', 'MENTAL_STRAIN',
                                          'WORK_AND_EDUCATION', 'HEALTHY_LIFE']) AS item)
                 ELSE (SELECT jsonb_object_agg('ITEM_' || item, floor(5 * bench.chance(n * 100 + turn, code || item))::integer)
                         FROM generate_series(1, items) AS item) END,
       round((lowest + (highest - lowest) * bench.chance(n * 100 + turn, 'score' || code))::numeric, 2),
       moment, CASE WHEN manner = 'RATED' THEN '' ELSE bench.pick(n * 100 + turn, 'fits', ARRAY['YES', 'YES', 'PARTLY', 'NO']) END,
       '', CASE WHEN manner <> 'RATED' THEN moment END, '', NULL, course_id,
       CASE WHEN manner <> 'RATED' THEN user_id END, user_id, NULL
  FROM bench.asked, (VALUES ('VUM', 'OWN', 'RATED', 0, 4, 0), ('PROGRESSION', 'OWN', 'TOGETHER', 0, 4, 0),
                            ('BRIEF_INSPIRE_O', 'WORKING', 'TOGETHER', 0, 100, 5), ('GSE', 'WORKING', 'ALONE', 10, 40, 10),
                            ('BRIEF_INSPIRE', 'WORKING', 'ALONE', 0, 100, 5))
                    AS instrument (code, wording, manner, lowest, highest, items)
 WHERE code <> 'BRIEF_INSPIRE' OR turn % 4 = 3
 ORDER BY asked.moment;

INSERT INTO meetings_networkmeeting (id, version, recorded_at, wish, starts_at, place, state, closed_at, cancelled_because,
                                     method_pack, method_version, course_id, recorded_by_id)
SELECT bench.key(bench.at(c, 0.6), n, 'network meeting'), 1, bench.at(c, 0.6), 'At vi alle hører det samme.', bench.at(c, 0.6),
       'Hjemme', 'HELD', bench.at(c, 0.6), '', 'm-act', '1', course_id, user_id
  FROM bench.case AS c WHERE bench.chance(n, 'network meeting') < 0.4;

-- Every month a steering group, every partner an agreement, every quarter the team's figures.
INSERT INTO meetings_steeringgroupmeeting (id, version, recorded_at, held_on, others, talked_about, recorded_by_id, team_id)
SELECT bench.key(held_at, team, 'steering'), 1, held_at, held_at::date, '{}', 'Hvordan det går.', user_id, team_id
  FROM bench.staff, bench.size, generate_series(at - interval '3 years', at, interval '4 months') AS held_at WHERE place = 1;

INSERT INTO partners_collaborationagreement (id, version, content, contact_points, status, agreed_on, review_on, recorded_at,
                                             organisation_id, recorded_by_id)
SELECT bench.key(t.opened, t.municipality, 'agreement' || o.kind), 1, 'Vi svarer inden for to dage.', '', 'IN_FORCE',
       t.opened::date, t.opened::date + 1500, t.opened, o.id, t.user_id
  FROM partners_partnerorganisation AS o
  JOIN (SELECT DISTINCT ON (municipality) municipality, municipality_id, t.opened, s.user_id FROM bench.team AS t
          JOIN bench.staff AS s ON s.team = t.number AND s.place = 1 ORDER BY municipality, t.number) AS t USING (municipality_id);

INSERT INTO fidelity_quarterfigure (id, version, recorded_at, quarter_on, kind, code, value, rating, n, missing, people,
                                    is_told, method_pack, method_version, recorded_by_id, team_id)
SELECT bench.key(quarter, team, kind || code), 1, quarter, quarter::date, kind, code,
       CASE kind WHEN 'LOGGED' THEN 50 END, 1 + floor(5 * bench.chance(team * 100 + extract(month FROM quarter)::integer, code)),
       20, 0, CASE kind WHEN 'BELIEVED' THEN 6 ELSE 0 END, true, 'm-act', '1', user_id, team_id
  FROM bench.staff, bench.size,
       generate_series(date_trunc('quarter', at) - interval '2 years', at - interval '3 months', interval '3 months') AS quarter,
       (SELECT 'BELIEVED' AS kind, element || '_' || asked AS code
          FROM unnest(ARRAY['TAILORED', 'INTENSIVE', 'FLEXIBLE', 'OUTREACH', 'TIME_UNLIMITED_PERSISTENT', 'INTERPROFESSIONAL',
                            'COORDINATED']) AS element, unnest(ARRAY['WHY', 'COMPETENCE', 'TOOLS', 'PRACTICE']) AS asked
         UNION ALL
        SELECT 'LOGGED', unnest(ARRAY['MINUTES_A_WEEK', 'CONTACTS_A_WEEK', 'CALLS_SAME_DAY', 'RED_SAME_DAY', 'OUTSIDE_OFFICE',
                                      'ACCOMPANIED', 'MET_BY_TWO', 'ALL_FUNCTIONS', 'PLAN_IN_MEETINGS', 'PARTNERS_WRITE'])) AS asked
 WHERE place = 1;

-- A budget of each team, with a post for each profession in it.
CREATE TABLE bench.costing AS
SELECT t.*, bench.key(t.opened, t.number, 'costing') AS costing_id, s.user_id
  FROM bench.team AS t JOIN bench.staff AS s ON s.team = t.number AND s.place = 1;

INSERT INTO economics_savedcosting (id, version, title, price_year, rounding, source, recorded_at, put_away_at, places,
                                    known_total, known_hours, overhead, weeks, hours_a_year, count_avoided,
                                    municipality_id, recorded_by_id, team_id)
SELECT costing_id, 1, 'Budget', extract(year FROM opened), 'NONE', 'Egen oplysning', opened, NULL, citizens, NULL, NULL,
       0.2, 52, 1924, false, municipality_id, user_id, id
  FROM bench.costing;

INSERT INTO economics_savedpost (id, version, place, title, profession, people, hours, coordination_hours, monthly_pay,
                                 source, costing_id)
SELECT bench.key(c.opened, c.number, 'post' || s.profession), 1,
       row_number() OVER (PARTITION BY c.number ORDER BY s.profession) - 1, s.profession, '-', count(*), 37, 7,
       33000 + floor(9000 * bench.chance(c.number, s.profession)), 'Egen oplysning', c.costing_id
  FROM bench.costing AS c JOIN bench.staff AS s ON s.team = c.number
 GROUP BY c.opened, c.number, c.costing_id, s.profession;

INSERT INTO economics_savedamount (id, version, kind, place, what, kroner, costing_id)
SELECT bench.key(opened, number, kind || place), 1, kind, place, what, kroner, costing_id
  FROM bench.costing, (VALUES ('other', 0, 'Kørsel og telefoner', 48000), ('other', 1, 'Kurser', 25000),
                              ('start_up', 0, 'Grunduddannelse', 85000)) AS a (kind, place, what, kroner);

-- Whoever answers for all the teams at once.
INSERT INTO accounts_user (id, password, is_superuser, username, first_name, last_name, email,
                           is_staff, is_active, date_joined, full_name, is_demo)
SELECT bench.key(opened, 0, 'manager user'), '!', false, 'bench-manager', '', '', '', false, true, opened, 'Leder', true
  FROM bench.team WHERE number = 1;

INSERT INTO teams_staffmember (id, version, name, profession, phone, user_id)
SELECT bench.key(opened, 0, 'manager'), 1, 'Leder', '', '', bench.key(opened, 0, 'manager user') FROM bench.team WHERE number = 1;

INSERT INTO teams_teammanager (id, version, from_on, until_on, staff_member_id, team_id)
SELECT bench.key(opened, number, 'manages'), 1, opened::date, NULL, bench.key(opened, 0, 'manager'), id FROM bench.team;
