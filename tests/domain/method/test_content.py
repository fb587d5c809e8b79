"""The shipped packs: M-ACT whole, with codes that stay; both in Danish fit to read."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum

import pytest

from hjemmebane.domain.method.content.loader import SHIPPED, read_packs

PLACE = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def m_act():
    [pack] = [pack for pack in read_packs(SHIPPED) if (pack.code, pack.version) == ("m-act", "1")]
    return pack


def codes(entries):
    return [entry.code for entry in entries]


ELEMENTS = (
    "TAILORED INTENSIVE FLEXIBLE OUTREACH TIME_UNLIMITED_PERSISTENT INTERPROFESSIONAL COORDINATED"
)
# Records store these codes. A change here is a new version of the pack, never an edit of this one.
STABLE = {
    "values": "RECOVERY EMPOWERMENT SOCIAL_INCLUSION",
    "core_elements": ELEMENTS,
    "core_functions": "SOCIAL_PRACTICAL HEALTH AUTHORITY",
    "role_fields": (
        "TEAM_DURATION TEAM_LEADERSHIP TEAM_PURPOSE TEAM_CORE_TASK TEAM_TASKS TEAM_QUALIFICATIONS"
        " TEAM_QUALITIES TEAM_BEYOND TEAM_PARTNERS MEMBER_TERMS MEMBER_PLACEMENT MEMBER_LEADER"
        " MEMBER_LEADERSHIP MEMBER_PURPOSE MEMBER_TASKS MEMBER_QUALIFICATIONS MEMBER_QUALITIES"
        " PARTNER_PURPOSE PARTNER_TASKS PARTNER_NOT PARTNER_TERMS PARTNER_QUALIFICATIONS"
        " PARTNER_REACHED"
    ),
    "practice_parts": "SCREENING ENGAGEMENT GOAL_WORK BRIDGING",
    "life_areas": (
        "HOUSING INCOME_SUPPORT ECONOMY PHYSICAL_HEALTH MENTAL_HEALTH SUBSTANCE_USE SOCIAL_NETWORK"
        " DAILY_ACTIVITIES EDUCATION_WORK"
    ),
    "resource_areas": (
        "ECONOMY PHYSICAL_HEALTH MENTAL_HEALTH SUBSTANCE_USE SOCIAL_NETWORK DAILY_ACTIVITIES"
        " EDUCATION_WORK"
    ),
    "guiding_purposes": "OWN_LIFE ASSESSED STABILITY_WELLBEING ACTIVITIES_NETWORK",
    "contributions": (
        "PEDAGOGICAL CASE_WORKER_SOCIAL CASE_WORKER_JOB_CENTRE NURSE SOCIAL_HEALTH_ASSISTANT"
        " PSYCHIATRIC_NURSE SUBSTANCE_COUNSELLOR"
    ),
    "coordination_questions": (
        "NEEDS_ASSESSMENT ACTION_PLAN_141 OTHER_ASSESSMENTS OTHER_PROVIDERS REGIONAL_PLAN"
    ),
    "smart_prompts": "SPECIFIC MEASURABLE ACHIEVABLE RELEVANT TIME_BOUND",
    "plain_questions": "WORRY WORKS NEXT_STEP",
    "fidelity_indicators": (
        "GOALS_FROM_WISHES AGREES_ON_PLAN OWN_WISHES CONTACTS_ON_STEPS MINUTES_A_WEEK"
        " CONTACTS_A_WEEK INTENSITY_AS_AGREED INTENSITY_FOLLOWS_NEED DAYS_SINCE_MET CALLS_SAME_DAY"
        " RED_SAME_DAY MISSED_FOLLOWED OUTSIDE_OFFICE AS_WANTED ACCOMPANIED TRIED_WHEN_WITHDRAWN"
        " FACES_WHEN_WITHDRAWN HOLDS_WITH_CONTACT RETAINED MET_BY_TWO ALL_FUNCTIONS TWO_TOGETHER"
        " PLAN_REVIEWED PLAN_IN_MEETINGS PARTNERS_WRITE NETWORK_MEETINGS OVERLAPS_JUDGED"
        " PRACTICE_MODEL_USED"
    ),
    "self_assessments": (
        "RECOVERY_COMPETENCE EMPOWERMENT_COMPETENCE SOCIAL_INCLUSION_COMPETENCE "
        + " ".join(
            f"{element}_{way}"
            for element in ELEMENTS.split()
            for way in ("WHY", "COMPETENCE", "TOOLS", "PRACTICE")
        )
        + " PLAN_INTERNAL PLAN_CITIZENS PLAN_PARTNERS PRACTICE_MODEL"
    ),
    "preconditions": (
        "CORE_FUNCTIONS TEAM_COORDINATOR LEADERSHIP_COORDINATION KNOWLEDGE_SKILLS SIZE_HOURS"
        " SHARED_PLACE FLEXIBLE_WORK"
    ),
    "agendas": "BOARD NETWORK PARTNER SPARRING TREATMENT STEERING",
    "conversation_guides": "CHIME",
    "information_sheets": "CITIZEN PARTNER",
}

STABLE_ACTIVITIES = {
    "SCREENING": "SPOT REACH GATHER DECIDE CONSENT",
    "ENGAGEMENT": "URGENT WISHES ASSESSMENT_NEED THREADS GOALS NETWORK PLAN",
    "GOAL_WORK": "OWNERSHIP SUBGOALS ADJUST STABILITY ASSESS INCLUSION PLAN_USE",
    "BRIDGING": "PREPARE NEEDS PLAN KEEP_RESULTS STABILITY",
}

STABLE_INDICATORS = {
    "SCREENING": "WILLING IN_TARGET_GROUP ADMITTED",
    "ENGAGEMENT": "WISHES_SAID ASSESSMENT_JUDGED PLAN_MADE",
    "GOAL_WORK": "SUBGOALS_STEADY WELLBEING_STEADY ASSESSED BEYOND_TARGET_GROUP",
    "BRIDGING": "READY",
}


@pytest.mark.parametrize("name", STABLE)
def test_codes_stay_and_nothing_is_lost(m_act, name):
    assert codes(getattr(m_act, name)) == STABLE[name].split()


@pytest.mark.parametrize("part", STABLE_ACTIVITIES)
def test_minimum_activities_and_indicators_of_each_part(m_act, part):
    found = m_act.practice_part(part)
    assert codes(found.activities) == [f"{part}_{c}" for c in STABLE_ACTIVITIES[part].split()]
    assert codes(found.indicators) == [f"{part}_{c}" for c in STABLE_INDICATORS[part].split()]


def test_practice_model_has_24_activities_as_5_7_7_5_and_11_indicators_as_3_3_4_1(m_act):
    assert [len(part.activities) for part in m_act.practice_parts] == [5, 7, 7, 5]
    assert [len(part.indicators) for part in m_act.practice_parts] == [3, 3, 4, 1]


def test_parts_bear_the_names_of_chapter_7(m_act):
    assert [part.title for part in m_act.practice_parts] == [
        "Screening og afklaring af match mellem borger og M-ACT-indsats",
        "Relationsdannelse og dybdegående afdækning",
        "Målrettet arbejde med ønsker, håb og drømme",
        "Brobygning til andre indsatser",
    ]


def test_target_group_is_18_years_and_six_criteria(m_act):
    assert m_act.target_group.minimum_age == 18
    assert codes(m_act.target_group.criteria) == [
        "COMPLEX_PROBLEMS",
        "CONTACT_DIFFICULT",
        "TAKING_PART_DIFFICULT",
        "LASTING_SUPPORT_ON_SITE",
        "SEVERAL_SYSTEMS",
        "HOLISTIC_NEED",
    ]


def test_three_purposes_stand_under_one(m_act):
    assert [purpose.under for purpose in m_act.guiding_purposes] == ["", *["OWN_LIFE"] * 3]


def test_chime_is_five_topics(m_act):
    [guide] = m_act.conversation_guides
    assert codes(guide.topics) == ["CONNECTEDNESS", "HOPE", "IDENTITY", "MEANING", "EMPOWERMENT"]


def test_every_core_element_shows_several_lines_of_practice(m_act):
    assert min(len(element.practice) for element in m_act.core_elements) >= 9
    assert min(len(element.tools) for element in m_act.core_elements) >= 2


@pytest.mark.parametrize(
    "agenda", ["BOARD", "SPARRING", "TREATMENT", "STEERING", "NETWORK", "PARTNER"]
)
def test_agenda_item_codes_carry_the_meeting(m_act, agenda):
    items = m_act.agenda(agenda).items
    assert len(items) >= 7
    assert {code.startswith(f"{agenda}_") for code in codes(items)} == {True}


def test_meetings_with_a_rhythm_say_how_often(m_act):
    rhythm = {agenda.code: agenda.every_days for agenda in m_act.agendas}
    assert rhythm == {
        "BOARD": 7,
        "SPARRING": 14,
        "TREATMENT": 91,
        "STEERING": 91,
        "NETWORK": 0,
        "PARTNER": 0,
    }


@pytest.fixture(scope="module", params=["m-act", "act"])
def shipped(request):
    [pack] = [one for one in read_packs(SHIPPED) if one.code == request.param]
    return pack


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text a person reads, with the key it stands under."""
    match value:
        case str() if value and key not in {
            "code",
            "see",
            "under",
            "life_area",
            "core_function",
            "core_element",
            "about",
            "indicators",
            "instrument",
            "version",
            "from_pack",
        }:
            yield key, value
        case dict() if key not in {"parts", "core_functions"}:
            for name, inner in value.items():
                yield from texts(inner, name)
        case list() | tuple() if key != "values" or any(isinstance(v, dict) for v in value):
            for inner in value:
                yield from texts(inner, key)


