"""A referral in calm reading order, and who it may be about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hjemmebane.domain.courses.choices import ReferralStatus
from hjemmebane.domain.courses.models import Referral, ReferralAttachment
from hjemmebane.domain.courses.queries import Match, attachments_of, same_person
from hjemmebane.domain.courses.rules import check_can_ask, check_can_take_up
from hjemmebane.faces.staff.facts import stated
from hjemmebane.faces.staff.intake.forms import AskForm
from hjemmebane.faces.staff.intake.pages.listing import REFERRAL_TONES
from hjemmebane.faces.staff.moments import ago, recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.decisions import allowed
from hjemmebane.foundation.forms import RecordForm
from hjemmebane.foundation.http import ActorRequest, note_reading
from hjemmebane.foundation.ids import new_id
from hjemmebane.foundation.logs import log
from hjemmebane.foundation.written import written_day

logger = log(__name__)

# In the order one wants to know it: the person, what is hard, what helps, what is around.
TOLD = (
    "why",
    "wishes",
    "difficulties",
    "present_efforts",
    "tried_efforts",
    "housing",
    "income",
    "partners",
    "expectations",
)
# What the team reads above what the referrer wrote under another label.
LABELS = {"expectations": "Samarbejdet med den, der henviser"}


@dataclass(frozen=True)
class MatchOnPage:
    """Somebody known who may be the same, and what tells that."""

    name: str
    detail: str
    url_name: str
    key: UUID
    field: str


@dataclass(frozen=True)
class ReferralPage:
    referral: Referral
    tone: str
    received: str
    sender: Sequence[tuple[str, str]]
    person: Sequence[tuple[str, str]]
    told: Sequence[tuple[str, str]]
    attachments: Sequence[ReferralAttachment]
    matches: Sequence[MatchOnPage]
    ask_form: AskForm | None
    asked: str
    answered: str
    can_take_up: bool
    new_key: UUID
    failed: RecordForm | None


def note_reading_of(request: ActorRequest, referral: Referral, *, what: str) -> None:
    """Log that a referral is read: for the citizen, once somebody has said who it is about.

    Until then nobody in the access log could be named, and the service's log says it; so it does
    for a reader who does not see the citizen, as when a colleague in two teams joined them.
    """
    early = referral.early_contact
    about = (referral.citizen, early.citizen if early else None)
    note_reading(request, {citizen.pk for citizen in about if citizen}, what=what)
    logger.info("referral read", referral=str(referral.pk), actor=request.actor.key)


def referral_page(
    referral: Referral,
    *,
    at: dt.datetime,
    asking: AskForm | None = None,
    failed: RecordForm | None = None,
) -> ReferralPage:
    """`asking` is a refused question, `failed` another refused button."""
    can_take_up = allowed(check_can_take_up, referral)
    can_ask = allowed(check_can_ask, referral, "?")
    return ReferralPage(
        referral=referral,
        tone=REFERRAL_TONES[ReferralStatus(referral.status)],
        received=ago(day_of(referral.received_at), day_of(at)),
        sender=sender_facts(referral),
        person=person_facts(referral),
        told=told(referral),
        attachments=list(attachments_of(referral.pk)),
        matches=[match_on_page(one) for one in same_person(referral)] if can_take_up else [],
        ask_form=(asking or AskForm(record=referral)) if can_ask or asking else None,
        asked=recent_moment(referral.asked_at, at) if referral.asked_at else "",
        answered=recent_moment(referral.answered_at, at) if referral.answered_at else "",
        can_take_up=can_take_up,
        new_key=new_id(),
        failed=failed,
    )


def sender_facts(referral: Referral) -> list[tuple[str, str]]:
    facts = [
        ("Navn", referral.referrer_name),
        ("Arbejder", referral.referrer_workplace),
        ("Telefon", referral.referrer_phone),
        ("E-mail", referral.referrer_email),
    ]
    return stated(facts)


def person_facts(referral: Referral) -> list[tuple[str, str]]:
    knows = "Ja" if referral.citizen_knows else "Nej, eller det er ikke sagt"
    facts = [
        ("Navn", referral.citizen_name),
        ("Hvor er borgeren at finde", referral.where),
        ("Ved borgeren, at der er henvist", knows),
    ]
    return stated(facts)


def told(referral: Referral) -> list[tuple[str, str]]:
    """(label, text) of everything that was written, the empty ones left out."""
    return stated(
        (
            LABELS.get(name) or str(Referral._meta.get_field(name).verbose_name),
            getattr(referral, name),
        )
        for name in TOLD
    )


def match_on_page(match: Match) -> MatchOnPage:
    if match.citizen:
        born = match.citizen.born_on
        return MatchOnPage(
            name=str(match.citizen),
            detail="Borger" + (f", født {written_day(born)}" if born else ""),
            url_name="staff:citizens:overview",
            key=match.citizen.pk,
            field="citizen",
        )
    early = match.early_contact
    if early is None:
        raise ValueError("a match is a citizen or an early contact")
    where = f", {early.where}" if early.where else ""
    return MatchOnPage(
        name=str(early),
        detail=f"Spottet {written_day(early.spotted_on)}{where}",
        url_name="staff:intake:early",
        key=early.pk,
        field="early_contact",
    )
