"""A contact agreement as it is read."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hjemmebane.domain.courses.models import ContactAgreement
from hjemmebane.faces.staff.facts import stated
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class AgreementOnPage:
    talked_on: dt.date
    by: str
    facts: Sequence[tuple[str, str]]

    @property
    def when(self) -> str:
        return f"Talt om den {written_day(self.talked_on)}"


def agreement_on_page(agreement: ContactAgreement) -> AgreementOnPage:
    return AgreementOnPage(
        talked_on=agreement.talked_on,
        by=str(agreement.recorded_by),
        facts=stated(_facts(agreement)),
    )


def _facts(agreement: ContactAgreement) -> Iterator[tuple[str, str]]:
    yield "Helst sådan", agreement.ways
    yield "Helst her", agreement.wanted_places
    yield "Gode tidspunkter", agreement.times
    yield "Højst så mange fra teamet", str(agreement.most_people or "")
    yield "Når borgeren trækker sig", agreement.ways_when_withdrawn
    yield "Sådan gør vi", agreement.withdrawn_how
    yield "Højst så mange dage mellem vi ses", str(agreement.days_between or "")
    yield "Forsøg, før en anden prøver", str(agreement.tries_alone or "")
    yield "Dage uden livstegn, før vi gør mere", str(agreement.sign_of_life_days or "")
    yield "Hvem siger til", agreement.partners_tell
    yield "Ved indlæggelse eller fængsel", agreement.away_how
    yield "Det håber borgeren på", agreement.citizen_expects
    yield "Det håber teamet på", agreement.team_expects
