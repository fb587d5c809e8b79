"""The calendar of a person, a team and a citizen; and moving and changing what stands in it."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.contacts.actions import AppointmentDetails, make_appointment, make_series
from hjemmebane.domain.contacts.models import Appointment, AppointmentNotice, Task
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_moment
from tests.factories.browsing import browser, words

DAY, HOUR, WEEK = dt.timedelta(days=1), dt.timedelta(hours=1), dt.timedelta(weeks=1)
MONDAY = today() - today().weekday() * DAY + WEEK
TEN = dt.datetime.combine(MONDAY, dt.time(10), COPENHAGEN)
PAGE = "staff:calendar:page"
QUERIES = 18


def details(by, starts_at=TEN, **changes):
    values = {"what": "Gå en tur", "ends_at": None, "place": "OUTDOORS"}
    who = {"staff_member": by.staff_member}
    return AppointmentDetails(**{**values, **who, "starts_at": starts_at, **changes})


def agree(case, by, starts_at=TEN, **changes):
    told = details(by, starts_at, **changes)
    with acting(by.actor):
        return make_appointment(
            id=new_id(),
            course=case.course,
            **told.values,
            companions=told.companions,
            by=by.actor,
            at=now(),
        )


def repeat(case, by, times=3, **changes):
    with acting(by.actor):
        make_series(
            id=new_id(),
            course=case.course,
            details=details(by, **changes),
            rhythm="WEEKLY",
            times=times,
            by=by.actor,
            at=now(),
        )
        return list(Appointment.objects.order_by("starts_at"))


def shown(employee, **asked):
    year, week, _ = MONDAY.isocalendar()
    asked = {"uge": f"{year}-W{week:02}", **asked}
    return browser(employee).get(reverse(PAGE), {k: v for k, v in asked.items() if v})


def blocks(response):
    return [
        (day.key, block.name, block.what, block.who)
        for day in response.context["page"].days
        for block in day.blocks
    ]


def about(name, appointment, case):
    return reverse(f"staff:calendar:{name}", args=[case.citizen.pk, appointment.pk])


def again(response, **changes):
    """What the browser sends when the form that came back is sent once more."""
    form = response.context["form"]
    kept = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in kept.items() if value is not None} | changes


def test_week_shows_what_two_and_two_have_to_both(cast):
    agree(cast.kim, cast.ida, companions=[cast.bo.staff_member])
    whole = str(cast.team_one.pk)

    def told(who):
        return [(MONDAY.isoformat(), "Kim Krog", "Gå en tur", who)]

    assert blocks(shown(cast.ida)) == told("Sammen med Bo")
    assert blocks(shown(cast.bo)) == told("Sammen med Ida")
    assert blocks(shown(cast.bo, vis=whole)) == told("Ida og Bo")
    assert f"Uge {MONDAY.isocalendar().week}" in words(shown(cast.ida))
    assert blocks(shown(cast.omar)) == []


def test_day_team_and_colleague_are_shown(cast):
    agree(cast.kim, cast.ida)
    day = {"uge": "", "dag": MONDAY.isoformat()}

    assert len(shown(cast.ida, **day).context["page"].days) == 1
    assert len(blocks(shown(cast.ida, **day))) == 1
    assert len(blocks(shown(cast.bo, vis=str(cast.team_one.pk)))) == 1
    assert len(blocks(shown(cast.bo, vis=str(cast.ida.staff_member.pk)))) == 1
    assert blocks(shown(cast.bo)) == []


@pytest.mark.parametrize("whose", ["team_two", "omar", "nonsense"])
def test_calendar_of_somebody_elses_team_does_not_exist(cast, whose):
    found = getattr(cast, whose, None)
    key = str(getattr(getattr(found, "staff_member", found), "pk", whose))

    assert shown(cast.ida, vis=key).status_code == 404


@pytest.mark.parametrize(
    "asked", [{"uge": "2026-W60"}, {"uge": "x"}, {"dag": "2026-02-30"}, {"dag": "æ"}]
)
def test_day_that_is_not_there_is_said(cast, asked):
    response = shown(cast.ida, **{"uge": "", **asked})

    assert response.status_code == 200
    assert "Dagen i adressen findes ikke" in words(response)


def test_citizens_calendar_and_absence_are_shown_and_read(cast):
    agree(cast.kim, cast.ida)
    with acting(cast.bo.actor):
        register_absence(
            id=new_id(),
            staff_member=cast.bo.staff_member,
            values={"kind": "TRAINING", "from_on": MONDAY, "until_on": MONDAY},
            by=cast.bo.actor,
            at=now(),
        )
    year, week, _ = MONDAY.isocalendar()
    url = reverse("staff:calendar:citizen", args=[cast.kim.citizen.pk])
    response = browser(cast.bo).get(url, {"uge": f"{year}-W{week:02}"})

    assert [name for _, name, _, _ in blocks(response)] == ["Kim Krog"]
    assert "Bo er væk" in words(shown(cast.bo))
    with acting(cast.bo.actor):
        assert Access.objects.filter(what="Borgerens kalender").count() == 1


@pytest.mark.parametrize("count", [1, 3, 30])
def test_as_many_queries_whatever_stands_in_it(cast, count, django_assert_num_queries):
    for number in range(count):
        agree(cast.kim, cast.ida, TEN + number * HOUR, companions=[cast.bo.staff_member])
    client = browser(cast.ida)
    year, week, _ = MONDAY.isocalendar()

    with django_assert_num_queries(QUERIES):
        response = client.get(reverse(PAGE), {"uge": f"{year}-W{week:02}"})

    assert len(blocks(response)) >= count


def test_citizens_to_agree_with_are_one_tap_away(cast):
    url = reverse("staff:calendar:whom")
    response = browser(cast.ida).get(url, {"start": f"{MONDAY}T10:15"})

    (link,) = response.context["links"]
    form = browser(cast.ida).get(link.url).context["form"]
    assert (link.label, f"{form['starts_at'].value():%Y-%m-%d %H:%M}") == (
        "Kim Krog",
        f"{MONDAY} 10:15",
    )


def test_appointment_is_moved_and_the_colleague_told(cast):
    made = agree(cast.kim, cast.ida, ends_at=TEN + HOUR, companions=[cast.bo.staff_member])
    url = about("move", made, cast.kim)
    start = f"{TEN + DAY:%Y-%m-%dT%H:%M}"
    sent = {"version": 1, "starts_at": start, "tell_citizen": "on"}

    assert browser(cast.ida).post(url, sent).status_code == 302

    with acting(cast.ida.actor):
        kept, task = Appointment.objects.get(), Task.objects.get()
        assert (kept.starts_at, kept.ends_at) == (TEN + DAY, TEN + DAY + HOUR)
        assert task.what.startswith("Giv Kim besked: Ida og Bo kommer")
    assert "Gå en tur" in words(browser(cast.bo).get(reverse("staff:today:page")))
    with acting(cast.bo.actor):
        notice = AppointmentNotice.objects.get(staff_member=cast.bo.staff_member)
    seen = reverse("staff:calendar:notice_seen", args=[notice.pk])
    assert browser(cast.omar).post(seen).status_code == 404
    told = browser(cast.ida).post(seen, follow=True)
    assert "Beskeden er til en kollega." in words(told)
    assert "Gå en tur" in words(browser(cast.bo).get(reverse("staff:today:page")))
    browser(cast.bo).post(seen)
    with acting(cast.bo.actor):
        assert AppointmentNotice.objects.get(pk=notice.pk).seen_at is not None


def test_move_that_meets_nothing_but_itself_is_not_warned_of(cast):
    made = agree(cast.kim, cast.ida)
    sent = {"version": 1, "starts_at": f"{TEN + HOUR / 2:%Y-%m-%dT%H:%M}"}

    assert browser(cast.ida).post(about("move", made, cast.kim), sent).status_code == 302


def test_all_clashes_are_told_at_once_and_let_through(cast):
    agree(cast.kim, cast.bo, TEN + 2 * HOUR, ends_at=TEN + 4 * HOUR)
    made = agree(cast.kim, cast.ida, companions=[cast.bo.staff_member], travel_minutes=30)
    agree(cast.kim, cast.ida, TEN + 4 * HOUR)
    client, url = browser(cast.ida), about("move", made, cast.kim)
    first = client.post(url, {"version": 1, "starts_at": f"{TEN + 3.5 * HOUR:%Y-%m-%dT%H:%M}"})

    assert first.status_code == 422
    told = first.context["form"].warnings
    assert [one.split(" har ")[0] for one in told] == ["Ida", "Kim Krog", "Bo"]
    assert client.post(url, again(first)).status_code == 302


@pytest.mark.parametrize(
    ("start", "sentence"),
    [
        ("2020-01-01T10:00", "Aftalen ligger i fortiden."),
        ("2027-03-28T02:30", "findes ikke den nat"),
        ("i morgen", "Skriv dato og klokkeslæt"),
        ("", "Skriv dato og klokkeslæt"),
    ],
)
def test_impossible_time_is_refused_and_kept(cast, start, sentence):
    made = agree(cast.kim, cast.ida)
    response = browser(cast.ida).post(
        about("move", made, cast.kim), {"version": 1, "starts_at": start}
    )

    assert response.status_code == 422
    assert start == "" or sentence in words(response)
    assert start in response.content.decode()


def test_two_editors_are_told(cast):
    made = agree(cast.kim, cast.ida)
    client, url = browser(cast.ida), about("move", made, cast.kim)
    client.post(url, {"version": 1, "starts_at": f"{TEN + HOUR:%Y-%m-%dT%H:%M}"})
    response = client.post(url, {"version": 1, "starts_at": f"{TEN + 2 * HOUR:%Y-%m-%dT%H:%M}"})

    assert response.status_code == 409
    assert "To har skrevet på samme tid" in words(response)


def typed(cast, **changes):
    return {
        "id": new_id(),
        "what": "Gåtur",
        "starts_at": f"{TEN:%Y-%m-%dT%H:%M}",
        "place": "OUTDOORS",
        "staff_member": cast.ida.staff_member.pk,
        "companions": [cast.bo.staff_member.pk],
        "rhythm": "WEEKLY",
        "times": "3",
        **changes,
    }


def new_for(case):
    return reverse("staff:contacts:appointment_new", args=[case.citizen.pk])


def test_series_is_made_in_the_form_and_a_second_tap_is_the_same(cast):
    client, sent = browser(cast.ida), typed(cast)

    assert client.post(new_for(cast.kim), sent).status_code == 302
    assert client.post(new_for(cast.kim), sent).status_code == 302
    with acting(cast.ida.actor):
        assert Appointment.objects.count() == 3


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"times": "500"}, "Det bliver til mere end 60 aftaler."),
        ({"times": ""}, "til og med hvilken dag aftalen gentages"),
        ({"until_on": "2099-01-01"}, "enten en sidste dag eller et antal gange"),
        ({"ends_at": f"{TEN + 30 * HOUR:%Y-%m-%dT%H:%M}"}, "mere end et døgn"),
        ({"ends_at": f"{TEN - HOUR:%Y-%m-%dT%H:%M}"}, "slutter, før den begynder"),
        ({"starts_at": "2020-01-01T10:00"}, "ligger i fortiden"),
    ],
)
def test_impossible_series_is_refused_in_the_form(cast, changes, sentence):
    response = browser(cast.ida).post(new_for(cast.kim), typed(cast, **changes))

    assert response.status_code == 422
    assert sentence in words(response)
    with acting(cast.ida.actor):
        assert Appointment.objects.count() == 0


def test_companion_who_comes_already_is_refused(cast):
    response = browser(cast.ida).post(
        new_for(cast.kim), typed(cast, companions=[cast.ida.staff_member.pk])
    )

    assert response.status_code == 422
    assert "Den, der kommer, kan ikke også gå med." in words(response)


def test_this_and_the_next_are_changed_and_what_was_moved_is_said(cast):
    first, second, third = repeat(cast.kim, cast.ida)
    client = browser(cast.ida)
    moved = {"version": 1, "starts_at": f"{second.starts_at + DAY:%Y-%m-%dT%H:%M}"}
    assert client.post(about("move", second, cast.kim), moved).status_code == 302
    url = about("change", first, cast.kim)
    sent = again(
        client.get(url), scope="NEXT", starts_at=f"{TEN + HOUR:%Y-%m-%dT%H:%M}", what="Kaffe"
    )
    del sent["companions"]
    response = client.post(url, sent)

    assert response.status_code == 422
    assert "er ændret for sig selv og bliver, hvor den er" in words(response)
    assert client.post(url, again(response)).status_code == 302
    with acting(cast.ida.actor):
        found = list(Appointment.objects.order_by("starts_at").values_list("what", "starts_at"))
    assert [what for what, _ in found] == ["Kaffe", "Gå en tur", "Kaffe"]
    assert found[2][1] == third.starts_at + HOUR


def test_rest_of_a_series_is_called_off_with_a_reason(cast):
    _, second, _ = repeat(cast.kim, cast.ida)
    sent = {"version": 1, "scope": "NEXT", "reason": "Kim rejser"}

    response = browser(cast.ida).post(about("cancel", second, cast.kim), sent)

    assert response.status_code == 302
    with acting(cast.ida.actor):
        found = Appointment.objects.order_by("starts_at").values_list("status", "cancelled_because")
        assert list(found) == [("PLANNED", ""), *[("CANCELLED", "Kim rejser")] * 2]


@pytest.mark.parametrize(("scope", "rest"), [("THIS", ""), ("NEXT", " og de næste i rækken")])
def test_telling_the_citizen_that_it_is_off_becomes_a_task(cast, scope, rest):
    _, second, _ = repeat(cast.kim, cast.ida)
    sent = {"version": 1, "scope": scope, "reason": "Ida er syg", "tell_citizen": "on"}

    assert browser(cast.bo).post(about("cancel", second, cast.kim), sent).status_code == 302

    with acting(cast.ida.actor):
        task = Task.objects.get()
        said = f"Giv Kim besked: aftalen {written_moment(second.starts_at)}{rest} er aflyst."
        assert task.what.startswith(said)
        assert task.staff_member == cast.bo.staff_member


@pytest.mark.parametrize(("who", "told"), [("ida", "Aflyst. Bo får"), ("bo", "Aflyst. Ida får")])
def test_who_else_comes_is_told_that_it_is_called_off(cast, who, told):
    made = agree(cast.kim, cast.ida, companions=[cast.bo.staff_member])
    sent = {"version": 1, "scope": "THIS", "reason": "Kim rejser"}

    answer = browser(getattr(cast, who)).post(about("cancel", made, cast.kim), sent, follow=True)

    assert f"{told} det at vide på I dag." in words(answer)


def test_nobody_is_told_of_what_one_calls_off_alone(cast):
    made = agree(cast.kim, cast.ida)
    sent = {"version": 1, "scope": "THIS", "reason": "Kim rejser"}

    answer = browser(cast.ida).post(about("cancel", made, cast.kim), sent, follow=True)

    assert "Aflyst." in words(answer)
    assert "får det at vide" not in words(answer)


def test_one_is_called_off_and_the_pages_of_another_team_are_not_there(cast):
    made = agree(cast.kim, cast.ida)
    for name in ("move", "change", "cancel"):
        assert browser(cast.omar).get(about(name, made, cast.kim)).status_code == 404
        assert browser(cast.ida).get(about(name, made, cast.kim)).status_code == 200
    sent = {"version": 1, "reason": ""}
    assert browser(cast.ida).post(about("cancel", made, cast.kim), sent).status_code == 302
    with acting(cast.ida.actor):
        assert Appointment.objects.get().status == "CANCELLED"
