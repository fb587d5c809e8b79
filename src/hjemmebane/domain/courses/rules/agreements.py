import datetime as dt

from hjemmebane.domain.courses.choices import CourseRefusal
from hjemmebane.domain.courses.models import LifeEvent
from hjemmebane.domain.courses.rules.starting import check_days_in_course, check_is_open
from hjemmebane.foundation.decisions import Refused


def check_life_event(event: LifeEvent, *, today: dt.date) -> None:
    """It has begun, and its end may be known in advance."""
    check_is_open(event.course)
    check_days_in_course(event.course, today=today, field="from_on", day=event.from_on)
    if event.until_on and event.until_on < event.from_on:
        raise Refused(CourseRefusal.REVERSED, field="until_on")
