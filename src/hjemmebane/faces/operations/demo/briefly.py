"""What is told besides of a citizen of whom little is told: lights, and how they have it."""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from hjemmebane.domain.contacts.actions import observe_light
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.measurements.actions import (
    answer_question,
    begin_response,
    complete_response,
    say_fit,
)
from hjemmebane.domain.measurements.choices import Fit, Manner
from hjemmebane.domain.measurements.queries import asked_now
from hjemmebane.domain.method.queries import instrument
from hjemmebane.domain.practice.actions import set_activity
from hjemmebane.domain.practice.choices import Standing
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import happens, number, pick
from hjemmebane.faces.operations.demo.days import days_in
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

COLOURS = (Light.GREEN,) * 7 + (Light.YELLOW,) * 3 + (Light.RED,)
WELLBEING, IS_ASKED = "WHO_5", 40
WEEK = 7


def brief_steps(case: Case) -> Iterator[Step]:
    """A light for some, an activity under way for most, wellbeing at the start and lately."""
    code, weeks = case.story.code, days_in(case.story.started) // WEEK
    if happens(45, code, "light"):
        at = case.days.moment(f"{1 + number(code, 'seen') % 5}d", 14, 20)
        yield Step(at, case.usual(at), partial(_see, case, pick(COLOURS, code, "colour")))
    if case.story.plan and happens(70, code, "activity"):
        at = case.days.moment(f"{1 + number(code, 'noted') % 6}d", 15, 40)
        yield Step(at, case.usual(at), partial(_work_on, case))
    if happens(IS_ASKED, code, WELLBEING):
        for ago in (weeks - 1, 4) if weeks > 16 else ():
            at = case.days.moment(f"{ago}w", 13, 10)
            yield Step(at, case.usual(at), partial(_ask, case, 0 if ago > 4 else 1))


def _see(case: Case, colour: Light, by: Actor, at: dt.datetime) -> None:
    observe_light(
        id=case.key(at, "light"),
        course=case.course,
        colour=colour,
        note="",
        by=by,
        at=at,
    )


def _work_on(case: Case, by: Actor, at: dt.datetime) -> None:
    part = case.story.placement[-1].part
    noted = {"ENGAGE": "HELP", "ASSESS": "WISHES", "INTEGRATED": "DAILY", "EVERYDAY": "OUT"}
    set_activity(
        id=case.key(at, "activity"),
        course=case.course,
        code=f"{part}_{noted.get(part, 'THREAD')}",
        status=Standing.UNDER_WAY,
        staff_member=case.house.staff[case.usual(at)],
        on=day_of(at),
        by=by,
        at=at,
    )


def _ask(case: Case, later: int, by: Actor, at: dt.datetime) -> None:
    """Wellbeing, together; a little better the second time for most."""
    asked, wording = instrument(WELLBEING), asked_now(WELLBEING)
    response = begin_response(
        id=case.key(at, "response"),
        course=case.course,
        instrument=WELLBEING,
        wording=wording.wording if wording else "",
        manner=Manner.TOGETHER,
        measured_on=day_of(at),
        by=by,
        at=at,
    )
    for item in asked.items:
        scale = asked.scale_of(item).all_points
        drawn = number(case.story.code, item.code) % 3 + later * (number(case.story.code) % 4 > 0)
        answer_question(
            response=response,
            question=item.code,
            points=scale[min(drawn, len(scale) - 1)],
            version=response.version,
            by=by,
            at=at,
        )
    complete_response(response=response, version=response.version, by=by, at=at)
    say_fit(
        response=response, fits=Fit.YES, fits_comment="", version=response.version, by=by, at=at
    )