def all_texts(pack):
    """Every text with its key; what only points at something is none, and a place to fill is a
    word.
    """
    found = texts(asdict(pack))
    return [(k, PLACE.sub("Ordet", text)) for k, text in found if not isinstance(text, StrEnum)]


def test_every_text_is_clean(shipped):
    leftovers = re.compile(
        r"\b(todo|tbd|lorem|xxx|fixme)\b|\s\s|\s[.,;:!?]|\.\.|[<>{}\[\]_*]", re.IGNORECASE
    )
    assert [text for _, text in all_texts(shipped) if leftovers.search(text)] == []


def test_every_text_begins_like_one(shipped):
    starts = re.compile(r"[A-ZÆØÅÉ“§]")
    # What stands after a figure begins like no sentence.
    figures = {"unit", "staff", "citizens"}
    found = [text for key, text in all_texts(shipped) if key not in figures]
    assert [text for text in found if not starts.match(text)] == []


def test_sentences_end(shipped):
    """Titles and sources may stand open; what is read as a sentence may not."""
    sentences = {"text", "why", "principle", "purpose", "note", "practice", "signs", "lines"}
    found = [text for key, text in all_texts(shipped) if key in sentences]
    assert len(found) > 200
    assert [text for text in found if text[-1] not in ".?!”"] == []


def test_no_english_word_slips_in(shipped):
    english = re.compile(r"\b(the|and|with|their|which|should|citizen|goal|who)\b", re.IGNORECASE)
    assert [text for _, text in all_texts(shipped) if english.search(text)] == []


def test_every_source_names_its_place(m_act):
    sources = [text for key, text in all_texts(m_act) if key == "source"]
    assert len(sources) > 50
    assert [text for text in sources if not re.search(r"§ \d|kap\. \d|bilag [BC1]", text)] == []
