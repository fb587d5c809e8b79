"""The demo on one's own machine: real data rules, invented people, no TLS."""

from hjemmebane.config.settings.base import *

DEMO_ACCOUNTS_ALLOWED = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
