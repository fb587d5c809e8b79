"""The part of ./run bench that works inside Django, on one database."""

import django

django.setup()

from benchmarks.working import main  # noqa: E402 -- needs the apps loaded above

main()
