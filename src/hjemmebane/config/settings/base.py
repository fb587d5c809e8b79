"""What every installation shares. The environment is read here, in one block, and nowhere else."""

import os
from pathlib import Path

from hjemmebane.config.audiences import AUDIENCES
from hjemmebane.config.roles import ROUTE_ROLES as ROLES_BY_ROUTE

PACKAGE = Path(__file__).resolve().parents[2]

# --------------------------------------------------------------- environment
SECRET_KEY = os.environ.get("HJEMMEBANE_SECRET_KEY", "")
ALLOWED_HOSTS = [h for h in os.environ.get("HJEMMEBANE_ALLOWED_HOSTS", "").split(",") if h]
DATABASE_HOST = os.environ.get("HJEMMEBANE_DATABASE_HOST", "")
DATABASE_PORT = os.environ.get("HJEMMEBANE_DATABASE_PORT", "5432")
DATABASE_NAME = os.environ.get("HJEMMEBANE_DATABASE_NAME", "hjemmebane")
APP_PASSWORD = os.environ.get("HJEMMEBANE_APP_PASSWORD", "")
WORKER_PASSWORD = os.environ.get("HJEMMEBANE_WORKER_PASSWORD", "")
OWNER_PASSWORD = os.environ.get("HJEMMEBANE_OWNER_PASSWORD", "")
ACTOR_KEY = os.environ.get("HJEMMEBANE_ACTOR_KEY", "")
SEALING_KEYS = os.environ.get("HJEMMEBANE_SEALING_KEYS", "")
INDEX_KEY = os.environ.get("HJEMMEBANE_INDEX_KEY", "")
TRUSTED_PROXIES = int(os.environ.get("HJEMMEBANE_TRUSTED_PROXIES", "0"))
CLAMAV = os.environ.get("HJEMMEBANE_CLAMAV", "")
PUBLIC_ADDRESS = os.environ.get("HJEMMEBANE_ADDRESS", "")
MAIL_HOST = os.environ.get("HJEMMEBANE_EMAIL_HOST", "")
MAIL_PORT = int(os.environ.get("HJEMMEBANE_EMAIL_PORT", "587"))
MAIL_USER = os.environ.get("HJEMMEBANE_EMAIL_USER", "")
MAIL_PASSWORD = os.environ.get("HJEMMEBANE_EMAIL_PASSWORD", "")
MAIL_FROM = os.environ.get("HJEMMEBANE_EMAIL_FROM", "")
SMS_ADDRESS = os.environ.get("HJEMMEBANE_SMS_ADDRESS", "")
SMS_TOKEN = os.environ.get("HJEMMEBANE_SMS_TOKEN", "")
SMS_SENDER = os.environ.get("HJEMMEBANE_SMS_SENDER", "")
SMS_SECRET = os.environ.get("HJEMMEBANE_SMS_SECRET", "")
FIELD_KEEP_HOURS = int(os.environ.get("HJEMMEBANE_FIELD_KEEP_HOURS", "12"))
SMALLEST_GROUP = int(os.environ.get("HJEMMEBANE_SMALLEST_GROUP", "5"))
METHOD_PACKS_DIR = os.environ.get("HJEMMEBANE_METHOD_PACKS") or None

# --------------------------------------------------------------- the house
ROOMS = [
    "hjemmebane.domain.audit",
    "hjemmebane.domain.method",
    "hjemmebane.domain.teams",
    "hjemmebane.domain.partners",
    "hjemmebane.domain.citizens",
    "hjemmebane.domain.consents",
    "hjemmebane.domain.courses",
    "hjemmebane.domain.plans",
    "hjemmebane.domain.contacts",
    "hjemmebane.domain.measurements",
    "hjemmebane.domain.workload",
    "hjemmebane.domain.practice",
    "hjemmebane.domain.field",
    "hjemmebane.domain.meetings",
    "hjemmebane.domain.sharing",
    "hjemmebane.domain.fidelity",
    "hjemmebane.domain.economics",
    "hjemmebane.domain.evaluation",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "hjemmebane.foundation.accounts",
    "hjemmebane.design",
    *ROOMS,
    "hjemmebane.faces.operations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "hjemmebane.config.doorway.PhoneMiddleware",
    "hjemmebane.config.doorway.BodyLimitMiddleware",
    "hjemmebane.config.doorway.MethodMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hjemmebane.config.doorway.LoginMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hjemmebane.config.doorway.ActorMiddleware",
]

