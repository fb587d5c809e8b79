"""Tables the web process may reach without row-level policies: with what rights, and why.

All of them are read before anybody is known to act, or tell only about logins. None may hold
anything about a citizen. Adding one is a decision: think twice, then write the reason.
"""

READ = "SELECT"
EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"

OPEN_TABLES: dict[str, tuple[str, str]] = {
    "accounts_user_groups": (READ, "Django reads it with the login; no group is used"),
    "accounts_user_user_permissions": (READ, "Django reads it with the login; none is used"),
    "account_emailaddress": (READ, "allauth asks for it at login; no address is kept"),
    "auth_group": (READ, "Django's own"),
    "auth_group_permissions": (READ, "Django's own"),
    "auth_permission": (READ, "Django's own"),
    "django_content_type": (READ, "Django's own"),
    "django_migrations": (READ, "asked at start whether the database fits the code"),
    "django_session": (EVERYTHING, "who is logged in; read before anybody acts"),
}
