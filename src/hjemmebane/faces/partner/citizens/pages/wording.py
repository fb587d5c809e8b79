"""The words that several of a partner's pages share."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from hjemmebane.domain.consents.choices import ConsentScope
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.sharing.choices import AnswerGiven
from hjemmebane.domain.sharing.models import PlanActivity
from hjemmebane.domain.sharing.queries import NewToPartner
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.written import written_day

# Told about one, and about more; in this order.
NEW = {
    "message": ("1 ny besked fra teamet", "{} nye beskeder fra teamet"),
    "wish": ("1 nyt ønske", "{} nye ønsker"),
    "goal": ("1 nyt mål", "{} nye mål"),
    "step": ("1 nyt delmål", "{} nye delmål"),
    "activity": ("1 ny aktivitet", "{} nye aktiviteter"),
    "appointment": ("1 ny aftale", "{} nye aftaler"),
    "standpoint": ("1 nyt standpunkt fra teamet", "{} nye standpunkter fra teamet"),
}
ANSWERS = {
    AnswerGiven.AGREES: ("{} er enig", "good", "check"),
    AnswerGiven.DISAGREES: ("{} er ikke enig", "warn", "chat"),
    AnswerGiven.NOT_NOW: ("{} siger: ikke nu", "note", "hourglass"),
}


def new_in_words(news: Iterable[NewToPartner], course_id: UUID) -> str:
    """“1 ny besked fra teamet, 2 nye delmål”; nothing when nothing is new."""
    times = {one.about: one.times for one in news if one.course_id == course_id}
    told = [
        one if times[about] == 1 else more.format(times[about])
        for about, (one, more) in NEW.items()
        if about in times
    ]
    return ", ".join(told)


def who_does(activity: PlanActivity, citizen: str) -> tuple[str, str]:
    """Whoever does it, by name and what they are; friends and family stay nameless here."""
    if activity.staff_member:
        return activity.staff_member.name, activity.staff_member.profession
    if partner := activity.partner_person:
        role = ", ".join(filter(None, (partner.role, partner.organisation.name)))
        return partner.name, role
    if activity.network_person_id:
        return "Netværket", ""
    return citizen, "Borgeren selv"


def when_and_where(activity: PlanActivity) -> str:
    due = f"senest {written_day(activity.due_on)}" if activity.due_on else ""
    return " · ".join(filter(None, (activity.how_often, activity.place, due)))


def answer_in_words(answer: AnswerGiven | None, citizen: str) -> tuple[str, str, str]:
    """What the citizen said to it, its tone and its icon; empty when nothing was said."""
    if answer is None:
        return "", "", ""
    words, tone, icon = ANSWERS[answer]
    return words.format(citizen), tone, icon


def opened_in_words(consents: Sequence[Consent]) -> list[tuple[str, str]]:
    """What each consent opens and until when, and what for."""
    return [(consent.purpose, _terms(consent)) for consent in consents]


def _terms(consent: Consent) -> str:
    labels = [str(ConsentScope(part).label) for part in consent.scope]
    parts = listed([labels[0], *(label.lower() for label in labels[1:])])
    until = (
        f"Det gælder til og med {written_day(consent.until_on)}."
        if consent.until_on
        else "Det gælder, til borgeren siger stop."
    )
    whom = " Det er kun åbent for dig, ikke for dine kolleger." if consent.person_id else ""
    return f"{parts}. {until}{whom}"
