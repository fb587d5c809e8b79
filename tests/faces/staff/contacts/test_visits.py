"""Logging from an appointment, an arrival or a template: nothing typed is lost, nothing guessed."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import add_visit_template, begin_visit, make_appointment
from hjemmebane.domain.contacts.choices import AppointmentStatus, VisitRefusal
from hjemmebane.domain.contacts.models import Appointment, Contact, VisitStart
from hjemmebane.domain.courses.choices import CourseRefusal, Place
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from tests.faces.staff.contacts.test_log import address, contacts, typed, written
from tests.factories.browsing import browser, words
from tests.factories.cast import CitizenDetails, start_case
from tests.factories.plans import end_course

I_DAG = "/i-dag/"
HOUR = dt.timedelta(hours=1)
WALK = {"name": "Gåtur", "place": "OUTDOORS", "minutes": 40}
SKELETON = "Hvad lavede vi:\nNæste gang:"


def agreed(cast, *, ago=HOUR, lasts=dt.timedelta(minutes=30), companions=()):
    """A walk that was agreed a week before it began, an hour ago unless said otherwise."""
    who = cast.ida
    starts_at = (now() - ago).replace(second=0, microsecond=0)
    with acting(who.actor):
        return make_appointment(
            id=new_id(),
            course=cast.kim.course,
            what="Gåtur",
            starts_at=starts_at,
            ends_at=starts_at + lasts,
            place=Place.OUTDOORS,
            staff_member=who.staff_member,
            companions=companions,
            by=who.actor,
            at=starts_at - dt.timedelta(days=7),
        )


def template(cast, **values):
    with acting(cast.bo.actor):
        return add_visit_template(
            id=new_id(),
            team=cast.team_one,
            values={
                "name": "Gåtur",
                "place": "OUTDOORS",
                "minutes": 40,
                "note": SKELETON,
                **values,
            },
            by=cast.bo.actor,
            at=now(),
        )


def arrived(cast, *, ago=HOUR, case=None):
    with acting(cast.ida.actor):
        return begin_visit(
            id=new_id(),
            course=(case or cast.kim).course,
            staff_member=cast.ida.staff_member,
            by=cast.ida.actor,
            at=now() - ago,
        )


def shown(form):
    names = ("outcome", "kind", "place", "direct_minutes", "staff", "appointment", "visit")
    return {name: form[name].value() for name in names}


def status_of(cast, appointment):
    with acting(cast.ida.actor):
        return Appointment.objects.get(pk=appointment.pk).status


def starts(cast):
    with acting(cast.ida.actor):
        return list(VisitStart.objects.all())


def test_appointment_of_today_is_logged_with_what_was_agreed(cast):
    appointment, client = agreed(cast), browser(cast.ida)
    page = client.get(I_DAG).context["page"]
    [one] = [*page.today, *page.unsettled]

    form = client.get(one.log_url).context["form"]

    assert shown(form) == {
        "outcome": "MET",
        "kind": "VISIT",
        "place": "OUTDOORS",
        "direct_minutes": 30,
        "staff": [str(cast.ida.staff_member.pk)],
        "appointment": str(appointment.pk),
        "visit": None,
    }
    assert form.initial["started_at"] == appointment.starts_at


def test_logging_it_settles_the_appointment_and_leads_back(cast):
    appointment, client = agreed(cast), browser(cast.ida)
    url = f"{address(cast, 'new')}?aftale={appointment.pk}&fra=i-dag"

    response = client.post(url, typed(cast, appointment=appointment.pk))

    assert response["Location"] == I_DAG
    assert status_of(cast, appointment) == AppointmentStatus.KEPT
    assert [contact.appointment_id for contact in contacts(cast)] == [appointment.pk]


def test_who_was_to_come_along_is_chosen_too(cast):
    appointment = agreed(cast, companions=[cast.bo.staff_member])

    page = browser(cast.ida).get(f"{address(cast, 'new')}?aftale={appointment.pk}")

    both = {str(cast.ida.staff_member.pk), str(cast.bo.staff_member.pk)}
    assert set(page.context["form"]["staff"].value()) == both


def test_visit_on_a_citizen_nobody_knows_does_not_exist(cast):
    url = reverse("staff:contacts:new", args=[new_id()])

    answers = [browser(cast.ida).get(url), browser(cast.ida).post(url, typed(cast))]

    assert [response.status_code for response in answers] == [404, 404]


def test_visit_in_an_ended_course_is_refused_and_the_note_is_there(cast):
    with acting(cast.ida.actor):
        end_course(cast.kim.course)

    refused = browser(cast.ida).post(address(cast, "new"), typed(cast, note="Sidste farvel"))

    assert refused.status_code == 422
    assert CourseRefusal.ALREADY_ENDED.label in words(refused)
    assert "Sidste farvel" in refused.content.decode()
    assert contacts(cast) == []


def test_attempt_begins_as_one_and_takes_no_minutes_from_the_appointment(cast):
    appointment, client = agreed(cast), browser(cast.ida)
    page = client.get(I_DAG).context["page"]
    [one] = [*page.today, *page.unsettled]

    form = client.get(one.try_url).context["form"]
    assert (form["outcome"].value(), form["direct_minutes"].value()) == ("NOT_MET", None)

    sent = typed(cast, appointment=appointment.pk, outcome="NETWORK", direct_minutes="30")
    client.post(one.log_url, sent)
    assert [contact.direct_minutes for contact in contacts(cast)] == [0]
    assert status_of(cast, appointment) == AppointmentStatus.MISSED


def test_minutes_of_an_attempt_that_somebody_wrote_are_kept(cast):
    appointment = agreed(cast)
    sent = typed(cast, appointment=appointment.pk, outcome="NOT_MET", direct_minutes="10")

    browser(cast.ida).post(f"{address(cast, 'new')}?aftale={appointment.pk}", sent)

    assert [contact.direct_minutes for contact in contacts(cast)] == [10]


def test_appointment_settled_meanwhile_is_told_and_the_note_is_saved_without_it(cast):
    appointment, client = agreed(cast), browser(cast.ida)
    url = f"{address(cast, 'new')}?aftale={appointment.pk}"
    browser(cast.bo).post(url, typed(cast, appointment=appointment.pk))

    refused = client.post(url, typed(cast, appointment=appointment.pk, note="Mit eget notat"))
    assert refused.status_code == 422
    assert VisitRefusal.ALREADY_SETTLED.label in words(refused)
    assert "Mit eget notat" in refused.content.decode()
    assert refused.context["form"]["appointment"].value() == ""

    again = typed(cast, appointment="", note="Mit eget notat")
    assert client.post(url, again).status_code == 302
    assert {contact.note for contact in contacts(cast)} == {"Vi drak kaffe", "Mit eget notat"}


@pytest.mark.parametrize("key", ["findes-ikke", str(new_id())], ids=["words", "unknown"])
def test_unknown_appointment_does_not_exist_here(cast, key):
    client = browser(cast.ida)

    assert client.get(f"{address(cast, 'new')}?aftale={key}").status_code == 404
    refused = client.post(address(cast, "new"), typed(cast, appointment=key))

    assert refused.status_code == 422
    assert "Valget findes ikke længere. Vælg igen." in words(refused)
    assert contacts(cast) == []


def test_key_of_somebody_elses_contact_is_refused_and_nothing_is_lost(cast):
    theirs, client = new_id(), browser(cast.omar)
    noors = reverse("staff:contacts:new", args=[cast.noor.citizen.pk])
    sent = {
        name: value
        for name, value in typed(cast, id=theirs, staff=[cast.omar.staff_member.pk]).items()
        if not name.startswith("step_")
    }
    assert client.post(noors, sent).status_code == 302

    refused = browser(cast.ida).post(address(cast, "new"), typed(cast, id=theirs))
    assert refused.status_code == 422
    assert "Vi drak kaffe" in refused.content.decode()
    renewed = refused.context["form"]["id"].value()
    assert str(renewed) != str(theirs)

    assert browser(cast.ida).post(address(cast, "new"), typed(cast, id=renewed)).status_code == 302


def test_forged_key_is_made_anew_and_nothing_is_lost(cast):
    refused = browser(cast.ida).post(address(cast, "new"), typed(cast, id="1 OR 1=1"))

    assert refused.status_code == 422
    assert "Noget gik tabt på vejen. Gem igen, så kommer det med." in words(refused)
    assert "Vi drak kaffe" in refused.content.decode()


def test_arrival_is_remembered_until_it_is_logged(cast):
    appointment, client = agreed(cast, ago=dt.timedelta(minutes=5)), browser(cast.ida)
    arrive = {"id": new_id(), "fra": "i-dag"}

    assert client.post(address(cast, "arrive"), arrive)["Location"] == I_DAG
    assert "Du er hos Kim Krog, fremme i dag" in words(browser(cast.ida).get(I_DAG))
    left = client.post(address(cast, "leave"), {"fra": "i-dag"})["Location"]

    form = client.get(left).context["form"]
    [visit] = starts(cast)
    assert (form["visit"].value(), form["appointment"].value()) == (
        str(visit.pk),
        str(appointment.pk),
    )
    assert form["direct_minutes"].value() == 1
    sent = typed(
        cast,
        visit=visit.pk,
        appointment=appointment.pk,
        started_at=written(visit.started_at),
        direct_minutes="1",
    )
    assert client.post(left, sent)["Location"] == I_DAG
    assert [one.closed_at is not None for one in starts(cast)] == [True]
    assert status_of(cast, appointment) == AppointmentStatus.KEPT


def test_forgotten_arrival_never_becomes_minutes(cast):
    visit, client = arrived(cast, ago=dt.timedelta(days=2)), browser(cast.ida)
    assert "har ikke sagt, at du gik igen" in words(client.get(address(cast)))

    page = client.get(client.post(address(cast, "leave"))["Location"])

    form = page.context["form"]
    assert form["direct_minutes"].value() is None
    assert form.initial["started_at"] == visit.started_at
    assert "Skriv selv, hvor længe I var sammen." in words(page)
    refused = client.post(page.request["PATH_INFO"], typed(cast, visit=visit.pk, direct_minutes=""))
    assert "Skriv, hvor mange minutter I var sammen." in words(refused)


def test_arrival_is_let_go(cast):
    arrived(cast)
    client = browser(cast.ida)

    assert client.post(address(cast, "drop"))["Location"] == address(cast)
    assert "Det er fjernet. Intet er logget." in words(client.get(address(cast)))
    assert contacts(cast) == []
    told = client.get(client.post(address(cast, "leave"))["Location"])
    assert VisitRefusal.CLOSED.label in words(told)


def test_second_arrival_elsewhere_is_told(cast):
    with acting(cast.ida.actor):
        ea = start_case(cast.team_one, cast.ida, CitizenDetails(given_name="Ea"))
    arrived(cast, case=ea)
    client = browser(cast.ida)

    client.post(address(cast, "arrive"), {"id": new_id()})

    assert VisitRefusal.ELSEWHERE.label in words(client.get(address(cast)))
    assert len(starts(cast)) == 1


def test_arrival_at_another_teams_citizen_does_not_exist(cast):
    for name in ("arrive", "leave", "drop"):
        response = browser(cast.omar).post(address(cast, name), {"id": new_id()})
        assert response.status_code == 404


def test_minutes_are_put_in_and_nothing_typed_is_lost(cast):
    visit, client = arrived(cast), browser(cast.ida)
    sent = typed(cast, note="Halvt skrevet", direct_minutes="", hjaelp="minutter", mood="GOOD")

    page = client.post(address(cast, "new"), sent)

    form = page.context["form"]
    assert page.status_code == 200
    assert form["visit"].value() == str(visit.pk)
    assert 60 <= int(form["direct_minutes"].value()) <= 62  # the hour, and what the test took
    assert (form["note"].value(), form["mood"].value()) == ("Halvt skrevet", "GOOD")
    assert contacts(cast) == []


def test_template_fills_in_around_what_was_typed(cast):
    walk, client = template(cast), browser(cast.ida)
    sent = typed(cast, note="Halvt skrevet", direct_minutes="tyve", started_at="i går", staff=None)
    sent |= {"hjaelp": walk.pk}

    page = client.post(address(cast, "new"), sent)

    form = page.context["form"]
    assert (page.status_code, form.errors) == (200, {})
    assert form["place"].value() == "OUTDOORS"
    assert form["direct_minutes"].value() == "tyve"
    assert form["started_at"].value() == "i går"
    assert form["note"].value() == f"Halvt skrevet\n\n{SKELETON}"
    assert str(form["id"].value()) == str(sent["id"])


def test_another_template_takes_its_own_prompts_and_minutes_away_again(cast):
    walk = template(cast)
    call = template(cast, name="Opkald", kind="PHONE", place="REMOTE", minutes=15, note="Hvorfor:")
    client = browser(cast.ida)
    sent = typed(cast, note="", direct_minutes="", hjaelp=walk.pk)
    first = client.post(address(cast, "new"), sent).context["form"]

    begun = {name: first[name].value() for name in ("note", "direct_minutes", "template")}
    second = client.post(address(cast, "new"), sent | begun | {"hjaelp": call.pk}).context["form"]

    assert (second["note"].value(), second["direct_minutes"].value()) == ("Hvorfor:", "15")
    assert second["kind"].value() == "PHONE"


def test_prompts_that_nobody_filled_in_are_no_note(cast):
    walk, client = template(cast), browser(cast.ida)
    begun = {"template": walk.pk, "direct_minutes": "40"}

    client.post(address(cast, "new"), typed(cast, note=SKELETON, **begun))
    answered = "Hvad lavede vi:\nGik langs åen\nNæste gang:"
    client.post(address(cast, "new"), typed(cast, note=answered, **begun))

    assert sorted(contact.note for contact in contacts(cast)) == [
        "",
        "Hvad lavede vi:\nGik langs åen",
    ]


def test_template_put_away_is_not_offered(cast):
    template(cast, is_active=False)

    assert browser(cast.ida).get(address(cast, "new")).context["begun"].templates == []


def test_moment_in_the_hour_that_comes_twice_stays_when_something_else_is_corrected(cast):
    client, sent = browser(cast.ida), typed(cast, started_at="2025-10-26T02:30")
    client.post(address(cast, "new"), sent)
    second_round = dt.datetime(2025, 10, 26, 1, 30, tzinfo=dt.UTC)
    with acting(cast.ida.actor):
        Contact.objects.update(started_at=second_round)

    client.post(address(cast, "edit", sent["id"]), sent | {"note": "Rettet", "version": 1})

    assert [(one.note, one.started_at) for one in contacts(cast)] == [("Rettet", second_round)]


def test_attempts_are_told_the_same_way_everywhere(cast):
    client = browser(cast.ida)
    agreed(cast)
    for hours, staff in ((5, cast.ida), (4, cast.bo)):
        sent = typed(
            cast,
            outcome="NOT_MET",
            direct_minutes="",
            staff=[staff.staff_member.pk],
            started_at=written(now() - hours * HOUR),
        )
        client.post(address(cast, "new"), sent)

    overview = reverse("staff:citizens:overview", args=[cast.kim.citizen.pk])
    for url in (address(cast), overview, I_DAG):
        read = words(client.get(url))
        assert "2 forgæves i træk siden" in read
        assert "af 2 forskellige" in read


def test_correction_tells_who_changed_what(cast):
    client, sent = browser(cast.ida), typed(cast)
    client.post(address(cast, "new"), sent)
    both = [cast.ida.staff_member.pk, cast.bo.staff_member.pk]
    step = f"step_{cast.kim.first_step.pk}"
    corrected = sent | {
        "staff": both,
        "outcome": "NOT_MET",
        "direct_minutes": "10",
        step: "STEP",
        "version": 1,
    }

    url = f"{address(cast, 'edit', sent['id'])}?fra=i-dag"
    assert browser(cast.bo).post(url, corrected)["Location"] == I_DAG

    [entry] = client.get(address(cast)).context["page"].entries
    [correction] = entry.corrections
    assert correction.who == "Bo"
    assert sorted(correction.before) == [
        ("Delmål", "Ikke denne gang"),
        ("Hvad kom der ud af det", "Mødtes"),
        ("Minutter med borgeren", "45"),
        ("Var ikke med før", "Bo"),
    ]
