"""What others did since I was last here: counted by the record, told in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format

from hjemmebane.domain.contacts.queries import last_logged_by, light_of, with_light
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import visible_courses
from hjemmebane.domain.practice.queries import News, news_since
from hjemmebane.faces.staff.light import LightTag, tag_of
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

CITIZENS_SHOWN = 8
LONGEST = dt.timedelta(days=28)
USUALLY = dt.timedelta(days=7)  # for somebody who was never here before
# What it is about: told about one, and about more.
TOLD = {
    "contact": ("1 kontakt", "{} kontakter"),
    "appointment": ("ny aftale", "{} nye aftaler"),
    "light": ("set på trafiklyset", "set på trafiklyset"),
    "task": ("ny opgave", "{} nye opgaver"),
    "follow_up": ("ny opfølgning", "{} nye opfølgninger"),
    "placement": ("flyttet i praksismodellen", "flyttet i praksismodellen"),
    "hold": ("sat i bero", "sat i bero"),
    "again": ("taget op igen", "taget op igen"),
    "life_event": ("ny livsbegivenhed", "{} livsbegivenheder"),
    "wish": ("nyt ønske", "{} nye ønsker"),
    "goal": ("nyt mål", "{} nye mål"),
    "sub_goal": ("nyt delmål", "{} nye delmål"),
    "reached_goal": ("Mål nået", "{} mål nået"),
    "reached_step": ("Delmål nået", "{} delmål nået"),
}


@dataclass(frozen=True)
class NewsOfCitizen:
    """“Bo: 2 kontakter, delmål nået” and the like; the light when somebody looked at it."""

    citizen_id: UUID
    name: str
    url: str
    light: LightTag | None
    told: Sequence[str]


@dataclass(frozen=True)
class NewsOnPage:
    """`since` says from when, which is `begins`; `more` is how many citizens are left out."""

    since: str
    begins: dt.datetime
    citizens: Sequence[NewsOfCitizen]
    more: int

    @property
    def citizen_ids(self) -> list[UUID]:
        return [one.citizen_id for one in self.citizens]


def news_for(
    me: Actor,
    team_ids: Sequence[UUID],
    *,
    begins: dt.datetime,
    at: dt.datetime,
) -> NewsOnPage:
    """Three queries. `begins` is the beginning of today: since then one is here again.

    Somebody was here when they last wrote a contact down: logging in writes nothing.
    """
    written = last_logged_by(me.user_id, before=begins)
    since = last_here(written, begins=begins)
    found = news_since(team_ids, since, besides=me.user_id)
    course_ids = list(dict.fromkeys(one.course_id for one in found))
    shown = course_ids[:CITIZENS_SHOWN]
    news = [one for one in found if one.course_id in shown]
    courses = with_light(visible_courses().filter(pk__in=shown))
    by_course = {course.pk: course for course in courses}
    return NewsOnPage(
        since=since_in_words(written, since),
        begins=since,
        citizens=[news_of(by_course[key], news, day_of(at)) for key in shown],
        more=len(course_ids) - len(shown),
    )


def last_here(written: dt.datetime | None, *, begins: dt.datetime) -> dt.datetime:
    """The last moment before today that the record holds of somebody; at most four weeks ago."""
    return max(written or begins - USUALLY, begins - LONGEST)


def since_in_words(written: dt.datetime | None, since: dt.datetime) -> str:
    """“Siden torsdag 19. november, hvor du sidst var her.”; only who was here then is told so."""
    if written is None:
        return "Den sidste uge."
    if written < since:
        return "De sidste fire uger."
    return f"Siden {date_format(day_of(since), 'l j. F')}, hvor du sidst var her."


def news_of(course: Course, news: Iterable[News], today: dt.date) -> NewsOfCitizen:
    """The facts alone first, then what each of the others wrote."""
    mine = sorted((one for one in news if one.course_id == course.pk), key=whose)
    told = []
    for (_, name), written in groupby(mine, key=whose):
        phrases = ", ".join(phrase(one) for one in written)
        told.append(f"{name}: {phrases}" if name else phrases)
    has_light = any(one.about == "light" for one in mine)
    return NewsOfCitizen(
        citizen_id=course.citizen_id,
        name=str(course.citizen),
        url=reverse("staff:citizens:timeline", args=[course.citizen_id]),
        light=tag_of(light_of(course), today) if has_light else None,
        told=told,
    )


def whose(news: News) -> tuple[str, str]:
    """The login tells apart two of the same name."""
    return (str(news.who or ""), news.name)


def phrase(news: News) -> str:
    """“ny opgave”, “2 kontakter”."""
    one, more = TOLD[news.about]
    return one if news.times == 1 else more.format(news.times)
