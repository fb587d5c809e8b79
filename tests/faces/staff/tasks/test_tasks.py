"""Opgaver: given, ticked in one tap, undone, handed on and dropped; and nothing typed is lost."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.choices import ReminderRefusal, ReminderStatus
from hjemmebane.domain.contacts.models import Task
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import HTMX, browser, element, words
from tests.factories.cast import let_join
from tests.factories.reminders import give

TEAM_NEW = "/opgaver/ny/"


def contacts_page(cast):
    return reverse("staff:contacts:page", args=[cast.kim.citizen.pk])


def new_url(cast):
    return reverse("staff:tasks:new", args=[cast.kim.citizen.pk])


def url(task, name="page"):
    return reverse(f"staff:tasks:{name}", args=[task.pk])


def typed(cast, **changes):
    return {
        "id": new_id(),
        "what": "Ring til lægen",
        "staff_member": cast.bo.staff_member.pk,
        "due_on": today() + dt.timedelta(days=1),
        **changes,
    }


def tasks(cast):
    with acting(cast.ida.actor):
        return list(Task.objects.order_by("pk").values_list("what", "status"))


@pytest.fixture
def task(cast):
    with acting(cast.ida.actor):
        return give(cast.kim, cast.ida, at=now(), what="Ring til lægen")


def test_task_is_given_once_and_waits_on_the_page(cast):
    client, sent = browser(cast.ida), typed(cast)

    for _ in range(2):
        response = client.post(new_url(cast), sent)
        assert (response.status_code, response["Location"]) == (302, contacts_page(cast))

    assert tasks(cast) == [("Ring til lægen", "OPEN")]
    assert "Ring til lægen Bo · senest i morgen" in words(client.get(contacts_page(cast)))


def test_task_begins_as_ones_own(cast):
    form = browser(cast.ida).get(new_url(cast)).context["form"]

    assert form["staff_member"].value() == str(cast.ida.staff_member.pk)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"what": ""}, "Hvad skal gøres: Dette felt er påkrævet."),
        ({"what": "a" * 201}, "Denne værdi må højst have 200 tegn"),
        ({"due_on": "2025-05-05"}, ReminderRefusal.DUE_PAST.label),
        ({"due_on": "snart"}, "Skriv en dato, der findes"),
        ({"staff_member": new_id()}, "Valget findes ikke længere. Vælg igen."),
    ],
)
def test_task_is_refused_in_danish_and_kept(cast, changes, said):
    response = browser(cast.ida).post(new_url(cast), typed(cast, **changes))

    assert response.status_code == 422
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == {
        name: str(value) for name, value in changes.items()
    }
    assert tasks(cast) == []


def test_task_is_done_and_undone_in_one_tap_each(cast, task):
    client = browser(cast.ida)

    done = client.post(url(task, "done"), {"version": 1}, headers=HTMX)
    after = tasks(cast)
    undone = client.post(url(task, "reopen"), {"version": 2}, headers=HTMX)

    assert after == [("Ring til lægen", "DONE")]
    assert "Fortryd" in words(done)
    assert tasks(cast) == [("Ring til lægen", "OPEN")]
    assert element(undone, f"opgave-{task.pk}") == element(
        client.get(contacts_page(cast)), f"opgave-{task.pk}"
    )


def test_task_is_ticked_without_javascript_too(cast, task):
    response = browser(cast.ida).post(url(task, "done"), {"version": 1})

    assert response["Location"] == f"{contacts_page(cast)}#opgaver"
    assert "Gjort op Ring til lægen Gjort i dag" in words(
        browser(cast.ida).get(contacts_page(cast))
    )


@pytest.mark.parametrize("headers", [HTMX, {}])
def test_task_ticked_by_another_meanwhile_says_so(cast, task, headers):
    browser(cast.bo).post(url(task, "done"), {"version": 1})

    response = browser(cast.ida).post(url(task, "done"), {"version": 1}, headers=headers)

    assert response.status_code == 422
    assert ReminderRefusal.ALREADY_SETTLED.label in words(response)


def test_task_handed_on_meanwhile_is_shown_as_it_stands(cast, task):
    browser(cast.bo).post(url(task), {"version": 1, "staff_member": cast.bo.staff_member.pk})

    response = browser(cast.ida).post(url(task, "done"), {"version": 1}, headers=HTMX)

    assert response.status_code == 409
    assert "En anden har rettet det imens." in words(response)
    assert 'name="version" value="2"' in response.content.decode()
    assert tasks(cast) == [("Ring til lægen", "OPEN")]


def test_task_is_handed_on(cast, task):
    client = browser(cast.ida)
    sent = {"version": 1, "staff_member": cast.bo.staff_member.pk, "due_on": today()}

    response = client.post(url(task), sent)

    assert response["Location"] == f"{contacts_page(cast)}#opgaver"
    assert "Ring til lægen Bo · senest i dag" in words(client.get(contacts_page(cast)))


def test_stale_handing_on_shows_both(cast, task):
    first = {"version": 1, "staff_member": cast.bo.staff_member.pk, "due_on": ""}
    browser(cast.bo).post(url(task), first)

    response = browser(cast.ida).post(
        url(task), {"version": 1, "staff_member": cast.ida.staff_member.pk, "due_on": today()}
    )

    assert response.status_code == 409
    assert [one.label for one in response.context["handing"].differences] == [
        "Hvem gør det",
        "Senest",
    ]


def test_task_is_dropped_with_a_reason(cast, task):
    client = browser(cast.ida)

    silent = client.post(url(task, "drop"), {"version": 1, "note": ""})
    said = client.post(url(task, "drop"), {"version": 1, "note": "Kim ringede selv"})

    assert silent.status_code == 422
    assert ReminderRefusal.WHY_MISSING.label in words(silent)
    assert said.status_code == 302
    assert tasks(cast) == [("Ring til lægen", ReminderStatus.DROPPED)]
    assert "Kim ringede selv" in words(client.get(contacts_page(cast)))


def test_settled_task_can_be_read_and_no_more(cast, task):
    client = browser(cast.ida)
    client.post(url(task, "done"), {"version": 1})

    read = words(client.get(url(task)))

    assert "Gjort i dag" in read
    assert "Giv videre" not in read


def test_task_page_is_noted_as_a_reading(cast, task):
    browser(cast.ida).get(url(task))

    with acting(cast.ida.actor):
        assert list(Access.objects.values_list("citizen_id", "what")) == [
            (cast.kim.citizen.pk, "Opgave")
        ]


@pytest.mark.parametrize("name", ["page", "done", "reopen", "drop"])
def test_task_of_another_team_does_not_exist(cast, task, name):
    client = browser(cast.omar)

    assert client.post(url(task, name), {"version": 1, "note": "x"}).status_code == 404
    assert client.post(reverse(f"staff:tasks:{name}", args=[new_id()])).status_code == 404
    assert tasks(cast) == [("Ring til lægen", "OPEN")]


def test_team_gets_a_task_of_its_own(cast):
    client = browser(cast.ida)
    team = client.get(TEAM_NEW).context["form"]["team"].value()

    response = client.post(TEAM_NEW, typed(cast, team=team, what="Køb kaffe"))

    assert (response.status_code, response["Location"]) == (302, "/i-dag/")
    with acting(cast.ida.actor):
        assert [(t.what, t.team, t.course) for t in Task.objects.all()] == [
            ("Køb kaffe", cast.team_one, None)
        ]


def test_who_is_in_two_teams_chooses(cast):
    with acting(OPERATIONS):
        let_join(cast.team_two, cast.ida, CoreFunction.HEALTH)
    client = browser(cast.ida)

    page = client.get(TEAM_NEW)
    crossed = client.post(TEAM_NEW, typed(cast, team=cast.team_two.pk))

    assert "Hvilket team" in words(page)
    assert crossed.status_code == 422
    assert ReminderRefusal.STAFF_NOT_IN_TEAM.label in words(crossed)


def test_team_task_is_not_for_managers(cast):
    assert browser(cast.mette).get(TEAM_NEW).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_many_queries_whatever_waits(cast, django_assert_num_queries, count):
    with acting(cast.ida.actor):
        for _ in range(count):
            give(cast.kim, cast.ida, at=now())
    client = browser(cast.ida)
    client.get(contacts_page(cast))

    with django_assert_num_queries(25):
        shown = client.get(contacts_page(cast)).context["page"].reminders.tasks

    assert len(shown) == count
