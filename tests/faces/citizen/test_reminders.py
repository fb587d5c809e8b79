"""Mine aftaler: the citizen sees that they are reminded, and stops it with two presses."""

from django.urls import reverse

from hjemmebane.domain.contacts.models import ReminderAgreement
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import now
from tests.factories.browsing import words
from tests.factories.sms import agree

PAGE = reverse("citizen:appointments:page")
STOP = reverse("citizen:appointments:stop_reminders")


def agreed(cast):
    with acting(cast.ida.actor):
        agree(cast.kim, cast.ida, now(), moments=("EVENING_BEFORE", "TWO_HOURS"))


def state(cast):
    with acting(cast.ida.actor):
        row = ReminderAgreement.objects.get()
        return row.is_in_force, row.stopped_how


def test_citizen_sees_when_they_are_reminded(cast, phone):
    assert "Sms om dine aftaler" not in words(phone.get(PAGE))

    agreed(cast)

    page = words(phone.get(PAGE))
    assert "Vi sender dig en sms" in page
    assert "aftenen før kl. 18 og to timer før" in page


def test_citizen_stops_it_with_two_presses(cast, phone):
    agreed(cast)
    assert "Ja, stop" in words(phone.get(f"{PAGE}?stop=1"))
    assert state(cast) == (True, "")

    for _ in range(2):
        answer = phone.post(STOP, follow=True)
        assert "Du får ikke flere sms’er" in words(answer)

    assert state(cast) == (False, "BY_PLAN")
    assert "Vi sender dig en sms" not in words(phone.get(PAGE))


def test_citizen_stops_nobody_elses(cast, phone):
    agreed(cast)
    with acting(cast.omar.actor):
        agree(cast.noor, cast.omar, now(), phone="+4530303030")
    phone.post(STOP)

    with acting(cast.omar.actor):
        assert ReminderAgreement.objects.get().is_in_force


def test_another_citizen_sees_no_agreement(cast, kim):
    with acting(cast.omar.actor):
        agree(cast.noor, cast.omar, now(), phone="+4530303030")

    with acting(kim.actor):
        assert not ReminderAgreement.objects.exists()
