"""Comparing SQL conditions: as we write them, and as PostgreSQL gives them back."""

import re
from collections import deque

type Node = str | tuple[Node, ...]

CAST = re.compile(r"::(character varying|timestamp without time zone|[a-z_]+)")
ALIAS = re.compile(r"\bAS [a-z_]+")
# A function in FROM is given its own name again, and the names of its columns.
ROWS = re.compile(r"(\b[a-z_]+\.([a-z_]+)\(\)) \2\([a-z_, ]+\)")
CALL = re.compile(r"\(([a-z_.]+\(\))\)")
TOKEN = re.compile(r"[()]|[^\s()]+")


def normalised(condition: str) -> Node:
    """The condition as a tree, so that two spellings of the same logic compare equal.

    PostgreSQL adds parentheses, aliases and casts to what it stores; AND binds closer than OR.
    """
    plain = ALIAS.sub("", CAST.sub("", condition))
    for _call, name in ROWS.findall(plain):
        plain = plain.replace(f" {name}.", " ")
    plain = CALL.sub(r"\1", ROWS.sub(r"\1", plain))
    return _either(deque(TOKEN.findall(plain)))


def _either(tokens: deque[str]) -> Node:
    return _joined(tokens, "OR")


def _joined(tokens: deque[str], word: str) -> Node:
    parts = [_operand(tokens, word)]
    while tokens and tokens[0] == word:
        tokens.popleft()
        parts.append(_operand(tokens, word))
    return parts[0] if len(parts) == 1 else (word, *parts)


def _operand(tokens: deque[str], word: str) -> Node:
    return _joined(tokens, "AND") if word == "OR" else _term(tokens)


def _term(tokens: deque[str]) -> Node:
    """Words up to the next AND, OR or closing parenthesis; a pair of parentheses is one word."""
    words: list[Node] = []
    while tokens and tokens[0] not in {"AND", "OR", ")"}:
        word = tokens.popleft()
        words.append(_group(tokens) if word == "(" else word)
    if len(words) == 2 and words[0] == "SELECT" and isinstance(words[1], tuple):
        return ("SELECT", *words[1])  # SELECT (a) is SELECT a
    return words[0] if len(words) == 1 else tuple(words)


def _group(tokens: deque[str]) -> Node:
    inside = _either(tokens)
    if tokens:
        tokens.popleft()
    return inside
