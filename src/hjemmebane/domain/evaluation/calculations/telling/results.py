"""What moved from before to after, and what the citizens say of the help."""

from collections.abc import Mapping, Sequence

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.measuring import (
    CHANGE_COLUMNS,
    MEAN_COLUMNS,
    MEASURED_COLUMNS,
    Pairs,
    change_row,
    mean_row,
    measured_row,
    pairs_of,
    positive_row,
)
from hjemmebane.domain.evaluation.calculations.of_cases import (
    GSE,
    INSPIRE,
    INSPIRE_O,
    MEASURES,
    STEPS,
    VUM,
    VUM_WHOLE,
    Measure,
)
from hjemmebane.domain.evaluation.calculations.report import Section, Table

HOW = (
    "Før er den første måling i forløbets første tre måneder, efter er den sidste. Ændringen er"
    " regnet for dem, der har begge. 95 % fra og til: Students t. p: Wilcoxons test for parrede"
    " målinger, tosidet. dz: ændringen delt med dens spredning (Cohen). Rangkorrelation: fra −1,"
    " alle er gået ned, til 1, alle er gået op."
)
type Measured = Mapping[Measure, Pairs]


def measured_of(data: Dataset, least: int) -> Measured:
    """Every measure but the one that is told once."""
    return {
        one: pairs_of(one, data.cases[one.before], data.cases[one.after], least)
        for one in MEASURES
        if one is not INSPIRE
    }


def section(measured: Measured) -> Section:
    tables = (
        _changes(
            "RECOVERY",
            "Recovery (Brief INSPIRE-O) og mestring (GSE). Højere er bedre",
            (INSPIRE_O, GSE),
            measured,
            "Figur 4",
        ),
        _changes(
            "PROGRESSION",
            "Små skridt, 0-4. Ved det, der er svært indeni, er lavere bedre",
            STEPS,
            measured,
            "Figur L",
        ),
        Table(
            code="POSITIVE",
            title="Små skridt: hvor mange der svarer positivt",
            columns=("n (parret)", "Før", "Efter"),
            rows=tuple(positive_row(measured[one]) for one in STEPS),
            published="Figur L",
            note="Positivt: i nogen grad eller mere. Ved det, der er svært indeni, i høj grad"
            " eller mere; dér er flere værre.",
        ),
        _changes(
            "FUNCTIONING",
            "Funktionsevne (VUM). Lavere er bedre",
            (VUM_WHOLE, *VUM),
            measured,
            "Figur 5",
        ),
        Table(
            code="MEASURED",
            title="Hvem der er målt hvornår",
            columns=MEASURED_COLUMNS,
            rows=tuple(measured_row(one) for one in measured.values()),
        ),
    )
    read = (sentence_of(measured[one]) for one in (INSPIRE_O, GSE, VUM_WHOLE))
    return Section(
        code="RESULTS",
        title="Før og efter",
        tables=tables,
        text=(*(one for one in read if one), HOW),
    )


def sentence_of(pairs: Pairs) -> str:
    """What a row of before and after tells, in words; empty where it tells nothing.

    It says what the cells say and no more, so that nothing hidden is in it.
    """
    told = dict(zip(CHANGE_COLUMNS, change_row(pairs).cells, strict=True))
    low, high = told["95 % fra"].value, told["95 % til"].value
    if low is None or high is None:
        return ""
    n, before, after = (told[one].words for one in ("n (parret)", "Før", "Efter"))
    first = f"{pairs.measure.told}: i gennemsnit {before} før og {after} efter i {n} forløb."
    reach = f"{told['95 % fra'].words} til {told['95 % til'].words}"
    if low <= 0 <= high:
        return (
            f"{first} Ændringen kan være tilfældig: det interval, den med rimelighed ligger i,"
            f" går fra {reach}."
        )
    way = "gået frem" if (low > 0) == (pairs.measure.better > 0) else "gået tilbage"
    return (
        f"{first} Det er {way}, og ændringen er større end det, der plejer at"
        f" ske ved et tilfælde: den ligger med rimelighed fra {reach}. Det siger ikke, hvad der"
        " har skabt den."
    )


def inspire_section(data: Dataset, least: int) -> Section:
    """Each course's last figure of what the citizen says of the help."""
    before, after = data.cases[INSPIRE.before], data.cases[INSPIRE.after]
    latest = [first if last is None else last for first, last in zip(before, after, strict=True)]
    table = Table(
        code="INSPIRE",
        title="Brief INSPIRE, senest (0-100, højere er bedre)",
        columns=MEAN_COLUMNS,
        rows=(mean_row("INSPIRE", "Hjælpen støtter mig i at komme mig", latest, least),),
        published="Figur E",
    )
    return Section(code="INSPIRE", title="Borgernes oplevelse af hjælpen", tables=(table,))


def _changes(
    code: str, title: str, measures: Sequence[Measure], measured: Measured, published: str
) -> Table:
    return Table(
        code=code,
        title=title,
        columns=CHANGE_COLUMNS,
        rows=tuple(change_row(measured[one]) for one in measures),
        published=published,
    )
