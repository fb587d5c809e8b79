"""What of the acting citizen's own was put off, to when, and whether their ending is taken up."""

from django.db import migrations

# Days alone: why it was put off and why the course ends stay with the team.
CREATE = """
CREATE FUNCTION guard.own_due_days(asked uuid)
RETURNS TABLE (instrument text, due_on date, put_off_until date, ending_begun_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT newest.* FROM (
        SELECT DISTINCT ON (p.instrument, p.due_on)
               p.instrument, p.due_on, p.until_on, NULL::date
          FROM measurements_postponement p
         WHERE p.course_id = asked
         ORDER BY p.instrument, p.due_on, p.recorded_at DESC, p.id DESC) AS newest
     WHERE asked IN (SELECT guard.own_course_ids())
    UNION ALL
    SELECT '', NULL, NULL, e.begun_on
      FROM courses_ending e
     WHERE e.course_id = asked AND asked IN (SELECT guard.own_course_ids())
$$;
REVOKE ALL ON FUNCTION guard.own_due_days(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.own_due_days(uuid) TO hjemmebane_app;
"""
DROP = "DROP FUNCTION guard.own_due_days(uuid);"


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0023_own_answers"),
        ("measurements", "0002_guards"),
        ("courses", "0002_guards"),
    ]
    operations = [migrations.RunSQL(CREATE, DROP)]
