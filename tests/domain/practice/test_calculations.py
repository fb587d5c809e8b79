"""What the record tells in words, and what that says about a move."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.method.content.evidence import Evidence
from hjemmebane.domain.method.queries import current_pack
from hjemmebane.domain.practice.calculations.facts import Assessments, Facts, Screening
from hjemmebane.domain.practice.calculations.readings import READERS, Reading, Verdict, read
from hjemmebane.domain.practice.calculations.standings import (
    Kind,
    points_of,
    what_is_missing,
    what_speaks_for_a_move,
)

BARE = Facts(course_age=91, legal_basis="Serviceloven § 85", life_areas_in_all=9)
PARTS = {part.code: part for part in current_pack().practice_parts}
MET, NOT_YET = Verdict.MET, Verdict.NOT_YET


@pytest.mark.parametrize(
    ("evidence", "held", "words", "verdict"),
    [
        ("TARGET_GROUP", {}, "Fødselsdatoen er ikke skrevet ned.", None),
        ("TARGET_GROUP", {"years": 42}, "42 år.", None),
        ("TARGET_GROUP", {"years": 17, "is_of_age": False}, "17 år.", NOT_YET),
        *(
            (name, {}, "Forløbet begyndte for 2 måneder siden. Serviceloven § 85.", MET)
            for name in ("COURSE_STARTED", "SPOTTED", "DECIDED")
        ),
        ("TEAM_CONSENT", {}, "Intet gældende samtykke til teamet.", NOT_YET),
        ("TEAM_CONSENT", {"consent_age": 1}, "Samtykke til teamet, givet i går.", MET),
        ("GATHERED", {}, "0 af 9 livsområder er beskrevet.", NOT_YET),
        ("GATHERED", {"life_areas": 4}, "4 af 9 livsområder er beskrevet.", None),
        ("GATHERED", {"life_areas": 5}, "5 af 9 livsområder er beskrevet.", MET),
        ("FIRST_CONTACT", {}, "I har ikke mødt borgeren de sidste 60 dage.", NOT_YET),
        (
            "FIRST_CONTACT",
            {"met": 1},
            "Mødt 1 gang de sidste 30 dage og 0 gange de 30 før.",
            MET,
        ),
        (
            "CONTACT_RHYTHM",
            {"met": 6, "met_before": 9, "acute": 1},
            "Mødt 6 gange de sidste 30 dage (1 gang akut) og 9 gange de 30 før.",
            None,
        ),
        ("OUT_TOGETHER", {"out_together": 3}, "Ude sammen 3 gange de sidste 90 dage.", None),
        (
            "COORDINATION",
            {"other_plans": 1},
            "Ingen kontaktperson er valgt. Vi kender ingen andre indsatser og 1 anden plan.",
            NOT_YET,
        ),
        (
            "COORDINATION",
            {"primary_contact_age": 1, "other_efforts": 2},
            "Kontaktperson valgt i går. Vi kender 2 andre indsatser og ingen andre planer.",
            MET,
        ),
        ("NETWORK", {}, "Ingen personer i netværket og samtykke til ingen partnere.", NOT_YET),
        (
            "NETWORK",
            {"network": 1, "partner_consents": 2},
            "1 person i netværket og samtykke til 2 partnere.",
            MET,
        ),
        (
            "PARTNERS_TAKE_PART",
            {"partner_activities": 2, "partner_consents": 1},
            "Partnere står for 2 aktiviteter i planen. Gældende samtykker til partnere: 1.",
            MET,
        ),
        ("WISHES", {}, "Ingen ønsker er skrevet ned.", NOT_YET),
        ("WISHES", {"wishes": 3}, "3 ønsker med borgerens egne ord.", MET),
        ("GOALS_FROM_WISHES", {}, "Ingen mål i planen.", NOT_YET),
        ("GOALS_FROM_WISHES", {"goals": 2}, "2 mål i planen, 0 ud fra et ønske.", NOT_YET),
        (
            "GOALS_FROM_WISHES",
            {"goals": 2, "goals_from_wishes": 1},
            "2 mål i planen, 1 ud fra et ønske.",
            MET,
        ),
        ("CITIZEN_TAKES_PART", {}, "Borgeren står selv for ingen aktiviteter i planen.", None),
        ("SUB_GOALS_REACHED", {}, "Ingen delmål nået de sidste 90 dage.", NOT_YET),
        (
            "SUB_GOALS_REACHED",
            {"steps_reached": (2, 0, 0)},
            "2 delmål nået de sidste 90 dage, fordelt på 1 måned.",
            None,
        ),
        (
            "SUB_GOALS_REACHED",
            {"steps_reached": (1, 0, 1)},
            "2 delmål nået de sidste 90 dage, fordelt på 2 måneder.",
            MET,
        ),
        ("PLAN_VERSION", {}, "Planen er ikke oprettet.", NOT_YET),
        (
            "PLAN_VERSION",
            {"has_plan": True},
            "Planen er oprettet, men ingen version er gemt.",
            NOT_YET,
        ),
        (
            "PLAN_VERSION",
            {"has_plan": True, "plan_version": 3, "plan_version_age": 12, "wishes": 1},
            "Plan: version 3, 12 dage gammel.",
            MET,
        ),
        (
            "PLAN_VERSION",
            {"has_plan": True, "plan_version": 1, "plan_version_age": 0},
            "Plan: version 1, fra i dag.",
            None,
        ),
        ("PLAN_FOLLOWED_UP", {}, "Intet planmøde og ingen gemt version.", NOT_YET),
        (
            "PLAN_FOLLOWED_UP",
            {"plan_meeting_age": 200, "plan_version": 2, "plan_version_age": 90},
            "Planmøde for 6 måneder siden. Version 2, 2 måneder gammel.",
            MET,
        ),
        ("PLAN_FOLLOWED_UP", {"plan_meeting_age": 91}, "Planmøde for 2 måneder siden.", NOT_YET),
    ],
)
def test_record_is_read_in_words(evidence, held, words, verdict):
    assert read(Evidence(evidence), replace(BARE, **held)) == Reading(words, verdict)


ASSESSED = {"assessed_age": 0, "is_gathered": True, "has_risks": True}


@pytest.mark.parametrize(
    ("evidence", "written", "words", "verdict"),
    [
        ("SPOTTED", {"spotted_age": 1}, "Set første gang i går.", MET),
        (
            "FIRST_CONTACT",
            {"attempts": 4, "met": 1},
            "Mødt 1 gang før forløbet, 4 forsøg i alt.",
            MET,
        ),
        (
            "FIRST_CONTACT",
            {"attempts": 4},
            "4 forsøg før forløbet uden at mødes. I har ikke mødt borgeren de sidste 60 dage.",
            NOT_YET,
        ),
        (
            "GATHERED",
            {**ASSESSED, "has_own_account": True},
            (
                "Målgruppevurdering gjort færdig i dag. Borgeren har selv fortalt."
                " 0 af 9 livsområder er beskrevet."
            ),
            MET,
        ),
        (
            "GATHERED",
            {"assessed_age": 0},
            (
                "Målgruppevurdering gjort færdig i dag. Det, I ved, er ikke skrevet ned."
                " Risici er ikke skrevet ned. 0 af 9 livsområder er beskrevet."
            ),
            None,
        ),
        (
            "DECIDED",
            {"decided_age": 1},
            "Besluttet i går: indsatsen passer.",
            MET,
        ),
        (
            "TARGET_GROUP",
            {**ASSESSED, "yes": 7},
            "Målgruppevurdering i dag: 7 ja, 0 nej, 0 usikker.",
            MET,
        ),
        (
            "TARGET_GROUP",
            {**ASSESSED, "yes": 6, "unsure": 1},
            "Målgruppevurdering i dag: 6 ja, 0 nej, 1 usikker.",
            MET,
        ),
        (
            "TARGET_GROUP",
            {**ASSESSED, "yes": 6, "no": 1},
            "Målgruppevurdering i dag: 6 ja, 1 nej, 0 usikker.",
            None,
        ),
    ],
)
def test_what_came_before_the_course_goes_first(evidence, written, words, verdict):
    facts = replace(BARE, screening=Screening(**written))

    assert read(Evidence(evidence), facts) == Reading(words, verdict)


@pytest.mark.parametrize(
    ("states", "considered", "moving", "settled"),
    [
        (
            Assessments(not_considered=("social", "somatisk", "rusmidler")),
            ("Ikke taget op: social, somatisk og rusmidler.", NOT_YET),
            ("Intet er bestilt. Mangler: social, somatisk og rusmidler.", NOT_YET),
            ("Udestår: social, somatisk og rusmidler.", NOT_YET),
        ),
        (
            Assessments(needed=("social",), under_way=("somatisk",), settled=("§ 141",)),
            ("I har taget stilling til alle slags udredning.", MET),
            ("Bestilt eller i gang: somatisk.", MET),
            ("Udestår: social og somatisk.", NOT_YET),
        ),
        (
            Assessments(settled=("social", "somatisk")),
            ("I har taget stilling til alle slags udredning.", MET),
            ("Ingen udredning udestår.", MET),
            ("Ingen udredning udestår.", MET),
        ),
    ],
)
def test_assessments_are_read_in_words(states, considered, moving, settled):
    facts = replace(BARE, assessments=states)
    asked = ("ASSESSMENTS_CONSIDERED", "ASSESSMENTS_MOVING", "ASSESSMENTS_SETTLED")

    assert [read(Evidence(name), facts) for name in asked] == [
        Reading(*reading) for reading in (considered, moving, settled)
    ]


def test_everything_a_pack_can_point_at_can_be_read():
    assert set(READERS) == set(Evidence)


def test_record_tells_of_most_of_the_practice_model():
    entries = {
        Kind.ACTIVITY: [a for part in PARTS.values() for a in part.activities],
        Kind.INDICATOR: [i for part in PARTS.values() for i in part.indicators],
    }

    told = {kind: sum(bool(e.evidence) for e in found) for kind, found in entries.items()}

    assert {kind: len(found) for kind, found in entries.items()} == {
        Kind.ACTIVITY: 24,
        Kind.INDICATOR: 11,
    }
    assert told == {Kind.ACTIVITY: 20, Kind.INDICATOR: 9}


def codes(points):
    return [point.entry.code for point in points]


def test_record_speaks_until_somebody_judges():
    facts = replace(BARE, wishes=1)
    silent = points_of(PARTS["ENGAGEMENT"], {}, facts)
    judged = points_of(
        PARTS["ENGAGEMENT"],
        {
            (Kind.INDICATOR, "ENGAGEMENT_WISHES_SAID"): "UNCLEAR",
            (Kind.INDICATOR, "ENGAGEMENT_PLAN_MADE"): "MET",
        },
        facts,
    )

    assert codes(what_speaks_for_a_move(silent)) == [
        "ENGAGEMENT_WISHES_SAID",
        "ENGAGEMENT_ASSESSMENT_JUDGED",
    ]
    assert codes(what_speaks_for_a_move(judged)) == [
        "ENGAGEMENT_ASSESSMENT_JUDGED",
        "ENGAGEMENT_PLAN_MADE",
    ]
    assert [point.is_read for point in judged if point.kind is Kind.INDICATOR] == [
        False,
        True,
        False,
    ]


def test_missing_is_what_is_neither_settled_nor_read_as_such():
    noted = {
        (Kind.ACTIVITY, "BRIDGING_PREPARE"): "DONE",
        (Kind.ACTIVITY, "BRIDGING_NEEDS"): "UNDER_WAY",
        (Kind.ACTIVITY, "BRIDGING_PLAN"): "NOT_RELEVANT",
        (Kind.ACTIVITY, "BRIDGING_KEEP_RESULTS"): "NOT_YET",
    }

    missing = what_is_missing(points_of(PARTS["BRIDGING"], noted, BARE))

    assert codes(missing) == [
        "BRIDGING_NEEDS",
        "BRIDGING_KEEP_RESULTS",
        "BRIDGING_STABILITY",
        "BRIDGING_READY",
    ]


NOTED = st.sampled_from(["", "NOT_YET", "UNDER_WAY", "DONE", "NOT_RELEVANT", "MET", "UNCLEAR"])


@given(said=st.lists(NOTED, min_size=11, max_size=11), wishes=st.integers(0, 3))
def test_every_indicator_speaks_for_a_move_or_is_missing(said, wishes):
    part = PARTS["ENGAGEMENT"]
    keys = [
        *((Kind.ACTIVITY, a.code) for a in part.activities),
        *((Kind.INDICATOR, i.code) for i in part.indicators),
    ]
    points = points_of(part, dict(zip(keys, said, strict=False)), replace(BARE, wishes=wishes))
    speaks, missing = what_speaks_for_a_move(points), what_is_missing(points)

    assert {*codes(speaks), *codes(missing)} >= set(codes(points[7:]))
    assert not set(speaks) & set(missing)
    assert set(missing) <= set(points)
