"""Where a course stands, in words: for its own page, the overview and the board."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format

from hjemmebane.domain.courses.choices import CourseStatus, Intensity
from hjemmebane.domain.courses.models import Course, Hold, IntensityAgreement
from hjemmebane.foundation.written import written_day

# Contacts a week as people say them; tenths are all there are.
RARELY = {
    Decimal("0.5"): "hver anden uge",
    Decimal("0.3"): "cirka hver tredje uge",
    Decimal("0.2"): "hver femte uge",
    Decimal("0.1"): "hver tiende uge",
}


@dataclass(frozen=True)
class Standing:
    """label: “I bero”, “Lav intensitet”; empty when nothing is out of the ordinary.
    review: when the hold is looked at again; is_overdue: that day has come and gone.
    """

    label: str = ""
    review: str = ""
    is_overdue: bool = False


def standing(
    course: Course, hold: Hold | None, intensity: IntensityAgreement | None, today: dt.date
) -> Standing:
    """What is out of the ordinary. A hold says more than the intensity it interrupts."""
    if course.status == CourseStatus.ON_HOLD and hold:
        is_overdue = hold.review_on < today
        day = written_day(hold.review_on)
        review = f"Skulle være set på igen {day}" if is_overdue else f"Ses på igen {day}"
        return Standing("I bero", review, is_overdue)
    if course.is_open and intensity and intensity.level == Intensity.LOW:
        return Standing("Lav intensitet")
    return Standing()


def status_in_words(course: Course, standing: Standing) -> str:
    """“I gang”, “I gang med lav intensitet”, “I bero”, “Afsluttet”."""
    if standing.label and course.status == CourseStatus.ACTIVE:
        return f"{course.get_status_display()} med {standing.label.lower()}"
    return str(course.get_status_display())


def intensity_in_words(agreement: IntensityAgreement) -> str:
    """“Høj: 2 kontakter og 90 minutter om ugen”, “Lav: en kontakt hver anden uge”."""
    count, amounts, rarely = agreement.contacts_per_week, [], ""
    if count in RARELY:
        rarely = f"en kontakt {RARELY[count]}"
    elif count is not None:
        amounts.append(f"{written_number(count)} kontakt{'' if count == 1 else 'er'}")
    if agreement.minutes_per_week is not None:
        amounts.append(f"{agreement.minutes_per_week} minutter")
    often = f"{' og '.join(amounts)} om ugen" if amounts else ""
    return f"{agreement.get_level_display()}: {' og '.join(filter(None, (rarely, often)))}"


def written_number(number: Decimal) -> str:
    """“1”, “0,5”: without the noughts that say nothing."""
    return number_format(f"{number.normalize():f}")
