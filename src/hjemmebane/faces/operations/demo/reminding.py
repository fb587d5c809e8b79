"""What the team remembers: lights on the way, tasks, follow-ups, and how often one is taken up.

Told for everybody whose course goes on; who has been silent is yellow or red.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from hjemmebane.domain.contacts.actions import (
    agree_on_reminders,
    give_task,
    observe_light,
    raise_follow_up,
    settle_follow_up,
    settle_task,
)
from hjemmebane.domain.contacts.choices import Light, ReminderStatus, SmsMoment
from hjemmebane.domain.contacts.models import FollowUp, Task
from hjemmebane.domain.contacts.queries import open_red_of
from hjemmebane.domain.courses.actions import set_cadence
from hjemmebane.domain.courses.choices import Cadence, Intensity
from hjemmebane.faces.operations.demo.case import Case, Step
from hjemmebane.faces.operations.demo.chance import happens, key, number, pick, shuffled
from hjemmebane.faces.operations.demo.days import Days, days_in
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.foundation.actors import Actor, acting
from hjemmebane.foundation.clock import day_of

WEEKS_BETWEEN_LIGHTS = 4
LIGHTS_TOLD = 4
SHARES = {Light.GREEN: 62, Light.YELLOW: 28, Light.RED: 10}
SEEN = {
    Light.GREEN: ("", "Som vi kender det. Spøger og spørger til de andre.", ""),
    Light.YELLOW: (
        "Sover om dagen og svarer kort. Vi kommer en gang mere i denne uge.",
        "Har ikke lyst til at gå ud. Vil gerne have besøg alligevel.",
        "Mere støj i opgangen og mindre søvn.",
    ),
    Light.RED: (
        "Bange og vred på samme tid. To af os går forbi i morgen.",
        "Har ikke spist i flere dage. Vi ringer hver morgen i denne uge.",
    ),
}
# Kept free for films by the Swedish post and telecom authority: they reach no telephone.
NOBODYS_NUMBERS = "+467017406"
MOMENTS = (
    (SmsMoment.EVENING_BEFORE,),
    (SmsMoment.MORNING,),
    (SmsMoment.EVENING_BEFORE, SmsMoment.TWO_HOURS),
)
ANSWERED_AFTER = dt.timedelta(hours=20)
ANSWERED = (
    "To af os var der en time. Vi aftalte at ringe sammen hver dag.",
    "Vi sad på trappen og drak kaffe. Lægen er ringet op.",
)
TASKS = (
    "Ring til udlejer om vandhanen",
    "Find ud af, hvornår tandlægen har tid",
    "Bestil tid til samtale på jobcentret",
    "Spørg lægen, om medicinlisten er den rigtige",
    "Hent kopi af lejekontrakten",
    "Skriv til banken om fuldmagten",
    "Ring til værestedet om pladsen i køkkenet",
    "Tag cykelpumpen med næste gang",
    "Bestil en ny nøgle til opgangen",
    "Find telefonnummeret på viceværten",
    "Skriv et kort med den næste aftale",
    "Spørg kommunen, hvor langt ansøgningen er",
    "Læg brevet fra retten op på køleskabet sammen",
    "Hør genbrugsen, om de kan bringe en seng",
    "Ring til vandværket om restancen",
    "Få en kopi af sygesikringskortet",
    "Hør, om bussen kører om søndagen",
    "Tag de gamle aviser med ned",
    "Bestil tid hos optikeren",
    "Spørg naboen, om hunden må blive i weekenden",
    "Find en dag, hvor vi kan male døren",
    "Skriv ned, hvad lægen sagde om kosten",
    "Ring til fysioterapeuten om ventelisten",
    "Spørg om lov til at ringe til søsteren",
)
TEAM_TASKS = (
    "Bestil lokale til næste sparring",
    "Skriv til hjemmeplejen om mødet i næste måned",
)
ASKED = (
    "Sagde, at maden ikke smager. Hør, om der er noget galt med tænderne.",
    "Var ked af det på vej hjem. Spørg, hvordan ugen er gået.",
    "Ville tænke over værestedet. Spørg igen uden at skubbe.",
    "Har byttet om på dag og nat. Hør, hvad der sker om natten.",
    "Nævnte en regning og skiftede emne. Spørg, om vi skal se på den sammen.",
    "Havde ikke frakke på. Hør, om der mangler vintertøj.",
    "Fortalte om en gammel ven. Spørg, om de to skal ses.",
    "Holdt sig på knæet hele vejen. Spørg, om lægen har set det.",
    "Lo for første gang længe. Spørg, hvad der var anderledes.",
    "Havde ikke åbnet posten. Tilbyd at gøre det sammen.",
    "Sagde nej til en ny kollega. Hør, hvad der skal til.",
    "Talte om at få kat. Hør, hvad boligforeningen siger.",
    "Ville gerne have byttet dagen. Find en, der passer bedre.",
    "Var bange for brevet fra kommunen. Spørg, om det er læst.",
    "Vil vide, hvem der ser planen. Vis det på skærmen.",
)
FOUND = ("Vi talte om det på en bænk. Det er bedre nu.", "Det var gået over af sig selv.")


def reminder_steps(case: Case) -> Iterator[Step]:
    """Nothing for a course that is over, or that has hardly begun."""
    weeks = days_in(case.story.started) // 7
    if case.story.is_over or weeks < WEEKS_BETWEEN_LIGHTS:
        return
    yield from _lights(case, weeks)
    yield from _cadence(case)
    yield from _tasks(case)
    yield from _follow_ups(case)
    yield from _sms(case)


def _lights(case: Case, weeks: int) -> Iterator[Step]:
    newest = 1 + number(case.story.code, "light") % 6
    told = min(LIGHTS_TOLD, weeks // WEEKS_BETWEEN_LIGHTS)
    for place in range(told):
        at = case.days.moment(f"{newest + place * WEEKS_BETWEEN_LIGHTS * 7}d", 15, 20)
        colour = _colour(case, place)
        yield Step(at, case.usual(at), partial(_see, case, colour))
        if colour == Light.RED and (answered := at + ANSWERED_AFTER) < case.days.now:
            yield Step(answered, case.usual(answered), partial(_answer_red, case))


def _colour(case: Case, place: int) -> Light:
    code = case.story.code
    if place == 0 and case.story.silent_weeks:
        return pick((Light.YELLOW, Light.RED), code, "silent")
    left = number(code, "colour", place) % sum(SHARES.values())
    for colour, share in SHARES.items():
        left -= share
        if left < 0:
            return colour
    return Light.GREEN


def _see(case: Case, colour: Light, by: Actor, at: dt.datetime) -> None:
    note = pick(SEEN[colour], case.story.code, "seen", at)
    observe_light(
        id=case.key(at, "light"), course=case.course, colour=colour, note=note, by=by, at=at
    )


def _answer_red(case: Case, by: Actor, at: dt.datetime) -> None:
    """What a red raised, if anything, is settled by whoever went there."""
    if waiting := open_red_of(case.course.pk):
        note = pick(ANSWERED, case.story.code, at)
        settle_follow_up(
            follow_up=waiting,
            status=ReminderStatus.DONE,
            note=note,
            version=waiting.version,
            by=by,
            at=at,
        )


def _cadence(case: Case) -> Iterator[Step]:
    is_low = any(one.level == Intensity.LOW for one in case.story.intensity)
    if is_low or happens(25, case.story.code, "cadence"):
        cadence = Cadence.MONTHLY if is_low else Cadence.FORTNIGHTLY
        at = case.days.moment("8d", 9)
        yield Step(at, case.usual(at), partial(_take_up, case, cadence))


def _take_up(case: Case, cadence: Cadence, by: Actor, at: dt.datetime) -> None:
    set_cadence(course=case.course, cadence=cadence, by=by, at=at)


def _tasks(case: Case) -> Iterator[Step]:
    """One that was done last week, and one that waits: given by somebody else."""
    code = case.story.code
    who = case.usual(case.days.now)
    asks = case.writer(*(name for name in case.house.regulars if name != who))
    if happens(45, code, "task done"):
        done = _new_words(case, TASKS, "task done")
        yield Step(case.days.moment("9d", 9, 20), asks, partial(_give, case, done, who, None))
        yield Step(case.days.moment("5d", 14), who, partial(_tick, case, done))
    if happens(60, code, "task"):
        waits = _new_words(case, TASKS, "task")
        due = pick((None, case.days.ahead("1d"), case.days.ahead("6d")), code, "due")
        yield Step(case.days.moment("2d", 9, 20), asks, partial(_give, case, waits, who, due))


def _give(
    case: Case, what: str, who: str, due_on: dt.date | None, by: Actor, at: dt.datetime
) -> None:
    task = give_task(
        id=case.key(at, "task", what),
        about=case.course,
        what=what,
        staff_member=case.house.staff[who],
        due_on=due_on,
        by=by,
        at=at,
    )
    case.keep(task, what)


def _tick(case: Case, what: str, by: Actor, at: dt.datetime) -> None:
    task = case.found(Task, what)
    settle_task(task=task, status=ReminderStatus.DONE, version=task.version, by=by, at=at)


def _follow_ups(case: Case) -> Iterator[Step]:
    code, who = case.story.code, case.usual(case.days.now)
    if case.story.silent_weeks:
        return  # the record itself asks for it
    if happens(30, code, "follow-up"):
        why, whose = _new_words(case, ASKED, "asked"), who if happens(60, code, "whose") else ""
        asked = partial(_raise, case, why, whose, case.days.ago("1d"))
        yield Step(case.days.moment("6d", 15), who, asked)
    elif happens(40, code, "followed up"):
        why = _new_words(case, ASKED, "asked")
        asked = partial(_raise, case, why, who, case.days.ago("11d"))
        yield Step(case.days.moment("16d", 15), who, asked)
        yield Step(case.days.moment("10d", 13), who, partial(_answer, case, why))


def _sms(case: Case) -> Iterator[Step]:
    """Some want to be reminded of appointments."""
    if happens(40, case.story.code, "sms"):
        at = case.days.moment("20d", 13)
        yield Step(at, case.usual(at), partial(_agree_on_sms, case))


def _agree_on_sms(case: Case, by: Actor, at: dt.datetime) -> None:
    agree_on_reminders(
        id=case.key(at, "sms"),
        course=case.course,
        is_wanted=True,
        phone=f"{NOBODYS_NUMBERS}{5 + number(case.story.code, 'sms') % 95:02}",
        moments=pick(MOMENTS, case.story.code, "moments"),
        talked_on=day_of(at),
        by=by,
        at=at,
    )


def _new_words(case: Case, options: Sequence[str], *names: object) -> str:
    """One that nobody else in the team was told, as long as there are any."""
    drawn = shuffled(options, case.story.code, *names)
    words = next((one for one in drawn if one not in case.house.told), drawn[0])
    case.house.told.add(words)
    return words


def _raise(case: Case, why: str, who: str, due_on: dt.date, by: Actor, at: dt.datetime) -> None:
    follow_up = raise_follow_up(
        id=case.key(at, "follow-up"),
        course=case.course,
        why=why,
        due_on=due_on,
        staff_member=case.house.staff[who] if who else None,
        by=by,
        at=at,
    )
    case.keep(follow_up, why)


def _answer(case: Case, why: str, by: Actor, at: dt.datetime) -> None:
    follow_up = case.found(FollowUp, why)
    settle_follow_up(
        follow_up=follow_up,
        status=ReminderStatus.DONE,
        note=pick(FOUND, case.story.code),
        version=follow_up.version,
        by=by,
        at=at,
    )


def give_team_tasks(house: TeamHouse, days: Days) -> None:
    """What the team has to do besides its citizens."""
    for place, what in enumerate(TEAM_TASKS):
        asks, does = house.regulars[place % 2], house.regulars[(place + 1) % 2]
        at = days.moment("3d", 11, place)
        with acting(house.actors[asks]):
            give_task(
                id=key(at, house.team.name, what),
                about=house.team,
                what=what,
                staff_member=house.staff[does],
                due_on=days.ahead("4d"),
                by=house.actors[asks],
                at=at,
            )
