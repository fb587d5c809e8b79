"""Every sentence of ours that a citizen reads is easy: LIX 30 at most, in each file and in all."""

import ast
import re

import pytest

from hjemmebane.domain.sharing.choices import (
    AnswerGiven,
    SharingRefusal,
    StoryTheme,
    SuggestionKind,
    SuggestionStatus,
    Symbol,
)
from tests.architecture.source import PACKAGE
from tools.readability import lix

HARDEST = 30
# Fewer words than this say more of chance than of the text.
FEWEST = 12
FACE = PACKAGE / "faces/citizen"
LAYOUT = PACKAGE / "design/layouts/citizen.html"
SCRIPTS = [PACKAGE / f"design/static/design/js/{name}.js" for name in ("read_aloud", "own_voice")]
COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}", re.DOTALL)
SHOWN_PROP = re.compile(r'\b(?:label|text|title|part|lead|hidden)="([^"]*)"')
INLINE = re.compile(r"</?(?:strong|em|span|b|i|a)\b[^>]*>")
SENTENCE = re.compile(r"[A-ZÆØÅ]\w*[ ,.!?]")
# The names of what the citizen reads in the access log are the staff's, and those of files.
SCRIPT_TEXT = re.compile(r'"([A-ZÆØÅ][^"]+ [^"]+)"')


def texts_of_template(path):
    """What stands on the page, without the words that come from the database."""
    source = COMMENT.sub("", path.read_text(encoding="utf-8"))
    props = SHOWN_PROP.findall(source)
    plain = re.sub(r"{%.*?%}|{{.*?}}", " ", INLINE.sub("", source), flags=re.DOTALL)
    lines = [text.strip() for text in re.split(r"<[^>]*>", plain)]
    return [text for text in (*props, *lines) if re.search(r"[A-Za-zÆØÅæøå]{2}", text)]


def texts_of_module(path):
    """Strings that are sentences; docstrings are for developers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, holders)
    }
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)]
    return [
        text
        for text in strings
        if isinstance(text, str) and text not in docstrings and SENTENCE.match(text)
    ]


def texts_of(path):
    if path.suffix == ".html":
        return texts_of_template(path)
    if path.suffix == ".js":
        return SCRIPT_TEXT.findall(path.read_text(encoding="utf-8"))
    return texts_of_module(path)


FILES = sorted([*FACE.rglob("*.html"), *FACE.rglob("*.py"), LAYOUT, *SCRIPTS])


def words_in(texts):
    return sum(len(text.split()) for text in texts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_file_is_easy_to_read(path):
    texts = texts_of(path)

    assert words_in(texts) < FEWEST or lix(texts) <= HARDEST, texts


def test_the_whole_face_is_easy_to_read():
    texts = [text for path in FILES for text in texts_of(path)]

    assert words_in(texts) > 500
    assert lix(texts) <= HARDEST


# Of the refusals, those that a citizen can meet.
MET_BY_CITIZENS = [
    SharingRefusal.INVITATION_CLOSED,
    SharingRefusal.ALREADY_SETTLED,
    SharingRefusal.NOT_REACHED,
    SharingRefusal.TOO_LATE,
    SharingRefusal.NOT_IN_PLAN,
    SharingRefusal.UNKNOWN_SYMBOL,
    SharingRefusal.TOO_LARGE,
    SharingRefusal.WRONG_KIND,
    SharingRefusal.COURSE_ENDED,
    SharingRefusal.NOTHING_SAID,
]


def test_what_the_room_says_to_a_citizen_is_easy_to_read():
    chosen = (AnswerGiven, StoryTheme, SuggestionKind, SuggestionStatus, Symbol)
    labels = [str(label) for choices in chosen for label in choices.labels]

    assert lix([*labels, *(str(reason.label) for reason in MET_BY_CITIZENS)]) <= HARDEST
