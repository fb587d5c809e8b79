"""The environment variables the service reads, filled in for local use."""

import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path

from tools.localpg import PORT, Cluster
from tools.places import LOCAL, ROOT

SECRETS_FILE = LOCAL / "secrets.env"


def demo_environment(cluster: Cluster, database: str) -> dict[str, str]:
    """Everything manage.py and the web server need to run the demo in this checkout."""
    return {
        **os.environ,
        **local_secrets(SECRETS_FILE),
        **places("demo", cluster, database),
        "HJEMMEBANE_ALLOWED_HOSTS": "127.0.0.1,localhost",
    }


def test_environment(cluster: Cluster, database: str) -> dict[str, str]:
    """Known values: they protect nothing, and a template database must fit the next run."""
    return {
        **os.environ,
        "HJEMMEBANE_SECRET_KEY": "only-for-tests-" + "0" * 40,
        "HJEMMEBANE_ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "HJEMMEBANE_APP_PASSWORD": "only-for-tests-app",
        "HJEMMEBANE_OWNER_PASSWORD": "only-for-tests-owner",
        "HJEMMEBANE_WORKER_PASSWORD": "only-for-tests-worker",
        "HJEMMEBANE_SMS_SECRET": "only-for-tests",
        "HJEMMEBANE_ACTOR_KEY": "a1" * 32,
        "HJEMMEBANE_INDEX_KEY": "b2" * 32,
        "HJEMMEBANE_SEALING_KEYS": "test:" + urlsafe_b64encode(b"c" * 32).decode(),
        "DEMO_PASSWORD": "hjemmebane",
        **places("test", cluster, database),
    }


def places(settings: str, cluster: Cluster, database: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": f"hjemmebane.config.settings.{settings}",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        "HJEMMEBANE_DATABASE_HOST": str(cluster.socket_folder),
        "HJEMMEBANE_DATABASE_PORT": PORT,
        "HJEMMEBANE_DATABASE_NAME": database,
    }


def local_secrets(path: Path) -> dict[str, str]:
    """Each made once, kept in a file only its owner can read."""
    lines = path.read_text().splitlines() if path.exists() else []
    known = dict(line.split("=", 1) for line in lines)
    fresh = dict(fresh_secrets())
    if fresh.keys() - known.keys():
        known = fresh | known
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.touch(mode=0o600)
        unfinished.write_text("".join(f"{name}={value}\n" for name, value in known.items()))
        unfinished.rename(path)
    return known


def fresh_secrets() -> list[tuple[str, str]]:
    sealing_key = urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return [
        ("HJEMMEBANE_SECRET_KEY", secrets.token_urlsafe(50)),
        ("HJEMMEBANE_APP_PASSWORD", secrets.token_urlsafe(24)),
        ("HJEMMEBANE_OWNER_PASSWORD", secrets.token_urlsafe(24)),
        ("HJEMMEBANE_WORKER_PASSWORD", secrets.token_urlsafe(24)),
        ("HJEMMEBANE_SMS_SECRET", secrets.token_urlsafe(24)),
        ("HJEMMEBANE_ACTOR_KEY", secrets.token_hex(32)),
        ("HJEMMEBANE_INDEX_KEY", secrets.token_hex(32)),
        ("HJEMMEBANE_SEALING_KEYS", f"local:{sealing_key}"),
    ]
