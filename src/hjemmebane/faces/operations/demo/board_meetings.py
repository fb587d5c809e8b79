"""The board meetings of the last weeks: who is taken up, what is said, and some of it decided.

Each is held when the stories have come to its day, so that it sees no more than the team saw.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from hjemmebane.domain.contacts.actions import give_task, settle_task
from hjemmebane.domain.contacts.choices import Light, ReminderStatus
from hjemmebane.domain.contacts.queries import LastContact, last_contacts, light_of, with_light
from hjemmebane.domain.courses.models import Course
from hjemmebane.domain.courses.queries import open_courses
from hjemmebane.domain.meetings.actions import (
    close_meeting,
    note_about_citizen,
    note_at_meeting,
    open_meeting,
    put_on_board,
    take_off_board,
    take_up,
)
from hjemmebane.domain.meetings.models import BoardEntry, MeetingItem, TeamMeeting
from hjemmebane.domain.meetings.queries import (
    board_entries_now,
    items_of,
    meeting_before,
    tasks_given_at,
)
from hjemmebane.domain.teams.models import StaffMember
from hjemmebane.domain.teams.queries import absences_between, members_of
from hjemmebane.faces.operations.demo.case import Step
from hjemmebane.faces.operations.demo.chance import key
from hjemmebane.faces.operations.demo.days import SATURDAY, Days, at_time
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.foundation.actions import on_occasion
from hjemmebane.foundation.actors import Actor
from hjemmebane.foundation.clock import day_of

WEEKS = 4
BEFORE, EACH = dt.timedelta(minutes=6), dt.timedelta(minutes=4)
EACH_DAILY = dt.timedelta(seconds=20)
DAILY = 6  # the last working days of which a daily meeting is told
MINUTE = dt.timedelta(minutes=1)
REACHED = 12  # of the citizens; the others wait until next week
NEW_FOR = dt.timedelta(weeks=4)
IN_VAIN = 3  # tries until somebody is said to withdraw
MOST_GIVEN = 3
# Point of the agenda and what was said, the oldest meeting first.
SAID_AT = {
    "m-act": (
        ("BOARD_EACH_OTHER", "To af os kom sent hjem i går. Vi deler de sene ture imellem os."),
        (
            "BOARD_PARTNERS",
            "Jobcentret vil gerne have vores dage at vide. Vi skriver dem på torsdag.",
        ),
        ("BOARD_METHOD", "Vi glemmer at spørge til ønskerne. Ét ønske læses højt ved hvert besøg."),
        ("BOARD_WEEK", "Alle er her undtagen torsdag, hvor vi er på kursus efter middag."),
    ),
    "act": (
        ("BOARD_NIGHT", "Rolig nat. Én ringede ved sekstiden og ville bare høre en stemme."),
        ("BOARD_HERE", "Psykiateren er her til klokken to. Tag hende med ud, mens hun er her."),
        ("BOARD_MEDICINE", "To skal have depot i dag. Kirsten tager den ene, Samir den anden."),
        ("BOARD_NEW", "Der er plads til to nye i denne måned. Vi opsøger én på stationen."),
        ("BOARD_NIGHT", "Én er indlagt. Vi er derude i eftermiddag og taler om vejen hjem."),
        ("BOARD_HERE", "Sygdom i dag. Vi deler besøgene og ringer til dem, der får en anden."),
    ),
}
SAID = {
    Light.RED: (
        "Den, der har den gode kontakt, går først. Vi andre holder os i baggrunden.",
        "Vi går to sammen i denne uge.",
        "Et kort besøg hver dag til fredag. Ingen spørgsmål, bare en kop kaffe.",
        "Vi siger det højt til borgeren: Vi er bekymrede, og vi bliver ved med at komme.",
    ),
    Light.YELLOW: (
        "Passer bedst før middag. Ring, inden du går.",
        "Vi skruer lidt op en uge og ser, om det hjælper.",
        "Spørg til nætterne. Det plejer at begynde der.",
        "Gå en tur i stedet for at sidde ved bordet.",
    ),
}
GOES_WELL = (
    "Det går stille fremad. Husk at sige det.",
    "Et delmål er så tæt på, at vi skal huske at fejre det.",
    "Intet nyt. Det er en god nyhed.",
)
PROMISED = (
    "Ringe fredag og høre, om weekenden er til at holde ud",
    "Lægge en seddel i postkassen med dag og navn",
    "Aftale med en kollega, hvem der går med næste gang",
    "Spørge, hvem der ellers skal vide besked",
    "Høre hos lægen, om der er en tid før planlagt",
    "Finde ud af, hvornår posten sidst er taget ind",
    "Sige til jobcentret, at vi vender tilbage i næste uge",
    "Komme forbi på et andet tidspunkt end det sædvanlige",
    "Tage planen med og læse det øverste ønske højt",
    "Høre apoteket, om medicinen er hentet",
    "Bytte en vagt, så det bliver den samme to gange i træk",
    "Ringe til værestedet og høre, om nogen har set noget",
)


@dataclass(frozen=True)
class Reason:
    """Why somebody comes on the board, in a few words, and the days until it is looked at again."""

    code: str
    note: str
    days: int


CRISIS = Reason("CRISIS", "Vi kommer oftere, til lyset ikke er rødt mere", 4)
WITHDRAWN = Reason("WITHDRAWN", "Åbner ikke for tiden", 12)
# Over before the last meeting; each method has its own word for it.
FOR_A_TIME = {
    "m-act": Reason("MORE_SUPPORT", "Nogle uger med et ekstra besøg", 12),
    "act": Reason("DAILY_VISITS", "Et besøg hver dag i denne uge", 5),
}
NEW = Reason("NEW", "De første uger. Alle hilser på efter tur", 14)


@dataclass(frozen=True)
class Turn:
    """A citizen's turn at a meeting, and what the team knows when it comes to it."""

    item: MeetingItem
    light: Light | None
    last: LastContact | None
    entry: BoardEntry | None
    at: dt.datetime

    @property
    def course(self) -> Course:
        course: Course = self.item.course
        return course

    @property
    def reason(self) -> Reason | None:
        """What speaks for the board now."""
        if self.last and self.last.attempts_since_met >= IN_VAIN:
            return WITHDRAWN
        if self.light == Light.RED:
            return CRISIS
        return NEW if self.course.started_on > day_of(self.at) - NEW_FOR else None


