"""The browser of the journeys: the system's Chromium, installed when that is ours to do."""

import os
import shutil
from pathlib import Path

from tools.debian import install, may_install
from tools.places import Stop

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LAUNCH_ARGUMENTS = [
    "--no-sandbox",  # it only ever opens our own pages, often as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> Path:
    """The browser CHROMIUM names, or the system's; Stop says how to get one."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        if os.access(chosen, os.X_OK):
            return Path(chosen)
        raise Stop(f"CHROMIUM names {chosen}, which cannot be run.")
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    raise Stop(
        "The journeys need Chromium. Debian: `sudo apt-get install chromium`; "
        "elsewhere install it and set CHROMIUM to its program file."
    )


def ensure_chromium() -> Path:
    """As find_chromium, but root on Debian gets it installed."""
    try:
        return find_chromium()
    except Stop:
        if os.environ.get("CHROMIUM") or not may_install():
            raise
    install("chromium", what="Chromium for the journeys")
    return find_chromium()
