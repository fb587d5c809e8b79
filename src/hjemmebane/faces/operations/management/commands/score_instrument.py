"""`manage.py score_instrument CODE ANSWERS`."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from hjemmebane.domain.measurements.calculations.scoring import (
    Answers,
    Score,
    UnknownAnswer,
    band_of,
    score,
)
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.method.queries import instrument, instruments

NOTHING = {"", "-"}


class Command(BaseCommand):
    """Score one set of answers, without a database, a citizen or a trace."""

    help = (
        "Score answers. ANSWERS: points in the order of the questions, with commas between, "
        '“-” where nothing was answered (3,2,-,4,1); or JSON: [3, 2, null] or {"HOPE": 3}.'
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="such as BRIEF_INSPIRE_O")
        parser.add_argument("answers", metavar="ANSWERS")
        parser.add_argument("--gender", choices=["FEMALE", "MALE"], default="")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args: object, **options: object) -> None:
        chosen = _instrument(str(options["code"]))
        try:
            found = score(chosen, _answers(chosen, str(options["answers"])))
        except UnknownAnswer as error:
            raise CommandError(str(error)) from error
        said = _said(chosen, found, gender=str(options["gender"]))
        if options["as_json"]:
            self.stdout.write(json.dumps(said, ensure_ascii=False))
            return
        for key, value in said.items():
            self.stdout.write(f"{key:10} {value}")


def _instrument(code: str) -> Instrument:
    try:
        return instrument(code)
    except UnknownCode as error:
        known = ", ".join(one.code for one in instruments())
        raise CommandError(f"{code} findes ikke. Der er: {known}.") from error


def _answers(chosen: Instrument, text: str) -> Answers:
    if not text.lstrip().startswith(("[", "{")):
        return _in_order(chosen, [_points(part.strip()) for part in text.split(",")])
    try:
        read = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise CommandError(f"Svarene kan ikke læses som JSON: {error}.") from error
    return read if isinstance(read, dict) else _in_order(chosen, read)


def _in_order(chosen: Instrument, points: list[int | None]) -> Answers:
    if len(points) != len(chosen.items):
        raise CommandError(
            f"{chosen.title} har {len(chosen.items)} spørgsmål, men der er {len(points)} svar."
        )
    return dict(zip((item.code for item in chosen.items), points, strict=True))


def _points(text: str) -> int | None:
    if text in NOTHING:
        return None
    try:
        return int(text)
    except ValueError as error:
        raise CommandError(f"“{text}” er ikke et helt tal.") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON lets a key stand twice and keeps the last; of two answers neither is the right one."""
    keys = [key for key, _ in pairs]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise CommandError(f"{', '.join(twice)} er besvaret to gange.")
    return dict(pairs)


def _no_number(name: str) -> None:
    raise CommandError(f"{name} er ikke et svar.")


def _said(chosen: Instrument, found: Score, *, gender: str) -> dict[str, object]:
    band = None if found.value is None else band_of(chosen, found.value, gender)
    return {
        "instrument": chosen.code,
        "version": chosen.version,
        "wording": chosen.wording.status.value,
        "score": None if found.value is None else float(found.value),
        "lowest": chosen.scoring.lowest,
        "highest": chosen.scoring.highest,
        "answered": found.answered,
        "of": found.of,
        "band": band.text if band else None,
        "parts": dict(found.parts),
    }
