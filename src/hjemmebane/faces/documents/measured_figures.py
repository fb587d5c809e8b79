"""The figures that the published evaluation has of measurements, drawn of a team's own numbers.

Numbered as in Evaluering af M-ACT (2022), so that they can be held beside it: 3, 4, 5, E and L.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from hjemmebane.design.charts.bars import Bar, BarChart
from hjemmebane.domain.measurements.calculations.cohort import Figures, InWords, Paired, Summary
from hjemmebane.domain.measurements.queries import InstrumentFigures, TeamFigures
from hjemmebane.domain.method.content.measuring import Instrument
from hjemmebane.domain.method.queries import instrument
from hjemmebane.domain.teams.models import Team
from hjemmebane.faces.documents.charting import Section, figures_pdf
from hjemmebane.faces.documents.measured_words import (
    change_in_words,
    figure_in_words,
    mean_in_words,
    n_in_words,
    scale_in_words,
    too_few,
)
from hjemmebane.foundation.listing import listed

BEFORE, AFTER = "Første", "Seneste"
ONE_SERIES = "Gennemsnit"
TICKS = {4: 1, 30: 10, 100: 25}
SHARE = "Svarer positivt"
LEAD = (
    "Tallene er teamets egne, fra svar der tæller: borgeren har sagt, at de passer, eller teamet"
    " har vurderet. De er få og har ingen at blive sammenlignet med, så de siger ikke, hvad der har"
    " virket. Ændringer er regnet, før tallene er rundet af. Numrene er dem,"
    " figurerne har i Evaluering af M-ACT (2022)."
)
NOTHING = Figures(Summary(0), Summary(0), Paired(0))
# Of who gets sums it is not told that there are none.
UNTOLD = Figures(Summary(None), Summary(None), Paired(None))


@dataclass(frozen=True)
class Shown:
    """An instrument's figures in the one wording that is drawn, and what is said of the others.

    nothing: what is known of a question that there are no figures of.
    """

    asked: Instrument
    whole: Figures
    items: Mapping[str, Figures]
    left_out: str
    hidden: str
    nothing: Figures

    def of(self, item: str) -> Figures:
        return self.items.get(item, self.nothing)


def measured_pdf(team: Team, figures: TeamFigures, *, is_demo: bool, at: dt.datetime) -> bytes:
    """The same pictures, sentences and tables as on the page, as a tagged PDF."""
    return figures_pdf(
        title=f"Målinger i {team.name}",
        team=team.name,
        lead=f"{LEAD} {sums_lead(figures)}" if figures.is_sums else LEAD,
        sections=measured_sections(figures),
        is_demo=is_demo,
        at=at,
    )


def sums_lead(figures: TeamFigures) -> str:
    """What is said to who answers for a team and works with none of its citizens."""
    return (
        "Du ser gennemsnit for teamet, og kun dem, der er mindst"
        f" {figures.smallest} forløb bag: ingen enkelt borger kan kendes. Et tal vises heller ikke,"
        " når det trukket fra et andet ville vise, hvad nogle få har svaret."
    )


def measured_sections(figures: TeamFigures) -> list[Section]:
    """Figures 3, 4, 5, E and L. Of shares nothing is drawn for who gets sums only."""
    sections = [
        _start_of_vum(_shown(figures, "VUM")),
        _before_and_after(_shown(figures, "GSE"), _shown(figures, "BRIEF_INSPIRE_O")),
        _change_of_vum(_shown(figures, "VUM")),
        _support(_shown(figures, "BRIEF_INSPIRE")),
    ]
    if not figures.is_sums:
        sections.append(_small_steps(_shown(figures, "PROGRESSION")))
    return sections


def _shown(figures: TeamFigures, code: str) -> Shown:
    """The wording that most were asked in; of as many the newest."""
    asked = instrument(code)
    found = next((one for one in figures.instruments if one.instrument.code == code), None)
    hidden = f"færre end {figures.smallest}"
    nothing = UNTOLD if figures.is_sums else NOTHING
    if found is None or not found.in_words:
        return Shown(asked, nothing, {}, "", hidden, nothing)
    most = max(reversed(found.in_words), key=_told_of)
    return Shown(asked, most.whole, most.items, _left_out(found, most, hidden), hidden, nothing)


def _told_of(one: InWords) -> int:
    """How many have the latest figure; where that is not told, how many are behind what is."""
    whole = one.whole
    return whole.latest.n or max(whole.change.n or 0, whole.start.n or 0)


def _left_out(found: InstrumentFigures, most: InWords, hidden: str) -> str:
    others = [one for one in found.in_words if one is not most]
    if not others:
        return ""
    told = [f"{one.wording} ({n_in_words(one.whole.latest.n, hidden)})" for one in others]
    return (
        f"{found.instrument.title} er besvaret i forskellige ord, som ikke lægges sammen."
        f" Her er {most.wording}. Ikke med her: {listed(told)}."
    )


def _start_of_vum(vum: Shown) -> Section:
    bars = [
        _of_mean(item.title, ONE_SERIES, vum.of(item.code).start, decimals=2)
        for item in vum.asked.items
    ]
    chart = _chart(
        vum,
        name="figur-3",
        title="Figur 3: Teamets vurdering af borgernes funktionsevne ved start",
        summary=_ends(bars, "Størst problem", "Mindst", vum.hidden),
        heading="Område",
        series=[ONE_SERIES],
        bars=bars,
    )
    text = (
        f"{_rule(vum)} 0 er intet problem, og 4 er et fuldstændigt problem. Ved start er den første"
        " vurdering, når den er lavet i forløbets første tre måneder. n er antal forløb."
    )
    return Section("Funktionsevne ved start", _lines(text, vum.left_out), [chart])


def _before_and_after(gse: Shown, inspire: Shown) -> Section:
    charts = [
        _chart(
            one,
            name=f"figur-4-{letter}",
            title=f"Figur 4 {letter}: {one.asked.title}, første og seneste",
            summary=change_in_words(one.whole.change, one.hidden),
            heading="Skema",
            series=[BEFORE, AFTER],
            bars=_of_change(one.asked.title, one.whole.change, decimals=1),
            decimals=1,
            categories=[one.asked.title],
        )
        for letter, one in (("a", gse), ("b", inspire))
    ]
    text = (
        f"{gse.asked.title}: {_rule(gse)} {inspire.asked.title}: {_rule(inspire)} {FIRST_TO_LAST}"
    )
    left_out = (gse.left_out, inspire.left_out)
    return Section("At klare det og at komme sig", _lines(text, *left_out), charts)


def _change_of_vum(vum: Shown) -> Section:
    changes = {item.title: vum.of(item.code).change for item in vum.asked.items}
    chart = _chart(
        vum,
        name="figur-5",
        title="Figur 5: Teamets vurdering af borgernes funktionsevne, første og seneste",
        summary=_moved(changes, lambda change: change < 0, "områder", vum.hidden),
        heading="Område",
        series=[BEFORE, AFTER],
        bars=[bar for title, one in changes.items() for bar in _of_change(title, one, decimals=2)],
    )
    text = (
        f"{_rule(vum)} 0 er intet problem, og 4 er et fuldstændigt problem: bliver søjlen kortere,"
        f" er det gået bedre. {FIRST_TO_LAST}"
    )
    return Section("Funktionsevne over tid", _lines(text, vum.left_out), [chart])


def _support(inspire: Shown) -> Section:
    bars = [
        _of_mean(item.title, ONE_SERIES, inspire.of(item.code).latest, decimals=2)
        for item in inspire.asked.items
    ]
    whole = mean_in_words(inspire.whole.latest, inspire.hidden)
    chart = _chart(
        inspire,
        name="figur-e",
        title="Figur E: Borgernes oplevelse af hjælpen, Brief INSPIRE",
        summary=f"Hele skemaet: {whole} {_ends(bars, 'Højest', 'Lavest', inspire.hidden)}",
        heading="Spørgsmål",
        series=[ONE_SERIES],
        bars=bars,
        limits=(0, 4),
    )
    text = (
        "Hvert spørgsmål besvares fra 0 (slet ikke) til 4 (rigtig meget): højere er bedre. Hele"
        f" skemaet: {scale_in_words(inspire.asked)} Her er den seneste besvarelse i hvert forløb."
    )
    return Section("Borgernes oplevelse af hjælpen", _lines(text, inspire.left_out), [chart])


def _small_steps(steps: Shown) -> Section:
    items = steps.asked.items
    shares = {item.title: steps.of(item.code).positive or Paired(0) for item in items}
    turned = {item.title for item in items if item.reverse}
    straight = {title: one for title, one in shares.items() if title not in turned}
    chart = _chart(
        steps,
        name="figur-l",
        title="Figur L: Borgernes egen vurdering af de små skridt, første og seneste",
        summary=_moved(straight, lambda change: change > 0, "emner, hvor flere er bedre", ""),
        heading="Emne",
        series=[BEFORE, AFTER],
        bars=[bar for title, one in shares.items() for bar in _of_share(title, one)],
        limits=(0, 100),
        unit=" %",
        decimals=0,
    )
    text = (
        "Hvor mange der svarer i nogen grad, i høj grad eller i meget høj grad: flere er bedre."
        f" Ved {listed(sorted(turned))} tælles kun de to øverste svar, og dér er færre bedre."
        f" Skalaen går fra 0 til 100 %. {FIRST_TO_LAST}"
    )
    return Section("Borgernes egne små skridt", _lines(text, steps.left_out), [chart])


FIRST_TO_LAST = (
    "Kun forløb med mindst to målinger i samme ord er med: den første og den seneste."
    " n er antal forløb."
)


def _rule(shown: Shown) -> str:
    return scale_in_words(shown.asked)


def _chart(
    shown: Shown,
    *,
    name: str,
    title: str,
    summary: str,
    heading: str,
    series: Sequence[str],
    bars: Sequence[Bar],
    limits: tuple[int, int] | None = None,
    unit: str = "",
    decimals: int = 2,
    categories: Sequence[str] = (),
) -> BarChart:
    scoring = shown.asked.scoring
    lowest, highest = limits or (scoring.lowest, scoring.highest)
    chart = BarChart(
        name=name,
        title=title,
        summary=summary,
        heading=heading,
        categories=tuple(categories or [item.title for item in shown.asked.items]),
        series=tuple(series),
        bars=tuple(bars),
        lowest=lowest,
        highest=highest,
        ticks=range(lowest, highest + 1, TICKS.get(highest - lowest, highest - lowest)),
        unit=unit,
        decimals=decimals,
        hidden=shown.hidden,
    )
    return _drawn_once(chart)


@lru_cache(maxsize=128)
def _drawn_once(chart: BarChart) -> BarChart:
    """The same figures are one chart, whose picture is drawn once: the page's and the paper's."""
    return chart


def _of_mean(title: str, series: str, one: Summary, *, decimals: int) -> Bar:
    note = "" if one.sd is None else f"spredning {figure_in_words(one.sd, decimals)}"
    return Bar(title, series, one.mean, one.n, note)


def _of_change(title: str, one: Paired, *, decimals: int) -> list[Bar]:
    note = "" if one.change is None else change_in_words(one, "", decimals=decimals, is_short=True)
    return [
        Bar(title, BEFORE, one.before, one.n),
        Bar(title, AFTER, one.after, one.n, note),
    ]


def _of_share(title: str, one: Paired) -> list[Bar]:
    return [Bar(title, BEFORE, one.before, one.n), Bar(title, AFTER, one.after, one.n)]


def _ends(bars: Sequence[Bar], most: str, least: str, hidden: str) -> str:
    """“Størst problem: Socialt liv (2,54). Mindst: Mobilitet (1,20).”."""
    known = [(bar.value, bar.category) for bar in bars if bar.value is not None]
    if not known:
        return too_few(max((bar.n for bar in bars if bar.n is not None), default=None), hidden)
    (low, lowest), (high, highest) = min(known), max(known)
    if low == high:
        return f"Alle ligger på {figure_in_words(high, 2)}."
    return (
        f"{most}: {highest} ({figure_in_words(high, 2)})."
        f" {least}: {lowest} ({figure_in_words(low, 2)})."
    )


def _moved(
    changes: Mapping[str, Paired], is_better: Callable[[Decimal], bool], what: str, hidden: str
) -> str:
    known = [one.change for one in changes.values() if one.change is not None]
    if not known:
        counts = [one.n for one in changes.values() if one.n is not None]
        return too_few(max(counts, default=None), hidden)
    better = sum(is_better(change) for change in known)
    same = known.count(Decimal(0))
    told = f"I gennemsnit bedre på {better} af {len(known)} {what}"
    return f"{told}, uændret på {same}." if same else f"{told}."


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
