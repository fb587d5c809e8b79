"""Letters say nothing of anybody: one way out, subjects that never vary, and a link at most."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, Finding, files, listed, modules, place

GATEWAY = "gateways/email/client.py"
CLIENT = "hjemmebane.gateways.email.client"
WAYS_OUT = ("django.core.mail", "smtplib", "email", "django.core.mail.message")
PERMITTED_IN_GATEWAY = {"django.core.mail", "smtplib"}
LETTER = "letter.txt"
# A link without a name in it, and until when it is good.
PLACEHOLDERS = {"link|safe", "last_day"}
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")
PLACEHOLDER = re.compile(r"\{\{\s*(.*?)\s*\}\}")


def other_ways_out(package: Path) -> list[Finding]:
    """Imports with which a letter could leave besides the gateway."""
    return [
        Finding(path, node.lineno, f"imports {name}: letters leave by {GATEWAY} alone")
        for path, tree in modules(package)
        if path != GATEWAY
        for node, name in _imported(tree)
        if name.startswith(WAYS_OUT) and name.split(".")[0] in {"django", "smtplib", "email"}
    ]


def _imported(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def loose_letters(package: Path) -> list[Finding]:
    """Letters whose subject is made on the way, or whose text is not one of the letters' own."""
    return [
        Finding(path, call.lineno, why)
        for path, tree in modules(package)
        for call in _sendings(tree)
        for why in _looseness(call, tree)
    ]


def _sendings(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls that hand a letter over, under whatever name the gateway goes."""
    names = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == CLIENT
        for alias in node.names
        if alias.name == "send"
    }
    clients = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and f"{node.module}.client" == CLIENT
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (
            (isinstance(node.func, ast.Name) and node.func.id in names)
            or (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == "send"
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in clients
            )
        ):
            yield node


def _looseness(call: ast.Call, tree: ast.Module) -> Iterator[str]:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if not _is_constant(given.get("subject"), tree):
        yield "the subject of a letter is a constant of its module"
    if not _is_rendered(given.get("text"), tree):
        yield f"the text of a letter is rendered from a {LETTER} right before it is sent"


def _is_constant(value: ast.expr | None, tree: ast.Module) -> bool:
    given = _given_to(value, tree) if isinstance(value, ast.Name) else []
    return bool(given) and all(
        isinstance(one, ast.Constant) and isinstance(one.value, str) for one in given
    )


def _given_to(name: ast.Name, tree: ast.Module) -> list[ast.expr]:
    """Every value that a name is ever given in the module."""
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name.id for target in node.targets)
    ]


def _is_rendered(value: ast.expr | None, tree: ast.Module) -> bool:
    given = _given_to(value, tree) if isinstance(value, ast.Name) else []
    return bool(given) and all(_renders_a_letter(one) for one in given)


def _renders_a_letter(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id == "render_to_string"
        and isinstance(value.args[0], ast.Constant)
        and str(value.args[0].value).endswith(LETTER)
    )


def telling_letters(package: Path) -> list[Finding]:
    """Letters that say more than what is the same for everybody, a link and a day."""
    return [
        Finding(place(path, package), number, f"says {said}")
        for path in files(package, LETTER)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for said in _said(line)
    ]


def _said(line: str) -> Iterator[str]:
    yield from TAG.findall(line)
    yield from (one for one in PLACEHOLDER.findall(line) if one not in PLACEHOLDERS)


@pytest.mark.parametrize("gate", [other_ways_out, loose_letters, telling_letters])
def test_letters_say_nothing_of_anybody(gate):
    found = gate(PACKAGE)

    assert not found, listed(found)


def test_there_are_letters_to_look_at():
    assert [place(path, PACKAGE) for path in files(PACKAGE, LETTER)]
    assert sum(len(list(_sendings(tree))) for _path, tree in modules(PACKAGE)) > 0


IMPORT = "from hjemmebane.gateways.email.client import send\n"
MODULE = "from hjemmebane.gateways.email import client as post\n"
GOOD = "S = 'Nyt'\nt = render_to_string('staff/letter.txt', {})\n"


@pytest.mark.parametrize(
    "text",
    [
        "from django.core.mail import send_mail\n",
        "from django.core import mail\n",
        "import smtplib\n",
        "from email.message import EmailMessage\n",
    ],
)
def test_another_way_out_is_found(house, seed, text):
    path = seed("faces/staff/seeded.py", text)

    assert {finding.path for finding in other_ways_out(house)} == {path}


@pytest.mark.parametrize(
    "text",
    [
        f"{IMPORT}{GOOD}send(to=x, subject=f'Om {{x}}', text=t)\n",
        f"{IMPORT}{GOOD}S = str(x)\nsend(to=x, subject=S, text=t)\n",
        f"{IMPORT}{GOOD}send(to=x, subject=S, text='Hej ' + x)\n",
        f"{IMPORT}{GOOD}t = x\nsend(to=x, subject=S, text=t)\n",
        f"{MODULE}{GOOD}post.send(to=x, subject=S, text=x.name)\n",
    ],
)
def test_letter_made_on_the_way_is_found(house, seed, text):
    path = seed("faces/staff/seeded.py", text)

    assert {finding.path for finding in loose_letters(house)} == {path}


def test_letter_as_it_should_be_is_not_found(house, seed):
    seed("faces/staff/seeded.py", f"{MODULE}{GOOD}post.send(to=x, subject=S, text=t)\n")

    assert loose_letters(house) == []


@pytest.mark.parametrize(
    "text",
    ["Hej {{ person.name }}\n", "{{ link }}\n", "{% include 'x' %}\n", "{% if x %}a{% endif %}"],
)
def test_letter_that_tells_is_found(house, seed, text):
    path = seed("faces/staff/seeded/letter.txt", text)

    assert {finding.path for finding in telling_letters(house)} == {path}
