"""The team's referrals and those it has spotted, in as many queries whatever their number."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from hjemmebane.design.navigation import Link
from hjemmebane.domain.courses.choices import DecisionOutcome, ReferralStatus
from hjemmebane.domain.courses.models import EarlyContact, Referral, TargetGroupAssessment
from hjemmebane.domain.courses.queries import early_contacts, referrals_of
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.staff.moments import ago
from hjemmebane.faces.staff.switching import address_in, switch
from hjemmebane.foundation.clock import day_of

ROUTE = "staff:intake:page"
MOST_SHOWN = 100
CLOSED = "lukkede"
REFERRAL_TONES = {
    ReferralStatus.RECEIVED: "accent",
    ReferralStatus.UNDER_WAY: "note",
    ReferralStatus.DECIDED: "",
}
OUTCOME_TONES = {
    DecisionOutcome.MATCH: "good",
    DecisionOutcome.LIGHTER: "note",
    DecisionOutcome.NOT_NOW: "",
}


@dataclass(frozen=True)
class ReferralRow:
    """One referral in words."""

    url: str
    name: str
    status: str
    tone: str
    sender: str
    age: str
    question: str


@dataclass(frozen=True)
class EarlyRow:
    """Somebody spotted, in words."""

    url: str
    called: str
    name: str
    where: str
    spotted: str
    last_attempt: str
    state: str
    tone: str


@dataclass(frozen=True)
class ListingPage:
    """citizen_ids: those of the people on the page who are citizens in the reader's sight."""

    team: Team
    referrals: Sequence[ReferralRow]
    early: Sequence[EarlyRow]
    citizen_ids: Sequence[UUID]
    filters: Sequence[Link]
    switch: Sequence[Link]
    is_closed: bool
    is_cut: bool


def listing_page(
    team: Team, teams: Sequence[Team], *, shows_closed: bool, at: dt.datetime
) -> ListingPage:
    """What is open, or what is closed, in one team."""
    referrals, early = referrals_of(team.pk), early_contacts(team.pk)
    if shows_closed:
        referrals = referrals.filter(status=ReferralStatus.DECIDED)
        early = early.exclude(closed_on__isnull=True, course__isnull=True)
    else:
        referrals = referrals.exclude(status=ReferralStatus.DECIDED)
        early = early.filter(closed_on__isnull=True, course__isnull=True)
    received, spotted = list(referrals[: MOST_SHOWN + 1]), list(early[: MOST_SHOWN + 1])
    shown = [*received[:MOST_SHOWN], *spotted[:MOST_SHOWN]]
    day = day_of(at)
    return ListingPage(
        team=team,
        referrals=[referral_row(one, day) for one in newest_unread_first(received[:MOST_SHOWN])],
        early=[early_row(one, day) for one in spotted[:MOST_SHOWN]],
        citizen_ids=[one.citizen.pk for one in shown if one.citizen],
        filters=[
            Link("Åbne", address_in(team, ROUTE), current=not shows_closed),
            Link("Lukkede", address_in(team, ROUTE, shows=CLOSED), current=shows_closed),
        ],
        switch=switch(team, teams, ROUTE),
        is_closed=shows_closed,
        is_cut=max(len(received), len(spotted)) > MOST_SHOWN,
    )


def listing_url(team: Team) -> str:
    """The list of one team: who works in several comes back to the one they came from."""
    return address_in(team, ROUTE)


def newest_unread_first(referrals: Sequence[Referral]) -> list[Referral]:
    """Those nobody has taken up stand before the others; each group the newest first."""
    return sorted(referrals, key=lambda one: one.status != ReferralStatus.RECEIVED)


def referral_row(referral: Referral, day: dt.date) -> ReferralRow:
    return ReferralRow(
        url=reverse("staff:intake:referral", args=[referral.pk]),
        name=referral.citizen_name,
        status=str(referral.get_status_display()),
        tone=REFERRAL_TONES[ReferralStatus(referral.status)],
        sender=sender_of(referral),
        age=ago(day_of(referral.received_at), day),
        question=question_state(referral),
    )


def sender_of(referral: Referral) -> str:
    """“Mia Holm, Varmestuen”."""
    return ", ".join(filter(None, (referral.referrer_name, referral.referrer_workplace)))


def question_state(referral: Referral) -> str:
    """What became of the one question."""
    if referral.answered_at:
        return "Der er kommet svar"
    return "Venter på svar" if referral.asked_at else ""


def early_row(early: EarlyContact, day: dt.date) -> EarlyRow:
    state, tone = state_of(early, day)
    return EarlyRow(
        url=reverse("staff:intake:early", args=[early.pk]),
        called=early.called,
        name="" if early.name == early.called else early.name,
        where=early.where,
        spotted=ago(early.spotted_on, day),
        last_attempt=last_attempt(early, day),
        state=state,
        tone=tone,
    )


def last_attempt(early: EarlyContact, day: dt.date) -> str:
    """“Mødt for 3 dage siden, 4 forsøg i alt”."""
    attempts = list(early.attempts.all())
    if not attempts:
        return ""
    newest = attempts[0]
    told = f"{newest.get_outcome_display()} {ago(day_of(newest.at), day)}"
    return f"{told}, {len(attempts)} forsøg i alt" if len(attempts) > 1 else told


def state_of(early: EarlyContact, day: dt.date) -> tuple[str, str]:
    """How far the team is with somebody, and the tone of the tag that says it."""
    if early.course_id:
        return "Forløbet er startet", "good"
    if early.closed_on:
        return f"Lagt væk {ago(early.closed_on, day)}", ""
    newest = next(iter(early.assessments.all()), None)
    if newest is None:
        return "Ingen vurdering endnu", ""
    if newest.completed_at is None:
        return draft_age(newest, day), "warn"
    decision = getattr(newest, "decision", None)
    if decision is None:
        return "Vurderet – beslutningen mangler", "warn"
    return str(decision.get_outcome_display()), OUTCOME_TONES[DecisionOutcome(decision.outcome)]


def draft_age(assessment: TargetGroupAssessment, day: dt.date) -> str:
    return f"Vurdering begyndt {ago(day_of(assessment.recorded_at), day)}, ikke færdig"
