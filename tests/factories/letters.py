"""What letters that left the house say, held against everything a test's database knows of people.

Read as each of the staff, so that the same works in a transaction that is rolled back and in a
database of the test's own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core.mail import EmailMessage
from django.db import connection, models

from hjemmebane.domain.citizens.queries import sealed_place
from hjemmebane.foundation.accounts.choices import Face
from hjemmebane.foundation.accounts.models import User
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today
from hjemmebane.foundation.cpr import holds_cpr
from hjemmebane.foundation.sealing import unseal
from tests.architecture.source import PACKAGE, files

# Every message that was handed over in the test that runs, whatever became of it.
LEFT: list[EmailMessage] = []

# They name no person, and yet tell of one who is told to go there.
TELLING = {"teams_team": "name", "partners_partnerorganisation": "name"}
SEALED = {"citizens_citizen": ("address_sealed", "cpr_sealed")}
WORD = re.compile(r"\w+")
ADDRESS = re.compile(r"https?://\S+")
ADDRESSED = re.compile(r"\S+@\S+")
TELEPHONE = re.compile(r"(?<!\d)(?:\d{2} ?){3}\d{2}(?!\d)")
SHORTEST = 3  # letters of a word that can be known again
RUN = 3  # words in a row that are nobody's but the writer's


@dataclass(frozen=True)
class Known:
    """What must stand in no letter: words of names, runs of words from prose, and numbers."""

    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    numbers: frozenset[str]


def faults(letters: Iterable[EmailMessage]) -> list[str]:
    """What the letters say of anybody; empty when they say nothing."""
    letters = list(letters)
    if not letters:
        return []
    known = everything_known()
    return [fault for letter in letters for fault in _faults(said_in(letter), known)]


def said_in(letter: EmailMessage) -> str:
    """All that leaves besides whom it goes to: who can read it need not be the one it is for."""
    headers = " ".join(map(str, letter.extra_headers.values()))
    others = [str(part) for part in (*getattr(letter, "alternatives", ()), *letter.attachments)]
    return "\n".join([letter.subject, letter.body, headers, *others])


def _faults(text: str, known: Known) -> Iterator[str]:
    words = _words(text)
    prose, figures = ADDRESS.sub(" ", text), re.sub(r"\D", "", text)
    yield from (f"the word “{word}”" for word in sorted(set(words) & known.words))
    yield from (f"the words “{' '.join(run)}”" for run in sorted(set(_runs(words)) & known.runs))
    yield from (f"the number {one}" for one in sorted(known.numbers) if one in figures)
    if holds_cpr(text, today=today()):
        yield "a CPR number"
    if TELEPHONE.search(prose):
        yield "a telephone number"


def everything_known() -> Known:
    """All words about people that the test's database shows any of the staff."""
    words: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    numbers: set[str] = set()
    for value in _values():
        # Where an e-mail goes to may be the place the letter is about: whose it is must not be.
        said = _words(value.partition("@")[0] if ADDRESSED.fullmatch(value) else value)
        figures = re.sub(r"\D", "", value)
        if len(figures) >= 8:
            numbers.add(figures)
        if len(said) <= RUN:
            words |= {word for word in said if len(word) >= SHORTEST and not word.isdecimal()}
        runs |= set(_runs(said))
    ours = _words("\n".join(letter_texts()))
    return Known(
        frozenset(words - set(ours)), frozenset(runs - set(_runs(ours))), frozenset(numbers)
    )


def letter_texts() -> Iterator[str]:
    """The texts of all letters, which say the same to everybody."""
    return (path.read_text(encoding="utf-8") for path in files(PACKAGE / "faces", "letter.txt"))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _values() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except RuntimeError:  # a test that may not ask a database has nobody in one
        return
    for user in User.objects.filter(face=Face.STAFF, is_active=True):
        with acting(user.actor):
            yield from _values_seen()


def _values_seen() -> Iterator[str]:
    for model in apps.get_models():
        names = _columns(model) if hasattr(model, "guard") else []
        for row in model._default_manager.values_list(*names).distinct() if names else ():
            yield from (str(value) for value in row if value)
        for column in SEALED.get(model._meta.db_table, ()):
            for key, value in model._default_manager.values_list("pk", column):
                yield unseal(value, place=sealed_place(key, column)) if value else ""


def _columns(model: type[models.Model]) -> list[str]:
    """The written fields that tell of people, codes left out."""
    told = model.privacy.personal | model.privacy.sensitive | {TELLING.get(model._meta.db_table)}
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.name in told
        and isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not field.name.endswith("_index")
    ]