def board_meeting_steps(house: TeamHouse, days: Days) -> Iterator[Step]:
    """A meeting on the team's day in each of the last weeks."""
    who = next(iter(house.actors))
    for place, day in enumerate(_meeting_days(house, days)):
        at = at_time(day, house.meets.hour, house.meets.minute)
        yield Step(at, who, partial(_hold, house, place))


def _meeting_days(house: TeamHouse, days: Days) -> list[dt.date]:
    """On its day in each of the last weeks; of a daily one the last days."""
    if not house.meets.is_daily:
        return days.last(house.meets.weekday, WEEKS)
    lately = [days.today - dt.timedelta(days=ago) for ago in range(2 * DAILY, 0, -1)]
    return [day for day in lately if day.weekday() < SATURDAY][-DAILY:]


def _hold(house: TeamHouse, place: int, by: Actor, at: dt.datetime) -> None:
    """Open it, go through last time, take up those there is time for, and close it."""
    staff = _present(house, at)
    meeting = open_meeting(
        id=key(at, "meeting", house.team.name),
        team=house.team,
        staff=staff,
        planned_minutes=house.meets.minutes,
        by=by,
        at=at,
    )
    with on_occasion(meeting.occasion):
        _go_through_last_time(meeting, by, at + MINUTE)
        turns = _turns(meeting, at, is_daily=house.meets.is_daily)
        for number, turn in enumerate(turns):
            _talk_about(turn, place + number, by)
            if number < MOST_GIVEN:
                nth = place * MOST_GIVEN + number
                _promise(turn, nth, staff[nth % len(staff)], by)
            _keep_board(turn, by)
        if place == 0:
            _support_somebody(turns, by)
    point, text = SAID_AT[house.team.method_pack][place]
    said = key(at, "point", house.team.name)
    note_at_meeting(id=said, meeting=meeting, point=point, text=text, by=by, at=at + BEFORE)
    close_meeting(meeting=meeting, by=by, at=at + dt.timedelta(minutes=house.meets.minutes))


