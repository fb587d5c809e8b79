"""Citizens, and partners to whom appointments are open, see who goes along, by name."""

from django.db import migrations

from hjemmebane.foundation.guards import OpenRows

NAMED = """
CREATE OR REPLACE FUNCTION guard.named_staff_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.staff_member_id FROM teams_teammembership m
     WHERE m.team_id IN (SELECT guard.named_team_ids())
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
    UNION
    SELECT staff_member_id FROM contacts_appointment
     WHERE course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS'))
        OR course_id IN (SELECT guard.own_course_ids()){along}
    UNION
    SELECT staff_member_id FROM plans_planactivity
     WHERE staff_member_id IS NOT NULL
       AND (id IN (SELECT guard.opened_activity_ids()) OR course_id IN (SELECT guard.own_course_ids()))
    UNION
    SELECT staff_member_id FROM plans_goal
     WHERE staff_member_id IS NOT NULL
       AND (id IN (SELECT guard.opened_goal_ids()) OR course_id IN (SELECT guard.own_course_ids()))
$$;
"""
ALONG = """
    UNION
    SELECT staff_member_id FROM contacts_appointmentcompanion
     WHERE course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS'))
        OR course_id IN (SELECT guard.own_course_ids())"""
# The appointments to come that are open to the acting partner.
OPENED = """
CREATE FUNCTION guard.opened_appointment_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM contacts_appointment
     WHERE course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS'))
       AND starts_at >= (guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen')
       AND status = 'PLANNED'
$$;
REVOKE ALL ON FUNCTION guard.opened_appointment_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.opened_appointment_ids() TO hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0017_around_me"), ("contacts", "0018_guard_calendar")]
    operations = [
        migrations.RunSQL(NAMED.format(along=ALONG), NAMED.format(along="")),
        migrations.RunSQL(OPENED, "DROP FUNCTION guard.opened_appointment_ids()"),
        OpenRows(
            "contacts_appointmentcompanion",
            "citizen",
            "course_id IN (SELECT guard.own_course_ids())",
        ),
        OpenRows(
            "contacts_appointmentcompanion",
            "partner",
            "appointment_id IN (SELECT guard.opened_appointment_ids())",
        ),
    ]
