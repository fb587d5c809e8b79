"""What a partner writes: activities, appointments, messages, and an answer to a meeting."""

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.models import Message
from hjemmebane.domain.plans.choices import Demand
from hjemmebane.domain.plans.models import PlanActivity
from hjemmebane.domain.sharing.choices import SharingRefusal
from hjemmebane.domain.sharing.models import PartnerAppointment
from hjemmebane.faces.partner.citizens.forms import DEMANDS
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.plain_words import UNKNOWN_CHOICE
from tests.factories.browsing import browser, words
from tests.factories.cast import KIMS_CPR
from tests.factories.network_meetings import call, invite
from tests.factories.partners import agree, reply, say, write, written_by
from tests.factories.sharing import hire, tomorrow

CONFLICT, UNPROCESSABLE = 409, 422


def url(cast, name="citizen", *keys):
    return reverse(f"partner:citizens:{name}", args=[cast.kim.citizen.pk, *keys])


def typed(**changes):
    values = {"id": new_id(), "what": "Vi ringer", "how_often": "", "place": "", "due_on": ""}
    return {**values, "status": "PLANNED", **changes}


def version_one(**changes):
    values = typed(version=1, **changes)
    del values["id"]
    return values


# ------------------------------------------------------------------ activities
def test_activity_is_written_once_however_often_it_is_sent(cast, lise, consent):
    client, goal = browser(lise), cast.kim.goal.pk
    sent = typed(how_often="Hver uge", demand="ATTENDANCE")
    assert "En tur om ugen" in words(client.get(url(cast, "activity_new", goal)))

    for _ in range(2):
        response = client.post(url(cast, "activity_new", goal), sent)
        assert response["Location"] == f"{url(cast)}#aktivitet-{sent['id']}"

    assert written_by(lise) == [("Vi ringer", "PLANNED")]
    with acting(cast.ida.actor):
        assert PlanActivity.objects.get(pk=sent["id"]).demand == "ATTENDANCE"
    assert "Det står i planen nu med dit navn." in words(client.get(url(cast)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"what": ""}, "Hvad gør I?: Dette felt er påkrævet."),
        ({"due_on": "i morgen"}, "Skriv en dato"),
        ({"place": f"Hos {KIMS_CPR}"}, SharingRefusal.CPR_NUMBER.label),
    ],
)
def test_activity_is_refused_in_danish_and_kept(cast, lise, consent, changes, said):
    response = browser(lise).post(
        url(cast, "activity_new", cast.kim.goal.pk), typed(**{"what": "Det lange", **changes})
    )

    assert response.status_code == UNPROCESSABLE
    assert said in words(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in changes} == changes
    assert written_by(lise) == []


def test_own_activity_is_mended_and_closed(cast, lise, consent):
    activity, client = write(cast.kim, lise), browser(lise)
    assert "Vi finder en praktik" in words(client.get(url(cast, "activity", activity.pk)))

    client.post(url(cast, "activity", activity.pk), version_one(status="DONE"))

    assert written_by(lise) == [("Vi ringer", "DONE")]


def test_two_who_mend_the_same_keep_both_texts(cast, lise, consent):
    activity, client = write(cast.kim, lise), browser(lise)
    client.post(url(cast, "activity", activity.pk), version_one(what="Først"))

    response = client.post(url(cast, "activity", activity.pk), version_one(what="Bagefter"))

    assert response.status_code == CONFLICT
    assert "Først" in words(response)
    assert "Bagefter" in words(response)
    assert written_by(lise) == [("Først", "PLANNED")]


def test_status_is_set_in_one_tap(cast, lise, consent):
    activity, client = write(cast.kim, lise), browser(lise)

    response = client.post(
        url(cast, "status", activity.pk), {"version": 1, "status": "ONGOING"}, follow=True
    )

    assert "Skrevet op: i gang." in words(response)
    assert written_by(lise) == [("Vi finder en praktik", "ONGOING")]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"version": 7, "status": "DONE"}, "En anden har rettet det imens."),
        ({"version": 1, "status": "X"}, UNKNOWN_CHOICE),
    ],
)
def test_tap_that_did_nothing_is_told(cast, lise, consent, sent, sentence):
    activity = write(cast.kim, lise)

    response = browser(lise).post(url(cast, "status", activity.pk), sent, follow=True)

    assert sentence in words(response)
    assert written_by(lise) == [("Vi finder en praktik", "PLANNED")]


@pytest.mark.parametrize("name", ["activity", "messages"])
def test_what_others_do_has_no_page_of_mine(cast, lise, consent, name):
    per = hire(cast.job_centre, "Per", cast.ida)
    activity = write(cast.kim, per)

    assert browser(lise).get(url(cast, name, activity.pk)).status_code == 404
    assert browser(per).get(url(cast, name, activity.pk)).status_code == 200


def test_own_activity_is_not_another_citizens(cast, lise, consent):
    activity = write(cast.kim, lise)
    elsewhere = reverse("partner:citizens:activity", args=[cast.noor.citizen.pk, activity.pk])

    assert browser(lise).get(elsewhere).status_code == 404


def test_partner_says_who_comes_in_the_words_that_the_plan_keeps():
    assert [code for code, _label in DEMANDS] == ["", *Demand.values]


