"""The pages of Økonomi as the parts of a paper: the same words, figures and charts."""

from collections.abc import Sequence

from hjemmebane.faces.documents.economics_document import Part, Sheet
from hjemmebane.faces.staff.economics.pages.costing import CostingPage
from hjemmebane.faces.staff.economics.pages.scenario import (
    LEAD,
    NO_CONSEQUENCES,
    NO_YEARS,
    ScenarioPage,
)
from hjemmebane.faces.staff.economics.pages.sizing import SizingPage

HOW = "Sådan er det regnet ud"
NOTED = ("Tal", "Resultat", "Bemærk")
OF_SWINGS = ("Det, der ændres", "Til", "Pr. borger")
OF_POSTS = (
    "Stilling",
    "Personer",
    "Timer om ugen",
    "Månedsløn",
    "Timeløn",
    "Med overhead",
    "Om året",
)


def costing_paper(page: CostingPage) -> list[Part]:
    """Result, planned beside actual, what moves it, the people and the amounts."""
    result = [(one.label, _with_unit(one.value, one.unit), one.note) for one in page.figures]
    return [
        Part(
            "Resultat",
            sheets=[Sheet(NOTED, result, words=(2,))],
            steps=[(one.label, one.steps) for one in page.figures],
        ),
        *_beside(page),
        Part(
            "Det, der flytter prisen",
            "Én ting ændres ad gangen, alt andet bliver, som det er.",
            charts=[page.tornado],
        ),
        Part("Trin for trin", sheets=[Sheet(OF_SWINGS, _swings(page), words=(1,))]),
        Part(
            "Medarbejdere",
            page.known,
            sheets=[Sheet(OF_POSTS, _posts(page))] if page.posts else (),
            steps=[(one.title, (one.calculation, f"Løn: {one.source}")) for one in page.posts],
        ),
        *(
            Part(
                one.title,
                one.note,
                sheets=[Sheet(("Hvad", "Beløb"), [*one.rows, ("I alt", one.total)])],
            )
            for one in page.amounts
        ),
    ]


def _with_unit(value: str, unit: str) -> str:
    return f"{value} {unit}" if unit else value


def _beside(page: CostingPage) -> list[Part]:
    if page.now is None:
        return []
    columns = ("Tal", "Regnet med", "Lige nu", "Forskel")
    sheets = [Sheet(columns, page.now.rows)] if page.now.rows else []
    return [Part("Regnet med og lige nu", page.now.lead, sheets=sheets, notes=[page.now.guessed])]


def _swings(page: CostingPage) -> list[Sequence[str]]:
    return [(one.title, value, cost) for one in page.tables for value, cost in one.rows]


def _posts(page: CostingPage) -> list[Sequence[str]]:
    return [
        (
            one.title,
            str(one.people),
            one.hours,
            one.monthly,
            one.hourly,
            one.charged,
            one.yearly,
        )
        for one in page.posts
    ]


def scenario_paper(page: ScenarioPage) -> list[Part]:
    """Result, the published beside ours, other rates, year by year, and what a success changes."""
    result = [
        ("Netto i alt", _with_unit(*page.net)),
        ("Må højst koste, for at gå lige op", _with_unit(*page.even_cost)),
        ("Går lige op, når det lykkes for", page.even_rate),
    ]
    return [
        Part(
            "Resultat",
            LEAD,
            sheets=[
                Sheet(("Tal", "Resultat"), result),
                Sheet(("Hvem", "Netto", "Værdien af én succes"), page.by_payer),
            ],
            steps=[(name, (told,)) for name, told in page.steps],
        ),
        *_published(page),
        Part("Hvis det lykkes for flere eller færre", charts=[page.rates]),
        Part(
            "År for år",
            "" if page.years else NO_YEARS,
            charts=[page.years] if page.years else (),
            sheets=[
                Sheet(
                    ("År", *page.payers, "I alt"),
                    [(label, *(told for _, told in cells)) for label, cells in page.by_year],
                )
            ],
        ),
        Part(
            "Det, en succes ændrer",
            "" if page.consequences else NO_CONSEQUENCES,
            steps=[
                (
                    f"{one.what} ({one.payer.lower()}, {one.years.lower()})",
                    (one.calculation, f"Kilde: {one.source}"),
                )
                for one in page.consequences
            ],
        ),
    ]


def _published(page: ScenarioPage) -> list[Part]:
    if not page.published:
        return []
    columns = ("Hvem", "Offentliggjort", "Regnet af os")
    return [Part("Offentliggjort og udledt", sheets=[Sheet(columns, page.published)])]


def sizing_paper(page: SizingPage) -> list[Part]:
    """What some municipalities need, how it is worked out, and where they stand."""
    result = [(label, _with_unit(value, unit), note) for label, value, unit, note in page.stats]
    return [
        Part(
            "Resultat",
            f"{page.fit}\n{page.uncertainty}",
            sheets=[Sheet(NOTED, result, words=(2,))],
            notes=[page.left_out],
        ),
        Part(
            "Medarbejdere",
            sheets=[Sheet(("Funktion", "Fuldtidsstillinger", "Timer om ugen"), page.staff)],
        ),
        Part(HOW, steps=[(name, (told,)) for name, told in page.steps]),
        Part("Kommunerne ved siden af hinanden", charts=[page.chart], notes=page.sources),
    ]
