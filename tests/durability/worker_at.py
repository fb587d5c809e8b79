"""The worker as `manage.py work` runs it, by another clock and with little patience.

python -m tests.durability.worker_at SECONDS      seconds to add to the time it really is
"""

import datetime as dt
import sys

from hjemmebane.foundation import clock

ahead = dt.timedelta(seconds=float(sys.argv[1]))
really = clock.now
clock.now = lambda: really() + ahead  # before anybody asks for it by name

import django  # noqa: E402 -- see above

django.setup()

from django.core.management import call_command  # noqa: E402 -- needs the apps

from hjemmebane.gateways.sms import client  # noqa: E402 -- needs the settings

client.PATIENCE_SECONDS = 0.5
call_command("work", poll=0.5)
