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
GENDERS = ("FEMALE", "MALE")


class Command(BaseCommand):
    """Score one set of answers, without a database, a citizen or a trace."""

    help = (
        "Score answers. ANSWERS: points in the order of the questions, with commas between, "
        '“-” where nothing was answered (3,2,-,4,1); or JSON: [3, 2, null] or {"HOPE": 3}.'
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        # What is left out or too much is refused below, in words: the parser knows no Danish.
        parser.add_argument("code", metavar="CODE", nargs="?", help="such as BRIEF_INSPIRE_O")
        parser.add_argument("answers", metavar="ANSWERS", nargs="*")
        parser.add_argument("--gender", metavar="|".join(GENDERS), default="")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def run_from_argv(self, argv: list[str]) -> None:
        """Answers that begin with one that is missing (-,3,2) are no option."""
        super().run_from_argv([f" {one}" if one.startswith("-,") else one for one in argv])

    def handle(self, *args: object, **options: object) -> None:
        chosen = _instrument(str(options["code"] or ""))
        gender = str(options["gender"])
        if gender not in {"", *GENDERS}:
            raise CommandError(f"Køn er {' eller '.join(GENDERS)}, ikke {gender}.")
        try:
            found = score(chosen, _answers(chosen, _one_text(options["answers"])))
        except UnknownAnswer as error:
            raise CommandError(str(error)) from error
        said = _said(chosen, found, gender=gender)
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
        said = f"{code} findes ikke." if code else "Der mangler en kode."
        raise CommandError(f"{said} Der er: {known}.") from error


def _one_text(given: object) -> str:
    match given:
        case str():
            return given
        case [text]:
            return str(text)
        case []:
            raise CommandError("Der er ingen svar. Skriv dem efter koden, som 3,2,-,4,1.")
    raise CommandError("Svarene skal stå samlet, uden mellemrum imellem: 3,2,-,4,1.")


def _answers(chosen: Instrument, text: str) -> Answers:
    if not text.lstrip().startswith(("[", "{")):
        return _in_order(chosen, [_points(part.strip()) for part in text.split(",")])
    try:
        read = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
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
