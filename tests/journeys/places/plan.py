"""The pages of the plan."""

from collections.abc import Callable

from hjemmebane.domain.plans.choices import GoalStatus
from hjemmebane.domain.plans.models import ITEM_MODELS, Goal
from hjemmebane.faces.staff.plans.pages.parts import PARTS, Part
from tests.journeys.places.place import Demo, Keys, Place, citizens_page


def new_of(part: Part) -> Callable[[Demo], Keys]:
    return lambda demo: demo.about(kind=part.slug)


def one_of(part: Part) -> Callable[[Demo], Keys]:
    model = ITEM_MODELS[part.kind]
    return lambda demo: demo.about(kind=part.slug, item_id=demo.newest(model, course=demo.course))


ARRANGED = ("oensker-og-maal", "koordinering")
PLAN = [
    Place("staff:plans:page", "plan", citizens_page),
    *(
        Place(
            "staff:plans:page", f"plan-arranging-{region}", citizens_page, query=f"orden={region}"
        )
        for region in ARRANGED
    ),
    Place("staff:plans:compare", "plan-compare", citizens_page),
    Place("staff:plans:purpose", "plan-purpose", citizens_page),
    Place("staff:plans:evaluation", "plan-evaluation", citizens_page),
    Place("staff:plans:agreement", "plan-agreement", citizens_page),
    Place("staff:plans:version", "plan-version", citizens_page),
    Place(
        "staff:plans:settle",
        "plan-settle-goal",
        lambda demo: demo.about(
            item_id=demo.newest(Goal, course=demo.course, status=GoalStatus.OPEN)
        ),
    ),
    *(Place("staff:plans:item_new", f"plan-new-{part.slug}", new_of(part)) for part in PARTS),
    *(Place("staff:plans:item_edit", f"plan-edit-{part.slug}", one_of(part)) for part in PARTS),
]
