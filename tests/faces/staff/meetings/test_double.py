"""The same form sent twice at a meeting: done once, and answered as done."""

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Change
from hjemmebane.domain.meetings.choices import MeetingKind, MeetingRefusal
from hjemmebane.domain.meetings.models import MeetingItem
from hjemmebane.domain.plans.actions import add_item
from hjemmebane.domain.plans.choices import ItemKind
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, words
from tests.factories.meetings import START, at, decide, seen_by


def newest(cast):
    with acting(cast.ida.actor):
        return Change.objects.order_by("-id").values_list("id", flat=True).first()


def twice(cast, turn, key, *, htmx, **sent):
    """What the second of two is answered, and whether it changed anything."""
    sent |= {"id": new_id(), "seen_change": newest(cast)}
    assert decide(cast, turn, key, htmx=htmx, **sent).status_code in {200, 302}
    before = newest(cast)
    again = decide(cast, turn, key, htmx=htmx, **sent)
    return again.status_code, newest(cast) == before


@pytest.mark.parametrize("htmx", [False, True])
def test_decision_sent_twice_is_one(cast, turn, htmx):
    goal, ida = cast.kim.goal.pk, cast.ida.staff_member.pk
    done = (200 if htmx else 302, True)
    ordered = {"kind": "SOMATIC", "staff_member": ida, "barrier": "Venter på tid"}
    on_board = {"reason": "CRISIS", "note": "", "review_on": "2099-01-01"}

    assert twice(cast, turn, "udredning", htmx=htmx, **ordered) == done
    assert twice(cast, turn, "ansvar", htmx=htmx, goal=goal, staff_member=ida) == done
    assert twice(cast, turn, "tages-op", htmx=htmx, cadence="MONTHLY") == done
    assert twice(cast, turn, "tavlen", htmx=htmx, **on_board) == done
    assert twice(cast, turn, "af-tavlen", htmx=htmx) == done


def test_assessment_that_was_needed_is_ordered_once(cast, turn):
    values = {"kind": "SOMATIC", "status": "NEEDED", "barrier": "Afventer afklaring"}
    with acting(cast.ida.actor):
        by = {"by": cast.ida.actor, "at": now()}
        add_item(id=new_id(), plan=cast.kim.plan, kind=ItemKind.ASSESSMENT, values=values, **by)
    sent = {"kind": "SOMATIC", "staff_member": "", "barrier": ""}

    assert twice(cast, turn, "udredning", htmx=True, **sent) == (200, True)
    late = decide(cast, turn, "udredning", by=cast.bo, seen_change=newest(cast), **sent)

    assert (late.status_code, MeetingRefusal.ALREADY_ORDERED.label in words(late)) == (422, True)


def test_goal_settled_twice_is_settled_once(cast):
    sent = {"staff": [cast.ida.staff_member.pk], "planned_minutes": 60, "id": new_id()}
    kind = f"{START}?slags={MeetingKind.TREATMENT}"
    browser(cast.ida).post(kind, sent | {"courses": [cast.kim.course.pk]})
    (turn,) = seen_by(cast.ida, MeetingItem)
    settled = {"goal": cast.kim.goal.pk, "status": "REACHED", "reason": ""}

    assert twice(cast, turn, "goer-op", htmx=True, **settled) == (200, True)
    other = decide(cast, turn, "goer-op", seen_change=newest(cast), **settled | {"reason": "Flot"})
    assert other.status_code == 422


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_second_tap_on_a_step_is_no_fault(cast, turn, headers):
    step = cast.kim.first_step
    for version, verb in enumerate(("naaet", "genoptag", "laeg-vaek"), start=step.version):
        url = at(turn, "tap", "delmaal", step.pk, verb)
        for _ in "ab":
            told = browser(cast.ida).post(url, {"version": version}, headers=headers)
            assert told.status_code == (200 if headers else 302)


def test_citizen_added_twice_is_listed_once(cast, turn, meeting):
    with acting(cast.ida.actor):
        turn.delete()
    sent = {"id": new_id(), "course": cast.kim.course.pk}
    url = reverse("staff:meetings:add", args=[meeting.pk])

    assert [browser(cast.ida).post(url, sent).status_code for _ in "ab"] == [302, 302]
    assert len(seen_by(cast.ida, MeetingItem)) == 1
    late = browser(cast.bo).post(url, sent | {"id": new_id()})
    assert (late.status_code, MeetingRefusal.ALREADY_LISTED.label in words(late)) == (422, True)
