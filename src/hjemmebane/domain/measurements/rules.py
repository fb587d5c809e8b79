import datetime as dt

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.scoring import Score
from hjemmebane.domain.measurements.choices import (
    Manner,
    MeasurementRefusal,
    NoneReason,
    ResponseStatus,
    WordingRefusal,
)
from hjemmebane.domain.measurements.models import Postponement, Response
from hjemmebane.domain.measurements.queries import (
    Asked,
    ToMeasure,
    is_known,
    under_way,
    wording_imported,
)
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.measuring import Instrument, Respondent, WordingStatus
from hjemmebane.domain.method.queries import instrument
from hjemmebane.foundation.decisions import Refused

# How far off what does not come again may be put.
LONGEST_DELAY = dt.timedelta(days=90)


def check_goes_on(course: Course) -> None:
    """The course is not over, and the citizen lives."""
    if course.citizen.died_on:
        raise Refused(MeasurementRefusal.CITIZEN_DIED)
    if not course.is_open:
        raise Refused(MeasurementRefusal.COURSE_ENDED)


def check_day(course: Course, measured_on: dt.date, *, today: dt.date) -> None:
    """A day in the course that has come."""
    if measured_on > today:
        raise Refused(MeasurementRefusal.FUTURE, field="measured_on")
    if measured_on < course.started_on:
        raise Refused(MeasurementRefusal.BEFORE_COURSE, field="measured_on")


def check_is_asked(asked: Asked | None, *, wording: str) -> Asked:
    """There is such an instrument, and it is asked in the words that were seen."""
    if asked is None:
        raise Refused(MeasurementRefusal.UNKNOWN_INSTRUMENT)
    if asked.wording != wording:
        raise Refused(MeasurementRefusal.OLD_WORDING)
    return asked


def check_manner(asked: Instrument, manner: str) -> None:
    """The team rates what is the team's to rate; the citizen answers the rest."""
    is_rated = asked.respondent is Respondent.STAFF
    if is_rated and manner != Manner.RATED:
        raise Refused(MeasurementRefusal.STAFF_RATED, field="manner")
    if not is_rated and manner == Manner.RATED:
        raise Refused(MeasurementRefusal.NOT_STAFF_RATED, field="manner")


def check_none_under_way(course: Course, code: str) -> None:
    """One at a time: two half ones would each lack what the other has."""
    if under_way(course.pk).filter(instrument=code).exists():
        raise Refused(MeasurementRefusal.ALREADY_UNDER_WAY)


def check_can_correct(response: Response, corrected: Response | None) -> None:
    """Put right is what is finished and stands, of this course and instrument, with a reason."""
    if corrected is None:
        return
    same = (corrected.course_id, corrected.instrument) == (response.course_id, response.instrument)
    if not same:
        raise Refused(MeasurementRefusal.OTHERS_FORM)
    if corrected.is_under_way:
        raise Refused(MeasurementRefusal.NOT_FINISHED)
    if corrected.is_stopped_correction:
        raise Refused(MeasurementRefusal.CORRECTION_STOPPED)
    others = Response.objects.filter(corrects=corrected).exclude(status=ResponseStatus.STOPPED)
    if others.exists():
        raise Refused(MeasurementRefusal.CORRECTED)
    if not response.corrects_why:
        raise Refused(MeasurementRefusal.WHY_MISSING, field="corrects_why")


def check_is_under_way(response: Response) -> None:
    """What is finished is not written over."""
    if not response.is_under_way:
        raise Refused(MeasurementRefusal.FINISHED)


def check_answer(asked: Instrument, code: str, points: int | None) -> None:
    """A question of the instrument and one of its answers, or none: it may be skipped."""
    try:
        item = asked.item(code)
    except UnknownCode as error:
        raise Refused(MeasurementRefusal.NO_SUCH_QUESTION) from error
    possible = asked.scale_of(item).all_points
    if points is not None and (type(points) is not int or points not in possible):
        raise Refused(MeasurementRefusal.NO_SUCH_ANSWER, field="points")


def check_can_complete(asked: Instrument, response: Response, found: Score) -> None:
    """Every question was come to, and there are answers enough for a figure."""
    if any(item.code not in response.answers for item in asked.items):
        raise Refused(MeasurementRefusal.ITEMS_LEFT)
    if found.value is None:
        raise Refused(MeasurementRefusal.TOO_FEW)


def check_can_say_fit(response: Response) -> None:
    """A figure of the citizen's own answers, that nothing was said to yet."""
    if response.is_under_way:
        raise Refused(MeasurementRefusal.NOT_FINISHED)
    if response.score is None or response.is_staff_rated:
        raise Refused(MeasurementRefusal.NOTHING_TO_TALK)
    if response.fits:
        raise Refused(MeasurementRefusal.ALREADY_TALKED)
    if Response.objects.filter(corrects=response, status=ResponseStatus.COMPLETE).exists():
        raise Refused(MeasurementRefusal.CORRECTED)


def check_can_postpone(
    postponement: Postponement, open_now: list[ToMeasure], *, today: dt.date
) -> None:
    """It stands open, and is put off to a day before it comes again, with a reason."""
    wanted = (postponement.instrument, postponement.due_on)
    due = next((one for one in open_now if (one.instrument.code, one.due_on) == wanted), None)
    if due is None:
        raise Refused(MeasurementRefusal.NOT_DUE)
    if postponement.until_on <= today:
        raise Refused(MeasurementRefusal.UNTIL_PAST, field="until_on")
    if postponement.until_on >= (due.comes_again_on or today + LONGEST_DELAY):
        raise Refused(MeasurementRefusal.UNTIL_FAR, field="until_on")
    if postponement.reason == NoneReason.OTHER and not postponement.note:
        raise Refused(MeasurementRefusal.NOTE_MISSING, field="note")


def check_can_import(brought_in: Instrument, *, content: str) -> None:
    """The official words of an instrument that we have, and nothing but its words."""
    if not is_known(brought_in.code):
        raise Refused(WordingRefusal.UNKNOWN_INSTRUMENT)
    if brought_in.wording.status is not WordingStatus.OFFICIAL:
        raise Refused(WordingRefusal.NOT_OFFICIAL)
    shipped = instrument(brought_in.code)
    if _shape(brought_in) != _shape(shipped):
        raise Refused(WordingRefusal.OTHER_SHAPE)
    if _words(brought_in) == _words(shipped):
        raise Refused(WordingRefusal.OUR_WORDS)
    there = wording_imported(brought_in.code, brought_in.wording.version)
    if there and there.content != content:
        raise Refused(WordingRefusal.VERSION_TAKEN)


def _words(asked: Instrument) -> object:
    """What is asked and what may be answered."""
    return asked.lead, [item.text for item in asked.items]


def _shape(asked: Instrument) -> object:
    """All that makes a figure what it is, and no words."""
    scoring = asked.scoring
    return (
        asked.respondent,
        asked.direction,
        (scoring.formula, scoring.factor, scoring.lowest, scoring.highest),
        scoring.missing_allowed,
        [(one.code, one.reverse, asked.scale_of(one).all_points) for one in asked.items],
    )
