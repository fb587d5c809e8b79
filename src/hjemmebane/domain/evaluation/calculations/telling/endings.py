"""Assessments before and during, endings, and what followed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product

from hjemmebane.domain.evaluation.calculations.cases import Table as Cases
from hjemmebane.domain.evaluation.calculations.columns import Value
from hjemmebane.domain.evaluation.calculations.counting import (
    Line,
    counted,
    counts_table,
    partition,
    several,
)
from hjemmebane.domain.evaluation.calculations.measuring import MEAN_COLUMNS, mean_row
from hjemmebane.domain.evaluation.calculations.months import months_between
from hjemmebane.domain.evaluation.calculations.of_cases import (
    HOUSING,
    NEXT_SUPPORT,
    REASONS,
    STATUSES,
)
from hjemmebane.domain.evaluation.calculations.report import Section, Table
from hjemmebane.domain.evaluation.calculations.suppression import Sum

ANSWERS = {"YES": "Ja", "NO": "Nej", "UNKNOWN": "Ved ikke eller ikke oplyst"}
KINDS = {"social": ("Socialfaglig udredning", "N"), "health": ("Sundhedsfaglig udredning", "M")}
STANDS = ("ENDED", "GOING")
NO_ONE = ("NO", "UNKNOWN")


def assessments_section(cases: Cases, least: int) -> Section:
    is_told = _ended_is_told(cases, least)
    return Section(
        code="ASSESSMENTS",
        title="Udredning før og i forløbet",
        tables=tuple(_assessed(cases, kind, is_told=is_told, least=least) for kind in KINDS),
    )


def _ended_is_told(cases: Cases, least: int) -> bool:
    """Whether the table of where courses stand tells how many have ended."""
    rows = partition(cases["status"], STATUSES, least)
    return not next(one for one in rows if one.code == "ENDED").cells[0].suppressed


def _assessed(cases: Cases, kind: str, *, is_told: bool, least: int) -> Table:
    """Before, during, and of those not assessed in the course: whether before, and where they are.

    All of it is one system: what is hidden in one line must not come out of the others.
    """
    title, figure = KINDS[kind]
    atoms = _crossed(cases, kind)
    lines = _lines()
    ended = Sum(key="ENDED", atoms=_where(stands="ENDED"), told=is_told, fixed=is_told)
    cells = [
        Sum(key=f"{before}/{during}", atoms=_where(before=before, during=during), told=False)
        for before, during in product(ANSWERS, ANSWERS)
    ]
    found = counted(atoms, lines, least, elsewhere=[ended, *cells])
    return counts_table(
        f"{kind.upper()}_ASSESSED",
        title,
        tuple(found.row(one) for one in lines),
        published=f"Figur K, {figure} og O, afsnit 6.1.3",
        note="Andelene er af alle forløb.",
    )


def _crossed(cases: Cases, kind: str) -> Mapping[str, int]:
    ends = zip(
        map(_answer, cases[f"{kind}_before"]),
        map(_answer, cases[f"{kind}_during"]),
        ("ENDED" if one == "ENDED" else "GOING" for one in cases["status"]),
        strict=True,
    )
    found = Counter("/".join(one) for one in ends)
    return {"/".join(one): found["/".join(one)] for one in product(ANSWERS, ANSWERS, STANDS)}


def _answer(value: Value | None) -> str:
    return "UNKNOWN" if value is None else str(value)


def _where(before: str = "", during: str = "", stands: str = "") -> frozenset[str]:
    """The atoms of an answer; empty for any."""
    return frozenset(
        "/".join(one)
        for one in product(
            [before] if before else ANSWERS,
            [during] if during else ANSWERS,
            [stands] if stands else STANDS,
        )
    )


def _lines() -> list[Line]:
    either = _where(before="YES") | _where(during="YES")
    of_no = "Ikke i forløbet, og før: "
    return [
        *(
            Line(f"BEFORE_{one}", f"Før forløbet: {t.lower()}", _where(before=one))
            for one, t in ANSWERS.items()
        ),
        *(
            Line(f"DURING_{one}", f"I forløbet: {t.lower()}", _where(during=one))
            for one, t in ANSWERS.items()
        ),
        Line("EITHER", "Før eller i forløbet", either),
        *(
            Line(f"NOT_DURING_{one}", of_no + t.lower(), _where(before=one, during="NO"))
            for one, t in ANSWERS.items()
        ),
        Line(
            "NOT_DURING_GOING",
            "Ikke i forløbet, som fortsætter",
            _where(during="NO", stands="GOING"),
        ),
        Line(
            "NOT_DURING_ENDED", "Ikke i forløbet, som er slut", _where(during="NO", stands="ENDED")
        ),
    ]


def endings_section(cases: Cases, least: int, until: str) -> Section:
    """Why courses ended and what came after; nothing where it is hidden how many ended."""
    ended = [place for place, one in enumerate(cases["status"]) if one == "ENDED"]
    text = "Forløb, der er slut i perioden. De øvrige fortsætter."
    if not ended or not _ended_is_told(cases, least):
        few = "Der er for få afsluttede forløb til at sige noget om dem."
        return Section(code="ENDINGS", title="Afslutninger", tables=(), text=(few,))
    of_ended = {
        name: [cases[name][place] for place in ended]
        for name in ("ending_reason", "next_support", "housing_after", "started", "ended")
    }
    tables = (
        counts_table(
            "REASONS",
            "Hvorfor forløbene sluttede",
            partition(of_ended["ending_reason"], REASONS, least),
            published="Afsnit 6.1.3",
        ),
        counts_table(
            "NEXT_SUPPORT",
            "Støtte bagefter",
            several(of_ended["next_support"], NEXT_SUPPORT, least),
            published="Figur P",
            note="En borger kan have flere.",
        ),
        counts_table(
            "HOUSING_AFTER",
            "Bolig ved slut",
            partition(of_ended["housing_after"], HOUSING, least),
        ),
        _durations(cases, of_ended, until, least),
    )
    return Section(code="ENDINGS", title="Afslutninger", tables=tables, text=(text,))


def _durations(
    cases: Cases, of_ended: Mapping[str, Sequence[Value | None]], until: str, least: int
) -> Table:
    done = [
        Decimal(months_between(str(begun), str(ended)))
        for begun, ended in zip(of_ended["started"], of_ended["ended"], strict=True)
    ]
    going = [
        Decimal(max(0, months_between(str(begun), until)))
        for begun, status in zip(cases["started"], cases["status"], strict=True)
        if status != "ENDED"
    ]
    rows = (
        mean_row("ENDED", "Forløb, der er slut", done, least),
        mean_row("GOING", "Forløb, der fortsætter, til periodens slutning", going, least),
    )
    return Table(
        code="MONTHS", title="Måneder, forløbene har varet", columns=MEAN_COLUMNS, rows=rows
    )
