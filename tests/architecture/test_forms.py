"""No form speaks with Django's words: each is a PlainWords, itself or through its parent."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, Finding, listed, modules, nodes

WORDS = "PlainWords"
DEFINED_IN = "foundation/plain_words.py"


def foreign_forms(package: Path) -> list[Finding]:
    """Forms that inherit one of Django's or of a library without our words."""
    return [
        Finding(path, node.lineno, f"{node.name} speaks with other words: add {WORDS}")
        for path, tree in modules(package)
        if path != DEFINED_IN
        for node in nodes(tree)
        if isinstance(node, ast.ClassDef) and _is_foreign(node, _from_elsewhere(tree))
    ]


def _is_foreign(node: ast.ClassDef, elsewhere: set[str]) -> bool:
    bases = [ast.unparse(base) for base in node.bases]
    strangers = [b for b in bases if b.endswith("Form") and ("." in b or b in elsewhere)]
    return bool(strangers) and bases[0] != WORDS


def _from_elsewhere(tree: ast.Module) -> set[str]:
    """Names that a module imports from outside the house."""
    return {
        name.asname or name.name
        for node in nodes(tree)
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("hjemmebane")
        for name in node.names
    }


def test_house_speaks_with_its_own_words():
    found = foreign_forms(PACKAGE)

    assert not found, listed(found)


@pytest.mark.parametrize(
    "text",
    [
        "from django import forms\n\nclass Seeded(forms.Form):\n    pass\n",
        "from django.forms import Form\n\nclass Seeded(Form):\n    pass\n",
        "from allauth.forms import LoginForm as OtherForm\n\nclass Seeded(OtherForm):\n    pass\n",
        "from django import forms\n\nclass Seeded(forms.Form, PlainWords):\n    pass\n",
    ],
)
def test_form_with_other_words_is_found(house, seed, text):
    path = seed("faces/staff/plans/seeded.py", text)

    assert [(f.path, f.line) for f in foreign_forms(house)] == [(path, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "from django import forms\n\nclass Seeded(PlainWords, forms.Form):\n    pass\n",
        "from hjemmebane.x import RecordForm\n\nclass Seeded(RecordForm):\n    pass\n",
    ],
)
def test_form_with_our_words_is_left_alone(house, seed, text):
    seed("faces/staff/plans/seeded.py", text)

    assert foreign_forms(house) == []
