"""A story from a person and their two threads. The person's own words come first."""

from collections.abc import Iterator

from hjemmebane.domain.consents.choices import ConsentScope, HowGiven
from hjemmebane.domain.contacts.choices import ContactKind, Progress
from hjemmebane.domain.courses.choices import Place
from hjemmebane.domain.plans.choices import (
    ActivityStatus,
    AgreementStance,
    ReflectionKind,
)
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.faces.operations.demo.assessing import assessments
from hjemmebane.faces.operations.demo.chance import happens, number, pick
from hjemmebane.faces.operations.demo.days import days_in
from hjemmebane.faces.operations.demo.entries import (
    CITIZEN,
    ActivityEntry,
    AgreementEntry,
    ConsentEntry,
    ContactEntry,
    ContributionEntry,
    GoalEntry,
    Life,
    MeetingEntry,
    Participant,
    PlacementEntry,
    PlanEntry,
    Primary,
    ReflectionEntry,
    Story,
    SubGoalEntry,
    VersionEntry,
    WishEntry,
)
from hjemmebane.faces.operations.demo.house import REGULAR_HOURS
from hjemmebane.faces.operations.demo.house_entries import Colleague, HouseEntry
from hjemmebane.faces.operations.demo.ingredients import Ingredients, Person, Thread
from hjemmebane.faces.operations.demo.wording import about

STEP_WEEKS = 11  # between two sub-goals that are reached
FUNCTIONS = {
    "SOCIAL": CoreFunction.SOCIAL_PRACTICAL,
    "HEALTH": CoreFunction.HEALTH,
    "AUTHORITY": CoreFunction.AUTHORITY,
}


class Composer:
    """Composes the people of a team, one after the other, with their staff in turn."""

    def __init__(self, ingredients: Ingredients, house: HouseEntry) -> None:
        self.ingredients = ingredients
        self.house = house
        self.threads = {thread.code: thread for thread in ingredients.thread}

    def stories(self) -> Iterator[Story]:
        for place, person in enumerate(self.ingredients.person):
            carriers = self.carriers(person.team)
            yield _Composition(self, person, carriers[place % len(carriers)]).story()

    def staff(self, team: int) -> list[Colleague]:
        entry = next(entry for entry in self.house.team if entry.number == team)
        return [colleague for colleague in entry.staff if not colleague.left]

    def carriers(self, team: int) -> list[Colleague]:
        return [one for one in self.staff(team) if one.executing >= REGULAR_HOURS]

    def organisation_of(self, person_code: str) -> str:
        """The partner that somebody works for; empty for everybody else."""
        return next(
            (
                partner.code
                for partner in self.house.partner
                if person_code in {person.code for person in partner.people}
            ),
            "",
        )


