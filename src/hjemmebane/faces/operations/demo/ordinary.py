"""The ordinary days between those that are told: visits, calls, attempts, appointments."""

from collections.abc import Iterator

from hjemmebane.domain.contacts.choices import AppointmentStatus, ContactKind, Outcome, Progress
from hjemmebane.faces.operations.demo.chance import happens, number, pick, shuffled
from hjemmebane.faces.operations.demo.days import days_in
from hjemmebane.faces.operations.demo.entries import AppointmentEntry, ContactEntry, Story
from hjemmebane.faces.operations.demo.ingredients import Ingredients, Note
from hjemmebane.faces.operations.demo.wording import about

# Weeks ago until which every week, then every second and in the end every third is told.
EVERY_WEEK, EVERY_SECOND = 12, 36
# How often, of a hundred contacts that succeed.
MET = {
    "home": 46,
    "sms": 12,
    "phone": 11,
    "outdoors": 13,
    "drop-in": 6,
    "accompaniment": 5,
    "partner": 5,
    "network": 2,
}
MISSED = {"not-met": 50, "someone-else": 10, "declined": 22, "cancelled": 8, "letter": 10}
SETTLED = (AppointmentStatus.KEPT,) * 5 + (AppointmentStatus.MISSED, AppointmentStatus.CANCELLED)


class OrdinaryDays:
    """One citizen's; a note is never given twice, and a contact without one has none left."""

    def __init__(self, story: Story, ingredients: Ingredients, colleagues: list[str]) -> None:
        self.story = story
        self.ingredients = ingredients
        self.colleagues = colleagues
        self.is_composed = any(story.code == person.code for person in ingredients.person)
        self.left = {
            group.code: shuffled(group.notes, story.code, group.code) for group in ingredients.group
        }

    def contacts(self) -> Iterator[ContactEntry]:
        if not self.story.fills:
            return
        told = {days_in(contact.ago) // 7 for contact in self.story.contact}
        start = days_in(self.story.started) // 7
        for week in range(start - 1, 0, -1):
            if week in told or week % _pace(week) or self._is("rest", week, 15):
                continue
            yield self._contact(week, self._group(week))
            is_lately = self.story.silent_weeks < week <= EVERY_WEEK
            if is_lately and self.story.phone and self._is("again", week, 30):
                yield self._contact(week, pick(("sms", "phone"), self.story.code, "again", week))

    def appointments(self) -> Iterator[AppointmentEntry]:
        """Some that were kept or not, and for most one to come."""
        start = days_in(self.story.started) // 7
        for week in (10, 6, 2) if self.story.fills else ():
            if self.story.silent_weeks < week < start - 2:
                yield self._appointment(
                    week, ago=f"{week}w", settled_as=pick(SETTLED, self.story.code, "settled", week)
                )
        if not self.story.is_over and not self.story.appointment and self._is("next", 0, 80):
            yield self._appointment(0, **{"in": f"{1 + number(self.story.code) % 9}d"})

    def _appointment(self, week: int, **when: str) -> AppointmentEntry:
        planned = pick(self.ingredients.stock.appointments, self.story.code, "what", week)
        staff = self.colleagues[0]
        return AppointmentEntry(what=planned.what, place=planned.place, staff=staff, **when)

    def _is(self, why: str, week: int, percent: int) -> bool:
        return happens(percent, self.story.code, why, week)

    def _group(self, week: int) -> str:
        is_silent = week <= self.story.silent_weeks
        met = not is_silent and self._is("opens", week, self.story.opens)
        if met and self.is_composed and self._is("setback", week, 6):
            return "setback"
        drawn = number(self.story.code, "group", week) % 100
        for code, share in (MET if met else MISSED).items():
            drawn -= share
            if drawn < 0:
                return self._fitting(code, week)
        raise ValueError("the shares of the groups do not make a hundred")

    def _fitting(self, code: str, week: int) -> str:
        """The group, or another where it would contradict what is known of the citizen."""
        if not self.is_composed and not self.ingredients.notes(code).everywhere:
            code = "home"
        if not self.story.phone and code in {"phone", "sms"}:
            code = "home"
        had_home = self.story.home_since is None or week <= days_in(self.story.home_since) // 7
        return code if had_home or code != "home" else "outdoors"

    def _contact(self, week: int, code: str) -> ContactEntry:
        if not self.left[code] and code in MET:
            code = self._fitting("home", week)
        group = self.ingredients.notes(code)
        note = self.left[code].pop() if self.left[code] else Note(text="")
        spread = number(self.story.code, code, week) % 5
        return ContactEntry(
            ago=f"{week * 7 - spread}d",
            kind=group.kind,
            place=group.place,
            outcome=group.outcome,
            minutes=self._minutes(group.minutes, week),
            staff=self._staff(group.kind, week),
            to=note.to or ("Aftale ude i byen" if group.kind == ContactKind.ACCOMPANIMENT else ""),
            progress=self._progress(week, code, group.outcome),
            note=about(note.text, name=self.story.given_name, gender=self.story.gender),
        )

    def _minutes(self, usual: int, week: int) -> int:
        if usual < 15:
            return usual
        return usual - 15 + number(self.story.code, "minutes", week) % 7 * 5

    def _staff(self, kind: ContactKind, week: int) -> tuple[str, ...]:
        primary, *others = self.colleagues
        other = pick(others, self.story.code, "other", week)
        if kind == ContactKind.VISIT and self._is("two", week, 30):
            return (primary, other)
        return (other,) if self._is("another", week, 20) else (primary,)

    def _progress(self, week: int, code: str, outcome: Outcome) -> dict[str, Progress]:
        """What an ordinary visit did for the next sub-goal of a composed plan."""
        open_step = self._open_step(week)
        if not open_step or outcome != Outcome.MET or code not in {"home", "outdoors", "setback"}:
            return {}
        if code == "setback":
            return {open_step: Progress.SETBACK}
        if not self._is("progress", week, 35):
            return {}
        return {open_step: pick((Progress.WORKED_ON, Progress.STEP), self.story.code, week)}

    def _open_step(self, week: int) -> str:
        """The first sub-goal that was not reached that week; empty before there was a plan."""
        plan = self.story.plan
        if not self.is_composed or plan is None or days_in(plan.opened) // 7 <= week:
            return ""
        reached = {
            code
            for contact in self.story.contact
            if days_in(contact.ago) // 7 >= week
            for code in contact.progress
        }
        steps = (step.code for goal in plan.goal for step in goal.sub_goal)
        return next((code for code in steps if code not in reached), "")


def _pace(week: int) -> int:
    """Every how many weeks something is told, that long ago."""
    if week <= EVERY_WEEK:
        return 1
    return 2 if week <= EVERY_SECOND else 3
