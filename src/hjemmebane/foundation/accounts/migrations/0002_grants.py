"""What the app role may do with sessions and the tables around the logins.

None of these tables holds anything about a citizen. They are read before anybody acts, so they
carry no policies. The logins themselves are guarded with the schema `guard`, in audit.
"""

from django.db import migrations

from hjemmebane.foundation.guards import EVERYTHING, OpenTable

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
        OpenTable("django_session", EVERYTHING),
        OpenTable("account_emailaddress", READ),
        OpenTable("accounts_user_groups", READ),
        OpenTable("accounts_user_user_permissions", READ),
        OpenTable("auth_group", READ),
        OpenTable("auth_group_permissions", READ),
        OpenTable("auth_permission", READ),
        OpenTable("django_content_type", READ),
        OpenTable("django_migrations", READ),
    ]
