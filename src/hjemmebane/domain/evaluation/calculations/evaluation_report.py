"""The whole report of a frozen set of cases."""

from collections.abc import Iterator

from hjemmebane.domain.evaluation.calculations.cases import Dataset
from hjemmebane.domain.evaluation.calculations.columns import EDITION
from hjemmebane.domain.evaluation.calculations.of_cases import (
    GSE,
    INSPIRE,
    INSPIRE_O,
    VUM,
    VUM_WHOLE,
)
from hjemmebane.domain.evaluation.calculations.report import Report, Section, grouped
from hjemmebane.domain.evaluation.calculations.telling import (
    cohort,
    costs,
    endings,
    organisation,
    people,
    practice,
    results,
)
from hjemmebane.domain.evaluation.calculations.telling.results import Measured

TITLE = "Evalueringsrapport"
# The fewest that a figure may be of, whatever is asked for.
FEWEST = 5
# Below this what is seen may well be chance, whatever the tests say.
SMALL = 100
MOSTLY = 0.5


class TooFew(Exception):
    """There are so few cases that nothing can be told without telling of somebody."""


def report_of(data: Dataset, least: int = FEWEST) -> Report:
    """Every section, in the order of the published evaluation. Raises TooFew."""
    least = max(least, FEWEST)
    if data.cases.count < least:
        raise TooFew(f"Der er færre end {least} forløb, så intet kan vises. Tag flere med.")
    from_month, until_month = period_of(data)
    measured = results.measured_of(data, least)
    return Report(
        edition=EDITION,
        title=TITLE,
        digest=data.digest,
        least=least,
        from_month=from_month,
        until_month=until_month,
        caveats=tuple(_caveats(data, measured, least)),
        sections=tuple(_sections(data, measured, least, until_month)),
    )


def period_of(data: Dataset) -> tuple[str, str]:
    """As the teams say; without them from the first start to the last month that is named."""
    begun, done = data.teams["from_month"], data.teams["until_month"]
    if data.teams.count:
        return min(map(str, begun)), max(map(str, done))
    months = [str(one) for one in data.cases["started"]]
    ended = [str(one) for one in data.cases["ended"] if one is not None]
    return min(months), max([*months, *ended])


def _sections(data: Dataset, measured: Measured, least: int, until: str) -> Iterator[Section]:
    cases, teams = data.cases, data.teams
    yield cohort.section(data, least)
    if teams.count:
        yield practice.fidelity_section(teams)
    yield results.inspire_section(data, least)
    yield practice.plan_section(cases, least)
    preconditions = practice.preconditions_section(teams)
    if preconditions is not None:
        yield preconditions
    yield people.section(data, [measured[one] for one in (VUM_WHOLE, *VUM)], least)
    register = organisation.register_section(cases, least)
    if register is not None:
        yield register
    yield results.section(measured)
    yield endings.assessments_section(cases, least)
    yield endings.endings_section(cases, least, until)
    yield practice.elements_section(cases, least)
    yield organisation.criteria_section(data, least)
    if teams.count:
        yield costs.section(teams)


def _caveats(data: Dataset, measured: Measured, least: int) -> Iterator[str]:
    """What this report cannot say. Nothing here tells a count that is hidden elsewhere."""
    yield (
        "Der er ingen kontrolgruppe. Vi kan se, hvad der er sket, mens borgerne var i indsatsen,"
        " men ikke om det skyldes den."
    )
    if data.cases.count < SMALL:
        yield (
            f"Rapporten bygger på {grouped(data.cases.count)} forløb. Det er få, så tallene kan"
            " svinge meget af tilfældige grunde. Se på, hvor bredt hvert interval er."
        )
    poorly = [
        one.told
        for one in (VUM_WHOLE, INSPIRE_O, GSE)
        if measured[one].counts["BOTH"] < MOSTLY * measured[one].every
    ]
    if poorly:
        yield (
            f"Mindre end halvdelen er målt både før og efter med {', '.join(poorly)}. De, der er"
            " målt to gange, kan have haft det anderledes end de andre."
        )
    yield (
        "Der er regnet mange forskelle på én gang. Af tyve test vil én i gennemsnit falde under"
        " 0,05, også når intet har ændret sig."
    )
    yield (
        "Teamet vurderer selv funktionsevnen (VUM). Den, der har arbejdet for en ændring, kan"
        " have lettere ved at se den."
    )
    if any(_has_two_wordings(data, one.name) for one in (INSPIRE_O, GSE, INSPIRE)):
        yield (
            "Ikke alle er spurgt med de samme ord: nogle med de officielle, andre med"
            " arbejdsord. Tallene for dem kan ikke uden videre lægges sammen."
        )
    yield (
        f"Tal under {least} er skjult, og det samme er tal, som de kunne regnes ud af. “Skjult”"
        " betyder ikke nul."
    )


def _has_two_wordings(data: Dataset, name: str) -> bool:
    return len({one for one in data.cases[f"{name}_words"] if one is not None}) > 1
