"""The scenarios there are: the municipality's own, and the six that were published."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from hjemmebane.domain.economics.calculations.figures import HUNDRED
from hjemmebane.domain.economics.calculations.scenario import Payer, Scenario, net_of
from hjemmebane.domain.economics.content.shipped import published_scenarios
from hjemmebane.domain.economics.models import SavedScenario
from hjemmebane.domain.economics.queries import as_scenario
from hjemmebane.faces.staff.economics.pages.parts import Away, in_the_list
from hjemmebane.faces.staff.economics.pages.scenario import even_rate
from hjemmebane.faces.staff.economics.pages.wording import kroner


@dataclass(frozen=True)
class ScenarioRow:
    title: str
    target_group: str
    url: str
    municipality: str
    net: str
    even: str


@dataclass(frozen=True)
class ScenariosPage:
    own: Sequence[ScenarioRow]
    away: Sequence[Away]
    published: Sequence[ScenarioRow]


def scenarios_page(found: Sequence[SavedScenario]) -> ScenariosPage:
    return ScenariosPage(
        own=[
            _row(as_scenario(one), reverse("staff:economics:scenario", args=[one.pk]))
            for one in in_the_list(found)
        ],
        away=[
            Away(one.title, reverse("staff:economics:scenario", args=[one.pk]))
            for one in found
            if one.put_away_at
        ],
        published=[
            _row(one, reverse("staff:economics:published", args=[code]))
            for code, one in published_by_code().items()
        ],
    )


def published_by_code() -> dict[str, Scenario]:
    """“a” to “f”, as they are called where they were published."""
    return {one.title[-1].lower(): one for one in published_scenarios()}


def _row(scenario: Scenario, url: str) -> ScenarioRow:
    net = net_of(scenario)
    rounding = scenario.rounding
    return ScenarioRow(
        title=scenario.title,
        target_group=scenario.target_group,
        url=url,
        municipality=kroner(net.by_payer[Payer.MUNICIPALITY], HUNDRED, rounding),
        net=kroner(net.total, HUNDRED, rounding),
        even=even_rate(net),
    )
