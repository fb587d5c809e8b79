"""DACTS as shipped is whole, and every kind of damage is refused with item, key and reason."""

import shutil

import pytest

from hjemmebane.domain.method.content.dacts_loader import SHIPPED_DACTS, read_dacts
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.loader import BrokenPack
from hjemmebane.domain.method.queries import dacts, pack, packs


def test_the_shipped_one_has_its_items_bands_and_source():
    codes = [item.code for item in dacts().items]

    assert codes == [
        *(f"H{number}" for number in range(1, 12)),
        *(f"O{number}" for number in range(1, 8)),
        *(f"S{number}" for number in range(1, 11)),
    ]
    assert [band.at_least for band in dacts().bands] == [113, 85, 0]
    assert dacts().item("S4").source == "DACTS S4"


def test_an_unknown_item_says_so():
    with pytest.raises(UnknownCode, match="H12"):
        dacts().item("H12")


def test_every_pack_says_what_it_makes_of_it():
    assert {one.item for one in pack("m-act").dacts_exceptions} == {"H3", "H7", "H11", "O3", "O4"}
    assert all(one.reason and one.source for p in packs() for one in p.dacts_exceptions)


DAMAGE = {
    "item left out": ('code = "H2"', 'code = "H1"', "punkterne skal være H1 til S10"),
    "three limits": ("[10, 37, 64, 90]", "[10, 37, 64]", "H2.thresholds: skal være fire tal"),
    "falling": ("[10, 37, 64, 90]", "[10, 64, 37, 90]", "H2.thresholds: skal stige hele vejen"),
    "no window": ("weeks = 2\n", "", "H2.weeks: mangler"),
    "wrong window": ("weeks = 2\n", "months = 2\n", "H2.months: bruges ikke"),
    "no limit": ("limit = 7\n", "", "O6.limit: mangler"),
    "unused limit": ("weeks = 2\n", "weeks = 2\nlimit = 3\n", "H2.limit: bruges ikke"),
    "no words": ('words = ["sygeplejerske"]\n', "", "H8.words: mangler"),
    "by hand with a limit": (
        'title = "Klart, hvem teamet er for"\n',
        'title = "Klart, hvem teamet er for"\nleast = 3\n',
        "O1.least: bruges ikke",
    ),
    "no direction": ('better = "LESS"\nunit = "borgere', 'unit = "borgere', "H1.better: mangler"),
    "four anchors": ('"35 til 49", "21 til 34", ', '"21 til 34", ', "H1.anchors: skal være fem"),
    "unknown formula": ('"SHARED"', '"GUESSED"', "item[2].formula: kan ikke læses i journalen"),
    "no source": ('source = "DACTS H2"\n', "", "item[2].source: mangler"),
    "bands upside down": ("at_least = 85", "at_least = 120", "band: skal stå fra den højeste"),
    "no TOML": ("[[item]]", "[[item", "kan ikke læses som TOML"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_named(tmp_path, damage):
    old, new, expected = DAMAGE[damage]
    file = shutil.copy(SHIPPED_DACTS, tmp_path / "dacts.toml")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(BrokenPack, match=r"dacts\.toml") as broken:
        read_dacts(file)

    assert expected in str(broken.value)
