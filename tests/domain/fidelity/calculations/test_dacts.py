"""DACTS: each item worked by hand, every threshold at its edges, and when nothing may be said."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from hjemmebane.domain.contacts import choices as contacts
from hjemmebane.domain.courses.choices import EndingReason, Place
from hjemmebane.domain.fidelity.calculations import dacts_of_citizens as codes
from hjemmebane.domain.fidelity.calculations import log as log_codes
from hjemmebane.domain.fidelity.calculations.dacts import (
    Average,
    How,
    level,
    measured,
    scored,
    total,
    without_few,
)
from hjemmebane.domain.fidelity.calculations.dacts_log import (
    DactsLog,
    MeetingLog,
    MemberLog,
    ServedLog,
    StayLog,
    window_of,
)
from hjemmebane.domain.fidelity.calculations.log import ContactLog, Window
from hjemmebane.domain.method.content.dacts import DactsException
from hjemmebane.domain.method.queries import current_pack, dacts
from hjemmebane.domain.workload.calculations.intensity import Span

# A Tuesday: the last complete week ended on Sunday the 29th, the last month is February.
TODAY = dt.date(2026, 3, 31)
LONG_AGO = dt.date(2022, 1, 1)
IDA, BO, CARL = (UUID(int=number) for number in (1, 2, 3))
ITEMS = {item.code: item for item in dacts().items}
COMPUTED = [item for item in dacts().items if item.formula]
BY_HAND_CODES = ["O1", "O3", "O4", "S3", "S7", "S8", "S9", "S10"]


def key(number):
    return UUID(int=100 + number)


def contact(on, *staff, **said):
    given = {"kind": "VISIT", "outcome": "MET", "place": "HOME", "minutes": 60, **said}
    at = dt.datetime.combine(on, dt.time(12), dt.UTC)
    return ContactLog(at=at, on=on, staff=frozenset(staff or (IDA,)), **given)


def in_march(number, *staff, **said):
    return contact(dt.date(2026, 3, number), *staff, **said)


def course(number, *there, **said):
    given = {"citizen_id": key(number), "started_on": LONG_AGO, "contacts": there, **said}
    return ServedLog(key=key(number), **given)


def courses(count, *there, **said):
    return [course(number, *there, **said) for number in range(count)]


def member(who=IDA, profession="Socialpædagog", hours=37, **said):
    given = {"leads": False, "from_on": LONG_AGO, **said}
    return MemberLog(staff_id=who, profession=profession, hours=Decimal(hours), **given)


def told(code, *, members=(), of=(), meetings=(), today=TODAY, average=Average.MEDIAN):
    log = DactsLog(today=today, members=members, courses=of, meetings=meetings)
    found = measured(ITEMS[code], log, average)
    return found.value, found.level, found.n, found.missing


def test_the_scale_has_28_items_and_8_are_judged_by_hand():
    assert len(ITEMS) == 28
    assert [code for code, item in ITEMS.items() if not item.formula] == BY_HAND_CODES
    assert all(len(item.anchors) == 5 for item in ITEMS.values())


# Just below a level and at it, from the first to the fifth or back; as the scale prints its limits.
AT_THE_EDGES = {
    "H1": [
        ("10.99", 5),
        (11, 4),
        ("20.99", 4),
        (21, 3),
        ("34.99", 3),
        (35, 2),
        ("49.9", 2),
        (50, 1),
    ],
    "H2": [("9.99", 1), (10, 2), ("36.5", 2), (37, 3), ("63.5", 3), (64, 4), ("89.99", 4), (90, 5)],
    "H3": [("0.25", 1), ("0.5", 2), ("0.99", 2), (1, 3), ("1.75", 3), (2, 4), ("3.75", 4), (4, 5)],
    "H4": [(0, 1), ("0.01", 2), ("4.99", 2), (5, 3), ("24.9", 3), (25, 4), ("49.9", 4), (50, 5)],
    "H5": [("19.9", 5), (20, 4), ("39.9", 4), (40, 3), ("59.9", 3), (60, 2), (80, 2), ("80.1", 1)],
    "H6": [("49.9", 1), (50, 2), ("64.9", 2), (65, 3), ("79.9", 3), (80, 4), ("94.9", 4), (95, 5)],
    "H7": [
        ("0.09", 1),
        ("0.1", 2),
        ("0.39", 2),
        ("0.4", 3),
        ("0.69", 3),
        ("0.7", 4),
        ("0.99", 4),
        (1, 5),
    ],
    "H8": [
        ("0.19", 1),
        ("0.2", 2),
        ("0.79", 2),
        ("0.8", 3),
        ("1.39", 3),
        ("1.4", 4),
        ("1.99", 4),
        (2, 5),
    ],
    "H9": [
        ("0.19", 1),
        ("0.2", 2),
        ("0.79", 2),
        ("0.8", 3),
        ("1.39", 3),
        ("1.4", 4),
        ("1.99", 4),
        (2, 5),
    ],
    "H10": [
        ("0.19", 1),
        ("0.2", 2),
        ("0.79", 2),
        ("0.8", 3),
        ("1.39", 3),
        ("1.4", 4),
        ("1.99", 4),
        (2, 5),
    ],
    "H11": [
        ("2.4", 1),
        ("2.5", 2),
        ("4.9", 2),
        (5, 3),
        ("7.4", 3),
        ("7.5", 4),
        ("9.9", 4),
        (10, 5),
    ],
    "O2": [(6, 5), (7, 4), (9, 4), (10, 3), (12, 3), (13, 2), (15, 2), (16, 1)],
    "O5": [("4.9", 1), (5, 2), ("34.9", 2), (35, 3), ("64.9", 3), (65, 4), ("94.9", 4), (95, 5)],
    "O6": [("4.9", 1), (5, 2), ("34.9", 2), (35, 3), ("64.9", 3), (65, 4), ("94.9", 4), (95, 5)],
    "O7": [("4.9", 5), (5, 4), ("17.9", 4), (18, 3), ("37.9", 3), (38, 2), (90, 2), ("90.1", 1)],
    "S1": [("19.9", 1), (20, 2), ("39.9", 2), (40, 3), ("59.9", 3), (60, 4), ("79.9", 4), (80, 5)],
    "S2": [("49.9", 1), (50, 2), ("64.9", 2), (65, 3), ("79.9", 3), (80, 4), ("94.9", 4), (95, 5)],
    "S4": [
        ("14.9", 1),
        (15, 2),
        ("49.9", 2),
        (50, 3),
        ("84.9", 3),
        (85, 4),
        ("119.9", 4),
        (120, 5),
    ],
    "S5": [("0.9", 1), (1, 2), ("1.9", 2), (2, 3), ("2.9", 3), (3, 4), ("3.9", 4), (4, 5)],
    "S6": [("0.4", 1), ("0.5", 2), ("0.9", 2), (1, 3), ("1.9", 3), (2, 4), ("3.5", 4), (4, 5)],
}


@pytest.mark.parametrize("code", [item.code for item in COMPUTED])
def test_level_at_the_edges_of_every_threshold(code):
    edges = AT_THE_EDGES[code]

    assert [level(Fraction(value), ITEMS[code]) for value, _ in edges] == [one for _, one in edges]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("H2", Window(dt.date(2026, 3, 16), dt.date(2026, 3, 29))),
        ("S4", Window(dt.date(2026, 3, 2), dt.date(2026, 3, 29))),
        ("O2", Window(dt.date(2025, 9, 1), dt.date(2026, 2, 28))),
        ("H5", Window(dt.date(2024, 3, 1), dt.date(2026, 2, 28))),
        ("H1", Window(TODAY, TODAY)),
    ],
)
def test_window_is_complete_weeks_or_months(code, expected):
    assert window_of(ITEMS[code], TODAY) == expected


def test_window_on_a_monday_and_on_the_first():
    assert window_of(ITEMS["H2"], dt.date(2026, 3, 30)).last == dt.date(2026, 3, 29)
    assert window_of(ITEMS["H2"], dt.date(2026, 3, 29)).last == dt.date(2026, 3, 22)
    assert window_of(ITEMS["S2"], dt.date(2026, 1, 1)) == Window(
        dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    )


def test_posts_are_hours_and_not_heads():
    """Twelve citizens; 37 hours of two people, and a psychiatrist who is not asked in H1."""
    staff = [
        member(IDA, hours="18.5"),
        member(BO, "Psykiatrisk sygeplejerske", "18.5"),
        member(CARL, "Psykiater", "3.7"),
    ]

    assert told("H1", members=staff, of=courses(12)) == (12, 4, 12, 0)
    assert told("H7", members=staff, of=courses(12)) == (Fraction(5, 6), 4, 12, 0)
    assert told("H8", members=staff, of=courses(12)) == (Fraction(25, 6), 5, 12, 0)
    assert told("H9", members=staff, of=courses(12)) == (0, 1, 12, 0)
    assert told("H11", members=staff, of=courses(12)) == (Fraction(11, 10), 1, 3, 0)


def test_who_left_and_came_back_has_not_left():
    gone = {"until_on": dt.date(2025, 6, 30)}
    staff = [
        member(IDA),
        member(BO, **gone),
        member(CARL, **gone),
        member(CARL, from_on=dt.date(2025, 9, 1)),
    ]

    # Three places; Bo is not there on the last day.
    assert told("H5", members=staff) == (Fraction(100, 3), 4, 3, 0)
    # Of three places in twelve months: Bo's is empty on eight firsts, Carl's on two.
    assert told("H6", members=staff) == (Fraction(2600, 36), 3, 12, 0)


@pytest.mark.parametrize(
    ("days", "seen", "expected"), [(16, 2, 5), (16, 1, 4), (8, 2, 4), (2, 2, 2)]
)
def test_top_of_the_meetings_needs_that_everybody_was_taken_up(days, seen, expected):
    weekdays = [dt.date(2026, 3, 2) + dt.timedelta(days=n) for n in range(28) if n % 7 < 4]
    held = [MeetingLog(on, frozenset(map(key, range(seen)))) for on in weekdays[:days]]
    paused = course(7, holds=(Span(LONG_AGO),))

    value, reached, n, _ = told("H3", of=[*courses(2), paused], meetings=held)

    assert (value, reached, n) == (Fraction(days, 4), expected, 4)


def test_team_that_works_and_never_meets_is_on_the_first_level():
    assert told("H3", of=courses(1, in_march(16))) == (0, 1, 4, 0)
    assert told("H3", of=courses(1)) == (None, None, 0, 0)


def test_leader_is_measured_by_the_hours_they_have():
    """Four weeks of 10 hours are 2,400 minutes; 600 with citizens are a quarter."""
    leader = member(BO, hours=10, leads=True)
    met = [in_march(number, BO) for number in range(2, 12)]
    by_ida = [in_march(20), in_march(21, BO, outcome="NOT_MET")]

    assert told("H4", members=[leader, member()], of=[course(1, *met, *by_ida)]) == (25, 4, 12, 0)


def test_shared_is_by_two_faces_in_two_weeks():
    both = course(1, in_march(16), in_march(29, BO))
    one_of_them_called = course(2, in_march(16), in_march(17, BO, kind="PHONE"))
    too_long_ago = course(3, in_march(15, BO), in_march(16))
    paused = course(4, in_march(16, IDA, BO), holds=(Span(dt.date(2026, 3, 20)),))

    assert told("H2", of=[both, one_of_them_called, too_long_ago, paused]) == (
        Fraction(100, 3),
        2,
        3,
        0,
    )


def test_out_there_is_neither_the_office_nor_a_hospital():
    stay = StayLog(dt.date(2026, 3, 9), dt.date(2026, 3, 15))
    places = ["OFFICE"] * 2 + ["HOME"] * 6
    there = [in_march(16 + number, place=place) for number, place in enumerate(places)]
    at_partner = [in_march(15, place="PARTNER"), in_march(16, place="PARTNER")]
    afar = in_march(10, place="REMOTE")

    found = told("S1", of=[course(1, *there, *at_partner, afar, stays=(stay,))])

    assert found == (70, 4, 10, 0)


@pytest.mark.parametrize(
    ("average", "minutes", "times"), [(Average.MEDIAN, 30, 1), (Average.MEAN, 55, 1)]
)
def test_citizen_in_the_middle_or_the_mean(average, minutes, times):
    def met(number, each):
        return course(number, *[in_march(day, minutes=each) for day in (2, 9, 16, 23)])

    of = [met(1, 15), met(2, 30), met(3, 120)]

    assert told("S4", of=of, average=average)[0] == minutes
    assert told("S5", of=of, average=average)[0] == times


def test_network_is_a_mean_in_four_weeks():
    called = [in_march(day, kind="NETWORK") for day in (2, 9, 16)]
    met = in_march(23, outcome="NETWORK")
    in_vain = [
        in_march(24, kind="NETWORK", outcome=outcome)
        for outcome in ("NOT_MET", "DECLINED", "CANCELLED")
    ]

    of = [course(1, *called, met, *in_vain), course(2, in_march(5)), course(3), course(4)]

    assert told("S6", of=of) == (1, 3, 4, 0)


def test_intake_is_the_month_with_most():
    def begun(count, *on):
        return [ServedLog(key(number), key(number), dt.date(*on)) for number in range(count)]

    of = [*courses(1), *begun(9, 2026, 3, 2), *begun(3, 2026, 2, 28), *begun(7, 2025, 9, 1)]

    assert told("O2", of=of) == (7, 4, 6, 0)


def test_who_was_kept_and_who_was_finished():
    def ended(number, because, on=dt.date(2025, 10, 1)):
        return course(number, ended_on=on, ended_because=because)

    of = [
        *courses(2),
        ended(3, "OPTED_OUT"),
        ended(4, "GOALS_REACHED"),
        ended(5, "MOVED"),
        ended(6, "DIED"),
        ended(7, ""),
        ended(8, "OPTED_OUT", dt.date(2026, 3, 1)),
        ended(9, "OPTED_OUT", dt.date(2025, 2, 1)),
    ]

    assert told("S2", of=of) == (75, 3, 4, 1)
    assert told("O7", of=of) == (20, 3, 5, 1)


def test_admissions_and_discharges():
    def stay(first, last):
        return StayLog(dt.date(2026, 1, first), dt.date(2026, 1, last) if last else None)

    with_partner = contact(dt.date(2026, 1, 12), kind="PARTNER")
    met_there = contact(dt.date(2026, 1, 20), place="PARTNER")
    in_vain = [
        contact(dt.date(2026, 1, 1), kind=kind, outcome="NOT_MET")
        for kind in ("PARTNER", "NETWORK")
    ]
    too_late = contact(dt.date(2026, 1, 8))
    of = [
        course(1, with_partner, stays=(stay(14, 19),)),
        course(2, met_there, stays=(stay(18, 20),)),
        course(3, too_late, stays=(stay(5, None),)),
        course(4, *in_vain, stays=(stay(1, 2),)),
    ]

    assert told("O5", of=of) == (50, 3, 4, 0)
    assert told("O6", of=of) == (Fraction(200, 3), 4, 3, 0)


def test_admission_is_asked_about_when_its_days_are_over():
    first = dt.date(2026, 3, 1)
    of = [course(number, stays=(StayLog(dt.date(2026, 2, 28)),)) for number in range(3)]

    assert told("O5", of=of, today=first) == (None, None, 0, 0)
    assert told("O5", of=of, today=first + dt.timedelta(days=2)) == (0, 1, 3, 0)


@pytest.mark.parametrize("code", [item.code for item in COMPUTED])
def test_nothing_logged_is_never_a_number(code):
    assert told(code)[:2] == (None, None)


@pytest.mark.parametrize("code", ["H2", "H3", "H4", "S1", "S4", "S5", "S6"])
def test_no_contact_in_the_window_is_never_a_number(code):
    old = contact(dt.date(2026, 2, 1))

    found = told(code, members=[member(leads=True)], of=courses(12, old))

    assert found[:2] == (None, None)


@pytest.mark.parametrize("code", ["H1", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11"])
def test_team_without_staff_has_no_figure(code):
    assert told(code, of=courses(12, in_march(3)))[:2] == (None, None)


@pytest.mark.parametrize("code", ["H1", "H4", "H7", "H8", "H9", "H10"])
def test_no_citizens_and_no_hours_divide_nothing(code):
    assert told(code, members=[member(leads=True)])[:2] == (None, None)
    if code in {"H1", "H4"}:
        idle = [member(hours=0, leads=True)]
        assert told(code, members=idle, of=courses(12, in_march(3)))[:2] == (None, None)


@pytest.mark.parametrize("code", [item.code for item in COMPUTED if item.weeks or item.months])
def test_team_a_week_old_is_told_no_figure(code):
    begun = TODAY - dt.timedelta(days=7)
    staff = [member(who, leads=True, from_on=begun) for who in (IDA, BO)]
    met = [in_march(number, IDA, BO) for number in range(24, 31)]
    held = [MeetingLog(one.on, frozenset(map(key, range(12)))) for one in met]

    young = courses(12, *met, started_on=begun)

    assert told(code, members=staff, of=young, meetings=held)[:2] == (None, None)


@pytest.mark.parametrize("code", ["S2", "H2", "S4"])
def test_too_few_are_told_as_a_count_and_no_figure(code):
    assert told(code, of=courses(2, in_march(20))) == (None, None, 2, 0)


def full(log=None, judged=None, exceptions=()):
    return scored(dacts(), exceptions, log or DactsLog(TODAY), judged or {})


def test_method_says_what_is_not_relevant_and_how_far_an_item_goes():
    weekdays = [dt.date(2026, 3, 2) + dt.timedelta(days=n) for n in range(28) if n % 7 < 4]
    everybody = [MeetingLog(on, frozenset({key(0)})) for on in weekdays]
    log = DactsLog(TODAY, courses=courses(1), meetings=everybody)

    found = {one.item.code: one for one in full(log, {"O4": 5}, current_pack().dacts_exceptions)}

    left_out = [code for code, one in found.items() if one.how is How.NOT_RELEVANT]
    assert left_out == ["H7", "H11", "O3", "O4"]
    assert found["O4"].level is None
    assert (found["H3"].level, found["H3"].measured.level) == (4, 5)


def test_sum_is_over_what_is_relevant_and_known_and_named_only_when_whole():
    nothing = total(full(), dacts())
    some = total(
        full(judged={"O1": 5, "S3": 3}, exceptions=current_pack().dacts_exceptions), dacts()
    )

    assert (nothing.relevant, nothing.scored, nothing.mean, nothing.band) == (28, 0, None, None)
    assert (some.relevant, some.scored, some.points, some.most) == (24, 2, 8, 10)
    assert (some.mean, some.band) == (4, None)


@pytest.mark.parametrize(
    ("points", "expected"),
    [(140, "God"), (113, "God"), (112, "Delvis"), (85, "Delvis"), (84, "Ikke"), (28, "Ikke")],
)
def test_bands_of_the_whole_scale(points, expected):
    found = [
        one.__class__(one.item, How.BY_HAND, level=1 + (points - 28 + 27 - number) // 28)
        for number, one in enumerate(full())
    ]

    came_to = total(found, dacts())

    assert (came_to.points, came_to.scored) == (points, 28)
    assert came_to.band.title.split()[0] == expected


def test_nothing_is_named_when_one_item_is_not_relevant():
    exception = DactsException(item="O4", reason="X", source="X")
    found = [
        one.__class__(one.item, one.how, None if one.how is How.NOT_RELEVANT else 5)
        for one in full(exceptions=[exception])
    ]

    came_to = total(found, dacts())

    assert (came_to.relevant, came_to.points, came_to.band) == (27, 135, None)


def left_of(log, exceptions=()):
    found = without_few(full(log, {"O1": 2}, exceptions), smallest=5)
    return {one.item.code: one for one in found}


@pytest.mark.parametrize(("citizens", "told_of_shared"), [(4, None), (5, (5, 5))])
def test_nothing_made_of_few_citizens_is_left_not_even_how_many(citizens, told_of_shared):
    there = [in_march(16 + number, IDA, BO) for number in range(5)]
    log = DactsLog(TODAY, members=[member()], courses=courses(citizens, *there))

    left = left_of(log)

    assert measured(ITEMS["H2"], log).level == 5
    shared = left["H2"].measured
    assert (shared and (shared.level, shared.n)) == told_of_shared
    assert left["H2"].how is How.COMPUTED
    assert (left["H1"].level, left["H11"].level, left["O1"].level) == (5, 1, 2)


def test_few_are_counted_where_the_caseload_is_not_relevant():
    exception = DactsException(item="H1", reason="X", source="X")

    left = left_of(DactsLog(TODAY, courses=courses(4, in_march(16))), [exception])

    assert (left["H1"].how, left["H2"].measured) == (How.NOT_RELEVANT, None)


@pytest.mark.parametrize("code", ["S1", "O5", "O6"])
def test_few_are_people_and_not_what_is_told_of_them(code):
    stays = [StayLog(dt.date(2026, 1, day), dt.date(2026, 1, day + 1)) for day in (5, 12, 19)]

    def of(*citizens):
        there = [in_march(day) for day in range(2, 12)]
        return DactsLog(
            TODAY,
            courses=[
                course(number, *there, stays=tuple(stays), citizen_id=key(citizen))
                for number, citizen in enumerate(citizens)
            ],
        )

    assert left_of(of(1, 2, 3, 4, 4))[code].measured is None
    assert left_of(of(1, 2, 3, 4, 5))[code].measured.n >= 15


@pytest.mark.parametrize(
    ("met", "others", "expected"), [(4, 2, None), (5, 0, 5), (0, 4, None), (0, 5, 0)]
)
def test_leaders_share_is_of_those_they_met(met, others, expected):
    """Twice 48 minutes are a percent of the 160 hours of four weeks."""

    def twice(number, who):
        return course(number, *[in_march(day, who, minutes=48) for day in (16, 17)])

    seen = [twice(number, BO) for number in range(met)]
    unseen = [twice(met + number, IDA) for number in range(others)]
    leader = member(BO, hours=40, leads=True)

    found = left_of(DactsLog(TODAY, members=[leader], courses=[*seen, *unseen]))["H4"].measured

    assert (found and found.value) == expected


def test_item_judged_by_hand_is_not_computed():
    with pytest.raises(ValueError, match="O1"):
        measured(ITEMS["O1"], DactsLog(TODAY))


def test_codes_are_those_of_the_rooms():
    assert {codes.NETWORK, codes.PARTNER} <= set(contacts.ContactKind.values)
    assert {codes.NETWORK, *log_codes.REACHED} <= set(contacts.Outcome.values)
    assert codes.PARTNER in Place.values
    assert {codes.GOALS_REACHED, *codes.GONE} <= set(EndingReason.values)
