"""One citizen's plan on the table: what every view here needs, and the two ways it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse

from hjemmebane.domain.citizens.queries import network_of
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.partners.queries import organisations_of, people_at_partners
from hjemmebane.domain.plans.models import Plan, PlanItem
from hjemmebane.domain.plans.queries import WholePlan, item_of, method_of, plan_of, whole_plan
from hjemmebane.domain.sharing.queries import said_wishes
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.faces.staff.plans.forms.responsible import Circle
from hjemmebane.faces.staff.plans.pages.parts import BY_KIND, Help, Part
from hjemmebane.faces.staff.plans.pages.plan import plan_page
from hjemmebane.faces.staff.standpoints import standpoints_in_plan
from hjemmebane.faces.staff.voices.pages import said_to
from hjemmebane.foundation.clock import day_of, now
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer, sent, wants_part
from hjemmebane.foundation.records import Record

PAGE = "staff/plans/plan.html"
FORM_PAGE = "staff/plans/form_page.html"
TOLD_TODAY = ("said_on", "held_on")


@dataclass(frozen=True)
class Panel:
    """A form in the place of what it is about; without JavaScript a page of its own."""

    form: PlanForm
    region: str
    place: str
    url: str
    heading: str
    button: str = "Gem"
    help: tuple[Help, ...] = ()
    level: int = 3

    @property
    def cancel_id(self) -> str:
        """The form that closes this one."""
        return f"luk-{self.place}"


@dataclass(frozen=True)
class Note:
    """A sentence beside the thing that did not change."""

    anchor: str
    text: str


@dataclass(frozen=True)
class State:
    """How the page stands: an open form, a list being arranged, a step to celebrate."""

    panel: Panel | None = None
    arranging: str = ""
    celebrated: str = ""
    focus: str = ""
    note: Note | None = None

    @property
    def query(self) -> dict[str, str]:
        """The part of it that an address carries."""
        return {"orden": self.arranging, "fejr": self.celebrated}


class Desk:
    """A request about one citizen's plan. Raises Http404 for a citizen who is not ours, and before
    the plan is begun unless the view says that it need not be.
    """

    def __init__(
        self,
        request: ActorRequest,
        citizen_id: UUID,
        *,
        what: str = "Plan",
        must_be_begun: bool = True,
    ) -> None:
        self.request = request
        self.at = now()
        self.frame = citizen_frame(request, citizen_id, "plan", what=what)
        self.found = plan_of(self.frame.course.pk)
        if must_be_begun and self.found is None:
            raise Http404

    @property
    def plan(self) -> Plan:
        """The plan. Raises Http404 before it is begun."""
        if self.found is None:
            raise Http404
        return self.found

    @property
    def signed(self) -> dict[str, object]:
        """Who acts, and when."""
        return {"by": self.request.actor, "at": self.at}

    @property
    def today(self) -> dt.date:
        return day_of(self.at)

    @property
    def can_change(self) -> bool:
        return self.frame.course.is_open

    @cached_property
    def pack(self) -> MethodPack:
        return method_of(self.plan)

    @cached_property
    def whole(self) -> WholePlan:
        return whole_plan(self.plan)

    @cached_property
    def circle(self) -> Circle:
        """Everybody around this citizen: whoever may be given something to do."""
        course = self.frame.course
        municipality = [course.team.municipality_id]
        return Circle(
            citizen=self.frame.citizen,
            staff=tuple(staff_of(course.team_id, self.today)),
            partner_people=tuple(people_at_partners(municipality)),
            network=tuple(network_of(course.citizen_id)),
            organisations=tuple(organisations_of(municipality)),
        )

    def item(self, part: Part, item_id: UUID) -> PlanItem:
        """An item of this plan. Raises Http404."""
        try:
            return item_of(self.plan, part.kind, item_id)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    def url(self, name: str, *args: object, **query: str) -> str:
        url = reverse(f"staff:plans:{name}", args=[self.frame.citizen.pk, *args])
        asked = urlencode({key: value for key, value in query.items() if value})
        return f"{url}?{asked}" if asked else url

    def first_values(self, part: Part, under: str) -> dict[str, object]:
        """What a new one begins with: the list it lands in, and today where it tells of a day."""
        days = {name: self.today for name in TOLD_TODAY if name in part.form.base_fields}
        return days | ({part.form.under: under} if under else {})

    def form(
        self, kind: type[PlanForm], record: Record | None = None, /, **first: object
    ) -> PlanForm:
        """The form as sent, or filled from a record, or blank."""
        form = kind(sent(self.request), record=record, first=first, desk=self)
        form.focus_first()
        return form

    def show(self, region: str, state: State = State()) -> HttpResponse:
        """The region as it now stands; without JavaScript the page, at the right place."""
        url = f"{self.url('page', **state.query)}#{state.focus or region}"
        return answer(self.request, PAGE, region, lambda: self.context(state), otherwise=url)

    def ask(self, panel: Panel) -> HttpResponse:
        """The form in its place; without JavaScript a page of its own."""
        if not self.can_change and not panel.form.is_bound:
            return self.show(panel.region)
        if not wants_part(self.request):
            alone = replace(panel, level=2)
            context = {"frame": self.frame, "panel": alone, "form": panel.form}
            return answer(self.request, FORM_PAGE, "", context, status=panel.form.status)
        context = self.context(State(panel=panel))
        if panel.place not in context["page"].places:
            # The goal it was written under may be gone; what was typed is not.
            context["state"] = State(panel=replace(panel, place=panel.region))
        return answer(self.request, PAGE, panel.region, context, status=panel.form.status)

    def refuse(self, region: str, form: RecordForm, anchor: str, **state: str) -> HttpResponse:
        """What was tapped did not happen, and why is said beside it."""
        note = Note(anchor, form.told)
        context = self.context(State(note=note, focus=anchor, **state))
        return answer(self.request, PAGE, region, context, status=form.status)

    def context(self, state: State) -> dict[str, object]:
        """What the page and each of its regions show, read anew after a change."""
        if self.request.method == "POST":
            self.found = plan_of(self.frame.course.pk)
            self.__dict__.pop("whole", None)
        return {
            "frame": self.frame,
            "page": plan_page(
                self.whole,
                self.pack,
                self.frame.citizen,
                said=said_to(self.frame.course.pk),
                own=said_wishes(self.frame.course.pk),
                standpoints=standpoints_in_plan(self.frame.course.pk),
            ),
            "parts": BY_KIND,
            "state": state,
            "can_change": self.can_change,
        }
