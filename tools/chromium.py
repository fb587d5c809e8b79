"""The browser of the journeys: the system's Chromium, installed when that is ours to do."""

import os
import shutil
from pathlib import Path

from tools.debian import install, may_install
from tools.places import Stop

SHELL = "chromium-headless-shell"  # the same engine without windows: a third quicker
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NAMES = (SHELL, *WHOLE)

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
    return _find(NAMES)


def find_whole_chromium() -> Path:
    """As find_chromium, for what only a browser with windows can do, such as install a page."""
    return _find(WHOLE)


def _find(names: tuple[str, ...]) -> Path:
    chosen = os.environ.get("CHROMIUM")
    if chosen and not os.access(chosen, os.X_OK):
        raise Stop(f"CHROMIUM names {chosen}, which cannot be run.")
    if chosen and (SHELL in names or Path(chosen).name != SHELL):
        return Path(chosen)
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    raise Stop(
        "The journeys need Chromium. Debian: `sudo apt-get install chromium`; "
        "elsewhere install it and set CHROMIUM to its program file."
    )


def ensure_chromium() -> Path:
    """As find_chromium, but root on Debian gets what is missing of it installed."""
    if not os.environ.get("CHROMIUM") and may_install():
        if not shutil.which(SHELL):
            install(SHELL, what="Chromium for the journeys")
        if not any(map(shutil.which, WHOLE)):
            install("chromium", what="the whole of Chromium")
    return find_chromium()
