"""Exactly what a partner sees, shown to the citizen's team: the recipient's eyes, without hands.

`preview:<staff user>:<consent>` is let through where a partner reads, by the same functions, so that
what is shown cannot drift from what is open. It is no partner person, and so writes nothing.
"""

from django.db import migrations

# A token whose text does not begin so is no preview, whether or not it can be verified: those who
# are none need not be verified once more for each question.
FUNCTIONS = """
-- Through whose eyes somebody of a citizen's team looks: the recipient of one of the citizen's
-- consents, towards that citizen alone, and no further than the teams of the one who looks.
CREATE FUNCTION guard.previewed()
RETURNS TABLE (organisation_id uuid, person_id uuid, citizen_id uuid, team_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.organisation_id, c.person_id, c.citizen_id, k.team_id
      FROM regexp_match(guard.actor(), '^preview:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):'
                        || '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$') AS seen
      JOIN accounts_user u ON u.id = seen[1]::uuid AND u.is_active
      JOIN teams_staffmember s ON s.user_id = u.id
      JOIN teams_teammembership m ON m.staff_member_id = s.id
       AND m.from_on <= guard.today() AND (m.until_on IS NULL OR m.until_on >= guard.today())
      JOIN consents_consent c ON c.id = seen[2]::uuid AND c.organisation_id IS NOT NULL
      JOIN courses_course k ON k.team_id = m.team_id AND k.citizen_id = c.citizen_id
      LEFT JOIN partners_partnerperson p ON p.id = c.person_id
     WHERE p.left_on IS NULL OR p.left_on > guard.today()
$$;

-- The partner person who acts, for all citizens (NULL); or the one whose eyes are borrowed, for one.
CREATE FUNCTION guard.recipients()
RETURNS TABLE (organisation_id uuid, person_id uuid, citizen_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.organisation_id, p.id, NULL::uuid
      FROM partners_partnerperson p
     WHERE coalesce(current_setting('hjemmebane.actor', true), '') NOT LIKE 'preview:%'
        AND p.id = guard.partner_id()
    UNION
    SELECT v.organisation_id, v.person_id, v.citizen_id
      FROM guard.previewed() AS v
     WHERE coalesce(current_setting('hjemmebane.actor', true), '') LIKE 'preview:%'
$$;
"""

SEEING = """
CREATE OR REPLACE FUNCTION guard.partner_colleague_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM guard.recipients() AS me
      JOIN partners_partnerperson c ON c.organisation_id = me.organisation_id
$$;

CREATE OR REPLACE FUNCTION guard.consented_course_ids(citizen uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.id FROM courses_course k
     WHERE k.citizen_id = citizen AND k.status <> 'ENDED' AND EXISTS (
        SELECT FROM consents_consent c
         WHERE c.citizen_id = citizen AND c.team_id = k.team_id AND c.withdrawn_at IS NULL
           AND c.from_on <= guard.today()
           AND (c.until_on IS NULL OR c.until_on >= guard.today()))
       AND (coalesce(current_setting('hjemmebane.actor', true), '') NOT LIKE 'preview:%'
            OR k.team_id IN (SELECT team_id FROM guard.previewed()))
$$;

CREATE OR REPLACE FUNCTION guard.open_consents()
RETURNS TABLE (consent_id uuid, citizen_id uuid, scope text[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.citizen_id, c.scope::text[]
      FROM guard.recipients() AS me
      JOIN consents_consent c ON c.organisation_id = me.organisation_id
     WHERE (c.person_id IS NULL OR c.person_id = me.person_id)
       AND (me.citizen_id IS NULL OR c.citizen_id = me.citizen_id)
       AND c.withdrawn_at IS NULL AND c.from_on <= guard.today()
       AND (c.until_on IS NULL OR c.until_on >= guard.today())
       AND EXISTS (SELECT FROM guard.consented_course_ids(c.citizen_id))
$$;
"""

SEEING_BEFORE = """
CREATE OR REPLACE FUNCTION guard.partner_colleague_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id FROM partners_partnerperson me
      JOIN partners_partnerperson c ON c.organisation_id = me.organisation_id
     WHERE me.id = guard.partner_id()
$$;

CREATE OR REPLACE FUNCTION guard.consented_course_ids(citizen uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.id FROM courses_course k
     WHERE k.citizen_id = citizen AND k.status <> 'ENDED' AND EXISTS (
        SELECT FROM consents_consent c
         WHERE c.citizen_id = citizen AND c.team_id = k.team_id AND c.withdrawn_at IS NULL
           AND c.from_on <= guard.today()
           AND (c.until_on IS NULL OR c.until_on >= guard.today()))
$$;

CREATE OR REPLACE FUNCTION guard.open_consents()
RETURNS TABLE (consent_id uuid, citizen_id uuid, scope text[])
LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.id, c.citizen_id, c.scope::text[]
      FROM partners_partnerperson me
      JOIN consents_consent c ON c.organisation_id = me.organisation_id
     WHERE me.id = guard.partner_id() AND (c.person_id IS NULL OR c.person_id = me.id)
       AND c.withdrawn_at IS NULL AND c.from_on <= guard.today()
       AND (c.until_on IS NULL OR c.until_on >= guard.today())
       AND EXISTS (SELECT FROM guard.consented_course_ids(c.citizen_id))
$$;
"""

NAMES = "guard.previewed(), guard.recipients()"
# Only other functions ask them.
INNER = f"REVOKE ALL ON FUNCTION {NAMES} FROM PUBLIC;"
BACK = f"{SEEING_BEFORE} DROP FUNCTION {NAMES};"


class Migration(migrations.Migration):
    dependencies = [("sharing", "0003_doors")]
    operations = [
        migrations.RunSQL(FUNCTIONS + SEEING + INNER, BACK),
    ]
