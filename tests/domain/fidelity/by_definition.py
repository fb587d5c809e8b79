"""The indicators once more, slowly: from tables of plain rows and the words of docs/fidelity.md.

Written without a look at the formulas, and without any of their helpers, to be held against them.
A table is a list of dictionaries; days are counted one by one.
"""

import datetime as dt
from fractions import Fraction
from zoneinfo import ZoneInfo

ONE = dt.timedelta(days=1)
DANISH = ZoneInfo("Europe/Copenhagen")
IN_PERSON = ("VISIT", "ACCOMPANIMENT")
ABOUT = ("NETWORK", "PARTNER")
M_ACTS_FUNCTIONS = ("SOCIAL_PRACTICAL", "HEALTH", "AUTHORITY")
WANTED = {
    "VISIT": ("VISIT", "ACCOMPANIMENT"),
    "PHONE": ("PHONE", "VIDEO", "VOICE"),
    "SMS": ("SMS", "VOICE"),
    "LETTER": ("LETTER", "LETTER_SLOT"),
    "DIGITAL_POST": ("LETTER",),
}
AMOUNTS = ("MINUTES_A_WEEK", "CONTACTS_A_WEEK", "DAYS_SINCE_MET", "TRIED_WHEN_WITHDRAWN")


def expected(indicator, tables, today):
    """(value, level, n, missing, {citizen: (count, missing, value)}) of an indicator."""
    days = [today - ONE * back for back in range(indicator.window, 0, -1)] or [today]
    answers = []
    for course in tables["courses"]:
        if belongs(course, tables, str(indicator.population), days):
            here = Here(course, tables, days, indicator.limit, today)
            answers += [(course["citizen"], told) for told in getattr(here, indicator.formula)()]
    said = [told for _, told in answers if told is not None]
    old_enough = any(course["started_on"] <= days[0] for course in tables["courses"])
    value = figure(indicator, said) if old_enough and len(said) >= indicator.least else None
    behind = {}
    for citizen in {citizen for citizen, _ in answers}:
        own = [told for who, told in answers if who == citizen]
        known = [told for told in own if told is not None]
        theirs = figure(indicator, known) if known else None
        behind[citizen] = (len(known), len(own) - len(known), theirs)
    return value, worth(indicator, value), len(said), len(answers) - len(said), behind


def figure(indicator, told):
    if indicator.formula not in AMOUNTS:
        return Fraction(told.count(True) * 100, len(told))
    ranked, half = sorted(told), len(told) // 2
    return ranked[half] if len(told) % 2 else (ranked[half - 1] + ranked[half]) / 2


def worth(indicator, value):
    if value is None:
        return None
    two, three, four, five = map(Fraction, indicator.thresholds)
    better = (lambda limit: value >= limit) if two < five else (lambda limit: value <= limit)
    for points, limit in ((5, five), (4, four), (3, three), (2, two)):
        if better(limit):
            return points
    return 1


def belongs(course, tables, population, days):
    begun, ended = course["started_on"], course["ended_on"]
    if population == "EVER":
        return any(begun <= day and (ended is None or day <= ended) for day in days)
    if population == "OPEN":
        return ended is None
    paused = any(on_hold(course, tables, day) for day in days)
    return ended is None and begun <= days[0] and not paused


def on_hold(course, tables, day):
    return any(
        row["from_on"] <= day and (row["until_on"] is None or day < row["until_on"])
        for row in tables["holds"]
        if row["course"] == course["id"]
    )


def danish(moment):
    return moment.astimezone(DANISH).date()


