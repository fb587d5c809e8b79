"""The schema `guard`: who acts, the history of every guarded table, and whose a login is.

Everything in it belongs to the owner role. The app role may call the functions and read nothing.
"""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, GuardTable

ACTOR = """
CREATE SCHEMA guard;
GRANT USAGE ON SCHEMA guard TO hjemmebane_app;

-- The key of the actor tokens, prepared as the two padded blocks of HMAC (RFC 2104), because
-- PostgreSQL has sha256() built in and HMAC only in an extension.
CREATE TABLE guard.signing_key (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inner_pad bytea NOT NULL CHECK (length(inner_pad) = 64),
    outer_pad bytea NOT NULL CHECK (length(outer_pad) = 64)
);

-- The proven actor of this transaction, or NULL: no token, a wrong signature, an expired one.
CREATE FUNCTION guard.actor() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text[] := string_to_array(current_setting('hjemmebane.actor', true), '|');
    message bytea;
    key record;
BEGIN
    IF array_length(token, 1) IS DISTINCT FROM 3 OR token[2] !~ '^[0-9]{1,12}$'
       OR token[2]::bigint <= extract(epoch FROM clock_timestamp()) THEN
        RETURN NULL;
    END IF;
    message := convert_to(token[1] || '|' || token[2], 'UTF8');
    FOR key IN SELECT inner_pad, outer_pad FROM guard.signing_key LOOP
        IF encode(sha256(key.outer_pad || sha256(key.inner_pad || message)), 'hex') = token[3] THEN
            RETURN token[1];
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION guard.user_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT substr(actor, 6)::uuid FROM guard.actor() AS actor
     WHERE actor ~ '^user:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

CREATE FUNCTION guard.is_operations() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT guard.actor() IS NOT DISTINCT FROM 'job:operations'
$$;
"""

HISTORY = """
-- One row of history for one changed row. Runs as the owner, so the app role needs (and has) no
-- right to write history, and nothing the app role can set switches it off.
CREATE FUNCTION guard.record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- A file is kept once, in its own append-only row, and a password in its login alone: the
    -- history tells that they were written, and not what.
    unsaid CONSTANT text[] := '{content_sealed,password}';
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    whole jsonb := coalesce(new_row, old_row);
BEGIN
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(n.key, old_row -> n.key), jsonb_object_agg(n.key, n.value)
          INTO old_row, new_row
          FROM jsonb_each(new_row) AS n WHERE n.value IS DISTINCT FROM old_row -> n.key;
        IF new_row IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO public.audit_change (table_name, row_id, course_id, citizen_id, operation, before,
                                     after, actor, verb, occasion, at, transaction_id)
    VALUES (TG_TABLE_NAME, whole ->> 'id', (whole ->> TG_ARGV[0])::uuid, (whole ->> TG_ARGV[1])::uuid,
            TG_OP, old_row - unsaid, new_row - unsaid,
            coalesce(guard.actor(), 'database:' || session_user),
            coalesce(current_setting('hjemmebane.verb', true), ''),
            coalesce(current_setting('hjemmebane.occasion', true), ''), clock_timestamp(),
            pg_catalog.txid_current());
    RETURN NULL;
END $$;

CREATE FUNCTION guard.log_access(citizens uuid[], what text, reason text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who text := guard.actor();
BEGIN
    IF who IS NULL THEN
        RAISE EXCEPTION 'nobody acts: an access must have an actor' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (SELECT FROM unnest(citizens) AS citizen
                WHERE citizen NOT IN (SELECT guard.visible_citizen_ids())) THEN
        RAISE EXCEPTION 'not a reading: that citizen is out of sight' USING ERRCODE = '42501';
    END IF;
    INSERT INTO public.audit_access (citizen_id, what, reason, actor, at)
    SELECT citizen, what, reason, who, clock_timestamp() FROM unnest(citizens) AS citizen;
END $$;
"""

GRANTS = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA guard FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.actor(), guard.user_id(), guard.is_operations(),
    guard.log_access(uuid[], text, text) TO hjemmebane_app;
"""

LOGIN = Guard(
    read="true",  # a login is looked up before anybody acts
    write="guard.is_operations()",
    update="id = (SELECT guard.user_id()) AND is_active",
    grants="SELECT, INSERT, UPDATE",
    columns="password, is_active",
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("accounts", "0002_grants")]
    operations = [
        migrations.RunSQL(ACTOR + HISTORY + GRANTS, "DROP SCHEMA guard CASCADE"),
        GuardTable("accounts_user", LOGIN),
    ]
