"""The nine life areas, then and now: the oldest description beside the newest."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hjemmebane.domain.citizens.models import LifeSituation
from hjemmebane.domain.citizens.queries import life_situations_of
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.method.content.entries import LifeArea
from hjemmebane.domain.method.queries import pack
from hjemmebane.faces.staff.citizens.forms.overview import LifeSituationForm
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.forms import RecordForm


@dataclass(frozen=True)
class DescribedThen:
    """How a life area was at one time."""

    text: str
    when: str
    by: str


@dataclass(frozen=True)
class AreaOnPage:
    """One life area and the form that says how it is.

    now: how it is; first: how it was at first, when that is not the same; between: the rest, the
    newest first.
    """

    area: LifeArea
    now: DescribedThen | None
    first: DescribedThen | None
    between: Sequence[DescribedThen]
    form: LifeSituationForm


def areas_on_page(
    course: Course, at: dt.datetime, failed: Mapping[str, RecordForm]
) -> list[AreaOnPage]:
    """Every area of the method, described or not, in one query."""
    told = defaultdict(list)
    for situation in life_situations_of(course.citizen_id):
        told[situation.area].append(situation)
    return [
        area_on_page(area, told[area.code], at, failed.get(area.code))
        for area in pack(course.team.method_pack).life_areas
    ]


def area_on_page(
    area: LifeArea,
    told: Sequence[LifeSituation],
    at: dt.datetime,
    failed: RecordForm | None,
) -> AreaOnPage:
    described = [
        DescribedThen(one.text, recent_moment(one.recorded_at, at), str(one.recorded_by))
        for one in told
    ]
    return AreaOnPage(
        area=area,
        now=described[0] if described else None,
        first=described[-1] if len(described) > 1 else None,
        between=described[1:-1],
        form=failed or LifeSituationForm(prefix=area.code),
    )
