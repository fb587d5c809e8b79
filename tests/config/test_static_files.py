"""What browsers fetch of our own style sheets says the same in fewer bytes."""

from django.core.files.base import ContentFile

from hjemmebane.config.static_files import SmallStaticFiles

WRITTEN = b"/* Why it is so. */\n\n.hb-card {\n  padding: calc(1rem + 2px);\n}\n"


def saved(tmp_path, name):
    storage = SmallStaticFiles(location=tmp_path, base_url="/static/")
    return (tmp_path / storage.save(name, ContentFile(WRITTEN))).read_bytes()


def test_our_style_sheet_loses_what_only_we_read(tmp_path):
    assert saved(tmp_path, "design/css/card.css") == b".hb-card{padding:calc(1rem + 2px)}"


def test_what_others_wrote_stays_as_it_is(tmp_path):
    assert saved(tmp_path, "vendor/dkfds/card.css") == WRITTEN
    assert saved(tmp_path, "design/js/card.js") == WRITTEN
