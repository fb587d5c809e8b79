"""What the job is told of a team's preconditions: the newest word on each, never why."""

from django.db import migrations

WORDS = """
CREATE FUNCTION guard.evaluation_preconditions(teams uuid[], first_day date, last_day date)
RETURNS TABLE (team_id uuid, code text, word text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT ON (j.team_id, j.precondition)
           j.team_id, j.precondition::text, j.word::text
      FROM fidelity_preconditionjudgement j
      JOIN teams_team t ON t.id = j.team_id AND t.method_pack = j.method_pack
     WHERE j.team_id = ANY (teams) AND j.judged_on <= last_day
       AND (SELECT guard.may_evaluate(teams, first_day, last_day))
     ORDER BY j.team_id, j.precondition, j.judged_on DESC, j.recorded_at DESC, j.id DESC
$$;
"""
NAME = "guard.evaluation_preconditions(uuid[], date, date)"
GRANTS = f"""
REVOKE ALL ON FUNCTION {NAME} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {NAME} TO hjemmebane_app;
"""
BACK = f"DROP FUNCTION {NAME};"


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0004_costs"), ("fidelity", "0006_guard_believed")]
    operations = [migrations.RunSQL(WORDS + GRANTS, BACK)]
