"""What the job is told of what teams cost: their hours by profession, and one costing of each.

Nothing of citizens and nobody's name, and only while a report of those teams is being made.
"""

from django.db import migrations

COSTS = """
-- Who worked in a team on the last day of the months, by profession and hours; nobody is named.
CREATE FUNCTION guard.evaluation_staff(teams uuid[], first_day date, last_day date)
RETURNS TABLE (team_id uuid, title text, people bigint, hours numeric, coordination_hours numeric)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.team_id, m.profession::text, count(*), m.executing_hours + m.coordination_hours,
           m.coordination_hours
      FROM teams_teammembership m
     WHERE m.team_id = ANY (teams) AND m.from_on <= last_day
       AND (m.until_on IS NULL OR m.until_on >= last_day)
       AND (SELECT guard.may_evaluate(teams, first_day, last_day))
     GROUP BY 1, 2, 4, 5 ORDER BY 1, 2, 4, 5
$$;

-- One costing of each team: in prices of the latest year of the months; else of the latest year
-- before them; else of the first year after. Of several of a year the one that was made last.
CREATE FUNCTION guard.evaluation_costings(teams uuid[], first_day date, last_day date)
RETURNS TABLE (team_id uuid, places numeric, known_total numeric, overhead numeric,
               weeks numeric, hours_a_year numeric, price_year integer, other numeric,
               start_up numeric, posts text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.team_id, c.places, c.known_total, c.overhead, c.weeks, c.hours_a_year, c.price_year::integer,
           (SELECT sum(a.kroner) FROM economics_savedamount a
             WHERE a.costing_id = c.id AND a.kind = 'other'),
           (SELECT sum(a.kroner) FROM economics_savedamount a
             WHERE a.costing_id = c.id AND a.kind = 'start_up'),
           (SELECT json_agg(json_build_object(
                       'title', p.title, 'profession', p.profession, 'people', p.people,
                       'hours', p.hours, 'coordination_hours', p.coordination_hours,
                       'monthly_pay', p.monthly_pay) ORDER BY p.place)::text
              FROM economics_savedpost p WHERE p.costing_id = c.id)
      FROM (SELECT DISTINCT ON (s.team_id) s.* FROM economics_savedcosting s
             WHERE s.team_id = ANY (teams)
             ORDER BY s.team_id, s.price_year > extract(year FROM last_day),
                      abs(s.price_year - extract(year FROM last_day)), s.recorded_at DESC,
                      s.id DESC) c
     WHERE (SELECT guard.may_evaluate(teams, first_day, last_day))
$$;
"""
NAMES = "guard.evaluation_staff(uuid[], date, date), guard.evaluation_costings(uuid[], date, date)"
GRANTS = f"""
REVOKE ALL ON FUNCTION {NAMES} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {NAMES} TO hjemmebane_app;
"""
BACK = f"DROP FUNCTION {NAMES};"


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0003_cases"), ("economics", "0002_guards")]
    operations = [migrations.RunSQL(COSTS + GRANTS, BACK)]
