"""A manager's sums of measurements: no two of them tell by their difference what few answered."""

from importlib import import_module

from django.db import migrations

SUMS = """
-- Nothing but means and spreads leaves this function. None that fewer than five are behind, and no
-- two whose difference fewer than five are behind: five times one mean taken from six times
-- another is one person's figure. So the changes are told first, and beside them the latest and
-- those of the start only where every difference between what is told has five behind it or
-- nobody; a question only where all who are behind the whole answered it. Where more
-- than five are asked for, it is among what five would be told. Where nothing is told there is no
-- row. Other words are other answers, and share no figure with these. The same figures as
-- calculations/cohort.py, which members' pages are made by.
CREATE OR REPLACE FUNCTION guard.team_measurements(wanted uuid, smallest integer)
RETURNS TABLE (instrument text, edition text, words text, words_edition text, item text,
               start_n bigint, start_mean numeric, start_sd numeric,
               latest_n bigint, latest_mean numeric, latest_sd numeric,
               paired_n bigint, before numeric, after numeric, change numeric, sd numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH counted AS (
        SELECT r.id, r.course_id, r.instrument, r.instrument_version AS edition,
               r.wording_status AS words, r.wording_version AS words_edition,
               r.measured_on, r.score, r.answers, c.started_on,
               row_number() OVER (former ORDER BY r.measured_on, r.recorded_at, r.id) AS up,
               row_number() OVER (former ORDER BY r.measured_on DESC, r.recorded_at DESC,
                                                  r.id DESC) AS down
          FROM measurements_response r
          JOIN courses_course c ON c.id = r.course_id
         WHERE c.team_id = wanted
           AND wanted IN (SELECT guard.my_team_ids() UNION SELECT guard.managed_team_ids())
           AND r.status <> 'UNDER_WAY' AND r.score IS NOT NULL
           AND (r.manner = 'RATED' OR r.fits IN ('YES', 'PARTLY'))
           AND NOT EXISTS (SELECT FROM measurements_response n
                            WHERE n.corrects_id = r.id AND n.status <> 'UNDER_WAY')
        WINDOW former AS (PARTITION BY r.course_id, r.instrument, r.instrument_version,
                                       r.wording_status, r.wording_version)
    ), ends AS (
        SELECT f.instrument, f.edition, f.words, f.words_edition,
               f.measured_on < f.started_on + interval '3 months' AS of_the_start,
               f.measured_on < l.measured_on AS is_later,
               f.id = l.id AS is_same,
               f.score AS first_score, l.score AS last_score,
               f.answers AS first_answers, l.answers AS last_answers
          FROM counted f
          JOIN counted l USING (course_id, instrument, edition, words, words_edition)
         WHERE f.up = 1 AND l.down = 1
    ), told AS (
        SELECT e.*, '' AS item, e.first_score AS first_told, e.last_score AS last_told FROM ends e
         UNION ALL
        SELECT e.*, k.item, (e.first_answers ->> k.item)::numeric,
               (e.last_answers ->> k.item)::numeric
          FROM ends e
         CROSS JOIN LATERAL (SELECT jsonb_object_keys(e.first_answers)
                              UNION SELECT jsonb_object_keys(e.last_answers)) AS k(item)
    ), behind AS (
        SELECT *, CASE WHEN of_the_start THEN first_told END AS start_told,
               of_the_start AND first_told IS NOT NULL AS in_start,
               last_told IS NOT NULL AS in_latest,
               is_later AND first_told IS NOT NULL AND last_told IS NOT NULL AS in_pairs
          FROM told
    ), sums AS (
        SELECT instrument, edition, words, words_edition, item,
               count(start_told) AS start_n, avg(start_told) AS start_mean,
               stddev_samp(start_told) AS start_sd,
               count(last_told) AS latest_n, avg(last_told) AS latest_mean,
               stddev_samp(last_told) AS latest_sd,
               count(*) FILTER (WHERE in_pairs) AS paired_n,
               avg(first_told) FILTER (WHERE in_pairs) AS before,
               avg(last_told) FILTER (WHERE in_pairs) AS after,
               avg(last_told - first_told) FILTER (WHERE in_pairs) AS change,
               stddev_samp(last_told - first_told) FILTER (WHERE in_pairs) AS sd,
               -- Whose figures are left when one sum is taken from another.
               count(*) FILTER (WHERE in_latest AND NOT in_pairs) AS latest_less_after,
               count(*) FILTER (WHERE in_start <> in_pairs) AS start_less_before,
               count(*) FILTER (WHERE (in_latest OR in_start) AND NOT (is_same AND in_start))
                   AS latest_less_start,
               count(*) FILTER (WHERE in_latest AND NOT in_start AND is_same
                                   OR NOT is_same AND (in_latest AND NOT in_pairs
                                                       OR in_start <> in_pairs))
                   AS left_of_all,
               count(*) FILTER (WHERE in_latest AND NOT in_start AND is_same
                                   OR NOT is_same AND (in_latest AND NOT in_pairs OR in_start))
                   AS latest_less_start_and_after
          FROM behind
         GROUP BY instrument, edition, words, words_edition, item
    ), whole AS (
        SELECT s.*, s.start_n = w.start_n AS all_start, s.latest_n = w.latest_n AS all_latest,
               s.paired_n = w.paired_n AS all_pairs
          FROM sums s
          JOIN sums w USING (instrument, edition, words, words_edition)
         WHERE w.item = ''
    ), tries AS (
        -- Five first, and then as many as are asked for among what five would be told.
        SELECT whole.*, n.nth, n.least
          FROM whole CROSS JOIN (VALUES (1, 5), (2, greatest(smallest, 5))) AS n(nth, least)
    ), changes AS (
        SELECT *, all_pairs AND paired_n >= least AS tells_pairs FROM tries
    ), latest AS (
        SELECT *, all_latest AND latest_n >= least
                  AND NOT (tells_pairs AND latest_less_after BETWEEN 1 AND least - 1)
                  AS tells_latest
          FROM changes
    ), all_three AS (
        SELECT *, all_start AND start_n >= least
                  AND NOT (tells_pairs AND start_less_before BETWEEN 1 AND least - 1)
                  AND NOT (tells_latest AND latest_less_start BETWEEN 1 AND least - 1)
                  AND NOT (tells_pairs AND tells_latest
                           AND (left_of_all BETWEEN 1 AND least - 1
                                OR latest_less_start_and_after BETWEEN 1 AND least - 1))
                  AS tells_start
          FROM latest
    ), settled AS (
        SELECT a.*, a.tells_pairs AND five.tells_pairs AS pairs_told,
               a.tells_latest AND five.tells_latest AS latest_told,
               a.tells_start AND five.tells_start AS start_told
          FROM all_three a
          JOIN all_three five USING (instrument, edition, words, words_edition, item)
         WHERE a.nth = 2 AND five.nth = 1
    )
    SELECT instrument, edition, words, words_edition, item,
           CASE WHEN start_told THEN start_n END,
           CASE WHEN start_told THEN start_mean END,
           CASE WHEN start_told THEN start_sd END,
           CASE WHEN latest_told THEN latest_n END,
           CASE WHEN latest_told THEN latest_mean END,
           CASE WHEN latest_told THEN latest_sd END,
           CASE WHEN pairs_told THEN paired_n END,
           CASE WHEN pairs_told THEN before END,
           CASE WHEN pairs_told THEN after END,
           CASE WHEN pairs_told THEN change END,
           CASE WHEN pairs_told THEN sd END
      FROM settled
     WHERE start_told OR latest_told OR pairs_told
$$;
"""

before = import_module("hjemmebane.domain.measurements.migrations.0003_team_measurements")
BACK = before.SUMS.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("measurements", "0003_team_measurements")]
    operations = [migrations.RunSQL(SUMS, BACK)]
