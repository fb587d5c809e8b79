"""What is known about contact with a citizen: for its page, and for the job."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet
from pydantic import TypeAdapter

from hjemmebane.domain.contacts.calculations.facts import Facts
from hjemmebane.domain.contacts.calculations.persistence import Rules, Settled
from hjemmebane.domain.contacts.choices import ReminderStatus
from hjemmebane.domain.contacts.models import FollowUp
from hjemmebane.domain.courses.choices import LifeEventKind, WhenWithdrawn
from hjemmebane.domain.method.queries import pack
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.database import rows_of

STAYS = {LifeEventKind.ADMISSION: "indlagt", LifeEventKind.PRISON: "i fængsel"}

_FACTS = TypeAdapter(Facts)


def courses_to_follow_up() -> list[UUID]:
    """The courses that go on, for the job; nobody else is told of any."""
    return rows_of("guard.courses_to_follow_up", into=lambda key: key)


def contact_facts(course_id: UUID, *, at: dt.datetime) -> tuple[Facts, Rules] | None:
    """What is known about contact in a course, and the rules of its team's method; one query.

    None when it is not to be seen.
    """
    found = rows_of("guard.contact_facts", course_id, at, into=_read)
    return found[0] if found else None


def persistence_rules(method_pack: str) -> Rules:
    """The rules of a method, by code."""
    return {rule.code: rule for rule in pack(method_pack).persistence_rules}


def raised_follow_ups(course_id: UUID) -> QuerySet[FollowUp]:
    """The open follow-ups that are about a thing, held until the transaction ends."""
    about = FollowUp.objects.filter(course_id=course_id, status=ReminderStatus.OPEN)
    return about.exclude(concerns="").order_by("pk").select_for_update(no_key=True, of=("self",))


def settled_about(course_id: UUID) -> dict[str, Settled]:
    """The newest follow-up about each thing that is settled, in one query."""
    newest = (
        FollowUp.objects.filter(course_id=course_id, settled_at__isnull=False)
        .exclude(concerns="")
        .order_by("concerns", "-settled_at", "-pk")
        .distinct("concerns")
    )
    return {
        one.concerns: Settled(
            rule=one.rule,
            concerns=one.concerns,
            at=one.settled_at,
            on=day_of(one.settled_at),
            was_done=one.status == ReminderStatus.DONE,
        )
        for one in newest
        if one.settled_at
    }


def _read(method: str, told: str) -> tuple[Facts, Rules]:
    """The codes of choices become words here, and what partners told takes its place in time."""
    facts = _FACTS.validate_json(told)
    agreement, stay = facts.agreement, facts.stay
    if agreement:
        steps = [(code, str(WhenWithdrawn(code).label)) for code, _ in agreement.steps]
        agreement = replace(agreement, steps=tuple(steps))
    if stay:
        stay = replace(stay, called=STAYS[LifeEventKind(stay.called)])
    touches = tuple(sorted(facts.touches, key=lambda one: one.at))
    return replace(facts, agreement=agreement, stay=stay, touches=touches), persistence_rules(
        method
    )
