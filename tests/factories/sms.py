"""Citizens who want to be reminded, and a gateway that takes what is sent."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import pytest

from hjemmebane.domain.contacts.actions import (
    SMS_GATEWAY,
    SMS_REMINDERS,
    agree_on_reminders,
    make_appointment,
    plan_reminders,
    take_reply,
)
from hjemmebane.domain.contacts.choices import SmsMoment
from hjemmebane.domain.contacts.models import Appointment, ReminderAgreement
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import COPENHAGEN, day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.gateways.sms.fake import TOKEN, FakeGateway, fake_gateway
from tests.factories.cast import Case, Employee

KIMS_NUMBER = "+4520202020"
OTHERS_NUMBER = "+4530303030"


def danish(text: str) -> dt.datetime:
    """A moment by the Danish clock."""
    return dt.datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN).astimezone(dt.UTC)


def agree(
    case: Case,
    by: Employee,
    at: dt.datetime,
    *,
    moments: tuple[str, ...] = (SmsMoment.EVENING_BEFORE,),
    phone: str = KIMS_NUMBER,
) -> ReminderAgreement:
    """The citizen wants to be reminded; whoever agrees on it acts."""
    return agree_on_reminders(
        id=new_id(),
        course=case.course,
        is_wanted=True,
        phone=phone,
        moments=list(moments),
        talked_on=day_of(at),
        by=by.actor,
        at=at,
    )


def appoint(
    case: Case, by: Employee, starts_at: dt.datetime, at: dt.datetime, *, key: UUID | None = None
) -> Appointment:
    """A time with the citizen; whoever comes acts."""
    return make_appointment(
        id=key or new_id(),
        course=case.course,
        what="Til lægen",
        starts_at=starts_at,
        ends_at=None,
        place="HOME",
        staff_member=by.staff_member,
        by=by.actor,
        at=at,
    )


@pytest.fixture
def sms(settings: pytest.FixtureRequest) -> Iterator[FakeGateway]:
    """The installation has a gateway for as long as the test lasts."""
    with fake_gateway() as fake:
        settings.SMS_ADDRESS, settings.SMS_TOKEN = fake.address, TOKEN
        yield fake


def remind(case: Case, by: Employee, at: dt.datetime) -> None:
    """Whatever there is to do with reminders, once; `by` acts."""
    phone = KIMS_NUMBER if case.citizen.given_name == "Kim" else OTHERS_NUMBER
    agree(case, by, at, phone=phone)
    appoint(case, by, at + dt.timedelta(hours=30), at)
    with acting(SMS_REMINDERS):
        plan_reminders(by=SMS_REMINDERS, at=at)
    with acting(SMS_GATEWAY):
        take_reply(
            sender=phone,
            text="ring",
            gateway_key=str(case.course.pk),
            by=SMS_GATEWAY,
            at=at,
        )
