"""The computed items of DACTS once more, slowly: from plain rows and the words of docs/dacts.md.

Written without a look at the formulas, and without any of their helpers, to be held against them.
A table is a list of dictionaries; days are counted one by one.
"""

import calendar
import datetime as dt
from fractions import Fraction

from tests.domain.fidelity.by_definition import danish

ONE = dt.timedelta(days=1)
IN_PERSON = ("VISIT", "ACCOMPANIMENT")
ABOUT = ("NETWORK", "PARTNER")


def expected(item, tables, today, average="MEDIAN"):
    """(value, level, n, missing) of a computed item."""
    days = days_of(item, today)
    here = Here(tables, days, item, today, average)
    value, n, missing, highest = getattr(here, item.formula)()
    if item.weeks or item.months:
        table = "memberships" if item.formula in {"TURNOVER", "STAFFED"} else "courses"
        name = "from_on" if table == "memberships" else "started_on"
        if not any(row[name] <= days[0] for row in tables[table]):
            value = None
    if n < item.least or value is None:
        return None, None, n, missing
    return value, min(worth(item, value), highest), n, missing


def days_of(item, today):
    if item.weeks:
        day, found = today - ONE, []
        while day.isoweekday() != 7:
            day -= ONE
        while len(found) < item.weeks * 7:
            found, day = [day, *found], day - ONE
        return found
    if item.months:
        found, year, month = [], today.year, today.month
        for _ in range(item.months):
            year, month = (year - 1, 12) if month == 1 else (year, month - 1)
            length = calendar.monthrange(year, month)[1]
            found = [dt.date(year, month, number + 1) for number in range(length)] + found
        return found
    return [today]


def worth(item, value):
    a, b, c, d = map(Fraction, item.thresholds)
    beyond = value > d if item.above else value >= d
    place = 4 if beyond else 3 if value >= c else 2 if value >= b else 1 if value >= a else 0
    return (1, 2, 3, 4, 5)[place] if item.better == "MORE" else (5, 4, 3, 2, 1)[place]


