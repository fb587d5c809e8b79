"""Who writes from outside changes what is theirs to change, and under their own name.

A policy says whose row may be written; what in it is said here: columns that the web process may
change at all, and for rows that the team changes, too, a trigger that looks at who acts. A consent
is never rewritten, and what was taken back stays so.
"""

from django.db import migrations

FUNCTIONS = """
-- Arguments: the columns that somebody from outside may change, and those that they leave empty.
CREATE FUNCTION guard.keep_to_their_own() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    said jsonb := to_jsonb(NEW);
BEGIN
    IF guard.partner_id() IS NULL AND guard.own_citizen_id() IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF said - TG_ARGV[0]::text[] <> to_jsonb(OLD) - TG_ARGV[0]::text[] THEN
            RAISE EXCEPTION 'not theirs to change: %', TG_TABLE_NAME USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
    END IF;
    -- `user:<login>` writes, or `together:<login>:<citizen>`.
    IF said ->> 'recorded_by_id' IS DISTINCT FROM split_part(guard.actor(), ':', 2)
       OR EXISTS (SELECT FROM unnest(TG_ARGV[1]::text[]) AS name
                   WHERE coalesce(said ->> name, '') <> '') THEN
        RAISE EXCEPTION 'not theirs to write: %', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION guard.keep_taken_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'what was taken back stays so' USING ERRCODE = '42501';
END $$;

REVOKE ALL ON FUNCTION guard.keep_to_their_own(), guard.keep_taken_back() FROM PUBLIC;

CREATE TRIGGER consents_consent_stays_taken_back BEFORE UPDATE ON consents_consent FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
    EXECUTE FUNCTION guard.keep_taken_back();
"""
BACK = """
DROP TRIGGER consents_consent_stays_taken_back ON consents_consent;
DROP FUNCTION guard.keep_to_their_own(), guard.keep_taken_back();
"""

# Who else may write in these tables, and what somebody from outside changes and leaves empty.
WRITTEN_FROM_OUTSIDE = {
    "plans_planactivity": ("version,what,how_often,place,demand,due_on,status", "sub_goal_id"),
    "plans_subgoal": ("version,status,settled_on", ""),
    "contacts_message": ("version,seen_at,seen_by_id", "seen_at,seen_by_id"),
    "sharing_partnerappointment": ("version,status", ""),
    "sharing_suggestion": ("", "answer,handled_at,handled_by_id,sub_goal_id"),
    "sharing_citizenanswer": ("", ""),
    "sharing_story": ("", ""),
    "sharing_pictogram": ("version,symbol", ""),
    "sharing_recording": ("", ""),
}
CHANGED = {
    "consents_consent": "version, withdrawn_at, withdrawn_by_id",
    "sharing_partnerappointment": "version, status",
    "sharing_pictogram": "version, symbol",
}


def watch(table: str, changed: str, empty: str) -> migrations.RunSQL:
    name = f"{table}_keeps_to_their_own"
    return migrations.RunSQL(
        f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW"
        f" EXECUTE FUNCTION guard.keep_to_their_own('{{{changed}}}', '{{{empty}}}')",
        f"DROP TRIGGER {name} ON {table}",
    )


def narrow(table: str, columns: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"REVOKE UPDATE ON {table} FROM hjemmebane_app;"
        f" GRANT UPDATE ({columns}) ON {table} TO hjemmebane_app",
        f"REVOKE UPDATE ({columns}) ON {table} FROM hjemmebane_app;"
        f" GRANT UPDATE ON {table} TO hjemmebane_app",
    )


class Migration(migrations.Migration):
    dependencies = [("sharing", "0008_handed_over_by_a_team")]
    operations = [
        migrations.RunSQL(FUNCTIONS, BACK),
        *(watch(table, *columns) for table, columns in WRITTEN_FROM_OUTSIDE.items()),
        *(narrow(table, columns) for table, columns in CHANGED.items()),
    ]
