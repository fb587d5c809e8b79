"""Damaged packs: every kind of damage is refused with its file, its key and the reason."""

import shutil

import pytest

from hjemmebane.domain.method.content.loader import SHIPPED, BrokenPack, read_pack, read_packs

PART_2 = 'purpose = "At bygge tillid'


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SHIPPED / "m_act/v1", tmp_path / "m_act/v1")


def change(folder, name, old, new):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder):
    with pytest.raises(BrokenPack) as refusal:
        read_pack(folder)
    return [line.removeprefix("m_act/v1/") for line in str(refusal.value).split("\n")]


def test_an_untouched_copy_is_whole(folder):
    assert read_pack(folder).code == "m-act"


DAMAGE = {
    "key missing": (
        ("practice_parts.toml", PART_2, '# purpose = "'),
        "practice_parts.toml: practice_part[2].purpose: mangler",
    ),
    "key unknown": (
        ("practice_parts.toml", PART_2, f'purpos = "x"\n{PART_2}'),
        "practice_parts.toml: practice_part[2].purpos: kendes ikke",
    ),
    "text empty": (
        ("values.toml", 'title = "Empowerment"', 'title = " "'),
        "values.toml: value[2].title: er tom",
    ),
    "text is a number": (
        ("values.toml", 'title = "Empowerment"', "title = 7"),
        "values.toml: value[2].title: skal være tekst i anførselstegn",
    ),
    "number is a text": (
        ("target_group.toml", "minimum_age = 18", 'minimum_age = "18"'),
        "target_group.toml: target_group.minimum_age: skal være et helt tal",
    ),
    "list is a text": (
        ("core_elements.toml", 'values = ["EMPOWERMENT", "SOCIAL_INCLUSION"]', 'values = "X"'),
        "core_elements.toml: core_element[4].values: skal være en liste",
    ),
    "list empty": (
        ("core_elements.toml", 'values = ["EMPOWERMENT", "SOCIAL_INCLUSION"]', "values = []"),
        "core_elements.toml: core_element[4].values: er tom",
    ),
    "code repeated": (
        ("plan.toml", 'code = "RELEVANT"', 'code = "SPECIFIC"'),
        "plan.toml: smart_prompt[4].code: “SPECIFIC” er brugt før",
    ),
    "code repeated in another part": (
        ("practice_parts.toml", '"ENGAGEMENT_URGENT"', '"SCREENING_SPOT"'),
        "practice_parts.toml: practice_part[2].activities[1].code: “SCREENING_SPOT” er brugt før",
    ),
    "code badly formed": (
        ("agendas.toml", 'code = "BOARD"', 'code = "Tavle møde"'),
        "agendas.toml: agenda[1].code: er ikke en gyldig kode",
    ),
    "too few": (
        ("pack.toml", "preconditions = 7", "preconditions = 8"),
        "preconditions.toml: precondition: skal have 8, men har 7",
    ),
    "too few activities in a part": (
        ("pack.toml", "activities = [5, 7, 7, 5]", "activities = [5, 7, 8, 5]"),
        "practice_parts.toml: practice_part[3].activities: skal have 8, men har 7",
    ),
    "a part nothing was promised of": (
        ("pack.toml", "indicators = [3, 3, 4, 1]", "indicators = [3, 3, 4]"),
        "practice_parts.toml: practice_part[4].indicators: skal have 0, men har 1",
    ),
    "numbers out of order": (
        ("practice_parts.toml", "number = 2", "number = 3"),
        "practice_parts.toml: practice_part[2].number: skal være 2",
    ),
    "question that no plan can answer": (
        ("plan.toml", 'code = "OTHER_PROVIDERS"', 'code = "NEIGHBOURS"'),
        "plan.toml: coordination_question[4].code: “NEIGHBOURS” kan planen ikke svare på",
    ),
    "value unknown": (
        ("core_elements.toml", 'values = ["RECOVERY"]', 'values = ["RECOVERI"]'),
        "core_elements.toml: core_element[1].values[1]: “RECOVERI” findes ikke",
    ),
    "life area unknown": (
        ("plan.toml", 'life_area = "PHYSICAL_HEALTH"', 'life_area = "BODY"'),
        "plan.toml: resource_area[2].life_area: “BODY” findes ikke",
    ),
    "purpose under itself": (
        ("plan.toml", 'under = "OWN_LIFE"', 'under = "ASSESSED"'),
        "plan.toml: guiding_purpose[2].under: “ASSESSED” findes ikke",
    ),
    "evidence unknown": (
        ("practice_parts.toml", 'evidence = "GATHERED"', 'evidence = "GUESSWORK"'),
        "practice_parts.toml: practice_part[1].activities[3].evidence: kan ikke læses i journalen",
    ),
    "core function unknown": (
        ("plan.toml", 'core_function = "AUTHORITY"', 'core_function = "LAW"'),
        "plan.toml: contribution[2].core_function: “LAW” findes ikke",
    ),
    "link leads nowhere": (
        ("core_elements.toml", 'see = "dagsorden-board"', 'see = "dagsorden-tavle"'),
        "core_elements.toml: core_element[2].tools[2].see: “dagsorden-tavle” findes ikke",
    ),
    "key in the wrong file": (
        ("team.toml", "[coordinator]", '[[precondition]]\ncode = "X"\n[coordinator]'),
        "team.toml: precondition: kendes ikke",
    ),
    "formula unknown": (
        ("fidelity.toml", 'formula = "OWN_WISHES"', 'formula = "GUESSWORK"'),
        "fidelity.toml: fidelity_indicator[3].formula: kan ikke læses i journalen",
    ),
    "thresholds not one way": (
        ("fidelity.toml", "[50, 70, 85, 95]", "[50, 70, 70, 95]"),
        "fidelity.toml: fidelity_indicator[1].thresholds: skal stige eller falde hele vejen",
    ),
    "threshold missing": (
        ("fidelity.toml", "[50, 70, 85, 95]", "[50, 70, 85]"),
        "fidelity.toml: fidelity_indicator[1].thresholds: skal være fire tal",
    ),
    "threshold too many": (
        ("fidelity.toml", "[50, 70, 85, 95]", "[50, 70, 85, 95, 99]"),
        "fidelity.toml: fidelity_indicator[1].thresholds: skal være fire tal",
    ),
    "threshold is a text": (
        ("fidelity.toml", "[50, 70, 85, 95]", '[50, 70, 85, "mange"]'),
        "fidelity.toml: fidelity_indicator[1].thresholds[4]: skal være et tal",
    ),
    "source missing": (
        ("fidelity.toml", 'source = "DACTS S4', '# source = "DACTS S4'),
        "fidelity.toml: fidelity_indicator[5].source: mangler",
    ),
    "population unknown": (
        ("fidelity.toml", 'population = "OPEN"', 'population = "ALL"'),
        "fidelity.toml: fidelity_indicator[1].population: kan ikke læses i journalen",
    ),
    "nothing asked for": (
        ("fidelity.toml", "least = 5", "least = 0"),
        "fidelity.toml: fidelity_indicator[1].least: er et for lille tal",
    ),
    "indicator of no core element": (
        ("fidelity.toml", 'core_element = "INTENSIVE"', 'core_element = "HASTY"'),
        "fidelity.toml: fidelity_indicator[5].core_element: “HASTY” findes ikke",
    ),
    "formula without its limit": (
        ("fidelity.toml", "limit = 75\n", ""),
        "fidelity.toml: fidelity_indicator[7].limit: INTENSITY_AS_AGREED mangler det",
    ),
    "formula with a limit it does not use": (
        ("fidelity.toml", "window = 28\n", "window = 28\nlimit = 3\n"),
        "fidelity.toml: fidelity_indicator[3].limit: OWN_WISHES bruger det ikke",
    ),
    "formula of today with a window": (
        ("fidelity.toml", "window = 0\n", "window = 28\n"),
        "fidelity.toml: fidelity_indicator[1].window: GOALS_FROM_WISHES bruger det ikke",
    ),
    "formula without its window": (
        ("fidelity.toml", "window = 28\n", "window = 0\n"),
        "fidelity.toml: fidelity_indicator[3].window: OWN_WISHES mangler det",
    ),
    "meeting that pages ask for": (
        ("agendas.toml", 'code = "STEERING"', 'code = "LEADERS"'),
        "agendas.toml: agenda: STEERING mangler",
    ),
    "list that pages ask for": (
        ("forms.toml", 'code = "BOARD_REASONS"', 'code = "REASONS"'),
        "forms.toml: choice_list: BOARD_REASONS mangler",
    ),
    "network meeting without promises": (
        ("agendas.toml", ', shows = "PROMISES"', ""),
        "agendas.toml: agenda[2].items: skal have ét punkt med PROMISES",
    ),
    "too few moves": (
        ("pack.toml", "moves = 1", "moves = 2"),
        "moving.toml: move: skal have 2, men har 1",
    ),
    "move from itself": (
        ("moving.toml", 'from_pack = "act"', 'from_pack = "m-act"'),
        "moving.toml: move[1].from_pack: “m-act” er brugt før",
    ),
    "move to a part that is not there": (
        ("moving.toml", 'INTEGRATED = "GOAL_WORK"', 'INTEGRATED = "GOALS"'),
        "moving.toml: move[1].parts.INTEGRATED: “GOALS” findes ikke",
    ),
    "move to a function that is not there": (
        ("moving.toml", 'NURSING = "HEALTH"', 'NURSING = "CARE"'),
        "moving.toml: move[1].core_functions.NURSING: “CARE” findes ikke",
    ),
    "exception about no item": (
        ("fidelity.toml", 'item = "H7"', 'item = "H77"'),
        "fidelity.toml: dacts_exception[2].item: “H77” findes ikke",
    ),
    "exception about an item twice": (
        ("fidelity.toml", 'item = "H7"', 'item = "H3"'),
        "fidelity.toml: dacts_exception[2].item: “H3” er brugt før",
    ),
    "self-assessment of nothing": (
        ("self_assessment.toml", 'about = "RECOVERY"', 'about = "LUCK"'),
        "self_assessment.toml: self_assessment[1].about: “LUCK” findes ikke",
    ),
    "self-assessment of an unknown kind": (
        ("self_assessment.toml", 'theme = "PLAN_USE"', 'theme = "LUCK"'),
        "self_assessment.toml: self_assessment[32].theme: kan ikke læses i journalen",
    ),
    "self-assessment held against nothing": (
        ("self_assessment.toml", '"PLAN_IN_MEETINGS"', '"GUESSWORK"'),
        "self_assessment.toml: self_assessment[31].indicators[2]: “GUESSWORK” findes ikke",
    ),
    "self-assessment with four levels": (
        ("self_assessment.toml", '"Slet ikke", ', ""),
        "self_assessment.toml: self_assessment_levels: skal være fem",
    ),
    "manager told of two answers": (
        ("self_assessment.toml", "answers_told = 3", "answers_told = 2"),
        "self_assessment.toml: self_assessment_limits.answers_told: er et for lille tal",
    ),
    "manager told of four citizens": (
        ("self_assessment.toml", "citizens_told = 5", "citizens_told = 4"),
        "self_assessment.toml: self_assessment_limits.citizens_told: er et for lille tal",
    ),
    "version of another folder": (
        ("pack.toml", 'version = "1"', 'version = "2"'),
        "pack.toml: version: passer ikke til mappen v1",
    ),
    "code of another folder": (
        ("pack.toml", 'code = "m-act"', 'code = "act-2"'),
        "pack.toml: code: passer ikke til mappen m_act",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_named_by_file_key_and_reason(folder, damage):
    edit, fault = DAMAGE[damage]
    change(folder, *edit)
    assert faults(folder) == [fault]


def test_every_fault_is_told_at_once(folder):
    change(folder, "target_group.toml", "[[target_group.criteria]]", "[[target_group.kriterier]]")
    change(folder, "values.toml", 'title = "Recovery"', "")
    assert set(faults(folder)) == {
        "values.toml: value[1].title: mangler",
        "target_group.toml: target_group.kriterier: kendes ikke",
    }


def test_list_of_plain_texts_where_tables_belong(folder):
    (folder / "values.toml").write_text('value = ["Recovery"]\n', encoding="utf-8")
    assert faults(folder) == ["values.toml: value[1]: skal være en tabel med nøgler"]


def test_file_without_its_list(folder):
    (folder / "agendas.toml").write_text("", encoding="utf-8")
    assert faults(folder) == ["agendas.toml: agenda: mangler"]


def test_core_element_with_too_few_indicators(folder):
    change(folder, "fidelity.toml", 'core_element = "OUTREACH"', 'core_element = "INTENSIVE"')
    assert faults(folder) == [
        "fidelity.toml: fidelity_indicator: OUTREACH skal have mindst 3, men har 2"
    ]


def test_core_element_nobody_is_asked_about_in_all_ways(folder):
    change(folder, "self_assessment.toml", 'theme = "ELEMENT_WHY"', 'theme = "ELEMENT_TOOLS"')
    assert faults(folder) == ["self_assessment.toml: self_assessment: TAILORED mangler ELEMENT_WHY"]


def test_file_missing(folder):
    (folder / "plan.toml").unlink()
    assert faults(folder) == ["plan.toml: filen mangler"]


def test_file_unknown(folder):
    (folder / "plans.toml").write_text("", encoding="utf-8")
    assert faults(folder) == ["plans.toml: filen kendes ikke"]


def test_file_in_another_encoding(folder):
    (folder / "plan.toml").write_bytes("title = 'Ønske'".encode("latin-1"))
    assert faults(folder) == ["plan.toml: filen er ikke gemt som UTF-8"]


def test_file_that_is_not_toml_is_named_with_its_line(folder):
    (folder / "team.toml").write_text("[coordinator]\ncode = \n", encoding="utf-8")
    assert faults(folder) == [
        "team.toml: kan ikke læses som TOML: Invalid value (at line 2, column 8)"
    ]


def test_folder_in_place_of_a_file_is_named(folder):
    (folder / "team.toml").unlink()
    (folder / "team.toml").mkdir()
    assert faults(folder) == ["team.toml: kan ikke læses: Is a directory"]


@pytest.mark.parametrize(
    "text", [f"size = {'9' * 5000}", f"size = {'[' * 3000}"], ids=["digits", "brackets"]
)
def test_file_too_deep_or_too_long_to_read_is_named(folder, text):
    (folder / "team.toml").write_text(text, encoding="utf-8")
    [fault] = faults(folder)
    assert fault.startswith("team.toml: kan ikke læses som TOML: ")


def test_newer_version_lies_beside_the_older(folder, tmp_path):
    newer = shutil.copytree(folder, tmp_path / "m_act/v10")
    change(newer, "pack.toml", 'version = "1"', 'version = "10"')
    shutil.copytree(folder, tmp_path / "m_act/v2")
    change(tmp_path / "m_act/v2", "pack.toml", 'version = "1"', 'version = "2"')
    assert [pack.version for pack in read_packs(tmp_path)] == ["1", "2", "10"]


def test_second_pack_is_one_more_folder(folder, tmp_path):
    own = shutil.move(folder.parent, tmp_path / "nordby") / "v1"
    change(own, "pack.toml", 'code = "m-act"', 'code = "nordby"')
    assert [pack.code for pack in read_packs(SHIPPED, tmp_path)] == [
        "act",
        "m-act",
        "nordby",
    ]


def test_same_version_from_two_places_is_refused(folder, tmp_path):
    own = shutil.move(folder.parent, tmp_path / "one" / "nordby") / "v1"
    change(own, "pack.toml", 'code = "m-act"', 'code = "nordby"')
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with pytest.raises(BrokenPack, match="nordby/v1: nordby version 1 findes to gange"):
        read_packs(SHIPPED, tmp_path / "one", tmp_path / "two")


def test_folder_without_packs_is_refused(tmp_path):
    with pytest.raises(BrokenPack, match="her er ingen metodepakke"):
        read_packs(SHIPPED, tmp_path / "findes-ikke")
