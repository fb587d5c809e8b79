"""Giv videre: what stands with somebody who is not there, given to a colleague in one tap."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import hand_on_task, make_appointment
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.queries import stands_with
from hjemmebane.faces.staff.workload.views import handing
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import start_case
from tests.factories.reminders import follow, give

HOURS = "/teamet/timer/"
DAY = dt.timedelta(days=1)
QUERIES = 20


def leave(employee, last_day):
    with acting(OPERATIONS):
        leave_team(
            membership=TeamMembership.objects.get(staff_member=employee.staff_member),
            until_on=last_day,
            version=1,
            by=OPERATIONS,
            at=now(),
        )


def fill(cast, case):
    bo = cast.bo.staff_member
    with acting(cast.ida.actor):
        give(case, cast.ida, at=now(), staff_member=bo, what="Ring til lægen")
        follow(case, cast.ida, at=now(), staff_member=bo, why="Sover dårligt")
        make_appointment(
            id=new_id(),
            course=case.course,
            what="Gåtur",
            starts_at=now() + 2 * DAY,
            ends_at=None,
            place="HOME",
            staff_member=bo,
            by=cast.ida.actor,
            at=now(),
        )


@pytest.fixture
def left(cast):
    """What stood with Bo when he left."""
    fill(cast, cast.kim)
    leave(cast.bo, today() - DAY)
    return cast


def address(cast, employee=None):
    keys = [(employee or cast.bo).staff_member.pk]
    return reverse("staff:workload:hand_over", args=keys)


def owners(cast):
    with acting(cast.ida.actor):
        return [kind.objects.get().staff_member_id for kind in (Task, FollowUp, Appointment)]


def test_hours_warn_of_what_stands_with_who_left(left):
    response = browser(left.ida).get(HOURS)

    (link,) = response.context["page"].stranded
    said = "1 opgave, 1 opfølgning og 1 aftale står hos Bo, som ikke er i teamet længere"
    assert link.label == said
    assert link.url.startswith(address(left))


def test_one_tap_gives_all_of_it_to_me(left):
    client = browser(left.ida)
    form = client.get(address(left)).context["form"]
    assert form["staff_member"].value() == str(left.ida.staff_member.pk)
    keys = form["items"].value()
    assert [words for _, words in form.fields["items"].choices][:2] == [
        "Opgave: Ring til lægen (Kim Krog)",
        "Opfølgning: Sover dårligt (Kim Krog, senest i dag)",
    ]

    sent = {"id": new_id(), "staff_member": left.ida.staff_member.pk, "items": keys}
    response = client.post(address(left), {**sent, "tell_citizen": "on"}, follow=True)

    assert "Det er givet videre." in words(response)
    with acting(left.ida.actor):
        told = Task.objects.exclude(what="Ring til lægen").get()
    assert told.what.startswith("Giv Kim besked: Ida kommer i stedet for Bo")
    again = client.post(address(left), sent, follow=True)
    assert "Det er allerede givet videre." in words(again)


def test_only_what_is_ticked_is_given_on(left):
    client = browser(left.ida)
    with acting(left.ida.actor):
        task = Task.objects.get()

    client.post(
        address(left),
        {"id": new_id(), "staff_member": left.ida.staff_member.pk, "items": [task.pk]},
    )

    ida, bo = left.ida.staff_member.pk, left.bo.staff_member.pk
    assert owners(left) == [ida, bo, bo]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"items": []}, "Vælg mindst én ting, der skal gives videre."),
        ({"items": [new_id()]}, "Noget af det er givet videre imens."),
        ({"staff_member": new_id()}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_what_cannot_be_given_on_is_refused_in_danish(left, changes, said):
    client = browser(left.ida)
    keys = client.get(address(left)).context["form"]["items"].value()
    sent = {"id": new_id(), "staff_member": left.ida.staff_member.pk, "items": keys, **changes}

    response = client.post(address(left), sent)

    assert response.status_code == 422
    assert said in words(response)
    assert owners(left) == [left.bo.staff_member.pk] * 3


def test_what_somebody_else_changed_at_the_same_time_is_told(left, monkeypatch):
    client = browser(left.ida)
    keys = client.get(address(left)).context["form"]["items"].value()

    def meanwhile(found, who):
        stranded = stands_with(found, who)
        (task,) = stranded.tasks
        hand_on_task(
            task=Task.objects.get(pk=task.pk),
            staff_member=left.ida.staff_member,
            due_on=task.due_on,
            version=task.version,
            by=left.ida.actor,
            at=now(),
        )
        return stranded

    monkeypatch.setattr(handing, "stands_with", meanwhile)
    sent = {"id": new_id(), "staff_member": left.ida.staff_member.pk, "items": keys}
    response = client.post(address(left), sent)

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)


def test_who_leaves_and_who_is_away_are_told_apart(cast):
    fill(cast, cast.kim)
    leave(cast.bo, today() + DAY)
    (leaving,) = browser(cast.ida).get(HOURS).context["page"].stranded
    last = written_day(today() + DAY)
    assert leaving.label == f"1 opgave og 1 aftale står hos Bo, som er i teamet til og med {last}"


def test_who_is_away_is_told_of(cast):
    fill(cast, cast.kim)
    with acting(cast.bo.actor):
        register_absence(
            id=new_id(),
            staff_member=cast.bo.staff_member,
            values={"kind": "ILLNESS", "from_on": today()},
            by=cast.bo.actor,
            at=now(),
        )
    (away,) = browser(cast.ida).get(HOURS).context["page"].stranded
    assert away.label == "1 opgave, 1 opfølgning og 1 aftale står hos Bo, som er væk"
    form = browser(cast.ida).get(address(cast)).context["form"]
    assert [name for _, name in form.fields["staff_member"].choices] == ["Ida, Bostøtte"]


def test_nothing_to_give_on_is_said_kindly(cast):
    read = words(browser(cast.ida).get(address(cast)))

    assert "Alt er givet videre" in read
    assert "Der står ikke noget hos Bo, som en anden skal tage over." in read


def test_another_teams_staff_do_not_exist_here(left):
    assert browser(left.ida).get(address(left, left.omar)).status_code == 404
    for other in (left.omar, left.mette):
        assert browser(other).get(address(left)).status_code == 404


@pytest.mark.parametrize("more", [0, 2])
def test_page_asks_as_many_queries_whatever_there_is(cast, more, django_assert_num_queries):
    with acting(cast.ida.actor):
        cases = [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=f"Borger {number}"))
            for number in range(more)
        ]
    for case in (cast.kim, *cases):
        fill(cast, case)
    leave(cast.bo, today() - DAY)
    client = browser(cast.ida)

    with django_assert_num_queries(QUERIES):
        page = client.get(address(cast)).context["page"]

    assert len(page.items) == 3 * (1 + more)
