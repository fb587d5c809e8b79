"""./run check: the fast gates, which read the code and touch no data."""

from tools.environment import test_environment
from tools.gates import ARCHITECTURE, STATIC_GATES, run_quietly, verdict
from tools.localpg import SUPERUSER
from tools.test_database import open_cluster


def run(_arguments: list[str]) -> int:
    with open_cluster() as cluster:
        gates = [ARCHITECTURE, *STATIC_GATES]
        return verdict(run_quietly(gates, test_environment(cluster, SUPERUSER)))
