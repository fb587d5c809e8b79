"""Many answers at once, as rows: what a team has after years of asking."""

import datetime as dt
from decimal import Decimal
from random import Random

from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.measurements.calculations.scoring import score
from hjemmebane.domain.measurements.models import Response
from hjemmebane.domain.method.queries import instrument
from tests.factories.cast import NOW, STARTED_ON, Employee

ALL = ("PROGRESSION", "BRIEF_INSPIRE", "BRIEF_INSPIRE_O", "GSE", "VUM")


def given(
    course: Course,
    by: Employee,
    *points: int | None,
    code: str = "BRIEF_INSPIRE_O",
    on: dt.date = STARTED_ON,
    **changes: object,
) -> Response:
    """A finished set of answers, not stored; it counts unless something else is said."""
    asked = instrument(code)
    answers = dict(zip((item.code for item in asked.items), points, strict=True))
    is_rated = asked.respondent == "STAFF"
    row = {
        "course": course,
        "instrument": code,
        "instrument_version": asked.version,
        "wording_status": asked.wording.status.value,
        "wording_version": asked.wording.version,
        "manner": "RATED" if is_rated else "PAPER",
        "measured_on": on,
        "status": "COMPLETE",
        "answers": answers,
        "score": score(asked, answers).value,
        "finished_at": NOW,
        "fits": "" if is_rated else "YES",
        "recorded_by_id": by.user.pk,
        "recorded_at": NOW,
    }
    return Response(**row | changes)


def measure(course: Course, by: Employee, *, code: str, on: dt.date, chance: Random) -> Response:
    """Whatever somebody may have answered: mostly all of it, in these or in other words, and
    with all that keeps a figure from counting.
    """
    asked = instrument(code)
    points = [
        None if chance.random() < 0.1 else chance.choice(asked.scale_of(item).all_points)
        for item in asked.items
    ]
    row = given(course, by, *points, code=code, on=on)
    row.recorded_at = NOW + dt.timedelta(minutes=chance.randrange(10_000))
    if row.score is None:
        row.status = "STOPPED"
    if not row.is_staff_rated:
        row.fits = chance.choice(("YES", "YES", "YES", "PARTLY", "NO", ""))
        if chance.random() < 0.2:
            row.wording_status, row.wording_version = "OFFICIAL", "3"
    if chance.random() < 0.05:
        row.status, row.finished_at, row.score, row.fits = "UNDER_WAY", None, None, ""
    return row


def measure_some(courses: list[Course], by: Employee, *, seed: int) -> None:
    """A random history for each course and instrument; some of it put right later."""
    chance = Random(seed)  # noqa: S311 -- the same history each time
    rows: list[Response] = []
    for course in courses:
        for code in ALL:
            mine: list[Response] = []
            for _ in range(chance.randrange(4)):
                on = STARTED_ON + dt.timedelta(days=chance.choice((1, 40, 91, 92, 93, 200, 300)))
                row = measure(course, by, code=code, on=on, chance=chance)
                if row.is_under_way and any(one.is_under_way for one in mine):
                    continue
                mine.append(row)
            rows += mine
            if len(mine) > 1 and not mine[0].is_under_way:
                mine[-1].corrects, mine[-1].corrects_why = mine[0], "Skrevet forkert af"
    Response.objects.bulk_create(rows)


def hundredths(number: Decimal | None) -> float | None:
    """Near enough: the database and Python divide with different numbers of decimals."""
    return None if number is None else round(float(number), 8)
