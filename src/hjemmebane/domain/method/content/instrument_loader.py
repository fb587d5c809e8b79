"""Reading instruments, a file each, and refusing one that is not whole."""

import tomllib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from hjemmebane.domain.method.content.instrument_checks import faults
from hjemmebane.domain.method.content.loader import BrokenPack, said_of
from hjemmebane.domain.method.content.measuring import Instrument

SHIPPED_INSTRUMENTS = Path(__file__).parent / "instruments"

_INSTRUMENT = TypeAdapter(Instrument)


def read_instruments(folder: Path = SHIPPED_INSTRUMENTS) -> tuple[Instrument, ...]:
    """Every instrument of a folder, in the order of their files. Raises BrokenPack."""
    found: dict[str, Instrument] = {}
    for file in sorted(folder.glob("*.toml")):
        instrument = read_instrument(file)
        if instrument.code in found:
            raise BrokenPack(f"{file.name}: {instrument.code} findes to gange")
        found[instrument.code] = instrument
    return tuple(found.values())


def read_instrument(file: Path) -> Instrument:
    """The instrument in one file. Raises BrokenPack with everything found wrong."""
    return parse_instrument(text_of(file), name=file.name)


def text_of(file: Path) -> str:
    """What stands in a file. Raises BrokenPack."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise BrokenPack(f"{file.name}: filen kan ikke læses: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BrokenPack(f"{file.name}: filen er ikke gemt som UTF-8") from error


def parse_instrument(text: str, *, name: str) -> Instrument:
    """The instrument in a text; `name` is what faults call it. Raises BrokenPack with them all."""
    try:
        instrument = _INSTRUMENT.validate_python(tomllib.loads(text))
    except ValidationError as error:
        raise BrokenPack("\n".join(f"{name}: {line}" for line in said_of(error))) from error
    except (ValueError, RecursionError) as error:
        raise BrokenPack(f"{name}: kan ikke læses som TOML: {error}") from error
    if wrong := list(faults(instrument)):
        raise BrokenPack("\n".join(f"{name}: {fault}" for fault in wrong))
    return instrument
