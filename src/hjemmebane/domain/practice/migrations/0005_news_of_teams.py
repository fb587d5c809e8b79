"""The news of all that some teams carry, each with the name of whoever wrote it: one statement
where the page asked three.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION practice_news_of_teams(teams uuid[], since timestamptz, besides uuid)
RETURNS TABLE (course uuid, about text, who uuid, times bigint, latest timestamptz, name text)
LANGUAGE sql STABLE SECURITY INVOKER AS $$
    SELECT n.*, coalesce(nullif(u.full_name, ''), u.username, '')
      FROM practice_news(
               ARRAY(SELECT id FROM courses_course
                      WHERE team_id = ANY (teams) AND status <> 'ENDED'),
               since, besides) AS n
      LEFT JOIN accounts_user u ON u.id = n.who
$$;
REVOKE ALL ON FUNCTION practice_news_of_teams(uuid[], timestamptz, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION practice_news_of_teams(uuid[], timestamptz, uuid) TO hjemmebane_app;
"""
DROP = "DROP FUNCTION practice_news_of_teams(uuid[], timestamptz, uuid)"


class Migration(migrations.Migration):
    dependencies = [("practice", "0004_news"), ("accounts", "0003_face")]
    operations = [migrations.RunSQL(CREATE, DROP)]
