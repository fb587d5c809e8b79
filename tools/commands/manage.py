"""./run manage COMMAND …: Django's commands on the local demo database."""

import subprocess
import sys

from tools.databases import create_database
from tools.demo_database import NAME, open_cluster
from tools.environment import demo_environment
from tools.places import ROOT


def run(arguments: list[str]) -> int:
    with open_cluster() as cluster:
        environment = demo_environment(cluster, NAME)
        create_database(cluster, NAME, environment)
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
