"""How a citizen wants to be met, and where they are, as far as it is open."""

from collections.abc import Iterator

from hjemmebane.domain.sharing.models import ContactAgreement
from hjemmebane.domain.sharing.queries import OpenedCitizen


def contact_in_words(
    citizen: OpenedCitizen, agreement: ContactAgreement | None
) -> list[tuple[str, str]]:
    """Facts with their names; empty when neither is open."""
    how = _agreed(agreement) if agreement else [("Vil helst kontaktes ved", citizen.way)]
    facts = [*how, *_told(citizen)]
    return [(name, value) for name, value in facts if value]


def _agreed(agreement: ContactAgreement) -> Iterator[tuple[str, str]]:
    yield "Helst sådan", agreement.ways
    yield "Helst her", agreement.wanted_places
    yield "Gode tidspunkter", agreement.times
    yield "Når borgeren trækker sig", agreement.ways_when_withdrawn
    yield "Sådan gør vi", agreement.withdrawn_how
    yield "Det håber borgeren på", agreement.citizen_expects


def _told(citizen: OpenedCitizen) -> Iterator[tuple[str, str]]:
    yield "Telefon", citizen.phone
    yield "E-mail", citizen.email
    yield "Adresse", citizen.address
