"""What is done with goals, with their steps, and with the plan as a whole."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from hjemmebane.domain.plans.actions import (
    change_plan,
    drop_sub_goal,
    reach_sub_goal,
    record_agreement,
    reopen_goal,
    reopen_sub_goal,
    settle_goal,
    take_version,
)
from hjemmebane.domain.plans.choices import AgreementStance, GoalStatus, ItemKind
from hjemmebane.faces.staff.plans.forms import verbs
from hjemmebane.faces.staff.plans.forms.plan_form import PlanForm
from hjemmebane.faces.staff.plans.pages.parts import (
    AGREEMENT,
    BY_KIND,
    CONTRIBUTIONS,
    PURPOSE,
    PURPOSES,
    VERSIONS,
    WISHES_AND_GOALS,
    Help,
)
from hjemmebane.faces.staff.plans.views.desk import Desk, Panel, State
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, require_form

GOAL, STEP = BY_KIND[ItemKind.GOAL], BY_KIND[ItemKind.SUB_GOAL]


@require_POST
def reach_step(request: ActorRequest, citizen_id: UUID, item_id: UUID) -> HttpResponse:
    """A small step is reached; the page celebrates it."""
    desk = Desk(request, citizen_id)
    state = State(celebrated=str(item_id), focus=STEP.anchor(item_id))
    return _tap_step(desk, item_id, state, reach_sub_goal, on=desk.today)


@require_POST
def drop_step(request: ActorRequest, citizen_id: UUID, item_id: UUID) -> HttpResponse:
    """A small step is laid aside for now."""
    desk = Desk(request, citizen_id)
    return _tap_step(desk, item_id, State(focus=STEP.anchor(item_id)), drop_sub_goal, on=desk.today)


@require_POST
def reopen_step(request: ActorRequest, citizen_id: UUID, item_id: UUID) -> HttpResponse:
    """A step is taken up again."""
    state = State(focus=STEP.anchor(item_id))
    return _tap_step(Desk(request, citizen_id), item_id, state, reopen_sub_goal)


def _tap_step(
    desk: Desk, item_id: UUID, state: State, action: Callable[..., object], **arguments: object
) -> HttpResponse:
    step = desk.item(STEP, item_id)
    form = RecordForm(desk.request.POST, record=step)
    if form.is_sent() and form.does(
        action, sub_goal=step, version=form.version_seen, **arguments, **desk.signed
    ):
        return desk.show(WISHES_AND_GOALS, state)
    return desk.refuse(WISHES_AND_GOALS, form, STEP.anchor(item_id))


@require_form
def settle(request: ActorRequest, citizen_id: UUID, item_id: UUID) -> HttpResponse:
    """A goal is reached, or laid aside with a reason."""
    desk, anchor = Desk(request, citizen_id), GOAL.anchor(item_id)
    goal = desk.item(GOAL, item_id)
    form = desk.form(verbs.SettleForm, goal, on=desk.today)
    if form.is_sent() and form.does(
        settle_goal,
        goal=goal,
        **form.values() | {"status": GoalStatus(form.cleaned_data["status"])},
        version=form.version_seen,
        **desk.signed,
    ):
        return desk.show(WISHES_AND_GOALS, State(focus=anchor, celebrated=form.celebrates(item_id)))
    url = desk.url("settle", item_id)
    return desk.ask(Panel(form, WISHES_AND_GOALS, anchor, url, f"Gør målet op: {goal}"))


@require_POST
def reopen(request: ActorRequest, citizen_id: UUID, item_id: UUID) -> HttpResponse:
    """A goal is taken up again."""
    desk, anchor = Desk(request, citizen_id), GOAL.anchor(item_id)
    goal = desk.item(GOAL, item_id)
    form = RecordForm(request.POST, record=goal)
    if form.is_sent() and form.does(
        reopen_goal, goal=goal, version=form.version_seen, **desk.signed
    ):
        return desk.show(WISHES_AND_GOALS, State(focus=anchor))
    return desk.refuse(WISHES_AND_GOALS, form, anchor)


@require_form
def purpose(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What the whole effort is for."""
    heading = "Hvad indsatsen er til for"
    return _change_plan(
        Desk(request, citizen_id), verbs.PurposeForm, PURPOSE, "purpose", heading, PURPOSES
    )


@require_form
def evaluation(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What the professions see together."""
    heading = "Tværfaglig evaluering"
    desk = Desk(request, citizen_id)
    return _change_plan(desk, verbs.EvaluationForm, CONTRIBUTIONS, "evaluation", heading)


def _change_plan(
    desk: Desk, kind: type[PlanForm], region: str, name: str, heading: str, *helps: Help
) -> HttpResponse:
    """Change texts of the plan itself; the form stands where the text stood."""
    form, place = desk.form(kind, desk.plan), str(kind.prefix)
    if form.is_sent() and form.does(
        change_plan,
        plan=desk.plan,
        changes=form.values(),
        version=form.version_seen,
        **desk.signed,
    ):
        return desk.show(region, State(focus=f"{place}-tekst"))
    return desk.ask(Panel(form, region, f"{place}-tekst", desk.url(name), heading, help=helps))


@require_form
def agreement(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """What the citizen says of the plan. A change of mind is a new answer."""
    desk = Desk(request, citizen_id)
    form = desk.form(verbs.AgreementForm, said_on=desk.today)
    if form.is_sent() and form.does(
        record_agreement,
        id=form.row_id,
        plan=desk.plan,
        **form.values() | {"stance": AgreementStance(form.cleaned_data["stance"])},
        **desk.signed,
    ):
        return desk.show(AGREEMENT)
    heading = "Hvad siger borgeren til planen?"
    return desk.ask(Panel(form, AGREEMENT, "ny-enighed", desk.url("agreement"), heading))


@require_form
def version(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """Keep the plan as it reads now."""
    desk = Desk(request, citizen_id)
    form = desk.form(verbs.VersionForm)
    if form.is_sent() and form.does(
        take_version, id=form.row_id, plan=desk.plan, **form.values(), **desk.signed
    ):
        return desk.show(VERSIONS)
    heading, url = "Gem planen, som den er nu", desk.url("version")
    return desk.ask(Panel(form, VERSIONS, "ny-version", url, heading, button="Gem versionen"))
