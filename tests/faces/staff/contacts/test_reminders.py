"""Påmindelser på sms: agreed with the citizen, stopped, and each one told of truthfully."""

import datetime as dt

import pytest
from django.urls import reverse

from hjemmebane.domain.contacts.actions import (
    SMS_GATEWAY,
    SMS_REMINDERS,
    begin_sending,
    confirm_sent,
    fail_sending,
    hold_for_sending,
    plan_reminders,
    put_off,
    take_delivery,
    take_reply,
)
from hjemmebane.domain.contacts.calculations.sms import local_moment
from hjemmebane.domain.contacts.choices import SmsRefusal, SmsWhy
from hjemmebane.domain.contacts.models import ReminderAgreement, SmsReminder
from hjemmebane.faces.staff.contacts.forms.reminders import LANDLINE
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now, today
from hjemmebane.foundation.ids import new_id
from tests.factories.browsing import browser, words
from tests.factories.sms import KIMS_NUMBER, agree, appoint

pytestmark = pytest.mark.django_db
QUERIES = 27


def address(cast, name="reminders"):
    return reverse(f"staff:contacts:{name}", args=[cast.kim.citizen.pk])


def typed(**changes):
    return {
        "id": new_id(),
        "is_wanted": "on",
        "phone": "20 20 20 20",
        "moments": ["EVENING_BEFORE"],
        "talked_on": today().isoformat(),
        **changes,
    }


def agreed(cast):
    with acting(cast.ida.actor):
        rows = ReminderAgreement.objects.order_by("pk")
        return [(row.is_wanted, row.phone, row.moments) for row in rows]


def test_agreement_is_saved_once_and_shown(cast):
    client, form = browser(cast.ida), typed()

    for _ in range(2):
        assert client.post(address(cast), form).status_code == 302

    assert agreed(cast) == [(True, KIMS_NUMBER, ["EVENING_BEFORE"])]
    page = words(client.get(address(cast)))
    assert "Hvornår Aftenen før kl. 18 Nummer 20 20 20 20" in page


def test_page_offers_the_number_we_know(cast):
    form = browser(cast.ida).get(address(cast)).context["form"]

    assert form["phone"].value() == "20 20 20 20"
    assert form["talked_on"].value() == today()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phone": ""}, SmsRefusal.PHONE_MISSING.label),
        ({"phone": "2020"}, SmsRefusal.NOT_A_NUMBER.label),
        ({"phone": "Kims mobil"}, SmsRefusal.NOT_A_NUMBER.label),
        ({"phone": "+999 12345678"}, SmsRefusal.NOT_A_NUMBER.label),
        ({"phone": "2" * 10_000}, "20"),
        ({"moments": []}, SmsRefusal.MOMENT_MISSING.label),
        (
            {"moments": ["EVENING_BEFORE", "MORNING", "TWO_HOURS"]},
            SmsRefusal.TOO_MANY_MOMENTS.label,
        ),
        ({"moments": ["NOON"]}, "Vælg blandt de tidspunkter"),
        (
            {"talked_on": (today() + dt.timedelta(days=1)).isoformat()},
            SmsRefusal.TALKED_LATER.label,
        ),
        ({"talked_on": ""}, "Aftalt med borgeren den"),
    ],
    ids=list("abcdefghij"),
)
def test_bad_input_is_refused_and_kept(cast, changes, said):
    answer = browser(cast.ida).post(address(cast), typed(**changes))

    assert answer.status_code == 422
    assert said in words(answer)
    assert answer.context["form"]["phone"].value() == changes.get("phone", "20 20 20 20")
    assert agreed(cast) == []


def test_foreign_number_is_taken(cast):
    browser(cast.ida).post(address(cast), typed(phone="+46 70 123 45 67"))

    assert agreed(cast) == [(True, "+46701234567", ["EVENING_BEFORE"])]


def test_landline_is_a_question_that_can_be_answered(cast):
    client = browser(cast.ida)
    first = client.post(address(cast), typed(phone="33 12 34 56"))

    assert first.status_code == 422
    assert LANDLINE in words(first)
    assert agreed(cast) == []

    again = typed(phone="33 12 34 56", read=first.context["form"]["read"].value())
    assert client.post(address(cast), again).status_code == 302
    assert agreed(cast) == [(True, "+4533123456", ["EVENING_BEFORE"])]


def test_no_thanks_needs_neither_number_nor_moment(cast):
    sent = typed(phone="", moments=[])
    del sent["is_wanted"]

    assert browser(cast.ida).post(address(cast), sent).status_code == 302
    assert agreed(cast) == [(False, "", [])]