class Here:
    """One course, looked at through the days of a window."""

    def __init__(self, course, tables, days, limit, today):
        self.course, self.tables, self.days = course, tables, days
        self.limit, self.today = limit, today

    def rows(self, table):
        return [row for row in self.tables[table] if row["course"] == self.course["id"]]

    def contacts(self, *days):
        wanted = days or self.days
        return [row for row in self.rows("contacts") if danish(row["at"]) in wanted]

    def met(self, *days):
        return [
            row
            for row in self.contacts(*days)
            if row["kind"] not in ABOUT and row["outcome"] == "MET"
        ]

    def in_person(self):
        return [row for row in self.met() if row["kind"] in IN_PERSON]

    def tried(self, *days):
        return [
            row
            for row in self.contacts(*days)
            if row["kind"] not in ABOUT and row["outcome"] not in {"MET", "CANCELLED"}
        ]

    def agreed(self, day):
        for row in self.rows("intensities"):
            if row["from_on"] <= day and (row["until_on"] is None or day < row["until_on"]):
                return row
        return None

    def ways(self, day):
        said = [row for row in self.rows("ways") if row["talked_on"] <= day]
        said.sort(key=lambda row: (row["talked_on"], row["recorded_at"]))
        return said[-1] if said else {"channels": [], "places": [], "most_people": None}

    def enough(self, wanted):
        return min(wanted, self.ways(self.days[-1])["most_people"] or wanted)

    def GOALS_FROM_WISHES(self):  # noqa: N802 -- called by the name of the formula, as those below
        return [row["wishes"] > 0 for row in self.rows("goals")]

    def AGREES_ON_PLAN(self):  # noqa: N802 -- as above
        if not self.rows("plans"):
            return []
        said = sorted(self.rows("stances"), key=lambda row: (row["said_on"], row["recorded_at"]))
        newest = said[-1]["stance"] if said else ""
        return [{"AGREES": True, "DISAGREES": False}.get(newest)]

    def OWN_WISHES(self):  # noqa: N802 -- as above
        if self.course["started_on"] > self.days[0]:
            return []
        return ["CITIZEN" in [row["said_by"] for row in self.rows("wishes")]]

    def CONTACTS_ON_STEPS(self):  # noqa: N802 -- as above
        return [row["steps"] > 0 for row in self.met()]

    def MINUTES_A_WEEK(self):  # noqa: N802 -- as above
        weeks = Fraction(len(self.days), 7)
        return [sum(row["minutes"] for row in self.in_person()) / weeks]

    def CONTACTS_A_WEEK(self):  # noqa: N802 -- as above
        return [len(self.in_person()) / Fraction(len(self.days), 7)]

    def INTENSITY_AS_AGREED(self):  # noqa: N802 -- as above
        for measure in ("contacts", "minutes"):
            promised = kept = Fraction(0)
            was_promised = False
            for day in self.days:
                agreement = self.agreed(day)
                if agreement is None or agreement[measure] is None:
                    continue
                was_promised = True
                promised += Fraction(agreement[measure]) / 7
                for row in self.met(day):
                    kept += 1 if measure == "contacts" else row["minutes"]
            if was_promised:
                return [kept * 100 >= promised * self.limit]
        return [None]

    def INTENSITY_FOLLOWS_NEED(self):  # noqa: N802 -- as above
        told, before = [], None
        for row in sorted(self.rows("intensities"), key=lambda row: row["from_on"]):
            first = [row["from_on"] + ONE * number for number in range(self.limit)]
            lasted = row["until_on"] is None or row["until_on"] > first[-1]
            counted = before and lasted and first[0] in self.days and first[-1] in self.days
            measures = [
                name
                for name in ("contacts", "minutes")
                if counted and None not in (before[name], row[name])
            ]
            if measures and row[measures[0]] > before[measures[0]]:
                met = self.met(*first)
                given = len(met) if "contacts" in measures else sum(one["minutes"] for one in met)
                told.append(given >= Fraction(row[measures[0]]) * self.limit / 7)
            before = row
        return told

    def DAYS_SINCE_MET(self):  # noqa: N802 -- as above
        waited = 1
        day = self.today - ONE
        while day in self.days and not self.met(day):
            waited, day = waited + 1, day - ONE
        return [Fraction(waited)]

    def CALLS_SAME_DAY(self):  # noqa: N802 -- as above
        told = []
        for row in self.rows("calls"):
            if danish(row["called_at"]) in self.days:
                if row["reached_at"]:
                    told.append(danish(row["reached_at"]) == danish(row["called_at"]))
                else:
                    told.append(None if row["closed_at"] else False)
        return told

    def RED_SAME_DAY(self):  # noqa: N802 -- as above
        reds = {danish(row["at"]) for row in self.rows("reds")}
        return [bool(self.met(day)) for day in self.days if day in reds]

    def MISSED_FOLLOWED(self):  # noqa: N802 -- as above
        told = []
        for row in self.rows("missed"):
            day = danish(row["at"])
            if day in self.days and day + ONE * self.limit in self.days:
                after = [day + ONE * number for number in range(self.limit + 1)]
                again = [
                    one
                    for one in self.met(*after) + self.tried(*after)
                    if one["at"] >= row["at"] and one["appointment"] != row["id"]
                ]
                told.append(bool(again))
        return told

    def OUTSIDE_OFFICE(self):  # noqa: N802 -- as above
        placed = [row["place"] for row in self.in_person() if row["place"] != "REMOTE"]
        return [place != "OFFICE" for place in placed]

    def AS_WANTED(self):  # noqa: N802 -- as above
        told = []
        for row in self.met():
            said = self.ways(danish(row["at"]))
            if not said["channels"] and not said["places"]:
                told.append(None)
                continue
            wrong_way = said["channels"] and not [
                one for one in said["channels"] if row["kind"] in WANTED[one]
            ]
            placed = row["kind"] == "VISIT" and row["place"] != "REMOTE"
            wrong_place = placed and said["places"] and row["place"] not in said["places"]
            told.append(not wrong_way and not wrong_place)
        return told

    def ACCOMPANIED(self):  # noqa: N802 -- as above
        return ["ACCOMPANIMENT" in [row["kind"] for row in self.met()]]

    def quiet(self):
        """Runs of days without a meeting, long enough and not meant to be quiet."""
        runs, run = [], []
        for day in self.days:
            if day < self.course["started_on"]:
                continue
            if self.met(day):
                runs, run = [*runs, run], []
            else:
                run = [*run, day]
        return [
            run
            for run in [*runs, run]
            if len(run) >= self.limit
            and not any(on_hold(self.course, self.tables, day) for day in run)
            and not any((self.agreed(day) or {"level": ""})["level"] == "LOW" for day in run)
        ]

    def TRIED_WHEN_WITHDRAWN(self):  # noqa: N802 -- as above
        return [Fraction(7 * len(self.tried(*run)), len(run)) for run in self.quiet()]

    def FACES_WHEN_WITHDRAWN(self):  # noqa: N802 -- as above
        told = []
        for run in self.quiet():
            tried = self.tried(*run)
            if len(tried) >= 2:
                told.append(len({who for row in tried for who in row["staff"]}) >= 2)
        return told

    def HOLDS_WITH_CONTACT(self):  # noqa: N802 -- as above
        told = []
        for hold in self.rows("holds"):
            paused = [
                day
                for day in self.days
                if hold["from_on"] <= day and (hold["until_on"] is None or day < hold["until_on"])
            ]
            if len(paused) >= self.limit and paused:
                longest = silent = 0
                for day in paused:
                    word = self.met(day) or [
                        row
                        for row in self.contacts(day)
                        if row["kind"] in ABOUT and row["outcome"] in {"MET", "NETWORK"}
                    ]
                    silent = 0 if word else silent + 1
                    longest = max(longest, silent)
                told.append(longest <= self.limit)
        return told

    def RETAINED(self):  # noqa: N802 -- as above
        ended, reason = self.course["ended_on"], self.course["reason"]
        natural = ended is not None and reason in {"GOALS_REACHED", "MOVED", "DIED"}
        if self.course["started_on"] > self.days[0] or natural:
            return []
        if ended is None or ended > self.days[-1]:
            return [True]
        return [False if reason else None]

    def MET_BY_TWO(self):  # noqa: N802 -- as above
        return [len({who for row in self.in_person() for who in row["staff"]}) >= self.enough(2)]

    def ALL_FUNCTIONS(self):  # noqa: N802 -- as above
        covered = set()
        for row in self.in_person():
            for place in self.tables["memberships"]:
                begun = place["from_on"] <= danish(row["at"])
                left = place["until_on"] is not None and danish(row["at"]) > place["until_on"]
                if place["staff"] in row["staff"] and begun and not left:
                    covered.update(place["functions"])
        needed = set(self.tables.get("core_functions", M_ACTS_FUNCTIONS))
        return [len(covered & needed) >= self.enough(len(needed))]

    def TWO_TOGETHER(self):  # noqa: N802 -- as above
        if self.enough(2) == 1:
            return []
        return [2 in [min(len(set(row["staff"])), 2) for row in self.in_person()]]

    def PLAN_REVIEWED(self):  # noqa: N802 -- as above
        if self.course["started_on"] > self.days[0]:
            return []
        seen = [row["on"] for row in self.rows("reviews")]
        seen += [row["said_on"] for row in self.rows("stances")]
        return [any(day in self.days for day in seen)]

    def PRACTICE_MODEL_USED(self):  # noqa: N802 -- as above
        if self.course["started_on"] > self.days[0]:
            return []
        return [any(row["on"] in self.days for row in self.rows("model"))]

    def PLAN_IN_MEETINGS(self):  # noqa: N802 -- as above
        turns = [row for row in self.rows("turns") if danish(row["at"]) in self.days]
        return [row["plan_changes"] > 0 for row in turns]

    def PARTNERS_WRITE(self):  # noqa: N802 -- as above
        return [row["by_partner"] for row in self.rows("activities")]

    def NETWORK_MEETINGS(self):  # noqa: N802 -- as above
        return [any(danish(row["at"]) in self.days for row in self.rows("network"))]

    def OVERLAPS_JUDGED(self):  # noqa: N802 -- as above
        return [not row["is_open"] for row in self.rows("questions")]
