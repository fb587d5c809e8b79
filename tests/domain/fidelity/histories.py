"""Random histories of a team as tables of plain rows, and the log that says the same."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from hjemmebane.domain.fidelity.calculations.log import (
    CallLog,
    ContactLog,
    CourseLog,
    IntensityLog,
    MissedLog,
    TeamLog,
    WaysLog,
)
from hjemmebane.domain.workload.calculations.intensity import Span

TODAY = dt.date(2026, 3, 31)
STAFF = [UUID(int=number) for number in range(1, 5)]
KEYS = [UUID(int=number) for number in range(100, 104)]
FUNCTIONS = ["SOCIAL_PRACTICAL", "HEALTH", "AUTHORITY", "COORDINATION"]
COPENHAGEN_NOON = dt.time(11, tzinfo=dt.UTC)
# On a few days much happens, so that things meet; the rest lies within a year and a little more.
BACK = st.one_of(
    st.sampled_from([1, 2, 4, 6, 9, 13, 20, 50, 80]),
    st.integers(0, 30),
    st.integers(0, 120),
    st.integers(0, 400),
)


def day(back):
    return TODAY - dt.timedelta(days=back)


def moment(back, hour=0):
    return dt.datetime.combine(day(back), COPENHAGEN_NOON) + dt.timedelta(hours=hour)


moments = st.builds(moment, BACK, st.integers(-8, 8))
days = st.builds(day, BACK)


@st.composite
def courses(draw):
    found = []
    for place in range(draw(st.integers(0, 4))):
        started = draw(st.one_of(st.just(500), st.just(500), st.integers(1, 450)))
        ended = draw(st.none() | st.none() | st.none() | st.integers(0, started))
        found.append(
            {
                "id": KEYS[place],
                # The last two may be the same citizen's.
                "citizen": STAFF[min(place, 2)],
                "started_on": day(started),
                "ended_on": None if ended is None else day(ended),
                "reason": draw(st.sampled_from(["", "OPTED_OUT", "MOVED", "DIED", "OTHER"])),
            }
        )
    return found


@st.composite
def periods(draw, **fields):
    """Periods after each other, as the database keeps them; the last may go on."""
    edges = sorted(draw(st.lists(BACK, unique=True, max_size=5)), reverse=True)
    found = []
    for first, last in zip(edges, [*edges, None][1:], strict=True):
        if draw(st.integers(0, 3)):
            told = {name: draw(values) for name, values in fields.items()}
            until = None if last is None else day(last)
            found.append({"from_on": day(first), "until_on": until, **told})
    return found


FIGURES = st.none() | st.integers(0, 3).map(Decimal)
intensities = periods(
    contacts=FIGURES,
    minutes=st.none() | st.integers(0, 120),
    level=st.sampled_from(["HIGH", "ORDINARY", "LOW"]),
)
contact_rows = st.fixed_dictionaries(
    {
        "at": moments,
        "kind": st.sampled_from(
            ["VISIT", "VISIT", "ACCOMPANIMENT", "PHONE", "SMS", "LETTER", "NETWORK", "PARTNER"]
        ),
        "outcome": st.sampled_from(["MET", "MET", "NOT_MET", "NOT_MET", "DECLINED", "CANCELLED"]),
        "place": st.sampled_from(["HOME", "OUTDOORS", "OFFICE", "REMOTE"]),
        "minutes": st.integers(0, 240),
        "staff": st.lists(st.sampled_from(STAFF), min_size=1, max_size=3, unique=True),
        "appointment": st.none() | st.sampled_from(KEYS),
        "steps": st.integers(0, 2),
    }
)
# Attempts in the last fortnight.
quiet_days = st.lists(
    st.builds(
        lambda row, back: {**row, "kind": "SMS", "back": back}, contact_rows, st.integers(1, 9)
    ),
    max_size=3,
)
way_rows = st.fixed_dictionaries(
    {
        "talked_on": days,
        "channels": st.lists(
            st.sampled_from(["VISIT", "PHONE", "SMS", "LETTER", "DIGITAL_POST"]), unique=True
        ),
        "places": st.lists(st.sampled_from(["HOME", "OUTDOORS", "OFFICE"]), unique=True),
        "most_people": st.none() | st.integers(1, 4),
    }
)


def several(rows, most=4):
    return st.lists(rows, max_size=most)


ROWS = {
    "contacts": several(contact_rows, 8),
    "ways": several(way_rows, 3),
    "calls": several(
        st.builds(
            lambda at, wait, closed: {
                "called_at": at,
                "reached_at": None if wait is None else at + dt.timedelta(hours=wait),
                "closed_at": at + dt.timedelta(days=2) if closed or wait is not None else None,
            },
            moments,
            st.none() | st.integers(0, 40),
            st.booleans(),
        )
    ),
    "reds": several(st.fixed_dictionaries({"at": moments})),
    "missed": several(st.fixed_dictionaries({"at": moments, "id": st.sampled_from(KEYS)})),
    "plans": several(st.just({}), 1),
    "goals": several(st.fixed_dictionaries({"wishes": st.integers(0, 2)})),
    "wishes": several(
        st.fixed_dictionaries({"said_by": st.sampled_from(["CITIZEN", "TEAM", "NETWORK"])})
    ),
    "stances": several(
        st.fixed_dictionaries(
            {
                "stance": st.sampled_from(["AGREES", "DISAGREES", "COULD_NOT_ANSWER"]),
                "said_on": days,
            }
        ),
        3,
    ),
    "reviews": several(st.fixed_dictionaries({"on": days}), 2),
    "model": several(st.fixed_dictionaries({"on": days}), 2),
    "turns": several(st.fixed_dictionaries({"at": moments, "plan_changes": st.integers(0, 1)})),
    "activities": several(st.fixed_dictionaries({"by_partner": st.booleans()})),
    "network": several(st.fixed_dictionaries({"at": moments}), 2),
    "questions": several(st.fixed_dictionaries({"is_open": st.booleans()})),
    "holds": periods(),
    "intensities": intensities,
}


@st.composite
def after_what_was_agreed(draw, course, intensities):
    """Contacts that come soon after an agreement, as chance alone would seldom have them."""
    found = []
    for agreed in [row for row in intensities if row["course"] == course["id"]]:
        back = (TODAY - agreed["from_on"]).days
        for row in draw(st.lists(contact_rows, max_size=4)):
            at = moment(max(back - draw(st.integers(0, 8)), 0))
            found.append({**row, "at": at, "course": course["id"], "recorded_at": 0})
    return found


@st.composite
def histories(draw):
    """Every table that the indicators are defined over."""
    found = {name: [] for name in ROWS} | {"courses": draw(courses()), "memberships": []}
    for course in found["courses"]:
        for name, rows in ROWS.items():
            for number, row in enumerate(draw(rows)):
                found[name].append({**row, "course": course["id"], "recorded_at": number})
        found["contacts"] += [
            {**row, "outcome": "NOT_MET", "at": moment(row["back"]), "course": course["id"]}
            for row in draw(quiet_days)
        ]
        found["contacts"] += draw(after_what_was_agreed(course, found["intensities"]))
    for who in STAFF:
        for row in draw(periods(functions=st.lists(st.sampled_from(FUNCTIONS), unique=True))):
            # A place in a team has its last day with it; a period of a course has not.
            until = row["until_on"] and row["until_on"] - dt.timedelta(days=1)
            found["memberships"].append({**row, "staff": who, "until_on": until})
    return found


def log_of(tables, danish):
    """The same history as the formulas get it."""
    told = [_course(course, tables, danish) for course in tables["courses"]]
    return TeamLog(today=TODAY, courses=told)


def _course(course, tables, danish):
    def rows(name, *order):
        own = [row for row in tables[name] if row["course"] == course["id"]]
        return sorted(own, key=lambda row: [row[key] for key in order])

    said = rows("stances", "said_on", "recorded_at")
    return CourseLog(
        citizen_id=course["citizen"],
        core_functions=frozenset({"SOCIAL_PRACTICAL", "HEALTH", "AUTHORITY"}),
        started_on=course["started_on"],
        ended_on=course["ended_on"],
        ended_because=course["reason"] if course["ended_on"] else "",
        holds=tuple(Span(row["from_on"], row["until_on"]) for row in rows("holds", "from_on")),
        agreed=tuple(
            IntensityLog(
                row["from_on"], row["until_on"], row["contacts"], row["minutes"], row["level"]
            )
            for row in rows("intensities", "from_on")
        ),
        ways=tuple(
            WaysLog(
                row["talked_on"],
                tuple(row["channels"]),
                row["most_people"],
                tuple(row["places"]),
            )
            for row in rows("ways", "talked_on", "recorded_at")
        ),
        contacts=tuple(_contact(row, tables, danish) for row in rows("contacts", "at")),
        calls=tuple(
            CallLog(
                danish(row["called_at"]),
                row["reached_at"] and danish(row["reached_at"]),
                row["closed_at"] is not None,
            )
            for row in rows("calls")
        ),
        red_days=frozenset(danish(row["at"]) for row in rows("reds")),
        missed=tuple(MissedLog(row["id"], row["at"], danish(row["at"])) for row in rows("missed")),
        has_plan=bool(rows("plans")),
        goals=tuple(row["wishes"] > 0 for row in rows("goals")),
        own_wishes=sum(1 for row in rows("wishes") if row["said_by"] == "CITIZEN"),
        stance=said[-1]["stance"] if said else "",
        model_days=tuple(row["on"] for row in rows("model")),
        reviews=(*(row["on"] for row in rows("reviews")), *(row["said_on"] for row in said)),
        turns=tuple((danish(row["at"]), row["plan_changes"] > 0) for row in rows("turns")),
        partner_activities=tuple(row["by_partner"] for row in rows("activities")),
        network_meetings=tuple(danish(row["at"]) for row in rows("network")),
        overlaps=tuple(not row["is_open"] for row in rows("questions")),
    )


def _contact(row, tables, danish):
    on = danish(row["at"])
    functions = {
        code
        for place in tables["memberships"]
        if place["staff"] in row["staff"]
        and place["from_on"] <= on
        and (place["until_on"] is None or on <= place["until_on"])
        for code in place["functions"]
    }
    return ContactLog(
        at=row["at"],
        on=on,
        kind=row["kind"],
        outcome=row["outcome"],
        place=row["place"],
        minutes=row["minutes"],
        staff=frozenset(row["staff"]),
        functions=frozenset(functions),
        of=row["appointment"],
        on_steps=row["steps"] > 0,
    )