def _present(house: TeamHouse, at: dt.datetime) -> list[StaffMember]:
    """Those of the team who are not away that day."""
    day = day_of(at)
    staff = [one.staff_member for one in members_of([house.team.pk], day)]
    absences = absences_between([one.pk for one in staff], day, day)
    away = {one.staff_member_id for one in absences if one.hours_per_week is None}
    return [one for one in staff if one.pk not in away]


def _go_through_last_time(meeting: TeamMeeting, by: Actor, at: dt.datetime) -> None:
    """What was promised a week ago is done."""
    before = meeting_before(meeting)
    for task in tasks_given_at(before).filter(settled_at=None) if before else ():
        settle_task(task=task, status=ReminderStatus.DONE, version=task.version, by=by, at=at)


def _turns(meeting: TeamMeeting, at: dt.datetime, *, is_daily: bool) -> list[Turn]:
    """Those who are reached, each with a few minutes; everybody in half a minute when daily."""
    listed: Sequence[MeetingItem] = items_of(meeting.pk)
    items, each = (listed, EACH_DAILY) if is_daily else (listed[:REACHED], EACH)
    ids = [item.course_id for item in items]
    lights = {one.pk: light_of(one) for one in with_light(open_courses(meeting.team_id))}
    contacts, entries = last_contacts(ids), board_entries_now(ids)
    return [
        Turn(
            item,
            light.colour if (light := lights[item.course_id]) else None,
            contacts.get(item.course_id),
            entries.get(item.course_id),
            at + BEFORE + number * each,
        )
        for number, item in enumerate(items)
    ]


def _talk_about(turn: Turn, nth: int, by: Actor) -> None:
    """Something is said about those who are not well, and about some of the others."""
    take_up(item=turn.item, by=by, at=turn.at)
    lines = SAID.get(turn.light) if turn.light else None
    if lines is None and nth % 4:
        return
    text = (lines or GOES_WELL)[nth % len(lines or GOES_WELL)]
    said = key(turn.at, "said", turn.course.pk)
    note_about_citizen(id=said, item=turn.item, text=text, by=by, at=turn.at + MINUTE)


def _promise(turn: Turn, nth: int, staff_member: StaffMember, by: Actor) -> None:
    give_task(
        id=key(turn.at, "promised", turn.course.pk),
        about=turn.course,
        what=PROMISED[nth % len(PROMISED)],
        staff_member=staff_member,
        by=by,
        at=turn.at + 2 * MINUTE,
    )


def _keep_board(turn: Turn, by: Actor) -> None:
    """On it when something speaks for it; off it, or said anew, when it was to be looked at."""
    entry, reason, at = turn.entry, turn.reason, turn.at + 3 * MINUTE
    if entry and entry.review_on > day_of(at):
        return
    if reason:
        _put(turn, reason, by, at)
    elif entry:
        take_off_board(entry=entry, on=day_of(at), by=by, at=at)


def _support_somebody(turns: Sequence[Turn], by: Actor) -> None:
    """The first for whom nothing else speaks; when it is looked at again, it is over."""
    for turn in [one for one in turns if not one.reason and not one.entry][:1]:
        _put(turn, FOR_A_TIME[turn.course.team.method_pack], by, turn.at + 3 * MINUTE)


def _put(turn: Turn, reason: Reason, by: Actor, at: dt.datetime) -> None:
    put_on_board(
        id=key(at, "board", turn.course.pk),
        course=turn.course,
        reason=reason.code,
        note=reason.note,
        from_on=day_of(at),
        review_on=day_of(at) + dt.timedelta(days=reason.days),
        by=by,
        at=at,
    )
