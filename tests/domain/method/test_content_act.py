"""The shipped ACT pack: the facts of its sources, codes that stay, and where it is not M-ACT."""

import re

import pytest

from hjemmebane.domain.method.content.loader import SHIPPED, read_packs
from tests.domain.method.test_content import all_texts, codes


@pytest.fixture(scope="module")
def both():
    return {pack.code: pack for pack in read_packs(SHIPPED)}


@pytest.fixture(scope="module")
def act(both):
    return both["act"]


# Records store these codes. A change here is a new version of the pack, never an edit of this one.
STABLE = {
    "values": "RECOVERY EMPOWERMENT SOCIAL_INCLUSION",
    "core_elements": (
        "LOW_CASELOAD SHARED_CASELOAD OUTREACH DIRECT AVAILABLE_FLEXIBLE CITIZEN_CENTRED"
        " RECOVERY_ORIENTED TIME_UNLIMITED"
    ),
    "core_functions": "SOCIAL_PRACTICAL NURSING PSYCHIATRY SUBSTANCE EMPLOYMENT AUTHORITY",
    "practice_parts": "ENGAGE ASSESS INTEGRATED EVERYDAY LIGHTER",
    "life_areas": (
        "HOUSING INCOME_SUPPORT ECONOMY PHYSICAL_HEALTH MENTAL_HEALTH SUBSTANCE_USE JUSTICE"
        " SOCIAL_NETWORK DAILY_ACTIVITIES EDUCATION_WORK"
    ),
    "guiding_purposes": "OWN_LIFE STABILITY TREATMENT USING_SERVICES COMMUNITY",
    "contributions": (
        "PEDAGOGICAL PEER NURSE PSYCHIATRIC_NURSE PSYCHIATRIST SUBSTANCE_COUNSELLOR EMPLOYMENT"
        " CASE_WORKER_SOCIAL"
    ),
    "preconditions": (
        "CORE_FUNCTIONS PSYCHIATRIST TEAM_COORDINATOR ONE_TEAM LEADERSHIP_COORDINATION"
        " KNOWLEDGE_SKILLS SIZE_HOURS SHARED_PLACE FLEXIBLE_WORK"
    ),
    "agendas": "BOARD TREATMENT SPARRING NETWORK PARTNER STEERING",
}


@pytest.mark.parametrize("name", STABLE)
def test_codes_stay_and_nothing_is_lost(act, name):
    assert codes(getattr(act, name)) == STABLE[name].split()


def test_eight_principles_in_the_order_of_the_box(act):
    """VIVE-notatet, boks 3.1."""
    assert [element.title for element in act.core_elements] == [
        "Få borgere pr. medarbejder",
        "Fælles om alle borgere",
        "Ude hos borgeren",
        "Teamet giver selv hjælpen",
        "Let at få fat i",
        "Borgeren i midten",
        "Støtte til at få det bedre",
        "Uden slutdato",
    ]


def test_size_is_what_the_sources_say(act):
    """VIVE-notatet § 3.1: ca. 10-12 for ca. 80-90, at most eight to each."""
    assert (act.size.staff, act.size.citizens) == ("10-12 medarbejdere", "80-90 borgere")
    assert act.size.caseload == 8


def test_the_team_meets_daily_and_goes_through_each_plan_twice_a_year(act):
    rhythm = {
        agenda.code: (agenda.every_days, agenda.days_between_citizens) for agenda in act.agendas
    }
    assert rhythm == {
        "BOARD": (1, 1),
        "TREATMENT": (7, 182),
        "SPARRING": (7, 7),
        "NETWORK": (0, 0),
        "PARTNER": (0, 0),
        "STEERING": (60, 60),
    }


def test_it_differs_from_m_act_where_the_method_does(both):
    """Same values, same figures; other parts, points, limits and words."""
    act, m_act = both["act"], both["m-act"]
    assert codes(act.values) == codes(m_act.values)
    assert not set(codes(act.practice_parts)) & set(codes(m_act.practice_parts))
    ours = {one.code: one for one in act.fidelity_indicators}
    theirs = {one.code: one for one in m_act.fidelity_indicators}
    shared = ours.keys() & theirs.keys()
    assert {code for code in shared if ours[code].thresholds != theirs[code].thresholds} == {
        "ACCOMPANIED",
        "ALL_FUNCTIONS",
        "CALLS_SAME_DAY",
        "CONTACTS_ON_STEPS",
        "DAYS_SINCE_MET",
        "FACES_WHEN_WITHDRAWN",
        "MISSED_FOLLOWED",
        "NETWORK_MEETINGS",
        "PLAN_IN_MEETINGS",
        "RED_SAME_DAY",
        "TRIED_WHEN_WITHDRAWN",
        "TWO_TOGETHER",
    }
    sooner = {rule.code: rule.days for rule in act.persistence_rules}
    later = {rule.code: rule.days for rule in m_act.persistence_rules}
    assert (sooner["CONTACT_GAP"], later["CONTACT_GAP"]) == (4, 7)
    assert (sooner["SIGN_OF_LIFE"], later["SIGN_OF_LIFE"]) == (7, 14)


def test_no_sentence_is_the_other_methods(both):
    """Own wording: shared is what the law says, what a figure counts, and the right to ask."""
    shared = {text for _, text in all_texts(both["act"])} & {
        text for _, text in all_texts(both["m-act"])
    }
    bases = {text for basis in both["act"].legal_bases for text in (basis.text, basis.refund_text)}
    figures = {one.text for one in both["act"].fidelity_indicators}
    reasons = {text for key, text in all_texts(both["act"]) if key == "why" and "Ordet" in text}
    long_ones = {text for text in shared if len(text.split()) > 12}
    assert long_ones - bases - figures - reasons == {
        "Du kan spørge os, hvornår dine oplysninger er set, og hvad de er brugt til."
    }


def test_every_source_names_its_place(act):
    named = re.compile(
        r"§ \d|boks 3\.1|VIVE-notatet § 2|Vidensportalen|DACTS|[Bb]ilag|kap\. \d|Vores forslag"
    )
    sources = [text for key, text in all_texts(act) if key == "source"]
    assert len(sources) > 120
    assert [text for text in sources if not named.search(text)] == []


def test_a_team_that_comes_from_m_act_is_read_anew(act):
    move = act.move_from("m-act")
    assert move.parts["GOAL_WORK"] == "INTEGRATED"
    assert move.core_functions["HEALTH"] == "NURSING"
    assert act.move_from("nordby") is None
