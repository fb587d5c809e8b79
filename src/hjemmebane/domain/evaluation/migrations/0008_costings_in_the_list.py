"""A costing that is put away is no team's costing in a report."""

from django.db import migrations

HEAD = """
CREATE OR REPLACE FUNCTION guard.evaluation_costings(teams uuid[], first_day date, last_day date)
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
"""
TAIL = """
             ORDER BY s.team_id, s.price_year > extract(year FROM last_day),
                      abs(s.price_year - extract(year FROM last_day)), s.recorded_at DESC,
                      s.id DESC) c
     WHERE (SELECT guard.may_evaluate(teams, first_day, last_day))
$$;
"""
IN_THE_LIST = f"{HEAD} WHERE s.team_id = ANY (teams) AND s.put_away_at IS NULL {TAIL}"
ALL = f"{HEAD} WHERE s.team_id = ANY (teams) {TAIL}"


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0007_many_teams"), ("economics", "0003_put_away_and_rounding")]
    operations = [migrations.RunSQL(IN_THE_LIST, ALL)]
