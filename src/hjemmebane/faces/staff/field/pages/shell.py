"""The shell of Felt: its page, the files it needs without a network, and their common version."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import vl_convert
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string
from django.templatetags.static import static

from hjemmebane.domain.contacts.choices import ContactKind
from hjemmebane.faces.staff.contacts.forms.log import TAKES_TIME
from hjemmebane.faces.staff.field.forms.sheets import (
    LightSheet,
    NoteSheet,
    PinSheet,
    RevealSheet,
    StepSheet,
    VisitSheet,
)

ICON = "design/felt.svg"
ICON_SIZES = (192, 512)
DRAWN_FROM = 512  # units of the SVG's own width

STYLES = (
    "vendor/dkfds/css/dkfds.css",
    *(
        f"design/css/{name}.css"
        for name in (
            "tokens",
            "type",
            "frame",
            "layout",
            "actions",
            "forms",
            "surfaces",
            "data",
            "people",
            "plain",
            "field",
        )
    ),
)
FILES = (
    "vendor/icons.svg",
    "vendor/idb/idb.js",
    "vendor/fonts/IBMPlexSans-Regular-Latin1.woff2",
    "vendor/fonts/IBMPlexSans-Regular-Latin2.woff2",
    "vendor/fonts/IBMPlexSans-SemiBold-Latin1.woff2",
    "vendor/fonts/IBMPlexSans-SemiBold-Latin2.woff2",
    "design/icon.svg",
)
SCRIPTS = "design/js/field"
# The worker is given by its own address, and `ended.js` belongs to the pages after a logout.
NOT_KEPT = {"worker.js", "ended.js"}


def shell_html() -> str:
    """The page, which is the same for everybody: it is made without a request."""
    context = {
        "styles": STYLES,
        "visit": VisitSheet(),
        "step": StepSheet(),
        "light": LightSheet(),
        "task": NoteSheet(auto_id="id_task_%s"),
        "pin": PinSheet(),
        "reveal": RevealSheet(),
        "takes_time": " ".join(kind for kind in ContactKind if kind in TAKES_TIME),
    }
    return render_to_string("staff/field/shell.html", context)


def scripts() -> list[str]:
    """The modules of Felt; one that is missing here would be missing without a network."""
    folder = finders.find(SCRIPTS)
    found = [path.relative_to(folder) for path in sorted(Path(folder).rglob("*.js"))]
    return [f"{SCRIPTS}/{name}" for name in found if str(name) not in NOT_KEPT]


def assets() -> list[str]:
    """The addresses of everything the shell needs."""
    return [static(name) for name in (*STYLES, *FILES, *scripts())]


def source_of(name: str) -> bytes:
    """What a static file holds, as it is served."""
    if finders.find(name):
        return Path(finders.find(name)).read_bytes()
    with staticfiles_storage.open(name) as file:
        content: bytes = file.read()
    return content


def version_of(kept: list[str]) -> str:
    """Another one as soon as the shell or any of its files is another."""
    digest = sha256(shell_html().encode())
    for address, name in zip(kept, (*STYLES, *FILES, *scripts()), strict=True):
        digest.update(address.encode() + sha256(source_of(name)).digest())
    return digest.hexdigest()[:16]


@cache
def drawn_icon(size: int) -> bytes:
    """The icon as a picture, `size` pixels wide."""
    picture: bytes = vl_convert.svg_to_png(source_of(ICON).decode(), scale=size / DRAWN_FROM)
    return picture
