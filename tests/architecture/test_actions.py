"""Only actions carry @action, and every public function of an actions module is one."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import (
    PACKAGE,
    Finding,
    FunctionNode,
    functions,
    is_part_of_room,
    listed,
    modules,
)

DEFINED_IN = "foundation/actions.py"


def malformed_actions(package: Path) -> list[Finding]:
    """Public functions of actions modules that are not keyword-only verbs with `by` and `at`."""
    return [
        Finding(path, node.lineno, f"{node.name}: {why}")
        for path, tree in modules(package)
        if is_part_of_room(path, "actions")
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        for why in _faults(node)
    ]


def stray_actions(package: Path) -> list[Finding]:
    """@action on anything that does not live in a room's actions."""
    return [
        Finding(path, node.lineno, f"{node.name} carries @action outside a room's actions")
        for path, tree in modules(package)
        if path != DEFINED_IN and not is_part_of_room(path, "actions")
        for node in functions(tree)
        if _is_action(node)
    ]


def _is_action(node: FunctionNode) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "action" for mark in node.decorator_list)


def _faults(node: FunctionNode) -> list[str]:
    arguments = node.args
    named = {argument.arg for argument in arguments.kwonlyargs}
    faults = [] if _is_action(node) else ["lacks @action"]
    if arguments.args or arguments.posonlyargs or arguments.vararg or arguments.kwarg:
        faults.append("takes arguments that are not keyword-only")
    faults += [f"does not take `{name}`" for name in ("by", "at") if name not in named]
    return faults


@pytest.mark.parametrize("gate", [malformed_actions, stray_actions])
def test_house_writes_through_well_formed_actions(gate):
    found = gate(PACKAGE)

    assert not found, listed(found)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('def close(*, plan, by, at):\n    """Close."""\n', "lacks @action"),
        ('@action\ndef close(plan, *, by, at):\n    """Close."""\n', "keyword-only"),
        ('@action\ndef close(*, plan, at):\n    """Close."""\n', "`by`"),
        ('@action\ndef close(*, plan, by):\n    """Close."""\n', "`at`"),
        ('@action\ndef close(*, plan, by, at, **more):\n    """Close."""\n', "keyword-only"),
    ],
)
def test_malformed_action_is_found(house, seed, text, fault):
    path = seed("domain/plans/actions/seeded.py", text)

    assert [f.path for f in malformed_actions(house) if fault in f.why and f.path == path]


def test_action_outside_its_place_is_found(house, seed):
    path = seed("faces/staff/plans/seeded.py", "@action\ndef close(*, plan, by, at):\n    ...\n")

    assert path in {f.path for f in stray_actions(house)}
