"""The WSGI entrance. In production it opens only when everything is locked as it should be."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hjemmebane.config.settings.production")
application = get_wsgi_application()

from hjemmebane.faces.operations.security import (  # noqa: E402 -- needs the apps loaded above
    is_production,
    problems,
)

if is_production() and (found := problems()):
    raise ImproperlyConfigured("check_security refuses the start:\n" + "\n".join(found))
