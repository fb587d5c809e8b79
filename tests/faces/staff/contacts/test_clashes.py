"""A time that is taken, or a colleague who is away: told beside the form, and then as they like."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.contacts.actions import make_appointment
from hjemmebane.domain.contacts.models import Appointment
from hjemmebane.domain.teams.actions import register_absence
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.clock import COPENHAGEN, now, today
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day
from tests.factories.browsing import browser, words
from tests.factories.cast import let_join, start_case

DAY = dt.timedelta(days=1)
HOUR = dt.timedelta(hours=1)
TEN = dt.datetime.combine(today() + DAY, dt.time(10), COPENHAGEN)
AT_TEN = "i morgen kl. 10.00"


def agree(case, by, starts_at=TEN, **changes):
    values = {"what": "Kaffe", "ends_at": None, "place": "HOME", "staff_member": by.staff_member}
    with acting(by.actor):
        return make_appointment(
            id=new_id(),
            course=case.course,
            starts_at=starts_at,
            by=by.actor,
            at=now(),
            **{**values, **changes},
        )


def be_away(employee, first, last=None):
    with acting(employee.actor):
        register_absence(
            id=new_id(),
            staff_member=employee.staff_member,
            values={"kind": "TRAINING", "from_on": first, "until_on": last},
            by=employee.actor,
            at=now(),
        )


@pytest.fixture
def maja(cast):
    """Another citizen of Ida's."""
    with acting(cast.ida.actor):
        return start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Maja"))


def typed(cast, **changes):
    return {
        "id": new_id(),
        "what": "Gåtur",
        "starts_at": f"{TEN:%Y-%m-%dT%H:%M}",
        "ends_at": "",
        "place": "OUTDOORS",
        "staff_member": cast.ida.staff_member.pk,
        **changes,
    }


def new_for(case):
    return reverse("staff:contacts:appointment_new", args=[case.citizen.pk])


def again(response, **changes):
    """What the browser sends when the form that came back is sent once more."""
    form = response.context["form"]
    kept = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in kept.items() if value is not None} | changes


def warned(response):
    assert response.status_code == 422, words(response)
    return list(response.context["form"].warnings)


def count(case, by):
    with acting(by.actor):
        return Appointment.objects.filter(course=case.course).count()


def test_taken_time_is_told_and_taken_all_the_same_on_the_second_press(cast, maja):
    agree(cast.kim, cast.ida)
    client, sent = browser(cast.ida), typed(cast, what="Lægen kl. ti")

    told = client.post(new_for(maja), sent)

    assert warned(told) == [f"Ida har en aftale med Kim Krog {AT_TEN}.".replace("kl. ", "kl.\xa0")]
    assert f"Se lige efter Ida har en aftale med Kim Krog {AT_TEN}." in words(told)
    assert "Gem alligevel" in words(told)
    assert told.context["form"]["what"].value() == "Lægen kl. ti"
    assert count(maja, cast.ida) == 0
    with acting(cast.ida.actor):
        read = Access.objects.values_list("citizen_id", "what")
        assert {*read} == {(one.citizen.pk, "Lav aftale") for one in (cast.kim, maja)}

    for _ in range(2):  # and a third, of the same thumb
        assert client.post(new_for(maja), again(told)).status_code == 302
    assert count(maja, cast.ida) == 1


def test_free_time_is_taken_without_a_word(cast, maja):
    agree(cast.kim, cast.ida)
    later = f"{TEN + HOUR:%Y-%m-%dT%H:%M}"

    assert browser(cast.ida).post(new_for(maja), typed(cast, starts_at=later)).status_code == 302


def test_other_time_that_is_taken_too_is_told_anew(cast, maja):
    agree(cast.kim, cast.ida)
    agree(cast.kim, cast.ida, TEN + 3 * HOUR, ends_at=TEN + 5 * HOUR)
    client = browser(cast.ida)
    told = client.post(new_for(maja), typed(cast))

    later = client.post(new_for(maja), again(told, starts_at=f"{TEN + 4 * HOUR:%Y-%m-%dT%H:%M}"))

    (said,) = warned(later)
    assert said.endswith("i morgen kl.\xa013.00 til kl.\xa015.00.")
    assert count(maja, cast.ida) == 0


def test_citizen_who_is_busy_is_told_with_whom(cast):
    agree(cast.kim, cast.ida, staff_member=cast.bo.staff_member)

    (said,) = warned(browser(cast.ida).post(new_for(cast.kim), typed(cast)))

    assert said == "Kim Krog har en anden aftale i morgen kl.\xa010.00: Kaffe, Bo kommer."


@pytest.mark.parametrize(
    ("last", "said"),
    [(1, "{first}"), (3, "fra {first} til og med {last}"), (None, "fra {first}")],
)
def test_colleague_who_is_away_is_told(cast, last, said):
    first = today() + DAY
    until = last and today() + last * DAY
    be_away(cast.bo, first, until)

    sent = typed(cast, staff_member=cast.bo.staff_member.pk)
    told = warned(browser(cast.ida).post(new_for(cast.kim), sent))

    when = said.format(first=written_day(first), last=written_day(until))
    assert told == [f"Bo er registreret væk {when}."]


def test_of_another_teams_citizen_nothing_but_the_time_is_told(cast):
    with acting(OPERATIONS):
        let_join(cast.team_one, cast.omar, CoreFunction.HEALTH, hours=1)
    agree(cast.noor, cast.omar)

    sent = typed(cast, staff_member=cast.omar.staff_member.pk)
    response = browser(cast.ida).post(new_for(cast.kim), sent)

    assert warned(response) == ["Omar har en anden aftale i morgen kl.\xa010.00."]
    assert "Noor" not in response.text


def test_moving_to_a_colleague_who_is_busy_or_away_is_told_before_and_after(cast, maja):
    mine = agree(cast.kim, cast.ida)
    agree(maja, cast.ida, TEN + HOUR / 2, staff_member=cast.bo.staff_member)
    be_away(cast.bo, today(), today() + 2 * DAY)
    url = reverse("staff:contacts:appointment_reassign", args=[cast.kim.citizen.pk, mine.pk])
    client = browser(cast.ida)
    (card,) = client.get(url).context["page"].others
    assert [one.partition(" ")[0] for one in card.warnings] == ["Bo", "Bo"]

    told = client.post(url, {"staff_member": cast.bo.staff_member.pk, "version": 1})

    assert warned(told) == card.warnings
    assert "Bo har en aftale med Maja i morgen kl. 10.30." in words(told)
    assert "Flyt alligevel" in words(told)
    assert client.post(url, again(told)).status_code == 302
    with acting(cast.ida.actor):
        assert Appointment.objects.get(pk=mine.pk).staff_member == cast.bo.staff_member
