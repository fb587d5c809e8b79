"""Which words an instrument is asked in, and which a set of answers was given to."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from hjemmebane.domain.measurements.choices import WordingUsed
from hjemmebane.domain.measurements.models import Response, WordingImport
from hjemmebane.domain.method.content.entries import UnknownCode
from hjemmebane.domain.method.content.instrument_loader import parse_instrument
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.method.queries import instrument, instruments


@dataclass(frozen=True)
class Asked:
    """An instrument in the words it is asked in now; `brought_in` where they are imported."""

    instrument: Instrument
    brought_in: WordingImport | None

    @property
    def wording(self) -> str:
        """What a form remembers of the words it was opened with: “OFFICIAL 2”."""
        said = self.instrument.wording
        return f"{said.status.value} {said.version}"


def asked_now(code: str) -> Asked | None:
    """The instrument as it is asked now; None where there is none of that code. One query."""
    return next((one for one in all_asked_now() if one.instrument.code == code), None)


def all_asked_now() -> list[Asked]:
    """Every instrument as it is asked now. One query."""
    newest = WordingImport.objects.order_by("instrument", "-imported_at", "-pk")
    brought_in = {one.instrument: one for one in newest.distinct("instrument")}
    return [
        Asked(_read(found), found)
        if (found := brought_in.get(shipped.code))
        else Asked(shipped, None)
        for shipped in instruments()
    ]


def as_answered(response: Response) -> Instrument:
    """The instrument in the words the answers were given to. No query where `wording` was read
    along. Raises UnknownCode where the instrument is not there any more.

    Of the words that come with Hjemmebane only today's are kept: see `has_its_words`.
    """
    return _read(response.wording) if response.wording else instrument(response.instrument)


def has_its_words(response: Response) -> bool:
    """Whether `as_answered` gives the very words; else it gives those of today instead."""
    asked = as_answered(response)
    return (response.instrument_version, response.wording_status, response.wording_version) == (
        asked.version,
        asked.wording.status.value,
        asked.wording.version,
    )


def wording_said(response: Response) -> str:
    """“vores arbejdsord, udgave 1”."""
    return words_said(
        response.instrument,
        version=response.instrument_version,
        status=response.wording_status,
        edition=response.wording_version,
    )


def words_said(code: str, *, version: str, status: str, edition: str) -> str:
    """Which words, and of which edition of the instrument where it is not the one of today."""
    said = f"{WordingUsed(status).label}, udgave {edition}"
    is_todays = not is_known(code) or version == instrument(code).version
    return said if is_todays else f"{said} (skema udgave {version})"


def is_known(code: str) -> bool:
    try:
        instrument(code)
    except UnknownCode:
        return False
    return True


def wording_imported(code: str, version: str) -> WordingImport | None:
    """A wording that was brought in before."""
    return WordingImport.objects.filter(instrument=code, wording_version=version).first()


def _read(brought_in: WordingImport) -> Instrument:
    return _parsed(brought_in.pk, brought_in.content)


@lru_cache(maxsize=64)
def _parsed(key: UUID, content: str) -> Instrument:
    """Read once: what was brought in is never changed."""
    return parse_instrument(content, name=str(key))
