import datetime as dt
from collections.abc import Sequence

from hjemmebane.domain.contacts.choices import SmsRefusal
from hjemmebane.domain.contacts.models import MOST_MOMENTS, ReminderAgreement
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.telephones import NotANumber, number_of


def check_reminders(
    *, is_wanted: bool, phone: str, moments: Sequence[str], talked_on: dt.date, today: dt.date
) -> None:
    """Agreed with the citizen by now; whoever wants reminders has a number and a time or two."""
    if talked_on > today:
        raise Refused(SmsRefusal.TALKED_LATER, field="talked_on")
    if phone:
        check_number(phone)
    if not is_wanted:
        return
    if not phone:
        raise Refused(SmsRefusal.PHONE_MISSING, field="phone")
    if not moments:
        raise Refused(SmsRefusal.MOMENT_MISSING, field="moments")
    if len(set(moments)) > MOST_MOMENTS:
        raise Refused(SmsRefusal.TOO_MANY_MOMENTS, field="moments")


def check_number(phone: str) -> None:
    """A number that there is, in Denmark or abroad."""
    try:
        number_of(phone)
    except NotANumber as error:
        raise Refused(SmsRefusal.NOT_A_NUMBER, field="phone") from error


def check_can_stop(agreement: ReminderAgreement | None) -> None:
    """Only reminders that are sent can be stopped."""
    if agreement is None or not agreement.is_in_force:
        raise Refused(SmsRefusal.NOTHING_TO_STOP)
