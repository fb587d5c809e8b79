"""./run check: the fast gates, which read the code and run none of it."""

from tools.environment import test_environment
from tools.gates import STATIC_GATES, run_quietly, verdict
from tools.localpg import SUPERUSER
from tools.test_database import open_cluster


def run(_arguments: list[str]) -> int:
    with open_cluster() as cluster:
        return verdict(run_quietly(STATIC_GATES, test_environment(cluster, SUPERUSER)))
