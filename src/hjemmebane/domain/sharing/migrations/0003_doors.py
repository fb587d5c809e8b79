"""How people come in: whether a letter was sent, attempts that are counted, and doors shut again.

The count of wrong codes lies with the owner: the web process can add to it and, as the citizen who
came in, begin anew; it can neither read nor reset it.
"""

from django.db import migrations, models

ATTEMPTS = """
CREATE TABLE guard.failed_login (
    username text PRIMARY KEY CHECK (length(username) <= 150),
    failures integer NOT NULL,
    last_at timestamptz NOT NULL
);
REVOKE ALL ON guard.failed_login FROM PUBLIC;

-- Counted before the code is judged, so that many at once are no more than one after another.
CREATE FUNCTION guard.begin_citizen_login(name text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tried integer;
BEGIN
    IF guard.actor() IS DISTINCT FROM 'job:citizen-login' THEN
        RETURN false;
    END IF;
    INSERT INTO guard.failed_login AS f (username, failures, last_at)
    VALUES (name, 1, clock_timestamp())
    ON CONFLICT (username) DO UPDATE
       SET failures = least(f.failures + 1, 1000), last_at = clock_timestamp()
    RETURNING failures INTO tried;
    RETURN tried <= 10;
END $$;

-- Who came in begins anew, with their own name and no other.
CREATE FUNCTION guard.citizen_came_in() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM guard.failed_login AS f USING public.accounts_user AS u
     WHERE u.id = guard.user_id() AND u.is_active AND f.username = u.username
$$;

-- For the citizen's team: whether it is time for a new code.
CREATE FUNCTION guard.is_citizen_locked_out(citizen uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.citizens_citizenlogin AS l
          JOIN public.accounts_user AS u ON u.id = l.user_id
          JOIN guard.failed_login AS f ON f.username = u.username
         WHERE l.citizen_id = citizen AND f.failures >= 10
           AND citizen IN (SELECT guard.visible_citizen_ids()))
$$;

-- The team shuts a citizen's own door, as when the telephone is gone. A new key opens it again.
CREATE FUNCTION guard.close_citizen_login(citizen uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF citizen NOT IN (SELECT guard.visible_citizen_ids()) THEN
        RETURN false;
    END IF;
    UPDATE public.accounts_user AS u SET is_active = false
      FROM public.citizens_citizenlogin AS l
     WHERE l.citizen_id = citizen AND u.id = l.user_id AND u.is_active;
    RETURN FOUND;
END $$;
"""

ACCEPT = """
-- Turns an invitation into a login, once. Answers with the username; NULL tells nothing about why
-- not. The web process itself can neither make a login nor say whose it is.
CREATE OR REPLACE FUNCTION guard.accept_invitation(code text, password_hash text, of_face text)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    invitation record;
    login uuid;
    of_demo boolean;
BEGIN
    IF guard.actor() IS DISTINCT FROM 'job:invitation' THEN
        RETURN NULL;
    END IF;
    UPDATE sharing_invitation AS i SET accepted_at = now(), version = version + 1
     WHERE code_index = code AND accepted_at IS NULL AND cancelled_at IS NULL AND expires_at > now()
       -- A citizen's short code must not be what a partner gets away with.
       AND (citizen_id IS NULL) = (of_face = 'PARTNER')
       -- Who has left since gets no door to a place they no longer work for.
       AND NOT EXISTS (SELECT FROM partners_partnerperson AS p
                        WHERE p.id = i.partner_person_id AND p.left_on <= guard.today())
    RETURNING * INTO invitation;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    -- Who has forgotten what opens the door, or lost what does, gets a new key to the same one.
    UPDATE accounts_user SET password = password_hash, is_active = true
     WHERE id IN (SELECT user_id FROM citizens_citizenlogin WHERE citizen_id = invitation.citizen_id
                  UNION
                  SELECT user_id FROM partners_partnerperson WHERE id = invitation.partner_person_id)
    RETURNING id INTO login;
    IF FOUND THEN
        DELETE FROM mfa_authenticator WHERE user_id = login;
        DELETE FROM guard.failed_login WHERE username = invitation.username;
        RETURN invitation.username;
    END IF;
    login := gen_random_uuid();
    -- Whom a demo account lets in is invented as well.
    of_demo := coalesce((SELECT is_demo FROM accounts_user WHERE id = invitation.recorded_by_id), false);
    INSERT INTO accounts_user (id, username, full_name, email, first_name, last_name, password, face,
                               is_demo, is_active, is_staff, is_superuser, date_joined)
    SELECT login, invitation.username, coalesce(p.name, 'Borger'), '', '', '', password_hash,
           of_face, of_demo, true, false, false, now()
      FROM (SELECT 1) AS one
      LEFT JOIN partners_partnerperson p ON p.id = invitation.partner_person_id;
    DELETE FROM guard.failed_login WHERE username = invitation.username;
    IF invitation.citizen_id IS NOT NULL THEN
        INSERT INTO citizens_citizenlogin (id, version, citizen_id, user_id, recorded_by_id, recorded_at)
        VALUES (gen_random_uuid(), 1, invitation.citizen_id, login, invitation.recorded_by_id, now());
        RETURN invitation.username;
    END IF;
    UPDATE partners_partnerperson SET user_id = login, version = version + 1
     WHERE id = invitation.partner_person_id;
    RETURN invitation.username;
END $$;
"""

NAMES = (
    "begin_citizen_login(text)",
    "citizen_came_in()",
    "is_citizen_locked_out(uuid)",
    "close_citizen_login(uuid)",
)
ALL = ", ".join(f"guard.{name}" for name in NAMES)
GRANTS = f"""
REVOKE ALL ON FUNCTION {ALL} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {ALL} TO hjemmebane_app;
GRANT UPDATE (mailed_at) ON sharing_invitation TO hjemmebane_app;
"""
BACK = f"""
DROP FUNCTION {ALL};
DROP TABLE guard.failed_login;
REVOKE UPDATE (mailed_at) ON sharing_invitation FROM hjemmebane_app;
"""


class Migration(migrations.Migration):
    dependencies = [("sharing", "0002_openings"), ("accounts", "0004_second_factor")]
    operations = [
        migrations.AddField(
            model_name="invitation",
            name="mailed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        # Going back leaves a function that opens the same doors; the one before it knew fewer tables.
        migrations.RunSQL(ATTEMPTS + ACCEPT + GRANTS, BACK),
    ]
