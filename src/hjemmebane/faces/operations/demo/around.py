"""The steps around a plan: the start, the citizen's life and people, consents and placements."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from hjemmebane.domain.citizens.actions import (
    CitizenDetails,
    add_around_citizen,
    describe_life_situation,
)
from hjemmebane.domain.citizens.choices import Gender, RepresentativeKind
from hjemmebane.domain.citizens.models import NetworkPerson, Representative
from hjemmebane.domain.consents.actions import change_consent, give_consent, withdraw_consent
from hjemmebane.domain.consents.choices import HowGiven
from hjemmebane.domain.consents.models import Consent
from hjemmebane.domain.courses.actions import (
    CourseStart,
    choose_primary_contact,
    start_course_for_new_citizen,
)
from hjemmebane.domain.practice.actions import place_course
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import number
from hjemmebane.faces.operations.demo.cpr import demo_cpr
from hjemmebane.faces.operations.demo.entries import (
    ConsentEntry,
    Life,
    Network,
    PlacementEntry,
    Primary,
    RepresentativeEntry,
    Story,
)
from hjemmebane.faces.operations.demo.entry import Entry
from hjemmebane.foundation.actors import Actor

POST_TOWN = "0000 Demoby"  # Danish post codes begin at 0555


def steps_around(case: Case) -> Iterator[Step]:
    """From the start of the course to the newest placement."""
    story, moment = case.story, case.days.moment
    yield _step(case, moment(story.started, 8), _start)
    for one in story.primary:
        yield _step(case, moment(one.ago, 8, 30), _primary, one)
    for person in story.network:
        yield _step(case, moment(story.started, 9), _network, person)
    for representative in story.representative:
        yield _step(case, moment(representative.ago, 9), _represented, representative)
    for life in story.life:
        yield _step(case, moment(life.ago, 9, 30), _life, life)
    for placement in story.placement:
        yield _step(case, moment(placement.ago, 15, 30), _placement, placement)
    for consent in story.consent:
        yield from _steps_of_consent(case, consent)


def _steps_of_consent(case: Case, entry: ConsentEntry) -> Iterator[Step]:
    """Given; its goals chosen once there is a plan; perhaps taken back."""
    moment = case.days.moment
    yield _step(case, moment(entry.ago, 14), _consent, entry)
    if entry.chosen:
        yield _step(case, moment(entry.chosen, 14), _choose_goals, entry)
    if entry.withdrawn:
        yield _step(case, moment(entry.withdrawn, 14), _withdraw, entry)


def _step(case: Case, at: dt.datetime, do: Callable[..., None], *what: Entry) -> Step:
    """A step taken by whoever is the primary contact then."""
    return Step(at, case.usual(at), partial(do, case, *what))


def details(story: Story, born_on: dt.date) -> CitizenDetails:
    """The invented person, marked as demo."""
    is_male = story.gender == Gender.MAN
    drawn = number("phone", story.code)
    return CitizenDetails(
        given_name=story.given_name,
        family_name=story.family_name,
        cpr=demo_cpr(born_on, is_male=is_male, name=story.code) if story.has_cpr else "",
        born_on=born_on,
        birth_is_estimated=story.birth_is_estimated,
        gender=story.gender,
        address=f"{story.address}, {POST_TOWN}" if story.address else "",
        has_protected_address=story.protected,
        phone=f"00 00 40 {drawn % 90 + 10}" if story.phone else "",
        language=story.language,
        reading_needs=story.reading_needs,
        preferred_channel=story.channel,
        is_demo=True,
    )


def _start(case: Case, by: Actor, at: dt.datetime) -> None:
    story, days = case.story, case.days
    course = start_course_for_new_citizen(
        citizen_id=case.key(at, "citizen"),
        course_id=case.key(at, "course"),
        details=details(story, days.birth_of(story.age, story.birthday)),
        team=case.house.team,
        start=CourseStart(
            started_on=days.ago(story.started),
            consent_how_given=story.consent_how,
            legal_basis=story.legal_basis,
            origin=story.origin,
        ),
        by=by,
        at=at,
    )
    case.keep(course)
    case.keep(course.citizen)


def _primary(case: Case, entry: Primary, by: Actor, at: dt.datetime) -> None:
    choose_primary_contact(
        id=case.key(at, "primary"),
        course=case.course,
        staff_member=case.house.staff[entry.staff],
        chosen_by_citizen=entry.chosen,
        why=entry.why,
        by=by,
        at=at,
    )


def _network(case: Case, entry: Network, by: Actor, at: dt.datetime) -> None:
    person = NetworkPerson(
        id=case.key(at, "network", entry.code),
        citizen=case.citizen,
        name=entry.name,
        relation=entry.relation,
        kind=entry.kind,
        closeness=entry.closeness,
        wish_for_contact=entry.wish,
    )
    case.keep(add_around_citizen(record=person, by=by, at=at), entry.code)


def _represented(case: Case, entry: RepresentativeEntry, by: Actor, at: dt.datetime) -> None:
    representative = Representative(
        id=case.key(at, "representative", entry.name),
        citizen=case.citizen,
        kind=entry.kind,
        name=entry.name,
        phone="00 00 50 10",
        note=entry.note,
    )
    add_around_citizen(record=representative, by=by, at=at)


def _life(case: Case, entry: Life, by: Actor, at: dt.datetime) -> None:
    describe_life_situation(
        id=case.key(at, "life", entry.area),
        citizen=case.citizen,
        area=entry.area,
        text=entry.text,
        by=by,
        at=at,
    )


def _placement(case: Case, entry: PlacementEntry, by: Actor, at: dt.datetime) -> None:
    place_course(
        id=case.key(at, "placement"),
        course=case.course,
        part=entry.part,
        reason=entry.reason,
        from_on=case.days.ago(entry.ago),
        by=by,
        at=at,
    )


def _consent(case: Case, entry: ConsentEntry, by: Actor, at: dt.datetime) -> None:
    given_on = case.days.ago(entry.ago)
    consent = give_consent(
        id=case.key(at, "consent", entry.partner),
        citizen=case.citizen,
        recipient=case.house.organisations[entry.partner],
        scope=entry.scope,
        purpose=entry.purpose,
        person=case.house.people[entry.person] if entry.person else None,
        how_given=entry.how,
        given_by=_given_by(case, entry),
        from_on=given_on,
        until_on=given_on + dt.timedelta(weeks=entry.lasts) if entry.lasts else None,
        by=by,
        at=at,
    )
    case.keep(consent, entry.partner)


def _given_by(case: Case, entry: ConsentEntry) -> str:
    if entry.how != HowGiven.BY_REPRESENTATIVE:
        return ""
    speaker = case.story.representative[0]
    return f"{speaker.name} ({RepresentativeKind(speaker.kind).label.lower()})"


def _choose_goals(case: Case, entry: ConsentEntry, by: Actor, at: dt.datetime) -> None:
    consent = case.found(Consent, entry.partner)
    changed = change_consent(
        id=case.key(at, "consent", entry.partner, "goals"),
        consent=consent,
        values={},
        goals=[case.goal(code).pk for code in entry.goals],
        version=consent.version,
        by=by,
        at=at,
    )
    case.keep(changed, entry.partner)


def _withdraw(case: Case, entry: ConsentEntry, by: Actor, at: dt.datetime) -> None:
    consent = case.found(Consent, entry.partner)
    withdraw_consent(consent=consent, version=consent.version, by=by, at=at)
