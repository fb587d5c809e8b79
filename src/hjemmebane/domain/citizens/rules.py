import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from hjemmebane.domain.citizens.calculations import age_on
from hjemmebane.domain.citizens.choices import CitizenRefusal, CprRefusal
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.citizens.queries import is_known_cpr
from hjemmebane.foundation.cpr import Cpr, NotCpr, parse_cpr
from hjemmebane.foundation.decisions import Refused

OLDEST = 120


def check_cpr(text: str, *, today: dt.date, besides: UUID | None = None) -> Cpr:
    """The CPR number, if it is one and nobody visible has it already."""
    cpr = check_is_cpr(text, today=today)
    if is_known_cpr(cpr.digits, besides=besides):
        raise Refused(CprRefusal.KNOWN, field="cpr")
    return cpr


def check_is_cpr(text: str, *, today: dt.date) -> Cpr:
    """The CPR number, if it is one; whether anybody has it is not said."""
    try:
        return parse_cpr(text, today=today)
    except NotCpr as error:
        raise Refused(CprRefusal[error.flaw.value], field="cpr") from error


def check_birth_date(born_on: dt.date, *, today: dt.date) -> None:
    """A person is born before today, and not too long before."""
    if born_on > today:
        raise Refused(CitizenRefusal.BORN_IN_FUTURE, field="born_on")
    if age_on(born_on, today) > OLDEST:
        raise Refused(CitizenRefusal.TOO_OLD, field="born_on")


def check_reason(reason: str) -> str:
    """A reason in words."""
    if not reason.strip():
        raise Refused(CitizenRefusal.REASON_MISSING, field="reason")
    return reason.strip()


def check_stays_hidden(
    citizen: Citizen, changes: Mapping[str, object], address: str | None
) -> None:
    """Lifting the protection does not show the address: it is typed again, or revealed first."""
    lifts = citizen.has_protected_address and changes.get("has_protected_address") is False
    if lifts and citizen.address_sealed and not address:
        raise Refused(CitizenRefusal.ADDRESS_HIDDEN, field="address")
