"""Who knows what of the reminders by text message: two jobs, each with questions of its own.

`job:sms-reminders` plans and sends. It is told of an appointment when it begins, and of a citizen
the number at the moment of sending. `job:sms-gateway` takes what the gateway tells us.
"""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable, OpenRows

JOB = "(SELECT guard.actor()) = 'job:sms-reminders'"
GATEWAY = "(SELECT guard.actor()) = 'job:sms-gateway'"
TEAMS = "course_id IN (SELECT guard.visible_course_ids())"

PLANNING = """
-- Why a course gets no reminders; empty when it does. Inner: those below ask who acts.
CREATE FUNCTION guard.sms_silence(course uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE
        WHEN k.status = 'ENDED' OR z.died_on IS NOT NULL OR NOT EXISTS (
            SELECT FROM consents_consent s
             WHERE s.citizen_id = k.citizen_id AND s.team_id = k.team_id
               AND s.withdrawn_at IS NULL AND s.from_on <= guard.today()
               AND (s.until_on IS NULL OR s.until_on >= guard.today())) THEN 'ENDED'
        WHEN a.id IS NULL OR NOT a.is_wanted OR a.stopped_at IS NOT NULL THEN 'STOPPED'
        WHEN k.status = 'ON_HOLD' AND NOT EXISTS (
            SELECT FROM courses_hold h
             WHERE h.course_id = k.id AND h.until_on IS NULL AND h.keeps_reminders) THEN 'ON_HOLD'
        ELSE '' END
      FROM courses_course k JOIN citizens_citizen z ON z.id = k.citizen_id
      LEFT JOIN contacts_reminderagreement a ON a.course_id = k.id
     WHERE k.id = course
$$;

-- The appointments for which something may still have to be planned: when they begin, and when the
-- citizen wants to be reminded.
CREATE FUNCTION guard.sms_to_plan(since timestamptz, until timestamptz)
RETURNS TABLE (appointment_id uuid, course_id uuid, starts_at timestamptz, agreed_at timestamptz,
               moments varchar[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id, p.course_id, p.starts_at, p.recorded_at, a.moments
      FROM contacts_reminderagreement a JOIN contacts_appointment p ON p.course_id = a.course_id
     WHERE guard.actor() = 'job:sms-reminders'
       AND a.is_wanted AND a.stopped_at IS NULL
       AND p.status = 'PLANNED' AND p.starts_at > since AND p.starts_at <= until
       AND (SELECT count(*) FROM contacts_smsreminder r
             WHERE r.appointment_id = p.id AND r.starts_at = p.starts_at) < cardinality(a.moments)
       AND guard.sms_silence(p.course_id) = ''
$$;

-- Where a message goes to, or why it is not to go any more.
CREATE FUNCTION guard.sms_target(reminder uuid) RETURNS TABLE (phone text, why text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.phone::text, CASE
        WHEN r.appointment_id IS NULL
            THEN CASE WHEN z.died_on IS NULL THEN '' ELSE 'ENDED' END
        WHEN guard.sms_silence(r.course_id) <> '' THEN guard.sms_silence(r.course_id)
        WHEN p.status <> 'PLANNED' THEN 'CANCELLED'
        WHEN p.starts_at <> r.starts_at THEN 'MOVED'
        ELSE '' END
      FROM contacts_smsreminder r
      JOIN courses_course k ON k.id = r.course_id
      JOIN citizens_citizen z ON z.id = k.citizen_id
      LEFT JOIN contacts_appointment p ON p.id = r.appointment_id
      LEFT JOIN contacts_reminderagreement a ON a.course_id = r.course_id
     WHERE r.id = reminder AND guard.actor() = 'job:sms-reminders'
$$;

-- Who is to know that a reminder did not go: whoever has the appointment.
CREATE FUNCTION guard.sms_responsible(reminder uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.staff_member_id
      FROM contacts_smsreminder r
      JOIN contacts_appointment p ON p.id = r.appointment_id
      JOIN courses_course k ON k.id = r.course_id
      JOIN citizens_citizen z ON z.id = k.citizen_id
     WHERE r.id = reminder AND guard.actor() IN ('job:sms-reminders', 'job:sms-gateway')
       AND k.status <> 'ENDED' AND z.died_on IS NULL
$$;

-- Whether a key is that of a reminder in the course that did not go: its follow-up bears it, too.
CREATE FUNCTION guard.is_unsent_sms(reminder uuid, course uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.actor() IN ('job:sms-reminders', 'job:sms-gateway') AND EXISTS (
        SELECT FROM contacts_smsreminder
         WHERE id = reminder AND course_id = course AND state IN ('FAILED', 'GIVEN_UP'))
$$;
"""
ANSWERS = """
-- Numbers that nobody here has: counted, and not kept.
CREATE TABLE guard.stray_sms (gateway_key text PRIMARY KEY, received_at timestamptz NOT NULL);
REVOKE ALL ON guard.stray_sms FROM PUBLIC;

CREATE FUNCTION guard.count_stray_sms(key text, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO guard.stray_sms SELECT key, at WHERE guard.actor() = 'job:sms-gateway'
    ON CONFLICT DO NOTHING
$$;

-- Whose number it is, and who is to call. Of several the one who was written to last.
CREATE FUNCTION guard.sms_sender(number text)
RETURNS TABLE (course_id uuid, team_id uuid, staff_member_id uuid, user_id uuid, given_name text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.id, k.team_id, s.id, s.user_id, z.given_name::text
      FROM contacts_reminderagreement a
      JOIN courses_course k ON k.id = a.course_id
      JOIN citizens_citizen z ON z.id = k.citizen_id
      LEFT JOIN courses_primarycontact c ON c.course_id = k.id AND c.from_on <= guard.today()
            AND (c.until_on IS NULL OR c.until_on > guard.today())
      JOIN teams_staffmember s
        ON s.id = c.staff_member_id OR (c.id IS NULL AND s.user_id = a.recorded_by_id)
     WHERE a.phone = number AND number <> '' AND guard.actor() = 'job:sms-gateway'
       AND k.status <> 'ENDED' AND z.died_on IS NULL
     ORDER BY (SELECT max(r.sent_at) FROM contacts_smsreminder r WHERE r.course_id = k.id)
              DESC NULLS LAST, a.recorded_at DESC
     LIMIT 1
$$;

-- Whoever holds the telephone wants no more: for everybody it stands for.
CREATE FUNCTION guard.stop_sms_to(number text, at timestamptz) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH stopped AS (
        UPDATE contacts_reminderagreement
           SET stopped_at = at, stopped_how = 'BY_SMS', version = version + 1
         WHERE phone = number AND number <> '' AND is_wanted AND stopped_at IS NULL
           AND guard.actor() = 'job:sms-gateway'
        RETURNING id)
    SELECT count(*) FROM stopped
$$;

-- Whether a key is that of an answer in the course: the task it asks for bears it, too.
CREATE FUNCTION guard.is_sms_reply(reply uuid, course uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.actor() = 'job:sms-gateway' AND EXISTS (
        SELECT FROM contacts_smsreply WHERE id = reply AND course_id = course)
$$;
"""
NAMES = (
    "guard.sms_to_plan(timestamptz, timestamptz), guard.sms_target(uuid),"
    " guard.sms_responsible(uuid), guard.is_unsent_sms(uuid, uuid), guard.count_stray_sms(text, timestamptz),"
    " guard.sms_sender(text), guard.stop_sms_to(text, timestamptz), guard.is_sms_reply(uuid, uuid)"
)
GRANTS = f"""
REVOKE ALL ON FUNCTION guard.sms_silence(uuid), {NAMES} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {NAMES} TO hjemmebane_app;
"""
BACK = f"""
DROP FUNCTION {NAMES}, guard.sms_silence(uuid);
DROP TABLE guard.stray_sms;
"""

