"""Consents to ask about again: those that have run out, and those that soon do."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_to_ask_again
from hjemmebane.foundation.written import written_day

# Time enough to meet before it runs out.
IN_GOOD_TIME = dt.timedelta(days=30)


def asked_again(citizen_ids: Iterable[UUID], day: dt.date) -> list[Link]:
    """“Kim Krog: samtykket til Jobcenter Aabenby udløber 3. maj 2026”, one query for all."""
    return [
        Link(
            f"{consent.citizen}: samtykket til {consent.team or consent.organisation}"
            f" {runs_out(consent, day)}",
            reverse("staff:citizens:network", args=[consent.citizen_id]) + "#samtykke",
        )
        for consent in consents_to_ask_again(citizen_ids, day=day, within=IN_GOOD_TIME)
    ]


def runs_out(consent: Consent, day: dt.date) -> str:
    word = "udløb" if consent.until_on and consent.until_on < day else "udløber"
    return f"{word} {written_day(consent.until_on)}"
