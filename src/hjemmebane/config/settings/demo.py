"""The demo on one's own machine: real data rules, invented people, no TLS."""

from hjemmebane.config.settings.base import *
from hjemmebane.config.settings.base import PACKAGE, PUBLIC_ADDRESS, SMS_ADDRESS

DEMO_ACCOUNTS_ALLOWED = True
# Letters are files, to be read and never sent.
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": PACKAGE.parents[1] / ".local/letters"},
    }
}
# And so are text messages.
SMS_ADDRESS = SMS_ADDRESS or f"file:{PACKAGE.parents[1] / '.local/sms'}"
SENDS_EMAIL = True
DEFAULT_FROM_EMAIL = "hjemmebane@demo.example"
PUBLIC_ADDRESS = PUBLIC_ADDRESS or "http://127.0.0.1:8000"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
