"""Random teams as tables of plain rows, and the log that DACTS reads that says the same."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from hjemmebane.domain.fidelity.calculations.dacts_log import (
    DactsLog,
    MeetingLog,
    MemberLog,
    ServedLog,
    StayLog,
)
from hjemmebane.domain.fidelity.calculations.log import ContactLog
from hjemmebane.domain.workload.calculations.intensity import Span
from tests.domain.fidelity.histories import (
    FUNCTIONS,
    STAFF,
    TODAY,
    contact_rows,
    day,
    moment,
    periods,
)

KEYS = [UUID(int=number) for number in range(100, 107)]
PROFESSIONS = [
    "Psykiatrisk sygeplejerske",
    "Socialpædagog",
    "Psykiater",
    "Misbrugskonsulent",
    "Jobkonsulent",
    "Sekretær",
]
RECENT = st.one_of(st.integers(0, 40), st.integers(0, 400), st.sampled_from([2, 9, 16, 23, 60]))
REASONS = ["", "OPTED_OUT", "MOVED", "DIED", "GOALS_REACHED", "GOALS_REACHED", "OTHER"]

lately = st.builds(moment, st.integers(0, 45), st.integers(-8, 8))
rows = st.builds(
    lambda row, at, outcome, place: {**row, "at": at, "outcome": outcome, "place": place},
    contact_rows,
    lately,
    st.sampled_from(["MET", "MET", "MET", "NETWORK", "NOT_MET", "CANCELLED"]),
    st.sampled_from(["HOME", "OUTDOORS", "OFFICE", "PARTNER", "REMOTE"]),
)


@st.composite
def stays_and_what_came_near(draw, course):
    """Admissions, with contacts around their first and last days, as chance would seldom have."""
    stays, near = [], []
    fewest = draw(st.sampled_from([0, 0, 3]))
    for back in draw(st.lists(RECENT, min_size=fewest, max_size=3)):
        length = draw(st.none() | st.integers(0, 20) | st.integers(0, min(back, 20)))
        until = None if length is None else day(back) + dt.timedelta(days=length)
        stays.append({"course": course["id"], "from_on": day(back), "until_on": until})
        for row in draw(st.lists(rows, max_size=2)):
            from_end = draw(st.booleans()) and length is not None
            off = back - length if from_end else back
            at = moment(off + draw(st.integers(-3, 9)))
            place = draw(st.sampled_from([row["place"], "PARTNER"]))
            near.append({**row, "at": at, "place": place, "course": course["id"]})
    return stays, near


@st.composite
def many_visits(draw, course):
    """Often enough that their share is a figure."""
    rhythm = draw(st.sampled_from([None, None, 3, 5]))
    row = draw(rows) | {"kind": "VISIT", "outcome": "MET", "course": course["id"]}
    places = draw(st.lists(st.sampled_from(["HOME", "OFFICE", "PARTNER"]), min_size=1, max_size=3))
    backs = range(1, 40, rhythm) if rhythm else ()
    return [{**row, "at": moment(b), "place": places[b % len(places)]} for b in backs]


@st.composite
def teams(draw):
    """Every table that the items are defined over."""
    found = {"courses": [], "holds": [], "contacts": [], "stays": []}
    for key in KEYS[: draw(st.integers(0, len(KEYS)))]:
        started = draw(st.one_of(st.just(500), st.just(500), st.just(800), st.integers(1, 450)))
        ended = draw(st.none() | st.none() | st.integers(0, started))
        course = {
            "id": key,
            "started_on": day(started),
            "ended_on": None if ended is None else day(ended),
            "reason": draw(st.sampled_from(REASONS)) if ended is not None else "",
        }
        found["courses"].append(course)
        if draw(st.integers(0, 3)) == 0:
            found["holds"] += [{**row, "course": key} for row in draw(periods())]
        found["contacts"] += [{**row, "course": key} for row in draw(st.lists(rows, max_size=8))]
        stays, near = draw(stays_and_what_came_near(course))
        found["contacts"] += draw(many_visits(course))
        found["stays"] += stays
        found["contacts"] += near
    return found | {"memberships": draw(memberships()), "meetings": draw(meetings())}


@st.composite
def memberships(draw):
    found = []
    for who in STAFF:
        edges = st.integers(0, 900)
        for first, last in draw(st.lists(st.tuples(edges, st.none() | edges), max_size=2)):
            found.append(
                {
                    "staff": who,
                    "profession": draw(st.sampled_from(PROFESSIONS)),
                    "functions": draw(st.lists(st.sampled_from(FUNCTIONS), unique=True)),
                    "hours": draw(st.sampled_from([Decimal(0), Decimal("18.5"), Decimal(37)])),
                    "from_on": day(max(first, last or 0)),
                    "until_on": None if last is None else day(min(first, last)),
                }
            )
    return found


@st.composite
def meetings(draw):
    everybody = draw(st.booleans())
    seen = st.just(KEYS) if everybody else st.lists(st.sampled_from(KEYS), unique=True)
    often = draw(st.sampled_from([0, 1, 3, 20]))
    return [{"at": draw(lately), "seen": draw(seen)} for _ in range(draw(st.integers(0, often)))]


def log_of(tables, danish):
    """The same team as the formulas get it."""
    return DactsLog(
        today=TODAY,
        members=[
            MemberLog(
                row["staff"],
                row["profession"],
                "COORDINATION" in row["functions"],
                row["hours"],
                row["from_on"],
                row["until_on"],
            )
            for row in tables["memberships"]
        ],
        courses=[_course(course, tables, danish) for course in tables["courses"]],
        meetings=[
            MeetingLog(danish(row["at"]), frozenset(row["seen"])) for row in tables["meetings"]
        ],
    )


def _course(course, tables, danish):
    def own(name):
        return [row for row in tables[name] if row["course"] == course["id"]]

    return ServedLog(
        key=course["id"],
        citizen_id=course["id"],
        started_on=course["started_on"],
        ended_on=course["ended_on"],
        ended_because=course["reason"],
        holds=tuple(Span(row["from_on"], row["until_on"]) for row in own("holds")),
        contacts=tuple(
            ContactLog(
                at=row["at"],
                on=danish(row["at"]),
                kind=row["kind"],
                outcome=row["outcome"],
                place=row["place"],
                minutes=row["minutes"],
                staff=frozenset(row["staff"]),
            )
            for row in own("contacts")
        ),
        stays=tuple(StayLog(row["from_on"], row["until_on"]) for row in own("stays")),
    )