class _Composition:
    """One person's story in the making."""

    def __init__(self, composer: Composer, person: Person, primary: Colleague) -> None:
        self.composer = composer
        self.person = person
        self.primary = primary
        self.stock = composer.ingredients.stock
        self.threads = [composer.threads[code] for code in person.threads]
        self.weeks = days_in(person.started) // 7
        self.planned = max(3, self.weeks - 9)
        self.reached = self._reached()

    def _reached(self) -> list[tuple[Thread, int, int]]:
        """(thread, step, weeks ago) of the sub-goals reached so far, the oldest first."""
        order = [(self.threads[place % 2], place // 2) for place in range(6)]
        weeks = range(self.planned - STEP_WEEKS, self.person.silent_weeks + 1, -STEP_WEEKS)
        return [(thread, step, week) for (thread, step), week in zip(order, weeks, strict=False)]

    def about(self, text: str) -> str:
        return about(text, name=self.person.given_name, gender=self.person.gender)

    def pick(self, options: tuple[str, ...], why: str) -> str:
        return self.about(pick(options, self.person.code, why)) if options else ""

    def story(self) -> Story:
        person = self.person
        return Story(
            **person.model_dump(
                include=set(Person.model_fields) & set(Story.model_fields) - {"network"}
            ),
            address="" if not person.has_cpr else f"Prøvevej {number(person.code) % 90 + 100}",
            phone=person.has_cpr,
            primary=self._primary(),
            placement=tuple(self._placements()),
            life=tuple(self._life()),
            network=(person.network,),
            consent=tuple(self._consents()),
            plan=self._plan() if self.weeks > 6 else None,
            contact=tuple(self._contacts()),
        )

    def _primary(self) -> tuple[Primary, ...]:
        chosen = happens(50, self.person.code, "chosen")
        return (Primary(staff=self.primary.username, ago=f"{self.weeks - 1}w", chosen=chosen),)

    def _placements(self) -> Iterator[PlacementEntry]:
        parts = [
            ("SCREENING", "SCREENING", self.weeks),
            ("ENGAGEMENT", "ENGAGEMENT", self.weeks - 4),
        ]
        if self.weeks > 12:
            parts.append(("GOAL_WORK", "GOAL_WORK", self.planned - 2))
        if self.weeks > 30 and happens(35, self.person.code, "back"):
            parts.append(("ENGAGEMENT", "BACK", self.planned // 2))
            parts.append(("GOAL_WORK", "AGAIN", self.planned // 2 - 6))
        if self.person.bridging:
            parts.append(("BRIDGING", "BRIDGING", 8))
        for part, why, week in parts:
            reason = self.pick(self.stock.reasons[why], why)
            yield PlacementEntry(part=part, ago=f"{week}w", reason=reason)

    def _life(self) -> Iterator[Life]:
        early = f"{max(1, self.weeks - 2)}w"
        told = {area: texts for thread in self.threads for area, texts in thread.life.items()}
        if "HOUSING" not in told:
            yield Life(area="HOUSING", ago=early, text=self.pick(self.stock.housing, "housing"))
        for area, texts in told.items():
            yield Life(area=area, ago=early, text=self.about(texts[0]))
            if len(texts) > 1 and self.weeks > 25:
                yield Life(area=area, ago="6w", text=self.about(texts[-1]))

    def _consents(self) -> Iterator[ConsentEntry]:
        partners = {
            organisation: None
            for thread in self.threads
            for activity in thread.activities
            if (organisation := self.composer.organisation_of(activity.who))
        }
        if self.person.withdraws:
            partners[self.person.withdraws] = None
        for partner in partners if self.weeks > 6 else ():
            given = self.planned
            soon = happens(35, self.person.code, partner, "ends soon")
            yield ConsentEntry(
                partner=partner,
                scope=(ConsentScope.GOALS, ConsentScope.ACTIVITIES),
                purpose="Så de ved, hvad jeg arbejder på, og hvem der gør hvad.",
                how=pick((HowGiven.ORALLY, HowGiven.ON_PAPER), self.person.code, partner),
                ago=f"{given}w",
                lasts=given + (3 if soon else 40),
                withdrawn="8w" if partner == self.person.withdraws else None,
            )

    # ------------------------------------------------------------ the plan

    def _plan(self) -> PlanEntry:
        one, other = (self.about(thread.purpose) for thread in self.threads)
        return PlanEntry(
            opened=f"{self.planned}w",
            purpose=f"{self.person.given_name} {one}{',' if ',' in one else ''} og {other}.",
            guiding=("OWN_LIFE", "STABILITY_WELLBEING"),
            evaluation=self.pick(self.stock.evaluations, "evaluation") if self.weeks > 25 else "",
            wish=tuple(self._wishes()),
            resource=tuple(
                thread.resource.model_copy(update={"text": self.about(thread.resource.text)})
                for thread in self.threads
            ),
            reflection=tuple(self._reflections()),
            goal=tuple(self._goal(thread) for thread in self.threads),
            assessment=tuple(assessments(self.person, self.planned, self._responsible)),
            meeting=self._meetings(),
            contribution=tuple(self._contributions()),
            agreement=(self._agreement(),),
            version=tuple(self._versions()),
        )

    def _wishes(self) -> Iterator[WishEntry]:
        yield WishEntry(code="own", text=self.person.wish)
        for thread in self.threads:
            yield WishEntry(code=thread.code, text=self.about(thread.wish), chime=thread.chime)

    def _reflections(self) -> Iterator[ReflectionEntry]:
        yield ReflectionEntry(kind=ReflectionKind.WORKS, text=self.pick(self.stock.works, "works"))
        worry = self.pick(self.stock.worries, "worry")
        yield ReflectionEntry(kind=ReflectionKind.WORRY, text=worry)

    def _goal(self, thread: Thread) -> GoalEntry:
        whole = [week for found, _, week in self.reached if found is thread]
        is_reached = len(whole) == len(thread.steps)
        return GoalEntry(
            code=thread.code,
            text=self.about(thread.goal),
            measure=self.about(thread.measure),
            attractive=self.about(thread.attractive),
            wishes=(thread.code,),
            due=f"{4 + number(self.person.code, thread.code) % 16}w",
            settled=f"{max(1, whole[-1] - 1)}w" if is_reached else None,
            settled_reason="Alle delmål er nået." if is_reached else "",
            sub_goal=tuple(
                SubGoalEntry(code=f"{thread.code}-{place}", text=self.about(step.text))
                for place, step in enumerate(thread.steps)
            ),
            activity=tuple(self._activities(thread)),
        )

    def _activities(self, thread: Thread) -> Iterator[ActivityEntry]:
        for activity in thread.activities:
            running = ActivityStatus.ONGOING if self.weeks > 16 else ActivityStatus.PLANNED
            yield ActivityEntry(
                what=self.about(activity.what),
                who=self._responsible(activity.who),
                often=activity.often,
                status=ActivityStatus.DONE if activity.done and self.weeks > 30 else running,
            )

    def _responsible(self, who: str) -> str:
        """A username for a function in the team, the primary contact when nobody has it."""
        if who == CITIZEN or self.composer.organisation_of(who):
            return who
        function = FUNCTIONS.get(who)
        able = [
            one
            for one in self.composer.staff(self.person.team)
            if function in one.functions
            and CoreFunction.COORDINATION not in one.functions
            and days_in(one.joined) // 7 > self.planned
        ]
        return (able[0] if able else self.primary).username

    def _meetings(self) -> tuple[MeetingEntry, ...]:
        people = (
            Participant(name=self.person.given_name, role="Borgeren"),
            Participant(name=self.primary.name, role=self.primary.profession),
            Participant(name=self.composer.staff(self.person.team)[0].name, role="Koordinator"),
        )
        meeting = MeetingEntry(
            ago=f"{self.planned - 1}w",
            place=self.pick(self.stock.meeting_places, "place"),
            notes=self.pick(self.stock.meeting_notes, "notes"),
            participants=people,
        )
        return (meeting,)

    def _contributions(self) -> Iterator[ContributionEntry]:
        for line, who in (("PEDAGOGICAL", "SOCIAL"), ("NURSE", "HEALTH")):
            staff = self._responsible(who)
            if staff != self.primary.username or line == "PEDAGOGICAL":
                text = self.pick(self.stock.contributions[line], line)
                yield ContributionEntry(line=line, text=text, staff=staff)

    def _agreement(self) -> AgreementEntry:
        drawn, stock = number(self.person.code, "stance") % 100, self.stock
        stance, words = AgreementStance.AGREES, stock.agrees
        if drawn < 14:
            stance, words = AgreementStance.DISAGREES, stock.disagrees
        elif drawn < 24:
            stance, words = AgreementStance.COULD_NOT_ANSWER, stock.could_not_answer
        reason = self.pick(words, "agreement")
        return AgreementEntry(ago=f"{self.planned - 1}w", stance=stance, reason=reason)

    def _versions(self) -> Iterator[VersionEntry]:
        yield VersionEntry(ago=f"{self.planned - 1}w", reason="Første udgave")
        if len(self.reached) > 2:
            yield VersionEntry(ago=f"{self.reached[2][2] - 1}w", reason="Opfølgning")

    # ------------------------------------------------------------ contacts

    def _contacts(self) -> Iterator[ContactEntry]:
        """The days that are this person's own: sub-goals reached, and one or two told by hand."""
        for thread, step, week in self.reached if self.weeks > 6 else ():
            how = thread.steps[step]
            yield ContactEntry(
                ago=f"{week}w",
                kind=ContactKind.ACCOMPANIMENT if how.to else ContactKind.VISIT,
                place=Place.PARTNER if how.to else how.place,
                to=how.to,
                progress={f"{thread.code}-{step}": Progress.REACHED},
                note=self.about(how.note),
            )
        for place, note in enumerate(self.person.notes):
            early = max(7, (self.weeks - 3) * 7)
            late = self.person.silent_weeks * 7 + 4 + number(self.person.code, "late") % 12
            yield ContactEntry(ago=f"{early if place == 0 else late}d", note=self.about(note))
