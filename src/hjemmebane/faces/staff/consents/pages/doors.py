"""Hvem ser hvad: each recipient with what is open to them, and what was."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.audit.queries import ReadingsOfConsent, readings_by_consent
from hjemmebane.domain.citizens.models import Citizen
from hjemmebane.domain.consents.calculations import a_year_on
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_of, unrenewed
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.models import Goal
from hjemmebane.domain.plans.queries import goals_around
from hjemmebane.faces.staff.consents.pages.again import IN_GOOD_TIME
from hjemmebane.faces.staff.consents.pages.sentences import (
    Opening,
    closed_by_withdrawal,
    notes_on,
    opening_of,
    quoted,
    recipient_of,
    seen_by,
)
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.written import written_day, written_moment

NEVER = "Ingen noter, intet trafiklys, ingen praksismodel."


@dataclass(frozen=True)
class ConsentOnPage:
    """A consent in words.

    closes: what is shut when it is withdrawn. shut: why it shows nothing although it holds.
    renew_id, renew_until: a new consent on the same terms, ready for one press.
    """

    id: UUID
    version: int
    recipient: str
    sentence: str
    notes: Sequence[str]
    goals: Sequence[str]
    purpose: str
    given: str
    state: str
    closes: str
    shut: str
    is_in_force: bool
    is_of_team: bool
    is_asked_again: bool
    ends_course: bool
    read: str
    renew_id: UUID
    renew_until: dt.date

    @property
    def can_be_withdrawn(self) -> bool:
        return self.is_in_force and not self.is_of_team

    @property
    def about(self) -> str:
        """For those who hear a button without its card."""
        return f": {self.recipient}"

    @property
    def renew_label(self) -> str:
        return f"Forlæng til {written_day(self.renew_until)}"


@dataclass(frozen=True)
class WhoSees:
    """now: what holds, or is asked about again. before: what is over."""

    now: Sequence[ConsentOnPage]
    before: Sequence[ConsentOnPage]


@dataclass(frozen=True)
class Around:
    """What it takes to tell of the consents of one citizen; five queries, however many."""

    citizen: Citizen
    course: Course
    at: dt.datetime
    given: Sequence[Consent]
    goals: Mapping[UUID, Goal]
    readings: Mapping[UUID, ReadingsOfConsent]

    @property
    def day(self) -> dt.date:
        return day_of(self.at)

    @property
    def replaced(self) -> set[UUID | None]:
        return {consent.replaces_id for consent in self.given}

    @property
    def team_says_yes(self) -> bool:
        """Whether what is open to partners has the citizen's yes to a team to rest on."""
        return any(one.team_id and holds(one, self.day) for one in self.given)


def who_sees(citizen: Citizen, course: Course, *, at: dt.datetime) -> WhoSees:
    around = Around(
        citizen=citizen,
        course=course,
        at=at,
        given=list(consents_of(citizen.pk).prefetch_related("items")),
        goals={goal.pk: goal for goal in goals_around(citizen.pk)},
        readings=readings_by_consent(citizen.pk),
    )
    again = unrenewed(around.given, day=around.day, within=IN_GOOD_TIME)
    ask = set() if citizen.died_on else {consent.pk for consent in again}
    told = [consent_on_page(one, around, is_asked_again=one.pk in ask) for one in around.given]
    return WhoSees(
        now=sorted(
            (one for one in told if one.is_in_force or one.is_asked_again),
            key=lambda one: (not one.is_asked_again, one.is_of_team),
        ),
        before=[one for one in told if not (one.is_in_force or one.is_asked_again)],
    )


def consent_on_page(consent: Consent, around: Around, *, is_asked_again: bool) -> ConsentOnPage:
    opening = opening_of(consent, around.citizen, around.goals)
    is_in_force = holds(consent, around.day)
    own = around.course.is_open and consent.team_id == around.course.team_id
    return ConsentOnPage(
        id=consent.pk,
        version=consent.version,
        recipient=recipient_of(consent),
        sentence=sentence_of(consent, opening, is_in_force=is_in_force),
        notes=[*notes_on(opening), NEVER] if opening and is_in_force else (),
        goals=[quoted(goal) for goal in opening.goals.values()] if opening else (),
        purpose=consent.purpose,
        given=given_in_words(consent),
        state=state_of(consent, around),
        closes=closed_by_withdrawal(opening) if opening else "",
        shut=shut_because(consent, around) if opening and is_in_force else "",
        is_in_force=is_in_force,
        is_of_team=consent.team_id is not None,
        is_asked_again=is_asked_again,
        ends_course=is_in_force and own,
        read=readings_on(around.readings.get(consent.pk), around.at) if opening else "",
        renew_id=new_id(),
        renew_until=a_year_on(around.day),
    )


def holds(consent: Consent, day: dt.date) -> bool:
    return not consent.withdrawn_at and (consent.until_on is None or consent.until_on >= day)


def sentence_of(consent: Consent, opening: Opening | None, *, is_in_force: bool) -> str:
    if opening:
        return seen_by(opening, verb="kan" if is_in_force else "kunne")
    verb = "arbejder" if is_in_force else "arbejdede"
    return f"{consent.team} {verb} med hele forløbet: plan, noter, aftaler og målinger."


def given_in_words(consent: Consent) -> str:
    """“Mundtligt, 5. maj 2025”; and who said it, where somebody else did."""
    by = f" – {consent.given_by} sagde ja" if consent.given_by else ""
    return f"{consent.get_how_given_display()}, {written_day(consent.from_on)}{by}"


def state_of(consent: Consent, around: Around) -> str:
    """What the consent is worth today, in words."""
    if consent.withdrawn_at:
        word = "Lavet om" if consent.pk in around.replaced else "Trukket tilbage"
        return f"{word} {written_moment(consent.withdrawn_at)}"
    if consent.until_on and consent.until_on < around.day:
        return f"Udløbet {written_day(consent.until_on)}"
    return f"Gælder til {written_day(consent.until_on)}" if consent.until_on else "Gælder"


def shut_because(consent: Consent, around: Around) -> str:
    """Why a consent that holds opens nothing today; empty when it does."""
    left = consent.person.left_on if consent.person else None
    if left and left <= around.day:
        return f"Der vises ikke noget: {consent.person} arbejder der ikke længere."
    if not around.course.is_open:
        return "Der vises ikke noget: forløbet er slut."
    if not around.team_says_yes:
        return "Der vises ikke noget: samtykket til teamet gælder ikke længere."
    return ""


def readings_on(readings: ReadingsOfConsent | None, now: dt.datetime) -> str:
    """“Læst 3 gange, sidst i går kl. 9.15”, as a sentence."""
    if readings is None:
        return "Ingen har læst noget endnu."
    times = "1 gang" if readings.times == 1 else f"{readings.times} gange"
    return f"Læst {times}, sidst {recent_moment(readings.last_at, now)}."
