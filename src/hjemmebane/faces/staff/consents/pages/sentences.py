"""What a consent opens, said as one says it to the citizen. Asks the database nothing."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import goals_opened_by
from hjemmebane.domain.partners.models import PartnerOrganisation, PartnerPerson
from hjemmebane.domain.plans.models import Goal
from hjemmebane.foundation.written import written_day

# A single goal is quoted no longer than one reads at a glance.
QUOTED = 60
# What is open as soon as anything is.
ALWAYS = "navnet, og hvem i teamet de kan ringe til"


@dataclass(frozen=True)
class Opening:
    """What somebody is allowed to see: whose consent, to whom, and which parts.

    goals: the chosen goals that we see ourselves, by key.
    """

    citizen: Citizen
    organisation: PartnerOrganisation
    person: PartnerPerson | None
    scope: frozenset[str]
    goals: Mapping[UUID, Goal]
    until_on: dt.date | None

    @property
    def lacks_goals(self) -> bool:
        return ConsentScope.GOALS in self.scope and not self.goals

    def opens(self, part: ConsentScope) -> bool:
        return part in self.scope


def opening_of(consent: Consent, citizen: Citizen, goals: Mapping[UUID, Goal]) -> Opening | None:
    """What a consent to a partner opens; None for the team's own."""
    if consent.organisation is None:
        return None
    scope = frozenset(consent.scope)
    chosen = goals_opened_by(consent) if ConsentScope.GOALS in scope else set()
    return Opening(
        citizen=citizen,
        organisation=consent.organisation,
        person=consent.person,
        scope=scope,
        goals={key: goal for key, goal in goals.items() if key in chosen},
        until_on=consent.until_on,
    )


def opening_with(
    before: Opening, terms: Mapping[str, object], goals: Mapping[UUID, Goal]
) -> Opening:
    """What the same citizen would open to the same partner by other terms."""
    scope = frozenset(terms["scope"])
    return replace(
        before,
        person=terms["person"],
        scope=scope,
        goals=goals if ConsentScope.GOALS in scope else {},
        until_on=terms["until_on"],
    )


def recipient_of(consent: Consent) -> str:
    """“Lise, Jobcenter Aabenby”, or “Jobcenter Aabenby” for all who work there."""
    if consent.person:
        return f"{consent.person.name}, {consent.organisation}"
    return str(consent.team or consent.organisation)


def who(opening: Opening) -> str:
    """“Lise fra Jobcenter Aabenby”, “Alle hos Jobcenter Aabenby”."""
    if opening.person:
        return f"{opening.person.name} fra {opening.organisation}"
    return f"Alle hos {opening.organisation}"


def parts(opening: Opening) -> list[str]:
    """Each thing that is seen, in a few words."""
    count = len(opening.goals)
    said = []
    if count:
        said.append("1 mål" if count == 1 else f"{count} mål")
        if opening.opens(ConsentScope.ACTIVITIES):
            said.append("hvad der bliver gjort for " + ("det" if count == 1 else "dem"))
    if opening.opens(ConsentScope.APPOINTMENTS):
        said.append("hvornår I ses")
    if opening.opens(ConsentScope.CONTACT_INFORMATION):
        hidden = opening.citizen.has_protected_address
        said.append("telefon og e-mail" if hidden else "telefon, e-mail og adresse")
    if opening.opens(ConsentScope.AGREEMENTS):
        said.append(f"hvordan {opening.citizen.given_name} gerne vil kontaktes")
    return said


def listed(things: Sequence[str]) -> str:
    """“a”, “a, og b”, “a, b, og c”: with clauses among them, the last comma helps the eye."""
    return ", og ".join(filter(None, (", ".join(things[:-1]), things[-1])))


def seen_by(opening: Opening, *, verb: str = "kan") -> str:
    """“Lise fra Jobcenter Aabenby kan se 2 mål, og hvornår I ses – til 3. maj 2026”."""
    until = f" – til {written_day(opening.until_on)}" if opening.until_on else ""
    seen = parts(opening)
    what = f"se {listed(seen)}" if seen else f"kun se {ALWAYS}"
    return f"{who(opening)} {verb} {what}{until}."


def closed_by_withdrawal(opening: Opening) -> str:
    what = listed(parts(opening) or [ALWAYS])
    return (
        f"Det her lukker med det samme: {what}."
        " Det, de selv har skrevet, bliver stående i planen for teamet."
    )


def notes_on(opening: Opening) -> list[str]:
    """What one might think is seen, and is not."""
    said = []
    if opening.lacks_goals:
        said.append("Ingen mål er valgt endnu: der vises ingen.")
    if opening.opens(ConsentScope.ACTIVITIES) and not opening.goals:
        said.append("Aktiviteter vises kun for de mål, der er valgt.")
    if opening.opens(ConsentScope.MEASUREMENTS):
        said.append("Der er sagt ja til udvalgte målinger. Ingen af dem vises endnu.")
    return said


def closing(before: Opening, after: Opening) -> list[str]:
    """What is seen no more when one takes the place of the other, each thing in a sentence."""
    said = []
    if after.person and before.person != after.person:
        rest = f"Andre end {after.person.name}" if before.person is None else before.person.name
        said.append(f"{rest} hos {after.organisation} kan ikke længere se noget.")
    if gone := [goal for key, goal in before.goals.items() if key not in after.goals]:
        said += [f"Målet „{quoted(goal)}“ kan ikke længere ses." for goal in gone]
    for part in (ConsentScope(code) for code in ConsentScope if code in before.scope):
        if part not in after.scope:
            said.append(f"{part.label}: kan ikke længere ses.")
    if after.until_on and (before.until_on is None or after.until_on < before.until_on):
        said.append(f"Alt lukker efter {written_day(after.until_on)}.")
    return said


def quoted(goal: Goal) -> str:
    return goal.text if len(goal.text) <= QUOTED else f"{goal.text[:QUOTED].rstrip()} …"
