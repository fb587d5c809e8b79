"""The steps of a course's own life: pauses, agreements, life events and its start form."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from hjemmebane.domain.citizens.choices import Channel
from hjemmebane.domain.courses.actions import (
    agree_on_contact,
    agree_on_intensity,
    complete_course_form,
    open_start_form,
    put_on_hold,
    record_life_event,
    save_course_form,
)
from hjemmebane.domain.courses.choices import Intensity, Known, Place, WhenWithdrawn
from hjemmebane.domain.courses.models import StartForm
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.practice.actions import take_up_again
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import happens, number, pick, shuffled
from hjemmebane.faces.operations.demo.days import days_in
from hjemmebane.faces.operations.demo.life_entries import (
    AgainEntry,
    HoldEntry,
    IntensityEntry,
    LifeEventEntry,
)
from hjemmebane.foundation.actors import Actor

SETTLED_WEEKS = 4  # before that a course has no contact agreement, and its start form is a draft
# Of a hundred, near what the pilots' start forms told (Evaluering af M-ACT, bilag 1, figur G-K).
HOUSED = {
    "PUBLIC_HOUSING": 46,
    "YOUTH_HOUSING": 11,
    "PRIVATE_RENT": 15,
    "SHARED_HOUSING": 6,
    "OWNED": 4,
    "SHELTER": 8,
    "WITH_OTHERS": 8,
    "UNKNOWN": 2,
}
EARLIER = {
    "SEL_85": 37,
    "SEL_110": 30,
    "SEL_99": 27,
    "DRUG_TREATMENT": 18,
    "PSYCHIATRY": 24,
    "SEL_104": 12,
}
PRESENT = {"JOB_CENTRE": 48, "PSYCHIATRY": 40, "ECONOMY_HELP": 35, "SEL_85": 15, "HOME_CARE": 10}
DIAGNOSED = {Known.YES: 55, Known.NO: 25, Known.UNKNOWN: 20}
SOCIAL_ASSESSED = {Known.NO: 50, Known.YES: 38, Known.UNKNOWN: 12}
HEALTH_ASSESSED = {Known.NO: 40, Known.YES: 42, Known.UNKNOWN: 18}
RATED = {0: 10, 1: 22, 2: 33, 3: 26, 4: 9}
# What is agreed with those of whom nothing else is told.
USUAL = (
    {
        "level": Intensity.ORDINARY,
        "contacts": Decimal(1),
        "weight": Decimal(1),
        "reason": "Et fast besøg om ugen, så dagen er til at regne med.",
    },
    {
        "level": Intensity.ORDINARY,
        "contacts": Decimal(1),
        "weight": Decimal(1),
        "reason": "Én gang om ugen er nok, når det er den samme dag.",
    },
    {
        "level": Intensity.HIGH,
        "contacts": Decimal(2),
        "weight": Decimal(1),
        "reason": "To gange om ugen, så længe der er så meget at ordne.",
    },
)
BESIDE_HOME = [Place.OUTDOORS, Place.DROP_IN]
TIMES = ("Om formiddagen, når der er ro", "Efter klokken 12", "Helst de samme dage hver uge", "")
HOW = (
    "Vi venter tre dage og kommer så forbi. Det er i orden ikke at åbne.",
    "En sms om dagen uden spørgsmål i. Efter en uge går to af os forbi sammen.",
    "Vi lægger en seddel med et tidspunkt. Efter 14 dage taler vi om det på teammødet.",
)
HOPES = (
    "At I bliver ved, også når jeg ikke svarer",
    "At det ikke er en ny hver gang",
    "At I siger det, som det er",
    "",
)
TEAM_HOPES = ("At du siger til, når det bliver for meget", "At vi må prøve igen", "")


def life_steps(case: Case) -> Iterator[Step]:
    """Everything told of the course itself, then its contact agreement and its start form."""
    story, moment = case.story, case.days.moment
    weeks = days_in(story.started) // 7
    for hold in story.hold:
        yield _step(case, moment(hold.ago, 15), partial(_hold, case, hold))
    for intensity in story.intensity:
        yield _step(case, moment(intensity.ago, 15), partial(_intensity, case, intensity))
    if not story.intensity and weeks > SETTLED_WEEKS and happens(80, story.code, "agreed"):
        usual = IntensityEntry(
            ago=f"{weeks - SETTLED_WEEKS}w", **pick(USUAL, story.code, "intensity")
        )
        yield _step(case, moment(usual.ago, 15), partial(_intensity, case, usual))
    for again in story.again:
        yield _step(case, moment(again.ago, 15), partial(_again, case, again))
    for event in story.life_event:
        yield _step(case, moment(event.ago, 16), partial(_event, case, event))
    begun = moment(f"{max(1, days_in(story.started) - 10)}d", 14)
    yield _step(case, begun, partial(_start_form, case))
    if weeks > SETTLED_WEEKS:
        done = begun + dt.timedelta(minutes=30)
        yield _step(case, done, partial(_finish_start_form, case))
    if weeks > SETTLED_WEEKS and happens(85, story.code, "contact agreement"):
        agreed = moment(f"{weeks - 3}w", 14)
        yield _step(case, agreed, partial(_contact_agreement, case))


def _step(case: Case, at: dt.datetime, do: partial[None]) -> Step:
    return Step(at, case.usual(at), do)


def _hold(case: Case, entry: HoldEntry, by: Actor, at: dt.datetime) -> None:
    from_on = case.days.ago(entry.ago)
    values = {
        "from_on": from_on,
        "reason": entry.reason,
        "decided_with_citizen": True,
        "keep_contact_plan": entry.plan,
        "review_on": from_on + dt.timedelta(weeks=entry.review),
        "caseload_weight": entry.weight,
    }
    put_on_hold(id=case.key(at, "hold"), course=case.course, values=values, by=by, at=at)


def _intensity(case: Case, entry: IntensityEntry, by: Actor, at: dt.datetime) -> None:
    values = {
        "level": entry.level,
        "contacts_per_week": entry.contacts,
        "from_on": case.days.ago(entry.ago),
        "reason": entry.reason,
        "caseload_weight": entry.weight,
    }
    agree_on_intensity(
        id=case.key(at, "intensity"), course=case.course, values=values, by=by, at=at
    )


def _again(case: Case, entry: AgainEntry, by: Actor, at: dt.datetime) -> None:
    take_up_again(
        id=case.key(at, "again"),
        course=case.course,
        on=case.days.ago(entry.ago),
        reason=entry.reason,
        part=entry.part,
        by=by,
        at=at,
    )


def _event(case: Case, entry: LifeEventEntry, by: Actor, at: dt.datetime) -> None:
    values = {
        "kind": entry.kind,
        "from_on": case.days.ago(entry.ago),
        "until_on": case.days.ago(entry.until) if entry.until else None,
        "note": entry.note,
    }
    record_life_event(
        id=case.key(at, "life event"), course=case.course, values=values, by=by, at=at
    )


def _contact_agreement(case: Case, by: Actor, at: dt.datetime) -> None:
    story, code = case.story, case.story.code
    ways = [way for way in Channel if story.phone or way in {Channel.VISIT, Channel.LETTER}]
    others = [way for way in shuffled(ways, code, "ways") if way != story.channel]
    values = {
        "channels": [Channel(story.channel), *others[:1]],
        "places": [Place.HOME, *shuffled(BESIDE_HOME, code, "places")[:1]],
        "times": pick(TIMES, code, "times"),
        "most_people": 1 + number(code, "people") % 4,
        "when_withdrawn": shuffled(list(WhenWithdrawn), code, "withdrawn")[:3],
        "withdrawn_how": pick(HOW, code, "how"),
        "citizen_expects": pick(HOPES, code, "hopes"),
        "team_expects": pick(TEAM_HOPES, code, "team hopes"),
        "talked_on": case.days.ago(f"{days_in(story.started) // 7 - 3}w"),
    }
    agree_on_contact(
        id=case.key(at, "contact agreement"), course=case.course, values=values, by=by, at=at
    )


def _start_form(case: Case, by: Actor, at: dt.datetime) -> None:
    """The draft of a start form."""
    form = open_start_form(id=case.key(at, "start form"), course=case.course, by=by, at=at)
    values = answers(case, form)
    draft = {name: values[name] for name in ("housing", "present_efforts")}
    case.keep(save_course_form(form=form, values=draft, version=form.version, by=by, at=at))


def _finish_start_form(case: Case, by: Actor, at: dt.datetime) -> None:
    form = case.found(StartForm)
    complete_course_form(form=form, values=answers(case, form), version=form.version, by=by, at=at)


def answers(case: Case, form: StartForm) -> dict[str, object]:
    """What somebody of this code would have answered; the whole of a town is like the pilots."""
    code = case.story.code
    method = pack(form.method_pack, form.method_version)
    offered = [option.code for option in method.choice_list("EFFORT").options]
    return {
        "housing": case.story.housed or drawn(HOUSED, code, "housed"),
        "earlier_efforts": [one for one in offered if happens(EARLIER.get(one, 0), code, one, 1)],
        "present_efforts": [one for one in offered if happens(PRESENT.get(one, 0), code, one, 2)],
        "has_psychiatric_diagnosis": drawn(DIAGNOSED, code, "diagnosed"),
        "social_assessed": drawn(SOCIAL_ASSESSED, code, "social"),
        "health_assessed": drawn(HEALTH_ASSESSED, code, "health"),
        "functioning": {
            dimension.code: drawn(RATED, code, dimension.code)
            for dimension in method.functioning_dimensions
            if happens(88, code, dimension.code, "rated")
        },
    }


def drawn[T](shares: dict[T, int], *names: object) -> T:
    """One of them, each as often as its share of the whole."""
    left = number(*names) % sum(shares.values())
    for one, share in shares.items():
        left -= share
        if left < 0:
            return one
    raise ValueError("no shares")
