"""A pytest plugin, loaded before anything reads the settings: points them at the test cluster.

Whatever the shell has set, a test never reaches another database or a real secret.
"""

import os

from tools.environment import test_environment
from tools.localpg import SUPERUSER
from tools.test_database import open_cluster

os.environ.update(test_environment(open_cluster(), SUPERUSER))
