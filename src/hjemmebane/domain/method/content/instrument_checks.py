"""What types cannot say of an instrument: no answer left out, limits that fit the questions."""

from collections.abc import Iterable, Iterator

from hjemmebane.domain.method.content.measuring import Formula, Instrument


def faults(instrument: Instrument) -> Iterator[str]:
    """What types cannot say of an instrument, a line each, in the words of its file."""
    yield from _faults_of_scales(instrument)
    known = {scale.code for scale in instrument.scales}
    for item in instrument.items:
        if item.scale not in known:
            yield f"spørgsmål {item.code}: svarskalaen {item.scale} findes ikke"
        elif stray := set(item.positive) - set(instrument.scale_of(item).all_points):
            yield f"spørgsmål {item.code}: {_listed(stray)} er ikke et svar"
    yield from _repeated("spørgsmål", [item.code for item in instrument.items])
    if known.issuperset(item.scale for item in instrument.items):
        yield from _faults_of_limits(instrument)


def _faults_of_scales(instrument: Instrument) -> Iterator[str]:
    """An answer that is left out makes every score of everybody unusable, and nobody sees it."""
    yield from _repeated("svarskala", [scale.code for scale in instrument.scales])
    for scale in instrument.scales:
        expected = list(range(scale.lowest, scale.highest + 1, scale.step))
        if scale.all_points != expected:
            yield (
                f"svarskala {scale.code}: svarene har pointene {_listed(scale.all_points)}, "
                f"men skal have {_listed(expected)}"
            )


def _faults_of_limits(instrument: Instrument) -> Iterator[str]:
    scoring = instrument.scoring
    if scoring.missing_allowed >= len(instrument.items):
        yield "scoring.missing_allowed: mindst ét spørgsmål skal være besvaret"
    ends = [instrument.scale_of(item) for item in instrument.items]
    for name, stated, points in (
        ("lowest", scoring.lowest, sum(scale.lowest for scale in ends)),
        ("highest", scoring.highest, sum(scale.highest for scale in ends)),
    ):
        number = len(ends) if scoring.formula is Formula.MEAN else 1
        if stated * number != points * scoring.factor:
            yield f"scoring.{name}: {stated} passer ikke til spørgsmålene og svarene"
    for band in instrument.bands:
        if not scoring.lowest <= band.at_least <= scoring.highest:
            yield f"band: {band.at_least} ligger uden for skalaen"


def _repeated(what: str, codes: list[str]) -> Iterator[str]:
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield f"{what} {code} står der to gange"


def _listed(points: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(points)))