def test_goal_that_is_not_open_has_no_form(cast, lise, consent):
    assert browser(lise).get(url(cast, "activity_new", cast.noor.goal.pk)).status_code == 404


# ------------------------------------------------------------------ appointments
def appointments(cast):
    with acting(cast.ida.actor):
        return list(PartnerAppointment.objects.values_list("what", "status"))


def test_appointment_is_made_and_called_off(cast, lise, consent):
    client = browser(lise)
    sent = {"id": new_id(), "what": "Samtale", "starts_at": tomorrow().strftime("%Y-%m-%dT%H:%M")}
    assert client.get(url(cast, "appointment_new")).status_code == 200

    response = client.post(url(cast, "appointment_new"), sent)

    assert response["Location"] == f"{url(cast)}#aftaler"
    assert appointments(cast) == [("Samtale", "PLANNED")]
    cancel = url(cast, "appointment_cancel", sent["id"])
    assert "Aftalen er aflyst." in words(client.post(cancel, {"version": 1}, follow=True))
    assert appointments(cast) == [("Samtale", "CANCELLED")]
    again = client.post(cancel, {"version": 2}, follow=True)
    assert SharingRefusal.ALREADY_CANCELLED.label in words(again)


def test_appointment_in_the_past_is_refused_and_kept(cast, lise, consent):
    sent = {"id": new_id(), "what": "Samtale", "starts_at": "2025-05-05T10:00"}

    response = browser(lise).post(url(cast, "appointment_new"), sent)

    assert response.status_code == UNPROCESSABLE
    assert SharingRefusal.PAST_TIME.label in words(response)
    assert response.context["form"]["what"].value() == "Samtale"


def test_colleagues_appointment_is_theirs(cast, lise, consent):
    appointment = agree(cast.kim, hire(cast.job_centre, "Per", cast.ida))

    cancel = url(cast, "appointment_cancel", appointment.pk)

    assert browser(lise).post(cancel, {"version": 1}).status_code == 404
    assert appointments(cast) == [("Samtale", "PLANNED")]


# ------------------------------------------------------------------ messages
def test_message_is_sent_once_and_the_teams_is_read_by_answering(cast, lise, consent):
    activity, client = write(cast.kim, lise), browser(lise)
    reply(cast.ida, activity, "Hvordan går det?")
    thread = url(cast, "messages", activity.pk)
    assert "Ny besked fra teamet" in words(client.get(url(cast)))
    assert "Hvordan går det?" in words(client.get(thread))
    sent = {"id": new_id(), "text": "Det går godt"}

    for _ in range(2):
        assert client.post(thread, sent)["Location"] == thread

    with acting(cast.ida.actor):
        told = Message.objects.order_by("pk").values_list("text", "seen_by")
        assert list(told) == [("Hvordan går det?", lise.user.pk), ("Det går godt", None)]
    read = words(client.get(thread))
    assert "Lise, Jobcenter Aabenby" in read
    assert "Teamet har ikke læst det endnu" in read
    assert "Ny besked" not in words(client.get(url(cast)))


def test_message_is_marked_as_read_in_one_tap(cast, lise, consent):
    activity, client = write(cast.kim, lise), browser(lise)
    reply(cast.ida, activity)

    response = client.post(url(cast, "messages_seen", activity.pk))

    assert response["Location"] == f"{url(cast)}#aktivitet-{activity.pk}"
    assert "Ikke læst" not in words(client.get(url(cast, "messages", activity.pk)))


def test_message_with_a_cpr_number_is_refused_and_kept(cast, lise, consent):
    activity, told = write(cast.kim, lise), f"Det er {KIMS_CPR}"

    response = browser(lise).post(
        url(cast, "messages", activity.pk), {"id": new_id(), "text": told}
    )

    assert response.status_code == UNPROCESSABLE
    assert SharingRefusal.CPR_NUMBER.label in words(response)
    assert response.context["form"]["text"].value() == told


# ------------------------------------------------------------------ meetings
def test_partner_says_whether_they_come(cast, lise, consent):
    with acting(cast.ida.actor):
        meeting = call(cast.kim, cast.ida, starts_at=tomorrow())
        invitation = invite(meeting, cast.ida, "PARTNER", cast.lise, at=now())
    client, answer = browser(lise), url(cast, "meeting_answer", invitation.pk)

    said = [words(client.post(answer, {"kommer": kommer}, follow=True)) for kommer in ("ja", "nej")]

    assert "Teamet kan se, at du kommer." in said[0]
    assert "Teamet kan se, at du ikke kommer." in said[1]
    with acting(cast.ida.actor):
        invitation.refresh_from_db()
        assert invitation.answer == "DECLINED"


def test_meeting_that_is_not_mine_is_refused(cast, lise, consent):
    response = browser(lise).post(url(cast, "meeting_answer", new_id()), follow=True)

    assert SharingRefusal.MEETING_OVER.label in words(response)


def test_what_the_team_was_told_stays_as_it_was_written(cast, lise, consent):
    activity = write(cast.kim, lise)
    say(lise, activity, "Første linje\nAnden linje")

    with acting(cast.ida.actor):
        assert Message.objects.get().text == "Første linje\nAnden linje"
        assert PlanActivity.objects.get(pk=activity.pk).what == "Vi finder en praktik"
