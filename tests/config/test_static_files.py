"""What browsers fetch of our own style sheets says the same in fewer bytes."""

from django.core.files.base import ContentFile

from hjemmebane.config.static_files import SmallStaticFiles

WRITTEN = b"/* Why it is so. */\n\n.hb-card {\n  padding: calc(1rem + 2px);\n}\n"
SMALL = b".hb-card{padding:calc(1rem + 2px)}"


def collected(tmp_path, name):
    """The file as it was collected, and the one that browsers ask for by its content."""
    storage = SmallStaticFiles(location=tmp_path, base_url="/static/")
    storage.save(name, ContentFile(WRITTEN))
    done = list(storage.post_process({name: (storage, name)}))
    assert [outcome for *_, outcome in done if isinstance(outcome, Exception)] == []
    hashed = storage.stored_name(name)
    return (tmp_path / name).read_bytes(), (tmp_path / hashed).read_bytes()


def test_our_style_sheet_loses_what_only_we_read(tmp_path):
    assert collected(tmp_path, "design/css/card.css") == (SMALL, SMALL)


def test_what_others_wrote_stays_as_it_is(tmp_path):
    assert collected(tmp_path, "vendor/dkfds/card.css") == (WRITTEN, WRITTEN)
    assert collected(tmp_path, "design/js/card.js") == (WRITTEN, WRITTEN)
