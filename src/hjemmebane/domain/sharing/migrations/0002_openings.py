"""What a partner and what a citizen sees: rows of lower rooms, opened by consents and by being
oneself. Whatever is not opened here is shut.
"""

from django.db import migrations

from hjemmebane.foundation.guards import APPEND_ONLY, Guard, GuardTable, OpenRows

FUNCTIONS = """
-- ------------------------------------------------------------------ a partner
-- The partner person who acts, or NULL: with an open login, and still with their employer.
CREATE FUNCTION guard.partner_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id FROM partners_partnerperson p JOIN accounts_user u ON u.id = p.user_id
     WHERE u.id = guard.user_id() AND u.is_active
       AND (p.left_on IS NULL OR p.left_on > guard.today())
$$;

CREATE FUNCTION guard.partner_colleague_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM partners_partnerperson me
      JOIN partners_partnerperson c ON c.organisation_id = me.organisation_id
     WHERE me.id = guard.partner_id()
$$;

-- The open courses of a citizen in teams that have the citizen's yes today: all else rests on it.
CREATE FUNCTION guard.consented_course_ids(citizen uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.id FROM courses_course k
     WHERE k.citizen_id = citizen AND k.status <> 'ENDED' AND EXISTS (
        SELECT FROM consents_consent c
         WHERE c.citizen_id = citizen AND c.team_id = k.team_id AND c.withdrawn_at IS NULL
           AND c.from_on <= guard.today()
           AND (c.until_on IS NULL OR c.until_on >= guard.today()))
$$;

-- The consents in force for the partner who acts: to their organisation, or to just them in it.
CREATE FUNCTION guard.open_consents() RETURNS TABLE (consent_id uuid, citizen_id uuid, scope text[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.citizen_id, c.scope::text[]
      FROM partners_partnerperson me
      JOIN consents_consent c ON c.organisation_id = me.organisation_id
     WHERE me.id = guard.partner_id() AND (c.person_id IS NULL OR c.person_id = me.id)
       AND c.withdrawn_at IS NULL AND c.from_on <= guard.today()
       AND (c.until_on IS NULL OR c.until_on >= guard.today())
       AND EXISTS (SELECT FROM guard.consented_course_ids(c.citizen_id))
$$;

-- The courses of which a part is open to the partner who acts; '' is any part.
CREATE FUNCTION guard.opened_course_ids(part text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT course FROM guard.open_consents() AS o, guard.consented_course_ids(o.citizen_id) AS course
     WHERE part = '' OR part = ANY (o.scope)
$$;

-- The goals chosen one by one; a goal of somebody else stays shut whoever named it.
CREATE FUNCTION guard.opened_goals() RETURNS TABLE (goal_id uuid, plan_id uuid, course_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT g.id, g.plan_id, g.course_id
      FROM guard.open_consents() AS o
      JOIN consents_consenteditem i ON i.consent_id = o.consent_id AND i.kind = 'GOAL'
      JOIN plans_goal g ON g.id = i.item_id
     WHERE 'GOALS' = ANY (o.scope)
       AND g.course_id IN (SELECT guard.consented_course_ids(o.citizen_id))
$$;

CREATE FUNCTION guard.opened_goal_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT goal_id FROM guard.opened_goals()
$$;

-- Whether something hangs rightly: from an opened goal, in its own plan and course.
CREATE FUNCTION guard.is_opened_goal(goal uuid, plan uuid, course uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT (goal, plan, course) IN (SELECT goal_id, plan_id, course_id FROM guard.opened_goals())
$$;

CREATE FUNCTION guard.opened_wish_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT wish_id FROM plans_goalwish WHERE goal_id IN (SELECT guard.opened_goal_ids())
$$;

-- What a partner's organisation does itself stays before its own eyes while anything is open.
CREATE FUNCTION guard.opened_activity_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id FROM plans_planactivity a
     WHERE a.partner_person_id IN (SELECT guard.partner_colleague_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids(''))
    UNION
    SELECT a.id FROM plans_planactivity a
     WHERE a.goal_id IN (SELECT guard.opened_goal_ids())
       AND a.course_id IN (SELECT guard.opened_course_ids('ACTIVITIES'))
$$;

-- What the partner wrote with their own login, and may change as long as anything is open.
CREATE FUNCTION guard.own_activity_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.id FROM plans_planactivity a
     WHERE a.partner_person_id = guard.partner_id()
       AND a.course_id IN (SELECT guard.opened_course_ids(''))
$$;

-- The newest agreement on contact holds; those before it are the team's.
CREATE FUNCTION guard.opened_contact_agreement_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT DISTINCT ON (course_id) id FROM courses_contactagreement
     WHERE course_id IN (SELECT guard.opened_course_ids('AGREEMENTS'))
     ORDER BY course_id, recorded_at DESC, id DESC
$$;

-- Which citizens a partner works with, and of each no more than the consent says.
CREATE FUNCTION guard.opened_citizens()
RETURNS TABLE (citizen_id uuid, course_id uuid, team_id uuid, closest uuid, given_name text, family_name text,
               parts text[], phone text, email text, preferred_channel text, address_sealed text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    WITH opened AS (
        SELECT o.citizen_id, array_agg(DISTINCT part) AS parts
          FROM guard.open_consents() AS o, unnest(o.scope) AS part GROUP BY o.citizen_id
    )
    SELECT c.id, k.id, k.team_id,
           (SELECT p.staff_member_id FROM courses_primarycontact p
             WHERE p.course_id = k.id AND p.until_on IS NULL LIMIT 1), c.given_name, c.family_name, o.parts,
           CASE WHEN told THEN c.phone ELSE '' END,
           CASE WHEN told THEN c.email ELSE '' END,
           CASE WHEN told THEN c.preferred_channel ELSE '' END,
           CASE WHEN told AND NOT c.has_protected_address THEN c.address_sealed ELSE '' END
      FROM opened AS o
      JOIN citizens_citizen c ON c.id = o.citizen_id
      JOIN courses_course k ON k.id IN (SELECT guard.consented_course_ids(o.citizen_id))
     CROSS JOIN LATERAL (SELECT 'CONTACT_INFORMATION' = ANY (o.parts) AS told) AS t
$$;

-- ------------------------------------------------------------------ a citizen
-- The citizen who acts: with their own login, or on a device that one of their team handed over.
CREATE FUNCTION guard.own_citizen_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.citizen_id FROM citizens_citizenlogin l JOIN accounts_user u ON u.id = l.user_id
     WHERE u.id = guard.user_id() AND u.is_active
    UNION
    SELECT k.citizen_id
      FROM regexp_match(guard.actor(), '^together:([0-9a-f-]{36}):([0-9a-f-]{36})$') AS handed
      JOIN accounts_user u ON u.id::text = handed[1] AND u.is_active
      JOIN teams_staffmember s ON s.user_id = u.id
      JOIN teams_teammembership m ON m.staff_member_id = s.id
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
      JOIN courses_course k ON k.team_id = m.team_id AND k.citizen_id::text = handed[2]
$$;

CREATE FUNCTION guard.own_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 2 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course WHERE citizen_id = guard.own_citizen_id()
$$;

CREATE FUNCTION guard.own_open_course_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT id FROM courses_course
     WHERE citizen_id = guard.own_citizen_id() AND status <> 'ENDED'
$$;

-- ------------------------------------------------------------------ names
-- Whom both need by name: the people of the teams, and whoever answers for what they see.
CREATE FUNCTION guard.named_team_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT team_id FROM courses_course
     WHERE id IN (SELECT guard.opened_course_ids('')) OR id IN (SELECT guard.own_course_ids())
$$;

CREATE FUNCTION guard.named_staff_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.staff_member_id FROM teams_teammembership m
     WHERE m.team_id IN (SELECT guard.named_team_ids())
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
    UNION
    SELECT staff_member_id FROM contacts_appointment
     WHERE course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS'))
        OR course_id IN (SELECT guard.own_course_ids())
    UNION
    SELECT staff_member_id FROM plans_planactivity
     WHERE staff_member_id IS NOT NULL
       AND (id IN (SELECT guard.opened_activity_ids()) OR course_id IN (SELECT guard.own_course_ids()))
    UNION
    SELECT staff_member_id FROM plans_goal
     WHERE staff_member_id IS NOT NULL
       AND (id IN (SELECT guard.opened_goal_ids()) OR course_id IN (SELECT guard.own_course_ids()))
$$;

-- Whom to call in a team, and what about; their hours stay with the staff.
CREATE FUNCTION guard.people_of_team(team uuid)
RETURNS TABLE (staff_id uuid, profession text, core_functions text[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT m.staff_member_id, m.profession::text, m.core_functions::text[]
      FROM teams_teammembership m
     WHERE m.team_id = team AND team IN (SELECT guard.named_team_ids())
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
$$;

CREATE FUNCTION guard.named_partner_person_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT guard.partner_colleague_ids()
    UNION
    SELECT partner_person_id FROM plans_planactivity
     WHERE partner_person_id IS NOT NULL
       AND (id IN (SELECT guard.opened_activity_ids()) OR course_id IN (SELECT guard.own_course_ids()))
    UNION
    SELECT partner_person_id FROM sharing_partnerappointment
     WHERE course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS'))
        OR course_id IN (SELECT guard.own_course_ids())
    UNION
    SELECT person_id FROM consents_consent
     WHERE person_id IS NOT NULL AND citizen_id = guard.own_citizen_id()
$$;

CREATE FUNCTION guard.named_organisation_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT organisation_id FROM partners_partnerperson
     WHERE id IN (SELECT guard.named_partner_person_ids())
    UNION
    SELECT organisation_id FROM consents_consent
     WHERE organisation_id IS NOT NULL AND citizen_id = guard.own_citizen_id()
$$;

-- Who has looked: when, at what, why, and from which side; never who it was.
CREATE FUNCTION guard.readings_of_me()
RETURNS TABLE (at timestamptz, what text, reason text, side text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT a.at, a.what, a.reason,
           CASE WHEN a.actor LIKE 'together:%' THEN 'CITIZEN' ELSE coalesce(u.face, 'SYSTEM') END,
           coalesce(o.name, '')
      FROM audit_access a
      LEFT JOIN accounts_user u ON a.actor = 'user:' || u.id
      LEFT JOIN partners_partnerperson p ON p.user_id = u.id
      LEFT JOIN partners_partnerorganisation o ON o.id = p.organisation_id
     WHERE a.citizen_id = guard.own_citizen_id()
$$;

-- ------------------------------------------------------------------ the key to a door
-- Turns an invitation into a login, once. Answers with the username; NULL tells nothing about why
-- not. The web process itself can neither make a login nor say whose it is.
CREATE FUNCTION guard.accept_invitation(code text, password_hash text, of_face text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    invitation record;
    login uuid := gen_random_uuid();
BEGIN
    IF guard.actor() IS DISTINCT FROM 'job:invitation' THEN
        RETURN NULL;
    END IF;
    UPDATE sharing_invitation SET accepted_at = now(), version = version + 1
     WHERE code_index = code AND accepted_at IS NULL AND cancelled_at IS NULL AND expires_at > now()
       -- A citizen's short code must not be what a partner gets away with.
       AND (citizen_id IS NULL) = (of_face = 'PARTNER')
    RETURNING * INTO invitation;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    -- A citizen who has forgotten their code gets a new one to the same door.
    UPDATE accounts_user SET password = password_hash, is_active = true
     WHERE id = (SELECT user_id FROM citizens_citizenlogin WHERE citizen_id = invitation.citizen_id);
    IF FOUND THEN
        RETURN invitation.username;
    END IF;
    INSERT INTO accounts_user (id, username, full_name, email, first_name, last_name, password, face,
                               is_demo, is_active, is_staff, is_superuser, date_joined)
    SELECT login, invitation.username, coalesce(p.name, 'Borger'), '', '', '', password_hash,
           of_face, false, true, false, false, now()
      FROM (SELECT 1) AS one
      LEFT JOIN partners_partnerperson p ON p.id = invitation.partner_person_id;
    IF invitation.citizen_id IS NOT NULL THEN
        INSERT INTO citizens_citizenlogin (id, version, citizen_id, user_id, recorded_by_id, recorded_at)
        VALUES (gen_random_uuid(), 1, invitation.citizen_id, login, invitation.recorded_by_id, now());
        RETURN invitation.username;
    END IF;
    UPDATE partners_partnerperson SET user_id = login, version = version + 1
     WHERE id = invitation.partner_person_id AND user_id IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'that person has a login already' USING ERRCODE = '23505';
    END IF;
    RETURN invitation.username;
END $$;

-- ------------------------------------------------------------------ who has read
CREATE OR REPLACE FUNCTION guard.log_access(citizens uuid[], what text, reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who text := guard.actor();
    is_partner boolean := guard.partner_id() IS NOT NULL;
BEGIN
    IF who IS NULL THEN
        RAISE EXCEPTION 'nobody acts: an access must have an actor' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (SELECT FROM unnest(citizens) AS citizen
                WHERE citizen NOT IN (SELECT guard.visible_citizen_ids())
                  AND (NOT is_partner OR citizen NOT IN (SELECT citizen_id FROM guard.open_consents()))
                  AND citizen IS DISTINCT FROM guard.own_citizen_id()) THEN
        RAISE EXCEPTION 'not a reading: that citizen is out of sight' USING ERRCODE = '42501';
    END IF;
    -- A partner's reading rests on each of the consents that are open to them.
    IF is_partner THEN
        INSERT INTO public.audit_access (citizen_id, what, reason, actor, consent_id, at)
        SELECT o.citizen_id, what, reason, who, o.consent_id, clock_timestamp()
          FROM guard.open_consents() AS o WHERE o.citizen_id = ANY (citizens);
    ELSE
        INSERT INTO public.audit_access (citizen_id, what, reason, actor, at)
        SELECT citizen, what, reason, who, clock_timestamp() FROM unnest(citizens) AS citizen;
    END IF;
END $$;
"""

