"""The sums of a team's measurements that whoever answers for it may have."""

from django.db import migrations

SUMS = """
-- Nothing but means and spreads leaves this function, and none that fewer than five are behind,
-- whatever is asked for. The first and the last figure that counts, of each course, in the same
-- words; the same as calculations/cohort.py, which members' pages are made by.
CREATE FUNCTION guard.team_measurements(wanted uuid, smallest integer)
RETURNS TABLE (instrument text, edition text, words text, words_edition text, item text,
               start_n bigint, start_mean numeric, start_sd numeric,
               latest_n bigint, latest_mean numeric, latest_sd numeric,
               paired_n bigint, before numeric, after numeric, change numeric, sd numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH counted AS (
        SELECT r.course_id, r.instrument, r.instrument_version AS edition,
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
    ), at_the_start AS (
        SELECT *, CASE WHEN of_the_start THEN first_told END AS start_told,
               is_later AND first_told IS NOT NULL AND last_told IS NOT NULL AS is_pair
          FROM told
    ), sums AS (
        SELECT instrument, edition, words, words_edition, item,
               count(start_told) AS start_n, avg(start_told) AS start_mean,
               stddev_samp(start_told) AS start_sd,
               count(last_told) AS latest_n, avg(last_told) AS latest_mean,
               stddev_samp(last_told) AS latest_sd,
               count(*) FILTER (WHERE is_pair) AS paired_n,
               avg(first_told) FILTER (WHERE is_pair) AS before,
               avg(last_told) FILTER (WHERE is_pair) AS after,
               avg(last_told - first_told) FILTER (WHERE is_pair) AS change,
               stddev_samp(last_told - first_told) FILTER (WHERE is_pair) AS sd,
               greatest(smallest, 5) AS least
          FROM at_the_start
         GROUP BY instrument, edition, words, words_edition, item
    )
    SELECT instrument, edition, words, words_edition, item,
           CASE WHEN start_n >= least THEN start_n END,
           CASE WHEN start_n >= least THEN start_mean END,
           CASE WHEN start_n >= least THEN start_sd END,
           CASE WHEN latest_n >= least THEN latest_n END,
           CASE WHEN latest_n >= least THEN latest_mean END,
           CASE WHEN latest_n >= least THEN latest_sd END,
           CASE WHEN paired_n >= least THEN paired_n END,
           CASE WHEN paired_n >= least THEN before END,
           CASE WHEN paired_n >= least THEN after END,
           CASE WHEN paired_n >= least THEN change END,
           CASE WHEN paired_n >= least THEN sd END
      FROM sums
$$;

REVOKE ALL ON FUNCTION guard.team_measurements(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.team_measurements(uuid, integer) TO hjemmebane_app;
"""

BACK = "DROP FUNCTION guard.team_measurements(uuid, integer);"


class Migration(migrations.Migration):
    dependencies = [("measurements", "0002_guards")]
    operations = [migrations.RunSQL(SUMS, BACK)]
