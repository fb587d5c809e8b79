"""A partner's login is given by a key and handed on with its owner; nobody writes it into a row.

Whoever could point a person at a partner to a login of their choosing would read with that person's
eyes, or choose a new password for somebody else. And the address book of a municipality is written
by those who work for it, as its pages have it.
"""

from django.db import migrations

from hjemmebane.foundation.guards import Guard, grant_sql, policy_sql

HAND_ON = """
-- The login of somebody who has left goes with them to where they have just begun.
CREATE FUNCTION guard.hand_on_login(left_place uuid, new_place uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    login uuid;
BEGIN
    SELECT p.user_id INTO login FROM partners_partnerperson p
     WHERE p.id = left_place AND p.left_on <= guard.today()
       AND (guard.is_operations() OR p.organisation_id IN (SELECT guard.partners_i_work_with()))
       FOR UPDATE;
    IF login IS NULL OR NOT EXISTS (
        SELECT FROM partners_partnerperson p
         WHERE p.id = new_place AND p.user_id IS NULL AND p.left_on IS NULL
           AND (guard.is_operations() OR p.organisation_id IN (SELECT guard.partners_i_work_with()))
    ) THEN
        RETURN false;
    END IF;
    UPDATE partners_partnerperson SET user_id = NULL WHERE id = left_place;
    UPDATE partners_partnerperson SET user_id = login WHERE id = new_place;
    RETURN true;
END $$;
-- Whom a member of a team asks in: the people at the partners of the municipality.
CREATE FUNCTION guard.partner_people_i_invite() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id FROM partners_partnerperson p
     WHERE p.organisation_id IN (SELECT guard.partners_i_work_with())
       AND EXISTS (SELECT guard.my_team_ids())
$$;

REVOKE ALL ON FUNCTION guard.hand_on_login(uuid, uuid), guard.partner_people_i_invite() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.hand_on_login(uuid, uuid), guard.partner_people_i_invite()
    TO hjemmebane_app;

-- A login of the staff is no partner, whatever row names it.
CREATE OR REPLACE FUNCTION guard.partner_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id FROM partners_partnerperson p JOIN accounts_user u ON u.id = p.user_id
     WHERE u.id = guard.user_id() AND u.is_active AND u.face = 'PARTNER'
       AND (p.left_on IS NULL OR p.left_on > guard.today())
$$;
"""
HAND_ON_BACK = """
DROP FUNCTION guard.hand_on_login(uuid, uuid), guard.partner_people_i_invite();
CREATE OR REPLACE FUNCTION guard.partner_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.id FROM partners_partnerperson p JOIN accounts_user u ON u.id = p.user_id
     WHERE u.id = guard.user_id() AND u.is_active
       AND (p.left_on IS NULL OR p.left_on > guard.today())
$$;
"""

EVERYBODY = "guard.is_staff() OR guard.is_operations()"
OF_MUNICIPALITY = (
    "municipality_id IN (SELECT guard.municipalities_i_work_for()) OR guard.is_operations()"
)
OF_PARTNER = "organisation_id IN (SELECT guard.partners_i_work_with()) OR guard.is_operations()"
TO_KNOWN = "partner_person_id IN (SELECT guard.partner_people_i_invite())"
TO_CITIZENS = "citizen_id IN (SELECT guard.visible_citizen_ids())"
BEFORE = {
    "partners_partnerorganisation": Guard(read=EVERYBODY),
    "partners_partnerperson": Guard(read=EVERYBODY),
    "sharing_invitation": Guard(
        read=f"{TO_CITIZENS} OR (partner_person_id IS NOT NULL"
        " AND EXISTS (SELECT guard.my_team_ids()))",
        grants="SELECT, INSERT, UPDATE",
        columns="version, cancelled_at, mailed_at",
    ),
}
AFTER = {
    "partners_partnerorganisation": Guard(read=EVERYBODY, write=OF_MUNICIPALITY),
    "partners_partnerperson": Guard(
        read=EVERYBODY,
        write=f"user_id IS NULL AND ({OF_PARTNER})",
        update=OF_PARTNER,
        columns="version, name, role, phone, email, is_resource, left_on",
    ),
    "sharing_invitation": Guard(
        read=f"{TO_CITIZENS} OR {TO_KNOWN}",
        grants="SELECT, INSERT, UPDATE",
        columns="version, cancelled_at, mailed_at",
    ),
}


def anew(table: str) -> migrations.RunSQL:
    """The table's grants and its own policies as they are from now on."""
    return migrations.RunSQL(guarded(table, AFTER[table]), guarded(table, BEFORE[table]))


def guarded(table: str, guard: Guard) -> list[str]:
    commands = ["SELECT", *guard.grants.removeprefix("SELECT, ").split(", ")]
    names = {command: "read" if command == "SELECT" else command.lower() for command in commands}
    conditions = {
        command: guard.read_condition if command == "SELECT" else guard.condition_for(command)
        for command in commands
    }
    return [
        *grant_sql(table, guard.granted),
        *(f"DROP POLICY {table}_{name} ON {table}" for name in names.values()),
        *(policy_sql(table, f"{table}_{names[c]}", c, conditions[c]) for c in commands),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0009_narrow_hands"),
        ("partners", "0005_functions"),
    ]
    operations = [
        migrations.RunSQL(HAND_ON, HAND_ON_BACK),
        *(anew(table) for table in AFTER),
    ]
