"""What the app role may do with logins, sessions and the counter of login attempts.

None of these tables holds anything about a citizen. They are read before anybody acts, so they
carry no policies.
"""

from django.db import migrations

from hjemmebane.foundation.guards import EVERYTHING, OpenTable

CACHE_TABLE = """
CREATE UNLOGGED TABLE cache_entry (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX cache_entry_expires ON cache_entry (expires);
"""

READ = "SELECT"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("account", "__latest__"),
        ("sessions", "__latest__"),
        ("contenttypes", "__latest__"),
    ]
    operations = [
        migrations.RunSQL("GRANT USAGE ON SCHEMA public TO hjemmebane_app", migrations.RunSQL.noop),
        migrations.RunSQL(CACHE_TABLE, "DROP TABLE cache_entry"),
        OpenTable("cache_entry", EVERYTHING),
        OpenTable("django_session", EVERYTHING),
        OpenTable("accounts_user", "SELECT, INSERT, UPDATE"),
        OpenTable("account_emailaddress", EVERYTHING),
        OpenTable("accounts_user_groups", READ),
        OpenTable("accounts_user_user_permissions", READ),
        OpenTable("auth_group", READ),
        OpenTable("auth_group_permissions", READ),
        OpenTable("auth_permission", READ),
        OpenTable("django_content_type", READ),
        OpenTable("django_migrations", READ),
    ]
