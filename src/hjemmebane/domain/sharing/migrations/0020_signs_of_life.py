"""Partners tell when the citizen came by: what they read and write, and what the citizen is told."""

from importlib import import_module

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

before = import_module("hjemmebane.domain.sharing.migrations.0013_between_team_and_partners")
narrow = import_module("hjemmebane.domain.sharing.migrations.0009_narrow_hands")

ANEW = ("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
LAST = "      ) AS n (course_id"
SIGNS = """        UNION ALL
        SELECT course_id, 'sign', NULL, note, partner_person_id,
               seen_on::timestamp AT TIME ZONE 'Europe/Copenhagen', recorded_at
          FROM contacts_signoflife
         WHERE course_id IN (SELECT id FROM carried) AND recorded_at > since
"""
BETWEEN_BEFORE = before.CREATE.replace(*ANEW)
BETWEEN = BETWEEN_BEFORE.replace(LAST, SIGNS + LAST)

ABOUT_ME = """
CREATE FUNCTION guard.signs_of_life_about_me()
RETURNS TABLE (seen_on date, note text, who text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.seen_on, s.note::text, p.name::text, o.name::text
      FROM contacts_signoflife s
      JOIN partners_partnerperson p ON p.id = s.partner_person_id
      JOIN partners_partnerorganisation o ON o.id = p.organisation_id
     WHERE s.course_id IN (SELECT guard.own_course_ids())
$$;
REVOKE ALL ON FUNCTION guard.signs_of_life_about_me() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.signs_of_life_about_me() TO hjemmebane_app;
"""
FORGET = "DROP FUNCTION guard.signs_of_life_about_me()"

OPENED_NOW = "course_id IN (SELECT guard.opened_course_ids(''))"
# The partner person who acts, or the one whose eyes are borrowed.
MINE = f"partner_person_id IN (SELECT guard.recipient_person_ids()) AND {OPENED_NOW}"
BY_ME = (
    "partner_person_id = (SELECT guard.partner_id())"
    f" AND recorded_by_id = (SELECT guard.user_id()) AND {OPENED_NOW}"
)


class Migration(migrations.Migration):
    dependencies = [("sharing", "0019_own_reminders"), ("contacts", "0026_guard_signs")]
    operations = [
        OpenRows("contacts_signoflife", "partner", MINE),
        OpenRows("contacts_signoflife", "partner", BY_ME, command="INSERT"),
        OpenRows("contacts_signrequest", "partner", MINE),
        narrow.watch("contacts_signoflife", "", ""),
        migrations.RunSQL(ABOUT_ME, FORGET),
        migrations.RunSQL(BETWEEN, BETWEEN_BEFORE),
    ]
