"""Mine borgere: of each what a partner does there, what comes next and what is new."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.domain.partners.models import PartnerPerson
from hjemmebane.domain.sharing.queries import (
    OpenedCitizen,
    new_to_me,
    opened_activities,
    opened_goals,
    partner_appointments,
)
from hjemmebane.faces.partner.citizens.pages.wording import new_in_words
from hjemmebane.foundation.written import coming_moment


@dataclass(frozen=True)
class Card:
    """One citizen; `goals` are those one contributes to, in the plan's words."""

    name: str
    url: str
    goals: Sequence[str]
    next: str
    new: str


def cards_of(
    citizens: Sequence[OpenedCitizen], partner: PartnerPerson, *, at: dt.datetime
) -> list[Card]:
    """One card each, in as many queries whatever their number."""
    courses = [one.course_id for one in citizens]
    goals = list(opened_goals(*courses).prefetch_related(None))
    mine = {
        activity.goal_id
        for activity in opened_activities(*courses)
        if activity.partner_person_id == partner.pk
    }
    agreed = [
        one
        for one in partner_appointments(*courses)
        if one.partner_person_id == partner.pk and one.is_to_come(at)
    ]
    news = new_to_me()
    return [
        Card(
            name=one.name,
            url=reverse("partner:citizens:citizen", args=[one.citizen_id]),
            goals=[g.text for g in goals if g.course_id == one.course_id and g.pk in mine],
            next=next(
                (
                    f"{coming_moment(a.starts_at, at)}: {a.what}"
                    for a in agreed
                    if a.course_id == one.course_id
                ),
                "",
            ),
            new=new_in_words(news, one.course_id),
        )
        for one in citizens
    ]
