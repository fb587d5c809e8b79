"""What the large screen shows: nothing to press, only what the room looks at."""

from dataclasses import dataclass

from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.faces.staff.meetings.pages.citizen import CitizenPage, citizen_page
from hjemmebane.faces.staff.meetings.pages.clock import Clock, clock_of
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk, MeetingDesk


@dataclass(frozen=True)
class ScreenPage:
    """citizen: None until the team has come to the first."""

    clock: Clock
    citizen: CitizenPage | None


def current_item(desk: MeetingDesk) -> MeetingItem | None:
    """Whom the team came to last."""
    return clock_of(desk).current


def screen_page(desk: MeetingDesk) -> ScreenPage:
    citizen = citizen_page(desk) if isinstance(desk, CitizenDesk) else None
    return ScreenPage(clock=clock_of(desk), citizen=citizen)
