"""The ninety citizens of the fourth team: each a short story, composed from `content/act.toml`.

An ACT team shares its citizens, so that everybody meets several professions within two weeks.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from hjemmebane.domain.citizens.choices import Closeness, Gender
from hjemmebane.domain.contacts.choices import ContactKind, Outcome, Progress
from hjemmebane.domain.courses.choices import Intensity, LifeEventKind, Place
from hjemmebane.domain.plans.choices import (
    ActivityStatus,
    AgreementStance,
    AssessmentKind,
    Chime,
)
from hjemmebane.faces.operations.demo.chance import happens, number, pick
from hjemmebane.faces.operations.demo.entries import (
    ActivityEntry,
    AgreementEntry,
    AppointmentEntry,
    AssessmentEntry,
    ContactEntry,
    GoalEntry,
    Life,
    Network,
    PlacementEntry,
    PlanEntry,
    Primary,
    Story,
    SubGoalEntry,
    VersionEntry,
    WishEntry,
)
from hjemmebane.faces.operations.demo.entry import Entry
from hjemmebane.faces.operations.demo.house_entries import Colleague, TeamEntry
from hjemmebane.faces.operations.demo.life_entries import HoldEntry, IntensityEntry, LifeEventEntry

TEAM, CITIZENS = 4, 90
LATELY, OLDEST = 28, 70  # days that are told closely; weeks since the first came
PLANNED_AFTER = 6  # weeks
PEER = "PEER"
# What a day is: kind, place, usual minutes; as often as it stands here.
DAYS = (
    (ContactKind.VISIT, Place.HOME, 45),
    (ContactKind.VISIT, Place.HOME, 60),
    (ContactKind.VISIT, Place.OUTDOORS, 50),
    (ContactKind.VISIT, Place.HOME, 40),
    (ContactKind.VISIT, Place.DROP_IN, 35),
    (ContactKind.VISIT, Place.SHELTER, 40),
    (ContactKind.VISIT, Place.OFFICE, 30),
    (ContactKind.ACCOMPANIMENT, Place.PARTNER, 95),
    (ContactKind.PHONE, Place.REMOTE, 12),
    (ContactKind.VISIT, Place.HOME, 55),
)
PARTS = ("ENGAGE", "ASSESS", "INTEGRATED", "EVERYDAY", "LIGHTER")
REASONS = {
    "ENGAGE": "Vi er begyndt at møde op, hvor borgeren er.",
    "ASSESS": "Kender os nu og vil gerne, at flere kommer.",
    "INTEGRATED": "Planen er lavet, og alle fag er i gang.",
    "EVERYDAY": "Hverdagen holder, og der er overskud til mere.",
    "LIGHTER": "Vil selv prøve med mindre. Vi er lige i nærheden.",
}
# Weeks in a course until a part is usually reached.
REACHED_AFTER = {"ASSESS": 4, "INTEGRATED": 11, "EVERYDAY": 36, "LIGHTER": 60}


class ActThread(Entry):
    """A wish and what it led to. `who`: a core function, or PEER."""

    code: str
    purpose: str
    wish: str
    goal: str
    steps: tuple[str, str]
    activity: str
    who: str
    chime: Chime


class ActTexts(Entry):
    women: tuple[str, ...]
    men: tuple[str, ...]
    first_halves: tuple[str, ...]
    second_halves: tuple[str, ...]
    origins: tuple[str, ...]
    housing: tuple[str, ...]
    minds: tuple[str, ...]
    substances: tuple[str, ...]
    relations: tuple[str, ...]
    thread: tuple[ActThread, ...]
    notes: Mapping[str, tuple[str, ...]]


def act_stories(texts: ActTexts, team: TeamEntry) -> Iterator[Story]:
    """All ninety, those who came first first."""
    for place in range(CITIZENS):
        yield _Brief(place, texts, team).story()


class _Brief:
    """One citizen. `weeks`: since the start; `planned`: since the plan was opened."""

    def __init__(self, place: int, texts: ActTexts, team: TeamEntry) -> None:
        self.place = place
        self.texts = texts
        self.team = team
        self.code = f"act-{place + 1:02}"
        self.weeks = OLDEST - place * (OLDEST - 2) // CITIZENS
        self.planned = self.weeks - PLANNED_AFTER
        self.thread = texts.thread[place % len(texts.thread)]
        self.primary = self._regular(place)
        self.is_away = place % 23 == 5
        self.is_silent = place % 17 == 8 and not self.is_away
        self.on_hold = place % 41 == 17

    def story(self) -> Story:
        is_woman = self.place % 3 == 1
        names = self.texts.women if is_woman else self.texts.men
        turn = self.place // 3 if is_woman else self.place - (self.place + 1) // 3
        return Story(
            code=self.code,
            team=TEAM,
            brief=True,
            given_name=names[turn % len(names)],
            family_name=self._family_name(),
            age=22 + number(self.code, "age") % 41,
            birthday=f"{1 + number(self.code, 'month') % 12:02}-"
            f"{1 + number(self.code, 'day') % 28:02}",
            gender=Gender.WOMAN if is_woman else Gender.MAN,
            address=f"Prøvevej {200 + self.place}",
            origin=pick(self.texts.origins, self.code, "origin"),
            started=f"{self.weeks}w",
            opens=90,
            fills=False,
            primary=(Primary(staff=self.primary.username, ago=f"{self.weeks - 1}w"),),
            placement=tuple(self._placements()),
            life=tuple(self._life()),
            network=(self._network(),),
            plan=self._plan() if self.planned > 0 else None,
            contact=tuple(self._contacts()),
            appointment=tuple(self._appointments()),
            intensity=tuple(self._intensity()),
            life_event=tuple(self._life_events()),
            hold=tuple(self._holds()),
        )

    def _family_name(self) -> str:
        first, second = self.texts.first_halves, self.texts.second_halves
        return first[self.place % len(first)] + second[self.place // 9 % len(second)]

    def _regular(self, turn: int) -> Colleague:
        """Primary contacts are those who are there every day, the psychiatrist is nobody's."""
        regular = [one for one in self.team.staff if "PSYCHIATRY" not in one.functions]
        return regular[turn % len(regular)]

    def _with(self, function: str, turn: int) -> Colleague:
        """Somebody with a function; a peer is told by the title."""
        if function == PEER:
            return next(one for one in self.team.staff if one.profession.startswith("Peer"))
        able = [one for one in self.team.staff if function in one.functions]
        return able[turn % len(able)]

    # ------------------------------------------------------------ around

    def _placements(self) -> Iterator[PlacementEntry]:
        yield self._placed("ENGAGE", self.weeks)
        for part, after in REACHED_AFTER.items():
            is_further = part in {"EVERYDAY", "LIGHTER"}
            if self.weeks > after and (not is_further or happens(55, self.code, part)):
                yield self._placed(part, self.weeks - after)

    def _placed(self, part: str, weeks: int) -> PlacementEntry:
        return PlacementEntry(part=part, ago=f"{weeks}w", reason=REASONS[part])

    def _life(self) -> Iterator[Life]:
        early = f"{max(1, self.weeks - 2)}w"
        texts = self.texts
        yield Life(area="HOUSING", ago=early, text=texts.housing[self.place % len(texts.housing)])
        yield Life(area="MENTAL_HEALTH", ago=early, text=pick(texts.minds, self.code, "mind"))
        yield Life(area="SUBSTANCE_USE", ago=early, text=pick(texts.substances, self.code, "use"))

    def _network(self) -> Network:
        relation = pick(self.texts.relations, self.code, "relation")
        names = (*self.texts.women, *self.texts.men)
        return Network(
            code="near",
            name=pick(names, self.code, "near"),
            relation=relation,
            closeness=pick(list(Closeness), self.code, "close"),
        )

    def _intensity(self) -> Iterator[IntensityEntry]:
        if self.weeks <= PLANNED_AFTER:
            return
        is_high = self.place % 4 == 0
        yield IntensityEntry(
            ago=f"{min(self.weeks - 4, 8)}w",
            level=Intensity.HIGH if is_high else Intensity.ORDINARY,
            contacts=Decimal(4 if is_high else 2),
            weight=Decimal(1),
            reason="Besøg næsten hver dag en tid." if is_high else "To besøg om ugen passer nu.",
        )

    def _life_events(self) -> Iterator[LifeEventEntry]:
        if self.is_away:
            is_prison = self.place % 2 == 0
            kind = LifeEventKind.PRISON if is_prison else LifeEventKind.ADMISSION
            note = "Afsoner en kort dom." if is_prison else "Indlagt på åbent afsnit. Vi besøger."
            yield LifeEventEntry(kind=kind, ago="6d", note=note)
        elif self.place % 11 == 3 and self.weeks > 16:
            note = "Indlagt i ti dage. Teamet var med ved udskrivningen."
            yield LifeEventEntry(kind=LifeEventKind.ADMISSION, ago="70d", until="60d", note=note)

    def _holds(self) -> Iterator[HoldEntry]:
        if self.on_hold:
            yield HoldEntry(
                ago="5w",
                reason="Er på højskole i fem måneder og vil gerne ringe selv.",
                plan="Vi skriver hver anden uge og kommer til sommerfesten.",
                review=8,
            )

    # ------------------------------------------------------------ the plan

    def _plan(self) -> PlanEntry:
        thread, opened = self.thread, f"{self.planned}w"
        return PlanEntry(
            opened=opened,
            purpose=f"At {thread.purpose}.",
            guiding=("OWN_LIFE", pick(("STABILITY", "TREATMENT", "COMMUNITY"), self.code)),
            wish=(WishEntry(code="own", text=f"{thread.wish}.", chime=thread.chime),),
            goal=(self._goal(thread),),
            assessment=tuple(self._assessments()),
            agreement=tuple(self._agreement()),
            version=tuple(self._versions()),
        )

    def _goal(self, thread: ActThread) -> GoalEntry:
        running = ActivityStatus.ONGOING if self.planned > 4 else ActivityStatus.PLANNED
        who = self._with(thread.who, self.place).username
        return GoalEntry(
            code="goal",
            text=f"{thread.goal}.",
            wishes=("own",),
            due=f"{4 + self.place % 16}w",
            sub_goal=tuple(
                SubGoalEntry(code=f"step-{nth}", text=f"{step}.")
                for nth, step in enumerate(thread.steps)
            ),
            activity=(ActivityEntry(what=thread.activity, who=who, status=running),),
        )

    def _assessments(self) -> Iterator[AssessmentEntry]:
        needed = f"{self.planned}w"
        is_done = self.planned > 12 and self.place % 3 > 0
        yield AssessmentEntry(
            kind=AssessmentKind.PSYCHIATRIC,
            needed=needed,
            under_way=f"{max(1, self.planned - 4)}w" if self.planned > 5 else None,
            done=f"{self.planned - 10}w" if is_done else None,
            who=self._with("PSYCHIATRY", 0).username,
        )

    def _agreement(self) -> Iterator[AgreementEntry]:
        if self.planned > 1:
            stance = AgreementStance.DISAGREES if self.place % 9 == 4 else AgreementStance.AGREES
            reason = "Det går for hurtigt." if stance == AgreementStance.DISAGREES else ""
            ago = f"{max(1, self.planned % 24)}w" if self.planned > 1 else "1w"
            yield AgreementEntry(ago=ago, stance=stance, reason=reason)

    def _versions(self) -> Iterator[VersionEntry]:
        if self.planned > 1:
            yield VersionEntry(ago=f"{self.planned - 1}w", reason="Første udgave")

    # ------------------------------------------------------------ contacts

    def _contacts(self) -> Iterator[ContactEntry]:
        """Closely in the last four weeks; before that now and then."""
        for nth, week in enumerate(range(6, min(self.weeks, 60), 9)):
            yield self._met(nth, week * 7)
        often = 2 if self.on_hold or self.place % 10 == 9 else 6 + self.place % 6
        for nth in range(often):
            ago = 1 + (nth * LATELY) // often + self.place % 2
            if ago < self.weeks * 7 - 3:
                yield self._close(nth, ago)
        if self.place % 3 == 0 and self.weeks > 4:
            yield self._with_network()

    def _close(self, nth: int, ago: int) -> ContactEntry:
        if self.is_silent and ago < 12:
            return self._tried(nth, ago)
        if nth == 3 and self.place % 5 == 0:
            return self._tried(nth, ago)
        return self._met(nth, ago)

    def _met(self, nth: int, ago: int) -> ContactEntry:
        kind, place, usual = DAYS[(self.place + 3 * nth) % len(DAYS)]
        who = self._comes(nth)
        function = PEER if who.profession.startswith("Peer") else who.functions[0]
        told = happens(45, self.code, "told", nth, ago)
        is_two = kind == ContactKind.VISIT and nth % 4 == 1
        also = self.team.staff[(self.place + nth + 5) % len(self.team.staff)]
        staff = dict.fromkeys([who.username, *([also.username] if is_two else [])])
        has_steps = self.planned * 7 > ago and kind == ContactKind.VISIT and nth % 3 == 0
        return ContactEntry(
            ago=f"{ago}d",
            kind=kind,
            place=place,
            minutes=usual - 10 + number(self.code, "minutes", nth, ago) % 5 * 5,
            staff=tuple(staff),
            to="Sygehus, bank eller jobcenter" if kind == ContactKind.ACCOMPANIMENT else "",
            progress={"step-0": Progress.WORKED_ON} if has_steps else {},
            note=pick(self.texts.notes[function], self.code, nth, ago) if told else "",
        )

    def _comes(self, nth: int) -> Colleague:
        """The primary contact every third time, else whoever's turn it is."""
        staff = self.team.staff
        return self.primary if nth % 3 == 0 else staff[(self.place + 5 * nth) % len(staff)]

    def _tried(self, nth: int, ago: int) -> ContactEntry:
        return ContactEntry(
            ago=f"{ago}d",
            outcome=Outcome.NOT_MET,
            minutes=0,
            staff=(self._comes(nth).username,),
            note=pick(self.texts.notes["ATTEMPT"], self.code, nth),
        )

    def _with_network(self) -> ContactEntry:
        return ContactEntry(
            ago=f"{3 + self.place % 20}d",
            kind=ContactKind.NETWORK,
            place=Place.REMOTE,
            minutes=20,
            outcome=Outcome.NETWORK,
            staff=(self.primary.username,),
            note=pick(self.texts.notes["NETWORK"], self.code, "network"),
        )

    def _appointments(self) -> Iterator[AppointmentEntry]:
        if not self.is_away:
            what, place = pick(
                (("Besøg", Place.HOME), ("Gåtur", Place.OUTDOORS)), self.code, "what"
            )
            staff = self._comes(1).username
            yield AppointmentEntry(
                **{"in": f"{1 + self.place % 6}d"}, what=what, place=place, staff=staff
            )
