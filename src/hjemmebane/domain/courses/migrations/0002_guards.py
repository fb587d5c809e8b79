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

-- What a referrer without a login may know and do: which teams there are, and with the code of
-- their own referral its status, the one question, and the answer to it. Never the case.
CREATE FUNCTION guard.receiving_teams() RETURNS TABLE (id uuid, name text, municipality text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.id, t.name::text, m.name::text
      FROM teams_team t JOIN teams_municipality m ON m.id = t.municipality_id
     ORDER BY m.name, t.name
$$;

CREATE FUNCTION guard.referral_told(code text)
RETURNS TABLE (status text, received_on date, team text, question text, answered boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.status::text, (r.received_at AT TIME ZONE 'Europe/Copenhagen')::date, t.name::text,
           r.question, r.answered_at IS NOT NULL
      FROM courses_referral r JOIN teams_team t ON t.id = r.team_id
     WHERE r.code_index = code AND guard.actor() = 'job:public-referral'
$$;

CREATE FUNCTION guard.answer_referral(code text, said text, at timestamptz) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH answered AS (
        UPDATE courses_referral
           SET answer = said, answered_at = at, version = version + 1
         WHERE code_index = code AND asked_at IS NOT NULL AND answered_at IS NULL
           AND length(said) <= 10000 AND guard.actor() = 'job:public-referral'
        RETURNING 1
    ) SELECT EXISTS (SELECT FROM answered)
$$;

REVOKE ALL ON FUNCTION guard.receiving_teams(), guard.referral_told(text),
    guard.answer_referral(text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.receiving_teams(), guard.referral_told(text),
    guard.answer_referral(text, text, timestamptz) TO hjemmebane_app;
"""

BACK = """
DROP FUNCTION guard.answer_referral(text, text, timestamptz), guard.referral_told(text),
    guard.receiving_teams();
DROP FUNCTION guard.is_new_citizen(uuid), guard.visible_citizen_ids(), guard.visible_course_ids();
"""

MY_TEAMS = "team_id IN (SELECT guard.my_team_ids())"
OF_CITIZEN = Guard(citizen="citizen_id")
OF_COURSE = Guard(course="course_id")
OF_TEAM = Guard(read=MY_TEAMS)
PUBLIC = "guard.actor() = 'job:public-referral'"
NO_DELETE = "SELECT, INSERT, UPDATE"
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
            "courses_earlycontact",
            Guard(read=MY_TEAMS, course="course_id", citizen="citizen_id"),
        ),
        GuardTable("courses_earlyattempt", OF_TEAM),
        GuardTable("courses_targetgroupassessment", OF_TEAM),
        GuardTable("courses_decision", Guard(read=MY_TEAMS, grants=APPEND_ONLY)),
        GuardTable(
            "courses_referral",
            Guard(read=MY_TEAMS, insert=PUBLIC, citizen="citizen_id", grants=NO_DELETE),
        ),
        GuardTable(
            "courses_referralattachment",
            Guard(read=MY_TEAMS, insert=PUBLIC, grants=APPEND_ONLY),
        ),
        GuardTable("courses_contactagreement", Guard(course="course_id", grants=APPEND_ONLY)),
        GuardTable("courses_lifeevent", OF_COURSE),
        GuardTable("courses_hold", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable("courses_intensityagreement", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable("courses_reactivation", Guard(course="course_id", grants=APPEND_ONLY)),
        GuardTable("courses_startform", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable("courses_endform", Guard(course="course_id", grants=NO_DELETE)),
        GuardTable("courses_ending", OF_COURSE),
        GuardTable("courses_transitionstaff", OF_COURSE),
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