NAMES = (
    "partner_id()",
    "partner_colleague_ids()",
    "consented_course_ids(uuid)",
    "open_consents()",
    "opened_course_ids(text)",
    "opened_goals()",
    "opened_goal_ids()",
    "is_opened_goal(uuid, uuid, uuid)",
    "opened_wish_ids()",
    "opened_activity_ids()",
    "own_activity_ids()",
    "opened_contact_agreement_ids()",
    "named_team_ids()",
    "named_staff_ids()",
    "people_of_team(uuid)",
    "named_partner_person_ids()",
    "named_organisation_ids()",
    "opened_citizens()",
    "own_citizen_id()",
    "own_course_ids()",
    "own_open_course_ids()",
    "readings_of_me()",
    "accept_invitation(text, text, text)",
)
# Only other functions ask it: by itself it would say of any citizen whether they have a course.
INNER = {"consented_course_ids(uuid)"}
ALL = ", ".join(f"guard.{name}" for name in NAMES)
ASKED = ", ".join(f"guard.{name}" for name in NAMES if name not in INNER)
GRANTS = f"""
REVOKE ALL ON FUNCTION {ALL} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {ASKED} TO hjemmebane_app;
"""
BACK = f"DROP FUNCTION {ALL}"

PARTNER, CITIZEN = "partner", "citizen"
OWN = "course_id IN (SELECT guard.own_course_ids())"
OWN_NOW = "course_id IN (SELECT guard.own_open_course_ids())"
OPENED_NOW = "course_id IN (SELECT guard.opened_course_ids(''))"
ME = "partner_person_id = (SELECT guard.partner_id())"
COLLEAGUES = "partner_person_id IN (SELECT guard.partner_colleague_ids())"
UPCOMING = "starts_at >= (SELECT guard.today()::timestamp AT TIME ZONE 'Europe/Copenhagen')"
OPENED_APPOINTMENTS = (
    f"course_id IN (SELECT guard.opened_course_ids('APPOINTMENTS')) AND {UPCOMING}"
    " AND status = 'PLANNED'"
)
MY_WRITING = (
    f"{ME} AND responsible_kind = 'PARTNER' AND guard.is_opened_goal(goal_id, plan_id, course_id)"
)

