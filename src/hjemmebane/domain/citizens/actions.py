import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import ProtectedError

from hjemmebane.domain.audit.actions import log_access
from hjemmebane.domain.citizens.choices import Channel, CitizenRefusal, Gender
from hjemmebane.domain.citizens.models import (
    Citizen,
    LifeSituation,
    NetworkPerson,
    Representative,
)
from hjemmebane.domain.citizens.queries import address_of, cpr_of, sealed_place
from hjemmebane.domain.citizens.rules import (
    check_birth_date,
    check_cpr,
    check_is_cpr,
    check_reason,
    check_stays_hidden,
)
from hjemmebane.foundation.actions import action
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import take_turns
from hjemmebane.foundation.decisions import Refused
from hjemmebane.foundation.records import RecordRefusal
from hjemmebane.foundation.sealing import blind_index, seal

# What is kept just as it was typed.
AS_TYPED = (
    "given_name",
    "family_name",
    "birth_is_estimated",
    "has_protected_address",
    "phone",
    "email",
    "language",
    "reading_needs",
    "preferred_channel",
    "is_demo",
)


@dataclass(frozen=True)
class CitizenDetails:
    """What is known of a person when they are first written down. Only a name is needed."""

    given_name: str
    family_name: str = ""
    cpr: str = ""
    born_on: dt.date | None = None
    birth_is_estimated: bool = False
    gender: str = Gender.UNKNOWN
    address: str = ""
    has_protected_address: bool = False
    phone: str = ""
    email: str = ""
    language: str = "Dansk"
    reading_needs: str = ""
    preferred_channel: str = Channel.VISIT
    is_demo: bool = False


@action
def add_citizen(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    details: CitizenDetails,
    by: Actor,
    at: dt.datetime,
) -> Citizen:
    """Write a person down. They are visible to the team once they have a course (courses room).

    Birth date and gender follow from the CPR number when it is given. Refuses a malformed CPR
    number, one that a visible citizen has, and an impossible birth date.
    """
    today = day_of(at)
    if details.cpr:
        _take_turns_at(details.cpr, today=today)
    citizen = _described(id, details, today=today)
    _check_unsent(citizen, address=details.address)
    if details.cpr:
        check_cpr(details.cpr, today=today)
    elif citizen.born_on:
        check_birth_date(citizen.born_on, today=today)
    return citizen.insert()


def _described(key: UUID, details: CitizenDetails, *, today: dt.date) -> Citizen:
    """The person as told, not stored yet."""
    citizen = Citizen(id=key, born_on=details.born_on, gender=details.gender)
    if details.cpr:
        cpr = check_is_cpr(details.cpr, today=today)
        citizen.born_on, citizen.gender = cpr.born_on, Gender.MAN if cpr.is_male else Gender.WOMAN
        citizen.cpr_sealed = seal(cpr.digits, place=sealed_place(key, "cpr_sealed"))
        citizen.cpr_index = blind_index(cpr.digits)
    citizen.address_sealed = seal(details.address, place=sealed_place(key, "address_sealed"))
    for name in AS_TYPED:
        setattr(citizen, name, getattr(details, name))
    return citizen


def _take_turns_at(cpr: str, *, today: dt.date) -> None:
    """One number is given to one person, also when several write it at once."""
    take_turns(f"citizens.cpr {blind_index(check_is_cpr(cpr, today=today).digits)}")


def _check_unsent(citizen: Citizen, *, address: str) -> None:
    """The form was not sent before; nor with another address, which is sealed anew each time."""
    there = Citizen.objects.filter(pk=citizen.pk).first()
    if there and address_of(there) != address:
        raise Refused(RecordRefusal.SAVED_OTHERWISE)
    citizen.check_unsent()


@action
def change_citizen(
    *,
    citizen: Citizen,
    changes: Mapping[str, object],
    address: str | None = None,
    cpr: str | None = None,
    version: int,
    by: Actor,
    at: dt.datetime,
) -> Citizen:
    """Correct what is known of a person; `address` and `cpr` are sealed, None leaves them.

    Taking the protection off an address asks for it anew: it is not shown to whoever lifts the
    mask without knowing it. Raises EditConflict when somebody else saved since `version`.
    """
    values = dict(changes)
    if cpr:
        _take_turns_at(cpr, today=day_of(at))
        number = check_cpr(cpr, today=day_of(at), besides=citizen.pk)
        values |= {
            "cpr_sealed": seal(number.digits, place=sealed_place(citizen.pk, "cpr_sealed")),
            "cpr_index": blind_index(number.digits),
            "born_on": number.born_on,
            "gender": Gender.MAN if number.is_male else Gender.WOMAN,
        }
    born_on = values.get("born_on")
    if isinstance(born_on, dt.date):
        check_birth_date(born_on, today=day_of(at))
    check_stays_hidden(citizen, changes, address)
    if address is not None:
        values["address_sealed"] = seal(address, place=sealed_place(citizen.pk, "address_sealed"))
    return citizen.save_changes(values, version=version)


@action
def reveal_address(*, citizen: Citizen, reason: str, by: Actor, at: dt.datetime) -> str:
    """The protected address, against a reason that the citizen can read in the access log."""
    why = check_reason(reason)
    log_access(citizens=[citizen.pk], what="Beskyttet adresse", reason=why, by=by, at=at)
    return address_of(citizen)


@action
def reveal_cpr(*, citizen: Citizen, reason: str, by: Actor, at: dt.datetime) -> str:
    """The whole CPR number, against a reason that the citizen can read in the access log."""
    why = check_reason(reason)
    log_access(citizens=[citizen.pk], what="CPR-nummer", reason=why, by=by, at=at)
    return cpr_of(citizen)


@action
def describe_life_situation(
    *,
    id: UUID,  # noqa: A002 -- the record's own word for its key
    citizen: Citizen,
    area: str,
    text: str,
    by: Actor,
    at: dt.datetime,
) -> LifeSituation:
    """How things stand in a life area now. The earlier description stays as history."""
    situation = LifeSituation(
        id=id,
        citizen=citizen,
        area=area,
        text=text.strip(),
        recorded_by_id=by.user_id,
        recorded_at=at,
    )
    return situation.insert()


@action
def add_around_citizen[R: (NetworkPerson, Representative)](
    *, record: R, by: Actor, at: dt.datetime
) -> R:
    """Write down somebody around the citizen: in the network, or speaking for them."""
    record.recorded_by_id, record.recorded_at = by.user_id, at
    return record.insert()


@action
def change_around_citizen[R: (NetworkPerson, Representative)](
    *, record: R, changes: Mapping[str, object], version: int, by: Actor, at: dt.datetime
) -> R:
    """Correct it. Raises EditConflict when somebody else saved since `version`."""
    return record.save_changes(changes, version=version)


@action
def remove_around_citizen(
    *, record: NetworkPerson | Representative, version: int, by: Actor, at: dt.datetime
) -> None:
    """Take somebody out again; the history keeps them.

    Refuses while something hangs from them, as when they have a part in the plan. Raises
    EditConflict.
    """
    try:
        record.remove(version=version)
    except ProtectedError as hanging:
        raise Refused(CitizenRefusal.IN_USE) from hanging
