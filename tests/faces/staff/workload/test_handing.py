"""Giv videre: what stands with somebody who is not there, given to one colleague or to several."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import (
    ContactDetails,
    hand_on_task,
    log_contact,
    make_appointment,
)
from hjemmebane.domain.contacts.models import Appointment, FollowUp, Task
from hjemmebane.domain.teams.actions import leave_team, register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.models import TeamMembership
from hjemmebane.domain.workload.queries import stands_with
from hjemmebane.faces.staff.workload.views import handing
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import employ, let_join, start_case
from tests.factories.reminders import follow, give

HOURS = "/teamet/timer/"
DAY = dt.timedelta(days=1)
QUERIES = 26


def leave(employee, last_day):
    with acting(OPERATIONS):
        leave_team(
            membership=TeamMembership.objects.get(staff_member=employee.staff_member),
            until_on=last_day,
            version=1,
            by=OPERATIONS,
            at=now(),
        )


def be_away(employee, day):
    with acting(employee.actor):
        register_absence(
            id=new_id(),
            staff_member=employee.staff_member,
            values={"kind": "ILLNESS", "from_on": day},
            by=employee.actor,
            at=now(),
        )


def appoint(case, by, starts_at, staff_member):
    return make_appointment(
        id=new_id(),
        course=case.course,
        what="Gåtur",
        starts_at=starts_at,
        ends_at=None,
        place="HOME",
        staff_member=staff_member,
        by=by.actor,
        at=now(),
    )


def fill(cast, case):
    bo = cast.bo.staff_member
    with acting(cast.ida.actor):
        give(case, cast.ida, at=now(), staff_member=bo, what="Ring til lægen")
        follow(case, cast.ida, at=now(), staff_member=bo, why="Sover dårligt")
        appoint(case, cast.ida, now() + 2 * DAY, bo)


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


def meet(case, by):
    """They met yesterday: now they know each other."""
    with acting(by.actor):
        log_contact(
            id=new_id(),
            course=case.course,
            details=ContactDetails(started_at=now() - DAY),
            staff=[by.staff_member],
            sub_goals={},
            by=by.actor,
            at=now(),
        )


def join(cast, name):
    with acting(OPERATIONS):
        new = employ(name, "Peer")
        let_join(cast.team_one, new, CoreFunction.HEALTH, hours=10)
    return new


def items(form):
    return {form.fields[key].label.partition(":")[0]: key for key in form.keys}


def sent(form, **changes):
    """What the browser sends: the form as it is shown, and what was chosen anew."""
    kept = {name: form[name].value() for name in form.fields}
    kept = {name: value for name, value in kept.items() if value not in (None, "", False)}
    return {**kept, **changes}


def shown(cast):
    return browser(cast.ida).get(address(cast)).context["form"]


def test_who_knows_the_citizen_is_proposed_and_one_tap_gives_it_all(left):
    meet(left.kim, left.ida)
    client = browser(left.ida)
    form = client.get(address(left)).context["form"]
    assert form["staff_member"].value() == str(left.ida.staff_member.pk)
    assert form["staff_member"].help_text == (
        "Foreslået er Ida, som af dem, der er her i dag, kender Kim."
    )
    assert [form.fields[key].label for key in form.keys][:2] == [
        "Opgave: Ring til lægen (Kim Krog)",
        "Opfølgning: Sover dårligt (Kim Krog, senest i dag)",
    ]

    response = client.post(address(left), sent(form), follow=True)

    assert "Det er givet videre." in words(response)
    with acting(left.ida.actor):
        assert {one.staff_member for one in Task.objects.all()} == {left.ida.staff_member}
        assert Appointment.objects.get().staff_member == left.ida.staff_member
        told = Task.objects.exclude(what="Ring til lægen").get()
    assert told.what.startswith("Giv Kim besked: Ida kommer i stedet for Bo")
    again = client.post(address(left), sent(form), follow=True)
    assert "Det er allerede givet videre." in words(again)


def test_nobody_is_proposed_without_a_reason(left):
    form = shown(left)

    assert {form.fields[key].help_text for key in form.keys} == {"Kim kender ingen af dem."}
    assert not form["staff_member"].value()
    assert form["staff_member"].help_text == (
        "Ingen er foreslået: af dem, der er her i dag, har ingen mødt Kim det sidste halve år."
    )
    response = browser(left.ida).post(address(left), sent(form))
    assert response.status_code == 422
    assert "Hvem tager over: Vælg, hvem der tager over." in words(response)


def test_beside_each_stands_what_speaks_for_them(left):
    nora = join(left, "Nora")
    meet(left.kim, nora)
    be_away(nora, today())
    keys = items(form := shown(left))

    assert form["staff_member"].value() == ""  # away today, so no reason to propose them
    by_and_large = [said for _, said in form.fields["staff_member"].choices]
    assert by_and_large[0].startswith("Ida – ")
    assert "t. tilbage, kender ikke Kim" in by_and_large[0]
    assert by_and_large[1].startswith("Nora – Specialiseret helbredsindsats, ")
    assert by_and_large[1].endswith(", kender Kim, væk i dag")
    assert by_and_large[2:] == ["Forskellige – vælg ved hver ting"]
    of_task, of_appointment = (
        [said for _, said in form.fields[keys[kind]].choices] for kind in ("Opgave", "Aftale")
    )
    assert (of_task[0], of_task[-1]) == ("Som valgt ovenfor", "Bliver hos Bo")
    assert of_task[2].endswith(", kender Kim, væk i dag")
    assert of_appointment[2].endswith(", kender Kim, væk den dag")
    assert form.fields[keys["Aftale"]].help_text == "Kim kender Nora."


def test_who_knows_most_of_several_is_proposed(cast):
    with acting(cast.ida.actor):
        maja = start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Maja"))
    for case in (cast.kim, maja):
        fill(cast, case)
    leave(cast.bo, today() - DAY)
    nora = join(cast, "Nora")
    meet(cast.kim, cast.ida)
    for case in (cast.kim, maja):
        meet(case, nora)

    form = shown(cast)

    assert form["staff_member"].value() == str(nora.staff_member.pk)
    assert form["staff_member"].help_text == (
        "Foreslået er Nora, som af dem, der er her i dag, kender flest af borgerne."
    )
    said = [words for _, words in form.fields["staff_member"].choices]
    assert [one.rpartition(", ")[2] for one in said[:2]] == [
        "kender 2 af 2 borgere",
        "kender 1 af 2 borgere",
    ]


def test_each_thing_may_go_to_somebody_else_or_stay(left):
    nora = join(left, "Nora")
    keys = items(form := shown(left))

    browser(left.ida).post(
        address(left),
        sent(
            form,
            staff_member=left.ida.staff_member.pk,
            **{keys["Opfølgning"]: nora.staff_member.pk, keys["Aftale"]: "stays"},
        ),
    )

    ida, bo = left.ida.staff_member.pk, left.bo.staff_member.pk
    assert owners(left) == [ida, nora.staff_member.pk, bo]


def test_taker_who_is_taken_at_the_time_is_told_and_goes_all_the_same(left):
    with acting(left.ida.actor):
        starts_at = Appointment.objects.get().starts_at
        appoint(left.kim, left.ida, starts_at, left.ida.staff_member)
    client, form = browser(left.ida), shown(left)
    choices = [said for _, said in form.fields[items(form)["Aftale"]].choices]
    assert choices[1].endswith(", har en anden aftale da")

    told = client.post(address(left), sent(form, staff_member=left.ida.staff_member.pk))

    assert told.status_code == 422
    assert "Se lige efter Ida har en aftale med Kim Krog" in words(told)
    assert "Giv videre alligevel" in words(told)
    again = client.post(address(left), sent(told.context["form"]))
    assert again.status_code == 302


def test_two_at_the_same_time_that_would_go_to_one_are_told(left):
    with acting(left.ida.actor):
        maja = start_case(left.team_one, left.ida, CitizenDetails(given_name="Maja"))
        starts_at = Appointment.objects.get().starts_at
    nora = join(left, "Nora")
    with acting(left.ida.actor):
        second = appoint(maja, left.ida, starts_at, left.ida.staff_member)
        Appointment.objects.filter(pk=second.pk).update(staff_member=left.bo.staff_member)
    form, nora_id = shown(left), nora.staff_member.pk

    told = browser(left.ida).post(address(left), sent(form, staff_member=nora_id))
    apart = sent(form, staff_member=nora_id) | {str(second.pk): left.ida.staff_member.pk}

    (said,) = told.context["form"].warnings
    assert said.startswith("Nora får to aftaler på samme tid: med Kim Krog og Maja ")
    assert browser(left.ida).post(address(left), apart).status_code == 302


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("stays", "Vælg mindst én ting, der skal gives videre."),
        ("each", "(Kim Krog): Vælg, hvem der tager over."),
        ("gone", "Noget af det er givet videre imens."),
        ("stranger", "Valget findes ikke længere. Vælg igen."),
        ("missing", "(Kim Krog): Dette felt er påkrævet."),
    ],
)
def test_what_cannot_be_given_on_is_refused_in_danish(left, chosen, said):
    form, ida = shown(left), left.ida.staff_member.pk
    data = sent(form, staff_member=ida)
    data |= {
        "stays": dict.fromkeys(form.keys, "stays"),
        "each": {"staff_member": "each"},
        "gone": {str(new_id()): "above"},
        "stranger": {"staff_member": new_id()},
        "missing": {},
    }[chosen]
    if chosen == "missing":  # it came while the page was open
        del data[items(form)["Opgave"]]

    response = browser(left.ida).post(address(left), data)

    assert response.status_code == 422
    assert said in words(response)
    assert owners(left) == [left.bo.staff_member.pk] * 3


def test_who_leaves_before_it_is_told_beside_that_thing(left):
    nora = join(left, "Nora")
    leave(nora, today() + DAY)
    form = shown(left)

    response = browser(left.ida).post(address(left), sent(form, staff_member=nora.staff_member.pk))

    assert response.status_code == 422
    key = items(form)["Aftale"]
    assert list(response.context["form"].errors) == [key]


def test_what_somebody_else_changed_at_the_same_time_is_told(left, monkeypatch):
    client = browser(left.ida)
    form = client.get(address(left)).context["form"]

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
    response = client.post(address(left), sent(form, staff_member=left.ida.staff_member.pk))

    assert response.status_code == 409
    assert "En anden har rettet noget af det imens." in words(response)


def test_who_leaves_and_who_is_away_are_told_apart(cast):
    fill(cast, cast.kim)
    leave(cast.bo, today() + DAY)
    (leaving,) = browser(cast.ida).get(HOURS).context["page"].stranded
    last = written_day(today() + DAY)
    assert leaving.label == f"1 opgave og 1 aftale står hos Bo, som er i teamet til og med {last}"


def test_who_is_away_is_told_of(cast):
    fill(cast, cast.kim)
    be_away(cast.bo, today())
    (away,) = browser(cast.ida).get(HOURS).context["page"].stranded
    assert away.label == "1 opgave, 1 opfølgning og 1 aftale står hos Bo, som er væk"
    form = browser(cast.ida).get(address(cast)).context["form"]
    assert [one.name for one in form.staff.values()] == ["Ida"]


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
