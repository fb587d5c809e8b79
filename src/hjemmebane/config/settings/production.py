"""Production: TLS, complete secrets, no demo accounts; refuses to start when one is missing."""

from django.core.exceptions import ImproperlyConfigured

from hjemmebane.config.settings import base
from hjemmebane.config.settings.base import *

REQUIRED = {
    "HJEMMEBANE_SECRET_KEY": base.SECRET_KEY,
    "HJEMMEBANE_ALLOWED_HOSTS": base.ALLOWED_HOSTS,
    "HJEMMEBANE_DATABASE_HOST": base.DATABASE_HOST,
    "HJEMMEBANE_APP_PASSWORD": base.APP_PASSWORD,
    "HJEMMEBANE_ACTOR_KEY": base.ACTOR_KEY,
    "HJEMMEBANE_SEALING_KEYS": base.SEALING_KEYS,
    "HJEMMEBANE_INDEX_KEY": base.INDEX_KEY,
}
if missing := [name for name, value in REQUIRED.items() if not value]:
    raise ImproperlyConfigured(f"not set: {', '.join(missing)}")

DEBUG = False
DEMO_ACCOUNTS_ALLOWED = False
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
