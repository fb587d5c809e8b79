"""The pack: what a day of visits needs, nothing else, and nobody else."""

import datetime as dt

import pytest

from hjemmebane.domain.audit.models import Access
from hjemmebane.domain.citizens.actions import CitizenDetails
from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.contacts.actions import ContactDetails, log_contact, make_appointment
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.courses.actions import agree_on_contact, choose_primary_contact, record_death
from hjemmebane.domain.courses.models import Course
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of, now, today
from hjemmebane.foundation.ids import new_id
from tests.design.field import people
from tests.factories.cast import start_case
from tests.factories.field import Phone
from tests.factories.reminders import ACTIONS, SIGNS, give, light_agreement

pytestmark = pytest.mark.django_db
PACK_QUERIES = 24
PACK = {
    "made_at",
    "clock",
    "keep_hours",
    "user",
    "staff_id",
    "colleagues",
    "templates",
    "citizens",
    "appointments",
}
CITIZEN = {
    "id",
    "name",
    "short",
    "phone",
    "protected",
    "address",
    "agreement",
    "summaries",
    "steps",
    "lights",
    "tasks",
}
APPOINTMENT = {
    "id",
    "citizen",
    "starts_at",
    "ends_at",
    "what",
    "place",
    "place_code",
    "kind",
    "with",
}


@pytest.fixture
def phone(cast):
    return Phone(cast.ida)


def pack(phone):
    response = phone.get("/felt/nu/")
    assert response.status_code == 200, response.content
    return response.json()


def agreed(case, by, *, days=0, hours=2, place="HOME", **changes):
    """An appointment so many days and hours from now."""
    at = now()
    with acting(by.actor):
        return make_appointment(
            id=new_id(),
            course=case.course,
            what="Tur til lægen",
            starts_at=at + dt.timedelta(days=days, hours=hours),
            ends_at=None,
            place=place,
            staff_member=by.staff_member,
            by=by.actor,
            at=at,
            **changes,
        )


def met(case, by, *, days=1, note="", outcome="MET"):
    at = now()
    started_at = at - dt.timedelta(days=days)
    with acting(by.actor):
        log_contact(
            id=new_id(),
            course=case.course,
            details=ContactDetails(started_at=started_at, note=note, outcome=outcome),
            staff=[by.staff_member],
            sub_goals={},
            by=by.actor,
            at=at,
        )
    return started_at


def names(said):
    return [one["name"] for one in said["citizens"]]


def agree(cast):
    values = {
        "channels": ["SMS", "VISIT"],
        "places": ["HOME"],
        "times": "Om formiddagen",
        "most_people": 2,
        "when_withdrawn": [],
        "withdrawn_how": "Bank på tirsdag",
        "talked_on": today(),
    }
    who = {"by": cast.ida.actor, "at": now()}
    with acting(cast.ida.actor):
        agree_on_contact(id=new_id(), course=cast.kim.course, values=values, **who)


def test_citizen_is_packed_with_exactly_what_is_needed_at_the_door(cast, phone):
    agree(cast)
    with acting(cast.ida.actor):
        task = give(cast.kim, cast.ida, at=now(), what="Ring til lægen")
    with acting(cast.bo.actor):
        give(cast.kim, cast.bo, at=now(), what="Bos egen")
    day = day_of(met(cast.kim, cast.ida, note="x" * 250))
    [kim] = pack(phone)["citizens"]

    assert set(kim) == CITIZEN
    steps = (cast.kim.first_step, cast.kim.second_step)
    assert kim == {
        "id": str(cast.kim.citizen.pk),
        "name": "Kim Krog",
        "short": "Kim",
        "phone": "20 20 20 20",
        "protected": False,
        "address": "Skovvej 1",
        "agreement": {
            "ways": f"{Channel.SMS.label}, {Channel.VISIT.label} · Hjemme",
            "times": "Om formiddagen",
            "withdrawn": "Bank på tirsdag",
            "most_people": 2,
        },
        "summaries": [{"on": day.isoformat(), "kind": "Besøg", "text": "x" * 200 + " …"}],
        "steps": [{"id": str(step.pk), "what": step.text} for step in steps],
        "lights": None,
        "tasks": [{"id": str(task.pk), "what": "Ring til lægen", "due_on": None, "version": 1}],
    }


