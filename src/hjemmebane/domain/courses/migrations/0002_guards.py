"""Whom may I see: citizens and courses of my teams, and the guards that follow from it.

The tables of lower rooms that need a course to decide (citizens, consents, audit) are guarded here.
"""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, CITIZENS, Guard, GuardTable

FUNCTIONS = """
-- ANY (ARRAY(…)) goes by the index on team_id; IN (SELECT …) would read every course there is.
CREATE FUNCTION guard.visible_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 60 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM courses_course c WHERE c.team_id = ANY (ARRAY(SELECT guard.my_team_ids()))
$$;

CREATE FUNCTION guard.visible_citizen_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 60 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.citizen_id FROM courses_course c WHERE c.team_id = ANY (ARRAY(SELECT guard.my_team_ids()))
$$;

-- A citizen is new until the first course: then staff may write the row they are about to give one.
CREATE FUNCTION guard.is_new_citizen(citizen uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.is_staff() AND NOT EXISTS (SELECT FROM courses_course WHERE citizen_id = citizen)
$$;

REVOKE ALL ON FUNCTION guard.visible_course_ids(), guard.visible_citizen_ids(),
    guard.is_new_citizen(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.visible_course_ids(), guard.visible_citizen_ids(),
    guard.is_new_citizen(uuid) TO hjemmebane_app;
"""

BACK = """
DROP FUNCTION guard.is_new_citizen(uuid), guard.visible_citizen_ids(), guard.visible_course_ids();
"""

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
OF_CITIZEN = Guard(citizen="citizen_id")
OF_COURSE = Guard(course="course_id")
READ_ONLY = "SELECT"


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0001_initial"),
        ("consents", "0001_initial"),
        ("citizens", "0001_initial"),
        ("partners", "0002_guards"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        GuardTable(
            "courses_course",
            Guard(
                course="id",
                citizen="citizen_id",
                read=MY_TEAMS,
                write=f"{MY_TEAMS} AND (citizen_id IN ({CITIZENS})"
                " OR guard.is_new_citizen(citizen_id))",
                grants="SELECT, INSERT, UPDATE",
            ),
        ),
        GuardTable("courses_primarycontact", OF_COURSE),
        GuardTable(
            "citizens_citizen",
            Guard(
                citizen="id",
                read=f"id IN ({CITIZENS})",
                write=f"id IN ({CITIZENS}) OR guard.is_new_citizen(id)",
                grants="SELECT, INSERT, UPDATE",
            ),
        ),
        GuardTable("citizens_representative", OF_CITIZEN),
        GuardTable("citizens_lifesituation", Guard(citizen="citizen_id", grants=APPEND_ONLY)),
        GuardTable("citizens_networkperson", OF_CITIZEN),
        GuardTable(
            "consents_consent", Guard(citizen="citizen_id", grants="SELECT, INSERT, UPDATE")
        ),
        GuardTable(
            "audit_change",
            Guard(
                read="course_id IN (SELECT guard.visible_course_ids())"
                f" OR citizen_id IN ({CITIZENS})",
                grants=READ_ONLY,
            ),
            history=False,
        ),
        GuardTable(
            "audit_access",
            Guard(read=f"citizen_id IN ({CITIZENS})", grants=READ_ONLY),
            history=False,
        ),
    ]
