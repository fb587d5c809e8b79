"""What is done with one tap on something that everybody looks at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from hjemmebane.domain.contacts.actions import settle_follow_up, settle_task
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.contacts.queries import follow_ups_of, tasks_of
from hjemmebane.domain.meetings.rules import check_under_way
from hjemmebane.domain.plans.actions import drop_sub_goal, reach_sub_goal, reopen_sub_goal
from hjemmebane.domain.plans.models import SubGoal
from hjemmebane.domain.sharing.actions import take_in_step, take_in_wish
from hjemmebane.domain.sharing.choices import SuggestionKind
from hjemmebane.domain.sharing.models import Suggestion
from hjemmebane.faces.staff.meetings.pages.citizen import all_asked, citizen_page
from hjemmebane.faces.staff.meetings.pages.desk import CitizenDesk
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, answer
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.records import Record


@dataclass(frozen=True)
class Tap:
    """Where the record is found, and what is done with it.

    name: what the action calls its record. is_dated: whether it happens on a day.
    """

    find: Callable[[CitizenDesk, UUID], Record | None]
    act: Callable[..., object]
    name: str
    values: Mapping[str, object] = field(default_factory=dict)
    is_dated: bool = False


def find_step(desk: CitizenDesk, key: UUID) -> SubGoal | None:
    steps = (step for goal in desk.goals for step in goal.sub_goals.all())
    return next((step for step in steps if step.pk == key), None)


def find_task(desk: CitizenDesk, key: UUID) -> Task | None:
    return tasks_of(desk.course.pk).filter(pk=key).first()


def find_follow_up(desk: CitizenDesk, key: UUID) -> FollowUp | None:
    return follow_ups_of(desk.course.pk).filter(pk=key).first()


def find_suggestion(desk: CitizenDesk, key: UUID) -> Suggestion | None:
    ready = (one for one in desk.suggestions if one.is_taken_in_with_a_tap)
    return next((one for one in ready if one.pk == key), None)


def take_in(*, suggestion: Suggestion, **signed: object) -> Suggestion:
    """The citizen's words stand in the plan as they are; they can be reworded beside afterwards."""
    if suggestion.kind == SuggestionKind.WISH:
        return take_in_wish(id=new_id(), suggestion=suggestion, text=suggestion.text, **signed)
    step = {"id": new_id(), "goal": suggestion.goal, "text": suggestion.text}
    return take_in_step(suggestion=suggestion, **step, **signed)


DONE = {"status": ReminderStatus.DONE}
# By what it is about and what is done, as the address says it.
TAPS = {
    ("delmaal", "naaet"): Tap(find_step, reach_sub_goal, "sub_goal", is_dated=True),
    ("delmaal", "laeg-vaek"): Tap(find_step, drop_sub_goal, "sub_goal", is_dated=True),
    ("delmaal", "genoptag"): Tap(find_step, reopen_sub_goal, "sub_goal"),
    ("forslag", "tag-med"): Tap(find_suggestion, take_in, "suggestion"),
    ("opgave", "gjort"): Tap(find_task, settle_task, "task", DONE),
    ("opfoelgning", "gjort"): Tap(find_follow_up, settle_follow_up, "follow_up", DONE),
}


@require_POST
def tap(
    request: ActorRequest, meeting_id: UUID, item_id: UUID, kind: str, record_id: UUID, verb: str
) -> HttpResponse:
    """Tick a small step, a task or a follow-up, or take a step up again."""
    desk = CitizenDesk(request, meeting_id, item_id)
    desk.hold()
    if (kind, verb) not in TAPS:
        raise Http404
    what = TAPS[kind, verb]
    record = what.find(desk, record_id)
    if record is None:
        raise Http404
    form = RecordForm(request.POST, record=record)
    if form.is_sent() and form.does(check_under_way, meeting=desk.meeting):
        with on_occasion(desk.meeting.occasion):
            form.does(
                what.act,
                **{what.name: record},
                **what.values,
                **({"on": desk.today} if what.is_dated else {}),
                version=form.version_seen,
                **desk.signed,
            )
    desk.forget()
    shown = {"page": citizen_page(desk, refused=form), "asked": all_asked(desk)}
    context = {"desk": desk, **shown}
    back = desk.of_turn("turn")
    return answer(
        request, "staff/meetings/citizen.html", "news", context, otherwise=back, status=form.status
    )