KEPT = "SELECT, INSERT, UPDATE"
CITIZENS_OWN = Guard(course="course_id", write="false", grants=APPEND_ONLY)
GUARDS = {
    "sharing_invitation": Guard(
        citizen="citizen_id",
        read="citizen_id IN (SELECT guard.visible_citizen_ids())"
        " OR (partner_person_id IS NOT NULL AND EXISTS (SELECT guard.my_team_ids()))",
        grants=KEPT,
        columns="version, cancelled_at",
    ),
    "sharing_partnerappointment": Guard(course="course_id", write="false", grants=KEPT),
    "sharing_suggestion": Guard(
        course="course_id",
        grants=KEPT,
        columns="version, status, answer, handled_by_id, handled_at, sub_goal_id",
    ),
    "sharing_citizenanswer": CITIZENS_OWN,
    "sharing_story": CITIZENS_OWN,
    "sharing_pictogram": Guard(course="course_id", write="false", grants=KEPT),
    "sharing_recording": CITIZENS_OWN,
}

# What a partner reads, and writes.
TO_PARTNERS = [
    OpenRows("plans_goal", PARTNER, "id IN (SELECT guard.opened_goal_ids())"),
    OpenRows("plans_subgoal", PARTNER, "goal_id IN (SELECT guard.opened_goal_ids())"),
    OpenRows("plans_goalwish", PARTNER, "goal_id IN (SELECT guard.opened_goal_ids())"),
    OpenRows("plans_wish", PARTNER, "id IN (SELECT guard.opened_wish_ids())"),
    OpenRows("plans_planactivity", PARTNER, "id IN (SELECT guard.opened_activity_ids())"),
    OpenRows("plans_planactivity", PARTNER, MY_WRITING, command="INSERT"),
    OpenRows("plans_planactivity", PARTNER, f"{ME} AND {OPENED_NOW}", command="UPDATE"),
    OpenRows("contacts_appointment", PARTNER, OPENED_APPOINTMENTS),
    OpenRows(
        "sharing_partnerappointment",
        PARTNER,
        f"({COLLEAGUES} AND {OPENED_NOW}) OR ({OPENED_APPOINTMENTS})",
    ),
    OpenRows("sharing_partnerappointment", PARTNER, f"{ME} AND {OPENED_NOW}", command="INSERT"),
    OpenRows("sharing_partnerappointment", PARTNER, f"{ME} AND {OPENED_NOW}", command="UPDATE"),
    OpenRows("contacts_message", PARTNER, f"{COLLEAGUES} AND {OPENED_NOW}"),
    OpenRows(
        "contacts_message",
        PARTNER,
        f"side = 'PARTNER' AND {ME} AND {OPENED_NOW}"
        " AND activity_id IN (SELECT guard.own_activity_ids())",
        command="INSERT",
    ),
    OpenRows(
        "contacts_message",
        PARTNER,
        f"side = 'TEAM' AND {COLLEAGUES} AND {OPENED_NOW}"
        # Whoever only looks with a partner's eyes has colleagues, and writes nothing.
        " AND (SELECT guard.partner_id()) IS NOT NULL",
        command="UPDATE",
    ),
    OpenRows(
        "courses_contactagreement",
        PARTNER,
        "id IN (SELECT guard.opened_contact_agreement_ids())",
    ),
    OpenRows("consents_consent", PARTNER, "id IN (SELECT consent_id FROM guard.open_consents())"),
    OpenRows(
        "consents_consenteditem",
        PARTNER,
        "consent_id IN (SELECT consent_id FROM guard.open_consents())",
    ),
]

