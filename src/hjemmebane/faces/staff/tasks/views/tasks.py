"""Giving a task, and what becomes of it: done in one tap, undone in one, handed on or dropped."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import give_task, hand_on_task, reopen_task, settle_task
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.contacts.queries import visible_tasks
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import members_of, staff_member, staff_of
from hjemmebane.faces.staff.citizens.pages.frame import citizen_frame
from hjemmebane.faces.staff.shell import shell_of
from hjemmebane.faces.staff.tasks.forms import DropForm, HandOnForm, TaskForm, TeamTaskForm
from hjemmebane.faces.staff.tasks.pages import I_DAG, task_on_page
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer, note_reading, require_form, sent

PAGE = "staff/tasks/task_page.html"


@require_form
def new(request: ActorRequest, citizen_id: UUID) -> HttpResponse:
    """A task about a citizen."""
    frame = citizen_frame(request, citizen_id, "contacts", what="Ny opgave")
    staff = list(staff_of(frame.course.team_id, today()))
    form = TaskForm(sent(request), first=first_values(request), staff=staff)
    if form.is_sent() and form.does(
        give_task,
        id=form.row_id,
        about=frame.course,
        **form.values(),
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Opgaven er skrevet op.")
        return redirect("staff:contacts:page", citizen_id)
    context = {"frame": frame, "form": form}
    return render(request, "staff/tasks/task_form.html", context, status=form.status)


@require_form
def team_new(request: ActorRequest) -> HttpResponse:
    """A task about the team alone. Raises Http404 for those in no team."""
    teams = shell_of(request).teams
    if not teams:
        raise Http404
    members = members_of([team.pk for team in teams], today())
    staff = {member.staff_member_id: member.staff_member for member in members}
    first = {**first_values(request), "team": teams[0]}
    form = TeamTaskForm(sent(request), first=first, teams=teams, staff=staff.values())
    if form.is_sent():
        values = form.values()
        team = values.pop("team")
        if form.does(give_task, id=form.row_id, about=team, **values, by=request.actor, at=now()):
            messages.success(request, "Opgaven er skrevet op.")
            return redirect("staff:today:page")
    return render(request, "staff/tasks/team_task_form.html", {"form": form}, status=form.status)


def first_values(request: ActorRequest) -> dict[str, StaffMember | None]:
    """Most often one gives oneself a task."""
    return {"staff_member": staff_member(request.actor)}


@require_form
def page(request: ActorRequest, task_id: UUID) -> HttpResponse:
    """A task by itself, and the form that hands it on."""
    task = task_in_view(request, task_id)
    staff = list(staff_of(task.team_id, today()))
    form = HandOnForm(sent(request), record=task, staff=staff)
    if form.is_sent() and form.does(
        hand_on_task,
        task=task,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Opgaven er givet videre.")
        return redirect(way_back(request, task))
    return shown(request, task, handing=form)


@require_POST
def drop(request: ActorRequest, task_id: UUID) -> HttpResponse:
    task = task_in_view(request, task_id)
    form = DropForm(request.POST, record=task)
    if form.is_sent() and form.does(
        settle_task,
        task=task,
        status=ReminderStatus.DROPPED,
        **form.values(),
        version=form.version_seen,
        by=request.actor,
        at=now(),
    ):
        messages.success(request, "Opgaven er bortfaldet.")
        return redirect(way_back(request, task))
    return shown(request, task, dropping=form)


@require_POST
def done(request: ActorRequest, task_id: UUID) -> HttpResponse:
    """One tap. The row answers with a way back."""
    task = task_in_view(request, task_id)
    form = RecordForm(request.POST, record=task)
    if form.is_sent():
        form.does(
            settle_task,
            task=task,
            status=ReminderStatus.DONE,
            version=form.version_seen,
            by=request.actor,
            at=now(),
        )
    return ticked(request, task, form)


@require_POST
def reopen(request: ActorRequest, task_id: UUID) -> HttpResponse:
    """One tap too: the thumb slipped."""
    task = task_in_view(request, task_id)
    form = RecordForm(request.POST, record=task)
    if form.is_sent():
        form.does(reopen_task, task=task, version=form.version_seen, by=request.actor, at=now())
    return ticked(request, task, form)


def ticked(request: ActorRequest, task: Task, form: RecordForm) -> HttpResponse:
    """The task's row as it stands now; without htmx the page one came from."""
    return answer(
        request,
        PAGE,
        "task",
        lambda: context_of(request, get_object_or_404(visible_tasks(), pk=task.pk), ticking=form),
        otherwise=way_back(request, task),
        status=form.status,
    )


def task_in_view(request: ActorRequest, task_id: UUID) -> Task:
    """A task of one of our teams; whom it is about is noted as read."""
    task = get_object_or_404(visible_tasks(), pk=task_id)
    if task.course:
        note_reading(request, [task.course.citizen_id], what="Opgave")
    return task


def way_back(request: ActorRequest, task: Task) -> str:
    """To the page the row stood on."""
    if task.course and from_page(request) != I_DAG:
        return f"{reverse('staff:contacts:page', args=[task.course.citizen_id])}#opgaver"
    return reverse("staff:today:page")


def from_page(request: ActorRequest) -> str:
    return I_DAG if request.POST.get("fra") == I_DAG else ""


def shown(request: ActorRequest, task: Task, **forms: RecordForm) -> HttpResponse:
    failed = [form for form in forms.values() if form.is_bound]
    status = failed[0].status if failed else 200
    return render(request, PAGE, context_of(request, task, **forms), status=status)


def context_of(request: ActorRequest, task: Task, **forms: RecordForm) -> dict[str, object]:
    staff = [] if "handing" in forms else list(staff_of(task.team_id, today()))
    return {
        "task": task_on_page(task, now(), from_page=from_page(request)),
        "back": way_back(request, task),
        "back_label": str(task.course.citizen) if task.course else "I dag",
        "handing": forms.get("handing") or HandOnForm(record=task, staff=staff),
        "dropping": forms.get("dropping") or DropForm(record=task),
        "ticking": forms.get("ticking"),
    }
