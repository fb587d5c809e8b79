"""./run fix: formats the code and mends what can be mended without a person."""

import sys

from tools.environment import test_environment
from tools.gates import Gate, python, run_quietly, verdict
from tools.localpg import SUPERUSER
from tools.places import Stop
from tools.test_database import open_cluster

REPAIRS = [
    Gate("lint", python("ruff", "check", "--fix", "--quiet")),
    Gate("format", python("ruff", "format", "--quiet")),
    Gate("generated docs", [sys.executable, "manage.py", "generate_docs"]),
]


def run(arguments: list[str]) -> int:
    if arguments:
        raise Stop("./run fix takes no arguments: it works on the whole checkout.")
    with open_cluster() as cluster:
        environment = test_environment(cluster, SUPERUSER)
        return verdict([o for repair in REPAIRS for o in run_quietly([repair], environment)])