def test_stopped_by_the_team_and_agreed_anew(cast):
    client = browser(cast.ida)
    client.post(address(cast), typed())

    assert client.post(address(cast, "reminders_stop"), {}).status_code == 302
    page = client.get(address(cast))
    assert "har sagt det til os" in words(page)
    assert client.post(address(cast, "reminders_stop"), {}).status_code == 422

    version = page.context["form"]["version"].value()
    client.post(address(cast), typed(id="", version=version))
    with acting(cast.ida.actor):
        assert ReminderAgreement.objects.get().is_in_force


def test_somebody_elses_agreement_is_shown_beside(cast):
    client = browser(cast.ida)
    client.post(address(cast), typed())
    version = client.get(address(cast)).context["form"]["version"].value()
    browser(cast.bo).post(address(cast), typed(id="", version=version, moments=["MORNING"]))

    answer = client.post(address(cast), typed(id="", version=version, moments=["TWO_HOURS"]))

    assert answer.status_code == 409
    assert agreed(cast) == [(True, KIMS_NUMBER, ["MORNING"])]


def test_page_says_when_there_is_no_gateway(cast, settings, tmp_path):
    assert "Herfra sendes der ikke sms endnu" in words(browser(cast.ida).get(address(cast)))

    settings.SMS_ADDRESS = f"file:{tmp_path}"
    assert "sendes der ikke" not in words(browser(cast.ida).get(address(cast)))


def test_sms_that_waited_is_not_promised_after_a_stop(cast):
    client, starts_at = browser(cast.ida), now() + dt.timedelta(days=2)
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now())
        appoint(cast.kim, cast.ida, starts_at, now())
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=now())
    assert "Sms sendes" in words(client.get(address(cast, "page")))

    client.post(address(cast, "reminders_stop"), {})

    assert "Sms sendes" not in words(client.get(address(cast, "page")))


def test_stop_without_an_agreement_is_not_there(cast):
    assert browser(cast.ida).post(address(cast, "reminders_stop"), {}).status_code == 404


def test_other_team_finds_nothing(cast):
    for name in ("reminders", "reminders_stop"):
        assert browser(cast.omar).post(address(cast, name), typed()).status_code == 404
    assert agreed(cast) == []


# ---------------------------------------------------------------- on Kontakt


def planned(cast, number=1):
    """Appointments two days from now, with reminders that wait; by when the last is due."""
    at = now() - dt.timedelta(days=3)
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, at)
        for hour in range(number):
            day = today() + dt.timedelta(days=2)
            appoint(cast.kim, cast.ida, local_moment(day, dt.time(10 + hour)), at)
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=now())
        return list(SmsReminder.objects.order_by("due_at"))


def shown(cast):
    return words(browser(cast.ida).get(address(cast, "page")))


def begun(reminder):
    """In the hand of the job, on the evening it is due."""
    acts = {"by": SMS_REMINDERS, "at": reminder.due_at}
    begin_sending(id=reminder.pk, **acts)
    return hold_for_sending(id=reminder.pk, **acts)[0], acts


def test_waiting_reminder_says_when_it_goes(cast):
    planned(cast)

    assert "Sms sendes i morgen kl. 18.00" in shown(cast)


def test_reminder_says_how_far_it_has_come(cast):
    [reminder] = planned(cast)
    with acting(SMS_REMINDERS):
        held, acts = begun(reminder)
        put_off(reminder=held, **acts)
    assert "Sms bliver sendt (forsøg 1)" in shown(cast)

    with acting(SMS_REMINDERS):
        confirm_sent(reminder=held, gateway_id="g", by=SMS_REMINDERS, at=now())
    assert "Sms sendt i dag kl." in shown(cast)

    with acting(SMS_GATEWAY):
        take_delivery(id=reminder.pk, has_arrived=True, by=SMS_GATEWAY, at=now())
    assert "Sms leveret i dag kl." in shown(cast)


def test_reminder_that_failed_says_why(cast):
    [reminder] = planned(cast)
    with acting(SMS_REMINDERS):
        held, acts = begun(reminder)
        fail_sending(reminder=held, why=SmsWhy.NUMBER, **acts)

    page = shown(cast)
    assert "Sms kunne ikke sendes: nummeret tager ikke imod sms" in page
    assert "Borgeren fik ikke sms om aftalen" in page


def test_answers_stand_on_the_page(cast):
    planned(cast)
    with acting(SMS_GATEWAY):
        take_reply(sender=KIMS_NUMBER, text="Hvor?", gateway_key="s1", by=SMS_GATEWAY, at=now())

    assert "Skrev noget andet: “Hvor?”" in words(browser(cast.ida).get(address(cast)))


@pytest.mark.parametrize("number", [1, 3])
def test_kontakt_asks_once_for_all_reminders(cast, django_assert_num_queries, number):
    planned(cast, number)
    client = browser(cast.ida)
    client.get(address(cast, "page"))

    with django_assert_num_queries(QUERIES):
        page = client.get(address(cast, "page")).context["page"]

    assert [len(entry.reminders) for entry in page.coming] == [1] * number
