"""Pages run under a policy without exceptions, and speak the design's language only."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, Finding, files, listed, place

TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
FOREIGN = re.compile(r"^(https?:)?//", re.IGNORECASE)
LOADS = {"src", "srcset", "data", "poster"}
EVALUATED = {"hx-on", "hx-vars", "hx-ext"}
OUR_PREFIX = "hb-"
OWN_FORMAT = re.compile(r"\|(date|time):")


class Trespasses(HTMLParser):
    """Collects what a page may not do. Template tags are blanked out before it reads."""

    def __init__(self, *, in_design: bool) -> None:
        super().__init__()
        self.in_design = in_design
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "style":
            self._note("<style>: style sheets are files")
        if tag == "script" and "src" not in given:
            self._note("inline <script>: scripts are files")
        if tag == "link" and FOREIGN.match(given.get("href", "")):
            self._note("a style sheet or icon from elsewhere")
        for name, value in given.items():
            self._look_at(name, value)

    def _look_at(self, name, value):
        if name == "style":
            self._note('style="": use a class')
        if name.startswith(("on", "hx-on")) or name in EVALUATED:
            self._note(f"{name}: behaviour lives in a script file")
        if value.strip().lower().startswith(("javascript:", "js:")):
            self._note(f"{name} holds a script")
        if name in LOADS and FOREIGN.match(value):
            self._note(f"{name} loads from elsewhere")
        if name == "class" and not self.in_design:
            for word in value.split():
                if not word.startswith(OUR_PREFIX):
                    self._note(f"class “{word}” is not ours: use a component of design")

    def _note(self, why):
        self.found.append((self.getpos()[0], why))


def trespasses(package: Path) -> list[Finding]:
    """Inline code, foreign resources, and class names that belong to the wrapped design system."""
    return [
        Finding(place(path, package), line, why)
        for path in files(package, ".html")
        for line, why in _read(path, in_design=place(path, package).startswith("design/"))
    ]


def _read(path: Path, *, in_design: bool) -> list[tuple[int, str]]:
    text = COMMENT.sub(_blank, path.read_text(encoding="utf-8"))
    parser = Trespasses(in_design=in_design)
    parser.feed(TAG.sub(_blank, text))
    parser.close()
    return parser.found


def _blank(match: re.Match[str]) -> str:
    """A template tag becomes nothing that HTML could mistake, on as many lines as before.

    What a tag glues to a word (`hb-tag-{{ tone }}`) leaves the word standing.
    """
    lines = match.group().count("\n")
    return "\n" * lines if lines or match.group().startswith("{%") else "x"


def own_formats(package: Path) -> list[Finding]:
    """Dates written in a page's own way: a bare `|date` is Danish, and the same everywhere."""
    return [
        Finding(place(path, package), number, "a date format of its own: write a bare `|date`")
        for path in files(package, ".html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if OWN_FORMAT.search(line)
    ]


@pytest.mark.parametrize("gate", [trespasses, own_formats])
def test_house_has_no_trespassing_template(gate):
    found = gate(PACKAGE)

    assert not found, listed(found)


def test_date_format_of_a_page_is_found(house, seed):
    path = seed("faces/staff/plans/seeded.html", '\n{{ day|date:"d/m" }} {{ day|date }}\n')

    assert [(f.path, f.line) for f in own_formats(house)] == [(path, 2)]


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">x</p>',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<button onclick="go()">x</button>',
        '<div hx-on:click="go()">x</div>',
        '<div hx-on--load="go()">x</div>',
        '<a href="javascript:go()">x</a>',
        "<form hx-vals='js:{a: b()}'></form>",
        '<script src="https://cdn.example/x.js"></script>',
        '<img src="//cdn.example/x.png" alt="">',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<button class="hb-wide button button-primary">x</button>',
        '<button class="{% if a %}form-error{% endif %}">x</button>',
    ],
)
def test_trespass_in_a_page_is_found(house, seed, markup):
    path = seed("faces/staff/plans/seeded.html", f"{{% load static %}}\n{markup}\n")

    assert {(f.path, f.line) for f in trespasses(house) if f.path == path} == {(path, 2)}


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="hb-note hb-tag-{{ tone }} {% if a > b %}hb-late{% endif %}">x</p>',
        '<script src="{% static "design/js/x.js" %}" type="module"></script>',
        '<a href="{% url "staff:plans:plan" plan.pk %}">x</a>',
        '{% comment %}<p style="x">{% endcomment %}<p>x</p>',
    ],
)
def test_good_page_is_left_alone(house, seed, markup):
    path = seed("faces/staff/plans/seeded.html", markup)

    assert path not in {f.path for f in trespasses(house)}


def test_components_may_use_the_wrapped_names_but_not_inline_style(house, seed):
    wrapped = seed("design/components/wrapped.html", '<button class="button">x</button>')
    inline = seed("design/components/inline.html", '<p style="x">x</p>')

    found = {f.path for f in trespasses(house)}

    assert wrapped not in found
    assert inline in found
