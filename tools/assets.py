"""Browser assets: bring what package-lock.json names into the ignored vendor folder.

Run by ./run before anything is served. Copies only what the pages use, so that the first view
stays small, and does nothing when the lock file, the icon list and this file are unchanged.
Needs Node.js only; no Python package.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.filelocks import locked
from tools.places import LOCAL, ROOT

DESIGN = ROOT / "src" / "hjemmebane" / "design"
VENDOR = DESIGN / "static" / "vendor"
ICON_LIST = DESIGN / "icons.txt"
NODE_MODULES = ROOT / "node_modules"

# Latin1 holds every Danish letter (17 KB a weight); Latin2 is fetched by the browser only when a
# name on the page needs it (Polish, Czech, Turkish …).
SANS_WEIGHTS = ("Regular", "SemiBold")
SANS_SUBSETS = ("Latin1", "Latin2")
SERIF_SUBSETS = ("latin", "latin-ext")

# For paper: typesetting reads OpenType files, with every letter in each.
PAPER_STYLES = ("Regular", "SemiBold", "Italic")

FONT_FACE = re.compile(r"@font-face\s*{[^}]*}")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/|^//# sourceMappingURL=.*$", re.MULTILINE)
RELATIVE_URL = re.compile(r"""url\(["']?\.\./([^)"']+)["']?\)""")
SYMBOL_SOURCE = re.compile(r"<svg[^>]*viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


class AssetsUnavailable(Exception):
    """The assets could not be built; the message says in one sentence what to do."""


def ensure() -> bool:
    """Build the vendor folder when its sources changed; answer whether anything was done.

    Tests run on every core, and each begins here: one builds, the others wait for it.
    """
    if is_built():
        return False
    LOCAL.mkdir(exist_ok=True)
    with locked(LOCAL / "assets.lock"):
        if is_built():  # by whoever held the lock
            return False
        build()
        return True


def is_built() -> bool:
    stamp = VENDOR / "STAMP"
    return stamp.is_file() and stamp.read_text() == fingerprint()


def build() -> None:
    wanted = fingerprint()
    install_packages()
    building = VENDOR.with_name("vendor.new")
    shutil.rmtree(building, ignore_errors=True)
    copy_dkfds(building / "dkfds")
    copy_fonts(building / "fonts")
    copy_htmx(building / "htmx")
    copy_idb(building / "idb")
    write(building / "icons.svg", icon_sprite(ICON_LIST.read_text().split()))
    write(building / "STAMP", wanted)
    shutil.rmtree(VENDOR, ignore_errors=True)
    building.rename(VENDOR)


def fingerprint() -> str:
    """Change whenever the built folder would."""
    digest = hashlib.sha256()
    for source in (ROOT / "package-lock.json", ICON_LIST, Path(__file__)):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def install_packages() -> None:
    """Fill node_modules exactly as the lock file says, running no package's own scripts."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise AssetsUnavailable(
            "Node.js (20 or newer) with npm is needed to build the browser assets: install it "
            "(Debian: apt-get install nodejs npm) and run the command again."
        )
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AssetsUnavailable(
            "npm could not install the packages of package-lock.json: " + done.stderr.strip()
        )


def copy_dkfds(target: Path) -> None:
    """The neutral theme in a cascade layer of its own, so that our styles always win over it.

    Its @font-face rules go: the first loads .woff before .woff2, and all load whole alphabets.
    """
    source = NODE_MODULES / "dkfds"
    styles = (source / "dist/css/dkfds.min.css").read_text(encoding="utf-8")
    styles = styles.removeprefix("\ufeff").removeprefix('@charset "UTF-8";')
    styles = SOURCE_MAP.sub("", FONT_FACE.sub("", styles))
    write(target / "css/dkfds.css", f"@layer dkfds{{{styles}}}\n")
    for path in sorted(set(RELATIVE_URL.findall(styles))):
        copy(source / "dist" / path, target / path)
    copy(source / "LICENSE.md", target / "LICENSE.md")


def copy_fonts(target: Path) -> None:
    """Two weights of the sans for everything, one serif for the citizen's own words."""
    sans = NODE_MODULES / "dkfds/dist/fonts/IBMPlexSans"
    for weight in SANS_WEIGHTS:
        for subset in SANS_SUBSETS:
            name = f"IBMPlexSans-{weight}-{subset}.woff2"
            copy(sans / "split/woff2" / name, target / name)
    copy(sans / "complete/woff2/license.txt", target / "IBMPlexSans-LICENSE.txt")
    for style in PAPER_STYLES:
        name = f"IBMPlexSans-{style}.otf"
        copy(sans / "complete/otf" / name, target / "paper" / name)
    serif = NODE_MODULES / "@fontsource/ibm-plex-serif"
    for subset in SERIF_SUBSETS:
        name = f"ibm-plex-serif-{subset}-400-normal.woff2"
        copy(serif / "files" / name, target / name)
    copy(serif / "LICENSE", target / "IBMPlexSerif-LICENSE.txt")


def copy_htmx(target: Path) -> None:
    source = NODE_MODULES / "htmx.org"
    script = (source / "dist/htmx.min.js").read_text(encoding="utf-8")
    write(target / "htmx.min.js", SOURCE_MAP.sub("", script))
    copy(source / "LICENSE", target / "LICENSE")


def copy_idb(target: Path) -> None:
    """IndexedDB with promises, as the one module that Felt imports."""
    source = NODE_MODULES / "idb"
    copy(source / "build/index.js", target / "idb.js")
    copy(source / "LICENSE", target / "LICENSE")


def icon_sprite(names: list[str]) -> str:
    """One file with a <symbol> per icon the components use."""
    symbols = []
    for name in names:
        icon = NODE_MODULES / "dkfds/dist/img/svg-icons" / f"{name}.svg"
        found = SYMBOL_SOURCE.search(icon.read_text()) if icon.is_file() else None
        if found is None:
            raise AssetsUnavailable(
                f"dkfds has no icon {name}: mend src/hjemmebane/design/icons.txt."
            )
        view_box, shape = found.groups()
        symbols.append(f'<symbol id="{name}" viewBox="{view_box}">{shape}</symbol>')
    body = "\n".join(symbols)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n'


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    try:
        print("assets built" if ensure() else "assets up to date")
    except AssetsUnavailable as problem:
        sys.exit(str(problem))
