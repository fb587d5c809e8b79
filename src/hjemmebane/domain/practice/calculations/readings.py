"""What the record says about an activity or an indicator: a sentence, and at times a reading."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from hjemmebane.domain.method.content.evidence import Evidence
from hjemmebane.domain.practice.calculations.facts import Facts
from hjemmebane.foundation.listing import listed
from hjemmebane.foundation.spans import ago, old

FOLLOW_UP_DAYS = 90
NOTHING = "ingen"


class Verdict(Enum):
    """What the record alone suggests. People decide."""

    MET = "MET"
    NOT_YET = "NOT_YET"


@dataclass(frozen=True)
class Reading:
    """What stands in the record, in words; the verdict is None when it can be read either way."""

    words: str
    verdict: Verdict | None = None


def read(evidence: Evidence, facts: Facts) -> Reading:
    """What the record tells about this."""
    reading = READERS[evidence](facts)
    return replace(reading, words=reading.words[0].upper() + reading.words[1:])


def _spotted(facts: Facts) -> Reading:
    if facts.screening.spotted_age is None:
        return _course_started(facts)
    return Reading(f"Set første gang {ago(facts.screening.spotted_age)}.", Verdict.MET)


def _first_contact(facts: Facts) -> Reading:
    """A meeting before the course is contact; without one, those of the course are looked at."""
    early = facts.screening
    if early.met:
        words = f"Mødt {_times(early.met)} før forløbet, {early.attempts} forsøg i alt."
        return Reading(words, Verdict.MET)
    tried = f"{early.attempts} forsøg før forløbet uden at mødes. " if early.attempts else ""
    now = _met(facts)
    return replace(now, words=tried + now.words)


def _gathered(facts: Facts) -> Reading:
    """The assessment counts where knowledge and risks are both written in it."""
    early, now = facts.screening, _life_areas(facts)
    if early.assessed_age is None:
        return now
    said = [
        f"Målgruppevurdering gjort færdig {ago(early.assessed_age)}.",
        "" if early.is_gathered else "Det, I ved, er ikke skrevet ned.",
        "" if early.has_risks else "Risici er ikke skrevet ned.",
        "Borgeren har selv fortalt." if early.has_own_account else "",
        now.words,
    ]
    is_met = (early.is_gathered and early.has_risks) or now.verdict is Verdict.MET
    return Reading(" ".join(filter(None, said)), Verdict.MET if is_met else None)


def _decided(facts: Facts) -> Reading:
    early = facts.screening
    if early.decided_age is None:
        return _course_started(facts)
    return Reading(f"Besluttet {ago(early.decided_age)}: indsatsen passer.", Verdict.MET)


def _target_group(facts: Facts) -> Reading:
    """The match that was decided outweighs doubt; a failed criterion people weigh against it."""
    early = facts.screening
    if early.assessed_age is None:
        return _age(facts)
    answers = f"{early.yes} ja, {early.no} nej, {early.unsure} usikker"
    words = f"Målgruppevurdering {ago(early.assessed_age)}: {answers}."
    return Reading(words, None if early.no else Verdict.MET)


def _age(facts: Facts) -> Reading:
    if facts.years is None:
        return Reading("Fødselsdatoen er ikke skrevet ned.")
    return Reading(f"{facts.years} år.", None if facts.is_of_age else Verdict.NOT_YET)


def _course_started(facts: Facts) -> Reading:
    return Reading(f"Forløbet begyndte {ago(facts.course_age)}. {facts.legal_basis}.", Verdict.MET)


def _team_consent(facts: Facts) -> Reading:
    if facts.consent_age is None:
        return Reading("Intet gældende samtykke til teamet.", Verdict.NOT_YET)
    return Reading(f"Samtykke til teamet, givet {ago(facts.consent_age)}.", Verdict.MET)


def _life_areas(facts: Facts) -> Reading:
    words = f"{facts.life_areas} af {facts.life_areas_in_all} livsområder er beskrevet."
    if not facts.life_areas:
        return Reading(words, Verdict.NOT_YET)
    is_much = facts.life_areas * 2 >= facts.life_areas_in_all
    return Reading(words, Verdict.MET if is_much else None)


def _met(facts: Facts) -> Reading:
    if not facts.met + facts.met_before:
        return Reading("I har ikke mødt borgeren de sidste 60 dage.", Verdict.NOT_YET)
    return Reading(_meetings(facts), Verdict.MET)


def _contact_rhythm(facts: Facts) -> Reading:
    """How often is a fact; whether that is much or little depends on the citizen."""
    acute = f" ({_times(facts.acute)} akut)" if facts.acute else ""
    return Reading(_meetings(facts, acute))


def _meetings(facts: Facts, acute: str = "") -> str:
    before = f"og {_times(facts.met_before)} de 30 før."
    return f"Mødt {_times(facts.met)} de sidste 30 dage{acute} {before}"


def _out_together(facts: Facts) -> Reading:
    return Reading(f"Ude sammen {_times(facts.out_together)} de sidste 90 dage.")


def _coordination(facts: Facts) -> Reading:
    efforts = _count(facts.other_efforts, "anden indsats", "andre indsatser")
    plans = _count(facts.other_plans, "anden plan", "andre planer")
    others = f"Vi kender {efforts} og {plans}."
    if facts.primary_contact_age is None:
        return Reading(f"Ingen kontaktperson er valgt. {others}", Verdict.NOT_YET)
    words = f"Kontaktperson valgt {ago(facts.primary_contact_age)}. {others}"
    return Reading(words, Verdict.MET if facts.other_efforts + facts.other_plans else None)


def _network(facts: Facts) -> Reading:
    words = (
        f"{_count(facts.network, 'person', 'personer')} i netværket og samtykke til"
        f" {_count(facts.partner_consents, 'partner', 'partnere')}."
    )
    return Reading(words, Verdict.MET if facts.network else Verdict.NOT_YET)


def _partners_take_part(facts: Facts) -> Reading:
    words = (
        f"Partnere står for {_count(facts.partner_activities, 'aktivitet', 'aktiviteter')} i"
        f" planen. Gældende samtykker til partnere: {facts.partner_consents}."
    )
    return Reading(words, Verdict.MET if facts.partner_activities else None)


def _wishes(facts: Facts) -> Reading:
    if not facts.wishes:
        return Reading("Ingen ønsker er skrevet ned.", Verdict.NOT_YET)
    return Reading(
        f"{_count(facts.wishes, 'ønske', 'ønsker')} med borgerens egne ord.", Verdict.MET
    )


def _goals_from_wishes(facts: Facts) -> Reading:
    if not facts.goals:
        return Reading("Ingen mål i planen.", Verdict.NOT_YET)
    words = (
        f"{_count(facts.goals, 'mål', 'mål')} i planen, {facts.goals_from_wishes} ud fra et ønske."
    )
    return Reading(words, Verdict.MET if facts.goals_from_wishes else Verdict.NOT_YET)


def _citizen_takes_part(facts: Facts) -> Reading:
    count = _count(facts.citizen_activities, "aktivitet", "aktiviteter")
    return Reading(
        f"Borgeren står selv for {count} i planen.",
        Verdict.MET if facts.citizen_activities else None,
    )


def _sub_goals_reached(facts: Facts) -> Reading:
    """Steady means in most of three months; nothing in three months is not yet."""
    reached = sum(facts.steps_reached)
    words = f"{_count(reached, 'delmål', 'delmål')} nået de sidste 90 dage."
    if not reached:
        return Reading(words, Verdict.NOT_YET)
    months = sum(count > 0 for count in facts.steps_reached)
    words = f"{words[:-1]}, fordelt på {_count(months, 'måned', 'måneder')}."
    return Reading(words, Verdict.MET if months > 1 else None)


def _plan_version(facts: Facts) -> Reading:
    if not facts.has_plan:
        return Reading("Planen er ikke oprettet.", Verdict.NOT_YET)
    if facts.plan_version_age is None:
        return Reading("Planen er oprettet, men ingen version er gemt.", Verdict.NOT_YET)
    words = f"Plan: version {facts.plan_version}, {old(facts.plan_version_age)}."
    return Reading(words, Verdict.MET if facts.wishes else None)


def _plan_followed_up(facts: Facts) -> Reading:
    ages = [age for age in (facts.plan_meeting_age, facts.plan_version_age) if age is not None]
    if not ages:
        return Reading("Intet planmøde og ingen gemt version.", Verdict.NOT_YET)
    said = []
    if facts.plan_meeting_age is not None:
        said.append(f"Planmøde {ago(facts.plan_meeting_age)}.")
    if facts.plan_version_age is not None:
        said.append(f"Version {facts.plan_version}, {old(facts.plan_version_age)}.")
    is_recent = min(ages) <= FOLLOW_UP_DAYS
    return Reading(" ".join(said), Verdict.MET if is_recent else Verdict.NOT_YET)


def _assessments_considered(facts: Facts) -> Reading:
    missing = facts.assessments.not_considered
    if missing:
        return Reading(f"Ikke taget op: {listed(missing)}.", Verdict.NOT_YET)
    return Reading("I har taget stilling til alle slags udredning.", Verdict.MET)


def _assessments_moving(facts: Facts) -> Reading:
    states = facts.assessments
    if not states.lacking:
        return Reading("Ingen udredning udestår.", Verdict.MET)
    if not states.under_way:
        return Reading(f"Intet er bestilt. Mangler: {listed(states.lacking)}.", Verdict.NOT_YET)
    return Reading(f"Bestilt eller i gang: {listed(states.under_way)}.", Verdict.MET)


def _assessments_settled(facts: Facts) -> Reading:
    if facts.assessments.lacking:
        return Reading(f"Udestår: {listed(facts.assessments.lacking)}.", Verdict.NOT_YET)
    return Reading("Ingen udredning udestår.", Verdict.MET)


READERS: Mapping[Evidence, Callable[[Facts], Reading]] = {
    Evidence.SPOTTED: _spotted,
    Evidence.FIRST_CONTACT: _first_contact,
    Evidence.GATHERED: _gathered,
    Evidence.DECIDED: _decided,
    Evidence.TARGET_GROUP: _target_group,
    Evidence.COURSE_STARTED: _course_started,
    Evidence.TEAM_CONSENT: _team_consent,
    Evidence.CONTACT_RHYTHM: _contact_rhythm,
    Evidence.OUT_TOGETHER: _out_together,
    Evidence.COORDINATION: _coordination,
    Evidence.NETWORK: _network,
    Evidence.PARTNERS_TAKE_PART: _partners_take_part,
    Evidence.WISHES: _wishes,
    Evidence.GOALS_FROM_WISHES: _goals_from_wishes,
    Evidence.CITIZEN_TAKES_PART: _citizen_takes_part,
    Evidence.SUB_GOALS_REACHED: _sub_goals_reached,
    Evidence.PLAN_VERSION: _plan_version,
    Evidence.PLAN_FOLLOWED_UP: _plan_followed_up,
    Evidence.ASSESSMENTS_CONSIDERED: _assessments_considered,
    Evidence.ASSESSMENTS_MOVING: _assessments_moving,
    Evidence.ASSESSMENTS_SETTLED: _assessments_settled,
}


def _count(number: int, one: str, more: str) -> str:
    return f"{number or NOTHING} {one if number == 1 else more}"


def _times(number: int) -> str:
    return f"{number} {'gang' if number == 1 else 'gange'}"