# What a citizen reads of their own, and writes.
READ_BY_CITIZEN = (
    "plans_wish",
    "plans_goal",
    "plans_goalwish",
    "plans_subgoal",
    "plans_planactivity",
    "plans_resource",
    "plans_reflection",
    "plans_agreement",
    "contacts_appointment",
    "contacts_message",
    "courses_primarycontact",
    "courses_contactagreement",
    *(name for name in GUARDS if name != "sharing_invitation"),
)
WRITTEN_BY_CITIZEN = (
    "sharing_suggestion",
    "sharing_citizenanswer",
    "sharing_story",
    "sharing_pictogram",
    "sharing_recording",
)
OWN_CITIZEN = "citizen_id = (SELECT guard.own_citizen_id())"
TO_CITIZENS = [
    *(OpenRows(table, CITIZEN, OWN) for table in READ_BY_CITIZEN),
    *(OpenRows(table, CITIZEN, OWN_NOW, command="INSERT") for table in WRITTEN_BY_CITIZEN),
    OpenRows("sharing_pictogram", CITIZEN, OWN_NOW, command="UPDATE"),
    OpenRows("plans_subgoal", CITIZEN, OWN_NOW, command="UPDATE"),
    OpenRows("courses_course", CITIZEN, OWN_CITIZEN),
    OpenRows("citizens_citizen", CITIZEN, "id = (SELECT guard.own_citizen_id())"),
    OpenRows("consents_consent", CITIZEN, OWN_CITIZEN),
    OpenRows("consents_consent", CITIZEN, f"{OWN_CITIZEN} AND team_id IS NULL", command="UPDATE"),
    OpenRows("consents_consenteditem", CITIZEN, OWN_CITIZEN),
]

# Whom both need by name.
TO_BOTH = [
    OpenRows("teams_team", "both", "id IN (SELECT guard.named_team_ids())"),
    OpenRows("teams_staffmember", "both", "id IN (SELECT guard.named_staff_ids())"),
    OpenRows("teams_persona", "both", "staff_member_id IN (SELECT guard.named_staff_ids())"),
    OpenRows("teams_portrait", "both", "staff_member_id IN (SELECT guard.named_staff_ids())"),
    OpenRows("partners_partnerperson", "both", "id IN (SELECT guard.named_partner_person_ids())"),
    OpenRows(
        "partners_partnerorganisation", "both", "id IN (SELECT guard.named_organisation_ids())"
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0001_initial"),
        ("audit", "0003_basis"),
        ("accounts", "0003_face"),
        ("contacts", "0010_guard_messages"),
        ("courses", "0004_guard_logins_and_items"),
        ("partners", "0003_logins"),
        ("plans", "0002_guards"),
        ("teams", "0003_portraits"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS + GRANTS, BACK),
        *(GuardTable(table, guard) for table, guard in GUARDS.items()),
        *TO_PARTNERS,
        *TO_CITIZENS,
        *TO_BOTH,
    ]