def test_pack_holds_exactly_what_was_agreed(cast, phone):
    appointment = agreed(cast.kim, cast.ida, days=1)
    said = pack(phone)

    [coming] = said["appointments"]
    assert (set(said), set(coming)) == (PACK, APPOINTMENT)
    assert coming == {
        "id": str(appointment.pk),
        "citizen": str(cast.kim.citizen.pk),
        "starts_at": appointment.starts_at.isoformat(),
        "ends_at": None,
        "what": "Tur til lægen",
        "place": "Hjemme",
        "place_code": "HOME",
        "kind": "VISIT",
        "with": [],
    }
    assert said["user"] == {"id": str(cast.ida.user.pk), "name": "Ida"}
    assert said["staff_id"] == str(cast.ida.staff_member.pk)
    colleagues = [(one["name"], one["team"]) for one in said["colleagues"]]
    assert colleagues == [("Bo", "Team et"), ("Ida", "Team et")]
    assert said["keep_hours"] == 12


@pytest.mark.parametrize(("place", "kind"), [("REMOTE", "PHONE"), ("OUTDOORS", "VISIT")])
def test_appointment_says_what_the_contact_will_be(cast, phone, place, kind):
    agreed(cast.kim, cast.ida, place=place)

    assert [one["kind"] for one in pack(phone)["appointments"]] == [kind]


def test_fake_of_the_phones_tests_gives_out_the_same():
    said = people.pack()

    assert set(said) == PACK
    assert {key for one in said["citizens"] for key in one} == CITIZEN
    assert {key for one in said["appointments"] for key in one} == APPOINTMENT


def test_light_is_packed_as_it_was_agreed(cast, phone):
    met(cast.kim, cast.ida)
    with acting(cast.ida.actor):
        light_agreement(cast.kim, cast.ida, at=now())
    [kim] = pack(phone)["citizens"]

    told = {
        colour: [[line["text"] for line in lines[kind]] for kind in ("signs", "actions")]
        for colour, lines in kim["lights"]["agreement"].items()
    }
    assert told == {colour.value: [SIGNS[colour], ACTIONS[colour]] for colour in Light}


def test_number_that_knows_somebody_never_travels(cast, phone):
    met(cast.kim, cast.ida)
    body = phone.get("/felt/nu/").content.decode()

    assert "070761" not in body
    assert "4285" not in body


def test_protected_address_stays_at_home(cast):
    met(cast.noor, cast.omar)
    [noor] = pack(Phone(cast.omar))["citizens"]

    assert (noor["protected"], noor["address"]) == (True, None)


def test_each_packed_citizen_is_in_the_access_log(cast, phone):
    met(cast.kim, cast.ida)
    pack(phone)

    with acting(cast.ida.actor):
        [access] = Access.objects.filter(what="Pakket til telefonen (Felt)")
    assert (access.citizen_id, access.actor) == (cast.kim.citizen.pk, cast.ida.actor.key)


def test_only_those_one_meets_are_packed(cast, phone):
    """By appointment, as primary contact, or met within a fortnight; others stay at home."""
    with acting(cast.ida.actor):
        more = {
            name: start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
            for name in ("Aftale", "Nær", "Mødt", "Forsøgt", "Gammel", "Bos", "Fjern")
        }
        choose_primary_contact(
            id=new_id(),
            course=more["Nær"].course,
            staff_member=cast.ida.staff_member,
            chosen_by_citizen=True,
            by=cast.ida.actor,
            at=now(),
        )
    agreed(more["Aftale"], cast.ida)
    agreed(more["Fjern"], cast.ida, days=9)
    met(more["Mødt"], cast.ida, days=13)
    met(more["Forsøgt"], cast.ida, outcome="NOT_MET")
    met(more["Gammel"], cast.ida, days=15)
    agreed(more["Bos"], cast.bo)

    assert names(pack(phone)) == ["Aftale", "Mødt", "Nær"]


