"""The page of the light: the agreement, the colours to press, how it has gone, what was seen."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator

from hjemmebane.design.charts.lanes import LaneChart
from hjemmebane.design.picking import Pick
from hjemmebane.domain.contacts.choices import Light
from hjemmebane.domain.contacts.models import TrafficLightAgreement, TrafficLightObservation
from hjemmebane.domain.contacts.queries import (
    AgreedLight,
    agreed_now,
    agreements_of,
    lights_ever_of,
    lines_by_agreement,
    lines_seen,
)
from hjemmebane.domain.sharing.models import OwnLight
from hjemmebane.domain.sharing.queries import own_lights_of
from hjemmebane.faces.staff.citizens.pages.frame import CitizenFrame
from hjemmebane.faces.staff.light import SHOWN, LightTag, light_tag
from hjemmebane.faces.staff.lights.pages.trend import PERIODS, trend_of
from hjemmebane.faces.staff.moments import recent_moment
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day

LIGHTS_SHOWN = 20
# The word in the address for each colour.
COLOURS = {"groen": Light.GREEN, "gul": Light.YELLOW, "roed": Light.RED}


@dataclass(frozen=True)
class ColourLink:
    """The way to seeing the light in a colour."""

    label: str
    icon: str
    url: str


@dataclass(frozen=True)
class ColourOnPage:
    """What one colour is for the citizen."""

    tag: LightTag
    signs: Sequence[str]
    actions: Sequence[str]


@dataclass(frozen=True)
class AgreementOnPage:
    """An agreement in words: its facts, what is said of the citizen, and its colours."""

    title: str
    facts: Sequence[tuple[str, str]]
    person: str
    colours: Sequence[ColourOnPage]


@dataclass(frozen=True)
class SeenOnPage:
    """A light that was seen; `is_replaced` when another has put it right."""

    tag: LightTag
    when: str
    by: str
    note: str
    signs: Sequence[str]
    actions: Sequence[str]
    is_replaced: bool
    puts_right: bool
    correct_url: str


@dataclass(frozen=True)
class OwnOnPage:
    """What the citizen said last."""

    tag: LightTag
    when: str
    words: str


@dataclass(frozen=True)
class LightPage:
    agreement: AgreementOnPage | None
    colours: Sequence[ColourLink]
    own: OwnOnPage | None
    seen: Sequence[SeenOnPage]
    pages: Page
    query: str
    period: Pick
    chart: LaneChart


def light_page(frame: CitizenFrame, *, number: str, period: str, at: dt.datetime) -> LightPage:
    """In as many queries whatever there is of lights, once something is agreed."""
    course = frame.course
    agreed = agreed_now(course.pk)
    pages = Paginator(lights_ever_of(course.pk), LIGHTS_SHOWN).get_page(number)
    lights = list(pages.object_list)
    told = lines_seen(lights)
    chosen = period if period in PERIODS else next(iter(PERIODS))
    own = own_lights_of(course.pk).first()
    asked = {"periode": chosen, **({"forloeb": str(course.pk)} if frame.asked else {})}
    return LightPage(
        agreement=agreement_on_page(agreed) if agreed else None,
        colours=colour_links(frame) if course.is_open else [],
        own=own_on_page(own, at) if own else None,
        seen=[seen_on_page(one, told, frame, at) for one in lights],
        pages=pages,
        query=f"{urlencode(asked)}&",
        period=Pick(
            name="periode",
            label="Vis",
            place="lys",
            options=[(code, label) for code, (label, _) in PERIODS.items()],
            chosen=chosen,
        ),
        chart=trend_of(course, chosen, at=at),
    )


def colour_links(
    frame: CitizenFrame, *, besides: str = "", replaced: TrafficLightObservation | None = None
) -> list[ColourLink]:
    """A way to each colour, or to the others than one."""
    links = []
    for word, light in COLOURS.items():
        if word != besides:
            url = frame.url("staff:lights:see", word)
            if replaced:
                url += f"{'&' if '?' in url else '?'}retter={replaced.pk}"
            links.append(ColourLink(str(light.label), SHOWN[light][1], url))
    return links


def agreement_on_page(agreed: AgreedLight) -> AgreementOnPage:
    agreement = agreed.agreement
    facts = [
        ("Det er et lys for", str(agreement.get_kind_display()).lower()),
        ("Lyset ses", how_often(agreement.every_days)),
        ("Aftalt", agreed_how(agreement)),
    ]
    if agreement.ended_on:
        facts.append(("Slut", f"{written_day(agreement.ended_on)}. {agreement.ended_why}"))
    return AgreementOnPage(
        title=f"Aftalt {written_day(agreement.made_on)}",
        facts=facts,
        person=agreement.person,
        colours=[
            ColourOnPage(
                tag=tag_alone(light),
                signs=[line.text for line in agreed.signs[light]],
                actions=[line.text for line in agreed.actions[light]],
            )
            for light in Light
        ],
    )


def how_often(days: int) -> str:
    """“hver dag”, “mindst hver 7. dag”."""
    return "hver dag" if days == 1 else f"mindst hver {days}. dag"


def agreed_how(agreement: TrafficLightAgreement) -> str:
    """“3. maj 2026, sammen med borgeren”."""
    how = "sammen med borgeren"
    if not agreement.made_with_citizen:
        how = f"uden borgeren: {agreement.without_why}"
    return f"{written_day(agreement.made_on)}, {how}"


def tag_alone(light: Light) -> LightTag:
    tone, icon = SHOWN[light]
    return LightTag(str(light.label), tone, icon, "")


def seen_on_page(
    light: TrafficLightObservation,
    told: Mapping[UUID, str],
    frame: CitizenFrame,
    at: dt.datetime,
) -> SeenOnPage:
    is_replaced = hasattr(light, "replaced_by")
    word = next(word for word, colour in COLOURS.items() if colour == light.colour)
    url = frame.url("staff:lights:see", word)
    can_correct = frame.course.is_open and not is_replaced
    return SeenOnPage(
        tag=light_tag(light.colour, light.observed_at, day_of(at)),
        when=recent_moment(light.observed_at, at),
        by=str(light.recorded_by),
        note=light.note,
        signs=[told[key] for key in light.signs if key in told],
        actions=[told[key] for key in light.actions if key in told],
        is_replaced=is_replaced,
        puts_right=light.replaces_id is not None,
        correct_url=f"{url}{'&' if '?' in url else '?'}retter={light.pk}" if can_correct else "",
    )


def own_on_page(light: OwnLight, at: dt.datetime) -> OwnOnPage:
    tag = light_tag(light.colour, light.recorded_at, day_of(at))
    return OwnOnPage(tag, recent_moment(light.recorded_at, at), light.words)


def agreements_on_page(course_id: UUID) -> list[AgreementOnPage]:
    """All that was ever agreed, the newest first. Three queries."""
    made = list(agreements_of(course_id))
    return [agreement_on_page(one) for one in lines_by_agreement(made)]
