"""The packs this installation has, read once, and the pieces other rooms ask for."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.conf import settings

from hjemmebane.domain.method.content.dacts import Dacts
from hjemmebane.domain.method.content.dacts_loader import read_dacts
from hjemmebane.domain.method.content.entries import with_code
from hjemmebane.domain.method.content.instrument_loader import read_instruments
from hjemmebane.domain.method.content.loader import SHIPPED, BrokenPack, read_packs
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.method.content.pack import MethodPack

M_ACT = "m-act"


class UnknownPack(LookupError):
    """No such pack, or no such version of it, is installed."""


@cache
def packs() -> tuple[MethodPack, ...]:
    """Ours and the municipality's own. The first call reads the files; a broken pack raises."""
    own = [Path(settings.METHOD_PACKS_DIR)] if settings.METHOD_PACKS_DIR else []
    found = read_packs(SHIPPED, *own)
    if unknown := _unknown_instruments(found):
        raise BrokenPack("\n".join(unknown))
    return found


def _unknown_instruments(found: Iterable[MethodPack]) -> list[str]:
    known = {instrument.code for instrument in instruments()}
    return [
        f"{pack.code} version {pack.version}: measurement: “{one.instrument}” findes ikke"
        for pack in found
        for one in pack.measurements
        if one.instrument not in known
    ]


@cache
def instruments() -> tuple[Instrument, ...]:
    """Every instrument there is. The first call reads the files; a broken one raises."""
    return read_instruments()


@cache
def dacts() -> Dacts:
    """The same for all methods; they say what is relevant. The first call reads the file."""
    return read_dacts()


def instrument(code: str) -> Instrument:
    """Raises UnknownCode."""
    return with_code(instruments(), code)


def pack(code: str, version: str | None = None) -> MethodPack:
    """The pack a record was made with; without a version, the newest."""
    found = [p for p in packs() if p.code == code and version in {None, p.version}]
    if not found:
        raise UnknownPack(f"{code} {version or ''}".strip())
    return found[-1]


def current_pack(code: str = M_ACT) -> MethodPack:
    """What new records are made with."""
    return pack(code)


def legal_basis_title(code: str, pack_code: str) -> str:
    """What a provision is called in a method; one that the method lacks, as another calls it."""
    ours = pack(pack_code).legal_bases
    elsewhere = (basis for one in packs() for basis in one.legal_bases)
    return with_code((*ours, *elsewhere), code).title


def legal_basis_choices(pack_codes: Iterable[str]) -> list[tuple[str, str]]:
    """Code and title of each provision a course can rest on, in any of the methods."""
    found = [basis for code in pack_codes for basis in pack(code).legal_basis_choices]
    return list(dict(found).items())
