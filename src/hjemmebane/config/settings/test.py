"""The tests: as production where it matters, quick where it does not."""

from hjemmebane.config.settings import base
from hjemmebane.config.settings.base import *
from hjemmebane.config.settings.base import DATABASES, TEMPLATES

# The test command sets the environment; these stand in where a tool only needs to import.
SECRET_KEY = base.SECRET_KEY or "only-for-tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMO_ACCOUNTS_ALLOWED = True
# Django's test runner keeps letters in memory.
SENDS_EMAIL = True
PUBLIC_ADDRESS = "https://hjemmebane.test.example"
DEFAULT_FROM_EMAIL = "hjemmebane@test.example"
# A test that wants a virus scanner brings one.
CLAMAV = ""
# And so does one that wants its messages taken.
SMS_ADDRESS = ""
SMS_SECRET = "only-for-tests"  # noqa: S105 -- as it says

# One connection per test worker; a pool would hide which one a test speaks through.
DATABASES["default"]["OPTIONS"] = {}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **base.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "UNDEFINED:%s"
