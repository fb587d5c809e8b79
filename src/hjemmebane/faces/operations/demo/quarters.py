"""What the teams believe of themselves, quarter by quarter: answered, talked about and closed.

The quarter we are in is under way: the last of each team have not answered yet.
"""

import datetime as dt
from collections.abc import Iterable

from hjemmebane.domain.fidelity.actions import (
    assess_oneself,
    close_quarter_talk,
    note_quarter_talk,
)
from hjemmebane.domain.fidelity.calculations.quarters import Quarter, quarter_of
from hjemmebane.domain.method.content.believing import AssessmentLine, AssessmentTheme
from hjemmebane.domain.method.queries import pack
from hjemmebane.domain.teams.choices import CoreFunction
from hjemmebane.domain.teams.queries import staff_of
from hjemmebane.faces.operations.demo.chance import happens, key, number, pick
from hjemmebane.faces.operations.demo.days import Days, at_time
from hjemmebane.faces.operations.demo.house import TeamHouse
from hjemmebane.faces.operations.demo.house_entries import HouseEntry, TeamEntry
from hjemmebane.foundation.actors import acting

BACK = 4
BEFORE_ITS_END = dt.timedelta(days=10)
ANSWERED_AT, TALKED_AT, CLOSED_AT = 10, 13, 15
NOT_YET = 2
# What the pilots answered (Evaluering 2022, figur A til D, F, 1 og 2): many fives, and few where
# the plan should be shared.
LEVELS = {
    AssessmentTheme.ELEMENT_WHY: (4, 5, 5, 5),
    AssessmentTheme.VALUE_COMPETENCE: (4, 4, 5, 5),
    AssessmentTheme.ELEMENT_COMPETENCE: (3, 4, 4, 5),
    AssessmentTheme.ELEMENT_TOOLS: (3, 3, 4, 4),
    AssessmentTheme.ELEMENT_PRACTICE: (3, 4, 4, 5),
    AssessmentTheme.PLAN_USE: (2, 2, 3, 4),
    AssessmentTheme.PRACTICE_MODEL: (3, 4, 4, 5),
}
PARTNERS = "PLAN_PARTNERS"
WITH_PARTNERS = (1, 1, 2, 2)
UNKNOWN, COMMENTED = 6, 4
COMMENTS = (
    "Det svinger med, hvor travlt vi har.",
    "Her er vi blevet bedre siden sidst.",
    "Vi taler om det, men får det ikke altid gjort.",
    "Det mangler jeg selv at lære mere om.",
)
NOTES = (
    (
        "Vi har fundet rytmen i ugen. Det er stadig svært at nå alle, når to er syge.",
        "Timerne passer nogenlunde. Vi mangler et fast sted at tale uforstyrret.",
        "Planen er fremme på tavlemødet. Hos borgerne har vi den sjældent med.",
        "Vi bruger delene, når vi er i tvivl om næste skridt, ikke hver uge.",
    ),
    (
        "Flere borgere er i gang med deres mål. Telefonen ringer mere end før.",
        "Ledelsen har sagt god for kørslen. Supervision er sat i kalenderen.",
        "Vi har prøvet at vise planen på en tavle hjemme hos borgeren. Det gav en god snak.",
        "Alle kender modellen nu. Vi aftaler at se på den ved hver gennemgang.",
    ),
    (
        "Et roligt kvartal. Vi nåede de borgere, vi aftalte at holde særligt øje med.",
        "Koordinatoren har for få timer, når der er mange møder.",
        "Partnerne kan nu skrive selv. To af dem har gjort det.",
        "Det er blevet lettere at se, hvornår der kan skrues ned.",
    ),
)


def fill_quarters(house: HouseEntry, teams: dict[int, TeamHouse], days: Days) -> None:
    """Three quarters that are closed, and the one we are in."""
    *gone, this = quarter_of(days.today).back(BACK)
    for entry in house.team:
        team = teams[entry.number]
        for place, quarter in enumerate(gone):
            _answer(team, list(team.actors), quarter, on=quarter.last - BEFORE_ITS_END, days=days)
            _talk(entry, team, place, quarter, days)
        _answer(team, list(team.actors)[:-NOT_YET], this, on=days.today, days=days)


def _answer(
    team: TeamHouse, names: Iterable[str], quarter: Quarter, *, on: dt.date, days: Days
) -> None:
    """Everybody who is there on the day, each for themselves."""
    there = {one.pk for one in staff_of(team.team.pk, on)}
    lines = pack(team.team.method_pack).self_assessments
    at = min(at_time(on, ANSWERED_AT), days.now)
    for name in names:
        if team.staff[name].pk not in there:
            continue
        who = (team.team.name, name, str(quarter))
        known = [line for line in lines if not happens(UNKNOWN, "unknown", line.code, *who)]
        with acting(team.actors[name]):
            assess_oneself(
                id=key(at, "answer", *who),
                team=team.team,
                quarter=quarter,
                staff_member=team.staff[name],
                answers={line.code: _level(line, team, *who) for line in known},
                comments={
                    line.code: pick(COMMENTS, "comment", line.code, *who)
                    for line in known
                    if happens(COMMENTED, "commented", line.code, *who)
                },
                by=team.actors[name],
                at=at,
            )


def _level(line: AssessmentLine, team: TeamHouse, *who: str) -> int:
    """A team is much of one mind from quarter to quarter; its members a little less."""
    levels = WITH_PARTNERS if line.code == PARTNERS else LEVELS[line.theme]
    usual = number("usual", line.code, team.team.name) % len(levels)
    swing = number("swing", line.code, *who) % 3 - 1
    return levels[min(max(usual + swing, 0), len(levels) - 1)]


def _talk(entry: TeamEntry, team: TeamHouse, place: int, quarter: Quarter, days: Days) -> None:
    """Noted and closed by the coordinator, on the day that everybody answered."""
    [name, *_] = [one.username for one in entry.staff if CoreFunction.COORDINATION in one.functions]
    held_on = quarter.last - BEFORE_ITS_END
    there = {one.pk for one in staff_of(team.team.pk, held_on)}
    by = team.actors[name]
    if team.staff[name].pk not in there:
        return
    status, preconditions, plan, practice = NOTES[(place + entry.number) % len(NOTES)]
    with acting(by):
        talk = note_quarter_talk(
            id=key(days.now, "talk", team.team.name, str(quarter)),
            team=team.team,
            quarter=quarter,
            values={
                "held_on": held_on,
                "participants": [one.pk for one in team.staff.values() if one.pk in there],
                "status_note": status,
                "preconditions_note": preconditions,
                "plan_note": plan,
                "practice_note": practice,
            },
            by=by,
            at=at_time(held_on, TALKED_AT),
        )
        close_quarter_talk(talk=talk, version=talk.version, by=by, at=at_time(held_on, CLOSED_AT))
