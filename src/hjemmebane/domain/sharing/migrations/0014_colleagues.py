"""What a colleague does is open to all at a partner only where the citizen said yes to them all.

A yes to one person there is theirs: neither what they write towards a goal nor what they say to the
team is read by whoever sits at the next desk.
"""

from django.db import migrations
from django.db.migrations.operations.base import Operation

from hjemmebane.foundation.guards import OpenRows, policy_sql

FUNCTIONS = """
-- The partner person who acts, or the one whose eyes are borrowed.
CREATE FUNCTION guard.recipient_person_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT person_id FROM guard.recipients() WHERE person_id IS NOT NULL
$$;

-- The courses that are open to everybody at the partner, and not only to one of them.
CREATE FUNCTION guard.colleagues_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT course FROM guard.open_consents() AS o
      JOIN consents_consent c ON c.id = o.consent_id AND c.person_id IS NULL,
           guard.consented_course_ids(o.citizen_id) AS course
$$;

REVOKE ALL ON FUNCTION guard.recipient_person_ids(), guard.colleagues_course_ids() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.recipient_person_ids(), guard.colleagues_course_ids()
    TO hjemmebane_app;

CREATE OR REPLACE FUNCTION guard.opened_activity_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id FROM plans_planactivity a
     WHERE a.partner_person_id IN (SELECT guard.recipient_person_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids(''))
    UNION
    SELECT a.id FROM plans_planactivity a
     WHERE a.partner_person_id IN (SELECT guard.partner_colleague_ids())
       AND a.course_id IN (SELECT guard.colleagues_course_ids())
    UNION
    SELECT a.id FROM plans_planactivity a
     WHERE a.goal_id IN (SELECT guard.opened_goal_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids('ACTIVITIES'))
$$;
"""
FUNCTIONS_BEFORE = """
CREATE OR REPLACE FUNCTION guard.opened_activity_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id FROM plans_planactivity a
     WHERE a.partner_person_id IN (SELECT guard.partner_colleague_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids(''))
    UNION
    SELECT a.id FROM plans_planactivity a
     WHERE a.goal_id IN (SELECT guard.opened_goal_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids('ACTIVITIES'))
$$;
DROP FUNCTION guard.recipient_person_ids(), guard.colleagues_course_ids();
"""

COLLEAGUES = "partner_person_id IN (SELECT guard.partner_colleague_ids())"
OPENED_NOW = "course_id IN (SELECT guard.opened_course_ids(''))"
OPENED_ACTIVITY = "activity_id IN (SELECT guard.opened_activity_ids())"
OURS_BEFORE = f"({COLLEAGUES} AND {OPENED_NOW})"
OURS = (
    f"(partner_person_id IN (SELECT guard.recipient_person_ids()) AND {OPENED_NOW})"
    f" OR ({COLLEAGUES} AND course_id IN (SELECT guard.colleagues_course_ids()))"
)
UPCOMING = "starts_at >= (SELECT guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen')"
OPENED_APPOINTMENTS = (
    f"course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS')) AND {UPCOMING}"
    " AND status = 'PLANNED'"
)
# Whoever only looks with a partner's eyes has colleagues, and writes nothing.
SOMEBODY = "(SELECT guard.partner_id()) IS NOT NULL"
# table, command, and the condition around what is the partner's own.
OPENED = (
    ("sharing_partnerappointment", "SELECT", "{ours} OR (" + OPENED_APPOINTMENTS + ")"),
    ("contacts_message", "SELECT", "{ours}"),
    ("contacts_message", "UPDATE", "side = 'TEAM' AND ({ours}) AND " + SOMEBODY),
    ("sharing_standpoint", "SELECT", "({ours}) AND " + OPENED_ACTIVITY),
)


def anew(table: str, command: str, condition: str) -> list[Operation]:
    """The opening of the same name, of other rows."""
    opening = OpenRows(table, "partner", condition.format(ours=OURS), command=command)
    before = condition.format(ours=OURS_BEFORE)
    return [
        migrations.RunSQL(
            f"DROP POLICY {opening.policy} ON {table}",
            policy_sql(table, opening.policy, command, before),
        ),
        opening,
    ]


class Migration(migrations.Migration):
    dependencies = [("sharing", "0013_between_team_and_partners")]
    operations = [
        migrations.RunSQL(FUNCTIONS, FUNCTIONS_BEFORE),
        *(operation for opened in OPENED for operation in anew(*opened)),
    ]
