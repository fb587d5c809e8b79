"""./run test: every quality gate on a real PostgreSQL; with arguments, pytest alone."""

import os

from tools import assets
from tools.chromium import ensure_chromium
from tools.clamd import ensure_clamd
from tools.environment import test_environment
from tools.gates import STATIC_GATES, Gate, Outcome, python, run_gate, run_quietly, verdict
from tools.localpg import SUPERUSER
from tools.test_database import open_cluster

WORKERS = ("-n", "2")
JOURNEYS = "tests/journeys"


def run(arguments: list[str]) -> int:
    assets.ensure()
    with open_cluster() as cluster:
        environment = test_environment(cluster, SUPERUSER)
        if arguments:
            return verdict([run_pytest("tests", arguments, environment)])
        outcomes = run_quietly(STATIC_GATES, environment)
        tests = [*WORKERS, "tests", f"--ignore={JOURNEYS}"]
        outcomes.append(run_pytest("tests", tests, environment))
        outcomes.append(run_pytest("journeys", [*WORKERS, JOURNEYS], environment))
        return verdict(outcomes)


def run_pytest(name: str, arguments: list[str], environment: dict[str, str]) -> Outcome:
    """Journeys need a browser and the gateways' tests a virus scanner; a run that cannot have them
    fails rather than leaving them out.
    """
    asked = [argument for argument in arguments if "--ignore" not in argument]
    if any("journeys" in argument for argument in asked):
        environment = {**environment, "CHROMIUM": os.fspath(ensure_chromium())}
    if any("gateways" in argument or argument == "tests" for argument in asked):
        environment = {**environment, "CLAMD": os.fspath(ensure_clamd())}
    return run_gate(Gate(name, python("pytest", *arguments)), environment, show=True)