REMINDERS = Guard(
    course="course_id",
    read=f"{TEAMS} OR {JOB} OR {GATEWAY}",
    write=f"{JOB} OR {GATEWAY}",
    grants="SELECT, INSERT, UPDATE",
    columns="version, state, why, attempts, next_try_at, first_tried_at, sent_at, delivered_at,"
    " gateway_id",
)
REPLIES = Guard(
    course="course_id", read=f"{TEAMS} OR {GATEWAY}", write=GATEWAY, grants="SELECT, INSERT"
)


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0023_sms_reminders"),
        ("courses", "0006_hold_keeps_reminders"),
        ("consents", "__first__"),
    ]
    operations = [
        GuardTable(
            "contacts_reminderagreement",
            Guard(course="course_id", grants="SELECT, INSERT, UPDATE"),
        ),
        GuardTable("contacts_smsreminder", REMINDERS),
        GuardTable("contacts_smsreply", REPLIES),
        migrations.RunSQL(PLANNING + ANSWERS + GRANTS, BACK),
        OpenRows(
            "contacts_followup",
            "unsent_sms",
            "guard.is_unsent_sms(id, course_id)",
            command="INSERT",
        ),
        OpenRows(
            "contacts_task",
            "sms_reply",
            "guard.is_sms_reply(id, course_id)",
            command="INSERT",
        ),
    ]
