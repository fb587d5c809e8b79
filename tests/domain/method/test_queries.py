"""What other rooms ask of the method."""

import shutil

import pytest
from django.apps import apps

from hjemmebane.domain.method import queries
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.loader import SHIPPED, BrokenPack


@pytest.fixture
def own_packs(settings, tmp_path):
    """A folder of the municipality's own, read anew in this test and forgotten after it."""
    settings.METHOD_PACKS_DIR = str(tmp_path)
    queries.packs.cache_clear()
    yield tmp_path
    queries.packs.cache_clear()


def copy_of_m_act(folder, **changes):
    shutil.copytree(SHIPPED / "m_act/v1", folder)
    file = folder / "pack.toml"
    text = file.read_text(encoding="utf-8")
    for key, value in changes.items():
        old = {"code": 'code = "m-act"', "version": 'version = "1"'}[key]
        assert old in text
        text = text.replace(old, f'{key} = "{value}"', 1)
    file.write_text(text, encoding="utf-8")


def test_packs_are_read_once():
    assert queries.packs() is queries.packs()


def test_current_pack_is_the_newest_version(own_packs):
    copy_of_m_act(own_packs / "nordby/v1", code="nordby")
    copy_of_m_act(own_packs / "nordby/v2", code="nordby", version="2")
    assert queries.current_pack("nordby").version == "2"
    assert queries.pack("nordby", "1").version == "1"


def test_own_pack_is_found_by_its_code(own_packs):
    copy_of_m_act(own_packs / "nordby/v1", code="nordby")
    assert queries.pack("nordby").code == "nordby"
    assert queries.current_pack().code == "m-act"


@pytest.mark.parametrize(("code", "version"), [("nordby", None), ("m-act", "99")])
def test_pack_that_is_not_installed(code, version):
    with pytest.raises(queries.UnknownPack):
        queries.pack(code, version)


def test_broken_own_pack_stops_the_start(own_packs):
    copy_of_m_act(own_packs / "nordby/v1", code="nordby")
    (own_packs / "nordby/v1/plan.toml").unlink()
    with pytest.raises(BrokenPack, match=r"nordby/v1/plan\.toml: filen mangler"):
        apps.get_app_config("method").ready()


def test_entries_by_code():
    pack = queries.current_pack()
    assert pack.practice_part("BRIDGING").number == 4
    assert pack.minimum_activity("GOAL_WORK_ADJUST").title == "Følg op, og justér"
    assert pack.indicator("BRIDGING_READY").title == "Borgeren er klar og tryg"
    assert pack.core_element("OUTREACH").principle == "Borgeren vælger, hvor vi mødes."
    assert pack.life_area("HOUSING").title == "Bolig"
    assert pack.agenda("BOARD").title == "Tavlemøde"


def test_unknown_code_is_told():
    with pytest.raises(UnknownCode, match="KITCHEN"):
        queries.current_pack().life_area("KITCHEN")


def test_anchor_follows_from_the_code():
    assert queries.current_pack().core_element("TIME_UNLIMITED_PERSISTENT").anchor == (
        "kerneelement-time-unlimited-persistent"
    )


def test_a_pack_cannot_be_changed():
    with pytest.raises(AttributeError):
        queries.current_pack().title = "Noget andet"
