"""Who acts is asked once for each question, not once for each row.

A function that stands bare in a policy is called for every row that nothing before it lets through;
in a SELECT of its own it is called once. The rows that are let through are the same.
"""

from django.db import migrations

# Every policy that asks bare, whichever room declared it.
ASK_ONCE = r"""
DO $do$
DECLARE
    one record;
    bare CONSTANT text := '(?<!SELECT )guard\.(is_operations|is_staff|actor)\(\)';
    once CONSTANT text := '(SELECT guard.\1())';
BEGIN
    FOR one IN SELECT tablename, policyname, qual, with_check FROM pg_policies
                WHERE schemaname = 'public' AND concat(qual, ' ', with_check) ~ bare
    LOOP
        EXECUTE format('ALTER POLICY %I ON %I', one.policyname, one.tablename)
            || coalesce(' USING (' || regexp_replace(one.qual, bare, once, 'g') || ')', '')
            || coalesce(' WITH CHECK (' || regexp_replace(one.with_check, bare, once, 'g') || ')', '');
    END LOOP;
END $do$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sharing", "0021_own_lights"),
        ("accounts", "0005_job_queue"),
        ("courses", "0004_guard_logins_and_items"),
        ("field", "0002_guards"),
        ("partners", "0005_functions"),
        ("teams", "0008_guard_feeds"),
    ]
    operations = [migrations.RunSQL(ASK_ONCE, migrations.RunSQL.noop)]
