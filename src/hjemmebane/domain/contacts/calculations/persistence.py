"""What is to be followed up with a citizen: why, how, by whom and by when. Manual, § 6.5.

Each situation is about one thing, and there is never more than one about the same thing.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from uuid import UUID

from hjemmebane.domain.contacts.calculations.facts import Facts, who_tried
from hjemmebane.domain.contacts.calculations.whose import whose
from hjemmebane.domain.contacts.calculations.wording import day_in_words, days_in_words
from hjemmebane.domain.method.content.persistence import PersistenceRule, Rule

type Rules = Mapping[Rule, PersistenceRule]

# The things a situation can be about.
CONTACT, LIGHT, PARTNERS, PAUSE, STAY = "contact", "light", "partners", "pause", "stay"

SIGNS = ("SIGN_OF_LIFE", "LIGHT_IN_WINDOW", "NETWORK")
# What is news though the same thing was let be: it became graver without a word written.
GRAVER: Mapping[str, tuple[Rule, ...]] = {
    Rule.CONTACT_GAP: (Rule.MISSED, Rule.SIGN_OF_LIFE),
    **dict.fromkeys((Rule.MISSED, Rule.TRY_AGAIN, Rule.OTHER_FACE), (Rule.SIGN_OF_LIFE,)),
}
# What was done about contact is enough for this long at least.
ENOUGH = 3
# An appointment as near as this is the next step.
NEAR = dt.timedelta(days=2)
WEEK = 7


@dataclass(frozen=True)
class Situation:
    """Something to be followed up.

    concerns: the thing it is about. to: nobody is the whole team. newest: when the newest fact
    behind it became known. again_days: how long a follow-up that was done is enough; 0 is until
    something new is known.
    """

    rule: Rule
    concerns: str
    why: str
    suggestion: str
    to: UUID | None
    due_on: dt.date
    newest: dt.datetime | None
    again_days: int


@dataclass(frozen=True)
class Settled:
    """The newest follow-up about a thing that was settled: done, or let be."""

    rule: str
    concerns: str
    at: dt.datetime
    on: dt.date
    was_done: bool


def situations(facts: Facts, rules: Rules, *, today: dt.date) -> list[Situation]:
    """Everything to be followed up, in the order of how it is shown. Nothing after the end."""
    if facts.is_over or facts.started_on > today:
        return []
    return [*_Look(facts, rules, today).all()]


def is_news(situation: Situation, settled: Settled | None, *, today: dt.date) -> bool:
    """Whether it is to be raised: what was let be only once something new is known or it has
    become graver, and what was done also when its time has come again.
    """
    if settled is None or (situation.newest and situation.newest > settled.at):
        return True
    if situation.rule in GRAVER.get(settled.rule, ()):
        return True
    again = situation.again_days
    return settled.was_done and again > 0 and today >= settled.on + dt.timedelta(days=again)


@dataclass(frozen=True)
class _Look:
    """One record, looked at on one day."""

    facts: Facts
    rules: Rules
    today: dt.date

    def all(self) -> Iterator[Situation]:
        contact = self._contact()
        if contact:
            yield contact
        yield from filter(None, (self._light(), self._partners(), self._pause(), self._stay()))

    def _contact(self) -> Situation | None:
        """The one thing to do about contact; the gravest first."""
        if self.facts.stay:
            return self._away()
        if self.facts.pause:
            return self._on_hold()
        grave = (self._sign_of_life, self._other_face, self._try_again, self._missed, self._gap)
        return next(filter(None, (look() for look in grave)), None)

    def _gap(self) -> Situation | None:
        limit = cadence_days(self.facts, self.rules)
        late = self.facts.waited_since + dt.timedelta(days=limit)
        coming = self.facts.coming_on
        if late >= self.today or (coming and coming <= self.today + NEAR):
            return None
        return self._say(Rule.CONTACT_GAP, CONTACT, self.today, limit=days_in_words(limit))

    def _missed(self) -> Situation | None:
        missed, met = self.facts.missed, self.facts.last_met
        if not missed or (met and met.at >= missed.at):
            return None
        rule = Rule.MISSED
        tried = [one for one in self.facts.attempts if one.at > missed.at]
        again = self._after_last_try(Rule.TRY_AGAIN) if tried else None
        due_on = again or missed.on + self._within(rule)
        return self._say(rule, CONTACT, due_on, day=day_in_words(missed.on))

    def _try_again(self) -> Situation | None:
        if len(self.facts.attempts) < self.rules[Rule.TRY_AGAIN].attempts:
            return None
        due_on = self._after_last_try(Rule.TRY_AGAIN)
        return self._say(Rule.TRY_AGAIN, CONTACT, due_on, how=self._agreed_step())

    def _other_face(self) -> Situation | None:
        """As long as one alone has tried, and somebody else could."""
        attempts, tried = self.facts.attempts, who_tried(self.facts.attempts)
        alone = self.facts.agreement and self.facts.agreement.tries_alone
        if len(attempts) < (alone or self.rules[Rule.OTHER_FACE].attempts) or len(tried) != 1:
            return None
        due_on = self._after_last_try(Rule.OTHER_FACE)
        [one] = tried
        somebody = [who for who in self.facts.team if who.id != one and who.is_here(due_on)]
        if not somebody:
            return None
        name = next((who.name for who in self.facts.team if who.id == one), "Den samme")
        return self._say(Rule.OTHER_FACE, CONTACT, due_on, how=self._another_way(), who=name)

    def _sign_of_life(self) -> Situation | None:
        rule, agreed = Rule.SIGN_OF_LIFE, self.facts.agreement
        own = agreed.sign_of_life_days if agreed else None
        silent = (self.today - self.facts.sign_on).days
        if not self.facts.attempts or silent < (own or self.rules[rule].days):
            return None
        due_on, sign = self._after_last_try(rule), day_in_words(self.facts.sign_on)
        if not self.facts.has_sign:
            sign = f"før forløbet begyndte {sign}"
        return self._say(rule, CONTACT, due_on, how=self._agreed_sign(), sign=sign)

    def _away(self) -> Situation | None:
        stay = self.facts.stay
        if not stay:
            return None
        agreed = self.facts.agreement.away_how if self.facts.agreement else ""
        return self._kept(Rule.AWAY, stay.from_on, how=agreed, away=stay.called)

    def _on_hold(self) -> Situation | None:
        pause = self.facts.pause
        return self._kept(Rule.ON_HOLD, pause.from_on, how=pause.how) if pause else None

    def _kept(self, rule: Rule, from_on: dt.date, *, how: str, away: str = "") -> Situation | None:
        """Whether contact is kept while the citizen is away or on hold."""
        limit = self.rules[rule].days
        touched = [one.on for one in self.facts.touches if one.met or one.with_others]
        late = max([from_on, *touched]) + dt.timedelta(days=limit)
        if late >= self.today:
            return None
        tried = [one for one in self.facts.attempts if one.on >= from_on]
        due_on = self._after_last_try(rule) if tried else late + self._within(rule)
        day, limit_in_words = day_in_words(from_on), days_in_words(limit)
        return self._say(rule, CONTACT, due_on, how=how, away=away, day=day, limit=limit_in_words)

    def _light(self) -> Situation | None:
        red, met = self.facts.red, self.facts.last_met
        if not red or (met and met.at > red.at):
            return None
        due_on = red.on + self._within(Rule.RED_LIGHT)
        newest = max(red.known_at, self.facts.newest or red.known_at)
        day = day_in_words(red.on)
        return self._say(Rule.RED_LIGHT, LIGHT, due_on, newest=newest, day=day)

    def _partners(self) -> Situation | None:
        asked = any(one.with_others for one in self.facts.since_met)
        few = len(self.facts.attempts) < self.rules[Rule.PARTNERS].attempts
        if asked or few or self.facts.stay or self.facts.pause:
            return None
        agreed = self.facts.agreement.partners_tell if self.facts.agreement else ""
        due_on = self.today + self._within(Rule.PARTNERS)
        return self._say(Rule.PARTNERS, PARTNERS, due_on, how=agreed)

    def _pause(self) -> Situation | None:
        pause = self.facts.pause
        ahead = dt.timedelta(days=self.rules[Rule.HOLD_REVIEW].days)
        if not pause or pause.review_on > self.today + ahead:
            return None
        day = day_in_words(pause.review_on)
        return self._say(Rule.HOLD_REVIEW, PAUSE, pause.review_on, newest=pause.known_at, day=day)

    def _stay(self) -> Situation | None:
        stay, rule = self.facts.stay, Rule.LONG_AWAY
        if not stay or self.facts.pause:
            return None
        if (self.today - stay.from_on).days < self.rules[rule].days:
            return None
        words = {"away": stay.called, "day": day_in_words(stay.from_on)}
        due_on = stay.from_on + dt.timedelta(days=self.rules[rule].days) + self._within(rule)
        return self._say(rule, STAY, due_on, newest=stay.known_at, **words)

    def _say(
        self,
        code: Rule,
        concerns: str,
        due_on: dt.date,
        *,
        how: str = "",
        newest: dt.datetime | None = None,
        **words: str,
    ) -> Situation:
        """In words. What is due is never due on a day that has gone."""
        rule, due_on = self.rules[code], max(due_on, self.today)
        said = {"met": self._met(), "attempts": str(len(self.facts.attempts)), **words}
        return Situation(
            rule=code,
            concerns=concerns,
            why=rule.why.format(**said),
            suggestion=how or rule.suggestion,
            to=whose(self.facts, rule.whose, due_on=due_on, today=self.today),
            due_on=due_on,
            newest=newest or self.facts.newest,
            again_days=max(rule.days, rule.within, ENOUGH) if concerns == CONTACT else 0,
        )

    def _met(self) -> str:
        if self.facts.last_met:
            return f"I mødtes sidst {day_in_words(self.facts.waited_since)}"
        return f"I har ikke mødtes, siden forløbet begyndte {day_in_words(self.facts.started_on)}"

    def _within(self, rule: Rule) -> dt.timedelta:
        return dt.timedelta(days=self.rules[rule].within)

    def _after_last_try(self, rule: Rule) -> dt.date:
        return max(one.on for one in self.facts.attempts) + self._within(rule)

    def _agreed_step(self) -> str:
        """What was agreed, in the citizen's and the team's own words; else the step whose turn it
        is, and the last of them for as long as it takes.
        """
        agreed = self.facts.agreement
        if not agreed or agreed.how or not agreed.steps:
            return agreed.how if agreed else ""
        done = len(self.facts.attempts) - self.rules[Rule.TRY_AGAIN].attempts
        return f"I har aftalt: {agreed.steps[min(done, len(agreed.steps) - 1)][1]}."

    def _another_way(self) -> str:
        agreed, said = self.facts.agreement, self.rules[Rule.OTHER_FACE].suggestion
        return f"{said} {agreed.how}" if agreed and agreed.how else ""

    def _agreed_sign(self) -> str:
        agreed = self.facts.agreement
        signs = [words for code, words in agreed.steps if code in SIGNS] if agreed else []
        told = f"I har aftalt: {'. '.join(signs)}." if signs else ""
        return " ".join(filter(None, (told, agreed.how if agreed else "")))


def cadence_days(facts: Facts, rules: Rules) -> int:
    """How many days there may be between two meetings: the citizen's own figure, else what was
    agreed on intensity, else the method's.
    """
    own = facts.agreement.days_between if facts.agreement else None
    if own:
        return own
    return ceil(WEEK / facts.weekly) if facts.weekly else rules[Rule.CONTACT_GAP].days
