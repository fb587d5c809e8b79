"""./run demo: the whole service with demo data on this machine, until Ctrl-C."""

import argparse
import os
import subprocess
import time

from tools import assets
from tools.demo_database import ensure_database, open_cluster
from tools.places import Stop
from tools.webserver import HOST, web_server
from tools.worker import worker

ACCOUNTS = (
    ("bostoette1", "bostøtte i team 1"),
    ("sygeplejerske1", "sygeplejerske i team 1"),
    ("raadgiver1", "rådgiver i team 1"),
    ("koordinator1", "koordinator i team 1"),
    ("bostoette2", "bostøtte i team 2"),
    ("koordinator2", "koordinator i team 2"),
    ("koordinator3", "koordinator i team 3"),
    ("koordinator4", "koordinator i ACT-teamet med 90 borgere"),
    ("leder1", "leder"),
    ("partner1", "jobkonsulent, som en borger har åbnet for"),
)

LOOK_EVERY = 0.5  # seconds
# As faces/operations/demo/doors.py gives it.
CITIZENS_PIN = "482913"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run demo")
    parser.add_argument("--fresh", action="store_true", help="build the demo database anew")
    options = parser.parse_args(arguments)
    port = chosen_port()
    assets.ensure()
    with open_cluster() as cluster:
        environment = ensure_database(cluster, fresh=options.fresh)
        print("Starter …", flush=True)
        with web_server(port, environment) as server, worker(port, environment) as working:
            print(welcome(port, environment.get("DEMO_PASSWORD", "hjemmebane")), flush=True)
            return watch(server, working)


def chosen_port() -> int:
    chosen = os.environ.get("PORT", "8000")
    if not chosen.isdecimal() or not 0 < int(chosen) < 65536:
        raise Stop(f"PORT must be a number between 1 and 65535, not {chosen!r}.")
    return int(chosen)


def welcome(port: int, password: str) -> str:
    accounts = "\n".join(f"  {name:<16} {who}" for name, who in ACCOUNTS)
    return (
        f"\nDemokonti (adgangskode: {password})\n{accounts}\n\n"
        f"En borger kommer ind på /min-plan/log-ind/ som borger1 med koden {CITIZENS_PIN}.\n\n"
        f"Klar: http://{HOST}:{port}\nCtrl-C stopper det hele.\n"
    )


def watch(server: subprocess.Popen[bytes], working: subprocess.Popen[bytes]) -> int:
    """Wait for Ctrl-C or SIGTERM; a server or a worker that ends by itself is a failure."""
    try:
        while server.poll() is None and working.poll() is None:
            time.sleep(LOOK_EVERY)
    except (KeyboardInterrupt, SystemExit):
        print("\nStopper …", flush=True)
        return 0
    name, ended = ("web server", server) if working.poll() is None else ("worker", working)
    raise Stop(f"The {name} ended by itself (exit code {ended.poll()}); the reason stands above.")
