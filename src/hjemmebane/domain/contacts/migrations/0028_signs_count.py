"""A sign of life that a partner told of counts as one; who was asked to tell was asked."""

from django.db import migrations

SIGNS = """
CREATE FUNCTION guard.signs_known(asked uuid, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
               'at', s.at, 'on', guard.danish_day(s.at), 'known_at', s.known_at, 'is_try', false,
               'met', false, 'answered', s.was_seen, 'with_others', true, 'staff', '[]'::jsonb)
               ORDER BY s.at, s.known_at), '[]')
      FROM (SELECT recorded_at, recorded_at, false
              FROM contacts_signrequest WHERE course_id = asked AND closed_at IS NULL
             UNION ALL
            SELECT (seen_on + time '12:00') AT TIME ZONE 'Europe/Copenhagen', recorded_at, true
              FROM contacts_signoflife
             WHERE course_id = asked AND seen_on >= guard.danish_day(moment) - 90
           ) AS s (at, known_at, was_seen)
$$;
REVOKE ALL ON FUNCTION guard.signs_known(uuid, timestamptz) FROM PUBLIC;
"""
CONTACTS = "guard.touches_of(c.id, moment)"
BOTH = f"{CONTACTS} || guard.signs_known(c.id, moment)"


def rewrite(old: str, new: str) -> str:
    """Replace some words in the function of the facts. Fails where they are not."""
    return f"""
DO $do$
DECLARE
    written text := pg_get_functiondef('guard.contact_facts(uuid, timestamptz)'::regprocedure);
BEGIN
    ASSERT position($old${old}$old$ IN written) > 0, 'contact_facts reads otherwise';
    EXECUTE replace(written, $old${old}$old$, $new${new}$new$);
END $do$
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0027_feed")]
    operations = [
        migrations.RunSQL(SIGNS, "DROP FUNCTION guard.signs_known(uuid, timestamptz);"),
        migrations.RunSQL(rewrite(CONTACTS, BOTH), rewrite(BOTH, CONTACTS)),
    ]
