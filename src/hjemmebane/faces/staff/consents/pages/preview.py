"""What a partner sees of one citizen now, gathered with their eyes."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.consents.queries import consents_in_force
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.plans.choices import ResponsibleKind
from hjemmebane.domain.plans.models import Goal, PlanActivity
from hjemmebane.domain.sharing.queries import OpenedCitizen, OpenedRecord, record_as_seen_by
from hjemmebane.faces.staff.consents.pages.sentences import recipient_of
from hjemmebane.faces.staff.courses.pages.agreement import AgreementOnPage, agreement_on_page
from hjemmebane.faces.staff.moments import coming_moment
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


@dataclass(frozen=True)
class SeenActivity:
    """What somebody does, in words."""

    what: str
    more: str


@dataclass(frozen=True)
class SeenGoal:
    """A goal as it is opened, with what is done for it."""

    goal: Goal
    activities: Sequence[SeenActivity]


@dataclass(frozen=True)
class SeenTime:
    """An appointment in words."""

    when: str
    what: str
    who: str
    place: str


@dataclass(frozen=True)
class PreviewPage:
    """recipient: whose eyes these are. elsewhere: other teams' parts, which we cannot see here."""

    recipient: str
    record: OpenedRecord | None
    goals: Sequence[SeenGoal] = ()
    others: Sequence[SeenActivity] = ()
    times: Sequence[SeenTime] = ()
    contact: Sequence[tuple[str, str]] = ()
    agreement: AgreementOnPage | None = None
    elsewhere: Sequence[str] = ()


def preview_page(
    consent: Consent, course: Course, *, looker: Actor, at: dt.datetime
) -> PreviewPage:
    recipient = recipient_of(consent)
    record = record_as_seen_by(consent.citizen_id, consent_id=consent.pk, looker=looker)
    if record is None:
        return PreviewPage(recipient, None)
    shown = {goal.pk for goal in record.goals}
    to_teams = consents_in_force(consent.citizen_id, day=day_of(at)).filter(team__isnull=False)
    return PreviewPage(
        recipient,
        record,
        goals=[
            SeenGoal(goal, [seen(one) for one in record.activities if one.goal_id == goal.pk])
            for goal in record.goals
        ],
        others=[seen(one) for one in record.activities if one.goal_id not in shown],
        times=times_of(record, at),
        contact=[(name, value) for name, value in contact_of(record.citizen) if value],
        agreement=agreement_on_page(record.agreement) if record.agreement else None,
        elsewhere=[str(one.team) for one in to_teams if one.team_id != course.team_id],
    )


def seen(activity: PlanActivity) -> SeenActivity:
    """An activity as a partner reads it. Whom it lies with in the network, they cannot see."""
    kind = activity.responsible_kind
    is_friend = kind == ResponsibleKind.NETWORK
    name = ResponsibleKind(kind).label if is_friend else activity.responsible_name
    due = f"senest {written_day(activity.due_on)}" if activity.due_on else ""
    told = (name, activity.how_often, activity.place, due, activity.get_status_display())
    return SeenActivity(activity.what, " · ".join(filter(None, told)))


def contact_of(citizen: OpenedCitizen) -> Sequence[tuple[str, str]]:
    return (
        ("Telefon", citizen.phone),
        ("E-mail", citizen.email),
        ("Adresse", citizen.address),
        ("Vil helst kontaktes ved", citizen.way),
    )


def times_of(record: OpenedRecord, at: dt.datetime) -> list[SeenTime]:
    """The team's times to come and the partners' own, the nearest first."""
    team = [
        (one.starts_at, one.what, one.staff_member.name, one.get_place_display())
        for one in record.appointments
        if (one.ends_at or one.starts_at) >= at
    ]
    theirs = [
        (
            one.starts_at,
            one.what,
            f"{one.partner_person.name}, {one.partner_person.organisation}",
            one.place,
        )
        for one in record.partner_appointments
        if one.is_to_come(at)
    ]
    return [
        SeenTime(coming_moment(starts_at, at), what, who, place)
        for starts_at, what, who, place in sorted([*team, *theirs])
    ]
