"""Programs that only the tests need, installed where that is ours to do: as root on Debian."""

import os
import shutil
import subprocess

from tools.places import Stop

COMMAND = ("apt-get", "install", "--yes", "--no-install-recommends")


def may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str, *, what: str) -> None:
    """Install a package. Raises Stop with what Debian said."""
    print(f"Installing {what} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("apt-get", "update"), (*COMMAND, package)):
        done = subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        if done.returncode != 0:
            problem = done.stderr.decode(errors="replace").strip()
            raise Stop(f"`{' '.join(command)}` failed: {problem}")
