"""What the browser is given: icons that exist, classes that are drawn, and few bytes."""

import gzip
import re
import shutil

import pytest
from django.template import Context, Template

from tests.design.catalogue import DESIGN, templates
from tools import assets

STATIC = DESIGN / "static"
FIRST_VIEW_LIMIT = 125_000  # leaves 25 KB for the page itself within the budget of 150
ASSET = re.compile(r'(?:href|src)="/static/([^"#]+)"')
ICON_NAMES = re.compile(r'icon="([a-z-]+)"|icon\.html" with name="([a-z-]+)"')
CLASS_ATTRIBUTE = re.compile(r'class="([^"]*)"')
TAGS = re.compile(r"{%.*?%}|{{.*?}}")
OUR_CLASS = re.compile(r"\bhb-[a-z_-]*[a-z]\b(?!-?{)")
SCREEN_FONTS = [
    "vendor/fonts/IBMPlexSans-Regular-Latin1.woff2",
    "vendor/fonts/IBMPlexSans-SemiBold-Latin1.woff2",
    "vendor/fonts/ibm-plex-serif-latin-400-normal.woff2",
]


def weight(name):
    """Bytes on the wire; fonts are compressed already."""
    content = (STATIC / name).read_bytes()
    return len(content if name.endswith(".woff2") else gzip.compress(content, 9))


def test_first_view_is_light():
    head = Template('{% include "design/layouts/assets.html" %}').render(Context())
    names = {name for name in ASSET.findall(head) if not name.endswith(".woff2")}

    total = sum(weight(name) for name in names | {*SCREEN_FONTS, "vendor/icons.svg"})

    assert {"vendor/dkfds/css/dkfds.css", "vendor/htmx/htmx.min.js"} <= names
    assert total <= FIRST_VIEW_LIMIT


def test_every_icon_in_a_template_is_in_the_list():
    known = set((DESIGN / "icons.txt").read_text().split())
    used = {
        name
        for path in templates()
        for pair in ICON_NAMES.findall(path.read_text(encoding="utf-8"))
        for name in pair
        if name
    }

    assert used <= known


def test_sprite_holds_the_whole_list():
    sprite = (STATIC / "vendor/icons.svg").read_text()
    names = (DESIGN / "icons.txt").read_text().split()

    assert re.findall(r'<symbol id="([^"]+)"', sprite) == names
    assert names == sorted(set(names))


def test_every_class_in_a_template_is_drawn():
    styles = "".join(path.read_text() for path in (STATIC / "design/css").glob("*.css"))
    drawn = set(re.findall(r"\.(hb-[a-z_-]+)", styles))
    used = {
        name
        for path in templates()
        for value in CLASS_ATTRIBUTE.findall(path.read_text(encoding="utf-8"))
        for name in OUR_CLASS.findall(TAGS.sub(lambda tag: " " if tag[0][1] == "%" else "{", value))
    }

    assert used <= drawn


def test_own_styles_name_only_files_that_exist():
    for path in (STATIC / "design/css").glob("*.css"):
        for name in re.findall(r'url\("([^"]+)"\)', path.read_text()):
            assert (path.parent / name).is_file(), name


def test_wrapped_styles_lie_in_their_layer_and_name_no_foreign_font():
    styles = (STATIC / "vendor/dkfds/css/dkfds.css").read_text()

    assert styles.startswith("@layer dkfds{")
    assert "@font-face" not in styles
    assert "sourceMappingURL" not in styles
    for name in assets.RELATIVE_URL.findall(styles):
        assert (STATIC / "vendor/dkfds" / name).is_file(), name


def test_lock_file_pins_exactly_and_names_no_host():
    lock = (assets.ROOT / "package-lock.json").read_text()
    package = (assets.ROOT / "package.json").read_text()

    assert "://" not in lock
    assert not re.search(r'": "[\^~*]', package)
    assert lock.count('"integrity"') == 5


def test_nothing_is_done_when_nothing_changed():
    before = (assets.VENDOR / "STAMP").stat().st_mtime_ns

    assert assets.ensure() is False
    assert (assets.VENDOR / "STAMP").stat().st_mtime_ns == before


def test_missing_node_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(assets.AssetsUnavailable, match=r"Node\.js .* with npm is needed"):
        assets.install_packages()


def test_icon_that_is_not_in_dkfds_is_named():
    with pytest.raises(assets.AssetsUnavailable, match="unicorn"):
        assets.icon_sprite(["home", "unicorn"])