def test_day_begins_and_week_ends_at_danish_midnight(cast, phone):
    last = dt.datetime.combine(today() + dt.timedelta(days=7), dt.time(23, 59), COPENHAGEN)
    beyond = last + dt.timedelta(minutes=1)
    kept = agreed(cast.kim, cast.ida, hours=(last - now()).total_seconds() / 3600)
    agreed(cast.kim, cast.ida, hours=(beyond - now()).total_seconds() / 3600)

    assert [one["id"] for one in pack(phone)["appointments"]] == [str(kept.pk)]


def test_who_goes_along_carries_it_too(cast, phone):
    agreed(cast.kim, cast.bo, companions=[cast.ida.staff_member], where="Ved søen")
    [coming] = pack(phone)["appointments"]

    assert (coming["with"], coming["place"]) == (["Bo"], "Hjemme: Ved søen")


def test_nobody_who_has_died_is_packed(cast, phone):
    agreed(cast.kim, cast.ida)
    met(cast.kim, cast.ida)
    with acting(cast.ida.actor):
        course = Course.objects.get(pk=cast.kim.course.pk)
        record_death(
            id=new_id(),
            course=course,
            died_on=today(),
            version=course.version,
            by=cast.ida.actor,
            at=now(),
        )

    said = pack(phone)
    assert (said["citizens"], said["appointments"]) == ([], [])


def test_three_newest_notes_are_enough(cast, phone):
    for days in range(1, 6):
        met(cast.kim, cast.ida, days=days, note=f"For {days} dage siden")
    met(cast.kim, cast.ida, days=1, note="")
    [kim] = pack(phone)["citizens"]

    assert [one["text"] for one in kim["summaries"]] == [
        f"For {days} dage siden" for days in (1, 2, 3)
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_whatever_is_packed(cast, phone, number, django_assert_num_queries):
    cases = [cast.kim]
    with acting(cast.ida.actor):
        cases += [
            start_case(cast.team_one, cast.ida, CitizenDetails(given_name=name))
            for name in ("En", "To")[: number - 1]
        ]
    for case in cases:
        for _ in range(number):
            agreed(case, cast.ida)
            met(case, cast.ida, note="Vi sang")
            with acting(cast.ida.actor):
                give(case, cast.ida, at=now())

    with django_assert_num_queries(PACK_QUERIES):
        said = pack(phone)
    assert len(said["citizens"]) == number


# --------------------------------------------------------------- the address
def ask_address(phone, citizen, reason="Står foran en forkert dør"):
    return phone.post("/felt/adresse/", {"citizen": str(citizen), "reason": reason})


def test_address_is_told_against_a_reason_the_citizen_can_read(cast):
    response = ask_address(Phone(cast.omar), cast.noor.citizen.pk)

    assert (response.status_code, response.json()) == (200, {"address": "Hemmelig 2"})
    with acting(cast.omar.actor):
        [access] = Access.objects.filter(what="Beskyttet adresse")
    assert (access.citizen_id, access.reason) == (
        cast.noor.citizen.pk,
        "Står foran en forkert dør",
    )


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201, None], ids=range(4))
def test_address_needs_a_reason(cast, reason):
    response = ask_address(Phone(cast.omar), cast.noor.citizen.pk, reason)

    assert (response.status_code, response.json()["field"]) == (422, "reason")
    with acting(cast.omar.actor):
        assert not Access.objects.filter(what="Beskyttet adresse").exists()


def test_address_of_another_teams_citizen_is_unknown(cast, phone):
    noors, nobodys = (ask_address(phone, key) for key in (cast.noor.citizen.pk, new_id()))

    assert (noors.status_code, noors.content) == (nobodys.status_code, nobodys.content)
    assert noors.status_code == 404
