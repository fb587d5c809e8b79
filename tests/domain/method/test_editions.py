"""A municipality's own edition of a pack: laid over, named in records, refused when it is wrong."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from hjemmebane.domain.method import queries
from hjemmebane.domain.method.content.loader import SHIPPED, BrokenPack, read_packs

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "method"
PLACE = "m_act/v1-nord1"


@pytest.fixture
def own(tmp_path):
    """A copy of the documented example, to spoil."""
    return shutil.copytree(EXAMPLE, tmp_path / "own")


def write(own, name, text, *, encoding="utf-8"):
    (own / PLACE / name).write_bytes(text.encode(encoding))


def told(own):
    with pytest.raises(BrokenPack) as refusal:
        read_packs(SHIPPED, own)
    return str(refusal.value).replace(f"{PLACE}/", "").split("\n")


def edition_in(own):
    [found] = [pack for pack in read_packs(SHIPPED, own) if pack.edition]
    return found


def test_the_documented_example_is_what_teams_work_with(settings):
    settings.METHOD_PACKS_DIR = str(EXAMPLE)
    queries.packs.cache_clear()
    try:
        now = queries.pack("m-act")
        assert (now.version, now.edition.title) == ("1-nord1", "Demokommune Nords udgave")
        assert queries.pack("m-act", "1").edition is None
        assert queries.pack("act").version == "1"
    finally:
        queries.packs.cache_clear()


def test_what_is_named_is_changed_and_the_rest_stays(own):
    now = edition_in(own)
    [before] = [p for p in read_packs(SHIPPED) if p.code == "m-act"]
    board, was = now.agenda("BOARD"), before.agenda("BOARD")
    assert (board.every_days, was.every_days) == (4, 7)
    assert board.purpose == was.purpose
    assert [item.code for item in board.items] == [
        "BOARD_LAST_TIME",
        "BOARD_WEEK",
        "BOARD_CITIZENS",
        "BOARD_NEW",
        "BOARD_PARTNERS",
        "BOARD_METHOD",
        "BOARD_CHILDREN",
    ]
    week = board.items[1]
    assert (week.title, week.shows) == ("Hvem er her til og med næste møde", "WEEK")
    assert now.coordinator.title == "Faglig koordinator"
    assert now.coordinator.tasks == before.coordinator.tasks
    thresholds = {one.code: one.thresholds for one in now.fidelity_indicators}
    assert thresholds["CONTACTS_A_WEEK"] == (Decimal("0.5"), 1, 2, 3)
    assert thresholds["MINUTES_A_WEEK"] == (15, 50, 85, 120)
    days = {rule.code: rule.days for rule in now.persistence_rules}
    assert (days["CONTACT_GAP"], days["SIGN_OF_LIFE"]) == (10, 14)
    assert now.practice_parts == before.practice_parts


def test_a_second_edition_follows_the_first_and_the_first_is_kept(own):
    again = shutil.copytree(own / PLACE, own / "m_act/v1-nord2")
    file = again / "edition.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("nord1", "nord2"), encoding="utf-8")
    versions = [pack.version for pack in read_packs(SHIPPED, own) if pack.code == "m-act"]
    assert versions == ["1", "1-nord1", "1-nord2"]


def test_an_edition_of_a_pack_of_ones_own(own):
    shutil.copytree(SHIPPED / "m_act/v1", own / "nordby/v1")
    pack = own / "nordby/v1/pack.toml"
    pack.write_text(
        pack.read_text(encoding="utf-8").replace('code = "m-act"', 'code = "nordby"'),
        encoding="utf-8",
    )
    shutil.move(own / PLACE, own / "nordby/v1-nord1")
    file = own / "nordby/v1-nord1/edition.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("m-act", "nordby"), encoding="utf-8")
    assert (edition_in(own).code, edition_in(own).version) == ("nordby", "1-nord1")


NOT_RELEVANT = """
[[dacts_exception]]
item = "H7"
{new}reason = "Vi låner en psykiater"
source = "Styregruppen"
"""


def with_an_exception(own, *, new):
    """An edition of ACT, which has no exceptions of its own."""
    place = own / "act/v1-nord1"
    place.mkdir(parents=True)
    edition = (own / PLACE / "edition.toml").read_text(encoding="utf-8")
    (place / "edition.toml").write_text(edition.replace("m-act", "act"), encoding="utf-8")
    (place / "fidelity.toml").write_text(NOT_RELEVANT.format(new=new), encoding="utf-8")


def test_new_entry_of_a_list_that_the_pack_has_not_is_added(own):
    [before] = [pack for pack in read_packs(SHIPPED) if pack.code == "act"]
    with_an_exception(own, new="new = true\n")

    [now] = [pack for pack in read_packs(SHIPPED, own) if pack.edition and pack.code == "act"]

    assert (len(before.dacts_exceptions), [one.item for one in now.dacts_exceptions]) == (0, ["H7"])


def test_entry_that_is_not_said_to_be_new_is_a_slip_there_too(own):
    with_an_exception(own, new="")

    [fault] = told(own)
    assert fault == (
        "act/v1-nord1/fidelity.toml: dacts_exception[H7]: findes ikke."
        " Skriv new = true, hvis det er et nyt punkt"
    )


FAULTS = {
    "key unknown in a file": (
        "persistence.toml",
        'rule = "x"',
        "persistence.toml: rule: kendes ikke",
    ),
    "key unknown in an entry": (
        "persistence.toml",
        '[[persistence_rule]]\ncode = "CONTACT_GAP"\ndage = 3',
        "persistence.toml: persistence_rule[CONTACT_GAP].dage: kendes ikke",
    ),
    "key of the pack alone": (
        "pack.toml",
        'version = "9"',
        "pack.toml: version: kendes ikke",
    ),
    "thresholds out of order": (
        "fidelity.toml",
        '[[fidelity_indicator]]\ncode = "MET_BY_TWO"\nthresholds = [10, 64, 37, 90]',
        (
            "fidelity.toml: fidelity_indicator[MET_BY_TWO].thresholds:"
            " skal stige eller falde hele vejen"
        ),
    ),
    "entry that does not exist": (
        "agendas.toml",
        '[[agenda]]\ncode = "BORD"\nevery_days = 3',
        "agendas.toml: agenda[BORD]: findes ikke. Skriv new = true, hvis det er et nyt punkt",
    ),
    "point that does not exist": (
        "agendas.toml",
        '[[agenda]]\ncode = "BOARD"\nitems = [{ code = "BOARD_TEA", title = "Te" }]',
        (
            "agendas.toml: agenda[BOARD].items[BOARD_TEA]: findes ikke."
            " Skriv new = true, hvis det er et nyt punkt"
        ),
    ),
    "entry that is not new": (
        "values.toml",
        '[[value]]\ncode = "RECOVERY"\nnew = true',
        "values.toml: value[RECOVERY]: findes i forvejen. Fjern new = true",
    ),
    "new entry that lacks something": (
        "values.toml",
        '[[value]]\ncode = "HUMOUR"\nnew = true\ntitle = "Humor"\nsource = "V"\npractice = ["Le"]',
        "values.toml: value[HUMOUR].text: mangler",
    ),
    "entry without a code": (
        "values.toml",
        '[[value]]\ntitle = "Humor"',
        "values.toml: value[1]: skal have en kode, så man ved, hvad der ændres",
    ),
    "something others need taken out": (
        "agendas.toml",
        '[[agenda]]\ncode = "STEERING"\nremove = true',
        "agendas.toml: agenda: STEERING mangler",
    ),
    "file unknown": ("agenda.toml", "", "agenda.toml: filen kendes ikke"),
    "not TOML": (
        "values.toml",
        "[[value]]\ncode = ",
        "values.toml: kan ikke læses som TOML: Invalid value (at end of document)",
    ),
    "extends what is not there": (
        "edition.toml",
        (EXAMPLE / PLACE / "edition.toml")
        .read_text(encoding="utf-8")
        .replace('extends = "1"', 'extends = "9"'),
        "edition.toml: name: passer ikke til mappen m_act/v1-nord1",
    ),
    "edition says too little": (
        "edition.toml",
        'code = "m-act"\nextends = "1"\nname = "nord1"\ntitle = "Vores"\ntext = "Kort."',
        "edition.toml: source: mangler",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_does_not_fit_is_named_by_file_key_and_reason(own, fault):
    name, text, said = FAULTS[fault]
    write(own, name, text)
    assert told(own) == [said]


def test_a_version_that_is_not_there(own):
    file = own / PLACE / "edition.toml"
    text = file.read_text(encoding="utf-8").replace('extends = "1"', 'extends = "9"')
    file.write_text(text, encoding="utf-8")
    shutil.move(own / PLACE, own / "m_act/v9-nord1")
    with pytest.raises(BrokenPack, match=r"v9-nord1/edition\.toml: extends: m-act version 9"):
        read_packs(SHIPPED, own)


def test_another_encoding(own):
    write(
        own, "values.toml", '[[value]]\ncode = "RECOVERY"\ntitle = "Bedre år"', encoding="latin-1"
    )
    assert told(own) == ["values.toml: filen er ikke gemt som UTF-8"]


def test_an_edition_that_changes_nothing(own):
    for file in (own / PLACE).glob("*.toml"):
        if file.name != "edition.toml":
            file.unlink()
    assert told(own) == ["m_act/v1-nord1: udgaven ændrer intet"]


def test_a_pack_of_ones_own_may_not_bear_the_code_of_ours(own):
    shutil.copytree(SHIPPED / "m_act/v1", own / "m_act/v2")
    pack = own / "m_act/v2/pack.toml"
    text = pack.read_text(encoding="utf-8").replace('version = "1"', 'version = "2"', 1)
    pack.write_text(text, encoding="utf-8")
    [line] = told(own)
    assert line.startswith("m_act/v2: m-act er en af vores egne pakker. Giv jeres pakke en anden")


def test_a_folder_that_is_only_half_a_pack(own):
    (own / PLACE / "edition.toml").unlink()
    assert "pack.toml: filen mangler" in told(own)
