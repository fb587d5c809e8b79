"""What the figures tell of the preconditions: sentences that read aloud."""

from dataclasses import replace

import pytest

from hjemmebane.faces.staff.fidelity.pages.wording import meetings_held
from tests.domain.fidelity.test_calculations import PRACTICE


@pytest.mark.parametrize(
    ("held", "weeks", "told"),
    [
        (0, 0, "Teamet er så nyt, at der ikke er møder at tælle."),
        (0, 1, "Der er ikke holdt tavlemøde i systemet den sidste uge."),
        (1, 1, "Der er holdt tavlemøde den sidste uge. Rytmen er hver uge."),
        (0, 3, "Der er ikke holdt tavlemøde i systemet de sidste 3 uger."),
        (2, 3, "Der er holdt tavlemøde i 2 af de sidste 3 uger. Rytmen er hver uge."),
    ],
)
def test_meetings_are_counted_in_the_weeks_there_were(held, weeks, told):
    assert meetings_held(replace(PRACTICE, meeting_weeks=held, weeks=weeks)) == told