class Here:
    """A team's tables, looked at through the days of a window."""

    def __init__(self, tables, days, item, today, average):
        self.tables, self.days, self.item = tables, days, item
        self.today, self.average = today, average

    def running(self, day):
        return [
            row
            for row in self.tables["courses"]
            if row["started_on"] <= day and not (row["ended_on"] and row["ended_on"] <= day)
        ]

    def paused(self, course, day):
        return any(
            row["course"] == course["id"]
            and row["from_on"] <= day
            and not (row["until_on"] and row["until_on"] <= day)
            for row in self.tables["holds"]
        )

    def active(self):
        found = []
        for course in self.tables["courses"]:
            there = [course in self.running(day) for day in self.days]
            away = [self.paused(course, day) for day in self.days]
            if all(there) and not any(away):
                found.append(course)
        return found

    def staff(self, day):
        return [
            row
            for row in self.tables["memberships"]
            if row["from_on"] <= day and not (row["until_on"] and row["until_on"] < day)
        ]

    def named(self, row):
        return [word for word in self.item.words if word.lower() in row["profession"].lower()]

    def contacts(self, course=None, days=None):
        return [
            row
            for row in self.tables["contacts"]
            if danish(row["at"]) in (self.days if days is None else days)
            and (course is None or row["course"] == course["id"])
        ]

    def in_person(self, course, days=None):
        return [
            row
            for row in self.contacts(course, days)
            if row["kind"] in IN_PERSON and row["outcome"] == "MET"
        ]

    def stays(self):
        return self.tables["stays"]

    def CASELOAD(self):  # noqa: N802 -- called by the name of the formula, as those below
        citizens = len(self.running(self.today))
        hours = sum(Fraction(row["hours"]) for row in self.staff(self.today) if not self.named(row))
        return (Fraction(citizens * 37) / hours if hours else None), citizens, 0, 5

    def SPECIALISTS(self):  # noqa: N802 -- as above
        citizens, staff = len(self.running(self.today)), self.staff(self.today)
        hours = sum(Fraction(row["hours"]) for row in staff if self.named(row))
        value = Fraction(hours) / 37 / citizens * 100 if citizens and staff else None
        return value, citizens, 0, 5

    def TEAM_SIZE(self):  # noqa: N802 -- as above
        staff = [row for row in self.staff(self.today) if not self.named(row)]
        hours = sum(Fraction(row["hours"]) for row in staff)
        return (Fraction(hours) / 37 if staff else None), len(staff), 0, 5

    def TURNOVER(self):  # noqa: N802 -- as above
        heads = [{row["staff"] for row in self.staff(day)} for day in self.days]
        places = max(len(one) for one in heads)
        left = set().union(*heads) - heads[-1]
        return (Fraction(len(left), places) * 100 if places else None), places, 0, 5

    def STAFFED(self):  # noqa: N802 -- as above
        vacant = places = known = 0
        months = [day for day in self.days if day.day == 1]
        for day in months:
            heads = len({row["staff"] for row in self.staff(day)})
            known = max(known, heads)
            vacant, places = vacant + known - heads, places + known
        value = (1 - Fraction(vacant, places)) * 100 if places else None
        return value, len(months), 0, 5

    def MEETING_DAYS(self):  # noqa: N802 -- as above
        days = [
            day
            for day in self.days
            if any(danish(row["at"]) == day for row in self.tables["meetings"])
        ]
        forgotten = 0
        for day in days:
            seen = set()
            for row in self.tables["meetings"]:
                if danish(row["at"]) == day:
                    seen.update(row["seen"])
            for course in self.running(day):
                if course["id"] not in seen and not self.paused(course, day):
                    forgotten += 1
        weeks = len(self.days) // 7
        if not days and not self.contacts():
            return None, 0, 0, 5
        return Fraction(len(days), weeks), weeks, 0, 4 if forgotten else 5

    def LEADER_SHARE(self):  # noqa: N802 -- as above
        had = given = Fraction(0)
        for day in self.days:
            for leader in [row for row in self.staff(day) if "COORDINATION" in row["functions"]]:
                had += Fraction(leader["hours"]) * 60 / 7
                given += sum(
                    row["minutes"]
                    for row in self.contacts(days=[day])
                    if leader["staff"] in row["staff"]
                    and row["kind"] not in ABOUT
                    and row["outcome"] == "MET"
                )
        n = len(self.contacts())
        return (given / had * 100 if had and n else None), n, 0, 5

    def SHARED(self):  # noqa: N802 -- as above
        active, by_two = self.active(), 0
        for course in active:
            people = {who for row in self.in_person(course) for who in row["staff"]}
            by_two += len(people) >= 2
        value = Fraction(by_two * 100, len(active)) if active and self.contacts() else None
        return value, len(active), 0, 5

    def IN_VIVO(self):  # noqa: N802 -- as above
        there = out = 0
        for row in self.in_person(None):
            day = danish(row["at"])
            admitted = any(
                stay["course"] == row["course"]
                and stay["from_on"] <= day
                and not (stay["until_on"] and stay["until_on"] < day)
                for stay in self.stays()
            )
            if row["place"] != "REMOTE":
                there += 1
                out += row["place"] != "OFFICE" and not (admitted and row["place"] == "PARTNER")
        return (Fraction(out * 100, there) if there else None), there, 0, 5

    def middle(self, each):
        if not each or not self.contacts():
            return None, len(each), 0, 5
        if self.average == "MEAN":
            return sum(each) / len(each), len(each), 0, 5
        ranked, half = sorted(each), len(each) // 2
        value = ranked[half] if len(each) % 2 else (ranked[half - 1] + ranked[half]) / 2
        return value, len(each), 0, 5

    def MINUTES(self):  # noqa: N802 -- as above
        weeks = Fraction(self.item.weeks)
        return self.middle(
            [sum(row["minutes"] for row in self.in_person(one)) / weeks for one in self.active()]
        )

    def TIMES(self):  # noqa: N802 -- as above
        weeks = Fraction(self.item.weeks)
        return self.middle([len(self.in_person(one)) / weeks for one in self.active()])

    def NETWORK(self):  # noqa: N802 -- as above
        each = [
            Fraction(len([row for row in self.contacts(one) if of_network(row)]))
            for one in self.active()
        ]
        value = sum(each) / len(each) if each and self.contacts() else None
        return value, len(each), 0, 5

    def INTAKE(self):  # noqa: N802 -- as above
        months = sorted({(day.year, day.month) for day in self.days})
        begun = [
            (row["started_on"].year, row["started_on"].month) for row in self.tables["courses"]
        ]
        return Fraction(max(begun.count(month) for month in months)), len(months), 0, 5

    def outcomes(self, left_out):
        """Of those there on the first day, the reason why each ended; None for who did not."""
        found = []
        for course in self.running(self.days[0]):
            over = course["ended_on"] is not None and course["ended_on"] <= self.days[-1]
            why = course["reason"] if over else None
            if why not in left_out:
                found.append(why)
        return [why for why in found if why != ""], found.count("")

    def KEPT(self):  # noqa: N802 -- as above
        known, missing = self.outcomes({"GOALS_REACHED", "MOVED", "DIED"})
        value = Fraction(known.count(None) * 100, len(known)) if known else None
        return value, len(known), missing, 5

    def FINISHED(self):  # noqa: N802 -- as above
        known, missing = self.outcomes({"MOVED", "DIED"})
        value = Fraction(known.count("GOALS_REACHED") * 100, len(known)) if known else None
        return value, len(known), missing, 5

    def ADMISSIONS(self):  # noqa: N802 -- as above
        told = []
        for stay in self.stays():
            near = [stay["from_on"] + ONE * n for n in range(-self.item.limit, self.item.limit + 1)]
            if stay["from_on"] in self.days and near[-1] < self.today:
                told.append(
                    any(
                        of_network(row)
                        or (row["kind"] == "PARTNER" and row["outcome"] in {"MET", "NETWORK"})
                        or (row["kind"] not in ABOUT and row["outcome"] == "MET")
                        for row in self.contacts({"id": stay["course"]}, near)
                    )
                )
        return (Fraction(sum(told) * 100, len(told)) if told else None), len(told), 0, 5

    def DISCHARGES(self):  # noqa: N802 -- as above
        told = []
        for stay in self.stays():
            if stay["until_on"] in self.days:
                near = [stay["until_on"] - ONE * number for number in range(self.item.limit + 1)]
                told.append(
                    any(
                        (row["kind"] == "PARTNER" and row["outcome"] in {"MET", "NETWORK"})
                        or (
                            row["kind"] not in ABOUT
                            and row["outcome"] == "MET"
                            and row["place"] == "PARTNER"
                        )
                        for row in self.contacts({"id": stay["course"]}, near)
                    )
                )
        return (Fraction(sum(told) * 100, len(told)) if told else None), len(told), 0, 5


def of_network(row):
    if row["kind"] == "NETWORK":
        return row["outcome"] in {"MET", "NETWORK"}
    return row["kind"] != "PARTNER" and row["outcome"] == "NETWORK"