# For whom each route is, for those who may not import the wiring.
ROUTE_AUDIENCES = {route: audience.value for route, audience in AUDIENCES.items()}
ROUTE_ROLES = ROLES_BY_ROUTE
ROOT_URLCONF = "hjemmebane.config.urls"
WSGI_APPLICATION = "hjemmebane.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Pages lie beside their views: `staff/plans/plan.html`, `design/components/button.html`.
        "DIRS": [PACKAGE, PACKAGE / "faces", PACKAGE / "faces/public"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hjemmebane.config.frames.frame",
            ],
        },
    }
]
FORM_RENDERER = "hjemmebane.design.fields.renderer.FormRenderer"

# --------------------------------------------------------------- database
_SERVER = {
    "ENGINE": "django.db.backends.postgresql",
    "HOST": DATABASE_HOST,
    "PORT": DATABASE_PORT,
    "NAME": DATABASE_NAME,
}
DATABASES = {
    # The web process: owns nothing, cannot bypass row-level security.
    "default": {
        **_SERVER,
        "USER": "hjemmebane_app",
        "PASSWORD": APP_PASSWORD,
        # A database that is away is told within seconds, not half a minute.
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}},
    },
    # Migrations and key installation only.
    "owner": {**_SERVER, "USER": "hjemmebane_owner", "PASSWORD": OWNER_PASSWORD},
    # The worker's way to its queue, and to nothing else.
    "worker": {**_SERVER, "USER": "hjemmebane_worker", "PASSWORD": WORKER_PASSWORD},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Counts login attempts, for each web process by itself. Never in the database: Django keeps cache
# entries as pickles, and whoever could write such a row could run code in the web process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # Enough that asking from many addresses does not push the counts of others out.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# --------------------------------------------------------------- jobs
# What runs when is one list; nothing is looked for in modules called `tasks`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None
PROCRASTINATE_IMPORT_PATHS = ["hjemmebane.config.schedule"]

# --------------------------------------------------------------- login
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
# The login page that follows a logout takes away what the device kept to be read.
ACCOUNT_LOGOUT_REDIRECT_URL = "/login/?afsked"
ACCOUNT_ADAPTER = "hjemmebane.faces.public.accounts.Adapter"
ACCOUNT_FORMS = {"login": "hjemmebane.faces.public.forms.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    # Our own open forms count in the same way: a referral sent, and a receipt code tried.
    "referral": "10/h/ip",
    "receipt_code": "20/10m/ip",
    # Keys and codes tried at a door, and the password that takes a device back.
    "door": "20/10m/ip",
    "take_back": "5/5m/user",
    # Calendars ask again and again, some households from one address; guessing is hopeless anyway.
    "feed": "300/10m/ip",
}
# Behind a proxy everybody would share one address, and one limit.
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ADAPTER = "hjemmebane.faces.public.accounts.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Hjemmebane"
# A telephone's clock may go half a minute wrong.
MFA_TOTP_TOLERANCE = 1
# The second factor is set up at once after the password and never taken off by its owner.
MFA_REAUTHENTICATION_REQUIRED = False
SESSION_ENGINE = "hjemmebane.foundation.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hjemmebane.faces.public.refusals.csrf_failure"

# --------------------------------------------------------------- letters
# Without a mail server nothing is sent, and the pages say so.
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": MAIL_HOST,
            "port": MAIL_PORT,
            "username": MAIL_USER,
            "password": MAIL_PASSWORD,
            # A password and a link never travel in the clear.
            "use_tls": True,
            "timeout": 10,
        },
    }
}
SENDS_EMAIL = bool(MAIL_HOST)
DEFAULT_FROM_EMAIL = MAIL_FROM

# --------------------------------------------------------------- the browser
from django.utils.csp import CSP  # noqa: E402 -- beside the policy it belongs to

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# A form of 10,000 characters in every field fits many times over; a film does not.
LARGEST_BODY = 6 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_BODY
# Files from strangers wait in memory until they are sealed: never in the clear on a disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
# By the one address that takes more: a talk of an hour, and the words beside it.
LARGEST_UPLOADS = {"staff:attachments:page": 66 * 1024 * 1024}
FILE_UPLOAD_MAX_MEMORY_SIZE = max(LARGEST_UPLOADS.values())
# How much of that the files of one form may be; the rest is for its words.
LARGEST_FILES = 4 * 1024 * 1024
# A photograph as a telephone takes it; what is kept of it is a few kilobytes.
LARGEST_PICTURE = 5 * 1024 * 1024

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Compressed once and named by content, so that a browser asks for each file only once.
    "staticfiles": {"BACKEND": "hjemmebane.config.static_files.SmallStaticFiles"},
}
STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE.parents[1] / ".local/static"

# --------------------------------------------------------------- language and time
LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
FORMAT_MODULE_PATH = ["hjemmebane.config.formats"]

# --------------------------------------------------------------- logs
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "hjemmebane.foundation.logs.formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.db.backends": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},  # each job as it begins and ends is too much
        "httpx": {"level": "WARNING"},
    },
}
